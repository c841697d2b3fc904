import type { Bound } from '../deadlines/deadline.ts';
import type { Calendar } from './calendar.ts';
import type { Late } from './late.ts';
import { plainDay } from './plain-day.ts';

/** How an agency reads a day that binds; both have the defaults of `usualDueSettings`. */
export interface DueSettings {
  /** «đến hết ngày D» with D off runs through the next working day (Civil Code article 148(5)). */
  rollForward: boolean;
  /** «trước ngày D» ends with the last working day before D; else with the day before D. */
  beforeEndsOnWorkingDay: boolean;
}

export const usualDueSettings: DueSettings = { rollForward: true, beforeEndsOnWorkingDay: true };

/** A day as the document says it: ISO (`XXXX-MM-DD` where no year is known), and how it binds. */
export interface DueAsSaid {
  due: string;
  bound: Bound;
}

/**
 * The last day on which the work is in time.
 * @returns null where there is none: «từ ngày D» sets a beginning only, and a day without a year is not yet a day
 */
export function lastDayInTime(
  { due, bound }: DueAsSaid,
  calendar: Calendar,
  settings: DueSettings = usualDueSettings,
): Temporal.PlainDate | null {
  if (bound === 'from' || due.startsWith('XXXX')) return null;
  const day = Temporal.PlainDate.from(due);
  if (bound === 'before') {
    return settings.beforeEndsOnWorkingDay ? calendar.previousWorkingDay(day) : day.subtract({ days: 1 });
  }
  return settings.rollForward ? calendar.rollForward(day) : day;
}

/** How a day stands to the last day in time. */
export interface Lateness {
  when: Late['when'];
  late: boolean;
  /** Working days late (positive) or left (negative). */
  workingDays: number;
  /** Of open work: «còn 3 ngày làm việc», «đến hạn hôm nay», «muộn 2 ngày làm việc». */
  words: string;
  /** Of work done that day: «xong trước hạn 3 ngày làm việc», «xong đúng ngày đến hạn», «xong muộn 2 ngày làm việc». */
  doneWords: string;
}

const known = new WeakMap<Calendar, Map<string, Lateness>>();
/** Due days of a register by the days its work was done on. */
const mostKnown = 20_000;

/**
 * Lateness in working days of work done, or still open, on `day`. Lists ask for the same two days again and again: each
 * pair is counted once.
 * @param dueDay the last day in time, ISO, not itself counted
 */
export function lateness(dueDay: string, day: string, calendar: Calendar): Lateness {
  const pair = dueDay + day;
  const ofCalendar = known.get(calendar);
  const counted = ofCalendar?.get(pair);
  if (counted) return counted;
  const made = countLateness(plainDay(dueDay), plainDay(day), calendar);
  if (ofCalendar && ofCalendar.size < mostKnown) ofCalendar.set(pair, made);
  else known.set(calendar, new Map([[pair, made]]));
  return made;
}

function countLateness(dueDay: Temporal.PlainDate, day: Temporal.PlainDate, calendar: Calendar): Lateness {
  const order = Temporal.PlainDate.compare(day, dueDay);
  if (order === 0) {
    return {
      when: 'on',
      late: false,
      workingDays: 0,
      words: 'đến hạn hôm nay',
      doneWords: 'xong đúng ngày đến hạn',
    };
  }
  const late = order > 0;
  const count = late ? calendar.workingDaysBetween(dueDay, day) : calendar.workingDaysBetween(day, dueDay);
  const amount = count === 0 ? 'chưa đến 1 ngày làm việc' : `${count} ngày làm việc`;
  return {
    when: late ? 'after' : 'before',
    late,
    workingDays: late ? count : 0 - count,
    words: `${late ? 'muộn' : 'còn'} ${amount}`,
    doneWords: `xong ${late ? 'muộn' : 'trước hạn'} ${amount}`,
  };
}

/** The same for screens, which say it in their own language. */
export const lateOf = ({ when, workingDays }: Lateness, done: boolean): Late => ({
  when,
  workingDays: Math.abs(workingDays),
  done,
});
