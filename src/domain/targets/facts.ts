import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { Cause, type InNameOf } from '../directives/facts.ts';
import { Party } from '../documents/reading.ts';

/** What a value counts; of yes-no, 1 is done and 0 not yet. */
export const Measure = z.enum(['number', 'percent', 'money', 'yes-no']);
export type Measure = z.infer<typeof Measure>;

/** Which results reach it: «ít nhất», «không quá», «đúng». */
export const Aim = z.enum(['at-least', 'at-most', 'exactly']);
export type Aim = z.infer<typeof Aim>;

/** Beyond this no plan of an agency counts, and numbers are no longer exact. */
const largest = 1e15;
export const TargetValue = z
  .number()
  .min(-largest, 'Số quá nhỏ. Kiểm tra lại, hoặc đổi đơn vị tính.')
  .max(largest, 'Số quá lớn. Kiểm tra lại, hoặc đổi đơn vị tính.');

/** The paper behind an act, as people write it; with its place in the register where that has it. */
export const SourceNamed = z.object({ words: z.string(), documentId: z.uuid().nullable() });
export type SourceNamed = z.infer<typeof SourceNamed>;

/** What a decision assigns. */
export const Assignment = z.object({
  words: z.string(),
  measure: Measure,
  /** Đơn vị tính: «tỷ đồng», «nhiệm vụ», «%». */
  unit: z.string(),
  aim: Aim,
  value: TargetValue,
  /** Last day for reaching it, itself included. */
  due: Day,
  lead: Party,
  /** Who assigned it to the agency or unit, as written: «UBND tỉnh». */
  assignedBy: z.string(),
  document: SourceNamed,
  /** The figure its result is read off, of the catalogue or the agency's own; left out where it is reported. */
  figure: z.string().nullable().optional(),
});
export type Assignment = z.infer<typeof Assignment>;

/** Running totals to be reached by the end of each quarter; null where none is planned. */
export const Quarters = z.tuple([
  TargetValue.nullable(),
  TargetValue.nullable(),
  TargetValue.nullable(),
  TargetValue.nullable(),
]);
export type Quarters = z.infer<typeof Quarters>;

const Reason = z.string().trim().min(3, 'Nêu lý do').max(1000);

/** What each kind of fact carries beside its two clocks. */
export const TargetFactBody = z.discriminatedUnion('kind', [
  Assignment.extend({ kind: z.literal('assigned') }),
  /** The whole assignment as a later decision says it; what it was stays readable. */
  Assignment.extend({ kind: z.literal('amended'), reason: Reason }),
  z.object({ kind: z.literal('planned'), quarters: Quarters }),
  /** The value as of the day of the fact; a running total since the year began. */
  z.object({
    kind: z.literal('reported'),
    value: TargetValue,
    words: z.string(),
    cause: Cause.nullable(),
    link: z.string().nullable(),
  }),
  /** A file that shows the result, kept by its hash. */
  z.object({ kind: z.literal('evidenced'), name: z.string(), fileHash: z.string() }),
  z.object({ kind: z.literal('withdrawn'), reason: Reason, document: SourceNamed }),
  /** The fact named was recorded by mistake; it dates from the day of that fact. */
  z.object({ kind: z.literal('retracted'), supersedes: z.uuid(), reason: Reason }),
]);
export type TargetFactBody = z.infer<typeof TargetFactBody>;

/** One thing that happened to a target: the day it happened, and when that was recorded. */
export interface TargetFact {
  id: string;
  happenedOn: string;
  recordedAt: string;
  by: string;
  byId: string | null;
  inNameOf: InNameOf | null;
  body: TargetFactBody;
}
