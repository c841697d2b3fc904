import { type Directory, readStream } from './ole.ts';
import { refuse } from './refuse.ts';

/** A stretch of text in the file: character positions `[start, end)` stored from byte `offset`, one or two bytes each. */
export interface Piece {
  start: number;
  end: number;
  offset: number;
  width: 1 | 2;
}

/** A Word document taken apart as MS-DOC describes it; `text` holds every story in order, one unit a position. */
export interface DocFile {
  main: DataView;
  table: DataView;
  pieces: Piece[];
  text: string;
  counts: {
    body: number;
    footnotes: number;
    headers: number;
    comments: number;
    endnotes: number;
    textBoxes: number;
  };
  /** Word 6 and 95 keep their formatting differently; only their text is read. */
  old: boolean;
}

/**
 * Opens the streams of a Word document and puts its text together from the piece table.
 * @throws Unreadable `password` when encrypted, `damaged` when there is no text to be found
 */
export function openDoc(directory: Directory): DocFile {
  const bytes = readStream(directory, 'WordDocument');
  if (!bytes || bytes.length < 0x80) throw refuse('damaged');
  const main = viewOf(bytes);
  const flags = main.getUint16(0x0a, true);
  if (flags & 0x0100) throw refuse('password');
  const old = main.getUint16(2, true) < 0xc1;
  const tableBytes = old ? bytes : readTable(directory, flags);
  const table = viewOf(tableBytes);
  const at = old ? 0x34 : 0x4c;
  const count = (i: number) => Math.min(bytes.length, uint32(main, at + 4 * i));
  const counts = {
    body: count(0),
    footnotes: count(1),
    headers: count(2),
    comments: count(4),
    endnotes: count(5),
    textBoxes: count(6),
  };
  const clx = old ? 0x160 : 0x1a2;
  const found = readPieces(table, uint32(main, clx), uint32(main, clx + 4), old);
  const begin = uint32(main, 0x18);
  const pieces =
    found.length > 0
      ? found
      : [{ start: 0, end: Math.max(0, uint32(main, 0x1c) - begin), offset: begin, width: 1 as const }];
  return { main, table, pieces, text: readText(bytes, pieces), counts, old };
}

/** Bytes as a view; every read below goes through it or is bounded. */
function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** An unsigned number of the file, 0 where it lies outside. */
export function uint32(view: DataView, at: number): number {
  return at >= 0 && at + 4 <= view.byteLength ? view.getUint32(at, true) : 0;
}

/** As `uint32`, of two bytes. */
export function uint16(view: DataView, at: number): number {
  return at >= 0 && at + 2 <= view.byteLength ? view.getUint16(at, true) : 0;
}

/** As `uint32`, of one byte. */
export function uint8(view: DataView, at: number): number {
  return at >= 0 && at < view.byteLength ? view.getUint8(at) : 0;
}

function readTable(directory: Directory, flags: number): Uint8Array {
  const [first, second] = flags & 0x0200 ? ['1Table', '0Table'] : ['0Table', '1Table'];
  return readStream(directory, first!) ?? readStream(directory, second!) ?? new Uint8Array();
}

/** The piece table follows any number of property groups inside the Clx. */
function readPieces(table: DataView, clx: number, length: number, old: boolean): Piece[] {
  let at = clx;
  const end = Math.min(table.byteLength, clx + length);
  while (at < end && uint8(table, at) === 1) at += 3 + uint16(table, at + 1);
  if (at >= end || uint8(table, at) !== 2) return [];
  const size = Math.min(uint32(table, at + 1), end - at - 5);
  const number = Math.floor((size - 4) / 12);
  const pieces: Piece[] = [];
  let position = 0;
  for (let i = 0; i < number; i++) {
    const start = uint32(table, at + 5 + 4 * i);
    const stop = uint32(table, at + 9 + 4 * i);
    const stored = uint32(table, at + 5 + 4 * (number + 1) + 8 * i + 2);
    if (start !== position || stop < start) break;
    position = stop;
    if (old) pieces.push({ start, end: stop, offset: stored, width: 1 });
    else if (stored & 0x40000000)
      pieces.push({ start, end: stop, offset: (stored & 0x3fffffff) >>> 1, width: 1 });
    else pieces.push({ start, end: stop, offset: stored & 0x3fffffff, width: 2 });
  }
  return pieces;
}

function readText(bytes: Uint8Array, pieces: Piece[]): string {
  const narrow = new TextDecoder('windows-1252');
  const wide = new TextDecoder('utf-16le');
  let budget = bytes.length * 2;
  return pieces
    .map(({ start, end, offset, width }) => {
      const held = bytes.subarray(offset, offset + (end - start) * width);
      budget -= held.length;
      if (budget < 0) throw refuse('bomb');
      const text = (width === 1 ? narrow : wide).decode(held);
      return text.padEnd(Math.min(end - start, text.length + 4096), '\0').slice(0, end - start);
    })
    .join('');
}
