import type { Recurrence } from '../deadlines/deadline.ts';
import type { Calendar } from './calendar.ts';

/** A recurring deadline as the document says it: «thứ Sáu hằng tuần», «ngày 25 hằng tháng», «hằng quý». */
export interface RecurringRule {
  every: readonly Recurrence[];
  on?: string;
}

/** What the words of `on` say: weekdays 1–7 (Monday is 1), or days, with their month where one is named. */
export type OnWords =
  | { weekdays: number[] }
  | { days: { day: number; month?: number }[] }
  | { point: 'start' | 'middle' | 'end' };

const weekdayNames = ['hai|2', 'ba|3', 'tư|bốn|4', 'năm|5', 'sáu|6', 'bảy|bẩy|7'];
const weekday =
  /(?:thứ\s*|(?<!\p{L})t)(hai|ba|tư|bốn|năm|sáu|bảy|bẩy|[2-7])(?![\p{L}\d])|chủ\s*nhật|(?<!\p{L})cn(?!\p{L})/gu;
/** A day, perhaps with its month; not the hour of «trước 16h00 ngày 25». */
const dayOfMonth = /(?<![\d:h])(\d{1,2})(?:\s*(?:[/-]|tháng)\s*(\d{1,2}))?(?!\d|\s*(?:h|giờ|:))/gu;
const monthWithinPeriod = /tháng\s+(?:thứ|đầu|giữa)/u;

/**
 * Reads the words of `on`: «15», «ngày 15 và 30», «15/6», «ngày 20 tháng 12», «thứ Sáu», «thứ 2, thứ 5», «đầu tháng»,
 * «ngày cuối cùng». 31 in a shorter month means its last day.
 * @returns null where they say none of these, or name a month other than the last of a period
 */
export function readOn(on: string): OnWords | null {
  const words = on.normalize('NFC').toLowerCase();
  if (monthWithinPeriod.test(words)) return null;
  const weekdays = [...words.matchAll(weekday)].map(([, name]) =>
    name ? weekdayNames.findIndex((names) => names.split('|').includes(name)) + 1 : 7,
  );
  if (weekdays.length > 0) return { weekdays };
  const days = [...words.matchAll(dayOfMonth)].map(([, day, month]) => ({
    day: Number(day),
    month: month === undefined ? undefined : Number(month),
  }));
  if (days.length > 0) return days.every(isPossible) ? { days } : null;
  if (/cuối/u.test(words)) return { point: 'end' };
  if (/giữa/u.test(words)) return { point: 'middle' };
  return /đầu/u.test(words) ? { point: 'start' } : null;
}

function isPossible({ day, month }: { day: number; month?: number }): boolean {
  return day >= 1 && day <= 31 && (month === undefined || (month >= 1 && month <= 12));
}

const monthsOf = { month: 1, quarter: 3, half: 6, year: 12 } as const;

/**
 * The days, as said, on which a recurring deadline falls from `from` through `to`, ascending; how each binds and rolls
 * is for `lastDayInTime`. «hằng ngày» means working days. Without `on`, or where `readOn` does not understand it: the
 * Friday of a week and the last day of a month, quarter, half or year. A day without a month belongs to the last month
 * of the period, a weekday in a month or longer to its last week.
 */
export function occurrences(
  rule: RecurringRule,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  calendar: Calendar,
): Temporal.PlainDate[] {
  const on = rule.on === undefined ? null : readOn(rule.on);
  const all = rule.every.flatMap((every) => {
    if (every === 'day') return workingDays(from, to, calendar);
    if (every === 'week') return inWeeks(on, from, to);
    return inPeriods(monthsOf[every], on, from, to);
  });
  const inRange = all.filter((day) => !isBefore(day, from) && !isBefore(to, day));
  const distinct = new Map(inRange.map((day) => [day.toString(), day]));
  return [...distinct.values()].sort(Temporal.PlainDate.compare);
}

function workingDays(from: Temporal.PlainDate, to: Temporal.PlainDate, calendar: Calendar) {
  const days: Temporal.PlainDate[] = [];
  for (let day = calendar.rollForward(from); !isBefore(to, day); day = calendar.nextWorkingDay(day)) {
    days.push(day);
  }
  return days;
}

const FRIDAY = 5;

function inWeeks(on: OnWords | null, from: Temporal.PlainDate, to: Temporal.PlainDate) {
  const weekdays = on && 'weekdays' in on ? on.weekdays : [FRIDAY];
  const days: Temporal.PlainDate[] = [];
  let monday = from.subtract({ days: from.dayOfWeek - 1 });
  for (; !isBefore(to, monday); monday = monday.add({ weeks: 1 })) {
    const week = monday;
    days.push(...weekdays.map((dayOfWeek) => week.add({ days: dayOfWeek - 1 })));
  }
  return days;
}

function inPeriods(months: number, on: OnWords | null, from: Temporal.PlainDate, to: Temporal.PlainDate) {
  const days: Temporal.PlainDate[] = [];
  const before = (from.month - 1) % months;
  let first = from.toPlainYearMonth().subtract({ months: before });
  for (; !isBefore(to, first.toPlainDate({ day: 1 })); first = first.add({ months })) {
    days.push(...daysInPeriod(first, months, on));
  }
  return days;
}

function daysInPeriod(first: Temporal.PlainYearMonth, months: number, on: OnWords | null) {
  const last = first.add({ months: months - 1 });
  const end = last.toPlainDate({ day: 31 });
  if (on === null) return [end];
  if ('weekdays' in on) {
    return on.weekdays.map((dayOfWeek) => end.subtract({ days: (end.dayOfWeek - dayOfWeek + 7) % 7 }));
  }
  if ('point' in on) return [dayAtPoint(on.point, first, last)];
  return on.days.flatMap(({ day, month }) => {
    if (month === undefined) return [last.toPlainDate({ day })];
    const named = Array.from({ length: months }, (_, index) => first.add({ months: index })).find(
      (candidate) => candidate.month === month,
    );
    return named ? [named.toPlainDate({ day })] : [];
  });
}

/** Start, middle and end of a month are its days 1, 15 and last (Civil Code article 146(3)). */
function dayAtPoint(
  point: 'start' | 'middle' | 'end',
  first: Temporal.PlainYearMonth,
  last: Temporal.PlainYearMonth,
) {
  if (point === 'start') return first.toPlainDate({ day: 1 });
  if (point === 'end') return last.toPlainDate({ day: 31 });
  const months = first.until(last, { largestUnit: 'months' }).months + 1;
  return months % 2 === 1
    ? first.add({ months: (months - 1) / 2 }).toPlainDate({ day: 15 })
    : first.add({ months: months / 2 - 1 }).toPlainDate({ day: 31 });
}

function isBefore(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) < 0;
}
