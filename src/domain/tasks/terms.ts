import { z } from 'zod';
import type { Calendar } from '../calendar/calendar.ts';
import { endOfTerm, type Term, TermUnit } from '../calendar/civil-code.ts';
import { inForce, type Rule } from '../rules/rule.ts';
import type { Regime } from './lifecycle/step.ts';

/** What the reckoning of a task's clocks needs: the working calendar and the rules, the agency's own among them. */
export interface Law {
  calendar: Calendar;
  rules: readonly Rule[];
  agency?: string;
}

const TermValue = z.object({
  kind: z.enum(['term', 'every']),
  amount: z.number().positive(),
  direction: z.enum(['after', 'before']).default('after'),
});

/** A length of time as a rule gives it, with the rule. */
export interface RuledTerm extends Term {
  direction: 'after' | 'before';
  rule: Rule;
}

/** Regime B splits where its two decrees differ: what holds for one line goes before what holds for both. */
const namesOf = (regime: Regime): string[] => (regime === 'A' ? ['A'] : [regime, 'B']);

/** The rule of a topic for a regime on a day (ISO); undefined where none is in force. */
export function ruleOf(topic: string, regime: Regime, on: string, { rules, agency }: Law): Rule | undefined {
  for (const name of namesOf(regime)) {
    const rule = inForce(rules, { topic, on, regime: name, ...(agency !== undefined && { agency }) });
    if (rule) return rule;
  }
  return undefined;
}

/** The term of a topic; null where no rule is in force, or the rule is no length of time. */
export function termOf(topic: string, regime: Regime, on: string, law: Law): RuledTerm | null {
  const rule = ruleOf(topic, regime, on, law);
  if (!rule) return null;
  const value = TermValue.safeParse(rule.value);
  const unit = TermUnit.safeParse(rule.unit);
  if (!value.success || !unit.success) return null;
  return { amount: value.data.amount, unit: unit.data, direction: value.data.direction, rule };
}

const LimitValue = z.object({ kind: z.literal('limit'), amount: z.number() });

/** The number of a rule that is a limit; null where none is in force. */
export function limitOf(topic: string, regime: Regime, on: string, law: Law): { amount: number; rule: Rule } | null {
  const rule = ruleOf(topic, regime, on, law);
  const value = LimitValue.safeParse(rule?.value);
  return rule && value.success ? { amount: value.data.amount, rule } : null;
}

/** The day a term ends that starts on `from` (ISO), counted back where it runs before its event. */
export function endOf(from: string, term: RuledTerm, calendar: Calendar): Temporal.PlainDate {
  const start = Temporal.PlainDate.from(from);
  if (term.direction === 'after') return endOfTerm(start, term, calendar);
  if (term.unit === 'working-day') return calendar.addWorkingDays(start, -term.amount);
  const { amount, unit } = term;
  return start.subtract(unit === 'month' ? { months: amount } : unit === 'year' ? { years: amount } : { days: amount });
}

const units: Partial<Record<TermUnit, string>> = {
  'working-day': 'ngày làm việc',
  day: 'ngày',
  month: 'tháng',
  year: 'năm',
};

/** «30 ngày làm việc». */
export const termWords = ({ amount, unit }: Term): string => `${amount} ${units[unit] ?? unit}`;

/** «TT 11/2014/TT-BKHCN Điều 17», as a rule cites it. */
export const basisWords = ({ basis }: Rule): string => `${basis.text} ${basis.article}`;
