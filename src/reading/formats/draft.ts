/** Letters with one look, not yet decoded: `font` is the name in the source, a hint for TCVN3 and VNI. */
export interface Run {
  text: string;
  font?: string;
  bold?: boolean;
  /** Shown in capitals whatever is typed. */
  caps?: boolean;
}

/** A paragraph as the source gives it; `\n` in its runs is a line break inside it. */
export interface DraftParagraph {
  kind: 'heading' | 'paragraph' | 'note';
  runs: Run[];
  /** The source itself breaks lines and paragraphs alike (plain text): neighbours may be one sentence. */
  line?: boolean;
  page?: number;
}

export interface DraftCell {
  /** From 0; a cell that spans several keeps its first. */
  column: number;
  paragraphs: Run[][];
  /** The cell above it is merged with this one: what that cell says. */
  carried?: Run[][];
}

export interface DraftRow {
  kind: 'row';
  table: number;
  cells: DraftCell[];
  page?: number;
}

export type Draft = DraftParagraph | DraftRow;

/** A paragraph of plain text without look. */
export function plain(text: string, kind: DraftParagraph['kind'] = 'paragraph'): DraftParagraph {
  return { kind, runs: [{ text }] };
}
