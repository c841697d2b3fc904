import { lastDay, type Point } from './points.ts';

/** What is known of the time a text was written: its date (ISO), and the year its surroundings speak of. */
export interface YearContext {
  documentDate?: string | null;
  contextYear?: number | null;
}

export interface DatedPoint {
  due: string;
  yearInferred?: boolean;
  yearUnknown?: boolean;
}

/** Days a year-less day may lie before the document's date and still be of its year: minutes are often issued late. */
const lateIssue = 31;

/**
 * The ISO day of a point. A year-less one takes the document's year, or the next where that day had long passed; a year
 * the surroundings speak of goes first. Never from today's date. With no year anywhere the day is `XXXX-MM-DD`.
 */
export function dateOf(point: Point, context: YearContext): DatedPoint {
  if (typeof point.year === 'number') return { due: iso(point.year, point) };
  const written = yearOfDate(context.documentDate);
  if (point.year !== null) {
    const base = written ?? context.contextYear ?? null;
    if (base === null) return unknown(point);
    return { due: iso(point.year === 'this' ? base : base + 1, point), yearInferred: true };
  }
  if (written === null || context.documentDate === undefined || context.documentDate === null) {
    return context.contextYear
      ? { due: iso(context.contextYear, point), yearInferred: true }
      : unknown(point);
  }
  const near =
    context.contextYear !== undefined &&
    context.contextYear !== null &&
    Math.abs(context.contextYear - written) <= 1;
  const first = near && context.contextYear ? context.contextYear : written;
  const due = iso(first, point);
  const passed = daysBetween(due, context.documentDate) > lateIssue;
  return { due: passed ? iso(first + 1, point) : due, yearInferred: true };
}

/** Days from `from` to `to`, both ISO days. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

const yearOfDate = (date: string | null | undefined) => (date ? Number(date.slice(0, 4)) : null);
const unknown = (point: Point): DatedPoint => ({ due: iso(null, point), yearUnknown: true });
const two = (n: number) => String(n).padStart(2, '0');

function iso(year: number | null, point: Point): string {
  const last = lastDay(year ?? 2023, point.month);
  const day = point.day === 0 ? last : year === null ? point.day : Math.min(point.day, last);
  return `${year === null ? 'XXXX' : String(year).padStart(4, '0')}-${two(point.month)}-${two(day)}`;
}
