import type { RuleOf } from './rule.ts';

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
 * to a working day: that would lengthen it. Where it lasts from the end of a cause that still goes on, it bars without end.
 */
export function barredBy(rule: RuleOf<'bar'>, facts: BarFacts, on: Temporal.PlainDate): Barred {
  const { lasts, moreThan, atLeast } = rule.value;
  if (atLeast !== undefined) return { barred: (facts.count ?? 0) >= atLeast };
  if (lasts !== undefined) {
    if (!facts.since) return { barred: facts.open === true };
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
