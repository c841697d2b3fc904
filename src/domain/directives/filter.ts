import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { listOf } from '../text/list-of.ts';
import { Cause } from './facts.ts';
import { shareNames } from './rates.ts';

/** States a directive can be in on a day, in the usual words; derived (`state.ts`), never stored. */
export const DirectiveState = z.enum([
  'overdue',
  'due-soon',
  'in-time',
  'returned',
  'awaiting-confirmation',
  'refused',
  'suspended',
  'no-deadline',
  'awaiting-event',
  'standing',
  'stop',
  'done-in-time',
  'done-late',
  'stopped',
]);
export type DirectiveState = z.infer<typeof DirectiveState>;

/** Where a directive comes from; findings of the State Audit and of inspections are followed up like orders. */
export const Origin = z.enum([
  'document',
  'word',
  'meeting',
  'state-audit',
  'inspection',
  'part',
  'occurrence',
]);
export type Origin = z.infer<typeof Origin>;

/**
 * One filter for a list, its export, its saved view and the API: what stands in the URL.
 * Several values of one name are alternatives and are joined by commas; different names narrow each other.
 */
export const DirectiveFilter = z.object({
  /** Words, with or without marks; exact matches come first. */
  q: z.string().max(200).optional(),
  unit: listOf(z.uuid()).optional(),
  /** lead: only where the unit leads; any: also where it coordinates. */
  part: z.enum(['lead', 'any']).optional(),
  state: listOf(DirectiveState).optional(),
  document: z.uuid().optional(),
  /** Brought in with one file. */
  import: z.uuid().optional(),
  /** Who has it in hand. */
  person: z.uuid().optional(),
  origin: listOf(Origin).optional(),
  cause: listOf(Cause).optional(),
  /** Lĩnh vực: its own, or that of its lead unit on the day it was given. */
  field: listOf(z.string().max(100)).optional(),
  /** The unit the work waits for. */
  waiting: z.uuid().optional(),
  /** An extension was asked for and not yet answered. */
  asked: z.literal('yes').optional(),
  /** whole: parts left out, as counts do; parts: only parts. */
  level: z.enum(['whole', 'parts']).optional(),
  dueFrom: Day.optional(),
  dueTo: Day.optional(),
  givenFrom: Day.optional(),
  givenTo: Day.optional(),
  /** As it stood at the end of a day: what happened later is left out, names and states are of then. */
  asOf: Day.optional(),
  /** Where it counts in the rates as of today; set-aside: stopped or suspended, told beside them. */
  share: listOf(z.enum([...shareNames, 'set-aside'])).optional(),
  /** By the last day of its first deadline: what a period promised. */
  periodFrom: Day.optional(),
  periodTo: Day.optional(),
  closedFrom: Day.optional(),
  closedTo: Day.optional(),
  /** Parts that this unit broke off what it leads. */
  givenBy: listOf(z.uuid()).optional(),
  /** Nobody of the agency leads it. */
  lead: z.literal('none').optional(),
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
