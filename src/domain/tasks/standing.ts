import type { When } from '../directives/facts.ts';
import type { Change } from './change.ts';
import {
  type Happened,
  happenedBy,
  type PhaseId,
  type StepBody,
  type StepKind,
  type TaskFact,
} from './facts.ts';
import type { TaskRegime } from './law.ts';
import { lifeCycleOf } from './lifecycle/definitions.ts';
import {
  getStep,
  hasMark,
  inOrder,
  type Marks,
  opensAnew,
  opensIn,
  type Placed,
} from './lifecycle/opening.ts';
import {
  type End,
  holds,
  type LifeCycle,
  type Mark,
  marksOf,
  marksOfStep,
  missing,
  type Phase,
  type Step,
} from './lifecycle/step.ts';
import { makeChange, nothingSaid, sayTerms, type TaskTerms, takeBack } from './said.ts';

/** A step that waits for somebody, and since when (ISO). */
export interface OpenStep {
  step: Step;
  phase: Phase;
  since: string;
}

/** A time in which a step was open; `done` says whether it ended with being done. */
export interface StepTime {
  kind: StepKind;
  from: string;
  to: string;
  done: boolean;
}

/** A dossier sent back for completion: of which step, when asked and when received. */
export interface Supplement {
  of: StepKind;
  askedOn: string;
  receivedOn: string | null;
}

export interface ChangeRecord {
  changeId: string;
  change: Change;
  state: 'asked' | 'changed' | 'refused' | 'notified' | 'objected';
  on: string;
}

/** How a task stands: the set of its open branches, not one word. */
export interface TaskStanding extends Marks {
  regime: TaskRegime;
  /** Everything that happened, in binding order, each step as often as it was done. */
  history: readonly Happened[];
  open: readonly OpenStep[];
  /** Steps that may be done though nobody waits for them. */
  optional: readonly Step[];
  times: readonly StepTime[];
  supplements: readonly Supplement[];
  changes: readonly ChangeRecord[];
  terms: TaskTerms;
  /** Steps recorded though something that must come before is not on record. */
  gaps: readonly { kind: StepKind; on: string; missing: readonly Mark[] }[];
  ended: { id: End['id']; name: string; on: string } | null;
}

/** Where the fold has come to; only `foldThrough` writes to it. */
interface Fold extends Marks {
  regime: TaskRegime;
  /** What happened so far. */
  history: readonly Happened[];
  /** Steps that wait, in the order they opened, and since when. */
  open: Map<Placed, string>;
  times: StepTime[];
  supplements: Supplement[];
  changes: ChangeRecord[];
  terms: TaskTerms;
  gaps: { kind: StepKind; on: string; missing: readonly Mark[] }[];
  ended: TaskStanding['ended'];
  /** Steps that can be done, the optional ones too, and whose marks came or went since that was looked at. */
  openable: Set<Placed>;
  changed: Set<StepKind>;
}

/**
 * Folds the facts of one task into how it stands as of a day, as known at an instant. The order in which facts are
 * passed or were recorded does not matter: they bind by the day they happened and, on one day, by the life cycle's own order.
 * @param begunOn since when the first step waits (ISO) where none is on record yet
 */
export function taskStandingOf(
  facts: readonly TaskFact[],
  regime: TaskRegime,
  when: When = {},
  begunOn = '',
): TaskStanding {
  return foldThrough()({ regime, happened: happenedBy(facts, when), begunOn });
}

/** What had happened to a task by some moment, and the law it is read under. */
interface Lived {
  regime: TaskRegime;
  happened: readonly Happened[];
  begunOn: string;
}

/**
 * A fold of one task that is asked for one moment after another: where what had happened by the last is how the next begins,
 * it goes on from there, so that moments in the order of time are told in one pass. Where nothing happened between two, the
 * standing is the same one.
 */
export function foldThrough(): (lived: Lived) => TaskStanding {
  let fold: Fold | null = null;
  let standing: TaskStanding | null = null;
  return ({ regime, happened, begunOn }) => {
    const history = inOrder(happened, regime);
    if (fold?.regime !== regime || !beginsWith(history, fold.history))
      fold = begun(regime, history[0]?.on ?? begunOn);
    else if (standing && history.length === fold.history.length) return standing;
    for (const one of history.slice(fold.history.length)) takeUp(fold, one);
    fold.history = history;
    standing = standingIn(fold);
    return standing;
  };
}

/** Whether the fold of a beginning may go on: it has one, since the first event says since when the first step waits. */
const beginsWith = (history: readonly Happened[], beginning: readonly Happened[]) =>
  beginning.length > 0 && beginning.every(({ id }, at) => history[at]?.id === id);

/** How a task stands where its fold has come to, whatever the fold takes up afterwards. */
function standingIn({ openable, changed: _, open, ...fold }: Fold): TaskStanding {
  const optional = fold.ended ? [] : inPlace([...openable].filter(({ step }) => step.optional));
  return {
    ...fold,
    marks: new Map(fold.marks),
    assumed: new Set(fold.assumed),
    takenBack: new Set(fold.takenBack),
    open: [...open].map(([{ step, phase }, since]) => ({ step, phase, since })),
    times: [...fold.times],
    supplements: fold.supplements.map((one) => ({ ...one })),
    changes: [...fold.changes],
    gaps: [...fold.gaps],
    optional: optional.map(({ step }) => step),
  };
}

function begun(regime: TaskRegime, on: string): Fold {
  const fold: Fold = {
    regime,
    lifeCycle: lifeCycleOf(regime),
    history: [],
    marks: new Map(),
    assumed: new Set(),
    takenBack: new Set(),
    open: new Map(),
    times: [],
    supplements: [],
    changes: [],
    gaps: [],
    ended: null,
    terms: nothingSaid(),
    openable: new Set(),
    changed: new Set(),
  };
  fold.openable = opensIn(fold);
  reopen(fold, on, null);
  return fold;
}

/** Takes up one event, and opens and closes steps by it. */
function takeUp(fold: Fold, happened: Happened): void {
  apply(fold, happened);
  const { on, body } = happened;
  reopen(fold, on, 'of' in body || body.kind === 'takenOver' ? null : body.kind);
}

/** What an event says, the marks it leaves and those it takes back. */
function apply(fold: Fold, { on, body }: Happened): void {
  if (body.kind === 'takenOver') {
    for (const phase of phasesBefore(fold.lifeCycle, body.phase)) fold.assumed.add(phase);
    fold.openable = opensIn(fold);
    return;
  }
  if (body.kind === 'supplementAsked') {
    fold.supplements.push({ of: body.of, askedOn: on, receivedOn: null });
    return;
  }
  if (body.kind === 'supplementReceived') {
    endSupplement(fold, body.of, on);
    return;
  }
  const placed = getStep(fold.regime, body.kind);
  if (!placed || fold.ended) return;
  const lacking = placed.step.after ? missing(placed.step.after, (mark) => hasMark(fold, mark)) : [];
  if (lacking.length > 0) fold.gaps.push({ kind: body.kind, on, missing: lacking });
  fold.terms = sayTerms(fold.terms, body);
  mark(fold, placed.step, body, on);
  endSupplement(fold, body.kind, on);
  sayChange(fold, body, on);
  const end = fold.lifeCycle.ends.find(({ when }) => holds(when, (one) => hasMark(fold, one)));
  if (end) fold.ended = { id: end.id, name: end.name, on };
}

/** The dossier is there, or the step was done without it. */
function endSupplement({ supplements }: Fold, of: StepKind, on: string): void {
  const asked = supplements.find((one) => one.of === of && one.receivedOn === null);
  if (asked) asked.receivedOn = on;
}

/** Phases of the main line that lie before one. */
const phasesBefore = ({ phases }: LifeCycle, id: PhaseId): PhaseId[] => {
  const place = phases.findIndex((phase) => phase.id === id);
  return phases.slice(0, place).flatMap((phase) => (phase.aside ? [] : [phase.id]));
};

/** Sets the marks of what was done; an earlier result of the same step no longer counts. */
function mark(fold: Fold, step: Step, body: StepBody, on: string): void {
  const { takenBack, marks } = fold;
  forget(fold, body.kind);
  takenBack.delete(body.kind);
  const left = marksOf(body);
  for (const one of left) marks.set(one, on);
  const undone = [...(step.undoes ?? []), ...left.flatMap((one) => outcomeUndoes(step, one))];
  for (const kind of undone) {
    if (marks.has(kind)) takenBack.add(kind);
    forget(fold, kind);
  }
}

const outcomeUndoes = ({ undoesOn }: Step, one: Mark): readonly StepKind[] =>
  (undoesOn as Partial<Record<Mark, readonly StepKind[]>> | undefined)?.[one] ?? [];

function forget({ marks, changed }: Fold, kind: StepKind): void {
  for (const one of marksOfStep(kind)) marks.delete(one);
  changed.add(kind);
}

const inPlace = (open: readonly Placed[]): Placed[] => open.toSorted((a, b) => a.place - b.place);

/** Opens and closes steps as the marks now stand; what was just done ends its own time. */
function reopen(fold: Fold, on: string, done: StepKind | null): void {
  const { openable, open, changed, ended } = fold;
  opensAnew(fold, openable, changed);
  changed.clear();
  for (const [placed, since] of open) {
    if (!ended && openable.has(placed)) continue;
    open.delete(placed);
    const { kind } = placed.step;
    if (kind === done || since < on) fold.times.push({ kind, from: since, to: on, done: kind === done });
  }
  if (ended) return;
  const fresh = [...openable].filter((placed) => !placed.step.optional && !open.has(placed));
  for (const placed of inPlace(fresh)) open.set(placed, on);
}

/** Several changes may wait at once: while one waits, the step of asking keeps its mark, of the earliest day. */
function sayChange(fold: Fold, body: StepBody, on: string): void {
  if (!('changeId' in body)) return;
  const { changeId } = body;
  const record = fold.changes.find((one) => one.changeId === changeId);
  if (body.kind === 'changeAsked' && !record)
    fold.changes.push({ changeId, change: body.change, state: 'asked', on });
  if (body.kind === 'changeNotified' && !record) {
    fold.changes.push({ changeId, change: body.change, state: 'notified', on });
    fold.terms = makeChange(fold.terms, body.change);
  }
  if (body.kind === 'changed') {
    fold.terms = makeChange(fold.terms, body.change);
    settle(fold, record, { changeId, change: body.change, state: 'changed', on });
  }
  if (body.kind === 'changeRefused' && record) settle(fold, record, { ...record, state: 'refused', on });
  if (body.kind === 'changeObjected' && record) {
    settle(fold, record, { ...record, state: 'objected', on });
    fold.terms = takeBack(fold.terms, record.change);
  }
  const waiting = fold.changes.filter(({ state }) => state === 'asked').map((one) => one.on);
  if (waiting.length === 0) {
    forget(fold, 'changeAsked');
    forget(fold, 'opinionsReceived');
  } else {
    fold.changed.add('changeAsked');
    fold.marks.set(
      'changeAsked',
      waiting.reduce((a, b) => (a < b ? a : b)),
    );
  }
}

function settle(fold: Fold, record: ChangeRecord | undefined, now: ChangeRecord): void {
  fold.changes = record ? fold.changes.map((one) => (one === record ? now : one)) : [...fold.changes, now];
}
