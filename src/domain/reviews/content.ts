import { z } from 'zod';
import { Cause } from '../directives/facts.ts';
import { draftOf } from './draft.ts';
import { ReviewPeriod, ReviewSection, SectionWords } from './facts.ts';
import { ReviewFigure } from './figures.ts';
import { emptyPage, notComposed, type ReviewStanding } from './standing.ts';
import { fill } from './words.ts';

const Done = z.object({ on: z.string(), by: z.string() });

/** A section as it reads: words with placeholders, and with their numbers. */
export const ContentSection = z.object({
  section: ReviewSection,
  words: z.string(),
  text: z.string(),
  /** Drafted from the figures, not written by the office. */
  drafted: z.boolean(),
});

/** A unit's page: its figures, and its words with placeholders and with their numbers. */
export const ContentUnit = z.object({
  unitId: z.string(),
  name: z.string(),
  figures: z.array(ReviewFigure),
  words: SectionWords,
  text: SectionWords,
  confirmed: Done.nullable(),
});

/** A directive that was overdue at the cut-off, as the list of them tells it. Days are ISO. */
export const OverdueLine = z.object({
  id: z.string(),
  words: z.string(),
  unit: z.string().nullable(),
  /** The document that gave it. */
  source: z.string().nullable(),
  firstDue: z.string().nullable(),
  due: z.string().nullable(),
  timesExtended: z.int(),
  /** Working days from the deadline to the cut-off. */
  daysLate: z.int(),
  cause: Cause.nullable(),
});
export type OverdueLine = z.infer<typeof OverdueLine>;

/** An S&T task carried out in the period, as the list of them tells it. */
export const TaskLine = z.object({
  id: z.string(),
  words: z.string(),
  /** The unit that manages it. */
  unit: z.string().nullable(),
  /** With which result, or that it is under way. */
  stands: z.string(),
  /** The earliest last day of what it waits for, ISO, and how that stands to the cut-off. */
  due: z.string().nullable(),
  lateness: z.string(),
});
export type TaskLine = z.infer<typeof TaskLine>;

/** All that a review says: put together anew while it is open, kept as it was from its signing on. */
export const ReviewContent = z.object({
  agency: z.object({ name: z.string(), sign: z.string() }),
  period: ReviewPeriod,
  figures: z.array(ReviewFigure),
  sections: z.array(ContentSection),
  units: z.array(ContentUnit),
  /** The longest overdue first. */
  overdue: z.array(OverdueLine).default([]),
  tasks: z.array(TaskLine).default([]),
  /** The rules the figures were made by: which days are soon, and which calendar counted the days. */
  rules: z.object({ soonUntil: z.string(), readUntil: z.string() }),
});
export type ReviewContent = z.infer<typeof ReviewContent>;
export type ContentUnit = z.infer<typeof ContentUnit>;

/** What is read of the register for a review. */
export interface ReviewRead {
  agency: ReviewContent['agency'];
  rules: ReviewContent['rules'];
  figures: ReviewFigure[];
  units: { unitId: string; name: string; figures: ReviewFigure[] }[];
  overdue: OverdueLine[];
  tasks: TaskLine[];
}

/** A review as it stands over what is read of the register. */
export function contentOf(
  { period, pages, composed }: Pick<ReviewStanding, 'period' | 'pages' | 'composed'>,
  { agency, rules, figures, units, overdue, tasks }: ReviewRead,
): ReviewContent {
  return {
    ...{ agency, rules, period, figures, overdue, tasks },
    sections: ReviewSection.options.map((section) => {
      const written = (composed.get(section) ?? notComposed).words;
      const words = written === '' ? draftOf(section, figures) : written;
      return { section, words, text: fill(words, figures), drafted: written === '' };
    }),
    units: units.map((unit): ContentUnit => {
      const { words, confirmed } = pages.get(unit.unitId) ?? emptyPage;
      const text = Object.entries(words).map(([section, one]) => [section, fill(one, unit.figures)]);
      return { ...unit, words, text: SectionWords.parse(Object.fromEntries(text)), confirmed };
    }),
  };
}

/** What a unit has still to do, in the order it is done. */
export const Missing = z.enum(['words', 'confirmation']);
export type Missing = z.infer<typeof Missing>;

const saidMissing: Record<Missing, string> = { words: 'lời của đơn vị', confirmation: 'xác nhận' };

/** «lời của đơn vị, xác nhận». */
export const sayMissing = (missing: readonly Missing[]): string =>
  missing.map((one) => saidMissing[one]).join(', ');

/** What is missing of a unit's page before the review may be signed. */
export function missingOf({ words, confirmed }: Pick<ContentUnit, 'words' | 'confirmed'>): Missing[] {
  if (confirmed !== null) return [];
  const silent = Object.values(words).every((one) => one === '');
  return silent ? ['words', 'confirmation'] : ['confirmation'];
}
