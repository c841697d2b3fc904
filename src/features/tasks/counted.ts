import { type RawBuilder, sql } from 'kysely';
import type { RecordedTaskFact } from '../../domain/tasks/about.ts';
import { type CountedTask, countedTaskOf } from '../../domain/tasks/counted.ts';
import type { StepKind } from '../../domain/tasks/facts.ts';
import type { Law } from '../../domain/tasks/law.ts';
import { type KnownTask, taskAt } from '../../domain/tasks/task.ts';
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
 * What figures count at several cut-offs. A task that nothing happened to, or was recorded of, since one stands as it is kept; the
 * others are folded from their facts, once for all cut-offs that are given in the order of time. Tasks that were over before a
 * period and settled are of no figure and left out.
 */
export async function countedThen(
  tx: Tx,
  ctx: Context,
  agencyId: string,
  asked: readonly CountAsked[],
): Promise<TasksThen[]> {
  const law = await agencyLaw(tx, ctx, agencyId);
  const readings = asked.map(async (one): Promise<ReadingThen> => {
    const kept = sql`n.agency_id = ${agencyId} and ${keptThen(one, law)}`;
    const [tasks, steps] = await together(tx, [keptRows(kept, one), keptSteps(kept, one)]);
    return { asked: one, kept, tasks: tasks.map(({ id, counted }) => ({ id, ...counted })), steps };
  });
  const read = await Promise.all(readings);
  const { rows: touched } = await touchedFacts(agencyId, read).execute(tx);
  for (const { id, kept, facts } of touched)
    addFolded(
      id,
      unpacked(facts),
      law,
      read.filter((_, at) => !kept[at]),
    );
  return read;
}

/** What is read for a cut-off: which tasks stand as they are kept, over `task_now n`, and what was found so far. */
interface ReadingThen extends TasksThen {
  asked: CountAsked;
  kept: RawBuilder<unknown>;
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

/** Facts of the tasks that stand otherwise now than at one of the cut-offs, and at which they do not. */
const touchedFacts = (agencyId: string, read: readonly ReadingThen[]) => {
  const kept = read.map((one) => sql`c.task_id is not null and ${one.kept}`);
  return sql<{ id: string; kept: boolean[]; facts: PackedFact[] }>`
    select n.task_id as id, s.kept, ${packedFacts('bare')} as facts from task_now n
    left join task_count c on c.agency_id = n.agency_id and c.task_id = n.task_id
    cross join lateral (select array[${sql.join(kept)}] as kept) s
    where n.agency_id = ${agencyId} and false = any(s.kept)`;
};

/** Adds a task to readings as it stood at each, and its steps done since the days they ask from. */
function addFolded(
  id: string,
  facts: readonly RecordedTaskFact[],
  law: Law,
  readings: readonly ReadingThen[],
): void {
  const moments = readings.map(({ asked: { cutOff, knownAt } }) => ({
    asOf: cutOff,
    ...(knownAt !== undefined && { knownAt: Temporal.Instant.from(knownAt).toString() }),
  }));
  let last: { task: KnownTask; counted: Omit<CountedTask, 'id'> } | null = null;
  for (const [at, task] of taskAt(facts, law, moments).entries()) {
    const { asked, tasks, steps } = readings[at]!;
    const { from, cutOff, unit } = asked;
    if (!task || (unit !== undefined && task.about.profile.unit.unitId !== unit)) continue;
    const { standing, about } = task;
    // Nothing happened between two moments: nothing is counted anew.
    if (last?.task.standing !== standing || last.task.about.profile !== about.profile)
      last = { task, counted: countedTaskOf(task, law, facts) };
    tasks.push({ id, ...last.counted });
    for (const { step, to_day: on, own, others, fact_id } of timeRows(task, cutOff, law, from))
      if (fact_id !== null) steps.push({ id: fact_id, taskId: id, step, on, own, others });
  }
}
