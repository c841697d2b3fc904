import { type RawBuilder, sql } from 'kysely';
import { PhaseId, type StepKind } from '../../domain/tasks/facts.ts';
import type { TaskFilter } from '../../domain/tasks/filter.ts';
import type { TaskRegime } from '../../domain/tasks/law.ts';
import { phaseNamed } from '../../domain/tasks/lifecycle/names.ts';
import type { Language } from '../../domain/text/language.ts';
import type { Actor, Context } from '../context.ts';
import { shownUnder } from '../tasks/list.ts';
import { type NowRow, presentRow, stepNamed } from '../tasks/present.ts';
import { taskWhere } from '../tasks/where.ts';
import type { TaskBoard } from './contract.ts';

/** Cards a column shows; the rest stands in the list its number opens. */
const each = 12;

type By = 'phase' | 'step';
type Carded = NowRow & { key: string; count: number; late: number };

/** The earliest due of each column, with how many there are of it: one statement. */
const cards = (agencyId: string, filter: TaskFilter, by: By, day: string): RawBuilder<Carded> => sql<Carded>`
  with placed as materialized (
    select n.task_id, ${by === 'phase' ? sql`n.phase` : sql`w.step`} as key, min(w.due) as due
    from task_now n join task_wait w on w.agency_id = n.agency_id and w.task_id = n.task_id
    where ${taskWhere(agencyId, filter, day)} and n.phase is not null group by n.task_id, 2),
  numbered as (
    select *, row_number() over (partition by key order by due nulls last, task_id) as place,
      (count(*) over (partition by key))::int as count,
      (count(*) filter (where due < ${day}::date) over (partition by key))::int as late
    from placed)
  select n.*, p.key, p.count, p.late from numbered p join task_now n on n.agency_id = ${agencyId} and n.task_id = p.task_id
  where p.place <= ${each} order by p.key, p.place`;

/** Tasks that are not over, in columns by the phase they are in or by each step that is open. */
export async function boardTasks(
  ctx: Context,
  actor: Actor,
  { by, ...filter }: TaskFilter & { by: By },
): Promise<TaskBoard> {
  const day = filter.asOf ?? ctx.today().toString();
  return ctx.store.read(actor.scope, async (tx) => {
    const shown = await shownUnder(tx, ctx, actor, filter);
    const { rows } = await shown(cards(actor.agencyId, filter, by, day)).execute(tx);
    const groups = [...Map.groupBy(rows, ({ key }) => key)].map(([key, own]) => ({
      ...columnOf(by, key, { regime: own[0]?.regime ?? 'A', language: actor.language }),
      key,
      count: own[0]?.count ?? 0,
      late: own[0]?.late ?? 0,
      items: own.map((row) => presentRow(row, { day, language: actor.language })),
    }));
    return {
      asOf: day,
      groups: groups.toSorted((a, b) => a.place - b.place).map(({ place: _, ...group }) => group),
    };
  });
}

/** What a column is called, and where it stands among the others. */
function columnOf(
  by: By,
  key: string,
  { regime, language }: { regime: TaskRegime; language: Language | undefined },
): { name: string; place: number } {
  if (by === 'step') return stepNamed(regime, key as StepKind, language);
  const phase = PhaseId.parse(key);
  return { name: phaseNamed(phase, language), place: PhaseId.options.indexOf(phase) };
}
