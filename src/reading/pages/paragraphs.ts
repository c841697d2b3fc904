import { type OrderedLine, readingOrder } from './columns.ts';
import { hasListMark } from './list-mark.ts';
import { type Line, left, lineText, median, type Page, right } from './page.ts';
import { type Cell, findTables, withoutTables } from './tables.ts';

export interface PlacedLine {
  line: Line;
  page: number;
}

/** Lines of one paragraph, or the cells of one table row, with the page they begin on. */
export interface Paragraph {
  page: number;
  lines: PlacedLine[];
  cells?: (Omit<Cell, 'lines'> & { lines: PlacedLine[] })[];
  table?: number;
  columns?: number[];
  /** Stands in a heading or signature block: never joined over a page. */
  aside: boolean;
}

/** Where the text of a page begins and ends across, as shares of its width. */
export interface Margins {
  left: number;
  right: number;
}

const endMark = /(?:[.;:!?…]|\.\/\.?)["”')\]]*$/u;
const lowerStart = /^[\p{Ll}(,]/u;

/**
 * Margins of the body text from its long lines: the usual place where there are enough, else the outermost ones.
 * @returns `sure` where four lines or more agree; null for a page without long lines
 */
export function marginsOf(page: Page): (Margins & { sure: boolean }) | null {
  const long = page.lines.filter((line) => right(line) - left(line) > 0.55 * page.width);
  if (long.length === 0) return null;
  const sure = long.length >= 4;
  return {
    left: (sure ? median(long.map(left)) : Math.min(...long.map(left))) / page.width,
    right: (sure ? median(long.map(right)) : Math.max(...long.map(right))) / page.width,
    sure,
  };
}

interface Column {
  left: number;
  right: number;
  spacing: number;
}

function centred(line: Line, column: Column): boolean {
  const before = left(line) - column.left;
  const after = column.right - right(line);
  return (
    before > 2.5 * line.size && Math.abs(before - after) < Math.max(1.5 * line.size, 0.3 * (before + after))
  );
}

/** Whether `line` opens a paragraph of its own after `before`. */
function opens(before: Line, line: Line, column: Column): boolean {
  const text = lineText(line);
  const previous = lineText(before);
  const ended = endMark.test(previous);
  if (hasListMark(text)) return true;
  if (line.baseline - before.baseline > Math.max(1.7 * column.spacing, 1.9 * line.size)) return true;
  if (centred(line, column) || centred(before, column)) {
    return !(centred(line, column) && centred(before, column) && lowerStart.test(text) && !ended);
  }
  const short = right(before) < column.right - 0.12 * (column.right - column.left);
  if (short) return ended || !lowerStart.test(text);
  if (lowerStart.test(text) && !ended) return false;
  const indented = left(line) - column.left > 1.1 * line.size;
  return indented && (ended || left(before) - column.left < 0.6 * line.size);
}

/** A date line without its place: «ngày 02 tháng 3 năm …». */
const dateLine = /^ngày\b/u;

/** In a heading or signature block every line stands alone, unless it plainly goes on in lower case. */
function opensAside(before: OrderedLine, next: OrderedLine): boolean {
  if (before.stretch !== next.stretch || before.side !== next.side) return true;
  const text = lineText(next.line);
  return (
    hasListMark(text) || !lowerStart.test(text) || dateLine.test(text) || endMark.test(lineText(before.line))
  );
}

/**
 * The paragraphs of one page in reading order: headings and signature blocks column by column, ruled tables row by
 * row, the rest by list marks, indents, spacing and line length.
 */
export function paragraphsOf(page: Page, margins: Margins): Paragraph[] {
  const tables = findTables(page);
  const lines = withoutTables(page, tables);
  const found: { top: number; paragraph: Paragraph }[] = [];
  for (const piece of between(
    lines,
    tables.map((table) => table.box[1]),
  )) {
    const ordered = readingOrder(piece, page.width);
    const plain = ordered.filter((each) => each.side === undefined).map((each) => each.line);
    const steps = plain.slice(1).map((line, i) => line.baseline - plain[i]!.baseline);
    const column: Column = {
      left: margins.left * page.width,
      right: margins.right * page.width,
      spacing: median(steps.filter((step) => step > 0)),
    };
    let last: { paragraph: Paragraph; line: OrderedLine } | null = null;
    for (const each of ordered) {
      const aside = each.side !== undefined || last?.line.side !== undefined;
      const starts =
        !last || (aside ? opensAside(last.line, each) : opens(last.line.line, each.line, column));
      if (starts || !last) {
        const paragraph: Paragraph = { page: page.number, lines: [], aside: each.side !== undefined };
        found.push({ top: piece[0]!.baseline, paragraph });
        last = { paragraph, line: each };
      }
      last.paragraph.lines.push({ line: each.line, page: page.number });
      last.line = each;
    }
  }
  for (const [i, table] of tables.entries()) {
    for (const row of table.rows) {
      const placed = (line: Line): PlacedLine => ({ line, page: page.number });
      const cells = row.cells.map((cell) => ({ ...cell, lines: cell.lines.map(placed) }));
      const lines = cells.flatMap((cell) => cell.lines);
      const { columns } = table;
      const paragraph = { page: page.number, lines, cells, table: i + 1, columns, aside: false };
      found.push({ top: table.box[1], paragraph });
    }
  }
  return found.sort((a, b) => a.top - b.top).map(({ paragraph }) => paragraph);
}

/** Lines cut into stretches above, between and below the tables whose tops are given. */
function between(lines: Line[], tops: number[]): Line[][] {
  const pieces: Line[][] = Array.from({ length: tops.length + 1 }, () => []);
  for (const line of lines) pieces[tops.filter((top) => top < line.baseline).length]!.push(line);
  return pieces.filter((piece) => piece.length > 0);
}

/**
 * Joins a paragraph or a table row that the page's end cuts, and numbers tables through the document: one that goes
 * on over the page with the same columns stays one table.
 */
export function joinPages(pages: Paragraph[][], rightEdges: number[]): Paragraph[] {
  const all: Paragraph[] = [];
  let table = 0;
  for (const [i, paragraphs] of pages.entries()) {
    const tableOf = new Map<number, number>();
    for (const [k, paragraph] of paragraphs.entries()) {
      const before = k === 0 ? all.at(-1) : undefined;
      if (paragraph.table !== undefined) {
        const goesOn = before?.columns && sameColumns(before.columns, paragraph.columns ?? []);
        if (!tableOf.has(paragraph.table)) tableOf.set(paragraph.table, goesOn ? table : ++table);
        if (before && goesOn && isRowRest(paragraph)) appendCells(before, paragraph);
        else all.push({ ...paragraph, table: tableOf.get(paragraph.table)! });
      } else if (before && runsOver(before, paragraph, rightEdges[i - 1] ?? 0)) {
        before.lines.push(...paragraph.lines);
      } else all.push(paragraph);
    }
  }
  return all;
}

/** The rest of a row that the page's end cut: nothing in its first cell, where its number stood on the page before. */
const isRowRest = ({ cells }: Paragraph) => cells?.[0]?.lines.length === 0;

function appendCells(row: Paragraph, rest: Paragraph): void {
  for (const [i, cell] of (row.cells ?? []).entries()) cell.lines.push(...(rest.cells?.[i]?.lines ?? []));
}

const sameColumns = (a: number[], b: number[]) =>
  a.length === b.length && a.every((x, i) => Math.abs(x - b[i]!) < 0.03 * (a.at(-1)! - a[0]!));

function runsOver(before: Paragraph, next: Paragraph, rightEdge: number): boolean {
  if (before.cells || next.cells || before.aside || next.aside) return false;
  const last = before.lines.at(-1)!.line;
  const text = lineText(next.lines[0]!.line);
  if (endMark.test(lineText(last)) || hasListMark(text)) return false;
  return lowerStart.test(text) || right(last) > rightEdge - 2 * last.size;
}
