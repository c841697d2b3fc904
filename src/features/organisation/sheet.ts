import { readXlsx } from 'hucre/xlsx';
import { type ImportRow, importRowsOf, type Sheet } from '../../domain/organisation/import-rows.ts';
import { checkUnits, type PastedUnits } from '../../domain/organisation/pasted-units.ts';
import { standardLimits, Unreadable } from '../../reading/extracted.ts';
import { unpack } from '../../reading/formats/zip.ts';
import { type CellValue, type SheetColumn, sheetOf } from '../../writing/sheet.ts';
import { Refused } from '../context.ts';

/** An agency's list is never larger; a whole archive is not a list. */
const limits = { ...standardLimits, unpackedBytes: 64 << 20 };
const mostBytes = 5 << 20;
const mostRows = 5000;

/** The units and persons a workbook lists, by its column headers. @throws Refused 413, 422 where it lists none */
export async function readSheet(bytes: Uint8Array): Promise<ImportRow[]> {
  if (bytes.length > mostBytes) throw Refused.tooLarge('Tệp quá 5 MB. Chia danh sách ra nhiều tệp.');
  const sheets = await sheetsOf(bytes);
  if (sheets.some(({ rows }) => rows.length > mostRows)) {
    throw Refused.tooLarge(`Bảng tính quá ${mostRows} dòng. Chia danh sách ra nhiều tệp.`);
  }
  const rows = importRowsOf(sheets);
  if (rows.length === 0) {
    throw Refused.unprocessable(
      'Tệp chưa có cột «Họ và tên» hoặc «Đơn vị», hoặc chưa có dòng nào. Tải mẫu về rồi điền theo mẫu.',
    );
  }
  return rows;
}

async function sheetsOf(bytes: Uint8Array): Promise<Sheet[]> {
  try {
    // Unpacked with limits first, so that a small file cannot fill the memory.
    unpack(bytes, () => true, limits);
    const { sheets } = await readXlsx(bytes);
    return sheets.map(({ name, rows }) => ({
      name,
      rows: rows.map((row) =>
        row.map((cell) => (cell === null ? '' : String(cell).toWellFormed().replaceAll('\0', ''))),
      ),
    }));
  } catch (error) {
    throw Refused.unprocessable(
      error instanceof Unreadable
        ? error.message
        : 'Không đọc được tệp Excel này. Lưu lại ở dạng .xlsx rồi thử lại.',
    );
  }
}

/** Only the units of a workbook, for the first screen. */
export async function readUnitSheet(bytes: Uint8Array): Promise<PastedUnits> {
  const rows = await readSheet(bytes);
  return checkUnits(
    rows.flatMap((row) => {
      if (row.kind !== 'unit') return [];
      const { name, abbreviation, parentName } = row;
      const unit = { name, ...(abbreviation && { abbreviation }), ...(parentName && { parentName }) };
      return [{ row: row.row, unit }];
    }),
  );
}

const columns: SheetColumn[] = [
  { header: 'Đơn vị', width: 44 },
  { header: 'Viết tắt', width: 12 },
  { header: 'Đơn vị cấp trên', width: 30 },
  { header: 'Họ và tên', width: 28 },
  { header: 'Mã', width: 12 },
  { header: 'Chức vụ', width: 22 },
  { header: 'Vai trò', width: 16 },
  { header: 'Email', width: 28 },
];

const cellsOf = (row: ImportRow): CellValue[] =>
  row.kind === 'unit'
    ? [row.name, row.abbreviation ?? null, row.parentName ?? null, null, null, null, null, null]
    : [
        row.unitName ?? null,
        null,
        null,
        row.name,
        row.staffCode ?? null,
        row.title ?? null,
        row.roleWords ?? null,
        row.email ?? null,
      ];

/** A sheet with two rows that show how to fill it: a row without the name of a person is a unit. */
export function importTemplate(): Promise<Uint8Array> {
  return sheetOf('Đơn vị và người', columns, [
    ['Văn phòng', 'VP', null, null, null, null, null, null],
    ['Văn phòng', null, null, 'Nguyễn Văn Mẫu', 'CC001', 'Chánh Văn phòng', 'Trưởng đơn vị', 'mau@coquan.vn'],
  ]);
}

/** Rows that could not be imported with the reason beside each, to be mended and imported again. */
export function errorSheet(faults: readonly { row: ImportRow; message: string }[]): Promise<Uint8Array> {
  return sheetOf(
    'Dòng cần sửa',
    [...columns, { header: 'Lý do, cách sửa', width: 80 }],
    faults.map(({ row, message }) => [...cellsOf(row), message]),
  );
}
