import type { Bound } from '../deadlines/deadline.ts';
import type { Calendar } from './calendar.ts';
import type { Term } from './civil-code.ts';
import { type DueSettings, lastDayInTime, usualDueSettings } from './due.ts';
import { clockEnd, type Pause } from './pauses.ts';

/** An open clock: a term running from an event, or a day as the document says it (ISO). */
export type Clock =
  | { id: string; start: Temporal.PlainDate; term: Term; pauses?: readonly Pause[] }
  | { id: string; due: string; bound: Bound };

/** A clock whose last day in time changed. */
export interface Moved {
  id: string;
  from: Temporal.PlainDate;
  to: Temporal.PlainDate;
}

/** The last day in time of a clock; null where it has none (yet). */
export function clockDue(
  clock: Clock,
  calendar: Calendar,
  settings: DueSettings = usualDueSettings,
): Temporal.PlainDate | null {
  if ('due' in clock) return lastDayInTime(clock, calendar, settings);
  return clockEnd(clock.start, clock.term, clock.pauses ?? [], calendar);
}

/** Which open clocks move, and from which last day to which, when one calendar takes another's place. */
export function redate(
  clocks: readonly Clock[],
  before: Calendar,
  after: Calendar,
  settings: DueSettings = usualDueSettings,
): Moved[] {
  return clocks.flatMap((clock) => {
    const from = clockDue(clock, before, settings);
    const to = clockDue(clock, after, settings);
    return from && to && !from.equals(to) ? [{ id: clock.id, from, to }] : [];
  });
}
