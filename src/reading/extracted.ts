import type { Place, ReadingWarning } from '../domain/documents/reading.ts';

/** A paragraph of the extracted text: `[start, end)` in `Extracted.text`, list mark already written out. */
export interface Block {
  kind: 'heading' | 'paragraph' | 'row' | 'note';
  start: number;
  end: number;
  /** Page it begins on, from 1; absent where the source has no pages. */
  page?: number;
  /** Bold throughout in the source: a hint that it is a heading. */
  bold?: boolean;
  /** A table row: its cells in column order, each a stretch of `text` (list items inside a cell are parted by line feeds); merged cells carried down are repeated in `carried`. */
  cells?: { start: number; end: number; column: number; carried?: string }[];
  /** Which table of the document a row belongs to, from 1. */
  table?: number;
}

/** What a format reader hands on: clean NFC text with its paragraphs, before any understanding. */
export interface Extracted {
  format: 'txt' | 'html' | 'docx' | 'doc' | 'rtf' | 'xlsx' | 'pdf' | 'image';
  method: 'text' | 'ocr' | 'mixed';
  pages: number;
  encoding?: string;
  /** Share of tokens that are legal Vietnamese syllables, 0..1. */
  quality: number;
  text: string;
  blocks: Block[];
  places?: Place[];
  warnings: ReadingWarning[];
}

/** Why a file cannot be read, in Vietnamese, and what to do; thrown by format readers, shown as is. */
export class Unreadable extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'Unreadable';
    this.code = code;
  }
}

export interface ReadingLimits {
  /** Largest file taken, bytes. */
  bytes: number;
  /** Most pages read; the rest is named in a warning. */
  pages: number;
  /** Most bytes an archive may unpack to, and most bytes out per byte in. */
  unpackedBytes: number;
  unpackRatio: number;
  /** Milliseconds for the whole file. */
  milliseconds: number;
  /** MiB of heap the worker may use. */
  heapMiB: number;
}

export const standardLimits: ReadingLimits = {
  bytes: 64 << 20,
  pages: 300,
  unpackedBytes: 512 << 20,
  unpackRatio: 200,
  milliseconds: 20 * 60_000,
  heapMiB: 768,
};

/** Called as pages are done; `of` is the number of pages to read. */
export type Progress = (done: number, of: number, what: string) => void;

/** What every format reader is given beside the bytes; `name` is the file's name, used only in messages and as a hint. */
export interface ExtractOptions {
  name?: string;
  limits: ReadingLimits;
  progress?: Progress;
}
