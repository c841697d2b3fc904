import { writeXlsx, XlsxStreamWriter } from 'hucre/xlsx';

/** A cell as people read it; a `Temporal.PlainDate` becomes a real Excel date shown as dd/mm/yyyy. */
export type CellValue = string | number | boolean | Temporal.PlainDate | null;

export interface SheetColumn {
  header: string;
  /** Width in characters. */
  width: number;
  /** Holds days, shown as dd/mm/yyyy. */
  day?: boolean;
}

/** Days come again and again, each as one object: what is made of one is made once. */
function ofDay<Made>(make: (day: Temporal.PlainDate) => Made): (day: Temporal.PlainDate) => Made {
  const known = new WeakMap<Temporal.PlainDate, Made>();
  return (day) => {
    const made = known.get(day) ?? make(day);
    known.set(day, made);
    return made;
  };
}

/** Excel counts days from 30/12/1899; made by hand so that no time zone can move a day. */
const excelEpoch = '1899-12-30';
const serialOf = ofDay((day) => day.since(excelEpoch, { largestUnit: 'day' }).days);

const two = (number: number) => String(number).padStart(2, '0');
const dayText = ofDay(({ day, month, year }) => `${two(day)}/${two(month)}/${year}`);

const plainCell = (value: CellValue) => (value instanceof Temporal.PlainDate ? serialOf(value) : value);

/** Excel takes neither some marks nor more letters in the name of a sheet. */
const sheetName = (name: string) => name.replace(/[\\/?*[\]:]/gu, ' ').slice(0, 31);

/** A table that grows row by row. */
export interface Growing<Bytes> {
  add(row: readonly CellValue[]): void;
  finish(): Bytes;
}

/** One sheet as .xlsx bytes: bold header row that stays in view, dates as dates. */
export function beginSheet(name: string, columns: readonly SheetColumn[]): Growing<Promise<Uint8Array>> {
  const writer = new XlsxStreamWriter({
    name: sheetName(name),
    columns: columns.map(({ header, width, day }) => ({
      header,
      width,
      ...(day && { style: { numFmt: 'dd/mm/yyyy' } }),
    })),
    freezePane: { rows: 1 },
  });
  return {
    add: (row) => writer.addRow(row.map(plainCell)),
    finish: () => writer.finish(),
  };
}

/** A whole sheet as .xlsx bytes; a column that holds a day anywhere is one of days. */
export async function sheetOf(
  name: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly CellValue[])[],
): Promise<Uint8Array> {
  const holdsDay = (place: number) => rows.some((row) => row[place] instanceof Temporal.PlainDate);
  const sheet = beginSheet(
    name,
    columns.map((column, place) => (holdsDay(place) ? { ...column, day: true } : column)),
  );
  for (const row of rows) sheet.add(row);
  return sheet.finish();
}

/** One sheet of a workbook. */
export interface SheetTable {
  name: string;
  columns: readonly SheetColumn[];
  rows: readonly (readonly CellValue[])[];
}

/** Several tables as one .xlsx, a sheet each. */
export function workbookOf(tables: readonly SheetTable[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: tables.map(({ name, columns, rows }) => ({
      name: sheetName(name),
      columns: columns.map(({ header, width }, place) => ({
        ...{ header, width },
        ...(rows.some((row) => row[place] instanceof Temporal.PlainDate) && {
          style: { numFmt: 'dd/mm/yyyy' },
        }),
      })),
      rows: [columns.map(({ header }) => header), ...rows.map((row) => row.map(plainCell))],
      freezePane: { rows: 1 },
    })),
  });
}

/** A leading = + - @ would run as a formula where the file is opened: such text is set off with an apostrophe. */
const harmless = (text: string) => (/^[=+\-@\t\r]/u.test(text) ? `'${text}` : text);

function field(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Temporal.PlainDate) return dayText(value);
  if (typeof value !== 'string') return String(value);
  const text = harmless(value);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Lines encoded at once. */
const linesAtOnce = 500;

/** The same table as CSV for Excel: UTF-8 with its mark, days as dd/mm/yyyy. */
export function beginCsv(columns: readonly SheetColumn[]): Growing<Buffer> {
  const written: Buffer[] = [];
  let lines = [`\uFEFF${columns.map(({ header }) => field(header)).join(',')}`];
  const encode = () => {
    if (lines.length > 0) written.push(Buffer.from(`${lines.join('\r\n')}\r\n`));
    lines = [];
  };
  return {
    add(row) {
      lines.push(row.map(field).join(','));
      if (lines.length >= linesAtOnce) encode();
    },
    finish() {
      encode();
      return Buffer.concat(written);
    },
  };
}
