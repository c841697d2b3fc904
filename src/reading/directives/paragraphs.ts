import type { Block } from '../extracted.ts';
import { markAt } from './marks.ts';

/** A whole paragraph: `[start, end)` in the text; lines that a page or a scan had cut are joined. */
export interface Paragraph {
  start: number;
  end: number;
  bold: boolean;
  /** Present on a table row. */
  row?: Block;
}

const closed = /[.;:!?…]["”')\s]*$/;
const wrappedLineLength = 50;
const unfinishedItemLength = 60;

/** True where the lines of the source were cut at the page's width, so that a line end means nothing. */
function isHardWrapped(flat: string, blocks: Block[]): boolean {
  const long = blocks.filter((b) => b.kind !== 'row' && b.end - b.start > 40);
  const unclosed = long.filter((b) => !closed.test(flat.slice(Math.max(b.start, b.end - 6), b.end)));
  return long.length > 8 && unclosed.length > 0.4 * long.length;
}

const isCapitals = (line: string) =>
  /\p{Lu}/u.test(line) && line.replace(/[^\p{Ll}]/gu, '').length <= line.length * 0.1;

function continues(flat: string, before: Paragraph, next: Block, wrapped: boolean): boolean {
  const last = flat.slice(before.start, before.end).trimEnd();
  const line = flat.slice(next.start, next.end).trim();
  if (closed.test(last.slice(-6)) || isCapitals(last)) return false;
  const mark = markAt(line);
  if (mark)
    return wrapped && mark.kind === 'dash' && /^\p{Ll}/u.test(line.slice(mark.length)) && !/,$/.test(last);
  if (/^[\s'"”.,|]*\p{Ll}/u.test(line) || last.endsWith(',')) return true;
  if (isCapitals(line) || /^(Nơi nhận|Kính gửi|Giao|Yêu cầu|Đề nghị|Phân công)\s/u.test(line)) return false;
  const length = last.length - last.lastIndexOf('\n');
  if (wrapped) return length >= wrappedLineLength && !/^[^.]{0,60}:/u.test(line);
  return markAt(last) !== undefined && last.length >= unfinishedItemLength && /[.;]\s*$/.test(line);
}

/**
 * Puts the blocks between `from` and `to` together into paragraphs.
 * `flat` is the text with every white-space character turned into one blank, so that offsets agree.
 */
export function joinParagraphs(flat: string, blocks: Block[], from: number, to: number): Paragraph[] {
  const within = blocks.filter((b) => b.kind !== 'note' && b.start >= from && b.end <= to && b.end > b.start);
  const wrapped = isHardWrapped(flat, within);
  const paragraphs: Paragraph[] = [];
  for (const block of within) {
    if (flat.slice(block.start, block.end).trim() === '') continue;
    const before = paragraphs.at(-1);
    if (block.kind === 'row') {
      paragraphs.push({ start: block.start, end: block.end, bold: false, row: block });
    } else if (before && !before.row && block.kind !== 'heading' && continues(flat, before, block, wrapped)) {
      before.end = block.end;
      before.bold &&= block.bold === true;
    } else {
      paragraphs.push({ start: block.start, end: block.end, bold: block.bold === true });
    }
  }
  return paragraphs;
}
