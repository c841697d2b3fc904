import { shortened } from '../organisation/units-written.ts';
import { isHeading, isNumbering } from '../programme/import.ts';
import { searchable } from '../text/search.ts';
import { moneySaid } from './cells.ts';
import type { ImportedTask, RowBasis, RowFault } from './checking.ts';
import {
  needed,
  type TaskColumn,
  type TaskHeader,
  taskColumns,
  taskHeaderIn,
  unitOfMoney,
} from './columns.ts';
import { checkTaskRow, moneySplit } from './row.ts';

/** A row of the file as text; `row` counts from 1, as Excel shows it. */
export interface FileRow {
  row: number;
  cells: readonly string[];
}

/** Money of both sources, đồng. */
export interface Money {
  stateMoney: number;
  otherMoney: number;
}

/** A row that says a task, or what is wrong with it. */
export interface PortfolioRow extends FileRow {
  task: ImportedTask | null;
  faults: RowFault[];
  /** What it counts for in the sums of the file; what cannot be read counts for nothing and is a fault. */
  money: Money;
}

/** A portfolio as it was read. */
export interface Portfolio {
  header: TaskHeader;
  rows: PortfolioRow[];
  /** What the file itself says its money sums up to; null where it has no such row. */
  stated: Money | null;
  /** Rows that only part the table. */
  headings: string[];
}

/** The header stands no further down. */
const headerWithin = 40;

/**
 * Finds the table in a file. @returns why it is no portfolio, or its header and the rows beneath
 */
export function portfolioTable(
  rows: readonly FileRow[],
): { header: TaskHeader; beneath: FileRow[] } | { refusal: string } {
  let whole: number | null = null;
  for (const [at, { cells }] of rows.slice(0, headerWithin).entries()) {
    const header = taskHeaderIn(cells, rows[at + 1]?.cells, whole);
    if (header) {
      const lacking = needed.filter((column) => !header.columns.has(column));
      return lacking.length > 0
        ? {
            refusal: `Bảng thiếu cột ${lacking.map((column) => `«${taskColumns[column]}»`).join(', ')}. Thêm cột rồi chọn lại tệp.`,
          }
        : { header, beneath: rows.slice(at + header.rows) };
    }
    whole ??=
      cells
        .map((cell) => (/đvt|đơn vị( tính)?\s*:/iu.test(cell) ? unitOfMoney(cell) : null))
        .find((unit) => unit !== null) ?? null;
  }
  return {
    refusal:
      'Không thấy dòng tên cột, ví dụ «Tên nhiệm vụ», «Cấp», «Tổ chức chủ trì», «Chủ nhiệm». Tải mẫu về rồi điền theo mẫu.',
  };
}

/** Reads rows of a portfolio one after another: each is told from headings and totals, checked, and known again where it stands twice. */
export function portfolioReader(basis: RowBasis): { read(row: FileRow): void; portfolio: Portfolio } {
  const { header } = basis;
  const portfolio: Portfolio = { header, rows: [], stated: null, headings: [] };
  const firstOf = new Map<string, number>();
  const titles = header.columns.get('title') ?? -1;
  return {
    portfolio,
    read({ row, cells }) {
      const said = new Set(cells.map((cell) => cell.trim()).filter(Boolean));
      if (said.size === 0 || isNumbering(said) || (cells[titles] ?? '') === header.titles) return;
      if (
        [...said].slice(0, 2).some((cell) => /^(tong|cong)\b/u.test(searchable(cell))) &&
        says(cells, header, 'host') === ''
      ) {
        portfolio.stated ??= moneyOf(cells, header);
        return;
      }
      if (isHeading([...said]) || (said.size === 1 && (cells[titles] ?? '') === '') || alone(cells, header)) {
        portfolio.headings.push(shortened([...said].at(-1) ?? ''));
        return;
      }
      const found = checkTaskRow(cells, basis);
      const faults = Array.isArray(found) ? found : twice(found, row, firstOf);
      const task = Array.isArray(found) || faults.length > 0 ? null : found;
      portfolio.rows.push({ row, cells, task, faults, money: moneyOf(cells, header) });
    },
  };
}

const says = (cells: readonly string[], { columns }: TaskHeader, column: TaskColumn) =>
  (cells[columns.get(column) ?? -1] ?? '').trim();

/** A title with nothing that makes it a task: a group's name. */
const alone = (cells: readonly string[], header: TaskHeader) =>
  (['code', 'level', 'unit', 'host', 'investigator', 'contract'] as const).every(
    (column) => says(cells, header, column) === '',
  );

function moneyOf(cells: readonly string[], header: TaskHeader): Money {
  const read = (column: TaskColumn) => {
    const amount = moneySaid(says(cells, header, column), header.units.get(column) ?? null);
    return typeof amount === 'number' ? amount : null;
  };
  const { state: stateMoney, other: otherMoney } = moneySplit(read, header);
  return { stateMoney, otherMoney };
}

/** What a task is known again by: its codes, else its title with host and contract. */
export const keysOf = ({
  codes,
  title,
  host,
  contract,
}: Pick<ImportedTask, 'codes' | 'title' | 'host'> & {
  contract: { number: string | null } | null;
}): string[] =>
  codes.length > 0
    ? codes.map((code) => `code ${searchable(code)}`)
    : [`task ${searchable(title)}|${searchable(host)}|${searchable(contract?.number ?? '')}`];

function twice(task: ImportedTask, row: number, firstOf: Map<string, number>): RowFault[] {
  const keys = keysOf(task);
  const first = keys.map((key) => firstOf.get(key)).find((one) => one !== undefined);
  for (const key of keys) if (!firstOf.has(key)) firstOf.set(key, row);
  const column = task.codes.length > 0 ? 'code' : 'title';
  return first === undefined ? [] : [{ column, message: `Trùng nhiệm vụ ở dòng ${first}. Giữ một dòng.` }];
}
