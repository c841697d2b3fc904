import type { Bound, Deadline, Span } from './deadline.ts';
import { type Folded, foldWithPlaces, originalSpan } from './folded.ts';
import { type Found, placed, Taken } from './found.ts';
import { findPoints, type Point } from './points.ts';
import { findRecurring } from './recurring.ts';
import { findRelative } from './relative.ts';
import { boundOf, isBinding } from './roles.ts';
import { dateOf, type YearContext } from './years.ts';

export interface PlacedDeadline {
  deadline: Deadline;
  span: Span;
}

/**
 * Every deadline phrase in a stretch of text, in order, spans relative to that text. Only phrases that bind work are
 * given: not citation dates, past events, report periods, ratios or document numbers. `documentDate` (ISO) and
 * `contextYear` give a year-less phrase its year; without either its day is `XXXX-MM-DD`.
 */
export function parseDeadlines(text: string, context: YearContext): PlacedDeadline[] {
  const folded = foldWithPlaces(text);
  const taken = new Taken(folded.text.length);
  const phrases: Found[] = [];
  const take = (found: Found | null) => {
    if (found === null || !taken.isFree(found)) return;
    taken.take(found);
    phrases.push(found);
  };
  for (const found of findRecurring(folded)) take(found);
  for (const found of findRelative(folded)) take(found);
  for (const point of findPoints(folded).points) take(deadlineOf(folded, point, context));
  return phrases.sort((a, b) => a.start - b.start).map((found) => placed(folded, found));
}

/** Every date, month, quarter, half and year that a text names, whatever its part in the sentence. */
export function allDates(
  text: string,
  context: YearContext = {},
): { kind: Point['kind']; due: string; yearInferred?: boolean; yearUnknown?: boolean; span: Span }[] {
  const folded = foldWithPlaces(text);
  return findPoints(folded).points.map((point) => ({
    kind: point.kind,
    ...dateOf(point, context),
    span: originalSpan(folded, point.start, point.end),
  }));
}

/** Days written out that no calendar has («31/6/2021», «24/11/20120»), for a warning; never a deadline. */
export function impossibleDates(text: string): { text: string; span: Span }[] {
  return findPoints(foldWithPlaces(text)).impossible.map((span) => ({
    text: text.slice(span[0], span[1]),
    span,
  }));
}

/** Whether a text orders a lasting duty («thường xuyên»), which is no recurrence: it has no day on which it is due. */
export function isStanding(text: string): boolean {
  const { text: folded } = foldWithPlaces(text);
  return /(?<!chi |khong |kinh phi |nhiem vu chi |khong tu chu va |von )(?<![\p{L}])thuong xuyen(?! \d)/u.test(
    folded,
  );
}

function deadlineOf(folded: Folded, point: Point, context: YearContext): Found | null {
  const bound = boundOf(folded, point);
  const day = dateOf(point, context);
  if (!isBinding(folded, point, bound, day, context)) return null;
  const where = { start: bound.start, end: point.end };
  if (bound.bound === 'before' && point.kind !== 'date' && point.edge === undefined) {
    const first = dateOf({ ...point, kind: 'date', month: point.firstMonth, day: 1 }, context);
    return { ...where, deadline: { kind: 'date', bound: 'before', ...first } };
  }
  return { ...where, deadline: { kind: point.kind, bound: boundFor(point, bound.bound), ...day } };
}

/** A period's edge («cuối năm») is reached by its end, unless the words before say otherwise. */
function boundFor(point: Point, bound: Bound | null): Bound {
  if (bound !== null) return (bound === 'in' || bound === 'on') && point.edge !== undefined ? 'by' : bound;
  if (point.edge !== undefined) return 'by';
  return point.kind === 'date' ? 'on' : 'in';
}
