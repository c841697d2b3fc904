/** [left, top, right, bottom], origin at the top left, in the page's own units (points or pixels). */
export type Box = [number, number, number, number];

export interface Word {
  text: string;
  box: Box;
  /** 0..100 from OCR; absent for a text layer. */
  confidence?: number;
  bold?: boolean;
}

/** Words standing on one baseline, from left to right. */
export interface Line {
  words: Word[];
  baseline: number;
  /** Height of the letters with ascenders and descenders: about the font size. */
  size: number;
}

/** A straight ruling line, horizontal or vertical. */
export interface Rule {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** One page before any understanding: words with their places, ruling lines, notes laid over it. */
export interface Page {
  number: number;
  width: number;
  height: number;
  method: 'text' | 'ocr';
  lines: Line[];
  rules: Rule[];
  /** Texts somebody put over the page (annotations), not part of the document. */
  notes: string[];
  /** A box of this page's units as shares (0..1) of the page as it is shown. */
  toShares: (box: Box) => Box;
}

/** Shares of a page whose units are not turned against what is shown. */
export function plainShares(width: number, height: number): Page['toShares'] {
  return ([x0, y0, x1, y1]) => [x0 / width, y0 / height, x1 / width, y1 / height];
}

export const left = (line: Line): number => line.words[0]!.box[0];
export const right = (line: Line): number => line.words.at(-1)!.box[2];
export const lineText = (line: Line): string => line.words.map((word) => word.text).join(' ');

/** The smallest box around all the given ones; at least one is given. */
export function around(boxes: Box[]): Box {
  return [
    Math.min(...boxes.map((box) => box[0])),
    Math.min(...boxes.map((box) => box[1])),
    Math.max(...boxes.map((box) => box[2])),
    Math.max(...boxes.map((box) => box[3])),
  ];
}

export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** Lines whose baselines agree become one line, its words from left to right; lines from top to bottom. */
export function joinBaselines(lines: Line[]): Line[] {
  const rows: Line[] = [];
  for (const line of [...lines].sort((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    if (row && line.baseline - row.baseline < 0.4 * Math.max(row.size, line.size)) {
      row.words.push(...line.words);
      row.size = Math.max(row.size, line.size);
    } else rows.push({ ...line, words: [...line.words] });
  }
  for (const row of rows) row.words.sort((a, b) => a.box[0] - b.box[0]);
  return rows;
}
