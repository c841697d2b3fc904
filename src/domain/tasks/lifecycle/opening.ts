import type { Happened, PhaseId, StepKind, TaskEvent } from '../facts.ts';
import type { TaskRegime } from '../law.ts';
import { lifeCycleOf } from './definitions.ts';
import { holds, kindOf, type LifeCycle, type Mark, marksIn, needed, type Phase, type Step } from './step.ts';

/** What decides which steps are open. */
export interface Marks {
  lifeCycle: LifeCycle;
  marks: Map<Mark, string>;
  /** Phases taken as done when the task was taken over from older files. */
  assumed: Set<PhaseId>;
  /** Steps taken back and not done again: they open anew even where later ones stay done. */
  takenBack: Set<StepKind>;
}

/** A step with the phase it belongs to. */
export interface Placed {
  step: Step;
  phase: Phase;
  /** Its place in the life cycle: facts of one day bind in this order. */
  place: number;
}

interface Known {
  placed: readonly Placed[];
  /** Marks taken for granted where their phase is taken as done: of which phase and step each is. */
  granted: ReadonlyMap<Mark, { phase: PhaseId; kind: StepKind }>;
  byKind: ReadonlyMap<StepKind, Placed>;
  /** Steps that cannot be done without this one, directly or through others: once they are done, this one is past. */
  later: ReadonlyMap<StepKind, readonly StepKind[]>;
  /** Steps that may open or close with a mark of this one: itself, those it is a condition of, and those it makes past. */
  affected: ReadonlyMap<StepKind, readonly Placed[]>;
}

const knownOf = new Map<TaskRegime, Known>();

/** The steps of a regime with their places and what follows from each, worked out once. */
export function stepsOf(regime: TaskRegime): Known {
  const known = knownOf.get(regime);
  if (known) return known;
  const { phases } = lifeCycleOf(regime);
  const placed = phases
    .flatMap((phase) => phase.steps.map((step) => ({ step, phase })))
    .map((one, place) => ({ ...one, place }));
  const byKind = new Map(placed.map((one) => [one.step.kind, one]));
  const later = laterSteps(placed);
  const affected = affectedSteps(placed, later);
  const made = { placed, byKind, later, affected, granted: grantedMarks(placed) };
  knownOf.set(regime, made);
  return made;
}

function laterSteps(placed: readonly Placed[]): Map<StepKind, StepKind[]> {
  const direct = new Map<StepKind, StepKind[]>();
  for (const { step } of placed) {
    for (const mark of step.after ? needed(step.after) : []) {
      const before = kindOf(mark);
      direct.set(before, [...(direct.get(before) ?? []), step.kind]);
    }
  }
  const reached = (kind: StepKind): StepKind[] =>
    (direct.get(kind) ?? []).flatMap((next) => [next, ...reached(next)]);
  return new Map(placed.map(({ step: { kind } }) => [kind, [...new Set(reached(kind))]]));
}

function affectedSteps(placed: readonly Placed[], later: Known['later']): Map<StepKind, Placed[]> {
  const affected = new Map<StepKind, Placed[]>();
  for (const one of placed) {
    const { step, phase } = one;
    const conditions = [step.after, step.until, phase.until, phase.notWhile].filter((of) => of !== undefined);
    const kinds = conditions.flatMap(marksIn).map(kindOf);
    for (const kind of new Set([step.kind, ...kinds, ...(later.get(step.kind) ?? [])]))
      affected.set(kind, [...(affected.get(kind) ?? []), one]);
  }
  return affected;
}

export const getStep = (regime: TaskRegime, kind: StepKind): Placed | undefined =>
  stepsOf(regime).byKind.get(kind);

/** Results taken for granted in phases that are taken as done. */
const goodOutcomes: readonly Mark[] = [
  'identified.do',
  'opened.valid',
  'scored.proposed',
  'accepted.achieved',
  'evaluated.completed',
];

function grantedMarks(placed: readonly Placed[]): Known['granted'] {
  return new Map(
    placed.filter(mayBeAssumed).flatMap(({ step: { kind }, phase }) => {
      const marks: Mark[] = [kind, ...goodOutcomes.filter((mark) => kindOf(mark) === kind)];
      return marks.map((mark) => [mark, { phase: phase.id, kind }] as const);
    }),
  );
}

/** Whether a mark is there, on record or taken for granted; of what was done, what came of it counts. */
export function hasMark({ lifeCycle, marks, assumed }: Marks, mark: Mark): boolean {
  if (marks.has(mark)) return true;
  if (assumed.size === 0) return false;
  const granted = stepsOf(lifeCycle.regime).granted.get(mark);
  return granted !== undefined && assumed.has(granted.phase) && !marks.has(granted.kind);
}

const mayBeAssumed = ({ step }: Placed) => !step.optional && !step.repeats;
const isAssumed = (assumed: ReadonlySet<PhaseId>, placed: Placed) =>
  assumed.has(placed.phase.id) && mayBeAssumed(placed);

/** Why a step is not open, each in its own way; null where it is. */
export type Shut =
  | { why: 'phase-over' }
  | { why: 'held'; by: Mark }
  | { why: 'after' }
  | { why: 'past' }
  | { why: 'done' };

/** What keeps a step from being done now, as far as marks tell. */
export function shutBy(marks: Marks, placed: Placed): Shut | null {
  const has = (mark: Mark) => hasMark(marks, mark);
  return shutForGood(marks, placed, has) ?? (isReached(placed, has) ? null : { why: 'after' });
}

const isReached = ({ step: { after } }: Placed, has: (mark: Mark) => boolean) => !after || holds(after, has);

/** As `shutBy`, whether or not what must come before is there. */
function shutForGood(marks: Marks, placed: Placed, has: (mark: Mark) => boolean): Shut | null {
  const { step, phase } = placed;
  if (step.until && holds(step.until, has)) return { why: 'past' };
  if (phase.until && holds(phase.until, has)) return { why: 'phase-over' };
  if (phase.notWhile && has(phase.notWhile)) return { why: 'held', by: phase.notWhile };
  if (!step.repeats && has(step.kind)) return { why: 'done' };
  if (!step.repeats && isPast(marks, step.kind)) return { why: 'past' };
  return isAssumed(marks.assumed, placed) ? { why: 'done' } : null;
}

const isPast = ({ lifeCycle, marks, takenBack }: Marks, kind: StepKind) =>
  !takenBack.has(kind) && (stepsOf(lifeCycle.regime).later.get(kind) ?? []).some((later) => marks.has(later));

function canBeDone(marks: Marks, placed: Placed): boolean {
  const { step } = placed;
  const has = (mark: Mark) => hasMark(marks, mark);
  // Most steps are done or still far off: that is looked at before everything else.
  if (!step.repeats && marks.marks.has(step.kind)) return false;
  return isReached(placed, has) && shutForGood(marks, placed, has) === null;
}

/** All steps that can be done, those that wait for somebody and the optional ones. */
export const opensIn = (marks: Marks): Set<Placed> =>
  new Set(stepsOf(marks.lifeCycle.regime).placed.filter((placed) => canBeDone(marks, placed)));

/** Takes up into what `opensIn` gave before what came of the marks of these steps since. */
export function opensAnew(marks: Marks, open: Set<Placed>, changed: Iterable<StepKind>): void {
  const { affected } = stepsOf(marks.lifeCycle.regime);
  for (const kind of changed)
    for (const placed of affected.get(kind) ?? []) {
      if (canBeDone(marks, placed)) open.add(placed);
      else open.delete(placed);
    }
}

/** The place of an event among those of its day: beside the steps, taking over comes first, supplements right after their step is due. */
function placeOf(body: TaskEvent, regime: TaskRegime): number {
  if (body.kind === 'takenOver') return -1;
  if (body.kind === 'supplementAsked' || body.kind === 'supplementReceived') {
    const before = (getStep(regime, body.of)?.place ?? 0) - 0.5;
    return body.kind === 'supplementAsked' ? before : before + 0.1;
  }
  return getStep(regime, body.kind)?.place ?? Number.MAX_SAFE_INTEGER;
}

/** Events in the order they bind: by day, on one day as the life cycle goes, then by id. */
export function inOrder(events: readonly Happened[], regime: TaskRegime): Happened[] {
  const placed = events.map((event) => ({ event, place: placeOf(event.body, regime) }));
  return placed
    .toSorted(
      (a, b) => compare(a.event.on, b.event.on) || a.place - b.place || compare(a.event.id, b.event.id),
    )
    .map(({ event }) => event);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
