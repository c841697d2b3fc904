import type { Role } from '../permissions/permission.ts';
import { searchable } from '../text/search.ts';

/** A sheet as read: rows of cells, as text. */
export interface Sheet {
  name: string;
  rows: readonly (readonly string[])[];
}

/** A unit or a person as a row of a sheet states it; `row` counts from 1, as Excel shows it. */
export type ImportRow =
  | { kind: 'unit'; row: number; name: string; abbreviation?: string; parentName?: string }
  | {
      kind: 'person';
      row: number;
      name: string;
      staffCode?: string;
      email?: string;
      unitName?: string;
      title?: string;
      /** As written; empty cells give none. */
      roleWords?: string;
    };

type Column = 'person' | 'code' | 'unit' | 'title' | 'role' | 'email' | 'parent' | 'abbreviation' | 'name';

/** What columns are called in the lists agencies keep, folded. */
const headers: Record<Column, readonly string[]> = {
  person: ['ho ten', 'ho va ten', 'ho ten can bo', 'ho va ten can bo', 'ten can bo', 'can bo', 'nguoi'],
  code: ['ma', 'ma so', 'ma can bo', 'ma nhan vien', 'ma nv', 'ma cb', 'ma cbccvc', 'so hieu'],
  unit: ['don vi', 'ten don vi', 'don vi cong tac', 'phong', 'phong ban', 'noi cong tac'],
  title: ['chuc vu', 'chuc danh', 'chuc vu chuc danh'],
  role: ['vai tro', 'vai tro tren he thong', 'quyen'],
  email: ['email', 'e mail', 'thu dien tu', 'dia chi thu', 'hop thu'],
  parent: ['don vi cap tren', 'don vi tren', 'cap tren', 'truc thuoc', 'thuoc don vi', 'don vi cha'],
  abbreviation: ['viet tat', 'ten viet tat', 'chu viet tat', 'ky hieu'],
  name: ['ten'],
};

const columnsByHeader = new Map(
  Object.entries(headers).flatMap(([column, words]) => words.map((word) => [word, column as Column])),
);

/** A table does not begin further down than this. */
const headerWithin = 20;

/** The units and persons in a workbook: a row that names a person is one, a row with a unit alone is a unit. */
export function importRowsOf(sheets: readonly Sheet[]): ImportRow[] {
  return sheets.flatMap(({ rows }) => {
    const at = rows.slice(0, headerWithin).findIndex((row) => isHeader(columnsIn(row)));
    if (at < 0) return [];
    const columns = columnsIn(rows[at] ?? []);
    return rows.flatMap((cells, index) => {
      if (index <= at || cells.every((cell) => cell.trim() === '')) return [];
      const cell = (column: Column) => textOf(cells[columns.get(column) ?? -1]);
      const isUnit = cell('person') === undefined && cell('unit') !== undefined;
      return [isUnit ? unitRow(index + 1, cell) : personRow(index + 1, cell)];
    });
  });
}

/** Where each known column is. «Tên» means people beside a column of units, else units. */
function columnsIn(row: readonly string[]): Map<Column, number> {
  const found = new Map<Column, number>();
  for (const [index, header] of row.entries()) {
    const column = columnsByHeader.get(searchable(header));
    if (column && !found.has(column)) found.set(column, index);
  }
  const name = found.get('name');
  const meaning = found.has('unit') ? 'person' : 'unit';
  if (name !== undefined && !found.has(meaning)) found.set(meaning, name);
  return found;
}

const isHeader = (columns: ReadonlyMap<Column, number>) => columns.has('person') || columns.has('unit');

const textOf = (cell: string | undefined) => cell?.normalize('NFC').replace(/\s+/gu, ' ').trim() || undefined;

type CellOf = (column: Column) => string | undefined;

function unitRow(row: number, cell: CellOf): ImportRow {
  return {
    kind: 'unit',
    row,
    name: cell('unit') ?? '',
    abbreviation: cell('abbreviation'),
    parentName: cell('parent'),
  };
}

function personRow(row: number, cell: CellOf): ImportRow {
  return {
    kind: 'person',
    row,
    name: cell('person') ?? '',
    staffCode: cell('code'),
    email: cell('email')?.toLowerCase(),
    unitName: cell('unit'),
    title: cell('title'),
    roleWords: cell('role'),
  };
}

const roleWords: Record<Role, readonly string[]> = {
  director: ['lanh dao', 'lanh dao co quan', 'lanh dao so', 'giam doc', 'pho giam doc'],
  office: ['van phong', 'van thu', 'tong hop', 'van phong tong hop'],
  head: ['truong don vi', 'lanh dao don vi', 'lanh dao phong', 'truong phong', 'pho truong phong'],
  officer: ['chuyen vien', 'can bo', 'vien chuc', 'nhan vien'],
  auditor: ['thanh tra', 'kiem tra', 'giam sat', 'kiem toan'],
  administrator: ['quan tri', 'quan tri vien', 'quan tri he thong'],
};

const rolesByWords = new Map(
  Object.entries(roleWords).flatMap(([role, words]) => words.map((word) => [word, role as Role])),
);

/**
 * The role that words name. Without words the title tells heads from officers, who may do the same; more than that is
 * given only where the sheet says so. Undefined for words that name no role.
 */
export function roleOf(words: string | undefined, title: string | undefined): Role | undefined {
  if (words !== undefined) return rolesByWords.get(searchable(words));
  return /^(?:truong|chanh|chi cuc truong)\b/u.test(searchable(title ?? '')) ? 'head' : 'officer';
}
