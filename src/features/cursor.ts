import { z } from 'zod';
import { isWithinReach } from '../domain/calendar/day.ts';
import { isStorable } from '../domain/text/storable.ts';
import { Refused } from './context.ts';

/** An instant in a cursor, as the store gives it: ISO with up to microseconds. */
export const Moment = z.iso.datetime().refine(isWithinReach);

/** The place after a row of a keyset page, opaque to callers. */
export function cursorOf(values: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Whether the database can be asked for every text of a cursor. */
const readable = (values: unknown) =>
  Array.isArray(values) && values.every((value) => typeof value !== 'string' || isStorable(value));

/** The values of a cursor; refused with 400 where it is not one of ours. */
export function readCursor<Values extends z.ZodType>(
  cursor: string | undefined,
  shape: Values,
): z.infer<Values> | undefined {
  if (cursor === undefined) return undefined;
  const foreign = Refused.invalid([
    { path: 'cursor', message: 'Trang này không còn. Mở lại danh sách từ đầu.' },
  ]);
  let values: unknown;
  try {
    values = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw foreign;
  }
  const read = shape.safeParse(values);
  if (!read.success || !readable(values)) throw foreign;
  return read.data;
}
