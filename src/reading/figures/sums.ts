import { foldWithPlaces } from '../../domain/deadlines/folded.ts';
import { findPoints } from '../../domain/deadlines/points.ts';
import type { ReadFigure, ReadingWarning } from '../../domain/documents/reading.ts';
import { isMoneyOrShare, measures } from '../measures.ts';
import { amount, numeric, sayNumber } from './find.ts';

const partsFollow =
  /^[^.;:\n]{0,60}?(?:,|\(|:|\s)\s?(?<word>trong đó|bao gồm|gồm|chia ra)(?<rest>[^.;\n]{3,400})/iu;

/** A whole a text states together with its parts: «41 nhiệm vụ, trong đó 29 chuyển tiếp và 12 mới». */
export interface StatedSum {
  whole: number;
  unit: string;
  parts: number[];
  sum: number;
  /** A single part is wrong only where it is more than the whole. */
  holds: boolean;
  span: [number, number];
}

/** Every whole stated with its parts, in order. Shares (%) in brackets are not parts. `text` is normalised (NFC). */
export function findSums(text: string, figures: readonly ReadFigure[]): StatedSum[] {
  const found: StatedSum[] = [];
  let covered = 0;
  for (const { value: whole, unit, span } of figures) {
    const [start, end] = span;
    if (start < covered || unit === '%' || unit === 'phần trăm') continue;
    const stated = partsFollow.exec(text.slice(end, end + 480));
    const rest = stated?.groups?.rest;
    if (
      stated === null ||
      rest === undefined ||
      /\d/.test(stated[0].slice(0, stated[0].length - rest.length))
    )
      continue;
    const parts = partsOf(rest, unit);
    const sum = Math.round(parts.reduce((total, part) => total + part, 0) * 10_000) / 10_000;
    covered = end + stated[0].length;
    const holds = parts.length > 1 ? sum === whole : sum <= whole;
    if (parts.length > 0) found.push({ whole, unit, parts, sum, holds, span: [start, covered] });
  }
  return found;
}

/** Warns of a stated whole whose parts do not add up. */
export function checkSums(sums: readonly StatedSum[]): ReadingWarning[] {
  return sums
    .filter(({ holds }) => !holds)
    .map(({ whole, unit, parts, sum, span }) => ({
      code: 'sum-mismatch',
      message: `Ghi ${sayNumber(whole)} ${unit} nhưng các phần cộng lại là ${sayNumber(sum)} (${parts.map(sayNumber).join(' + ')}): xem lại số liệu trong văn bản.`,
      span,
    }));
}

/** The numbers of the parts: at the head of a part, in the whole's unit or with none, not in brackets, no dates. */
function partsOf(rest: string, unit: string): number[] {
  const clear = withoutDates(rest.replace(/\([^)]{0,60}\)/gu, (inside) => ' '.repeat(inside.length)));
  const parts: number[] = [];
  const part = new RegExp(
    `(?:^|[,:]|\\s(?:và|có|là|với))\\s{1,3}(?:có\\s|là\\s)?(?<n>${amount})(?![\\p{N}/.]|,\\d)\\s{0,2}(?=(?<after>[^,\\d]{0,40}))`,
    'giu',
  );
  for (const match of clear.matchAll(part)) {
    const after = (match.groups?.after ?? '').toLowerCase();
    const named = measures.find((one) => after.startsWith(one.toLowerCase()));
    if (
      after.startsWith('%') ||
      (isMoneyOrShare(unit) && named !== unit) ||
      (named !== undefined && named !== unit && isMoneyOrShare(named))
    )
      continue;
    if (/^(?:ngày|tháng|năm|quý|giờ|tuần|lần)(?!\p{L})/u.test(after)) continue;
    parts.push(numeric(match.groups?.n ?? ''));
  }
  return parts;
}

function withoutDates(words: string): string {
  const folded = foldWithPlaces(words);
  let clear = words;
  for (const point of findPoints(folded).points) {
    const from = folded.at[point.start] ?? 0;
    const to = folded.at[point.end] ?? words.length;
    clear = clear.slice(0, from) + ' '.repeat(to - from) + clear.slice(to);
  }
  return clear;
}
