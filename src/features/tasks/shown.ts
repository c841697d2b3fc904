import { z } from 'zod';
import { Late } from '../../domain/calendar/late.ts';
import { Change, ChangeTypeName } from '../../domain/tasks/change.ts';
import { RestsOn } from '../../domain/tasks/facts.ts';
import { Day, Id } from '../page.ts';

/** A rule as a screen cites it. */
export const RuleCited = z.object({
  id: z.string(),
  about: z.string(),
  basis: z.string(),
  file: z.string().nullable(),
  confidence: z.string(),
});
export type RuleCited = z.infer<typeof RuleCited>;

/** A version of the contract: itself, or an appendix with what it changes. */
export const VersionShown = z.object({
  nth: z.int(),
  on: Day,
  change: Change.nullable(),
  /** The host changed it by itself and told. */
  own: z.boolean(),
  decision: RestsOn.nullable(),
  /** Objected to on that day: what stood before holds again. */
  lapsedOn: Day.nullable(),
});

const Said = z.object({ words: z.string(), rule: RuleCited });

/** When the effect of the results is reported on, and how each report stands. */
export const EffectShown = z.object({
  from: Day,
  every: Said,
  years: Said.nullable(),
  reports: z.array(
    z.object({
      nth: z.int(),
      due: Day,
      /** How it stands by the day shown, for one not yet made: in Vietnamese, and for screens to say in their language. */
      lateness: z.string(),
      standing: Late.nullable(),
      doneOn: Day.nullable(),
      /** Made after its last day, or not made though it has passed. */
      late: z.boolean(),
      factId: Id.nullable(),
    }),
  ),
});

/** A change of the closed list: who decides it under the task's khoán, by which article, and its limits. */
export const ChangeOptionShown = z.object({
  type: ChangeTypeName,
  name: z.string(),
  ways: z.array(z.enum(['ask', 'host'])),
  parts: z.array(
    z.object({ what: z.string(), by: z.string(), basis: z.string().nullable(), unsure: z.boolean() }),
  ),
  limits: z.array(z.string()),
});
export type ChangeOptionShown = z.infer<typeof ChangeOptionShown>;
