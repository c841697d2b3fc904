import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { Cause, type InNameOf } from '../directives/facts.ts';
import { Party } from '../documents/reading.ts';
import { SourceNamed } from '../targets/facts.ts';

/** Đề nghị, soạn thảo, lấy ý kiến, thẩm định, trình, ban hành: a stage is reached on the day it begins. */
export const Stage = z.enum(['proposed', 'drafting', 'consulting', 'appraising', 'submitted', 'issued']);
export type Stage = z.infer<typeof Stage>;

/** Where a stage stands in the line; -1 before the first. */
export const placeOf = (stage: Stage | null): number => (stage === null ? -1 : Stage.options.indexOf(stage));

/** Luật, nghị định, quyết định của Thủ tướng, thông tư, nghị quyết HĐND, quyết định UBND. */
export const ActKind = z.enum([
  'council-resolution',
  'committee-decision',
  'circular',
  'decree',
  'prime-decision',
  'law',
  'other',
]);
export type ActKind = z.infer<typeof ActKind>;

const days = { proposed: Day, drafting: Day, consulting: Day, appraising: Day, submitted: Day };
const maybe = z.object(days).partial().shape;

/** By when each stage is to be reached; a stage without a day is not planned. */
export const PlannedDays = z.object({ ...maybe, issued: Day });
export type PlannedDays = z.infer<typeof PlannedDays>;

/** What the plan says of a draft beside its days. */
export const DraftPlan = z.object({
  title: z.string(),
  kind: ActKind,
  lead: Party,
  /** Who writes it, as written: a person, a unit, a drafting board. */
  drafter: z.string().nullable(),
  submittedTo: z.string(),
  /** Trình tự, thủ tục rút gọn. */
  shortened: z.boolean(),
  /** The superior acts it rests on, as written: «Luật 93/2025/QH15». */
  bases: z.array(z.string()),
  /** The paper that plans it. */
  document: SourceNamed.nullable(),
});
export type DraftPlan = z.infer<typeof DraftPlan>;

/** Nhất trí, nhất trí có góp ý, không nhất trí. */
export const Answer = z.enum(['agree', 'remarks', 'disagree']);
export type Answer = z.infer<typeof Answer>;

/** Tiếp thu, tiếp thu một phần, giải trình. */
export const Handling = z.enum(['taken', 'partly', 'explained']);
export type Handling = z.infer<typeof Handling>;

const reason = z.string();
const document = SourceNamed.nullable();

/** What each kind of fact carries beside its two clocks. */
export const DraftFactBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('planned'), plan: DraftPlan, days: PlannedDays }),
  /** The plan put right; its days are only ever moved. */
  z.object({ kind: z.literal('changed'), plan: DraftPlan }),
  z.object({ kind: z.literal('moved'), days: PlannedDays, reason, document }),
  /** `holder`: with whom it is there, «Sở Tư pháp»; `cause`: why it came later than planned. */
  z.object({
    kind: z.literal('entered'),
    stage: Stage,
    document,
    holder: z.string().nullable(),
    cause: Cause.nullable(),
  }),
  z.object({ kind: z.literal('sentBack'), stage: Stage, document, reason }),
  /** How it goes, and what is in the way. */
  z.object({ kind: z.literal('reported'), words: z.string(), cause: Cause.nullable() }),
  /** A unit of the agency or an outside body is asked for its opinion; its clock runs to the day. */
  z.object({ kind: z.literal('asked'), whom: Party, due: Day, document }),
  z.object({
    kind: z.literal('answered'),
    ask: z.uuid(),
    answer: Answer,
    remarks: z.array(z.string()),
    document,
  }),
  /** What became of one remark of an answer. */
  z.object({
    kind: z.literal('handled'),
    answer: z.uuid(),
    remark: z.int(),
    how: Handling,
    words: z.string(),
  }),
  z.object({ kind: z.literal('stopped'), reason, document }),
  /** The fact named was recorded by mistake; it dates from the day of that fact. */
  z.object({ kind: z.literal('retracted'), supersedes: z.uuid(), reason }),
]);
export type DraftFactBody = z.infer<typeof DraftFactBody>;

/** One thing that happened to a record: the day it happened, when that was recorded and by whom. */
export interface RecordedFact<Body> {
  id: string;
  happenedOn: string;
  recordedAt: string;
  by: string;
  byId: string | null;
  inNameOf: InNameOf | null;
  body: Body;
}
export type DraftFact = RecordedFact<DraftFactBody>;

/** A fact by the kind of its body. */
export type DraftFactOf<Kind extends DraftFactBody['kind']> = RecordedFact<
  Extract<DraftFactBody, { kind: Kind }>
>;

export const isOf =
  <Kind extends DraftFactBody['kind']>(kind: Kind) =>
  (fact: DraftFact): fact is DraftFactOf<Kind> =>
    fact.body.kind === kind;
