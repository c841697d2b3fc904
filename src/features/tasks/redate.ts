import type { Calendar } from '../../domain/calendar/calendar.ts';
import { canonicalJson } from '../../domain/canonical.ts';
import { taskOn } from '../../domain/tasks/task.ts';
import type { Tx } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { taskFacts } from './facts.ts';
import { agencyLaw } from './law.ts';
import { nowOf, refreshTasks, timeRows, waitRows } from './now.ts';

/** Derives all tasks of agencies anew by a calendar, in the caller's transaction; the facts stay as they are. */
export async function redateTasks(
  tx: Tx,
  agencies: readonly string[],
  { calendar, today }: { calendar: Calendar; today: string },
): Promise<void> {
  for (const agencyId of agencies) {
    const law = await agencyLaw(tx, { calendar: async () => calendar }, agencyId);
    await refreshTasks(tx, agencyId, { law, today });
  }
}

type Derived = Record<'task_now' | 'task_wait' | 'task_step_time', Map<string, object[]>>;
const derivedTables = ['task_now', 'task_wait', 'task_step_time'] as const;

/** What is kept derived of each task, in order. */
async function keptOf(tx: Tx, agencyId: string): Promise<Derived> {
  const kept = { task_now: new Map(), task_wait: new Map(), task_step_time: new Map() } as Derived;
  for (const table of derivedTables) {
    const rows = await tx.selectFrom(table).selectAll().where('agency_id', '=', agencyId).execute();
    for (const [id, own] of Map.groupBy(rows, ({ task_id }) => task_id)) {
      const inPlace = own.map(
        ({ agency_id: _, task_id: __, ...row }) => row as { place?: number; search?: string },
      );
      const ordered = inPlace.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0));
      kept[table].set(
        id,
        ordered.map(({ place: _, search: __, ...row }) => row),
      );
    }
  }
  return kept;
}

/** Tasks whose derived rows are not what their facts give by the rules and the calendar of now. */
export async function staleTasks(tx: Tx, ctx: Context, agencyId: string): Promise<string[]> {
  const law = await agencyLaw(tx, ctx, agencyId);
  const today = ctx.today().toString();
  const facts = await taskFacts(tx, agencyId);
  const kept = await keptOf(tx, agencyId);
  return [...facts].flatMap(([id, own]) => {
    const task = taskOn(own, law, { asOf: today });
    if (task === null) return [];
    const derived = {
      task_now: [{ version: own.length, ...nowOf(task, law, own) }],
      task_wait: waitRows(task, law),
      task_step_time: timeRows(task, today, law),
    };
    const same = derivedTables.every(
      (table) => canonicalJson(derived[table]) === canonicalJson(kept[table].get(id) ?? []),
    );
    return same ? [] : [id];
  });
}

/**
 * Derives every task anew that is not what its facts give: after rules of a new release, or one recorded while a rule was
 * decided or a calendar imported. @returns how many were put right
 */
export async function deriveTasksAnew(ctx: Context): Promise<number> {
  const agencies = await ctx.store.installation((tx) => tx.selectFrom('agency').select('id').execute());
  let put = 0;
  for (const { id } of agencies)
    put += await ctx.store.transaction({ agencies: [id] }, async (tx) => {
      const stale = await staleTasks(tx, ctx, id);
      const law = await agencyLaw(tx, ctx, id);
      if (stale.length > 0) await refreshTasks(tx, id, { law, today: ctx.today().toString() }, stale);
      return stale.length;
    });
  return put;
}
