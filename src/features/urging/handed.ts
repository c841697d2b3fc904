import { sql } from 'kysely';
import { lateness } from '../../domain/calendar/due.ts';
import { sayDay } from '../../domain/deadlines/words.ts';
import type { Tx } from '../../storage/store.ts';
import { documentLabel } from '../documents/label.ts';
import { everybodyOn, type News, type NewsDay } from './news.ts';
import { sayAbsent } from './stand-ins.ts';

interface Handed {
  factId: string;
  /** Whoever leads it got it by this fact, and not only who coordinates. */
  toLead: boolean;
  /** A person was named; else a unit was. */
  toPerson: boolean;
  /** Units that coordinate since this fact, and still do. */
  coordinating: { unitId: string; name: string }[];
  recordedBy: string | null;
  givenOn: string;
  directiveId: string;
  words: string;
  product: string | null;
  due: string | null;
  lead: string | null;
  leadUnitId: string | null;
  assigneeId: string | null;
  kind: string | null;
  number: string | null;
  date: string | null;
  subject: string | null;
}

/** The units that coordinate by a fact, as JSON. */
const coordinatingIn = (fact: 'f' | 's') =>
  sql`coalesce(${sql.ref(`${fact}.body`)} -> 'coordinating', ${sql.ref(`${fact}.body`)} #> '{given,coordinating}', '[]')`;

/**
 * Facts recorded lately that put work into the hands it still lies in: given, given to another lead or to more who
 * coordinate by a correction, transferred, assigned. By the clock of the system, so what is recorded late is told late, and told. What an import
 * brought in, or the calendar put in the register, was in those hands before.
 */
async function handedSince(tx: Tx, { agencyId, today, since }: NewsDay): Promise<Handed[]> {
  const { rows } = await sql<Handed>`
    select f.id as "factId", h."toLead", f.body ->> 'kind' = 'assigned' as "toPerson", f.recorded_by as "recordedBy",
      coalesce(k.coordinating, '[]') as coordinating,
      n.given_on as "givenOn", d.id as "directiveId", d.words, n.product, n.due, n.lead_unit_id as "leadUnitId",
      n.assignee_id as "assigneeId", o.kind, o.number, o.issued_on as date, o.subject, coalesce((
        select u.name from unit_name u where u.agency_id = n.agency_id and u.unit_id = n.lead_unit_id
          and u.from_day <= ${today} order by u.from_day desc, u.recorded_at desc limit 1), n.lead_name) as lead
    from directive_fact f
    join directive_now n on n.agency_id = f.agency_id and n.directive_id = f.directive_id
      and n.phase in ('given', 'received', 'returned') and not n.suspended and n.origin <> 'occurrence'
    join directive d on d.agency_id = f.agency_id and d.id = f.directive_id and d.import_id is null
    left join document o on o.agency_id = d.agency_id and o.id = d.document_id
    left join directive_fact s on f.body ->> 'kind' = 'corrected' and s.agency_id = f.agency_id
      and s.id = (f.body ->> 'supersedes')::uuid
    cross join lateral (select case f.body ->> 'kind'
      when 'assigned' then f.body #>> '{assignee,personId}' = n.assignee_id::text
      when 'corrected' then f.body #>> '{given,lead,unitId}' is distinct from
        coalesce(s.body #>> '{lead,unitId}', s.body #>> '{given,lead,unitId}')
      else true end as "toLead") h
    left join lateral (select json_agg(c) as coordinating from jsonb_array_elements(${coordinatingIn('f')}) c
      cross join lateral (select jsonb_build_array(jsonb_build_object('unitId', c ->> 'unitId')) as one) u
      where c ->> 'unitId' is not null and n.coordinating @> u.one and not ${coordinatingIn('s')} @> u.one) k on true
    where f.agency_id = ${agencyId} and f.recorded_at >= ${since} and f.happened_on <= ${today}
      and f.body ->> 'kind' in ('given', 'corrected', 'transferred', 'assigned')
      and (h."toLead" or k.coordinating is not null)
      and not exists (select from directive_fact r where r.agency_id = f.agency_id and r.directive_id = f.directive_id
        and r.body ->> 'kind' = 'retracted' and r.body ->> 'supersedes' = f.id::text)
    order by n.due nulls last, d.id, f.recorded_at, f.id`.execute(tx);
  return rows;
}

const sourceOf = ({ kind, number, date, subject, givenOn }: Handed): string =>
  subject === null ? `giao ngày ${sayDay(givenOn)}` : documentLabel({ kind, number, date, subject });

/** A piece of work for one person; `coordinates` names the unit through which they only take part in it. */
type Piece = ReturnType<typeof everybodyOn>[number] & { handed: Handed; coordinates: string | null };

function piecesOf(handed: Handed, { recipients }: NewsDay): Piece[] {
  const { toLead, toPerson, coordinating, recordedBy } = handed;
  const lead = toLead ? everybodyOn(recipients(handed), toPerson ? 'person' : 'head') : [];
  return [
    ...lead.map((who) => ({ ...who, handed, coordinates: null })),
    ...coordinating.flatMap(({ unitId, name }) =>
      everybodyOn(recipients({ leadUnitId: unitId, assigneeId: null }), 'head').map((who) => ({
        ...{ ...who, handed, coordinates: name },
      })),
    ),
  ].filter(({ personId }) => personId !== recordedBy);
}

/**
 * Work newly in somebody's hands, with product, deadline and source: of a unit that leads it or coordinates who heads that
 * unit, of a person that person, and who acts in their stead that day. Nobody is told what they recorded themself.
 */
export async function handedWork(tx: Tx, day: NewsDay): Promise<News[]> {
  const { today, calendar, url } = day;
  const pieces = (await handedSince(tx, day)).flatMap((handed) => piecesOf(handed, day));
  const byPerson = Map.groupBy(pieces, ({ personId, handed }) => `${handed.directiveId} ${personId}`);
  return [...byPerson.values()].flatMap((same) => {
    const { handed, personId, inNameOf, coordinates } =
      same.find((piece) => piece.coordinates === null) ?? same[0]!;
    const { words, lead, due, product, directiveId } = handed;
    return [
      {
        factIds: [...new Set(same.map((one) => one.handed.factId))],
        ...{ personId, directiveId },
        line: {
          ...{ words, lead, due, when: 'new', url: `${url}/directives/${directiveId}` },
          about: [
            coordinates && `${coordinates} phối hợp`,
            product && `sản phẩm: ${product}`,
            sourceOf(handed),
          ].filter((one) => one !== null),
          lateness: due === null ? '' : lateness(due, today, calendar).words,
          inNameOf: inNameOf && sayAbsent(inNameOf),
        },
      },
    ];
  });
}
