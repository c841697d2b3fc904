import { plainDay } from '../calendar/plain-day.ts';
import { startOf } from './clocks.ts';
import { type Law, ruleFor } from './law.ts';
import { getStep, hasMark } from './lifecycle/opening.ts';
import { nthDue } from './rules/deadline.ts';
import type { RuleOf } from './rules/rule.ts';
import type { TaskStanding } from './standing.ts';

/** One of the reports on what a result is good for: the how manieth, its last day in time, and by which fact it was made. */
export interface EffectReport {
  nth: number;
  /** ISO. */
  due: string;
  done: { id: string; on: string } | null;
}

/** When a task's results are reported on, by the agency's own decision or the law's default; null before that begins. */
export interface EffectSchedule {
  from: string;
  every: RuleOf<'every'>;
  /** How many years long; null where nothing says it. */
  years: RuleOf<'limit'> | null;
  reports: readonly EffectReport[];
}

/** The reports due and made so far, in their order; once one is marked the last, none follows. */
export function effectSchedule(standing: TaskStanding, law: Law): EffectSchedule | null {
  const { regime, history, ended } = standing;
  const step = getStep(regime, 'effectReported')?.step;
  const clock = step?.clocks?.find(({ every }) => every);
  const begun = hasMark(standing, 'effectReported') || standing.open.some((one) => one.step === step);
  const from = clock && startOf(clock, standing);
  if (!begun || !clock || !from) return null;
  const asked = { regime, on: from };
  const every = ruleFor('every', { topic: clock.topic, ...asked }, law);
  if (!every) return null;
  const years = ruleFor('limit', { topic: 'task.effect.report-years', ...asked }, law) ?? null;
  const done = history.flatMap(({ id, on, body }) =>
    body.kind === 'effectReported' && on >= from ? [{ id, on }] : [],
  );
  const over = ended !== null || hasMark(standing, 'effectReported.last');
  const wanted = over
    ? done.length
    : Math.max(years ? timesIn(years, every) : 0, done.length + (years ? 0 : 1));
  const reports = Array.from({ length: wanted }, (_, at) => ({
    nth: at + 1,
    due: nthDue(every, plainDay(from), at + 1, law.calendar).toString(),
    done: done[at] ?? null,
  }));
  return { from, every, years, reports };
}

const perYear = { year: 1, quarter: 4, month: 12 } as const;

/** How many reports fall into so many years. */
const timesIn = ({ value }: RuleOf<'limit'>, { value: { amount }, unit }: RuleOf<'every'>): number =>
  Math.floor((value.amount * (perYear[unit as keyof typeof perYear] ?? 1)) / amount);
