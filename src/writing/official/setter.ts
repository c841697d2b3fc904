import type { Layout, LayoutPart } from '../../domain/documents/layout.ts';
import type { OfficialDocument, Run } from './document.ts';
import type { LaidParagraph, LaidRun, LaidTable } from './laid.ts';

// Letters XML cannot carry would make Word refuse the file.
const unfit = /[\p{Cc}\ufffe\uffff]/gu;

/** Text as both files can carry it: composed letters, one kind of space, nothing unprintable. */
export const clean = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[^\S ]/gu, ' ')
    .replace(unfit, '');

type Look = Partial<Omit<LaidParagraph, 'kind' | 'runs'>>;

/** Makes paragraphs of one document by its layout. */
export class Setter {
  readonly layout: Layout;
  constructor(layout: Layout) {
    this.layout = layout;
  }

  /** One line or paragraph in the face of a part. */
  line(part: LayoutPart, text: string | readonly Run[], look: Look = {}): LaidParagraph {
    const { size, bold, italic } = this.layout.faces[part];
    const runs = typeof text === 'string' ? [{ text }] : text;
    return this.paragraph(
      runs.map((run) => ({
        text: clean(run.text),
        size,
        bold: run.bold ?? bold,
        italic: run.italic ?? italic,
      })),
      look,
    );
  }

  /** Running text: justified, its first line indented, apart from what stands before. */
  running(part: LayoutPart, text: string | readonly Run[], look: Look = {}): LaidParagraph {
    const { firstLine, between, line } = this.layout;
    return this.line(part, text, { align: 'both', firstLine, before: between, line, ...look });
  }

  /** Text in a cell of a ruled table. */
  inTable(text: string, bold: boolean, align: LaidParagraph['align']): LaidParagraph {
    const run = { text: clean(text), size: this.layout.tableSize, bold };
    return this.paragraph([run], { align, before: 2, after: 2 });
  }

  private paragraph(runs: readonly LaidRun[], look: Look): LaidParagraph {
    return { kind: 'paragraph', runs, align: 'left', before: 0, after: 0, line: 1, ...look };
  }
}

/** Columns without rules; `shares` of the width add up to 1. */
export function sideBySide(
  rows: readonly (readonly (readonly LaidParagraph[])[])[],
  shares: readonly number[],
  room: number,
): LaidTable {
  return {
    kind: 'table',
    plain: true,
    widths: shares.map((share) => share * room),
    header: [],
    rows: rows.map((row) => row.map((paragraphs) => ({ paragraphs }))),
  };
}

/** Below ten with a nought before it; open where the clerk will write it. */
export const shownNumber = (number: number | null): string =>
  number === null ? '…' : String(number).padStart(2, '0');

/** «ngày 05 tháng 02 năm 2026»: days below ten and the first two months with a nought; `year` where the day is open. */
export function shownDate(date: string | null, year: string | null): string {
  if (date === null) return `ngày … tháng … năm ${year ?? '…'}`;
  const { day, month, year: own } = Temporal.PlainDate.from(date);
  const shown = month <= 2 ? `0${month}` : String(month);
  return `ngày ${String(day).padStart(2, '0')} tháng ${shown} năm ${own}`;
}

/** The number of a document as it is shown. */
export const numberOf = ({ number, open }: Pick<OfficialDocument, 'number' | 'open'>): string =>
  number === null ? (open?.number ?? shownNumber(null)) : shownNumber(number);

/** Its day as it is shown; `year` where that is open. */
export const dateOf = (
  { date, on, open }: Pick<OfficialDocument, 'date' | 'on' | 'open'>,
  year: string | null = open?.year ?? on.slice(0, 4),
): string => (date === null ? (open?.date ?? shownDate(null, year)) : shownDate(date, year));
