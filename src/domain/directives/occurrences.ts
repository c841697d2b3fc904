import type { Calendar } from '../calendar/calendar.ts';
import { occurrences, type RecurringRule } from '../calendar/recurring.ts';
import type { Recurrence } from '../deadlines/deadline.ts';

/** What the days of a recurring duty follow from. Days are ISO. */
export interface DutyOn {
  rule: RecurringRule;
  givenOn: string;
  /** Some occurrence of it stands in the register already. */
  begun: boolean;
  today: string;
  /** All occurrences of this many days ahead, and always the next one. */
  horizonDays: number;
}

/** The next occurrence of any rule lies within this; a yearly one with its month just past needs a year and a bit. */
const longest = { months: 13 };

function startOfPeriod(every: Recurrence, day: Temporal.PlainDate): Temporal.PlainDate {
  switch (every) {
    case 'day':
      return day;
    case 'week':
      return day.subtract({ days: day.dayOfWeek - 1 });
    default: {
      const months = { month: 1, quarter: 3, half: 6, year: 12 }[every];
      return day.subtract({ months: (day.month - 1) % months }).with({ day: 1 });
    }
  }
}

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(a, b) < 0 ? b : a;

/**
 * The days of a duty that belong in the register on `today`, ISO, ascending: those of the period that runs (from the
 * day it was given) where none was made yet, else those from today on; all within the horizon and at least the next.
 * A duty given long ago so brings no flood, and a changed rule touches nothing that is past.
 */
export function wantedOccurrences(duty: DutyOn, calendar: Calendar): string[] {
  const today = Temporal.PlainDate.from(duty.today);
  const given = Temporal.PlainDate.from(duty.givenOn);
  const periods = duty.rule.every.map((every) => startOfPeriod(every, today));
  const running = periods.reduce((a, b) => (Temporal.PlainDate.compare(a, b) < 0 ? a : b), today);
  const from = later(given, duty.begun ? today : running);
  const all = occurrences(duty.rule, from, later(from, today).add(longest), calendar).map(String);
  const until = today.add({ days: duty.horizonDays }).toString();
  const next = all.find((day) => day >= duty.today);
  return all.filter((day) => day <= until || day === next);
}
