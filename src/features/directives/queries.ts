import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import { lateness, lateOf } from '../../domain/calendar/due.ts';
import { plainDay } from '../../domain/calendar/plain-day.ts';
import { type DirectiveFilter, DirectiveState } from '../../domain/directives/filter.ts';
import type { AsOf } from '../../domain/directives/state.ts';
import type { Party } from '../../domain/documents/reading.ts';
import { type Tx, together } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import { cursorOf, readCursor } from '../cursor.ts';
import { documentLabel } from '../documents/label.ts';
import { keptSettings } from '../settings/settings.ts';
import { asItStands, shownUnder } from './as-of.ts';
import type { DirectiveRow } from './contract.ts';
import { directiveWhere, stateInSql } from './where.ts';

/** The day lists are shown for, today unless told, and the last day that counts as soon from it by the agency's setting. */
export async function asOfToday(
  tx: Tx,
  ctx: Context,
  agencyId: string,
  calendar: Calendar,
  on?: string,
): Promise<AsOf> {
  const today = on === undefined ? ctx.today() : Temporal.PlainDate.from(on);
  const { dueSoonWorkingDays } = await keptSettings(tx, ctx, agencyId, today.toString());
  return {
    today: today.toString(),
    soonUntil: calendar.addWorkingDays(today, dueSoonWorkingDays).toString(),
  };
}

export type Selected = Omit<
  DirectiveRow,
  'lead' | 'coordinating' | 'document' | 'lateness' | 'late' | 'dueDay' | 'assignee'
> & {
  parentId: string | null;
  assigneeId: string | null;
  assigneeName: string | null;
  leadUnitId: string | null;
  leadName: string | null;
  coordinating: Party[];
  due: string | null;
  documentId: string | null;
  documentKind: string | null;
  documentNumber: string | null;
  documentDate: string | null;
  documentSubject: string | null;
  rank: number;
  total: number;
};

/** Units that help, each of ours by the name it bears on the day. */
const namedOn = (day: string) => sql`coalesce((
  select jsonb_agg(party || jsonb_build_object('name', coalesce((
    select u.name from unit_name u where u.agency_id = n.agency_id and u.unit_id = (party ->> 'unitId')::uuid and u.from_day <= ${day}
    order by u.from_day desc, u.recorded_at desc limit 1), party ->> 'name')) order by place)
  from jsonb_array_elements(n.coordinating) with ordinality named(party, place)), '[]')`;

/** What a row shows, from `fromDirectives`. */
export const selectedColumns = (asOf: AsOf) => sql`
  d.id, d.words, d.action, n.kind, n.product, n.lead_unit_id as "leadUnitId", coalesce(lead.name, n.lead_name) as "leadName",
  ${namedOn(asOf.today)} as coordinating, n.deadline, n.due, n.first_due as "firstDueDay", n.origin, n.parent_id as "parentId", n.percent, n.cause,
  n.assignee_id as "assigneeId", doer.full_name as "assigneeName", waiting.name as "waitingFor",
  n.times_extended as "timesExtended", n.extension_asked as "extensionAsked", n.holder, n.closed_on as "closedOn", ${stateInSql(asOf)} as state, n.given_on as "givenOn", n.version,
  doc.id as "documentId", doc.kind as "documentKind", doc.number as "documentNumber", doc.issued_on as "documentDate", doc.subject as "documentSubject"`;

/** The names the units of an agency bear on a day. */
const namesOn = (agencyId: string, day: string) => sql`(
  select distinct on (u.unit_id) u.unit_id, u.name from unit_name u where u.agency_id = ${agencyId} and u.from_day <= ${day}
  order by u.unit_id, u.from_day desc, u.recorded_at desc)`;

/** Directives with all that a row shows. */
export const fromDirectives = (agencyId: string, asOf: AsOf) => sql`
  directive_now n
  join directive d on d.agency_id = n.agency_id and d.id = n.directive_id
  left join ${namesOn(agencyId, asOf.today)} lead on lead.unit_id = n.lead_unit_id
  left join ${namesOn(agencyId, asOf.today)} waiting on waiting.unit_id = n.waiting_unit_id
  left join person doer on doer.agency_id = n.agency_id and doer.id = n.assignee_id
  left join document doc on doc.agency_id = n.agency_id and doc.id = n.document_id`;

/** What a filter looks at; the words only where words are looked for. */
export const fromMatched = (filter: DirectiveFilter) => sql`
  directive_now n ${filter.q ? sql`join directive d on d.agency_id = n.agency_id and d.id = n.directive_id` : sql``}`;

/** Words typed with marks are looked for as typed first: rows that hold them come before those that only fold alike. */
export function rankOf(filter: DirectiveFilter): RawBuilder<number> {
  const typed = filter.q?.normalize('NFC').trim().toLowerCase();
  return typed
    ? sql<number>`case when position(${typed} in lower(d.words)) > 0 then 0 else 1 end`
    : sql<number>`0`;
}

/** What is still to be done before what is over: the nearest deadline first of the one, the latest first of the other. */
const byUrgency = sql<string>`case when n.phase in ('accepted', 'stopped')
  then '1' || coalesce((99999999 - to_char(n.due, 'YYYYMMDD')::int)::text, '99999999')
  else '0' || coalesce(n.due::text, '9999') end`;

/** What a list is ordered by, as one text that sorts by bytes, then by id; the cursor names both. */
export function orderOf(filter: DirectiveFilter): { key: RawBuilder<string>; descending: boolean } {
  switch (filter.sort) {
    case 'given':
      return { key: sql<string>`n.given_on::text`, descending: true };
    case 'unit':
      return {
        key: sql<string>`coalesce(n.lead_name, '~') || coalesce(n.due::text, '9999')`,
        descending: false,
      };
    default:
      return { key: byUrgency, descending: false };
  }
}

const After = z.tuple([z.int32(), z.string().max(1000), z.uuid()]);

export type Found = Selected & { key: string };

/** Directives under a filter in its order; `total` is the exact count of all that match. */
export async function findDirectives(
  tx: Tx,
  agencyId: string,
  filter: DirectiveFilter & { id?: string },
  asOf: AsOf,
  page: { limit: number; after?: z.infer<typeof After> },
  shown = asItStands,
): Promise<Found[]> {
  return (await shown(foundBy(agencyId, filter, asOf, page)).execute(tx)).rows;
}

/** The statement behind `findDirectives`. */
function foundBy(
  agencyId: string,
  filter: DirectiveFilter & { id?: string },
  asOf: AsOf,
  page: { limit: number; after?: z.infer<typeof After> },
): RawBuilder<Found> {
  const { key, descending } = orderOf(filter);
  const rank = rankOf(filter);
  const direction = descending ? sql`desc` : sql`asc`;
  const beyond = descending ? sql`<` : sql`>`;
  return sql<Found>`
    with matching as materialized (
      select n.agency_id, n.directive_id, ${rank} as rank, ${key} as key
      from ${fromMatched(filter)} where ${directiveWhere(agencyId, filter, asOf)})
    , page as (
      select *, (select count(*)::int from matching) as total from matching m
      ${
        page.after
          ? sql`where m.rank > ${page.after[0]} or (m.rank = ${page.after[0]} and (m.key, m.directive_id) ${beyond} (${page.after[1]}, ${page.after[2]}::uuid))`
          : sql``
      }
      order by m.rank, m.key ${direction}, m.directive_id ${direction} limit ${page.limit})
    select ${selectedColumns(asOf)}, p.rank, p.key, p.total
    from page p join (${fromDirectives(agencyId, asOf)}) on n.agency_id = p.agency_id and n.directive_id = p.directive_id
    order by p.rank, p.key ${direction}, p.directive_id ${direction}`;
}

/** One directive by its id: nothing to sort or count. */
export const foundById = (agencyId: string, id: string, asOf: AsOf): RawBuilder<Found> => sql<Found>`
  select ${selectedColumns(asOf)}, 0 as rank, '' as key, 1 as total
  from ${fromDirectives(agencyId, asOf)} where n.agency_id = ${agencyId} and n.directive_id = ${id}`;

/** A row as the API tells it: lateness in words for the day shown. */
export function presentDirective(row: Selected, asOf: AsOf, calendar: Calendar): DirectiveRow {
  const asked = { due: row.due, day: row.closedOn ?? asOf.today };
  const late =
    asked.due === null || row.kind === 'stop' || row.state === 'stopped'
      ? null
      : lateness(plainDay(asked.due), plainDay(asked.day), calendar);
  return {
    id: row.id,
    words: row.words,
    action: row.action,
    kind: row.kind,
    product: row.product,
    lead: row.leadName === null ? null : { unitId: row.leadUnitId, name: row.leadName },
    coordinating: row.coordinating.map((party) => ({ unitId: party.unitId ?? null, name: party.name })),
    deadline: row.deadline,
    dueDay: row.due,
    state: row.state,
    lateness: late === null ? '' : row.closedOn === null ? late.words : late.doneWords,
    late: late && lateOf(late, row.closedOn !== null),
    firstDueDay: row.firstDueDay,
    origin: row.origin,
    percent: row.percent,
    assignee:
      row.assigneeId === null ? null : { personId: row.assigneeId, name: row.assigneeName ?? 'Không rõ' },
    cause: row.cause,
    waitingFor: row.waitingFor,
    timesExtended: row.timesExtended,
    extensionAsked: row.extensionAsked,
    holder: row.holder,
    closedOn: row.closedOn,
    givenOn: row.givenOn,
    document:
      row.documentId === null
        ? null
        : {
            id: row.documentId,
            number: row.documentNumber,
            label: documentLabel({
              kind: row.documentKind,
              number: row.documentNumber,
              date: row.documentDate,
              subject: row.documentSubject ?? '',
            }),
          },
    version: row.version,
  };
}

/** A page of directives under a filter, with how many stand in each state under the rest of the filter. */
export async function listDirectives(
  ctx: Context,
  actor: Actor,
  query: DirectiveFilter & { cursor?: string; limit: number },
) {
  const calendar = await ctx.calendar();
  const after = readCursor(query.cursor, After);
  const { asOf, rows, counts } = await ctx.store.read(actor.scope, async (tx) => {
    const day = await asOfToday(tx, ctx, actor.agencyId, calendar, query.asOf);
    const shown = await shownUnder(tx, actor.agencyId, query, day, calendar);
    const [rows, counted] = await together(tx, [
      shown(foundBy(actor.agencyId, query, day, { limit: query.limit + 1, after })),
      shown(statesOf(actor.agencyId, query, day)),
    ]);
    return { asOf: day, rows, counts: countsOf(counted) };
  });
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map((row) => presentDirective(row, asOf, calendar)),
    next: rows.length > query.limit && last ? cursorOf([last.rank, last.key, last.id]) : null,
    total: rows[0]?.total ?? 0,
    asOf: asOf.today,
    counts,
  };
}

interface Counted {
  state: DirectiveState;
  count: number;
}

const statesOf = (agencyId: string, filter: DirectiveFilter, asOf: AsOf): RawBuilder<Counted> => sql<Counted>`
  select ${stateInSql(asOf)} as state, count(*)::int as count
  from ${fromMatched(filter)}
  where ${directiveWhere(agencyId, filter, asOf, 'state')}
  group by 1`;

/** How many stand in each state under the rest of a filter. */
export async function countStates(
  tx: Tx,
  agencyId: string,
  filter: DirectiveFilter,
  asOf: AsOf,
): Promise<Record<DirectiveState, number>> {
  return countsOf((await statesOf(agencyId, filter, asOf).execute(tx)).rows);
}

function countsOf(counted: readonly Counted[]): Record<DirectiveState, number> {
  const counts = Object.fromEntries(DirectiveState.options.map((state) => [state, 0])) as Record<
    DirectiveState,
    number
  >;
  for (const { state, count } of counted) counts[state] = count;
  return counts;
}
