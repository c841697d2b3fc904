import { z } from 'zod';
import { figureUnits } from '../../domain/figures/figure.ts';
import { abilitiesTo } from '../../domain/permissions/ability.ts';
import { ContentSection, Missing, OverdueLine } from '../../domain/reviews/content.ts';
import { Issued, ReviewPeriod, SectionWords } from '../../domain/reviews/facts.ts';
import { RecordPage } from '../figures/contract.ts';
import { Day, Id } from '../page.ts';

const Done = z.object({ on: Day, by: z.string() });

/** A figure of a review without its records, which a list of their own opens. */
export const FigureTold = z.object({
  key: z.string(),
  name: z.string(),
  unit: z.enum(figureUnits),
  value: z.number().nullable(),
  records: z.int(),
});
export type FigureTold = z.infer<typeof FigureTold>;

export const ReviewRow = z.object({
  id: Id,
  period: ReviewPeriod,
  unitsUntil: Day,
  opened: Done,
  signed: Done.nullable(),
  /** Units that have confirmed their page. */
  confirmed: z.int(),
});
export type ReviewRow = z.infer<typeof ReviewRow>;

/** A unit's page; `version` is what a change of its words names in If-Match. */
export const ReviewUnit = z.object({
  unitId: Id,
  name: z.string(),
  figures: z.array(FigureTold),
  words: SectionWords,
  text: SectionWords,
  confirmed: Done.nullable(),
  missing: z.array(Missing),
  version: z.int(),
  abilities: abilitiesTo('write', 'confirm'),
});
export type ReviewUnit = z.infer<typeof ReviewUnit>;

/** A section as it reads; `version` is what a change of its words names in If-Match. */
export const ReviewSectionTold = ContentSection.extend({
  version: z.int(),
  composed: Done.nullable(),
  /** Numbers typed by hand, which no record stands behind. */
  typed: z.array(z.string()),
});
export type ReviewSectionTold = z.infer<typeof ReviewSectionTold>;

/** What was signed at one time, with why it was opened again where it was. */
export const SignedVersion = Done.extend({
  version: z.int(),
  at: z.string(),
  sha256: z.string(),
  missing: z.array(z.object({ unitId: z.string(), name: z.string() })),
  reason: z.string().nullable(),
  /** What stands over the name: «KT. GIÁM ĐỐC», «PHÓ GIÁM ĐỐC». */
  lines: z.array(z.string()),
  /** The report in the outgoing book. */
  issued: Issued.nullable(),
  reopened: Done.extend({ reason: z.string() }).nullable(),
});
export type SignedVersion = z.infer<typeof SignedVersion>;

const Changed = z.object({
  id: Id,
  words: z.string(),
  page: RecordPage.nullable(),
  /** Names of figures it is counted in today and was not when the review was signed, and the other way round. */
  entered: z.array(z.string()),
  left: z.array(z.string()),
});

/** A review: while it is open over the register of today, once signed as it was, beside what differs since. */
export const Review = ReviewRow.extend({
  /** The last day read: the cut-off, or today before it has come. */
  readUntil: Day,
  figures: z.array(FigureTold),
  overdue: z.array(OverdueLine),
  sections: z.array(ReviewSectionTold),
  units: z.array(ReviewUnit),
  /** Everything that was signed, first to last. */
  versions: z.array(SignedVersion),
  /** The version that is shown; null where the register of today is. */
  signature: SignedVersion.nullable(),
  /** Null while it is open. */
  difference: z
    .object({
      figures: z.array(
        z.object({
          ...{ key: z.string(), name: z.string(), unit: z.enum(figureUnits) },
          ...{ signed: z.number().nullable(), today: z.number().nullable() },
        }),
      ),
      records: z.array(Changed),
    })
    .nullable(),
  abilities: abilitiesTo('compose', 'sign', 'reopen'),
});
export type Review = z.infer<typeof Review>;

/** Something in a review that does not hold, in words; people decide. */
export const ReviewFinding = z.object({
  words: z.string(),
  /** The figure it is about; null where it is a number of the words alone. */
  figure: z.string().nullable(),
  records: z.int(),
});
