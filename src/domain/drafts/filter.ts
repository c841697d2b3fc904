import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { Year } from '../targets/filter.ts';
import { listOf } from '../text/list-of.ts';
import { Stage } from './facts.ts';
import { DraftState } from './standing.ts';

/** What stands in the address of the schedule; names narrow each other. */
export const DraftFilter = z.object({
  /** The running year unless told. */
  year: Year.optional(),
  unit: z.uuid().optional(),
  state: listOf(DraftState).optional(),
  /** Those that stand at it and are open. */
  stage: Stage.optional(),
  /** As it stood on this day; today unless told. */
  asOf: Day.optional(),
});
export type DraftFilter = z.infer<typeof DraftFilter>;

/** Whether a draft of the year stands under a filter. */
export const draftIsUnder = (
  { unit, state, stage }: DraftFilter,
  row: { lead: { unitId: string }; state: DraftState; stage: Stage | null },
): boolean =>
  (unit === undefined || row.lead.unitId === unit) &&
  (stage === undefined || (row.stage === stage && row.state !== 'stopped')) &&
  (!state?.length || state.includes(row.state));
