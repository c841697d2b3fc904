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

/** Whether an item of the year stands under a filter; of a unit also what it shares in. */
export const itemIsUnder = (
  { unit, state, moved }: ProgrammeFilter,
  row: {
    lead: { unitId: string };
    coordinating: readonly { unitId: string }[];
    state: ItemState;
    timesMoved: number;
  },
): boolean =>
  (unit === undefined || [row.lead, ...row.coordinating].some(({ unitId }) => unitId === unit)) &&
  (moved === undefined || row.timesMoved > 0) &&
  (!state?.length || state.includes(row.state));
