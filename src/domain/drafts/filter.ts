import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { Year } from '../targets/filter.ts';
import { listOf } from '../text/list-of.ts';
import { searchable } from '../text/search.ts';
import { Stage } from './facts.ts';
import { type Opinion, OpinionState } from './opinions.ts';
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

/** What narrows the opinions asked for on drafts. */
export const OpinionFilter = z.object({
  /** The unit that leads the draft. */
  unit: z.uuid().optional(),
  state: listOf(OpinionState).optional(),
  /** Part of the name of whom was asked. */
  whom: z.string().trim().max(200).optional(),
});
export type OpinionFilter = z.infer<typeof OpinionFilter>;

/** Whether an opinion on a draft that a unit leads stands under a filter. */
export const opinionIsUnder = (
  { unit, state, whom }: OpinionFilter,
  opinion: Pick<Opinion, 'state' | 'whom'>,
  leadUnitId: string,
): boolean =>
  (unit === undefined || leadUnitId === unit) &&
  (!state?.length || state.includes(opinion.state)) &&
  (!whom || searchable(opinion.whom.name).includes(searchable(whom)));
