import { z } from 'zod';
import { isWithinReach } from '../calendar/day.ts';

/** Start and end offsets (UTF-16 units, end exclusive) into the normalised text of a reading. */
export const Span = z.tuple([z.int().min(0), z.int().min(0)]);
export type Span = z.infer<typeof Span>;

/** Words of a document that say a deadline: a phrase, never a page. */
const Words = z.string().max(5000);

/** How the words bind the day: «trước ngày D», «chậm nhất/đến D», «trong tháng/năm D», «ngày D», «từ D». */
export const Bound = z.enum(['before', 'by', 'in', 'on', 'from']);
export type Bound = z.infer<typeof Bound>;

export const Recurrence = z.enum(['day', 'week', 'month', 'quarter', 'half', 'year']);
export type Recurrence = z.infer<typeof Recurrence>;

export const RelativeUnit = z.enum(['working-day', 'day', 'week', 'month', 'hour']);
export type RelativeUnit = z.infer<typeof RelativeUnit>;

/** Days of a month; February has 29 where no year says otherwise. */
function lengthOfMonth(year: number | null, month: number): number {
  if (month === 2)
    return year === null || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** An ISO day that exists, or `XXXX-MM-DD` where no year is known. */
const DueDay = z
  .string()
  .regex(/^(\d{4}|XXXX)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'Ghi ngày dạng năm-tháng-ngày')
  .refine((text) => {
    const year = text.startsWith('XXXX') ? null : Number(text.slice(0, 4));
    return Number(text.slice(8)) <= lengthOfMonth(year, Number(text.slice(5, 7)));
  }, 'Ngày này không có trong lịch')
  .refine((text) => text.startsWith('XXXX') || isWithinReach(text), 'Năm này ngoài khoảng lịch tính được');

/**
 * A deadline as the document says it. `due` is the day as printed (ISO; a month, quarter, half or year
 * gives its last day; `XXXX-MM-DD` when no year is known anywhere). The day on which work is late is not
 * here: it follows from `due`, `bound` and the calendar (see `due.ts`).
 */
export const Deadline = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.enum(['date', 'month', 'quarter', 'half', 'year']),
    due: DueDay,
    bound: Bound,
    text: Words,
    span: Span,
    yearInferred: z.boolean().optional(),
    yearUnknown: z.boolean().optional(),
  }),
  z.object({
    kind: z.literal('recurring'),
    every: z.array(Recurrence).min(1),
    on: Words.optional(),
    text: Words,
    span: Span,
  }),
  z.object({
    kind: z.literal('relative'),
    relative: z.object({ amount: z.number().positive(), unit: RelativeUnit, from: Words }),
    text: Words,
    span: Span,
  }),
]);
export type Deadline = z.infer<typeof Deadline>;
