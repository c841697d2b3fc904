import type { Calendar } from './calendar.ts';
import { daysOfBrokenTerm, endOfTerm, type Term } from './civil-code.ts';

/**
 * Days a clock stands still: `from` and `to` are the first and last day not counted. The day on which it resumes is
 * an event and so not counted either (Civil Code article 147): give it as `to`. Without `to` the clock still stands.
 */
export interface Pause {
  from: Temporal.PlainDate;
  to?: Temporal.PlainDate;
}

/**
 * Last day of a term that was paused. Paused days are not counted; a term in weeks, months or years that a pause
 * breaks is counted in days (article 146(1)); it ends on a working day (article 148).
 * @returns null while a pause without end keeps the clock from running out
 */
export function clockEnd(
  start: Temporal.PlainDate,
  term: Term,
  pauses: readonly Pause[],
  calendar: Calendar,
): Temporal.PlainDate | null {
  const unbroken = endOfTerm(start, term, calendar);
  const relevant = pauses.filter((pause) => isBefore(start, pause.to) && !isBefore(unbroken, pause.from));
  if (relevant.length === 0) return unbroken;

  const counts = term.unit === 'working-day' ? calendar.isWorkingDay : () => true;
  let left = term.unit === 'working-day' ? term.amount : daysOfBrokenTerm(term);
  let day = start;
  // A last day that is off moves on to the next working day, and past any pause that begins meanwhile.
  while (left > 0 || !calendar.isWorkingDay(day) || pausedOn(day, pauses)) {
    day = day.add({ days: 1 });
    const pause = pausedOn(day, pauses);
    if (pause && !pause.to) return null;
    if (!pause && counts(day)) left--;
  }
  return day;
}

function pausedOn(day: Temporal.PlainDate, pauses: readonly Pause[]): Pause | undefined {
  return pauses.find((pause) => !isBefore(day, pause.from) && !isBefore(pause.to, day));
}

/** Whether a < b, where no day at all lies after every day. */
function isBefore(a: Temporal.PlainDate | undefined, b: Temporal.PlainDate | undefined): boolean {
  if (!a) return false;
  return !b || Temporal.PlainDate.compare(a, b) < 0;
}
