import { sql } from 'kysely';
import { lateness, lateOf } from '../../../domain/calendar/due.ts';
import { type CountedRequest, requests } from '../../../domain/figures/requests.ts';
import { requestStateOn } from '../../../domain/requests/request.ts';
import { unitNamesOn } from '../../organisation/unit-names.ts';
import { requestSide } from '../../requests/sides.ts';
import type { FigureRecord } from '../contract.ts';
import { type FamilyAsking, type Listed, readListed } from './family.ts';

interface Row extends CountedRequest {
  words: string;
  document: { documentId: string; words: string } | null;
}

/** A question with what a list shows of it. */
interface RequestThen {
  asked: CountedRequest;
  line: FigureRecord;
}

async function requestsThen(asking: FamilyAsking): Promise<RequestThen[]> {
  const { tx, ctx, actor, cut, unit } = asking;
  const { rows } = await rowsOf(asking).execute(tx);
  const names = await unitNamesOn(tx, ctx, actor.agencyId, cut.cutOff, true);
  return rows
    .filter(({ unitId }) => unit === undefined || unitId === unit)
    .map((asked) => ({ asked, line: presentLine(asked, asking, names.get(asked.unitId) ?? null) }));
}

/** Questions asked by the cut-off and not answered before the period, between the units they lay with then. */
export const listedRequests: Listed<RequestThen, CountedRequest> = {
  ...{ family: requests, rows: requestsThen, countedOf: ({ asked }) => asked, lineOf: ({ line }) => line },
};
export const readRequests = readListed(listedRequests);

function rowsOf({ actor: { agencyId }, cut: { from, cutOff }, knownAt }: FamilyAsking) {
  const then = { day: cutOff, knownAt };
  const known = knownAt ?? null;
  return sql<Row>`
    select q.id, ${requestSide('answers', then)} as "unitId", ${requestSide('asks', then)} as "askerId", q.words,
      q.asked_on as "askedOn", q.due, a.answered_on as "answeredOn",
      case when d.id is not null then json_build_object('documentId', d.id, 'words', coalesce(d.number, d.subject)) end as document
    from unit_request q
    left join unit_request_answer a on a.agency_id = q.agency_id and a.request_id = q.id and a.answered_on <= ${cutOff}
      and (${known}::timestamptz is null or a.recorded_at <= ${known}::timestamptz)
    left join directive v on v.agency_id = q.agency_id and v.id = q.directive_id
    left join document d on d.agency_id = v.agency_id and d.id = v.document_id
    where q.agency_id = ${agencyId} and q.asked_on <= ${cutOff} and (a.id is null or a.answered_on >= ${from})
      and (${known}::timestamptz is null or q.recorded_at <= ${known}::timestamptz)`;
}

function presentLine(
  row: Row,
  { cut: { cutOff }, calendar }: FamilyAsking,
  unit: string | null,
): FigureRecord {
  const { id, words, due, answeredOn, document } = row;
  const late = due === null ? null : lateness(due, answeredOn ?? cutOff, calendar);
  const told = answeredOn !== null && !late?.late ? null : late;
  return {
    ...{ id, words, unit, day: due, source: document },
    page: { place: 'requests', id },
    state: requestStateOn(row, cutOff) ?? 'open',
    lateness: told?.words ?? '',
    late: told && lateOf(told, false),
  };
}
