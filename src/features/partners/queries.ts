import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { PartnerBody, PartnerKind } from '../../domain/partners/facts.ts';
import { searchQuery } from '../../domain/text/search.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { cursorOf, readCursor } from '../cursor.ts';
import { onlyToday } from '../planning/shown.ts';
import { asItStands, portfolioAsOf } from '../tasks/as-of.ts';
import { tasksEverOf } from '../tasks/eligibility.ts';
import { type NowRow, presentRow } from '../tasks/present.ts';
import type { Partner, PartnerPage, PartnerRow } from './contract.ts';
import { gatesToday } from './eligibility.ts';
import { partnerPolicy, partnersPolicy } from './policy.ts';

const After = z.tuple([z.string().max(700), z.uuid()]);

type Found = Omit<PartnerRow, 'organisation'> & {
  organisationId: string | null;
  organisationName: string | null;
  key: string;
};

/** Partners with how many tasks each has, in the order of their names. */
const partnerRows = (
  agencyId: string,
  where: RawBuilder<unknown>,
  limit: number,
): RawBuilder<Found> => sql<Found>`
  select p.partner_id as id, p.version, p.kind, p.name, p.identifier, p.fold as key,
    o.partner_id as "organisationId", o.name as "organisationName",
    (select count(*)::int from task_now n where n.agency_id = p.agency_id and n.partner_ids @> array[p.partner_id]) as tasks,
    (select count(*)::int from task_now n where n.agency_id = p.agency_id and n.partner_ids @> array[p.partner_id]
      and n.state = 'running') as running
  from partner_now p
  left join partner_now o on o.agency_id = p.agency_id and o.partner_id = p.organisation_id
  where p.agency_id = ${agencyId} ${where} order by p.fold, p.partner_id limit ${limit}`;

const presentPartner = ({ organisationId, organisationName, key: _, ...row }: Found): PartnerRow => ({
  ...row,
  organisation: organisationId === null ? null : { id: organisationId, name: organisationName ?? '' },
});

/** Rows of `partner_now p` that are people of an organisation: who work there, or lead a task that it hosts. */
export const isOfOrganisation = (organisationId: string): RawBuilder<unknown> => sql`(p.kind = 'person'
  and (p.organisation_id = ${organisationId} or exists (select from task_now n where n.agency_id = p.agency_id
    and n.host_id = ${organisationId} and n.investigator_id = p.partner_id)))`;

interface Sought {
  q?: string | undefined;
  kind?: PartnerKind | undefined;
  organisation?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** Organisations and persons by name. @throws Refused 400 for a foreign cursor */
export async function listPartners(
  ctx: Context,
  actor: Actor,
  { q, kind, organisation, cursor, limit }: Sought,
): Promise<PartnerPage> {
  const after = readCursor(cursor, After);
  const words = q === undefined ? null : searchQuery(q);
  const where = sql`
    ${kind ? sql`and p.kind = ${kind}` : sql``}
    ${organisation ? sql`and ${isOfOrganisation(organisation)}` : sql``}
    ${words ? sql`and to_tsvector('simple', p.fold) @@ ${words}::tsquery` : sql``}
    ${after ? sql`and (p.fold, p.partner_id) > (${after[0]}, ${after[1]}::uuid)` : sql``}`;
  const { rows } = await ctx.store.read(actor.scope, (tx) =>
    partnerRows(actor.agencyId, where, limit + 1).execute(tx),
  );
  const last = rows[limit - 1];
  return {
    items: rows.slice(0, limit).map(presentPartner),
    next: rows.length > limit && last ? cursorOf([last.key, last.id]) : null,
    abilities: partnersPolicy.abilitiesOf(actor, null),
  };
}

interface Told {
  id: string;
  happenedOn: string;
  recordedAt: string;
  by: string;
  body: PartnerBody;
}

/** One organisation or person with its files, as they stand or stood on a day. @throws Refused 404 */
export async function getPartner(ctx: Context, actor: Actor, id: string, asOf?: string): Promise<Partner> {
  const today = ctx.today().toString();
  const day = asOf ?? today;
  return ctx.store.read(actor.scope, async (tx) => {
    const { rows } = await partnerRows(actor.agencyId, sql`and p.partner_id = ${id}`, 1).execute(tx);
    const { rows: told } = await sql<Told>`
      select f.id, f.happened_on as "happenedOn", f.recorded_at as "recordedAt",
        coalesce(p.full_name, 'Hệ thống') as by, f.body
      from partner_fact f left join person p on p.agency_id = f.agency_id and p.id = f.recorded_by
      where f.agency_id = ${actor.agencyId} and f.partner_id = ${id} order by f.recorded_at desc, f.id desc`.execute(
      tx,
    );
    const [found] = rows;
    const [last] = told;
    if (!found || !last) throw Refused.notFound();
    const shown = asOf === undefined ? asItStands : await portfolioAsOf(tx, ctx, actor.agencyId, asOf);
    const ever = await tasksEverOf(tx, actor.agencyId, id);
    const files = await shown(sql<NowRow>`
      select n.* from task_now n where n.agency_id = ${actor.agencyId} and n.task_id = any(${ever}::uuid[])
      order by n.begun_on desc, n.task_id`).execute(tx);
    return {
      ...presentPartner(found),
      profile: last.body.profile,
      asOf: day,
      files: files.rows.map((row) => presentRow(row, { day, language: actor.language })),
      eligibility: await gatesToday(tx, ctx, actor, { id, kind: found.kind, on: day }),
      history: told.map(({ body, ...one }) => ({ ...one, name: body.profile.name })),
      abilities: onlyToday(partnerPolicy.abilitiesOf(actor, null), { day, today }),
    };
  });
}
