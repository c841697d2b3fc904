import type { Calendar } from '../calendar/calendar.ts';
import type { Rule } from '../rules/rule.ts';
import type { RuleOf } from './rules/rule.ts';
import type { TaskRules } from './rules/rule-set.ts';
import type { TaskRuleKind } from './rules/values.ts';
import type { Regime } from './rules/vocabulary.ts';
import { amountOf } from './rules/words.ts';

/** The law a task itself lives under: of the law of 2025, one of its two lines. */
export type TaskRegime = Exclude<Regime, 'B'>;
export const taskRegimes: readonly TaskRegime[] = ['A', 'B-science', 'B-innovation'];

/** What clocks and limits are reckoned with: the working calendar, the rules, and whose decisions count (the agency's sign). */
export interface Law {
  calendar: Calendar;
  rules: TaskRules;
  agency?: string;
}

/**
 * The rule of a topic for a task on a day (ISO).
 * @returns undefined where none is in force: what it would say is not known
 */
export const ruleFor = <K extends TaskRuleKind>(
  kind: K,
  query: { topic: string; regime: TaskRegime; on: string },
  { rules, agency }: Law,
): RuleOf<K> | undefined => rules.find(kind, agency === undefined ? query : { ...query, agency });

/** «30 ngày làm việc». */
export const amountWords = ({ value, unit }: RuleOf<'term' | 'every' | 'limit'>): string =>
  amountOf(value.amount, unit);

/** «Thông tư 11/2014/TT-BKHCN, Điều 17», as a rule cites its article. */
export const basisWords = ({ basis }: Pick<Rule, 'basis'>): string => `${basis.text}, ${basis.article}`;
