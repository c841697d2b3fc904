import type { Calendar } from '../calendar/calendar.ts';
import { type DueSettings, lastDayInTime, usualDueSettings } from '../calendar/due.ts';
import type { Deadline } from '../deadlines/deadline.ts';

/** The last day on which the work is in time, ISO; null for a deadline that names no day or no year yet. */
export function dueDayOf(
  deadline: Deadline,
  calendar: Calendar,
  settings: DueSettings = usualDueSettings,
): string | null {
  return 'due' in deadline ? (lastDayInTime(deadline, calendar, settings)?.toString() ?? null) : null;
}
