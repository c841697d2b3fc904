import { foldWithPlaces } from '../domain/deadlines/folded.ts';
import { findPoints } from '../domain/deadlines/points.ts';
import { dateOf } from '../domain/deadlines/years.ts';
import type { Citation, DocumentHead } from '../domain/documents/reading.ts';
import { findNumbers } from './numbers.ts';

/**
 * The numbered papers a text refers to, each once, at the place it is first named, with the date it is given there or
 * later. The document's own number is not among them, nor are laws called by name only. `text` is normalised (NFC).
 */
export function findCitations(text: string, head: Pick<DocumentHead, 'number'>): Citation[] {
  const own = head.number === null ? null : key(head.number);
  const cited = new Map<string, Citation>();
  for (const { number, start, end } of findNumbers(text)) {
    if (key(number) === own) continue;
    const date = dateAfter(text, end);
    const first = cited.get(key(number));
    if (first === undefined) cited.set(key(number), { number, date, span: [start, end] });
    else if (first.date === null) first.date = date;
  }
  return [...cited.values()];
}

/** The day that follows a number: «ngày 5/3/2020», «, ngày 05 tháng 3 năm 2020», «ban hành ngày …». */
function dateAfter(text: string, end: number): string | null {
  const folded = foldWithPlaces(text.slice(end, end + 70));
  const point = findPoints(folded).points[0];
  if (point === undefined || point.kind !== 'date' || typeof point.year !== 'number') return null;
  return /^ ?[,(]? ?(?:(?:duoc )?(?:ban hanh|ky) )?(?:ngay ?)?$/.test(folded.text.slice(0, point.start))
    ? dateOf(point, {}).due
    : null;
}

const key = (number: string) => number.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
