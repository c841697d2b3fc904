import { isLegalSyllable, syllableQuality } from '../../domain/text/syllables.ts';
import { type Line, lineText, type Page, type Word } from './page.ts';
import { findGrids, isInside } from './tables.ts';

const confidenceOf = (line: Line): number => {
  const sure = line.words.map((word) => [word.confidence ?? 100, word.text.length] as const);
  const letters = sure.reduce((sum, [, length]) => sum + length, 0);
  return sure.reduce((sum, [confidence, length]) => sum + confidence * length, 0) / Math.max(1, letters);
};

/** Specks, fold shadows and frame edges that OCR takes for punctuation at the ends of a line. */
const speck = /^[:;.,'`´‘’"“”|¦!ˆ^°*\\/()[\]{}<>=«»~_-]+$/u;
const dash = /^[-–—_~¬*•+]+$/u;

/**
 * Takes specks off the ends of OCR lines, and lines that are no print at all (handwriting, stamps, signatures) off
 * the page.
 * @returns the lines taken off that hold letters
 */
export function dropScribbles(page: Page): string[] {
  if (page.method !== 'ocr') return [];
  const written: string[] = [];
  const tables = findGrids(page.rules, page.width);
  page.lines = page.lines.flatMap((line) => {
    const words = trimSpecks(line.words)
      .filter((word, i, all) => !isGhost(word, all[i - 1], all[i + 1]))
      .map((word, i, all) => ({ ...word, text: withoutSpecks(word.text, all[i + 1]?.text) }))
      .map((word, i, all) => ({ ...word, text: asQuarter(word.text, all[i - 1]?.text) }));
    if (words.length === 0) return [];
    const kept = { ...line, words };
    if (tables.some((table) => isInside(words[0]!, table.box)) || !isScribble(kept)) return [kept];
    if (/\p{L}{2}/u.test(lineText(kept))) written.push(lineText(kept));
    return [];
  });
  return written;
}

function trimSpecks(words: Line['words']): Line['words'] {
  let from = 0;
  let to = words.length;
  while (from < to && speck.test(words[from]!.text) && !(dash.test(words[from]!.text) && from + 1 < to))
    from++;
  while (to > from && speck.test(words[to - 1]!.text) && /[|¦ˆ^°`´\\]/u.test(words[to - 1]!.text)) to--;
  return words.slice(from, to);
}

/** A word without the bar of a table's frame at its ends, and without a speck read as a full stop before lower case. */
function withoutSpecks(text: string, next = ''): string {
  const bare = text.replace(/^[|¦]+(?=.)|(?<=.)[|¦]+$/gu, '');
  const stopped = /^(\p{L}+)\.$/u.exec(bare);
  return stopped && /^\p{Ll}/u.test(next) && isLegalSyllable(stopped[1]!) ? stopped[1]! : bare;
}

/** A lone letter or mark that OCR reads a second time over its neighbour («ủy ủ», «â âm»), or a speck between words. */
function isGhost(word: Word, before?: Word, after?: Word): boolean {
  if (/^[|¦]+$/u.test(word.text)) return true;
  if ([...word.text].length > 1 || /\d/u.test(word.text)) return false;
  if (before && after && speck.test(word.text) && !dash.test(word.text)) return (word.confidence ?? 100) < 70;
  const width = word.box[2] - word.box[0];
  const over = Math.max(before ? before.box[2] - word.box[0] : 0, after ? word.box[2] - after.box[0] : 0);
  return over > 0.3 * width;
}

/** The Roman number of a quarter, whose strokes OCR joins or takes for others: «quý IH/2027», «quý lI». */
export function asQuarter(text: string, before = ''): string {
  const { strokes = '', rest = '' } =
    /^(?<strokes>[IHVl1|]{1,4})(?<rest>[^\p{L}\d].*)?$/u.exec(text)?.groups ?? {};
  if (!/^quý$/iu.test(before) || /^1?$/u.test(strokes)) return text;
  const roman = strokes.replaceAll('H', 'II').replace(/[l1|]/gu, 'I');
  return /^(?:I{1,3}|IV)$/u.test(roman) ? roman + rest : text;
}

function isScribble(line: Line): boolean {
  const text = lineText(line);
  const confidence = confidenceOf(line);
  const letters = text.match(/[\p{L}\d]/gu)?.length ?? 0;
  if (letters === 0) return true;
  if (/\d{2}/u.test(text) && confidence > 40) return false;
  const quality = syllableQuality(text);
  return confidence < 45 || (confidence < 70 && quality < 0.5) || (letters <= 2 && confidence < 80);
}
