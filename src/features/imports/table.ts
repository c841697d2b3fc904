import { type ImportColumn, importColumnNames } from '../../domain/directives/import-columns.ts';
import { type SheetColumn, sheetOf } from '../../writing/sheet.ts';

const widths: Record<ImportColumn, number> = {
  words: 60,
  lead: 30,
  coordinating: 30,
  product: 24,
  deadline: 20,
  givenOn: 13,
  status: 18,
  statusOn: 13,
  completedOn: 14,
  percent: 10,
  origin: 18,
  number: 20,
  kind: 14,
  note: 24,
};

/** All columns in the order of the template. */
export const importColumns = Object.keys(importColumnNames) as ImportColumn[];
const columns: SheetColumn[] = importColumns.map((column) => ({
  header: importColumnNames[column],
  width: widths[column],
}));

/** A sheet with two rows that show how to fill it. */
export function importTemplate(today: Temporal.PlainDate): Promise<Uint8Array> {
  const deadline = `trước ngày 15/${today.month}/${today.year + 1}`;
  return sheetOf('Nhiệm vụ giao', columns, [
    [
      ...['Tham mưu kế hoạch hoạt động năm', 'Văn phòng', '', 'Kế hoạch', deadline],
      ...[today, 'Đang thực hiện', today, null, 20, 'Văn bản', '12/TB-SKHCN', null, null],
    ],
    [
      ...['Tổng hợp báo cáo kết quả sáu tháng', 'Văn phòng', '', 'Báo cáo', 'không hạn'],
      ...[today, 'Hoàn thành', null, today, 100, 'Kết luận họp', null, null, 'Xoá hai dòng mẫu này'],
    ],
  ]);
}

/** A row that could not be imported, as it stood, with why not. */
export interface FaultyRow {
  row: number;
  cells: Partial<Record<ImportColumn, string>>;
  reasons: string[];
}

/** Rows that could not be imported with the reasons beside each, to be mended in the register. */
export function errorSheet(rows: readonly FaultyRow[]): Promise<Uint8Array> {
  return sheetOf(
    'Dòng cần sửa',
    [{ header: 'Dòng', width: 8 }, ...columns, { header: 'Lý do, cách sửa', width: 90 }],
    rows.map(({ row, cells, reasons }) => [
      row,
      ...importColumns.map((column) => cells[column] ?? null),
      reasons.join('\n'),
    ]),
  );
}
