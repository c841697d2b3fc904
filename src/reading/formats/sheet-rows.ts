import { type CellValue, streamXlsxRows } from 'hucre/xlsx';
import type { ReadingLimits } from '../extracted.ts';
import { refuse } from './refuse.ts';
import { decodeBytes } from './text.ts';
import { aboutWorkbook } from './workbook.ts';
import { refuseBomb } from './zip.ts';

/** A row of a table as text; `row` counts from 1, as Excel shows it. */
export interface SheetRow {
  row: number;
  cells: string[];
}

/**
 * The rows of the first sheet of a workbook, or of a CSV file, one by one and never all at once: days as dd/mm/yyyy, text
 * composed, percent with its sign, spaces at the ends left out.
 * @throws Unreadable where it is neither, damaged, or larger than the limits
 */
export async function* sheetRows(bytes: Uint8Array, limits: ReadingLimits): AsyncGenerator<SheetRow> {
  if (bytes.length === 0) throw refuse('empty');
  if (bytes.length > limits.bytes) throw refuse('too-large');
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) yield* workbookRows(bytes, limits);
  else if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw refuse('old-spreadsheet');
  else if (bytes.subarray(0, 4096).includes(0) && (bytes[0] ?? 0) < 0xfe) throw refuse('unknown');
  else yield* csvRows(decodeBytes(bytes).text);
}

async function* workbookRows(bytes: Uint8Array, limits: ReadingLimits): AsyncGenerator<SheetRow> {
  refuseBomb(bytes, limits);
  const { percentColumns } = aboutWorkbook(bytes, limits);
  try {
    for await (const { index, values } of streamXlsxRows(bytes))
      yield {
        row: index + 1,
        cells: values.map((value, column) =>
          typeof value === 'number' && percentColumns.has(column) ? `${textOf(value * 100)}%` : textOf(value),
        ),
      };
  } catch (error) {
    throw error instanceof Error && error.name === 'Unreadable' ? error : refuse('damaged');
  }
}

function textOf(value: CellValue): string {
  if (typeof value === 'string') return tidy(value);
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dayOf(value);
  return typeof value === 'number' ? String(Number(value.toPrecision(12))) : tidy(String(value));
}

const dayOf = (date: Date) => {
  const [year, month, day] = date.toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
};

/** Composed text that PostgreSQL can keep. */
const tidy = (text: string) => {
  const plain = text.includes('\0') ? text.replaceAll('\0', '') : text;
  return plain.toWellFormed().normalize('NFC').trim();
};

/** Sheets of a workbook that `sheetRows` leaves out; none of a CSV file. @throws Unreadable past the limits */
export const sheetsLeftOut = (bytes: Uint8Array, limits: ReadingLimits): string[] =>
  bytes[0] === 0x50 && bytes[1] === 0x4b ? aboutWorkbook(bytes, limits).sheets.slice(1) : [];

/** The sign that parts cells: whichever the first line has most of. */
function signOf(text: string): string {
  const first = text.slice(0, text.search(/[\r\n]|$/u));
  const count = (sign: string) => first.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** Rows of CSV (RFC 4180); quoted cells may hold lines. Counted as Excel shows them. */
function* csvRows(whole: string): Generator<SheetRow> {
  const text = whole.startsWith('\uFEFF') ? whole.slice(1) : whole;
  const sign = signOf(text);
  let row = 0;
  let at = 0;
  while (at < text.length) {
    const cells: string[] = [];
    for (;;) {
      const { cell, end } = text[at] === '"' ? quoted(text, at) : bare(text, at, sign);
      cells.push(tidy(cell));
      at = end;
      if (text[at] !== sign) break;
      at += 1;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    row += 1;
    yield { row, cells };
  }
}

function bare(text: string, start: number, sign: string): { cell: string; end: number } {
  let end = start;
  while (end < text.length && text[end] !== sign && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { cell: text.slice(start, end), end };
}

/** A cell between quotes, a quote in it doubled; what stands behind the closing quote belongs to nothing. */
function quoted(text: string, start: number): { cell: string; end: number } {
  let cell = '';
  let from = start + 1;
  for (;;) {
    const close = text.indexOf('"', from);
    if (close < 0) return { cell: cell + text.slice(from), end: text.length };
    cell += text.slice(from, close);
    if (text[close + 1] !== '"') return { cell, end: close + 1 };
    cell += '"';
    from = close + 2;
  }
}
