import {
  type TaskColumn,
  type TaskHeader,
  taskColumnIds,
  taskColumns,
} from '../../domain/task-imports/columns.ts';
import type { PortfolioRow } from '../../domain/task-imports/portfolio.ts';
import { type CellValue, type SheetColumn, sheetOf } from '../../writing/sheet.ts';

const wide: Partial<Record<TaskColumn, number>> = {
  title: 60,
  host: 34,
  investigator: 26,
  unit: 26,
  programme: 26,
  reason: 26,
};
const money: readonly TaskColumn[] = ['totalMoney', 'stateMoney', 'otherMoney'];

const columnOf = (column: TaskColumn): SheetColumn => ({
  header: money.includes(column) ? `${taskColumns[column]} (đồng)` : taskColumns[column],
  width: wide[column] ?? 18,
});

/** Columns of the template: a day apart says the same as both in one cell. */
const templateColumns = taskColumnIds.filter((column) => column !== 'time' && column !== 'totalMoney');

/** A sheet with rows that show how to fill it. */
export function portfolioTemplate(): Promise<Uint8Array> {
  const day = (iso: string) => Temporal.PlainDate.from(iso);
  const running: Partial<Record<TaskColumn, CellValue>> = {
    ...{
      code: 'ĐTT.01/2025',
      title: 'Nghiên cứu máy sấy nông sản (dòng mẫu, xoá đi)',
      level: 'Tỉnh',
      type: 'Đề tài',
    },
    ...{
      field: 'Cơ khí',
      unit: 'Phòng Quản lý khoa học',
      host: 'Viện Cơ khí',
      investigator: 'TS. Trần Minh Khôi',
    },
    ...{
      approval: '12/QĐ-SKHCN',
      approvedOn: day('2025-01-10'),
      contract: '07/2025/HĐ',
      contractedOn: day('2025-02-03'),
    },
    ...{
      from: day('2025-02-03'),
      to: day('2027-02-02'),
      khoan: 'từng phần',
      stateMoney: 1_200_000_000,
      otherMoney: 0,
    },
  };
  const ended: typeof running = {
    ...running,
    ...{ code: 'ĐTT.02/2021', title: 'Khảo nghiệm giống lúa chịu mặn (dòng mẫu, xoá đi)' },
    ...{ approvedOn: day('2021-01-11'), contract: '05/2021/HĐ', contractedOn: day('2021-03-01') },
    ...{ from: day('2021-03-01'), to: day('2023-02-28'), acceptedOn: day('2023-04-20'), rating: 'Đạt' },
    ...{ registration: '23/2023/GCN', registeredOn: day('2023-06-15'), recognisedOn: day('2023-07-20') },
    ...{ assets: 'Đã bàn giao', assetsOn: day('2023-08-01'), liquidated: '15/9/2023', settled: 'chưa' },
  };
  return sheetOf(
    'Danh mục nhiệm vụ',
    templateColumns.map(columnOf),
    [running, ended].map((row) => templateColumns.map((column) => row[column] ?? null)),
  );
}

/** Rows that could not be imported under the names of their columns, with the reasons beside each. */
export function errorSheet(
  { columns, units }: TaskHeader,
  rows: readonly PortfolioRow[],
): Promise<Uint8Array> {
  const shown = [...columns].toSorted(([, a], [, b]) => a - b);
  const named = ([column]: (typeof shown)[number]): SheetColumn => {
    const { header, width } = columnOf(column);
    const unit = money.includes(column) ? units.get(column) : undefined;
    return {
      header:
        unit === undefined || unit === 1
          ? header
          : `${taskColumns[column]} (${unitNames.get(unit) ?? 'ghi rõ đơn vị'})`,
      width,
    };
  };
  return sheetOf(
    'Dòng cần sửa',
    [{ header: 'STT', width: 8 }, ...shown.map(named), { header: 'Lý do, cách sửa', width: 90 }],
    rows.map(({ row, cells, faults }) => [
      row,
      ...shown.map(([, place]) => cells[place] ?? null),
      faults.map(({ column, message }) => `${taskColumns[column]}: ${message}`).join('\n'),
    ]),
  );
}

const unitNames = new Map<number | null, string>([
  [1_000_000_000, 'tỷ đồng'],
  [1_000_000, 'triệu đồng'],
  [1000, 'nghìn đồng'],
]);
