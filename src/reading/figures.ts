import { foldWithPlaces } from '../domain/deadlines/folded.ts';
import { allDates } from '../domain/deadlines/phrases.ts';
import { findPoints } from '../domain/deadlines/points.ts';
import type { ReadFigure, ReadingWarning } from '../domain/documents/reading.ts';
import { isMoneyOrShare, measures } from './measures.ts';
import { findNumbers } from './numbers.ts';

const amount = '\\d{1,3}(?:\\.\\d{3}){1,5}(?:,\\d{1,4})?|\\d{1,9}(?:,\\d{1,4})?';
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}.,/-])(?<n>${amount}) ?(?<unit>${measures.map((unit) => unit.replace(/ /g, '\\s{1,2}')).join('|')})(?![\\p{L}\\p{N}])(?!\\s?/\\s?[A-ZĐ])`,
  'giu',
);

/**
 * The counted things a text states, in order: «41 nhiệm vụ», «18,4 tỷ đồng», «86,4%». `value` is in the unit as printed;
 * `label` is what is counted, from the words around; `period` the time named in the same sentence. Numbers of
 * documents, dates and lengths of time are no figures. `text` is normalised (NFC).
 */
export function findFigures(text: string): ReadFigure[] {
  const papers = findNumbers(text);
  const periods = allDates(text).filter(({ kind }) => kind !== 'date');
  const figures: ReadFigure[] = [];
  let paper = 0;
  let nearest = 0;
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    while ((papers[paper]?.end ?? Infinity) <= start) paper++;
    if (
      (papers[paper]?.start ?? Infinity) < end ||
      /năm\s$/iu.test(text.slice(Math.max(0, start - 4), start))
    )
      continue;
    const [from, to] = sentenceAround(text, start, end);
    while ((periods[nearest]?.span[0] ?? Infinity) < from) nearest++;
    const said = periods[nearest]?.span;
    const period =
      said !== undefined && said[1] <= to ? text.slice(said[0], said[1]).replace(/\s+/gu, ' ') : null;
    const unit = (match.groups?.unit ?? '').toLowerCase().replace(/\s+/gu, ' ').replace('usd', 'USD');
    figures.push({
      value: numeric(match.groups?.n ?? ''),
      unit,
      label: labelOf(text, start, end, from, to, unit),
      ...(period === null ? {} : { period }),
      span: [start, end],
    });
  }
  return figures;
}

/** «1.234.567,5» and «18,4» as numbers: a dot groups thousands, a comma is the decimal mark (TCVN 4-1993 practice). */
function numeric(written: string): number {
  return Number(written.replaceAll('.', '').replace(',', '.'));
}

/** The sentence or list item that holds a stretch, at most 300 characters to each side. */
function sentenceAround(text: string, start: number, end: number): [number, number] {
  const left = text.slice(Math.max(0, start - 300), start);
  const cut = Math.max(left.lastIndexOf('\n'), left.lastIndexOf('. '), left.lastIndexOf('; '));
  const stop = /[\n;]|\.\s/u.exec(text.slice(end, end + 300));
  return [start - left.length + cut + 1, stop === null ? Math.min(text.length, end + 300) : end + stop.index];
}

/** What is counted: the noun and what follows it; of a share or a sum of money the words before. */
function labelOf(text: string, start: number, end: number, from: number, to: number, unit: string): string {
  const clip = (words: string) => words.replace(/\s+/gu, ' ').trim();
  if (isMoneyOrShare(unit)) {
    const before = clip(text.slice(from, start)).replace(/[\s:,(-]+$/u, '');
    return (
      before
        .split(/[,:(]\s/u)
        .at(-1)
        ?.replace(/^[-–+*•\s]+/u, '')
        .slice(-100) ?? ''
    );
  }
  const after = /^[^,;:.()\d]{0,80}/u.exec(text.slice(end, to))?.[0] ?? '';
  return clip(`${unit} ${after}`)
    .replace(/ (?:và|hoặc|là|có|với)$/u, '')
    .slice(0, 100);
}

const partsFollow =
  /^[^.;:\n]{0,60}?(?:,|\(|:|\s)\s?(?<word>trong đó|bao gồm|gồm|chia ra)(?<rest>[^.;\n]{3,400})/iu;

/**
 * Warns of a stated whole whose parts do not add up: «41 nhiệm vụ, trong đó 29 chuyển tiếp và 10 mới». A single part
 * is wrong only where it is more than the whole. Shares (%) in brackets are not parts.
 */
export function checkSums(text: string, figures: readonly ReadFigure[]): ReadingWarning[] {
  const warnings: ReadingWarning[] = [];
  let covered = 0;
  for (const figure of figures) {
    const [start, end] = figure.span;
    if (start < covered || figure.unit === '%' || figure.unit === 'phần trăm') continue;
    const stated = partsFollow.exec(text.slice(end, end + 480));
    const rest = stated?.groups?.rest;
    if (
      stated === null ||
      rest === undefined ||
      /\d/.test(stated[0].slice(0, stated[0].length - rest.length))
    )
      continue;
    const parts = partsOf(rest, figure.unit);
    const sum = Math.round(parts.reduce((total, part) => total + part, 0) * 10_000) / 10_000;
    const wrong = parts.length > 1 ? sum !== figure.value : sum > figure.value;
    covered = end + stated[0].length;
    if (!wrong) continue;
    warnings.push({
      code: 'sum-mismatch',
      message: `Ghi ${say(figure.value)} ${figure.unit} nhưng các phần cộng lại là ${say(sum)} (${parts.map(say).join(' + ')}): xem lại số liệu trong văn bản.`,
      span: [start, covered],
    });
  }
  return warnings;
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

const say = (value: number) => value.toLocaleString('vi-VN', { maximumFractionDigits: 4 });
