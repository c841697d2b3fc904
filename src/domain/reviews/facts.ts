import { z } from 'zod';

/** What a review says, in its order: results, what fell short and why, what is proposed. */
export const ReviewSection = z.enum(['results', 'shortcomings', 'proposals']);
export type ReviewSection = z.infer<typeof ReviewSection>;

/** Words of each section; a section left out has none. */
export const SectionWords = z.partialRecord(ReviewSection, z.string());
export type SectionWords = z.infer<typeof SectionWords>;

/** The period a review looks at. Days are ISO. */
export const ReviewPeriod = z.object({
  /** «6 tháng đầu năm 2026». */
  words: z.string(),
  from: z.string(),
  to: z.string(),
  /** The last day whose figures count. */
  cutOff: z.string(),
  /** The rule that gave the days; null where they were chosen. */
  ruleId: z.string().nullable(),
  /** The decision or notice whose carrying-out is looked at; left out where it is the whole register. */
  document: z.object({ id: z.string(), label: z.string() }).optional(),
});
export type ReviewPeriod = z.infer<typeof ReviewPeriod>;

/** The report of a review in the book of outgoing documents. */
export const Issued = z.object({ documentId: z.string(), number: z.string().nullable() });
export type Issued = z.infer<typeof Issued>;

/** Whether two reviews look at the same: the same days, of the same document or of the whole register. */
export const samePeriod = (a: ReviewPeriod, b: ReviewPeriod): boolean =>
  a.from === b.from && a.to === b.to && a.document?.id === b.document?.id;

/** What a review's report is about, as its head says it. */
export const reviewSubject = ({ words, document }: ReviewPeriod): string =>
  document ? `Kết quả ${words}` : `Kết quả thực hiện nhiệm vụ ${words}`;

/** What happened to a review. Nothing is ever changed: a later fact says more. */
export type ReviewFactBody =
  /** @property unitsUntil the last day for units to write and confirm */
  | { kind: 'opened'; period: ReviewPeriod; unitsUntil: string }
  | { kind: 'unit-words'; unitId: string; words: SectionWords }
  | { kind: 'unit-confirmed'; unitId: string }
  /** Empty words give the section back to what is drafted from the figures. */
  | { kind: 'composed'; section: ReviewSection; words: string }
  /**
   * @property missing units that had not confirmed, accepted for the reason given
   * @property issued the report's place in the outgoing book
   * @property lines what stands over the name: «KT. GIÁM ĐỐC», «PHÓ GIÁM ĐỐC»
   */
  | {
      kind: 'signed';
      sha256: string;
      missing: { unitId: string; name: string }[];
      reason: string | null;
      lines?: readonly string[];
      issued?: Issued;
    }
  /** What was signed is opened again: the version stays readable, a later one is signed anew. */
  | { kind: 'reopened'; reason: string };

export interface ReviewFact {
  id: string;
  happenedOn: string;
  /** Instant, ISO. */
  recordedAt: string;
  by: string;
  body: ReviewFactBody;
}
