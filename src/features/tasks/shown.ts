import { z } from 'zod';
import { Late } from '../../domain/calendar/late.ts';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { Arrangement, Instalment } from '../../domain/tasks/arrangement.ts';
import { Change, ChangeTypeName } from '../../domain/tasks/change.ts';
import { PhaseId, RestsOn, TaskEvent } from '../../domain/tasks/facts.ts';
import { StepName } from '../../domain/tasks/filter.ts';
import { TaskRole } from '../../domain/tasks/roles.ts';
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

/** A clock that runs for a step. */
export const ClockShown = z.object({
  topic: z.string(),
  words: z.string(),
  startedOn: Day,
  /** Null while it stands still, and where the length is not known. */
  due: Day.nullable(),
  paused: z.boolean(),
  late: z.boolean(),
  /** «muộn 12 ngày làm việc», «còn 3 ngày làm việc»; empty without a due day. */
  lateness: z.string(),
  /** The same for screens to say in their language; null without a due day. */
  standing: Late.nullable(),
  rule: RuleCited.nullable(),
  missed: z.string().nullable(),
});
export type ClockShown = z.infer<typeof ClockShown>;

/** One step of the life cycle, as it stands for this task. */
export const StepShown = z.object({
  kind: StepName,
  no: z.string(),
  name: z.string(),
  phase: PhaseId,
  /** Waits for somebody; may be done; done; behind without having been done; not yet. */
  state: z.enum(['open', 'optional', 'done', 'past', 'ahead']),
  who: z.array(TaskRole),
  takes: z.array(z.string()),
  gives: z.array(z.string()),
  basis: z.string(),
  unsure: z.string().nullable(),
  /** The days on which it was done. */
  doneOn: z.array(Day),
  since: Day.nullable(),
  /** Who has the ball, while it is open. */
  ball: z.array(TaskRole),
  clocks: z.array(ClockShown),
  /** A supplement is awaited since. */
  supplementSince: Day.nullable(),
  /** What may be recorded of a supplement now: that it is asked for, or that it came. */
  supplement: z.enum(['supplementAsked', 'supplementReceived']).nullable(),
  /** True where it may be recorded now, or why not; left out where the viewer may record nothing. */
  ability: z.union([z.literal(true), z.string()]).optional(),
});
export type StepShown = z.infer<typeof StepShown>;

export const PhaseShown = z.object({ id: PhaseId, aside: z.boolean() });

export const TaskHistory = z.object({
  id: Id,
  happenedOn: Day,
  recordedAt: z.string(),
  by: z.string(),
  sentence: z.string(),
  /** What it records or puts in the place of another; null where it takes back, and for what the task is. */
  event: TaskEvent.nullable(),
  restsOn: RestsOn.nullable(),
  /** The article the step itself rests on; null for what the task is. */
  basis: z.string().nullable(),
  /** The rules that let it be recorded. */
  rules: z.array(RuleCited),
  /** It was put right since and does not count. */
  superseded: z.boolean(),
  abilities: abilitiesTo('correct'),
});

/** A change asked for or made, with what became of it. */
export const ChangeShown = z.object({
  changeId: Id,
  change: Change,
  state: z.enum(['asked', 'changed', 'refused', 'notified', 'objected']),
  on: Day,
});

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
  /** Who signs it for each side. */
  signers: Arrangement.shape.signers,
});

const paid = {
  /** Đồng. */
  paid: z.int(),
  paidOn: z.array(Day),
};

/** The instalments of a contract against what was paid. */
export const PaymentsShown = z.object({
  planned: z.array(z.object({ ...Instalment.shape, nth: z.int(), ...paid })),
  /** Paid without naming an instalment; null where all name one. */
  beside: z.object(paid).nullable(),
  paid: z.int(),
  /** What instalments come to and the contract does not, in Vietnamese: it was put right since. */
  apart: z.string().nullable(),
});
export type PaymentsShown = z.infer<typeof PaymentsShown>;

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
