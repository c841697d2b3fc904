import { plainDay } from '../calendar/plain-day.ts';
import type { RecordedTaskFact, TaskType } from './about.ts';
import type { ChangeType } from './change.ts';
import { dayOf, mainStep, runningClocks } from './clocks.ts';
import type { Happened, PhaseId, StepKind, TaskEvent } from './facts.ts';
import type { TaskState } from './filter.ts';
import { type Law, ruleFor, type TaskRegime } from './law.ts';
import type { Side } from './roles.ts';
import { deadlineOf } from './rules/deadline.ts';
import type { TaskLevel } from './rules/vocabulary.ts';
import type { ChangeRecord, TaskStanding } from './standing.ts';
import { type KnownTask, taskState } from './task.ts';
import { sidesWaitedFor } from './waiting.ts';

/** How carrying a task out ended; the law of 2025 knows completion in words and no scale. */
export const taskResults = ['excellent', 'achieved', 'completed', 'not-achieved', 'terminated'] as const;
export type TaskResult = (typeof taskResults)[number];

/** An inspection of a task; `round` is what was inspected in one go: by the round of the plan, the paper it rests on, or its day. */
export interface CountedInspection {
  id: string;
  on: string;
  outcome: Extract<TaskEvent, { kind: 'inspected' }>['outcome'];
  round: string;
}

/** What figures count of a task as of a day: what it is, and the days on which it came to what. Days are ISO. */
export interface CountedTask {
  id: string;
  title: string;
  unitId: string;
  level: TaskLevel;
  type: TaskType;
  field: string | null;
  programmeId: string | null;
  regime: TaskRegime;
  state: TaskState;
  phase: PhaseId | null;
  step: StepKind | null;
  host: string | null;
  /** Times in which it was carried out: from its contract to its result; doing again begins another. */
  spans: (readonly [from: string, to: string | null])[];
  result: TaskResult | null;
  /** Whether its result was handed in within the time for that; null where that time is not known, or before a result. */
  inTime: boolean | null;
  /** Carrying it out is over, on record or taken for granted of older files. */
  over: boolean;
  timesExtended: number;
  suspended: boolean;
  /** The earliest last day of what it waits for. */
  due: string | null;
  side: Side | 'both' | null;
  registeredOn: string | null;
  recognisedOn: string | null;
  liquidatedOn: string | null;
  assetsSettledOn: string | null;
  endedOn: string | null;
  /** Days on which its results were put to use, and on which the effect was reported. */
  applied: string[];
  effectReported: string[];
  inspections: CountedInspection[];
  changes: { id: string; on: string; type: ChangeType; state: ChangeRecord['state'] }[];
}

/** What is counted of a task as it was folded. @param facts those it was folded from */
export function countedTaskOf(
  { about: { profile }, standing, title }: KnownTask,
  law: Law,
  facts: readonly Pick<RecordedTaskFact, 'id' | 'restsOn'>[],
): Omit<CountedTask, 'id'> {
  const { marks, terms, ended, history, changes } = standing;
  const main = ended ? null : mainStep(standing, law);
  const state = taskState({ standing });
  const result = resultOf(standing);
  const daysOf = (kind: StepKind) => history.flatMap(({ on, body }) => (body.kind === kind ? [on] : []));
  const dayOfMark = (kind: StepKind) => marks.get(kind) ?? null;
  return {
    ...{ title, unitId: profile.unit.unitId, level: profile.level, type: profile.type },
    ...{ field: profile.field, programmeId: profile.programmeId, regime: standing.regime, state },
    ...{ phase: main?.phase.id ?? null, step: main?.step.kind ?? null, host: terms.host?.name ?? null },
    spans: spansOf(history),
    result: result?.result ?? null,
    inTime: result && saidInTime(standing, law, result.on),
    over: state === 'ending' || (ended !== null && ended.id !== 'not-carried-out'),
    timesExtended: timesExtended(changes),
    suspended: !ended && marks.has('suspended'),
    due: ended ? null : (runningClocks(standing, law)[0]?.due ?? null),
    side: sideOfAll(standing),
    ...{ registeredOn: dayOfMark('registered'), recognisedOn: dayOfMark('recognised') },
    ...{ liquidatedOn: dayOfMark('liquidated'), assetsSettledOn: assetsSettledOn(standing) },
    endedOn: ended?.on ?? null,
    ...{ applied: daysOf('applied'), effectReported: daysOf('effectReported') },
    inspections: inspectionsOf(history, facts),
    changes: changes.map(({ changeId, on, change, state: now }) => ({
      ...{ id: changeId, on, type: change.type, state: now },
    })),
  };
}

const extensionMade: readonly ChangeRecord['state'][] = ['changed', 'notified'];

/** How often its time was extended, by whoever may. */
export const timesExtended = (changes: readonly ChangeRecord[]): number =>
  changes.filter(({ change, state }) => change.type === 'extension' && extensionMade.includes(state)).length;

/** Whose time passes now, the agency's or others'; both where steps of both wait. */
export function sideOfAll(standing: TaskStanding): Side | 'both' | null {
  const sides = sidesWaitedFor(standing);
  return sides.length === 2 ? 'both' : (sides[0] ?? null);
}

const carriedOutFrom: readonly PhaseId[] = ['running', 'stopping', 'acceptance'];
const opens = (body: TaskEvent) =>
  body.kind === 'contracted' || (body.kind === 'takenOver' && carriedOutFrom.includes(body.phase));
const closes = (body: TaskEvent) =>
  ['accepted', 'evaluated', 'terminated'].includes(body.kind) || (body.kind === 'paid' && body.last);

/** From the contract, or from when it was taken over under way, to the result; a result without either counts from the first day known. */
function spansOf(history: readonly Happened[]): CountedTask['spans'] {
  const spans: [string, string | null][] = [];
  for (const { on, body } of history) {
    const last = spans.at(-1);
    const open = last !== undefined && last[1] === null;
    if ((last === undefined && opens(body)) || (!open && body.kind === 'redone')) spans.push([on, null]);
    else if (closes(body)) {
      if (last === undefined && !history.some((one) => one.body.kind === 'takenOver'))
        spans.push([history[0]?.on ?? on, on]);
      else if (open) last[1] = on;
    }
  }
  return spans;
}

/** How carrying it out ended, and on which day; null before that. */
function resultOf({ marks, history }: TaskStanding): { result: TaskResult; on: string } | null {
  const last = history.findLast(({ body }) => closes(body));
  if (last === undefined || !marks.has(last.body.kind as StepKind)) return null;
  return { result: saidResult(last.body), on: last.on };
}

/** The day of a result that anybody may read of: recognised, or completed where the law has no recognition, and put to use. */
export function publicResultOn(standing: TaskStanding): string | null {
  if (!standing.history.some(({ body }) => body.kind === 'applied')) return null;
  const ended = resultOf(standing);
  return standing.marks.get('recognised') ?? (ended?.result === 'completed' ? ended.on : null);
}

function saidInTime(standing: TaskStanding, law: Law, resultOn: string): boolean | null {
  const { marks } = standing;
  const filedOn = marks.get('acceptanceFiled') ?? marks.get('finalFiled') ?? resultOn;
  const until = lastDayForResult(standing, law);
  return until === null ? null : filedOn <= until;
}

function saidResult(body: TaskEvent): TaskResult {
  if (body.kind === 'accepted') return body.rating;
  if (body.kind === 'evaluated') return body.outcome === 'completed' ? 'completed' : 'not-achieved';
  return body.kind === 'terminated' ? 'terminated' : 'completed';
}

/** The last day for filing the result, by the rule of that where there is one, else the end of the contract. */
function lastDayForResult(standing: TaskStanding, law: Law): string | null {
  const end = dayOf('contractEnd', standing);
  if (end === null) return null;
  const asked = { topic: 'task.acceptance.filing', regime: standing.regime, on: end };
  const rule = ruleFor('term', asked, law);
  return rule ? deadlineOf(rule, plainDay(end), law.calendar).toString() : end;
}

/** Handed over, or none to hand over; where the liquidation comes without waiting for that, it tells what becomes of them. */
function assetsSettledOn({ regime, marks }: TaskStanding): string | null {
  const settled = marks.get('assetsPlanned.none') ?? marks.get('assetsHandedOver');
  return settled ?? (regime === 'A' ? null : (marks.get('liquidated') ?? null));
}

function inspectionsOf(
  history: readonly Happened[],
  facts: readonly Pick<RecordedTaskFact, 'id' | 'restsOn'>[],
): CountedInspection[] {
  return history.flatMap(({ id, on, body }) => {
    if (body.kind !== 'inspected') return [];
    const paper = facts.find((fact) => fact.id === id)?.restsOn;
    return [
      { id, on, outcome: body.outcome, round: body.round ?? (paper ? `${paper.sign} ${paper.date}` : on) },
    ];
  });
}
