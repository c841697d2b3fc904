import { z } from 'zod';
import { Late } from '../../domain/calendar/late.ts';
import { Cause } from '../../domain/directives/facts.ts';
import { ActKind, Answer, Handling, PlannedDays, Stage } from '../../domain/drafts/facts.ts';
import { OpinionState } from '../../domain/drafts/opinions.ts';
import { DraftState } from '../../domain/drafts/standing.ts';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { SourceNamed } from '../../domain/targets/facts.ts';
import { Day, Id, RetractableFact } from '../page.ts';

const UnitNamed = z.object({ unitId: Id, name: z.string() });

/** One stage: planned against what happened. */
export const StageShown = z.object({
  stage: Stage,
  planned: Day.nullable(),
  firstPlanned: Day.nullable(),
  reachedOn: Day.nullable(),
  /** It lies behind without having been reached, as the rules let. */
  passedOver: z.boolean(),
  /** It may be passed over. */
  optional: z.boolean(),
  document: SourceNamed.nullable(),
  holder: z.string().nullable(),
  cause: Cause.nullable(),
  /** Against the planned day, reached or not; null without a day or while it is still to come. */
  late: Late.nullable(),
  lateness: z.string(),
});
export type StageShown = z.infer<typeof StageShown>;

/** A draft of the schedule as it stands on a day. */
export const DraftRow = z.object({
  id: Id,
  /** The year whose plan it belongs to. */
  year: z.int(),
  title: z.string(),
  kind: ActKind,
  lead: UnitNamed,
  drafter: z.string().nullable(),
  submittedTo: z.string(),
  shortened: z.boolean(),
  bases: z.array(z.string()),
  document: SourceNamed.nullable(),
  plannedOn: Day,
  stage: Stage.nullable(),
  stages: z.array(StageShown),
  state: DraftState,
  next: Stage.nullable(),
  lateStage: Stage.nullable(),
  /** «muộn 12 ngày làm việc»; empty where it is not late. */
  lateness: z.string(),
  late: Late.nullable(),
  cause: Cause.nullable(),
  /** What its lead reported last. */
  said: z.string(),
  ball: z.object({ with: z.enum(['lead', 'asked', 'outside', 'nobody']), names: z.array(z.string()) }),
  /** Who was asked for an opinion, by how that stands. */
  asked: z.array(z.object({ name: z.string(), state: OpinionState })),
  timesMoved: z.int(),
  timesSentBack: z.int(),
  stoppedOn: Day.nullable(),
  version: z.int(),
  abilities: abilitiesTo('change', 'move', 'enter', 'sendBack', 'report', 'ask', 'handle', 'stop'),
});
export type DraftRow = z.infer<typeof DraftRow>;

/** The clock of one who was asked, with the answer and what became of each remark. */
export const OpinionShown = z.object({
  id: Id,
  whom: z.object({ unitId: Id.nullable(), name: z.string() }),
  sentOn: Day,
  due: Day,
  lastDay: Day,
  document: SourceNamed.nullable(),
  state: OpinionState,
  late: Late.nullable(),
  answer: z.object({ id: Id, on: Day, answer: Answer, document: SourceNamed.nullable() }).nullable(),
  remarks: z.array(
    z.object({
      answerId: Id,
      at: z.int(),
      words: z.string(),
      handled: z.object({ how: Handling, words: z.string(), on: Day }).nullable(),
    }),
  ),
  abilities: abilitiesTo('answer'),
});
export type OpinionShown = z.infer<typeof OpinionShown>;

/** One draft with its opinions and its history in sentences, newest first. */
export const Draft = DraftRow.extend({
  days: PlannedDays,
  opinions: z.array(OpinionShown),
  /** Whether silence counts as agreement, as the agency has it; and working days for an answer unless told. */
  silenceAgrees: z.boolean(),
  opinionWorkingDays: z.int(),
  history: z.array(RetractableFact),
});
export type Draft = z.infer<typeof Draft>;

export const DraftList = z.object({
  year: z.int(),
  asOf: Day,
  items: z.array(DraftRow),
  /** By state, under the rest of the filter. */
  counts: z.record(DraftState, z.int()),
  years: z.array(z.int()),
  abilities: abilitiesTo('plan'),
});
export type DraftList = z.infer<typeof DraftList>;
