import type { ReadingWarning } from '../../domain/documents/reading.ts';
import { fold } from '../../domain/text/fold.ts';
import type { Block } from '../extracted.ts';
import { numeric, sayNumber } from './find.ts';

/** A cell of a table that states the total of its column. */
export interface StatedTotal {
  stated: number;
  /** What the rows come to; where a table has groups, the sum that is nearest. */
  sum: number;
  rows: number;
  span: [number, number];
}

interface Row {
  /** By column. */
  cells: Map<number, { text: string; span: [number, number] }>;
}

const isNumber = (text: string) => /^-?(?:\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,\d{1,4})?$/u.test(text);
const totalWords = /^(?:tong cong|tong so|cong|tong|toan nganh|toan tinh|tong toan tinh)[ :.]*$/u;
/** Columns whose numbers no one adds: places, years, shares, means, prices. */
const notAdded =
  /(?:^|\b)(?:stt|tt|so tt|nam|ty le|ti le|%|binh quan|don gia|diem|xep hang|thu hang|han|ngay)(?:\b|$)/u;
/** «I», «IV», «A»: the row of a group, whose numbers are those of the rows under it. */
const groupMark = /^(?:[IVX]{1,5}|[A-Z])[.)]?$/u;

function rowsOf(text: string, blocks: readonly Block[]): Map<number, Row[]> {
  const tables = new Map<number, Row[]>();
  for (const { kind, table, cells } of blocks) {
    if (kind !== 'row' || table === undefined || cells === undefined) continue;
    const row: Row = { cells: new Map() };
    for (const { start, end, column } of cells)
      row.cells.set(column, { text: text.slice(start, end).trim(), span: [start, end] });
    tables.set(table, [...(tables.get(table) ?? []), row]);
  }
  return tables;
}

const isTotal = ({ cells }: Row) =>
  [...cells.values()].some(({ text }) => totalWords.test(fold(text).trim()));
const isGroup = ({ cells }: Row) => groupMark.test(cells.get(0)?.text ?? '');
const isHeader = ({ cells }: Row) => ![...cells.values()].some(({ text }) => isNumber(text));

/** Every total a table states and can be held to: of two rows or more, each of them a number or empty in that column. */
export function findTotals(text: string, blocks: readonly Block[]): StatedTotal[] {
  return [...rowsOf(text, blocks).values()].flatMap(totalsOf);
}

function totalsOf(rows: readonly Row[]): StatedTotal[] {
  const firstRow = rows.findIndex((row) => !isHeader(row));
  const totalAt = rows.findIndex(isTotal);
  // With several totals it cannot be told which rows each is of.
  if (firstRow < 0 || totalAt < 0 || rows.filter(isTotal).length > 1) return [];
  const header = rows.slice(0, firstRow);
  const body = totalAt === firstRow ? rows.slice(totalAt + 1) : rows.slice(firstRow, totalAt);
  const total = rows[totalAt]!;
  return [...total.cells].flatMap(([column, { text, span }]) => {
    const heading = fold(header.map(({ cells }) => cells.get(column)?.text ?? '').join(' '));
    const values = body.map((row) => row.cells.get(column)?.text ?? '');
    const numbers = values.filter(isNumber);
    const addable = values.every((value) => isNumber(value) || /^[-–—]?$/u.test(value));
    if (!isNumber(text) || column === 0 || notAdded.test(heading) || !addable || numbers.length < 2)
      return [];
    return [{ stated: numeric(text), sum: nearest(body, column, numeric(text)), rows: numbers.length, span }];
  });
}

const rounded = (value: number) => Math.round(value * 10_000) / 10_000;

/** The sum of all rows, of groups alone or of what stands in groups: whichever comes nearest to what is stated. */
function nearest(body: readonly Row[], column: number, stated: number): number {
  const sumOf = (rows: readonly Row[]) =>
    rounded(
      rows.reduce((sum, { cells }) => {
        const text = cells.get(column)?.text ?? '';
        return isNumber(text) ? sum + numeric(text) : sum;
      }, 0),
    );
  const groups = body.filter(isGroup);
  const sums = [sumOf(body)];
  if (groups.length > 0) sums.push(sumOf(groups), sumOf(body.filter((row) => !isGroup(row))));
  return sums.reduce((best, sum) => (Math.abs(sum - stated) < Math.abs(best - stated) ? sum : best));
}

/** Warns of a total that its rows do not come to. */
export function checkTotals(totals: readonly StatedTotal[]): ReadingWarning[] {
  return totals
    .filter(({ stated, sum }) => stated !== sum)
    .map(({ stated, sum, rows, span }) => ({
      code: 'total-mismatch',
      message: `Dòng tổng của bảng ghi ${sayNumber(stated)} nhưng ${rows} dòng cộng lại là ${sayNumber(sum)}: xem lại bảng.`,
      span,
    }));
}
