import { z } from 'zod';
import { Day } from '../calendar/day.ts';

/** States a directive can be in on a day, in the usual words; derived (`state.ts`), never stored. */
export const DirectiveState = z.enum([
  'in-time',
  'due-soon',
  'overdue',
  'no-deadline',
  'awaiting-event',
  'standing',
  'stop',
]);
export type DirectiveState = z.infer<typeof DirectiveState>;

const list = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
    z.array(item),
  );

/**
 * One filter for a list, its export, its saved view and the API: what stands in the URL.
 * Several values of one name are alternatives and are joined by commas; different names narrow each other.
 */
export const DirectiveFilter = z.object({
  /** Words, with or without marks; exact matches come first. */
  q: z.string().max(200).optional(),
  unit: list(z.uuid()).optional(),
  /** lead: only where the unit leads; any: also where it coordinates. */
  part: z.enum(['lead', 'any']).optional(),
  state: list(DirectiveState).optional(),
  document: z.uuid().optional(),
  dueFrom: Day.optional(),
  dueTo: Day.optional(),
  givenFrom: Day.optional(),
  givenTo: Day.optional(),
  sort: z.enum(['due', 'given', 'unit', 'relevance']).optional(),
});
export type DirectiveFilter = z.infer<typeof DirectiveFilter>;

/** The filter as URL search parameters, in a fixed order, empty ones left out: the same filter gives the same address. */
export function filterToQuery(filter: DirectiveFilter): URLSearchParams {
  const query = new URLSearchParams();
  for (const key of Object.keys(DirectiveFilter.shape) as (keyof DirectiveFilter)[]) {
    const value = filter[key];
    if (Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '') {
      query.set(key, Array.isArray(value) ? value.join(',') : String(value));
    }
  }
  return query;
}
