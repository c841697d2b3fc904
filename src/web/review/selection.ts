import type { Span } from '../../domain/deadlines/deadline.ts';

/** A stretch widened to whole words and freed of blanks at its ends; null where it holds no word. */
export function wholeWords(text: string, [from, to]: Span): Span | null {
  let [start, end] = from <= to ? [from, to] : [to, from];
  while (start < end && isBlank(text, start)) start++;
  while (end > start && isBlank(text, end - 1)) end--;
  if (!/[\p{L}\p{N}]/u.test(text.slice(start, end))) return null;
  while (start > 0 && inWord(text, start - 1) && inWord(text, start)) start--;
  while (end < text.length && inWord(text, end) && inWord(text, end - 1)) end++;
  return [start, end];
}

const isBlank = (text: string, at: number) => /\s/u.test(text[at] ?? '');
const inWord = (text: string, at: number) => /[\p{L}\p{N}\p{M}/-]/u.test(text[at] ?? '');

/** Offsets between two words of some stretches, where a line can be cut; cuts fall before a word. */
export function wordStarts(text: string, spans: readonly Span[]): number[] {
  return spans.flatMap(([start, end], index) =>
    [...text.slice(start, end).matchAll(/\S+/gu)]
      .map((match) => start + match.index)
      .filter((at) => index > 0 || at > start),
  );
}

/**
 * The offset in the text of a place in the page. Each drawn piece carries where it begins as `data-start`.
 * @returns null outside the text
 */
export function offsetAt(node: Node, offset: number): number | null {
  if (node instanceof Text) {
    const piece = node.parentElement?.closest<HTMLElement>('[data-start]');
    return piece ? Number(piece.dataset.start) + offset : null;
  }
  const next = node.childNodes[offset];
  const inside = next ?? node.childNodes[offset - 1];
  if (!(inside instanceof Element))
    return inside instanceof Text ? offsetAt(inside, next ? 0 : inside.length) : null;
  const pieces = inside.matches('[data-start]') ? [inside] : [...inside.querySelectorAll('[data-start]')];
  const piece = next ? pieces[0] : pieces.at(-1);
  if (!(piece instanceof HTMLElement)) return null;
  return Number(piece.dataset.start) + (next ? 0 : (piece.textContent?.length ?? 0));
}
