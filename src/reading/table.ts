import { type ReadingLimits, Unreadable } from './extracted.ts';
import { extract } from './formats/extract.ts';
import { type SheetRow, sheetRows } from './formats/sheet-rows.ts';
import { sniff } from './formats/sniff.ts';

/** A table that people write by hand is never longer. */
export const handWritten = 5000;

/**
 * The rows of the first sheet of a workbook, of a CSV file, or of all tables of a Word document, in which merged cells
 * are repeated where they reach.
 * @throws Unreadable where it is none of these, holds no table or is larger than the limits
 */
export async function tableRows(
  bytes: Uint8Array,
  limits: ReadingLimits,
  mostRows: number = handWritten,
): Promise<SheetRow[]> {
  const format = sniff(bytes);
  const written = format === 'docx' || format === 'doc' || format === 'rtf';
  const rows = written
    ? await wordRows(bytes, limits)
    : await Array.fromAsync(limited(sheetRows(bytes, limits), mostRows));
  if (rows.length > mostRows) throw tooMany(mostRows);
  return rows;
}

const tooMany = (mostRows: number) =>
  new Unreadable('too-many', `Bảng quá ${mostRows} dòng. Chia ra nhiều tệp.`);

async function* limited(rows: AsyncGenerator<SheetRow>, mostRows: number): AsyncGenerator<SheetRow> {
  let taken = 0;
  for await (const row of rows) {
    taken += 1;
    if (taken > mostRows) throw tooMany(mostRows);
    yield row;
  }
}

async function wordRows(bytes: Uint8Array, limits: ReadingLimits): Promise<SheetRow[]> {
  const { text, blocks } = await extract(bytes, { limits });
  const rows = blocks.filter(({ kind }) => kind === 'row');
  if (rows.length === 0)
    throw new Unreadable(
      'no-table',
      'Tệp Word này không có bảng nào. Để chương trình trong một bảng rồi thử lại.',
    );
  return rows.map(({ cells = [] }, index) => {
    const shown: string[] = [];
    for (const { start, end, column, carried } of cells) {
      while (shown.length < column) shown.push('');
      shown[column] = (carried ?? text.slice(start, end)).trim();
    }
    return { row: index + 1, cells: shown };
  });
}
