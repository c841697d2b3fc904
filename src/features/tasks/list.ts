import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { type TaskFilter, TaskState } from '../../domain/tasks/filter.ts';
import { daysPerStep } from '../../domain/tasks/waiting.ts';
import type { Tx } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import { cursorOf, readCursor } from '../cursor.ts';
import { onlyToday } from '../planning/shown.ts';
import { asItStands, portfolioAsOf, type ShownPortfolio } from './as-of.ts';
import type { TaskPage, TaskRow, TaskWaits } from './contract.ts';
import { portfolioPolicy } from './policy.ts';
import { type NowRow, presentRow, stepNamed } from './present.ts';
import { taskWhere } from './where.ts';

const After = z.tuple([z.string().max(1100), z.uuid()]);

/** What the portfolio is ordered by, as text that compares as it should. */
const keys: Record<NonNullable<TaskFilter['sort']>, { key: RawBuilder<string>; descending: boolean }> = {
  due: { key: sql`coalesce(n.due::text, '9999')`, descending: false },
  newest: { key: sql`n.begun_on::text`, descending: true },
  ends: { key: sql`coalesce(n.ends_on::text, '9999')`, descending: false },
  title: { key: sql`n.fold`, descending: false },
  money: { key: sql`lpad(coalesce(n.state_money, 0)::text, 18, '0')`, descending: true },
};

type Listed = NowRow & { key: string; total: number; overdue: number; counts: Record<string, number> | null };

/** A page of the portfolio with how many stand in each state under the rest of the filter: one statement. */
function pageRows(
  agencyId: string,
  filter: TaskFilter,
  { today, limit, after }: { today: string; limit: number; after: z.infer<typeof After> | undefined },
): RawBuilder<Listed> {
  const { key, descending } = keys[filter.sort ?? 'due'];
  const [beyond, way] = descending ? [sql`<`, sql`desc`] : [sql`>`, sql`asc`];
  const states = filter.state?.length ? sql`n.state = any(${filter.state}::text[])` : sql`true`;
  const behind = after ? sql`and (${key}, n.task_id) ${beyond} (${after[0]}, ${after[1]}::uuid)` : sql``;
  return sql<Listed>`
    with counted as (
      select json_object_agg(c.state, c.count) as counts, coalesce(sum(c.count) filter (where ${states}), 0)::int as total,
        coalesce(sum(c.late) filter (where ${states}), 0)::int as overdue
      from (select n.state, count(*)::int as count, (count(*) filter (where n.due < ${today}::date))::int as late from task_now n
        where ${taskWhere(agencyId, filter, today, 'state')} group by n.state) c cross join lateral (select c.state) n),
    page as (
      select n.*, ${key} as key from task_now n
      where ${taskWhere(agencyId, filter, today)} ${behind} order by ${key} ${way}, n.task_id ${way} limit ${limit})
    select page.*, counted.total, counted.overdue, counted.counts from counted left join page on true
    order by page.key ${way}, page.task_id ${way}`;
}

/** A page of an agency's portfolio under a filter, as it stands or stood on a day. @throws Refused 400 for a foreign cursor */
export async function listTasks(
  ctx: Context,
  actor: Actor,
  { cursor, limit, ...filter }: TaskFilter & { cursor?: string | undefined; limit: number },
): Promise<TaskPage> {
  const after = readCursor(cursor, After);
  const today = ctx.today().toString();
  const day = filter.asOf ?? today;
  return ctx.store.read(actor.scope, async (tx) => {
    const shown = await shownUnder(tx, ctx, actor, filter);
    const statement = pageRows(actor.agencyId, filter, { today: day, limit: limit + 1, after });
    const { rows } = await shown(statement).execute(tx);
    const found = rows.filter(({ task_id }) => task_id !== null);
    const last = found[limit - 1];
    const counts = rows[0]?.counts ?? {};
    return {
      items: found.slice(0, limit).map((row): TaskRow => presentRow(row, { day, language: actor.language })),
      next: found.length > limit && last ? cursorOf([last.key, last.task_id]) : null,
      total: rows[0]?.total ?? 0,
      late: rows[0]?.overdue ?? 0,
      asOf: day,
      counts: Object.fromEntries(
        TaskState.options.map((state) => [state, counts[state] ?? 0]),
      ) as TaskPage['counts'],
      abilities: onlyToday(portfolioPolicy.abilitiesOf(actor, null), { day, today }),
    };
  });
}

/** The portfolio as it stands, or stood on the day a filter names. */
export const shownUnder = (
  tx: Tx,
  ctx: Context,
  actor: Actor,
  { asOf }: TaskFilter,
): Promise<ShownPortfolio> | ShownPortfolio =>
  asOf === undefined ? asItStands : portfolioAsOf(tx, ctx, actor.agencyId, asOf);

type WaitRow = Omit<TaskWaits['steps'][number], 'name' | 'phase'>;
interface PassedRow {
  step: TaskWaits['passed'][number]['step'];
  own: number;
  others: number;
  count: number;
}

/** Where tasks under a filter wait, for whom and how late; and how long steps took that were passed. */
export async function taskWaits(ctx: Context, actor: Actor, filter: TaskFilter): Promise<TaskWaits> {
  const day = filter.asOf ?? ctx.today().toString();
  const where = taskWhere(actor.agencyId, filter, day);
  const waiting = sql<WaitRow>`
    select n.regime, w.step, min(w.role) as role, min(w.side) as side, count(distinct w.task_id)::int as tasks,
      (count(distinct w.task_id) filter (where w.due < ${day}::date))::int as late,
      min(w.since) as oldest, min(w.due) as "earliestDue"
    from task_now n join task_wait w on w.agency_id = n.agency_id and w.task_id = n.task_id
    where ${where} group by n.regime, w.step`;
  const passing = sql<PassedRow>`
    select t.step, t.own, t.others, count(*)::int as count
    from task_now n join task_step_time t on t.agency_id = n.agency_id and t.task_id = n.task_id
    where ${where} group by t.step, t.own, t.others`;
  const whole = sql<{ steps: WaitRow[] | null; passed: PassedRow[] | null }>`
    select (select json_agg(w) from (${waiting}) w) as steps, (select json_agg(p) from (${passing}) p) as passed`;
  return ctx.store.read(actor.scope, async (tx) => {
    const shown = await shownUnder(tx, ctx, actor, filter);
    const { rows } = await shown(whole).execute(tx);
    const [{ steps, passed } = { steps: null, passed: null }] = rows;
    return {
      asOf: day,
      steps: (steps ?? [])
        .map((row) => ({ ...row, ...stepNamed(row.regime, row.step, actor.language) }))
        .toSorted((a, b) => a.place - b.place || a.regime.localeCompare(b.regime))
        .map(({ place: _, ...row }) => row),
      passed: daysPerStep((passed ?? []).flatMap(spread))
        .map(({ kind, ...days }) => ({ ...days, step: kind, ...stepNamed('A', kind, actor.language) }))
        .toSorted((a, b) => a.place - b.place || a.step.localeCompare(b.step))
        .map(({ place: _, phase: __, ...one }) => one),
    };
  });
}

/** Equal times were counted together in the database. */
const spread = ({ step: kind, own, others, count }: PassedRow) =>
  Array.from({ length: count }, () => ({ kind, from: '', to: '', own, others }));
