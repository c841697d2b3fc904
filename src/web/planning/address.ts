import type { z } from 'zod';

/** A filter as it stands in the address. */
export const searchOf = (filter: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filter)
      .filter(([, value]) => value !== undefined && String(value) !== '')
      .map(([name, value]) => [name, String(value)]),
  );

/** The filter of the address; what is not one is left out. */
export function filterOf<Shape extends z.ZodRawShape>(
  { shape }: z.ZodObject<Shape>,
  search: Record<string, unknown>,
): Partial<z.infer<z.ZodObject<Shape>>> {
  const entries = Object.entries(shape).map(([name, one]) => {
    const read = (one as unknown as z.ZodType).safeParse(search[name] === '' ? undefined : search[name]);
    return [name, read.success ? read.data : undefined] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Partial<
    z.infer<z.ZodObject<Shape>>
  >;
}
