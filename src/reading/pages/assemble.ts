import type { Place } from '../../domain/documents/reading.ts';
import { cleanLetters } from '../encodings/letters.ts';
import type { Block } from '../extracted.ts';
import { around, type Line, lineText, type Page } from './page.ts';
import type { Paragraph } from './paragraphs.ts';

export interface Assembled {
  text: string;
  blocks: Block[];
  places: Place[];
  /** Every line's stretch of `text` with its least sure words, for warnings. */
  lines: { span: [number, number]; page: number; line: Line }[];
}

/** The letters of a line, cleaned, without breaks. */
export const cleanLine = (text: string): string => cleanLetters(text).replace(/[\t\n\f]+/gu, ' ');

/** A number broken over the line end («29-» + «NQ/TW», «12/» + «KH») is written without a space. */
const gluesOn = /\d\s?-$|[\p{L}\d]\/$/u;

/**
 * Writes paragraphs out as text with blocks and the place of every line.
 * Paragraphs are parted by a line feed, cells of a table row by a tab.
 */
export function assemble(paragraphs: Paragraph[], pages: Map<number, Page>): Assembled {
  const out: Assembled = { text: '', blocks: [], places: [], lines: [] };
  for (const paragraph of paragraphs) {
    if (out.text !== '') out.text += '\n';
    const start = out.text.length;
    const block: Block = { kind: 'paragraph', start, end: start, page: paragraph.page };
    if (paragraph.cells) {
      block.kind = 'row';
      block.table = paragraph.table;
      block.cells = paragraph.cells.map((cell, i) => {
        if (i > 0) out.text += '\t';
        const from = out.text.length;
        write(out, cell.lines, pages);
        const end = out.text.length;
        return {
          start: from,
          end,
          column: cell.column,
          ...(cell.carried ? { carried: cleanLine(cell.carried) } : {}),
        };
      });
    } else {
      write(out, paragraph.lines, pages);
      const words = paragraph.lines.flatMap(({ line }) => line.words);
      if (words.every((word) => word.bold)) block.bold = true;
    }
    block.end = out.text.length;
    out.blocks.push(block);
  }
  return out;
}

/** OCR reads a speck at a line's end as a full stop; a line that goes on in lower case never follows one. */
const falseStop = /(?<=\p{Ll})\.$/u;

function write(out: Assembled, lines: Paragraph['lines'], pages: Map<number, Page>): void {
  for (const [i, { line, page: number }] of lines.entries()) {
    const text = cleanLine(lineText(line)).trim();
    const page = pages.get(number)!;
    const before = out.places.at(-1);
    if (i > 0 && before && page.method === 'ocr' && /^\p{Ll}/u.test(text) && falseStop.test(out.text)) {
      out.text = out.text.slice(0, -1);
      before.span[1]--;
    }
    if (i > 0 && !gluesOn.test(out.text)) out.text += ' ';
    const start = out.text.length;
    out.text += text;
    const span: [number, number] = [start, out.text.length];
    const box = page.toShares(around(line.words.map((word) => word.box)));
    const rounded = box.map((share) => Math.round(Math.min(1, Math.max(0, share)) * 1e4) / 1e4);
    out.places.push({ span, page: number, box: rounded as Place['box'] });
    out.lines.push({ span, page: number, line });
  }
}
