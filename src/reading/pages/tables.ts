import { type Box, joinBaselines, type Line, lineText, type Page, type Rule, type Word } from './page.ts';

export interface Cell {
  column: number;
  lines: Line[];
  /** The cell spans from a row above: its words stand there. */
  carried?: string;
}

export interface Table {
  box: Box;
  columns: number[];
  rows: { cells: Cell[]; box: Box }[];
}

const vertical = (rule: Rule) => Math.abs(rule.x1 - rule.x0) < Math.abs(rule.y1 - rule.y0);

function merged(values: number[], tolerance: number): number[] {
  const out: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    if (out.length === 0 || value - out.at(-1)! > tolerance) out.push(value);
  }
  return out;
}

/** Groups of rules that touch one another: each group is one table or one loose rule. */
function groups(rules: Rule[], tolerance: number): Rule[][] {
  const touches = (a: Rule, b: Rule) =>
    a.x0 <= b.x1 + tolerance &&
    b.x0 <= a.x1 + tolerance &&
    a.y0 <= b.y1 + tolerance &&
    b.y0 <= a.y1 + tolerance;
  const found: Rule[][] = [];
  const free = new Set(rules);
  for (const seed of rules) {
    if (!free.delete(seed)) continue;
    const group = [seed];
    for (const rule of group) {
      for (const other of free) {
        if (touches(rule, other)) {
          free.delete(other);
          group.push(other);
        }
      }
    }
    found.push(group);
  }
  return found;
}

/** Ruling lines that enclose at least two columns and two rows. */
export interface Grid {
  rules: Rule[];
  box: Box;
  /** Where columns begin and end across, from the left; rows from the top. */
  columns: number[];
  rows: number[];
}

/** The grids among the ruling lines of a page, from the top. */
export function findGrids(rules: Rule[], pageWidth: number): Grid[] {
  const tolerance = pageWidth / 150;
  const grids = groups(rules, tolerance).flatMap((group): Grid[] => {
    const upright = group.filter(vertical).map((rule) => (rule.x0 + rule.x1) / 2);
    const across = group.filter((rule) => !vertical(rule)).map((rule) => (rule.y0 + rule.y1) / 2);
    const columns = merged(upright, tolerance * 1.5);
    const rows = merged(across, tolerance * 1.5);
    if (columns.length < 3 || rows.length < 3) return [];
    return [{ rules: group, columns, rows, box: [columns[0]!, rows[0]!, columns.at(-1)!, rows.at(-1)!] }];
  });
  return grids.sort((a, b) => a.box[1] - b.box[1]);
}

/**
 * Tables drawn with ruling lines. A word belongs to the cell its middle lies in; a cell with no rule above it
 * continues the cell of the row before (`carried`).
 */
export function findTables(page: Page): Table[] {
  return findGrids(page.rules, page.width).map((grid): Table => {
    const { columns, box } = grid;
    const rows = grid.rows.slice(1).map((bottom, i) => readRow(page, columns, grid.rows[i]!, bottom));
    carryDown(rows, grid, page.width / 100);
    return { box, columns, rows: rows.filter((row) => row.cells.some((cell) => cell.lines.length > 0)) };
  });
}

function readRow(page: Page, columns: number[], top: number, bottom: number): Table['rows'][number] {
  const cells = columns.slice(1).map((end, column) => {
    const cell: Box = [columns[column]!, top, end, bottom];
    return { column, lines: joinBaselines(linesWith(page.lines, (word) => isInside(word, cell))) };
  });
  return { cells, box: [columns[0]!, top, columns.at(-1)!, bottom] };
}

function carryDown(rows: Table['rows'], { columns, rules }: Grid, tolerance: number): void {
  const ruledAt = (x: number, y: number) =>
    rules.some(
      (rule) =>
        !vertical(rule) && rule.x0 < x && rule.x1 > x && Math.abs((rule.y0 + rule.y1) / 2 - y) <= tolerance,
    );
  for (const [i, row] of rows.entries()) {
    if (i === 0) continue;
    for (const cell of row.cells) {
      if (cell.lines.length > 0) continue;
      const middle = (columns[cell.column]! + columns[cell.column + 1]!) / 2;
      const above = rows[i - 1]!.cells[cell.column]!;
      if (!ruledAt(middle, row.box[1])) cell.carried = above.carried ?? above.lines.map(lineText).join(' ');
    }
  }
}

/** Whether the middle of a word lies in a box. */
export function isInside({ box }: Word, [x0, y0, x1, y1]: Box): boolean {
  const x = (box[0] + box[2]) / 2;
  const y = (box[1] + box[3]) / 2;
  return x > x0 && x < x1 && y > y0 && y < y1;
}

/** Lines with only the words that `keep` says, empty lines left out. */
export function linesWith(lines: Line[], keep: (word: Word) => boolean): Line[] {
  return lines.flatMap((line) => {
    const words = line.words.filter(keep);
    return words.length > 0 ? [{ ...line, words }] : [];
  });
}

/** The lines of the page without the words that stand in its tables. */
export function withoutTables(page: Page, tables: Pick<Table, 'box'>[]): Line[] {
  return linesWith(page.lines, (word) => !tables.some(({ box }) => isInside(word, box)));
}
