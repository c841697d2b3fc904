import { dayWords } from '../../calendar/words.ts';
import type { RuleOf } from './rule.ts';
import type { TaskRules } from './rule-set.ts';
import { causeWords, type Regime } from './vocabulary.ts';

/** What the records say of one cause: still open, since when (or the day of the event), how many. */
export interface BarFacts {
  open?: boolean;
  since?: Temporal.PlainDate;
  count?: number;
}

/** Whether somebody may not take a new task; `until`: the last day of a bar that ends by itself. */
export interface Barred {
  barred: boolean;
  until?: Temporal.PlainDate;
}

/**
 * Whether a cause bars from a new task on a day, which is the closing of the call. A bar ends with its day and is not moved
 * to a working day: that would lengthen it.
 */
export function barredBy(rule: RuleOf<'bar'>, facts: BarFacts, on: Temporal.PlainDate): Barred {
  const { lasts, moreThan, atLeast } = rule.value;
  if (atLeast !== undefined) return { barred: (facts.count ?? 0) >= atLeast };
  if (lasts !== undefined) {
    if (!facts.since) return { barred: false };
    const until = facts.since.add(rule.unit === 'year' ? { years: lasts } : { months: lasts });
    const begun = Temporal.PlainDate.compare(facts.since, on) <= 0;
    return { barred: begun && Temporal.PlainDate.compare(on, until) <= 0, until };
  }
  if (!facts.open) return { barred: false };
  if (moreThan === undefined) return { barred: true };
  return {
    barred: facts.since !== undefined && facts.since.until(on, { largestUnit: 'days' }).days > moreThan,
  };
}

/** A gate somebody does not pass, why in Vietnamese, and the rule it rests on. */
export interface ClosedGate {
  ruleId: string;
  cause: string;
  until?: Temporal.PlainDate;
  words: string;
}

/**
 * The gates an organisation or an investigator does not pass on the day a call closes; empty where they may take a task.
 * @param records what is known of each cause, by its name
 */
export function closedGates(
  rules: TaskRules,
  subject: 'host-organisation' | 'investigator',
  records: Readonly<Record<string, BarFacts>>,
  { on, regime, agency }: { on: Temporal.PlainDate; regime: Regime; agency?: string },
): ClosedGate[] {
  const gates = rules.under('bar', 'task.eligibility.', { on, regime, agency });
  return gates
    .filter((rule) => rule.value.subject === subject)
    .map((rule) => ({ rule, ...barredBy(rule, records[rule.value.cause] ?? {}, on) }))
    .filter(({ barred }) => barred)
    .map(({ rule, until }) => ({
      ruleId: rule.id,
      cause: rule.value.cause,
      until,
      words: gateWords(rule, until),
    }));
}

function gateWords({ value, basis }: RuleOf<'bar'>, until: Temporal.PlainDate | undefined): string {
  const end = until ? `, không được nhận nhiệm vụ đến hết ${dayWords(until)}` : '';
  return `${causeWords[value.cause]}${end} (${basis.text}, ${basis.article})`;
}
