import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { Year } from '../targets/filter.ts';
import { ItemState } from './item.ts';

const states = z.preprocess(
  (value) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value),
  z.array(ItemState),
);

/** What stands in the address of the programme. */
export const ProgrammeFilter = z.object({
  /** The running year unless told. */
  year: Year.optional(),
  unit: z.uuid().optional(),
  state: states.optional(),
  /** Moved to another month at least once. */
  moved: z.enum(['true']).optional(),
  /** As it stood on this day; today unless told. */
  asOf: Day.optional(),
});
export type ProgrammeFilter = z.infer<typeof ProgrammeFilter>;
