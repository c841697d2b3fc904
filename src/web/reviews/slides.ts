import { piecesOf } from '../../domain/reviews/words.ts';
import type { FigureTold, Review } from '../../features/reviews/contract.ts';

/** One slide: what it shows, never more than a projector makes legible. */
export type Slide =
  | { kind: 'title' }
  | { kind: 'headline' }
  | { kind: 'words'; section: Review['sections'][number]['section']; words: string }
  | { kind: 'units'; units: Review['units'] }
  | { kind: 'causes'; causes: FigureTold[] }
  | { kind: 'overdue'; lines: Review['overdue']; first: number };

/** Letters and paragraphs of words a slide holds in big type, and rows of a table. */
const mostLetters = 620;
const mostParagraphs = 4;
const mostRows = 8;

/** Words in pieces that fit a slide each, never cut within a paragraph. */
export function wordsInSlides(words: string): string[] {
  const slides: string[][] = [];
  let letters = 0;
  for (const paragraph of words.split(/\n+/u).filter((one) => one.trim() !== '')) {
    const length = piecesOf(paragraph).reduce((sum, one) => sum + ('text' in one ? one.text.length : 4), 0);
    const current = slides.at(-1);
    if (current && current.length < mostParagraphs && letters + length <= mostLetters) {
      current.push(paragraph);
      letters += length;
    } else {
      slides.push([paragraph]);
      letters = length;
    }
  }
  return slides.map((paragraphs) => paragraphs.join('\n'));
}

const rowsInSlides = <T>(rows: readonly T[]): { rows: T[]; first: number }[] =>
  Array.from({ length: Math.ceil(rows.length / mostRows) }, (_, at) => ({
    rows: rows.slice(at * mostRows, (at + 1) * mostRows),
    first: at * mostRows,
  }));

/** The slides of a review, in the order it is told: what was done, by whom, what fell short and why, what is proposed. */
export function slidesOf({ sections, units, figures, overdue }: Review): Slide[] {
  const words = (section: Review['sections'][number]['section']): Slide[] =>
    wordsInSlides(sections.find((one) => one.section === section)?.words ?? '').map((part) => ({
      ...{ kind: 'words', section, words: part },
    }));
  const causes = figures.filter(({ key, value }) => key.startsWith('hindered:') && value !== 0);
  return [
    { kind: 'title' },
    { kind: 'headline' },
    ...words('results'),
    ...rowsInSlides(units).map(({ rows }): Slide => ({ kind: 'units', units: rows })),
    ...words('shortcomings'),
    ...(causes.length > 0 ? [{ kind: 'causes', causes } as const] : []),
    ...rowsInSlides(overdue).map(({ rows, first }): Slide => ({ kind: 'overdue', lines: rows, first })),
    ...words('proposals'),
  ];
}
