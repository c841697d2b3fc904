import { z } from 'zod';
import { Day } from '../calendar/day.ts';
import { numberIn } from '../documents/number.ts';
import { Party } from '../documents/reading.ts';
import type { RecordedFact } from '../drafts/facts.ts';
import { SourceNamed } from '../targets/facts.ts';
import { searchable } from '../text/search.ts';

/** An act in force here that the agency keeps: which superior acts it rests on, each as written. */
export const LocalAct = z.object({
  number: z.string(),
  title: z.string(),
  issuedOn: Day,
  /** The unit that keeps it. */
  lead: Party,
  bases: z.array(z.string()),
  /** First day it no longer holds. */
  endedOn: Day.nullable(),
});
export type LocalAct = z.infer<typeof LocalAct>;

/** Sửa đổi, bổ sung; thay thế; bãi bỏ. */
export const Effect = z.enum(['amends', 'replaces', 'repeals']);
export type Effect = z.infer<typeof Effect>;

/** A superior act that changes others, from a day on. */
export const SuperiorAct = z.object({
  number: z.string(),
  title: z.string(),
  issuer: z.string(),
  issuedOn: Day,
  effectiveOn: Day,
  effect: Effect,
  /** The superior acts it changes, as written. */
  changes: z.array(z.string()),
  /** The paper itself, where the register has it. */
  document: SourceNamed,
});
export type SuperiorAct = z.infer<typeof SuperiorAct>;

export const LocalActBody = z.object({ kind: z.enum(['registered', 'corrected']), act: LocalAct });
export type LocalActBody = z.infer<typeof LocalActBody>;

/** `actId`: the act in force here, registered by hand or issued from a draft. */
export const SuperiorActBody = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('registered'), act: SuperiorAct }),
  z.object({ kind: z.literal('corrected'), act: SuperiorAct }),
  z.object({ kind: z.literal('given'), actId: z.uuid(), directiveId: z.uuid() }),
  z.object({ kind: z.literal('spared'), actId: z.uuid(), reason: z.string() }),
]);
export type SuperiorActBody = z.infer<typeof SuperiorActBody>;

export type LocalActFact = RecordedFact<LocalActBody>;
export type SuperiorActFact = RecordedFact<SuperiorActBody>;

/** What an act is known by: its number without zeros before it, else its words; «06/2023/TT-BKHCN» and «Thông tư số 6/2023/TT-BKHCN» are one. */
export const actKey = (written: string): string =>
  searchable(numberIn(written.normalize('NFC'))?.replace(/^0+(?=\d)/u, '') ?? written);
