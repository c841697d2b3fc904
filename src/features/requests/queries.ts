import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import { lateness, lateOf } from '../../domain/calendar/due.ts';
import { plainDay } from '../../domain/calendar/plain-day.ts';
import type { Deadline } from '../../domain/deadlines/deadline.ts';
import { type RequestFilter, RequestState } from '../../domain/requests/request.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { cursorOf, readCursor } from '../cursor.ts';
import { doerOf } from '../directives/doer.ts';
import type { UnitRequest } from './contract.ts';
import { requestPolicy, spokenForBy } from './policy.ts';
import { movedRequests } from './sides.ts';

/** Units in whose name the actor asks and answers on a day: where a post other than looking on is held. */
export async function speaksFor(tx: Tx, actor: Actor, on: string): Promise<string[]> {
  const { posts } = await doerOf(tx, actor, on);
  return spokenForBy(posts);
}

/** `requestStateOn` of domain/requests asked of the database, over `unit_request r left join unit_request_answer a`. */
export const requestStateInSql = (day: string): RawBuilder<RequestState> => sql<RequestState>`case
  when a.answered_on <= ${day}::date then 'answered' when r.due < ${day}::date then 'late' else 'open' end`;

export const fromRequests = sql`${movedRequests} r
  left join unit_request_answer a on a.agency_id = r.agency_id and a.request_id = r.id`;

/** A filter as SQL over `fromRequests`. @param units in whose name the viewer speaks, for `mine` */
export function requestWhere(
  agencyId: string,
  filter: RequestFilter & { id?: string },
  { day, units }: { day: string; units: readonly string[] },
  except?: 'state',
): RawBuilder<unknown> {
  const mine = { 'to-answer': sql`r.to_unit_id`, asked: sql`r.from_unit_id` };
  const states = except === undefined && filter.state?.length ? filter.state : null;
  return sql`r.agency_id = ${agencyId} and r.asked_on <= ${day}
    ${filter.id ? sql`and r.id = ${filter.id}` : sql``}
    ${filter.mine ? sql`and ${mine[filter.mine]} = any(${[...units]}::uuid[])` : sql``}
    ${filter.from ? sql`and r.from_unit_id = ${filter.from}` : sql``}
    ${filter.to ? sql`and r.to_unit_id = ${filter.to}` : sql``}
    ${filter.directive ? sql`and r.directive_id = ${filter.directive}` : sql``}
    ${states ? sql`and ${requestStateInSql(day)} = any(${states}::text[])` : sql``}`;
}

interface Row {
  id: string;
  fromUnitId: string;
  fromName: string;
  toUnitId: string;
  toName: string;
  words: string;
  directiveId: string | null;
  directiveWords: string | null;
  askedOn: string;
  askedBy: string;
  deadline: Deadline;
  due: string | null;
  state: RequestState;
  answer: string | null;
  answeredOn: string | null;
  answeredBy: string;
  key: string;
  total: number;
}

const nameOn = (unitId: RawBuilder<unknown>, day: string) => sql`(select u.name from unit_name u
  where u.agency_id = r.agency_id and u.unit_id = ${unitId}
  order by (u.from_day <= ${day}) desc, u.from_day desc, u.recorded_at desc limit 1)`;

/** Open ones first, by their last day; then the answered, newest first. */
const keyOf = (day: string) => sql<string>`case when ${requestStateInSql(day)} = 'answered'
  then '2' || to_char(9999999 - (a.answered_on - date '2000-01-01'), 'FM0000000')
  else '1' || coalesce(r.due::text, '9999') end`;

const After = z.tuple([z.string().max(100), z.uuid()]);

/** Requests under a filter in their order; `total` is the exact count of all that match. */
export async function findRequests(
  tx: Tx,
  agencyId: string,
  filter: RequestFilter & { id?: string },
  at: { day: string; units: readonly string[] },
  page: { limit: number; after?: z.infer<typeof After> },
): Promise<Row[]> {
  const { day } = at;
  const { rows } = await sql<Row>`
    with matching as materialized (
      select r.agency_id, r.id, ${keyOf(day)} as key from ${fromRequests} where ${requestWhere(agencyId, filter, at)}),
    page as (
      select m.*, (select count(*)::int from matching) as total from matching m
      ${page.after ? sql`where (m.key, m.id) > (${page.after[0]}, ${page.after[1]}::uuid)` : sql``}
      order by m.key, m.id limit ${page.limit})
    select r.id, r.from_unit_id as "fromUnitId", ${nameOn(sql`r.from_unit_id`, day)} as "fromName",
      r.to_unit_id as "toUnitId", ${nameOn(sql`r.to_unit_id`, day)} as "toName", r.words,
      r.directive_id as "directiveId", d.words as "directiveWords", r.asked_on as "askedOn",
      coalesce(asker.full_name, 'Hệ thống') as "askedBy", r.deadline, r.due, ${requestStateInSql(day)} as state,
      a.words as answer, a.answered_on as "answeredOn", coalesce(answerer.full_name, 'Hệ thống') as "answeredBy",
      p.key, p.total
    from page p join ${fromRequests} on r.agency_id = p.agency_id and r.id = p.id
    left join directive d on d.agency_id = r.agency_id and d.id = r.directive_id
    left join person asker on asker.agency_id = r.agency_id and asker.id = r.recorded_by
    left join person answerer on answerer.agency_id = a.agency_id and answerer.id = a.recorded_by
    order by p.key, p.id`.execute(tx);
  return rows;
}

/** A row as the API tells it to the actor, as it stood on the day. */
export function presentRequest(
  actor: Actor,
  row: Row,
  { day, units }: { day: string; units: readonly string[] },
  calendar: Calendar,
): UnitRequest {
  const answered = row.state === 'answered';
  const until = answered && row.answeredOn !== null ? row.answeredOn : day;
  const late = row.due === null ? null : lateness(row.due, until, calendar);
  const told = answered && !late?.late ? null : late;
  return {
    id: row.id,
    from: { unitId: row.fromUnitId, name: row.fromName },
    to: { unitId: row.toUnitId, name: row.toName },
    words: row.words,
    directive: row.directiveId === null ? null : { id: row.directiveId, words: row.directiveWords ?? '' },
    askedOn: row.askedOn,
    askedBy: row.askedBy,
    deadline: row.deadline,
    dueDay: row.due,
    state: row.state,
    waited: calendar.workingDaysBetween(plainDay(row.askedOn), plainDay(until)),
    lateness: told === null ? '' : told.words,
    late: told && lateOf(told, false),
    answer:
      answered && row.answer !== null && row.answeredOn !== null
        ? { words: row.answer, answeredOn: row.answeredOn, by: row.answeredBy }
        : null,
    abilities: requestPolicy.abilitiesOf(actor, {
      unitId: row.toUnitId,
      units,
      answered: row.answer !== null,
    }),
  };
}

/** A page of questions between units under a filter, with how many stand in each state under the rest of it. */
export async function listRequests(
  ctx: Context,
  actor: Actor,
  query: RequestFilter & { cursor?: string; limit: number },
) {
  const calendar = await ctx.calendar();
  const today = ctx.today().toString();
  const day = query.asOf ?? today;
  const after = readCursor(query.cursor, After);
  const { at, rows, counts } = await ctx.store.read(actor.scope, async (tx) => {
    const at = { day, units: await speaksFor(tx, actor, today) };
    return {
      at,
      rows: await findRequests(tx, actor.agencyId, query, at, { limit: query.limit + 1, after }),
      counts: await countStates(tx, actor.agencyId, query, at),
    };
  });
  const items = rows.slice(0, query.limit);
  const last = items.at(-1);
  return {
    items: items.map((row) => presentRequest(actor, row, at, calendar)),
    next: rows.length > query.limit && last ? cursorOf([last.key, last.id]) : null,
    total: rows[0]?.total ?? 0,
    asOf: day,
    counts,
  };
}

async function countStates(
  tx: Tx,
  agencyId: string,
  filter: RequestFilter,
  at: { day: string; units: readonly string[] },
): Promise<Record<RequestState, number>> {
  const { rows } = await sql<{ state: RequestState; count: number }>`
    select ${requestStateInSql(at.day)} as state, count(*)::int as count from ${fromRequests}
    where ${requestWhere(agencyId, filter, at, 'state')} group by 1`.execute(tx);
  const found = new Map(rows.map(({ state, count }) => [state, count]));
  const entries = RequestState.options.map((state) => [state, found.get(state) ?? 0] as const);
  return Object.fromEntries(entries) as Record<RequestState, number>;
}

/** One question as it stands today. @throws Refused 404 */
export async function getRequest(ctx: Context, actor: Actor, id: string): Promise<UnitRequest> {
  const calendar = await ctx.calendar();
  const day = ctx.today().toString();
  const { row, at } = await ctx.store.read(actor.scope, async (tx) => {
    const at = { day, units: await speaksFor(tx, actor, day) };
    const [row] = await findRequests(tx, actor.agencyId, { id }, at, { limit: 1 });
    return { row, at };
  });
  if (!row) throw Refused.notFound();
  return presentRequest(actor, row, at, calendar);
}
