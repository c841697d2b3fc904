import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import { type Lateness, lateness, lateOf } from '../../domain/calendar/due.ts';
import { type DirectiveFilter, DirectiveState } from '../../domain/directives/filter.ts';
import type { Phase } from '../../domain/directives/standing.ts';
import type { AsOf } from '../../domain/directives/state.ts';
import type { Party } from '../../domain/documents/reading.ts';
import { lastly, type Tx } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import { cursorOf, readCursor } from '../cursor.ts';
import { documentLabel } from '../documents/label.ts';
import { fieldInSql } from '../organisation/unit-fields.ts';
import { type UnitNames, unitNamesOn } from '../organisation/unit-names.ts';
import { keptSettings } from '../settings/settings.ts';
import { shownUnder } from './as-of.ts';
import type { DirectiveRecord, DirectiveRow } from './contract.ts';
import { directiveWhere, stateInSql } from './where.ts';

/** The day lists are shown for, and the names the units bear on it. */
export interface ShownOn extends AsOf {
  unitNames: UnitNames;
}

/** The day shown, today unless told, and the last day that counts as soon from it by the agency's setting. */
export async function asOfToday(
  tx: Tx,
  ctx: Context,
  agencyId: string,
  calendar: Calendar,
  on?: string,
): Promise<ShownOn> {
  const today = on === undefined ? ctx.today() : Temporal.PlainDate.from(on);
  const { dueSoonWorkingDays } = await keptSettings(tx, ctx, agencyId, today.toString());
  return {
    today: today.toString(),
    soonUntil: calendar.addWorkingDays(today, dueSoonWorkingDays).toString(),
    unitNames: await unitNamesOn(tx, ctx, agencyId, today.toString()),
  };
}

export type Selected = Omit<
  DirectiveRow,
  'lead' | 'coordinating' | 'document' | 'lateness' | 'late' | 'dueDay' | 'assignee' | 'waitingFor'
> & {
  parentId: string | null;
  assigneeId: string | null;
  assigneeName: string | null;
  leadUnitId: string | null;
  leadName: string | null;
  coordinating: Party[];
  waitingUnitId: string | null;
  due: string | null;
  documentId: string | null;
  documentKind: string | null;
  documentNumber: string | null;
  documentDate: string | null;
  documentSubject: string | null;
};

/** What a row shows, from `fromDirectives`. */
export const selectedColumns = (asOf: AsOf) => sql`
  d.id, d.words, d.action, n.kind, n.product, n.lead_unit_id as "leadUnitId", n.lead_name as "leadName",
  n.coordinating, n.deadline, n.due, n.first_due as "firstDueDay", n.origin, n.parent_id as "parentId", n.percent, n.cause,
  n.assignee_id as "assigneeId", doer.full_name as "assigneeName", n.waiting_unit_id as "waitingUnitId",
  n.times_extended as "timesExtended", n.extension_asked as "extensionAsked", n.holder, n.closed_on as "closedOn", ${stateInSql(asOf)} as state, n.given_on as "givenOn", n.version,
  doc.id as "documentId", doc.kind as "documentKind", doc.number as "documentNumber", doc.issued_on as "documentDate", doc.subject as "documentSubject"`;

/** Directives with all that a row shows; units by their ids, which `presentDirective` names. */
export const fromDirectives = sql`
  directive_now n
  join directive d on d.agency_id = n.agency_id and d.id = n.directive_id
  left join person doer on doer.agency_id = n.agency_id and doer.id = n.assignee_id
  left join document doc on doc.agency_id = n.agency_id and doc.id = n.document_id`;

/** What a filter looks at; the words only where words are looked for. */
export const fromMatched = (filter: DirectiveFilter) => sql`
  directive_now n ${filter.q ? sql`join directive d on d.agency_id = n.agency_id and d.id = n.directive_id` : sql``}`;

/** The ways words are written in offices: «nghiệm thu», «Nghiệm thu», «Nghiệm Thu», «NGHIỆM THU». */
function writings(typed: string): string[] {
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  return [...new Set([typed, capital(typed), typed.split(' ').map(capital).join(' '), typed.toUpperCase()])];
}

/**
 * Words typed with marks are looked for as typed first: rows that hold them come before those that only fold alike.
 * Each writing is looked for by itself, since lowering every row's words takes longer than finding the rows.
 */
export function rankOf(filter: DirectiveFilter): RawBuilder<number> {
  const typed = filter.q?.normalize('NFC').trim().toLowerCase();
  if (!typed) return sql<number>`0`;
  const held = writings(typed).map((writing) => sql`position(${writing} in d.words) > 0`);
  return sql<number>`case when ${sql.join(held, sql` or `)} then 0 else 1 end`;
}

const over = sql<boolean>`n.phase in ('accepted', 'stopped')`;

/**
 * What is still to be done before what is over: the nearest deadline first of the one, the latest first of the other. One
 * number of six digits, in days, since sorting whole registers by several columns takes as long as finding them.
 */
const dueDays = sql`n.due - date '2000-01-01'`;
export const urgency = sql<number>`case when ${over} then coalesce(900000 - (${dueDays}), 999999) else coalesce(500000 + (${dueDays}), 600000) end`;

/** A list's order, over `directive_now n`. */
interface Order {
  /** One text that sorts by bytes as the list does; the cursor names it and the id. */
  key: RawBuilder<string>;
  /** The same order without making a text of each row. */
  by: RawBuilder<unknown>;
  /** What both are made of. Others are not carried: indexes hold what states depend on and not what all orders do. */
  of: RawBuilder<unknown>;
  descending: boolean;
}

/** What a list is ordered by, the id at the end. */
export function orderOf(filter: DirectiveFilter): Order {
  switch (filter.sort) {
    case 'given':
      return {
        key: sql`n.given_on::text`,
        by: sql`n.given_on desc, n.directive_id desc`,
        of: sql`n.given_on`,
        descending: true,
      };
    case 'unit': {
      const key = sql<string>`coalesce(n.lead_name, '~') || coalesce(n.due::text, '9999')`;
      return { key, by: sql`${key}, n.directive_id`, of: sql`n.lead_name, n.due`, descending: false };
    }
    default:
      return {
        key: sql`(${urgency})::text`,
        by: sql`${urgency}, n.directive_id`,
        of: sql`n.phase, n.due`,
        descending: false,
      };
  }
}

const After = z.tuple([z.int32(), z.string().max(1000), z.uuid()]);

export type Found = Selected & { rank: number; key: string; total: number };

/** A row of a list; of a counted list the first also tells how many stand in each state. */
type Listed = Found & { counts: Partial<Record<DirectiveState, number>> | null };

/** A list's page; `counted` tells with it how many stand in each state under the rest of the filter. */
interface Page {
  limit: number;
  after?: z.infer<typeof After>;
  counted?: boolean;
}

/** Directives under a filter in its order; `total` is the exact count of all that match. */
export async function findDirectives(
  tx: Tx,
  agencyId: string,
  filter: DirectiveFilter & { id?: string; ids?: readonly string[] },
  asOf: AsOf,
  page: Page,
): Promise<Found[]> {
  const { rows } = await foundBy(agencyId, filter, asOf, page).execute(tx);
  return rows;
}

/**
 * The statement behind `findDirectives`. What is within reach of the filter, states apart, is looked up once; states are
 * counted and chosen from that. A counted list has one row at least, without an id where nothing matches.
 */
export function foundBy(
  agencyId: string,
  filter: DirectiveFilter & { id?: string; ids?: readonly string[] },
  asOf: AsOf,
  { limit, after, counted = false }: Page,
): RawBuilder<Listed> {
  const { key, by, of, descending } = orderOf(filter);
  const beyond = descending ? sql`<` : sql`>`;
  const states = counted && filter.state?.length ? sql`n.state = any(${filter.state}::text[])` : sql`true`;
  const behind = after
    ? sql`and (n.rank > ${after[0]} or (n.rank = ${after[0]} and (${key}, n.directive_id) ${beyond} (${after[1]}, ${after[2]}::uuid)))`
    : sql``;
  return sql<Listed>`
    with reach as materialized (
      select n.agency_id, n.directive_id, ${of}, ${stateInSql(asOf)} as state, ${rankOf(filter)} as rank
      from ${fromMatched(filter)} where ${directiveWhere(agencyId, filter, asOf, counted ? 'state' : undefined)})
    , counted as (
      select json_object_agg(c.state, c.count) as counts, coalesce(sum(c.count) filter (where ${states}), 0)::int as total
      from (select n.state, count(*)::int as count from reach n group by n.state) c cross join lateral (select c.state) n)
    , page as (
      select n.agency_id, n.directive_id, n.rank, ${key} as key from reach n where ${states} ${behind}
      order by n.rank, ${by} limit ${limit})
    , placed as (select *, row_number() over () as place from page)
    select ${selectedColumns(asOf)}, p.rank, p.key, c.total, case when coalesce(p.place, 1) = 1 then c.counts end as counts
    from counted c ${counted ? sql`left join` : sql`join`} placed p on true ${counted ? sql`left join` : sql`join`}
      (${fromDirectives}) on n.agency_id = p.agency_id and n.directive_id = p.directive_id
    order by p.place`;
}

/** From where every directive under a filter comes, in its order, without a page. */
export function everyFound(agencyId: string, filter: DirectiveFilter, asOf: AsOf): RawBuilder<unknown> {
  return sql`
    from ${fromDirectives}
    where ${directiveWhere(agencyId, filter, asOf)} order by ${filter.q ? sql`${rankOf(filter)}, ` : sql``} ${orderOf(filter).by}`;
}

/** What the record of one directive shows beyond its row in a list. */
export type FoundOne = Found & {
  quantity: DirectiveRecord['quantity'];
  outline: string[];
  field: DirectiveRecord['field'];
  sourceNumber: string | null;
  spans: [number, number][];
  weight: number;
  phase: Phase;
  hasParts: boolean;
};

/** One directive by its id: nothing to sort or count. */
export const foundById = (agencyId: string, id: string, asOf: AsOf): RawBuilder<FoundOne> => sql<FoundOne>`
  select ${selectedColumns(asOf)}, d.quantity, d.outline,
    case when ${fieldInSql} is not null then json_build_object('name', ${fieldInSql}, 'own', n.field is not null) end as field, d.source_number as "sourceNumber", d.spans, n.weight, n.phase, 0 as rank, '' as key, 1 as total,
    exists (select from directive_now p where p.agency_id = n.agency_id and p.parent_id = n.directive_id
      and p.origin = 'part') as "hasParts"
  from ${fromDirectives} where n.agency_id = ${agencyId} and n.directive_id = ${id}`;

/** How late a directive is or was done; null where no day binds it. */
export function latenessOf(
  { due, closedOn, kind, state }: Pick<Selected, 'due' | 'closedOn' | 'kind' | 'state'>,
  { today }: AsOf,
  calendar: Calendar,
): Lateness | null {
  if (due === null || kind === 'stop' || state === 'stopped') return null;
  return lateness(due, closedOn ?? today, calendar);
}

/** A row as the API tells it: lateness in words for the day shown. */
export function presentDirective(row: Selected, asOf: ShownOn, calendar: Calendar): DirectiveRow {
  const late = latenessOf(row, asOf, calendar);
  const nameOf = (unitId: string | null) => asOf.unitNames.get(unitId ?? '');
  return {
    id: row.id,
    words: row.words,
    action: row.action,
    kind: row.kind,
    product: row.product,
    lead:
      row.leadName === null ? null : { unitId: row.leadUnitId, name: nameOf(row.leadUnitId) ?? row.leadName },
    coordinating: row.coordinating.map(({ unitId = null, name }) => ({
      unitId,
      name: nameOf(unitId) ?? name,
    })),
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
    waitingFor: nameOf(row.waitingUnitId) ?? null,
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
    const page = { limit: query.limit + 1, after, counted: true };
    const [listed] = await lastly(tx, [shown(foundBy(actor.agencyId, query, day, page))]);
    return {
      asOf: day,
      rows: listed.filter(({ id }) => id !== null),
      counts: everyState(listed[0]?.counts ?? {}),
    };
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

/** How many stand in each state under the rest of a filter. */
export async function countStates(
  tx: Tx,
  agencyId: string,
  filter: DirectiveFilter,
  asOf: AsOf,
): Promise<Record<DirectiveState, number>> {
  const { rows } = await sql<Counted>`
    select ${stateInSql(asOf)} as state, count(*)::int as count
    from ${fromMatched(filter)}
    where ${directiveWhere(agencyId, filter, asOf, 'state')}
    group by 1`.execute(tx);
  return everyState(Object.fromEntries(rows.map(({ state, count }) => [state, count])));
}

/** States that nobody stands in are counted too. */
function everyState(counted: Partial<Record<DirectiveState, number>>): Record<DirectiveState, number> {
  const states = DirectiveState.options.map((state) => [state, counted[state] ?? 0]);
  return Object.fromEntries(states) as Record<DirectiveState, number>;
}
