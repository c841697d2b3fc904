import { pageNumber, stamp, stampField } from './page-marks.ts';
import { hasListMark } from './pages/list-mark.ts';

/** A line of text on its way to a paragraph. */
export interface Line {
  text: string;
  /** Bold throughout. */
  bold?: boolean;
  /** Empty lines stand between this line and the one before. */
  gap?: boolean;
}

const pageBreak = /^[-–—_=*\s]*(?:page break|ngắt trang|hết trang)[-–—_=*\s]*$/iu;
const endMark = /(?:[.;:!?…]|\.\/\.?)["”’»')\]]*$/u;
const lowerStart = /^["“(]?\p{Ll}/u;
/** Words that cannot end a sentence: what follows belongs to them, whatever lies between. */
const goesOn =
  /(?:,|\s(?:và|hoặc|của|theo|về|các|những|cho|với|do|tại|trong|bởi|từ|đến|số|ngày|tháng|năm|để|khi|là|có|được|không|phải|đã|sẽ|trước|sau|thuộc|cùng|bằng))$/iu;
const brokenNumber = /\d\s?-$|[\p{L}\d]\/$/u;

/** Lines of a signature's frame that stand above its time. */
const inFrame = (text: string) => stampField.test(text) || /^chức vụ\s*:/iu.test(text);

/**
 * Takes page numbers, page-break marks and the printed frames of digital signatures out of running text.
 * A bare number goes only where it stands alone between empty lines or page ends.
 * @returns the lines that stay and the stamps taken out, to be named in a warning
 */
export function dropFurniture(lines: Line[]): { lines: Line[]; stamps: string[] } {
  const stamps: string[] = [];
  const kept: Line[] = [];
  let gap = false;
  for (const [i, line] of lines.entries()) {
    const text = line.text.trim();
    const alone = line.gap !== false && (lines[i + 1]?.gap ?? true);
    if (stamp.test(text)) {
      while (inFrame(kept.at(-1)?.text ?? '')) stamps.push(kept.pop()!.text);
      stamps.push(text);
    } else if (pageBreak.test(text) || (pageNumber.test(text) && (alone || !/^\d+$/.test(text)))) gap = true;
    else {
      kept.push(gap ? { ...line, gap: true } : line);
      gap = false;
      continue;
    }
    gap ||= line.gap ?? false;
  }
  return { lines: kept, stamps };
}

/** Whether the lines of a text are broken at a margin rather than by sense. */
export function wrapWidth(lines: Line[]): number | undefined {
  let broken = 0;
  for (let i = 1; i < lines.length; i++) {
    if (!lines[i]!.gap && lowerStart.test(lines[i]!.text) && !endMark.test(lines[i - 1]!.text.trim()))
      broken++;
  }
  if (lines.length < 8 || broken < lines.length / 5) return undefined;
  const lengths = lines.map((line) => line.text.length).sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.85)]!;
  return width <= 160 ? width : undefined;
}

const isTitle = (text: string) => !/\p{Ll}/u.test(text) && /\p{Lu}{2}/u.test(text);

/** Whether `next` goes on with the sentence that the line `before` left open. */
function belongs(before: string, next: Line, width: number | undefined): boolean {
  const text = next.text;
  if (endMark.test(before)) return false;
  if (brokenNumber.test(before)) return /^[\p{Lu}\d]/u.test(text);
  if (hasListMark(text) || isTitle(text) !== isTitle(before)) return false;
  if (isTitle(text)) return false;
  if (lowerStart.test(text)) return true;
  if (goesOn.test(before)) return true;
  if (next.gap || width === undefined || next.bold) return false;
  return width * 0.95 - before.length < text.split(/\s/, 1)[0]!.length;
}

/**
 * Joins lines cut inside a sentence; headings, list items and finished sentences stay apart. Cautious: a line is
 * joined only when it begins in lower case, when the line before cannot end there, or when a fixed margin broke it.
 */
export function joinLines(lines: Line[], width: number | undefined = wrapWidth(lines)): Line[] {
  const joined: Line[] = [];
  let before = '';
  for (const line of lines) {
    const text = line.text.trim();
    const last = joined.at(-1);
    if (last && belongs(before, { ...line, text }, width)) {
      last.text += (brokenNumber.test(before) ? '' : ' ') + text;
      last.bold &&= line.bold;
    } else joined.push({ ...line, text });
    before = text;
  }
  return joined;
}
