import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { Year } from '../targets/filter.ts';
import { listOf } from '../text/list-of.ts';
import { ItemState } from './item.ts';

/** What stands in the address of the programme. */
export const ProgrammeFilter = z.object({
  /** The running year unless told. */
  year: Year.optional(),
  unit: z.uuid().optional(),
  state: listOf(ItemState).optional(),
  /** Moved to another month at least once. */
  moved: z.enum(['true']).optional(),
  /** As it stood on this day; today unless told. */
  asOf: Day.optional(),
});
export type ProgrammeFilter = z.infer<typeof ProgrammeFilter>;
