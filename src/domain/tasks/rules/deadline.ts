import type { Calendar } from '../../calendar/calendar.ts';
import { endOfTerm, type TermUnit } from '../../calendar/civil-code.ts';
import { lastDayInTime } from '../../calendar/due.ts';
import { comparisonOf } from './compare.ts';
import type { RuleOf } from './rule.ts';

/**
 * The day a limit falls on. A limit that ends no later than a day runs on to a working day (Civil Code article 148(5)); one
 * that asks for at least so long, or for so long before the event, is not moved, since that would change what is asked.
 * @param eventDay the day of the rule's `clockEvent`, itself not counted (article 147)
 */
export function deadlineOf(
  rule: RuleOf<'term'>,
  eventDay: Temporal.PlainDate,
  calendar: Calendar,
): Temporal.PlainDate {
  const { amount, direction } = rule.value;
  const unit = rule.unit as TermUnit;
  if (direction === 'before') return stepFrom(eventDay, -amount, unit, calendar);
  if (rule.comparison === '≥' || rule.comparison === '>') return stepFrom(eventDay, amount, unit, calendar);
  return endOfTerm(eventDay, { amount, unit }, calendar);
}

/** Whether what was done on a day keeps to the limit. */
export function isInTime(
  rule: RuleOf<'term'>,
  { eventDay, doneDay }: { eventDay: Temporal.PlainDate; doneDay: Temporal.PlainDate },
  calendar: Calendar,
): boolean {
  const order = Temporal.PlainDate.compare(doneDay, deadlineOf(rule, eventDay, calendar));
  const atLeast = rule.value.direction === 'after' && comparisonOf(rule, '≤') === '≥';
  return atLeast ? order >= 0 : order <= 0;
}

/** The n-th time (from 1) that something falls due which comes again every so often from an event. */
export function nthDue(
  rule: RuleOf<'every'>,
  eventDay: Temporal.PlainDate,
  n: number,
  calendar: Calendar,
): Temporal.PlainDate {
  return endOfTerm(eventDay, { amount: rule.value.amount * n, unit: rule.unit as TermUnit }, calendar);
}

/** Last days in time of what falls due on fixed days of a year. */
export function annualDues(rule: RuleOf<'annual'>, year: number, calendar: Calendar): Temporal.PlainDate[] {
  return rule.value.days
    .map(({ month, day }) => Temporal.PlainDate.from({ year, month, day }).toString())
    .map((due) => lastDayInTime({ due, bound: rule.value.bound }, calendar))
    .filter((day) => day !== null);
}

function stepFrom(
  day: Temporal.PlainDate,
  amount: number,
  unit: TermUnit,
  calendar: Calendar,
): Temporal.PlainDate {
  switch (unit) {
    case 'working-day':
      return calendar.addWorkingDays(day, amount);
    case 'month':
      return day.add({ months: amount });
    case 'year':
      return day.add({ years: amount });
    default:
      return day.add({ days: amount });
  }
}
