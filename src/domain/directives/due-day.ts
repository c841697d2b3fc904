import type { Calendar } from '../calendar/calendar.ts';
import { type DueSettings, lastDayInTime, usualDueSettings } from '../calendar/due.ts';
import { clockEnd } from '../calendar/pauses.ts';
import type { Deadline } from '../deadlines/deadline.ts';
import type { RunningClock } from './standing.ts';

/**
 * The last day on which the work is in time, ISO; null for a deadline that names no day or no year yet, and for a
 * relative one whose event has not come or whose clock stands still.
 */
export function dueDayOf(
  deadline: Deadline,
  calendar: Calendar,
  settings: DueSettings = usualDueSettings,
  clock: RunningClock | null = null,
): string | null {
  if ('due' in deadline) return lastDayInTime(deadline, calendar, settings)?.toString() ?? null;
  if (deadline.kind !== 'relative' || clock === null) return null;
  const { amount, unit, from } = deadline.relative;
  const event = Temporal.PlainDate.from(clock.startedOn);
  if (countsBackwards(from)) return daysBefore(event, amount, unit, calendar).toString();
  const pauses = clock.pauses.map((pause) => ({
    from: Temporal.PlainDate.from(pause.from),
    ...(pause.to !== undefined && { to: Temporal.PlainDate.from(pause.to) }),
  }));
  return clockEnd(event, { amount, unit }, pauses, calendar)?.toString() ?? null;
}

/** «05 ngày trước cuộc họp»: the event is still to come and the days count back from it. */
export const countsBackwards = (from: string): boolean => /^(?:trước|so với)\s/u.test(from);

type Unit = Extract<Deadline, { kind: 'relative' }>['relative']['unit'];

function daysBefore(event: Temporal.PlainDate, amount: number, unit: Unit, calendar: Calendar) {
  if (unit !== 'working-day') {
    const back = {
      day: { days: amount },
      week: { weeks: amount },
      month: { months: amount },
      hour: { days: Math.ceil(amount / 24) },
    };
    return event.subtract(back[unit]);
  }
  let day = event;
  for (let left = amount; left > 0; left--) day = calendar.previousWorkingDay(day);
  return day;
}
