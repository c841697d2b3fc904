import { type ReviewFigure, reviewFigureNames, sayFigure } from './figures.ts';

/** A piece of words: plain text, or the place of a figure. */
export type Piece = { text: string } | { key: string };

const placeholder = /\{\{\s*([^{}]*?)\s*\}\}/gu;

/** Words taken apart at their placeholders, «{{given}}». */
export function piecesOf(words: string): Piece[] {
  const pieces: Piece[] = [];
  let after = 0;
  for (const { index, 0: whole, 1: key = '' } of words.matchAll(placeholder)) {
    if (index > after) pieces.push({ text: words.slice(after, index) });
    pieces.push({ key });
    after = index + whole.length;
  }
  if (after < words.length) pieces.push({ text: words.slice(after) });
  return pieces;
}

/** The figures that words name, each once. */
export const keysIn = (words: string): string[] => [
  ...new Set(piecesOf(words).flatMap((piece) => ('key' in piece ? [piece.key] : []))),
];

/** What is wrong with the placeholders of words, in Vietnamese; null where nothing is. */
export function faultIn(words: string): string | null {
  const unknown = keysIn(words).filter((key) => !reviewFigureNames.has(key));
  if (unknown.length > 0)
    return `Không có số liệu ${unknown.map((key) => `{{${key}}}`).join(', ')}. Chọn số liệu trong danh sách rồi chèn lại.`;
  const outside = piecesOf(words).map((piece) => ('text' in piece ? piece.text : ''));
  return outside.some((text) => text.includes('{{') || text.includes('}}'))
    ? 'Chỗ chèn số liệu chưa đủ ngoặc: viết như {{given}}.'
    : null;
}

/** Words with every number in its place. @throws RangeError for a figure that is not among those given */
export function fill(words: string, figures: readonly ReviewFigure[]): string {
  return piecesOf(words)
    .map((piece) => {
      if ('text' in piece) return piece.text;
      const figure = figures.find(({ key }) => key === piece.key);
      if (!figure) throw new RangeError(`No figure ${piece.key}`);
      return sayFigure(figure);
    })
    .join('');
}

/** Numbers typed by hand into words, which no record stands behind: days and numbers of documents are not among them. */
export function typedNumbers(words: string): string[] {
  const plain = piecesOf(words)
    .map((piece) => ('text' in piece ? piece.text : ' '))
    .join('')
    .replace(/\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d+[A-Za-z]*\/[\p{Lu}\d][\p{L}\d&./-]*/gu, ' ')
    .replace(/(?:năm|tháng|quý|ngày)\s+\d+/giu, ' ')
    .replace(/\d+\s+tháng/giu, ' ');
  return [...new Set(plain.match(/\d+(?:[.,]\d+)*\s?%?/gu)?.map((one) => one.trim()))];
}
