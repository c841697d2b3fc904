import { foldWithPlaces } from '../domain/deadlines/folded.ts';
import { findPoints } from '../domain/deadlines/points.ts';
import { dateOf } from '../domain/deadlines/years.ts';
import { type Line, linesOf, tidy } from './headings.ts';

/** A page's own date: a line that holds a day (and a time) and next to nothing else, at the top or the bottom. */
export function newsDate(lines: readonly Line[], text: string): string | null {
  const foot = linesOf(text, Math.max(0, text.length - 1500), 40);
  for (const line of [...lines.slice(0, 12), ...foot.slice(-6)]) {
    const day = /(?<![\d/])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)/.exec(line.text);
    if (day === null) continue;
    const rest = line.folded.replace(
      /thu (?:hai|ba|tu|nam|sau|bay)|chu nhat|cap nhat|ngay|dang|luc|gmt|xuat ban|luot xem|[\d\W]/g,
      '',
    );
    if (rest.length <= 12) return isoDay(day[3], day[2], day[1]);
  }
  return null;
}

/** A written day as ISO; null where no calendar has it. */
export function isoDay(year = '', month = '', day = ''): string | null {
  const point = findPoints(foldWithPlaces(`ngày ${day}/${month}/${year}`)).points[0];
  return point === undefined ? null : dateOf(point, {}).due;
}

/** A page's title: the first line that is more than a menu entry. */
export function newsTitle(lines: readonly Line[]): { subject: string | null; bodyStart: number } {
  const title =
    lines.slice(0, 8).find(({ text: words }) => words.trim().split(/\s+/u).length >= 6) ?? lines[0];
  if (title === undefined) return { subject: null, bodyStart: 0 };
  return { subject: tidy(title.text).slice(0, 300), bodyStart: title.end };
}
