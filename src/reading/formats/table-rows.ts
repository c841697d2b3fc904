import type { Draft, DraftCell, Run } from './draft.ts';

/** How a cell is merged with its neighbours, as Word and RTF tables say it. */
export interface TableCell {
  /** Continues the cell to its left. */
  merged: boolean;
  /** Continues the cell above. */
  carried: boolean;
}

/** Puts rows together for formats that mark ends of cells and rows inside running text (.doc, .rtf). */
export class TableRows {
  number = 0;
  paragraphs: Run[][] = [];
  private open: boolean = false;
  private cells: Run[][][] = [];
  private above = new Map<number, Run[][]>();

  endCell(runs: Run[]): void {
    this.cells.push([...this.paragraphs, runs]);
    this.paragraphs = [];
  }

  /** Closes the row with what its table definition says of merged cells. */
  endRow(definition: TableCell[]): Draft[] {
    if (!this.open) {
      this.open = true;
      this.number++;
      this.above.clear();
    }
    const cells: DraftCell[] = [];
    for (const [column, paragraphs] of this.cells.entries()) {
      if (definition[column]?.merged) continue;
      const carried = definition[column]?.carried ? this.above.get(column) : undefined;
      if (!carried) this.above.set(column, paragraphs);
      cells.push(carried ? { column, paragraphs, carried } : { column, paragraphs });
    }
    this.cells = [];
    this.paragraphs = [];
    return cells.length > 0 ? [{ kind: 'row', table: this.number, cells }] : [];
  }

  /** A paragraph outside ends the table; cells without a row mark are not lost. */
  leave(): Draft[] {
    const left = this.cells.length + this.paragraphs.length > 0;
    if (this.paragraphs.length > 0) this.endCell([]);
    const rest = left ? this.endRow([]) : [];
    this.open = false;
    return rest;
  }
}
