import { clockEnd } from '../calendar/pauses.ts';
import { plainDay } from '../calendar/plain-day.ts';
import type { StepKind } from './facts.ts';
import { type Law, ruleFor } from './law.ts';
import type { Clock, ClockStart, Step } from './lifecycle/step.ts';
import { limitHolds } from './rules/amounts.ts';
import { deadlineOf, nthDue } from './rules/deadline.ts';
import type { RuleOf } from './rules/rule.ts';
import type { OpenStep, Supplement, TaskStanding } from './standing.ts';

/** A limit that runs for a step: since when, until when, by which rule. Days are ISO. */
export interface RunningClock {
  step: StepKind;
  topic: string;
  startedOn: string;
  /** The last day in time; null while a supplement is awaited, and where the law's length is not known. */
  due: string | null;
  /** Waits for the dossier to be completed. */
  paused: boolean;
  /** The rule it is reckoned by; null where none is in force, so that the agency must set one. */
  rule: RuleOf<'term' | 'every'> | null;
  /** What missing it means beyond being late. */
  missed: string | null;
}

/** The clocks that run for a step, each on its own: where two run together both are told. */
export function clocksOf(step: Step, standing: TaskStanding, law: Law): RunningClock[] {
  const clocks = (step.clocks ?? []).flatMap((clock) => {
    const startedOn = startOf(clock, standing);
    return startedOn === null ? [] : [running(step, clock, startedOn, standing, law)];
  });
  return [...clocks, ...supplementClock(step, standing, law)];
}

/** The clocks of a standing, as the law it was last asked under reckons them: much is told of a task at once. */
const reckoned = new WeakMap<TaskStanding, { law: Law; clocks: readonly RunningClock[] }>();

/** Every clock of the open steps, the earliest due day first, those without one last. */
export function runningClocks(standing: TaskStanding, law: Law): readonly RunningClock[] {
  const known = reckoned.get(standing);
  if (known?.law === law) return known.clocks;
  const clocks = standing.open.flatMap(({ step }) => clocksOf(step, standing, law));
  const sorted = clocks.toSorted((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'));
  reckoned.set(standing, { law, clocks: sorted });
  return sorted;
}

/** What matters most now: the open step due first, or else the furthest of the life cycle. */
export function mainStep(standing: TaskStanding, law: Law): OpenStep | null {
  const [first] = runningClocks(standing, law).filter(({ due }) => due !== null);
  return standing.open.find(({ step }) => step.kind === first?.step) ?? standing.open.at(-1) ?? null;
}

/** The latest of the events a clock counts from that have happened; null where none has. */
export function startOf({ from }: Clock, standing: TaskStanding): string | null {
  const starts = Array.isArray(from) ? (from as readonly ClockStart[]) : [from as ClockStart];
  const days = starts.map((start) => dayOf(start, standing)).filter((day) => day !== null);
  return days.toSorted().at(-1) ?? null;
}

/** The day of an event, ISO; null where it has not come. A terminated contract ends on the day of the decision. */
export function dayOf(start: ClockStart, { marks, terms, history }: TaskStanding): string | null {
  if (start === 'callClosing') return terms.callClosesOn;
  if (start === 'contractEnd') return marks.get('terminated') ?? terms.contract?.to ?? null;
  if (typeof start !== 'string') return history.find(({ body }) => body.kind === start.first)?.on ?? null;
  if (start === 'contracted' && marks.has('contracted')) return terms.contract?.from ?? null;
  return marks.get(start) ?? null;
}

function running(
  step: Step,
  { topic, every, missed }: Clock,
  startedOn: string,
  standing: TaskStanding,
  law: Law,
): RunningClock {
  const { regime } = standing;
  const asked = { topic, regime, on: startedOn };
  const pauses = standing.supplements.filter(({ of }) => of === step.kind);
  const common = { step: step.kind, topic, startedOn, missed: missed ?? null };
  const rule = every ? ruleFor('every', asked, law) : ruleFor('term', asked, law);
  if (!rule) return { ...common, due: null, paused: false, rule: null };
  if (isEvery(rule)) {
    const times = timesDone(step.kind, startedOn, standing);
    return {
      ...common,
      due: nthDue(rule, plainDay(startedOn), times + 1, law.calendar).toString(),
      paused: false,
      rule,
    };
  }
  const due = dueOf(rule, startedOn, pauses, law);
  return { ...common, due, paused: due === null, rule };
}

const isEvery = (rule: RuleOf<'every'> | RuleOf<'term'>): rule is RuleOf<'every'> =>
  rule.value.kind === 'every';

/** How often a step was done on or after a day. */
const timesDone = (kind: StepKind, since: string, { history }: TaskStanding) =>
  history.filter(({ on, body }) => body.kind === kind && on >= since).length;

/** The last day of a term, standing still while the dossier is with those who must complete it. */
function dueOf(rule: RuleOf<'term'>, startedOn: string, pauses: readonly Supplement[], { calendar }: Law) {
  const start = plainDay(startedOn);
  if (pauses.length === 0 || rule.value.direction === 'before')
    return deadlineOf(rule, start, calendar).toString();
  const spans = pauses.map(({ askedOn, receivedOn }) => ({
    from: plainDay(askedOn),
    ...(receivedOn !== null && { to: plainDay(receivedOn) }),
  }));
  const term = { amount: rule.value.amount, unit: rule.unit as 'day' };
  return clockEnd(start, term, spans, calendar)?.toString() ?? null;
}

/** The clock of those who must complete the dossier, while they have it. */
function supplementClock(step: Step, standing: TaskStanding, law: Law): RunningClock[] {
  const waiting = supplementOf(step.kind, standing);
  if (!waiting || step.supplement === undefined) return [];
  const { askedOn: startedOn } = waiting;
  const topic = step.supplement;
  const rule = ruleFor('term', { topic, regime: standing.regime, on: startedOn }, law) ?? null;
  const due = rule && dueOf(rule, startedOn, [], law);
  return [{ step: step.kind, topic, startedOn, due, paused: false, rule, missed: null }];
}

/** The supplement a step waits for now. */
export const supplementOf = (kind: StepKind, { supplements }: TaskStanding): Supplement | undefined =>
  supplements.find(({ of, receivedOn }) => of === kind && receivedOn === null);

/** Reports missed by a day: times it fell due before it and was not done. */
export function timesMissed(kind: StepKind, on: string, standing: TaskStanding, law: Law): number {
  const open = standing.open.find(({ step }) => step.kind === kind);
  const clock = open?.step.clocks?.find(({ every }) => every);
  const startedOn = clock && startOf(clock, standing);
  if (!clock || !startedOn) return 0;
  const rule = ruleFor('every', { topic: clock.topic, regime: standing.regime, on: startedOn }, law);
  if (!rule) return 0;
  const done = timesDone(kind, startedOn, standing);
  let missed = 0;
  while (nthDue(rule, plainDay(startedOn), done + missed + 1, law.calendar).toString() < on) missed++;
  return missed;
}

/** The rule by which money stops because so many reports are missing; null where it goes on (TT 09/2014/TT-BKHCN Đ9). */
export function fundingStopped(standing: TaskStanding, on: string, law: Law): RuleOf<'limit'> | null {
  const asked = { topic: 'task.running.missed-reports-stop-funding', regime: standing.regime, on };
  const rule = ruleFor('limit', asked, law);
  return rule && limitHolds(rule, timesMissed('reported', on, standing, law)) ? rule : null;
}
