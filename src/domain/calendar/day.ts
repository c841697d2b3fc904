import { z } from 'zod';

/** First and last year in which a day may lie: papers of before are not in a register, and 2100 ends the plans. */
export const reach = { first: 1900, last: 2100 };

/** Whether an ISO day lies where the calendar can count and the database can store. */
export function isWithinReach(day: string): boolean {
  const year = Number(day.slice(0, 4));
  return year >= reach.first && year <= reach.last;
}

/** A day as people give it, ISO: one that exists, within reach. */
export const Day = z.iso
  .date({ abort: true })
  .refine(isWithinReach, `Năm phải trong khoảng ${reach.first}–${reach.last}. Kiểm tra lại năm.`);
export type Day = z.infer<typeof Day>;
