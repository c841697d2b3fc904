import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { type DirectiveFact, isKnownBy, type When } from '../directives/facts.ts';
import { InstalmentNo } from './arrangement.ts';
import { Change, Dong, Named } from './change.ts';
import { appraisedLines, approvedLines, costFaults } from './cost-lines.ts';
import { Khoan } from './rules/vocabulary.ts';

const reason = z.string().trim().min(3, 'Nêu lý do').max(1000);
const name = z.string().trim().min(1, 'Nêu tên').max(1000);

/** Steps of a life cycle that carry nothing beside their day and their document. */
const plainKinds = [
  'ordered',
  'searched',
  'recommended',
  'reviewed',
  'listPublished',
  'finalised',
  'resultNotified',
  'estimateFiled',
  'expertsAsked',
  'expertsReported',
  'appraisalFinalised',
  'resultPublished',
  'reported',
  'updated',
  'inspectionWorkConfirmed',
  'inspectionMoneyConfirmed',
  'stopReported',
  'selfAssessed',
  'acceptanceFiled',
  'acceptanceChecked',
  'acceptancePosted',
  'councilFormed',
  'concluded',
  'completed',
  'finalFiled',
  'failureReported',
  'failureChecked',
  'recognised',
  'assetsDecided',
  'assetsHandedOver',
  'advancesCleared',
  'paymentAsked',
  'settled',
  'liquidated',
  'ownershipAsked',
  'ownershipChecked',
  'ownershipGranted',
  'impactEvaluated',
] as const;

/** Steps that rest on a reason. */
const reasonedKinds = ['cancelled', 'abandoned', 'terminationAsked', 'suspended', 'resumed'] as const;

const plain = <const Kind extends string>(kind: Kind) => z.object({ kind: z.literal(kind) });
const reasoned = <const Kind extends string>(kind: Kind) => z.object({ kind: z.literal(kind), reason });

/** Steps whose result the next step depends on. */
const decisive = [
  z.object({ kind: z.literal('identified'), outcome: z.enum(['do', 'do-not']) }),
  z.object({ kind: z.literal('opened'), outcome: z.enum(['valid', 'none']) }),
  /** @property dossier the one proposed, where several are on file */
  z.object({
    kind: z.literal('scored'),
    outcome: z.enum(['proposed', 'none']),
    dossier: z.uuid().optional(),
  }),
  /** @property round the round of the plan it was inspected in */
  z.object({
    kind: z.literal('inspected'),
    outcome: z.enum(['continue', 'adjust', 'propose-termination']),
    round: z.uuid().optional(),
  }),
  z.object({ kind: z.literal('accepted'), rating: z.enum(['excellent', 'achieved', 'not-achieved']) }),
  /** Final evaluation under the law of 2025: completion in words, no scale. */
  z.object({ kind: z.literal('evaluated'), outcome: z.enum(['completed', 'not-completed']) }),
  /** @property refund đồng to return to the budget */
  z.object({ kind: z.literal('terminated'), reason, refund: Dong }),
  z.object({ kind: z.literal('refundDecided'), reason, refund: Dong }),
  /** @property full nothing is left to return */
  z.object({ kind: z.literal('refunded'), amount: Dong, full: z.boolean() }),
  /** @property last the content paid for is the last of the contract; `instalment`: which of its plan */
  z.object({
    kind: z.literal('paid'),
    amount: Dong,
    last: z.boolean(),
    instalment: InstalmentNo.optional(),
  }),
  /** @property advance before the work is confirmed */
  z.object({
    kind: z.literal('disbursed'),
    amount: Dong.min(1, 'Ghi số tiền'),
    advance: z.boolean(),
    instalment: InstalmentNo.optional(),
  }),
  /** @property none the task leaves no assets */
  z.object({ kind: z.literal('assetsPlanned'), none: z.boolean() }),
  /** @property last no further report is due */
  z.object({ kind: z.literal('effectReported'), last: z.boolean() }),
] as const;

function linesHold(step: Parameters<typeof costFaults>[0], context: z.RefinementCtx): void {
  for (const fault of costFaults(step)) context.addIssue({ code: 'custom', ...fault });
}

/** Steps that say who, what, how much and until when. */
const stating = [
  z.object({ kind: z.literal('proposed'), title: name }),
  z.object({ kind: z.literal('listed'), title: name }),
  z.object({ kind: z.literal('called'), mode: z.enum(['selection', 'direct', 'grant']), closesOn: Day }),
  z.object({ kind: z.literal('callExtended'), closesOn: Day, reason }),
  z.object({ kind: z.literal('filed'), dossier: z.uuid(), host: Named, investigator: Named }),
  z.object({ kind: z.literal('withdrawn'), dossier: z.uuid() }),
  /** Lines may be left out, as older files know only the totals; where they stand they add up to them. */
  z
    .object({ kind: z.literal('appraised'), asked: Dong, proposed: Dong, lines: appraisedLines })
    .superRefine(linesHold),
  /** @property lines of the state money */
  z
    .object({
      kind: z.literal('approved'),
      host: Named,
      investigator: Named,
      stateMoney: Dong,
      otherMoney: Dong,
      khoan: Khoan,
      months: z.int().min(1).max(240),
      lines: approvedLines,
    })
    .superRefine(linesHold),
  z.object({ kind: z.literal('contracted'), number: name, from: Day, to: Day }),
  z.object({ kind: z.literal('registered'), certificate: name }),
  z.object({ kind: z.literal('applied'), where: name }),
  /** @property until the new end of the task time */
  z.object({ kind: z.literal('redone'), reason, until: Day }),
  z.object({ kind: z.literal('liabilityDecided'), who: Named, reason }),
  /** Barred from new tasks: who, from the day of the fact through `until`; null where it lasts until the debt is paid. */
  z.object({ kind: z.literal('banned'), who: Named, until: Day.nullable(), reason }),
] as const;

/** A change asked for or made; several may wait at once, each under its `changeId`. */
const changing = [
  z.object({ kind: z.literal('changeAsked'), changeId: z.uuid(), change: Change }),
  z.object({ kind: z.literal('opinionsReceived'), changeId: z.uuid() }),
  z.object({ kind: z.literal('changed'), changeId: z.uuid(), change: Change }),
  z.object({ kind: z.literal('changeRefused'), changeId: z.uuid(), reason }),
  /** Decided by the host on its own responsibility and told to the authority. */
  z.object({ kind: z.literal('changeNotified'), changeId: z.uuid(), change: Change }),
  z.object({ kind: z.literal('changeObjected'), changeId: z.uuid(), reason }),
] as const;

/** Everything a step of a life cycle can be recorded as. */
export const StepBody = z.discriminatedUnion('kind', [
  ...decisive,
  ...stating,
  ...changing,
  ...plainKinds.map(plain),
  ...reasonedKinds.map(reasoned),
]);
export type StepBody =
  | { [Kind in (typeof plainKinds)[number]]: { kind: Kind } }[(typeof plainKinds)[number]]
  | {
      [Kind in (typeof reasonedKinds)[number]]: { kind: Kind; reason: string };
    }[(typeof reasonedKinds)[number]]
  | z.infer<(typeof decisive)[number]>
  | z.infer<(typeof stating)[number]>
  | z.infer<(typeof changing)[number]>;
export type StepKind = StepBody['kind'];

/** Phases of a task's life; also where one stood that is taken over from older files. */
export const PhaseId = z.enum([
  'proposal',
  'selection',
  'running',
  'stopping',
  'acceptance',
  'failure',
  'after',
]);
export type PhaseId = z.infer<typeof PhaseId>;

export const stepKinds: readonly StepKind[] = StepBody.options.map(({ shape }) => shape.kind.value);
const StepKindName = z.enum(stepKinds as [StepKind, ...StepKind[]]);

const beside = [
  /** The dossier a step waits for must be completed: the step's clocks stand until it is. */
  z.object({ kind: z.literal('supplementAsked'), of: StepKindName, reason }),
  z.object({ kind: z.literal('supplementReceived'), of: StepKindName }),
  /** Taken over from older files when it had come to `phase`: what lay before is taken as done, on record or not. */
  z.object({ kind: z.literal('takenOver'), phase: PhaseId }),
] as const;

/** What can happen to a task. Its plain kinds are made in a loop, whose types say less than they are. */
export const TaskEvent = z.union([
  StepBody,
  z.discriminatedUnion('kind', beside),
]) as unknown as z.ZodType<TaskEvent>;
export type TaskEvent = StepBody | z.infer<(typeof beside)[number]>;

/** An event, or the correction of one: `instead` is what should have been recorded, null where nothing should. */
export const TaskFactBody = z.union([
  TaskEvent,
  z.object({
    kind: z.literal('corrected'),
    supersedes: z.uuid(),
    reason,
    instead: TaskEvent.nullable(),
  }),
]);
export type TaskFactBody =
  | TaskEvent
  | { kind: 'corrected'; supersedes: string; reason: string; instead: TaskEvent | null };

/** A document a fact rests on: our record of it where there is one, and as it is cited. */
export const RestsOn = z.object({ documentId: z.uuid().nullable(), sign: name, date: Day });
export type RestsOn = z.infer<typeof RestsOn>;

/** A dated fact about one task. A correction dates from the day on which what it puts right happened. */
export interface TaskFact extends Omit<DirectiveFact, 'body'> {
  restsOn?: RestsOn | null;
  body: TaskFactBody;
}

/** An event that counts, with its day; `id` is that of the fact that states it now. */
export interface Happened {
  id: string;
  on: string;
  body: TaskEvent;
}

/**
 * What happened by a day, as known at an instant, corrections applied: the newest correction of a fact counts. In
 * no order that means anything yet, see `inOrder` of the life cycle.
 */
export function happenedBy(facts: readonly TaskFact[], { asOf, knownAt }: When = {}): Happened[] {
  const known = facts.filter((fact) => isKnownBy(fact, knownAt));
  const newest = newestCorrections(known);
  const happened: Happened[] = [];
  for (const { id, happenedOn: on, body } of known) {
    if (newest.has(id) || (asOf !== undefined && on > asOf)) continue;
    if (body.kind !== 'corrected') happened.push({ id, on, body });
    else if (newest.get(body.supersedes) === id && body.instead !== null)
      happened.push({ id, on, body: body.instead });
  }
  return happened;
}

/** The id of the newest correction of each corrected fact. */
function newestCorrections(facts: readonly TaskFact[]): Map<string, string> {
  const newest = new Map<string, TaskFact>();
  for (const fact of facts) {
    if (fact.body.kind !== 'corrected') continue;
    const other = newest.get(fact.body.supersedes);
    if (!other || recordingOf(other) < recordingOf(fact)) newest.set(fact.body.supersedes, fact);
  }
  return new Map([...newest].map(([of, { id }]) => [of, id]));
}

const recordingOf = ({ recordedAt, id }: TaskFact) => `${recordedAt} ${id}`;
