import { z } from 'zod';
import { Day } from '../domain/calendar/day.ts';
import { abilitiesTo } from '../domain/permissions/ability.ts';

export { Day };

/** A keyset page: pass `next` back as `cursor`; `total` is exact, under the same filter. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable(), total: z.int().optional() });

export const PageQuery = z.object({
  cursor: z.string().max(4000).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const Id = z.uuid();
export const IdParams = z.object({ id: Id });

/** Something that happened to a record, in a sentence of its history. */
export const FactTold = z.object({
  id: Id,
  happenedOn: Day,
  recordedAt: z.string(),
  by: z.string(),
  sentence: z.string(),
});

/** One that who recorded it may take back. */
export const RetractableFact = FactTold.extend({
  retracted: z.boolean(),
  abilities: abilitiesTo('retract'),
});

/** Refusals and faults alike: RFC 9457, in Vietnamese, with a trace id the help desk can find. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  traceId: z.string(),
  /** Field errors by path, «units.0.name». */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  /** On 409 and 412: what stands now, so that nothing typed is lost. */
  current: z.unknown().optional(),
});
export type Problem = z.infer<typeof Problem>;
