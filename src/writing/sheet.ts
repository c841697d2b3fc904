import { XlsxStreamWriter } from 'hucre/xlsx';

/** A cell as people read it; a `Temporal.PlainDate` becomes a real Excel date shown as dd/mm/yyyy. */
export type CellValue = string | number | boolean | Temporal.PlainDate | null;

export interface SheetColumn {
  header: string;
  /** Width in characters. */
  width: number;
}

/** Excel counts days from 30/12/1899; made by hand so that no time zone can move a day. */
const excelEpoch = '1899-12-30';
/** Days come again and again, each as one object. */
const serials = new WeakMap<Temporal.PlainDate, number>();

function serialOf(day: Temporal.PlainDate): number {
  const known = serials.get(day) ?? day.since(excelEpoch, { largestUnit: 'day' }).days;
  serials.set(day, known);
  return known;
}

/**
 * One sheet as .xlsx bytes: bold header row that stays in view, dates as dates. Rows are taken one by one, so a
 * query's rows can be handed over as they come.
 */
export async function sheetOf(
  name: string,
  columns: readonly SheetColumn[],
  rows: Iterable<readonly CellValue[]> | AsyncIterable<readonly CellValue[]>,
): Promise<Uint8Array> {
  const dated = new Set<number>();
  const kept: (string | number | boolean | null)[][] = [];
  for await (const row of rows) {
    kept.push(
      row.map((value, column) => {
        if (!(value instanceof Temporal.PlainDate)) return value;
        dated.add(column);
        return serialOf(value);
      }),
    );
  }
  const writer = new XlsxStreamWriter({
    name: name.replace(/[\\/?*[\]:]/gu, ' ').slice(0, 31),
    columns: columns.map((column, index) => ({
      header: column.header,
      width: column.width,
      ...(dated.has(index) ? { numFmt: 'dd/mm/yyyy' } : {}),
    })),
    freezePane: { rows: 1 },
  });
  for (const row of kept) writer.addRow(row);
  return writer.finish();
}

/** A leading = + - @ would run as a formula where the file is opened: such text is set off with an apostrophe. */
const harmless = (text: string) => (/^[=+\-@\t\r]/u.test(text) ? `'${text}` : text);

/** The same table as CSV for Excel: UTF-8 with its mark, days as dd/mm/yyyy. */
export function csvOf(columns: readonly SheetColumn[], rows: Iterable<readonly CellValue[]>): string {
  const field = (value: CellValue) => {
    if (value === null) return '';
    if (value instanceof Temporal.PlainDate)
      return `${String(value.day).padStart(2, '0')}/${String(value.month).padStart(2, '0')}/${value.year}`;
    const text = typeof value === 'string' ? harmless(value) : String(value);
    return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [columns.map((column) => field(column.header)).join(',')];
  for (const row of rows) lines.push(row.map(field).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
