import { type DocFile, type Piece, uint8, uint16, uint32 } from './doc-file.ts';
import type { TableCell } from './table-rows.ts';

/** What formatting says of each character position; arrays are as long as `DocFile.text`. */
export interface DocFormat {
  /** Index into `fonts`, -1 where the style decides. */
  font: Int16Array;
  bold: Uint8Array;
  /** Deleted by a tracked change, or hidden. */
  dropped: Uint8Array;
  /** Paragraph marks that end a table row, with the row's cells. */
  rows: Map<number, TableCell[]>;
  /** Paragraph marks inside table cells. */
  inTable: Set<number>;
  /** List of the paragraph ending at the position: its override (from 1) and level. */
  lists: Map<number, { override: number; level: number }>;
  fonts: string[];
}

const page = 512;

/** Reads character and paragraph formatting (CHPX and PAPX pages) as far as reading needs it. */
export function readFormat(file: DocFile): DocFormat {
  const length = file.text.length;
  const format: DocFormat = {
    font: new Int16Array(length).fill(-1),
    bold: new Uint8Array(length),
    dropped: new Uint8Array(length),
    rows: new Map(),
    inTable: new Set(),
    lists: new Map(),
    fonts: file.old ? [] : readFonts(file),
  };
  if (file.old) return format;
  for (const at of pagesOf(file, 0xfa)) readCharacterPage(file, format, at);
  for (const at of pagesOf(file, 0x102)) readParagraphPage(file, format, at);
  return format;
}

/** Offsets of the 512-byte pages named by a PlcBte in the table stream. */
function pagesOf({ main, table }: DocFile, fib: number): number[] {
  const at = uint32(main, fib);
  const count = Math.floor((Math.min(uint32(main, fib + 4), table.byteLength) - 4) / 8);
  const pages = Array.from(
    { length: Math.max(0, count) },
    (_, i) => uint32(table, at + 4 * (count + 1 + i)) * page,
  );
  return [...new Set(pages)].filter((offset) => offset + page <= main.byteLength);
}

/** Character positions of a stretch of bytes, for every piece it touches. */
function* positionsOf(pieces: Piece[], from: number, to: number): Generator<[number, number]> {
  for (const { start, end, offset, width } of pieces) {
    const first = Math.max(start, start + Math.ceil((from - offset) / width));
    const last = Math.min(end, start + Math.ceil((to - offset) / width));
    if (first < last) yield [first, last];
  }
}

function readCharacterPage({ main, pieces }: DocFile, format: DocFormat, at: number): void {
  const count = Math.min(101, uint8(main, at + page - 1));
  for (let i = 0; i < count; i++) {
    const offset = uint8(main, at + 4 * (count + 1) + i) * 2;
    if (offset === 0) continue;
    const properties = characterProperties(main, at + offset + 1, uint8(main, at + offset));
    if (!properties) continue;
    for (const [from, to] of positionsOf(pieces, uint32(main, at + 4 * i), uint32(main, at + 4 * i + 4))) {
      if (properties.font !== undefined) format.font.fill(properties.font, from, to);
      if (properties.bold) format.bold.fill(1, from, to);
      if (properties.dropped) format.dropped.fill(1, from, to);
    }
  }
}

function characterProperties(view: DataView, at: number, length: number) {
  const found: { font?: number; bold?: boolean; dropped?: boolean } = {};
  for (const { code, operand } of modifiers(view, at, at + length)) {
    const on = (uint8(view, operand) & 1) === 1;
    if (code === 0x0800 || code === 0x083c) found.dropped ||= on;
    else if (code === 0x0835) found.bold = on;
    else if (code === 0x4a4f) found.font = uint16(view, operand);
  }
  return Object.keys(found).length > 0 ? found : undefined;
}

function readParagraphPage({ main, pieces }: DocFile, format: DocFormat, at: number): void {
  const count = Math.min(29, uint8(main, at + page - 1));
  for (let i = 0; i < count; i++) {
    const offset = at + uint8(main, at + 4 * (count + 1) + 13 * i) * 2;
    if (offset === at) continue;
    const short = uint8(main, offset);
    const begin = short === 0 ? offset + 2 : offset + 1;
    const end = begin + (short === 0 ? 2 * uint8(main, offset + 1) : 2 * short - 1);
    const paragraph = paragraphProperties(main, begin + 2, Math.min(end, at + page));
    if (!paragraph) continue;
    for (const [, to] of positionsOf(pieces, uint32(main, at + 4 * i), uint32(main, at + 4 * i + 4))) {
      if (paragraph.row) format.rows.set(to - 1, paragraph.cells);
      if (paragraph.inTable) format.inTable.add(to - 1);
      if (paragraph.override)
        format.lists.set(to - 1, { override: paragraph.override, level: paragraph.level });
    }
  }
}

interface ParagraphProperties {
  row: boolean;
  inTable: boolean;
  cells: TableCell[];
  /** List override from 1, 0 for none, and level from 0. */
  override: number;
  level: number;
}

function paragraphProperties(view: DataView, at: number, end: number): ParagraphProperties | undefined {
  const found: ParagraphProperties = { row: false, inTable: false, cells: [], override: 0, level: 0 };
  for (const { code, operand } of modifiers(view, at, end)) {
    if (code === 0x2417) found.row = uint8(view, operand) === 1;
    else if (code === 0x2416) found.inTable = uint8(view, operand) === 1;
    else if (code === 0x260a) found.level = Math.min(8, uint8(view, operand));
    else if (code === 0x460b) found.override = uint16(view, operand);
    else if (code === 0xd608) found.cells = tableCells(view, operand);
  }
  return found.row || found.inTable || found.override > 0 ? found : undefined;
}

/** The cells of `sprmTDefTable`: their number, their edges, then 20 bytes each beginning with the merge bits. */
function tableCells(view: DataView, operand: number): TableCell[] {
  const size = uint16(view, operand);
  const count = Math.min(64, uint8(view, operand + 2));
  const first = operand + 3 + 2 * (count + 1);
  return Array.from({ length: count }, (_, i) => {
    const at = first + 20 * i;
    const bits = at + 2 <= operand + 1 + size ? uint16(view, at) : 0;
    return { merged: (bits & 2) !== 0, carried: (bits & 0x60) === 0x20 };
  });
}

/** Property modifiers one after the other; the code itself says how long its operand is. */
function* modifiers(view: DataView, from: number, end: number): Generator<{ code: number; operand: number }> {
  let at = from;
  while (at + 2 < end) {
    const code = uint16(view, at);
    yield { code, operand: at + 2 };
    at += 2 + operandLength(view, code, at + 2);
  }
}

function operandLength(view: DataView, code: number, at: number): number {
  if (code === 0xd608) return uint16(view, at) + 1;
  const kind = code >>> 13;
  if (kind < 2) return 1;
  if (kind === 3) return 4;
  if (kind === 6) return uint8(view, at) + 1;
  return kind === 7 ? 3 : 2;
}

/** Font names of the FFN table, in order of their index. */
function readFonts({ main, table }: DocFile): string[] {
  const begin = uint32(main, 0x112);
  const end = Math.min(table.byteLength, begin + uint32(main, 0x116));
  const fonts: string[] = [];
  for (let at = begin + 4; at + 40 < end; at += uint8(table, at) + 1) {
    let name = '';
    for (let i = at + 40; i + 1 < end; i += 2) {
      const unit = uint16(table, i);
      if (unit === 0) break;
      name += String.fromCharCode(unit);
    }
    fonts.push(name);
  }
  return fonts;
}
