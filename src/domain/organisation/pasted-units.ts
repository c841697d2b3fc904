import { fold } from '../text/fold.ts';

/** A unit as pasted or read from a sheet; its parent is named by its name. */
export interface UnitLine {
  name: string;
  abbreviation?: string;
  parentName?: string;
}

export interface PastedUnits {
  units: UnitLine[];
  /** Line numbers count from 1, as an editor shows them. */
  errors: { row: number; message: string }[];
}

const longestName = 200;

const headerWords = new Set(['ten', 'ten don vi', 'don vi']);

/**
 * Reads units pasted as lines «Tên;Viết tắt;Đơn vị trên», parted by semicolons or, as a sheet gives them, by tabs. Empty
 * lines and a header line are left out, as are bullets and numbers that a list in a document puts before its items.
 */
export function parsePastedUnits(text: string): PastedUnits {
  const lines = text
    .normalize('NFC')
    .split(/\r?\n/u)
    .map((line, index) => ({ row: index + 1, cells: cellsOf(line) }))
    .filter(({ cells }) => cells.some(Boolean) && !headerWords.has(plain(cells[0] ?? '')));
  return checkUnits(
    lines.map(({ row, cells: [name = '', abbreviation, parentName] }) => ({
      row,
      unit: { name, ...(abbreviation && { abbreviation }), ...(parentName && { parentName }) },
    })),
  );
}

function cellsOf(line: string): string[] {
  const separator = line.includes('\t') ? '\t' : ';';
  const [name = '', ...others] = line.split(separator).map((cell) => cell.replace(/\s+/gu, ' ').trim());
  return [name.replace(/^(?:[-–•*+]|\d{1,3}[.)])\s+/u, ''), ...others];
}

/** Keeps rows that can become units; tells of each other row what is wrong and where it stands. */
export function checkUnits(rows: readonly { row: number; unit: UnitLine }[]): PastedUnits {
  const all = new Set(rows.map(({ unit }) => plain(unit.name)));
  const seen = new Set<string>();
  const units: UnitLine[] = [];
  const errors: PastedUnits['errors'] = [];
  for (const { row, unit } of rows) {
    const message = faultOf(unit, all, seen);
    seen.add(plain(unit.name));
    if (message === null) units.push(unit);
    else errors.push({ row, message });
  }
  return { units, errors };
}

function faultOf({ name, parentName }: UnitLine, all: ReadonlySet<string>, seen: ReadonlySet<string>) {
  if (name.length < 2) return 'Thiếu tên đơn vị.';
  if (name.length > longestName) return `Tên đơn vị dài quá ${longestName} ký tự.`;
  if (seen.has(plain(name))) return `Đơn vị «${name}» có hai lần.`;
  if (parentName === undefined) return null;
  if (plain(parentName) === plain(name)) return `Đơn vị «${name}» không thể thuộc chính nó.`;
  return all.has(plain(parentName)) ? null : `Không có đơn vị trên «${parentName}» trong danh sách.`;
}

/** Names are told apart without regard to case, marks and spaces. */
function plain(name: string): string {
  return fold(name).replace(/\s+/gu, ' ').trim();
}
