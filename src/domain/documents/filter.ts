import { z } from 'zod';

/** The two books: in and out. */
export const Direction = z.enum(['in', 'out']);

/** What stands in the address of the register of documents; names narrow each other. */
export const DocumentFilter = z.object({
  q: z.string().max(200).optional(),
  direction: Direction.optional(),
  year: z.coerce.number().int().min(1990).max(2100).optional(),
  kind: z.string().max(10).optional(),
});
export type DocumentFilter = z.infer<typeof DocumentFilter>;
