import { z } from 'zod';
import { isKnownBy, type When } from '../directives/facts.ts';
import { Arrangement } from './arrangement.ts';
import { Named } from './change.ts';
import { type RestsOn, StepBody, type TaskFact, TaskFactBody } from './facts.ts';
import { TaskLevel } from './rules/vocabulary.ts';

/** What kinds of task there are (Luật 29/2013 Đ3; NĐ 268/2025 for innovation). */
export const typeWords = {
  topic: 'đề tài',
  'trial-production': 'dự án sản xuất thử nghiệm',
  scheme: 'đề án khoa học',
  project: 'dự án KH&CN',
  regular: 'nhiệm vụ thường xuyên theo chức năng',
  innovation: 'nhiệm vụ đổi mới sáng tạo',
  other: 'nhiệm vụ khác',
} as const;
export const TaskType = z.enum(Object.keys(typeWords) as (keyof typeof typeWords)[]);
export type TaskType = z.infer<typeof TaskType>;

const words = z.string().trim().max(4000).default('');

/** Somebody who works on a task beside the investigator. */
export const Member = Named.extend({ role: z.enum(['secretary', 'main', 'member']) });

/** What a task is, beside what its steps say: stated as a whole each time it changes. */
export const TaskProfile = z.object({
  title: z.string().trim().min(5, 'Ghi tên nhiệm vụ').max(1000),
  level: TaskLevel,
  type: TaskType,
  field: z.string().trim().min(1).max(200).nullable().default(null),
  programmeId: z.uuid().nullable().default(null),
  /** The unit of the agency that manages it. */
  unit: z.object({ unitId: z.uuid(), name: z.string() }),
  orderedBy: Named.nullable().default(null),
  aims: words,
  products: words,
  members: z.array(Member).max(100).default([]),
});
export type TaskProfile = z.infer<typeof TaskProfile>;

const number = z.string().trim().min(1, 'Ghi số quyết định').max(200);

const about = [
  z.object({ kind: z.literal('described'), profile: TaskProfile }),
  /** A code the task is known by; `family` the rule of its template, null for a code written otherwise. */
  z.object({
    kind: z.literal('coded'),
    code: z.string().trim().min(1, 'Ghi mã số').max(100),
    family: z.string().max(100).nullable(),
  }),
  /** A code that was given by mistake; dated as the giving it takes back. */
  z.object({
    kind: z.literal('uncoded'),
    code: z.string().trim().min(1).max(100),
    reason: z.string().trim().min(3, 'Nêu lý do').max(1000),
  }),
  /** Which law it follows, decided otherwise than the transition rule says. */
  z.object({
    kind: z.literal('regimeDecided'),
    regime: z.enum(['A', 'B']),
    number,
    reason: z.string().trim().min(3, 'Nêu lý do').max(1000),
  }),
  /** Who signs the contract or the appendix of then, and how its money is paid. */
  Arrangement.extend({ kind: z.literal('contractArranged') }),
  /** A step as its host or investigator tells it: it counts once the agency records it. */
  z.object({ kind: z.literal('sentIn'), event: StepBody as unknown as z.ZodType<StepBody> }),
  /** What was sent in is not as the agency needs it; `sentIn` the fact that told it. */
  z.object({
    kind: z.literal('sentBack'),
    sentIn: z.uuid(),
    reason: z.string().trim().min(3, 'Nêu lý do').max(1000),
  }),
] as const;

/** What is recorded of a task beside its steps. */
export const AboutBody = z.discriminatedUnion('kind', about);
export type AboutBody = z.infer<typeof AboutBody>;

/** Everything that is recorded of a task. */
export const RecordedBody = z.union([AboutBody, TaskFactBody]);
export type RecordedBody = AboutBody | TaskFactBody;

/** A fact of a task as it is kept: a step or something about it, with what it rests on and the rules that let it be recorded. */
export interface RecordedTaskFact extends Omit<TaskFact, 'body'> {
  restsOn: RestsOn | null;
  ruleIds: readonly string[];
  body: RecordedBody;
}

const aboutKinds: readonly string[] = about.map(({ shape }) => shape.kind.value);

export const isAbout = <Fact extends { body: RecordedBody }>(
  fact: Fact,
): fact is Fact & { body: AboutBody } => aboutKinds.includes(fact.body.kind);

/** The facts the life cycle is folded from. */
export const stepFacts = (facts: readonly RecordedTaskFact[]): TaskFact[] =>
  facts.filter((fact): fact is RecordedTaskFact & { body: TaskFactBody } => !isAbout(fact));

/** What is said about a task by a day, as known at an instant. */
export interface TaskAbout {
  profile: TaskProfile;
  describedOn: string;
  codes: readonly { code: string; family: string | null; on: string }[];
  regime: { regime: 'A' | 'B'; number: string; on: string; reason: string } | null;
  arrangement: (Arrangement & { on: string }) | null;
}

/**
 * What holds about a task; null where nothing is known of it. Of two of one day the later recorded holds. Steps may be older
 * than the first description, as with files taken over: the task was then what it is first described as.
 */
export function aboutOf(facts: readonly RecordedTaskFact[], { asOf, knownAt }: When = {}): TaskAbout | null {
  const known = facts
    .filter(isAbout)
    .filter((fact) => isKnownBy(fact, knownAt))
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
  const said = known.filter(({ happenedOn }) => asOf === undefined || happenedOn <= asOf);
  let codes: { code: string; family: string | null; on: string }[] = [];
  let described: { profile: TaskProfile; describedOn: string } | null = null;
  let regime: TaskAbout['regime'] = null;
  let arrangement: TaskAbout['arrangement'] = null;
  for (const { happenedOn: on, body } of said) {
    if (body.kind === 'described') described = { profile: body.profile, describedOn: on };
    else if (body.kind === 'coded') codes.push({ code: body.code, family: body.family, on });
    else if (body.kind === 'uncoded') codes = codes.filter((one) => one.code !== body.code || one.on !== on);
    else if (body.kind === 'regimeDecided')
      regime = { regime: body.regime, number: body.number, reason: body.reason, on };
    else if (body.kind === 'contractArranged')
      arrangement = { signers: body.signers, instalments: body.instalments, on };
  }
  described ??= firstDescription(known);
  return described && { ...described, codes, regime, arrangement };
}

function firstDescription(known: readonly (RecordedTaskFact & { body: AboutBody })[]) {
  for (const { happenedOn: describedOn, body } of known)
    if (body.kind === 'described') return { profile: body.profile, describedOn };
  return null;
}

const order = ({ happenedOn, recordedAt, id }: RecordedTaskFact) => `${happenedOn} ${recordedAt} ${id}`;
