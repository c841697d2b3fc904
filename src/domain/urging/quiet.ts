import type { Calendar } from '../calendar/calendar.ts';

/** Hours 0–23 between which no mail goes out; none are quiet where both are the same. */
export interface Quiet {
  from: number;
  until: number;
}

function isQuietHour(hour: number, { from, until }: Quiet): boolean {
  return from <= until ? hour >= from && hour < until : hour >= from || hour < until;
}

/** Whether a mail may go out at a time of the offices: on working days outside the quiet hours. */
export function mayPost(at: Temporal.PlainDateTime, quiet: Quiet, calendar: Calendar): boolean {
  return calendar.isWorkingDay(at.toPlainDate()) && !isQuietHour(at.hour, quiet);
}

/** Whether a day is the first working day of its week; a week begins on Monday. */
export function isFirstOfWeek(day: Temporal.PlainDate, calendar: Calendar): boolean {
  if (!calendar.isWorkingDay(day)) return false;
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  return Temporal.PlainDate.compare(calendar.previousWorkingDay(day), monday) < 0;
}
