import { z } from 'zod';
import { Deadline } from '../deadlines/deadline.ts';
import { Party } from '../documents/reading.ts';

/** What giving a directive says: who leads, who helps, by when, with what product. */
export const Given = z.object({
  lead: Party.nullable(),
  coordinating: z.array(Party),
  deadline: Deadline,
  product: z.string().nullable(),
  /** Share of a part in the whole it belongs to, beside its siblings; 1 unless told. */
  weight: z.number().positive().max(1000).optional(),
  /** Lĩnh vực, where it is not that of the lead unit on the day it was given. */
  field: z.string().optional(),
});
export type Given = z.infer<typeof Given>;

/** A person of the agency, with the name borne when it was recorded. */
export const PersonNamed = z.object({ personId: z.uuid(), name: z.string() });
export type PersonNamed = z.infer<typeof PersonNamed>;

/** Why work stands still: waiting for another unit, for papers from outside, for leadership; people, money, unclear orders. */
export const Cause = z.enum(['other-unit', 'outside-papers', 'leadership', 'people', 'money', 'unclear']);
export type Cause = z.infer<typeof Cause>;

export const Obstacle = z.object({ cause: Cause, waitingFor: Party.nullable() });
export type Obstacle = z.infer<typeof Obstacle>;

const reason = z.string().trim().min(3, 'Nêu lý do').max(1000);
const words = z.string().trim().max(4000);

/** What people do with a directive once it is given: each act is recorded as the fact of its name. */
export const DirectiveAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('received') }),
  /** Not within the unit's competence; whoever gave it must give it to another. */
  z.object({ kind: z.literal('refused'), reason }),
  z.object({ kind: z.literal('assigned'), assignee: PersonNamed.nullable() }),
  z.object({
    kind: z.literal('progressed'),
    percent: z.int().min(0).max(100),
    words,
    obstacle: Obstacle.nullable(),
  }),
  /** A product: a file kept by its hash, or where it can be found. */
  z.object({
    kind: z.literal('evidenced'),
    name: z.string().trim().min(1, 'Đặt tên sản phẩm').max(300),
    fileHash: z.string().optional(),
    link: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
  }),
  /** `openParts`: parts not yet accepted on the day it is submitted, as our own register has them. */
  z.object({
    kind: z.literal('submitted'),
    words,
    openParts: z.array(z.object({ id: z.uuid(), words: z.string() })).optional(),
  }),
  z.object({ kind: z.literal('returned'), reason }),
  z.object({ kind: z.literal('accepted'), words }),
  z.object({ kind: z.literal('extensionAsked'), deadline: Deadline, reason }),
  /** `objective`: a certified objective cause (NĐ 335/2025/NĐ-CP Đ14), which scoring asks for. */
  z.object({ kind: z.literal('extended'), deadline: Deadline, reason, objective: z.boolean() }),
  z.object({ kind: z.literal('extensionRefused'), reason }),
  /** The event a relative deadline counts from. */
  z.object({ kind: z.literal('clockStarted'), event: z.string().trim().min(3, 'Nêu sự kiện').max(500) }),
  z.object({ kind: z.literal('clockPaused'), reason }),
  z.object({ kind: z.literal('clockResumed') }),
  /** To another lead; `act` names what moved it (a merger, a change of duty). */
  z.object({
    kind: z.literal('transferred'),
    lead: Party,
    reason,
    act: z.string().max(300).optional(),
    /** The work moves as it stands when units are reorganised; `assignee`: whoever has it in hand moves along. */
    moved: z.object({ assignee: z.boolean() }).optional(),
  }),
  z.object({ kind: z.literal('suspended'), reason }),
  z.object({ kind: z.literal('workResumed') }),
  z.object({ kind: z.literal('stopped'), reason }),
]);
export type DirectiveAct = z.infer<typeof DirectiveAct>;
export type ActKind = DirectiveAct['kind'];

/** What each kind of fact carries beside its two clocks. */
export const FactBody = z.discriminatedUnion('kind', [
  Given.extend({ kind: z.literal('given') }),
  /** Puts what was given right: `given` is what should have been recorded; the first stays readable. */
  z.object({ kind: z.literal('corrected'), supersedes: z.uuid(), reason: z.string().min(1), given: Given }),
  /** The fact named was recorded by mistake and does not count; it dates from the day of that fact. */
  z.object({ kind: z.literal('retracted'), supersedes: z.uuid(), reason }),
  /** A unit that helps, or is waited for, is succeeded by another when units are reorganised. */
  z.object({ kind: z.literal('succeeded'), from: Party, to: Party, act: z.string().max(300) }),
  ...DirectiveAct.options,
]);
export type FactBody = z.infer<typeof FactBody>;

/** Ký thay, thừa lệnh, thừa uỷ quyền (NĐ 30/2020/NĐ-CP Đ13). */
export const DelegationForm = z.enum(['KT.', 'TL.', 'TUQ.']);
export type DelegationForm = z.infer<typeof DelegationForm>;

/** In whose stead a fact was recorded. */
export const InNameOf = z.object({
  form: DelegationForm,
  personId: z.uuid(),
  name: z.string(),
  /** The post of the one acted for, as it was called that day. */
  title: z.string().nullable().optional(),
});
export type InNameOf = z.infer<typeof InNameOf>;

/** «KT. Giám đốc Nguyễn Văn A, Trần Thị B»: both names, as they stand under a document. */
export const sayAuthor = ({ by, inNameOf }: Pick<DirectiveFact, 'by' | 'inNameOf'>): string =>
  inNameOf ? `${[inNameOf.form, inNameOf.title, inNameOf.name].filter(Boolean).join(' ')}, ${by}` : by;

/**
 * A dated fact about one directive. `happenedOn` is legal time (ISO day), `recordedAt` system time (ISO
 * instant): so «how did it stand on D» and «what did we believe at T» have different, exact answers.
 */
export interface DirectiveFact {
  id: string;
  happenedOn: string;
  recordedAt: string;
  /** Full name of the person who recorded it. */
  by: string;
  /** The person who recorded it; null for the system. */
  byId?: string | null;
  /** The name of the record that goes on, where the recorder's was merged into it. */
  nowKnownAs?: string | null;
  inNameOf?: InNameOf | null;
  body: FactBody;
}

/** Which facts count: those that happened by a day, among those recorded by an instant. */
export interface When {
  asOf?: string;
  knownAt?: string;
}

/** Whether something was on record by an instant; both in UTC, whole or parts of a second. */
export const isKnownBy = ({ recordedAt }: { recordedAt: string }, knownAt: string | undefined): boolean =>
  knownAt === undefined || recordedAt.slice(0, -1) <= knownAt.slice(0, -1);

/** What is asked of a fact of any record to know which bind. */
interface Binding {
  id: string;
  happenedOn: string;
  recordedAt: string;
  body: { kind: string; supersedes?: string };
}

/** Facts in the order they bind: by the day they happened, then by when they were recorded, then by id. */
function inOrder<Fact extends Binding>(facts: readonly Fact[]): Fact[] {
  return facts.toSorted(
    (a, b) =>
      a.happenedOn.localeCompare(b.happenedOn) ||
      a.recordedAt.localeCompare(b.recordedAt) ||
      a.id.localeCompare(b.id),
  );
}

/** The facts that count, in the order they bind, without those retracted by then. */
export function bindingFacts<Fact extends Binding>(
  facts: readonly Fact[],
  { asOf, knownAt }: When = {},
): Fact[] {
  const known = facts.filter(
    (fact) => (asOf === undefined || fact.happenedOn <= asOf) && isKnownBy(fact, knownAt),
  );
  const retracted = new Set(
    known.flatMap(({ body }) => (body.kind === 'retracted' ? [body.supersedes] : [])),
  );
  return inOrder(known).filter(({ id, body }) => !retracted.has(id) && body.kind !== 'retracted');
}

/** When the last of some facts was recorded; the mark of the end is left out of the comparison, since it sorts after digits. */
export function lastRecordedAt(facts: readonly DirectiveFact[]): string {
  let last = '';
  for (const { recordedAt } of facts) if (recordedAt.slice(0, -1) > last.slice(0, -1)) last = recordedAt;
  return last;
}
