import { lateness, lateOf } from '../../../domain/calendar/due.ts';
import type { Cut } from '../../../domain/figures/comparison.ts';
import { tell } from '../../../domain/figures/evaluate.ts';
import {
  type CountedChange,
  type CountedStep,
  type CountedVisit,
  inspections,
  taskChanges,
  taskSteps,
} from '../../../domain/figures/task-events.ts';
import type { NamedTask } from '../../../domain/figures/task-ids.ts';
import { tasks } from '../../../domain/figures/tasks.ts';
import type { CountedTask } from '../../../domain/tasks/counted.ts';
import { changeWordsOf, nameIn, stepWordsOf } from '../../../domain/tasks/lifecycle/names.ts';
import { unitNamesOn } from '../../organisation/unit-names.ts';
import { countedThen, type TasksThen } from '../../tasks/counted.ts';
import type { FigureRecord } from '../contract.ts';
import type { FamilyAsking, FamilyRead } from './family.ts';

/** What the four families about S&T tasks read, once for all that is read to answer one question. */
const read = new WeakMap<FamilyAsking['among'], Promise<ReadonlyMap<Cut, TasksThen>>>();

async function tasksThen(asking: FamilyAsking): Promise<TasksThen> {
  const { among, cut } = asking;
  const found = read.get(among) ?? readThen(asking);
  read.set(among, found);
  const then = (await found).get(cut);
  if (!then) throw new Error(`Nothing was read as of ${cut.cutOff}`);
  return then;
}

async function readThen({ tx, ctx, actor, unit, among }: FamilyAsking): Promise<ReadonlyMap<Cut, TasksThen>> {
  const inTime = among.toSorted((a, b) => a.cut.cutOff.localeCompare(b.cut.cutOff));
  const asked = inTime.map(({ cut: { from, cutOff }, knownAt }) => ({ from, cutOff, knownAt, unit }));
  const then = await countedThen(tx, ctx, actor.agencyId, asked);
  return new Map(then.map((one, at) => [inTime[at]!.cut, one]));
}

/** S&T tasks, each as it stood on the cut-off day. */
export async function readTasks(asking: FamilyAsking): Promise<FamilyRead> {
  const { tasks: then } = await tasksThen(asking);
  const named = then.map(
    (one): NamedTask => ({
      ...one,
      stepName: one.step && stepWordsOf(one.regime, one.step),
    }),
  );
  return { told: tell(tasks, named, asking.reading), linesOf: linesOf(asking, named, taskLine) };
}

/** Inspections of tasks. */
export async function readInspections(asking: FamilyAsking): Promise<FamilyRead> {
  const { tasks: then } = await tasksThen(asking);
  const visits = then.flatMap((task) => task.inspections.map((one) => ({ ...ofTask(task), ...one, task })));
  return { told: tell(inspections, visits, asking.reading), linesOf: linesOf(asking, visits, visitLine) };
}

/** Changes to tasks. */
export async function readTaskChanges(asking: FamilyAsking): Promise<FamilyRead> {
  const { tasks: then } = await tasksThen(asking);
  const changes = then.flatMap((task) =>
    task.changes.map(({ id, on, state, type }) => ({
      ...{ ...ofTask(task), id, on, state, task, change: type },
    })),
  );
  return { told: tell(taskChanges, changes, asking.reading), linesOf: linesOf(asking, changes, changeLine) };
}

/** Steps of tasks that were done within the period. */
export async function readTaskSteps(asking: FamilyAsking): Promise<FamilyRead> {
  const { tasks: then, steps } = await tasksThen(asking);
  const known = new Map(then.map((task) => [task.id, task]));
  const done = steps.flatMap(({ id, taskId, step, on, own, others }) => {
    const task = known.get(taskId);
    const stepName = task && stepWordsOf(task.regime, step);
    return task && stepName ? [{ ...ofTask(task), id, on, own, others, task, stepName }] : [];
  });
  return { told: tell(taskSteps, done, asking.reading), linesOf: linesOf(asking, done, stepLine) };
}

const ofTask = ({ unitId, level, type }: CountedTask) => ({ unitId, level, type });
type Of<One> = One & { task: CountedTask };

/** What each kind of record says of itself beside its task. */
type Said = Pick<FigureRecord, 'words' | 'day' | 'state' | 'lateness' | 'late'>;

function linesOf<One extends { id: string; unitId: string } & ({ task: CountedTask } | CountedTask)>(
  asking: FamilyAsking,
  all: readonly One[],
  say: (one: One, asking: FamilyAsking) => Said,
): FamilyRead['linesOf'] {
  return async (ids) => {
    const { tx, ctx, actor, cut } = asking;
    const names = await unitNamesOn(tx, ctx, actor.agencyId, cut.cutOff, true);
    const known = new Map(all.map((one) => [one.id, one]));
    return ids.flatMap((id): FigureRecord[] => {
      const one = known.get(id);
      if (!one) return [];
      const page = { place: 'tasks' as const, id: 'task' in one ? one.task.id : one.id };
      return [{ id, page, unit: names.get(one.unitId) ?? null, source: null, ...say(one, asking) }];
    });
  };
}

function taskLine({ title, state, due, endedOn, spans }: NamedTask, { cut, calendar }: FamilyAsking): Said {
  const late = due === null ? null : lateness(due, cut.cutOff, calendar);
  const day = due ?? endedOn ?? spans.at(-1)?.[1] ?? null;
  return { words: title, day, state, lateness: late?.words ?? '', late: late && lateOf(late, false) };
}

const plain = { lateness: '', late: null };
const visitLine = ({ task, on, outcome }: Of<CountedVisit>): Said => ({
  ...{ words: task.title, day: on, state: outcome, ...plain },
});
const changeLine = (
  { task, on, change, state }: Of<CountedChange>,
  { actor: { language } }: FamilyAsking,
): Said => ({
  ...{ words: `${changeWordsOf(change, language)}: ${task.title}`, day: on, state, ...plain },
});
const stepLine = (
  { task, on, stepName, own, others }: Of<CountedStep>,
  { actor: { language } }: FamilyAsking,
): Said => ({
  ...{ words: `${nameIn(language, stepName)}: ${task.title}`, day: on, state: 'done', late: null },
  lateness: `${own + others} ${language === 'en' ? 'working days' : 'ngày làm việc'}`,
});
