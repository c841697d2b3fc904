import { allDates } from '../../domain/deadlines/phrases.ts';
import type { ReadFigure } from '../../domain/documents/reading.ts';
import { isMoneyOrShare, measures } from '../measures.ts';
import { findNumbers } from '../numbers.ts';

/** A number as Vietnamese papers print it: dots group thousands, a comma is the decimal mark. */
export const amount = '\\d{1,3}(?:\\.\\d{3}){1,5}(?:,\\d{1,4})?|\\d{1,9}(?:,\\d{1,4})?';
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
export function numeric(written: string): number {
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

/** A number as people print it here: «1.234,5». */
export const sayNumber = (value: number) => value.toLocaleString('vi-VN', { maximumFractionDigits: 4 });
