import { z } from 'zod';
import civilCodeFile from '../../../rules/calendar/civil-code.json' with { type: 'json' };
import { Rule } from '../rules/rule.ts';
import type { Calendar } from './calendar.ts';

/** Civil Code 91/2015/QH13 articles 144–148: how a term is counted. In force since 1/1/2017. */
export const civilCodeRules: readonly Rule[] = z.array(Rule).parse(civilCodeFile);

const DayUnit = z.enum(['year', 'half-year', 'month', 'half-month', 'week', 'day']);

const lengths = z.record(DayUnit, z.int()).parse(getValue('civil-code.lengths'));
const points = z
  .object({ month: z.object({ start: z.int(), middle: z.int() }), year: z.object({ middle: z.int() }) })
  .parse(getValue('civil-code.points'));

function getValue(id: string): unknown {
  const rule = civilCodeRules.find((candidate) => candidate.id === id);
  if (!rule) throw new Error(`rules/calendar/civil-code.json has no ${id}`);
  return rule.value;
}

export const TermUnit = z.enum([...DayUnit.options, 'working-day', 'hour']);
export type TermUnit = z.infer<typeof TermUnit>;

/** A term: «05 ngày làm việc», «một tháng rưỡi» (1.5 months are a month and half a month). */
export const Term = z.object({ amount: z.number().positive(), unit: TermUnit });
export type Term = z.infer<typeof Term>;

/**
 * Last day of a term that starts by an event. The day of the event is not counted (article 147); the term ends
 * with its last day, the same weekday, the same day of the last month or, where that month has none, its last day;
 * when that is a day off, with the next working day (article 148).
 * @param event the day of the event
 * @param term hours are counted as the days they fill, since only the day of the event is known (see `endOfHours`)
 * @throws RangeError for a part of a day, week or working day
 */
export function endOfTerm(event: Temporal.PlainDate, term: Term, calendar: Calendar): Temporal.PlainDate {
  if (term.unit === 'working-day') return calendar.addWorkingDays(event, whole(term));
  return calendar.rollForward(event.add(continuousLength(term)));
}

/** End of a term in hours: counted from the stated moment itself (article 147(1)), days off included. */
export function endOfHours(moment: Temporal.PlainDateTime, hours: number): Temporal.PlainDateTime {
  return moment.add({ minutes: Math.round(hours * 60) });
}

function continuousLength(term: Term): Temporal.DurationLike {
  switch (term.unit) {
    case 'hour':
      return { days: Math.ceil(term.amount / 24) };
    case 'week':
      return { weeks: whole(term) };
    case 'half-month':
      return months(term.amount / 2);
    case 'month':
      return months(term.amount);
    case 'half-year':
      return months(term.amount * 6);
    case 'year':
      return months(term.amount * 12);
    default:
      return { days: whole(term) };
  }
}

/** Whole months, and half a month as its 15 days (article 146(1)). */
function months(amount: number): Temporal.DurationLike {
  const halves = amount * 2;
  if (!Number.isInteger(halves)) throw new RangeError(`Không tính được thời hạn ${amount} tháng`);
  return { months: Math.floor(amount), days: halves % 2 === 0 ? 0 : lengths['half-month'] };
}

function whole({ amount, unit }: Term): number {
  if (!Number.isInteger(amount)) throw new RangeError(`Thời hạn ${amount} (${unit}) phải là số nguyên`);
  return amount;
}

/**
 * Days in a term that does not run without a break (article 146(1)): year 365, half year six months, month 30,
 * half month 15, week 7; hours by the days they fill.
 * @throws RangeError for working days, which have no fixed length, and for a part of a day
 */
export function daysOfBrokenTerm(term: Term): number {
  if (term.unit === 'working-day') throw new RangeError('Ngày làm việc không quy đổi thành ngày');
  if (term.unit === 'hour') return Math.ceil(term.amount / 24);
  return whole({ amount: term.amount * lengths[term.unit], unit: 'day' });
}

/** Đầu, giữa, cuối of a month, or of a year where no month is given. */
export interface PointInTime {
  point: 'start' | 'middle' | 'end';
  year: number;
  month?: number;
}

/** The day meant by start, middle or end of a month (1, 15, last) or year (1/1, last of June, 31/12): article 146(2), (3). */
export function dayOfPoint({ point, year, month }: PointInTime): Temporal.PlainDate {
  if (month !== undefined) {
    return point === 'end' ? lastDay(year, month) : new Temporal.PlainDate(year, month, points.month[point]);
  }
  if (point === 'start') return new Temporal.PlainDate(year, 1, 1);
  return lastDay(year, point === 'end' ? 12 : points.year.middle);
}

function lastDay(year: number, month: number): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month, day: 31 });
}
