import { z } from 'zod';
import { Day, reach } from '../calendar/day.ts';
import { listOf } from '../text/list-of.ts';
import { TargetState } from './standing.ts';

/** The year of a plan. */
export const Year = z.coerce
  .number()
  .int()
  .min(reach.first, 'Năm quá nhỏ. Kiểm tra lại.')
  .max(reach.last, 'Năm quá lớn. Kiểm tra lại.');

/** What stands in the address of the list; names narrow each other. */
export const TargetFilter = z.object({
  /** The running year unless told. */
  year: Year.optional(),
  unit: z.uuid().optional(),
  state: listOf(TargetState).optional(),
  /** As it stood on this day; today unless told. */
  asOf: Day.optional(),
});
export type TargetFilter = z.infer<typeof TargetFilter>;

/** Whether a target of the year stands under a filter. */
export const targetIsUnder = (
  { unit, state }: TargetFilter,
  row: { lead: { unitId: string }; state: TargetState },
): boolean =>
  (unit === undefined || row.lead.unitId === unit) && (!state?.length || state.includes(row.state));
