import type { Calendar } from '../calendar/calendar.ts';
import { plainDay } from '../calendar/plain-day.ts';
import { supplementOf } from './clocks.ts';
import type { StepKind } from './facts.ts';
import { getStep } from './lifecycle/opening.ts';
import { type Side, sideOf, type TaskRole } from './roles.ts';
import type { Supplement, TaskStanding } from './standing.ts';

/** How long a step waited, in working days, split by whose time it was. Days are ISO; `to` null while it still waits. */
export interface Wait {
  kind: StepKind;
  from: string;
  to: string | null;
  own: number;
  others: number;
}

/** Who has the ball for a step: those whose step it is, or whoever must complete the dossier. */
export function ballOf(kind: StepKind, standing: TaskStanding): readonly TaskRole[] {
  if (supplementOf(kind, standing)) return ['host'];
  return getStep(standing.regime, kind)?.step.who ?? [];
}

/** Whether the managing agency or somebody else holds the task up now; both where steps of both wait. */
export const sidesWaitedFor = (standing: TaskStanding): Side[] => [
  ...new Set(standing.open.flatMap(({ step }) => ballOf(step.kind, standing).slice(0, 1).map(sideOf))),
];

/**
 * The waits of a task up to a day: what was done and what is still open. What comes again and again by the calendar
 * (reports, inspections) waits for nobody and is left out.
 */
export function waitsOf(standing: TaskStanding, asOf: string, calendar: Calendar): Wait[] {
  const past = standing.times.map(({ kind, from, to }) => ({ kind, from, to, open: false }));
  const open = standing.open.map(({ step, since }) => ({
    kind: step.kind,
    from: since,
    to: asOf,
    open: true,
  }));
  return [...past, ...open]
    .filter(({ kind }) => !comesAgain(kind, standing))
    .map(({ kind, from, to, open }) => ({
      kind,
      from,
      to: open ? null : to,
      ...lengthOf({ kind, from, to }, standing, calendar),
    }));
}

const comesAgain = (kind: StepKind, { regime }: TaskStanding) =>
  getStep(regime, kind)?.step.clocks?.some(({ every }) => every) ?? false;

interface Span {
  kind: StepKind;
  from: string;
  to: string;
}

/** A step's time is its first actor's; while its dossier is being completed it is others'. */
function lengthOf({ kind, from, to }: Span, standing: TaskStanding, calendar: Calendar) {
  const count = (a: string, b: string) => (a < b ? calendar.workingDaysBetween(plainDay(a), plainDay(b)) : 0);
  const whole = count(from, to);
  const [first = 'authority'] = getStep(standing.regime, kind)?.step.who ?? [];
  const away = standing.supplements
    .filter(({ of }) => of === kind)
    .reduce((sum, one) => sum + count(...within(one, from, to)), 0);
  const others = sideOf(first) === 'others' ? whole : away;
  return { own: whole - others, others };
}

const within = ({ askedOn, receivedOn }: Supplement, from: string, to: string): [string, string] => [
  askedOn > from ? askedOn : from,
  receivedOn !== null && receivedOn < to ? receivedOn : to,
];

/** Days in a step over many tasks: how many, the middle one, and what nine of ten keep to. */
export interface StepDays {
  kind: StepKind;
  count: number;
  median: number;
  ninetieth: number;
}

/** Working days in each step that was passed, one line a step; own and others' time together. */
export function daysPerStep(waits: readonly Wait[]): StepDays[] {
  const passed = waits.filter(({ to }) => to !== null);
  return [...Map.groupBy(passed, ({ kind }) => kind)].map(([kind, same]) => {
    const lengths = same.map(({ own, others }) => own + others).toSorted((a, b) => a - b);
    return { kind, count: lengths.length, median: middle(lengths), ninetieth: rankAt(lengths, 0.9) };
  });
}

const middle = (sorted: readonly number[]) => {
  const half = sorted.length / 2;
  return Number.isInteger(half)
    ? ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2
    : (sorted[Math.floor(half)] ?? 0);
};

/** The smallest length that at least this share keep to (nearest rank). */
const rankAt = (sorted: readonly number[], share: number) =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
