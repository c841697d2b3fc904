/** A document laid out: what Word and PDF are both written from. Lengths are millimetres, sizes and spaces points. */
export interface LaidDocument {
  page: Record<'width' | 'height' | 'top' | 'bottom' | 'left' | 'right', number>;
  /** For the properties of the file. */
  title: string;
  pageNumberSize: number;
  bodySize: number;
  parts: readonly LaidPart[];
}

/** A run of pages of one orientation, numbered from 1; the first bears no number. */
export interface LaidPart {
  landscape: boolean;
  blocks: readonly LaidBlock[];
}

export type LaidBlock = LaidParagraph | LaidTable | LaidPicture;

export interface LaidRun {
  text: string;
  size: number;
  bold?: boolean;
  italic?: boolean;
}

export interface LaidParagraph {
  kind: 'paragraph';
  runs: readonly LaidRun[];
  align: 'left' | 'center' | 'right' | 'both';
  firstLine?: number;
  /** Kept clear at both sides. */
  inset?: number;
  before: number;
  after: number;
  /** Space between lines, as a multiple of single. */
  line: number;
  /** Never parted from what follows. */
  keepNext?: boolean;
  /** Not torn by the end of a page. */
  keepLines?: boolean;
  /** A rule of this width beneath, in the middle. */
  rule?: number;
}

export interface LaidCell {
  paragraphs: readonly LaidParagraph[];
  across?: number;
  down?: number;
}

/** Rows that are each made when it is come to: a register has thousands. */
export interface LaidRows extends Iterable<readonly LaidCell[]> {
  readonly length: number;
}

export interface LaidTable {
  kind: 'table';
  widths: readonly number[];
  /** Repeated on every page. A position covered by a cell before or above is left out. */
  header: readonly (readonly LaidCell[])[];
  rows: LaidRows;
  /** Without rules, as letterhead and signatures stand side by side. */
  plain: boolean;
}

export interface LaidPicture {
  kind: 'picture';
  png: Uint8Array;
  width: number;
  height: number;
  alt: string;
}

/** A place in a row: the cell that begins there, or (null) the one above it that reaches down into it. */
export interface GridPlace {
  cell: LaidCell | null;
  column: number;
  across: number;
}

/**
 * Rows of cells with their columns, cells from above filled in.
 * @throws RangeError where cells do not fill a row exactly
 */
export function* gridOf(rows: Iterable<readonly LaidCell[]>, columns: number): Generator<GridPlace[]> {
  /** By column: how many rows a cell from above still reaches down, and how wide it is. */
  const above = new Map<number, { left: number; across: number }>();
  for (const row of rows) {
    const places: GridPlace[] = [];
    const cells = row.values();
    for (let column = 0; column < columns; ) {
      const from = above.get(column);
      if (from !== undefined && from.left > 0) {
        from.left -= 1;
        places.push({ cell: null, column, across: from.across });
        column += from.across;
        continue;
      }
      const cell = cells.next().value;
      if (cell === undefined) throw new RangeError(`A row of a table lacks a cell for column ${column}`);
      const { across = 1, down = 1 } = cell;
      above.set(column, { left: down - 1, across });
      places.push({ cell, column, across });
      column += across;
      if (column > columns) throw new RangeError('A row of a table is wider than its columns');
    }
    if (!cells.next().done) throw new RangeError('A row of a table has more cells than columns');
    yield places;
  }
}
