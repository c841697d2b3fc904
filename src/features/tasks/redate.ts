import type { Calendar } from '../../domain/calendar/calendar.ts';
import { canonicalJson } from '../../domain/canonical.ts';
import { countedTaskOf } from '../../domain/tasks/counted.ts';
import { taskOn } from '../../domain/tasks/task.ts';
import type { Check } from '../../storage/doctor.ts';
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

const derivedTables = ['task_now', 'task_wait', 'task_step_time', 'task_count'] as const;
type Derived = Record<(typeof derivedTables)[number], Map<string, object[]>>;

/** What is kept derived of each task, in order. */
async function keptOf(tx: Tx, agencyId: string): Promise<Derived> {
  const kept = Object.fromEntries(derivedTables.map((table) => [table, new Map()])) as Derived;
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
      task_count: [{ counted: countedTaskOf(task, law, own) }],
    };
    const same = derivedTables.every(
      (table) => canonicalJson(derived[table]) === canonicalJson(kept[table].get(id) ?? []),
    );
    return same ? [] : [id];
  });
}

/** Works through the tasks of every agency that are not what their facts give. @returns how many they are */
async function everyStale(
  ctx: Context,
  work: (tx: Tx, agencyId: string, stale: readonly string[]) => Promise<void>,
): Promise<number> {
  const agencies = await ctx.store.installation((tx) => tx.selectFrom('agency').select('id').execute());
  let found = 0;
  for (const { id } of agencies)
    found += await ctx.store.transaction({ agencies: [id] }, async (tx) => {
      const stale = await staleTasks(tx, ctx, id);
      if (stale.length > 0) await work(tx, id, stale);
      return stale.length;
    });
  return found;
}

/**
 * Derives every task anew that is not what its facts give: after rules of a new release, or one recorded while a rule was
 * decided or a calendar imported. @returns how many were put right
 */
export const deriveTasksAnew = (ctx: Context): Promise<number> =>
  everyStale(ctx, async (tx, agencyId, stale) => {
    const law = await agencyLaw(tx, ctx, agencyId);
    await refreshTasks(tx, agencyId, { law, today: ctx.today().toString() }, stale);
  });

/** Whether all that is kept derived of tasks is what their facts give; for who keeps the machine. Changes nothing. */
export async function examineTasks(ctx: Context): Promise<Check> {
  const name = 'Danh mục nhiệm vụ';
  try {
    const stale = await everyStale(ctx, async () => undefined);
    const differs = `Danh mục lệch với diễn biến đã ghi ở ${stale} nhiệm vụ KH&CN; diễn biến vẫn đúng. Hãy chạy: trongtam doctor --recount`;
    const message = stale === 0 ? 'Danh mục nhiệm vụ KH&CN khớp với diễn biến đã ghi' : differs;
    return { name, ok: stale === 0, message };
  } catch (error) {
    return { name, ok: false, message: `Không kiểm tra được: ${String(error)}` };
  }
}
