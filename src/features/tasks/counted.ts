import { type RawBuilder, sql } from 'kysely';
import type { RecordedTaskFact } from '../../domain/tasks/about.ts';
import { type CountedTask, countedTaskOf } from '../../domain/tasks/counted.ts';
import type { StepKind } from '../../domain/tasks/facts.ts';
import type { Law } from '../../domain/tasks/law.ts';
import { taskOn } from '../../domain/tasks/task.ts';
import { type Tx, together } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { type PackedFact, packedFacts, unpacked } from './facts.ts';
import { agencyLaw } from './law.ts';
import { timeRows } from './now.ts';

/** A step that was done: of which task, by which fact, and the working days it had been open. */
export interface StepDone {
  id: string;
  taskId: string;
  step: StepKind;
  on: string;
  own: number;
  others: number;
}

/** Tasks of an agency as they stood at a cut-off, as known at a moment, and their steps done since a day. */
export interface TasksThen {
  tasks: CountedTask[];
  steps: StepDone[];
}

/** Which tasks, and what of them: days since `from`, as they stood at the end of `cutOff`, as known at `knownAt`. */
export interface CountAsked {
  from: string;
  cutOff: string;
  knownAt: string | undefined;
  unit: string | undefined;
}

/**
 * What figures count. A task that nothing happened to, or was recorded of, since then stands as it is kept; the others
 * are folded from their facts of then. Tasks that were over before the period and settled are of no figure and left out.
 */
export async function countedThen(
  tx: Tx,
  ctx: Context,
  agencyId: string,
  asked: CountAsked,
): Promise<TasksThen> {
  const law = await agencyLaw(tx, ctx, agencyId);
  const kept = sql`n.agency_id = ${agencyId} and ${keptThen(asked, law)}`;
  const [tasks, steps, touched] = await together(tx, [
    keptRows(kept, asked),
    keptSteps(kept, asked),
    touchedFacts(agencyId, kept, asked),
  ]);
  const folded = touched.map(({ id, facts }) => foldThen(id, unpacked(facts), law, asked));
  return {
    tasks: [
      ...tasks.map(({ id, counted }) => ({ id, ...counted })),
      ...folded.flatMap(({ task }) => task ?? []),
    ],
    steps: [...steps, ...folded.flatMap((one) => one.steps)],
  };
}

/**
 * Over `task_now n`: whether it stands as it stood at the cut-off, as far as was known. Which law a task follows changes by
 * itself on the day of the transition: what follows the new one is folded for days before it.
 */
function keptThen({ cutOff, knownAt }: CountAsked, { rules, agency }: Law): RawBuilder<unknown> {
  const { before } = rules.get('transition', {
    topic: 'task.regime.transition',
    on: Temporal.PlainDate.from(cutOff),
    agency,
  }).value;
  return sql`n.last_on <= ${cutOff}
    ${knownAt === undefined ? sql`` : sql`and n.last_recorded_at <= ${knownAt}::timestamptz`}
    ${cutOff < before ? sql`and n.regime = 'A'` : sql``}`;
}

const ofUnit = ({ unit }: CountAsked) => (unit === undefined ? sql`` : sql`and n.unit_id = ${unit}`);

const keptRows = (kept: RawBuilder<unknown>, asked: CountAsked) => sql<{
  id: string;
  counted: Omit<CountedTask, 'id'>;
}>`
  select c.task_id as id, c.counted from task_now n
  join task_count c on c.agency_id = n.agency_id and c.task_id = n.task_id
  where ${kept} ${ofUnit(asked)}
    and (n.ended_on is null or n.last_on >= ${asked.from} or c.counted ->> 'assetsSettledOn' is null)`;

const keptSteps = (kept: RawBuilder<unknown>, asked: CountAsked) => sql<StepDone>`
  select t.fact_id as id, t.task_id as "taskId", t.step, t.to_day as on, t.own, t.others
  from task_now n join task_count c on c.agency_id = n.agency_id and c.task_id = n.task_id
  join task_step_time t on t.agency_id = n.agency_id and t.task_id = n.task_id
  where ${kept} ${ofUnit(asked)} and n.last_on >= ${asked.from}
    and t.to_day between ${asked.from} and ${asked.cutOff} and t.fact_id is not null`;

/** Facts of the tasks that stand otherwise now, as far as they count; what a task is may be said of it later than its steps. */
const touchedFacts = (agencyId: string, kept: RawBuilder<unknown>, { cutOff, knownAt }: CountAsked) => {
  const known = knownAt === undefined ? sql`` : sql`and f.recorded_at <= ${knownAt}::timestamptz`;
  const counts = sql`and (f.happened_on <= ${cutOff} or f.body ->> 'kind' = 'described') ${known}`;
  return sql<{ id: string; facts: PackedFact[] }>`
    select n.task_id as id, f.facts from task_now n
    left join task_count c on c.agency_id = n.agency_id and c.task_id = n.task_id
    cross join lateral (select ${packedFacts('bare', counts)} as facts) f
    where n.agency_id = ${agencyId} and (c.task_id is null or not (${kept})) and f.facts is not null`;
};

function foldThen(
  id: string,
  facts: readonly RecordedTaskFact[],
  law: Law,
  { from, cutOff, unit }: CountAsked,
): { task: CountedTask | null; steps: StepDone[] } {
  const known = taskOn(facts, law, { asOf: cutOff });
  if (known === null || (unit !== undefined && known.about.profile.unit.unitId !== unit))
    return { task: null, steps: [] };
  const steps = timeRows(known, cutOff, law, from).flatMap(({ step, to_day: on, own, others, fact_id }) =>
    fact_id !== null ? [{ id: fact_id, taskId: id, step, on, own, others }] : [],
  );
  return { task: { id, ...countedTaskOf(known, law, facts) }, steps };
}
