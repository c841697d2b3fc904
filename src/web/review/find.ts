import type { Span } from '../../domain/deadlines/deadline.ts';
import { fold, foldWithMap } from '../../domain/text/fold.ts';

/** Where words stand in a text, with or without marks, in any case; blanks match any blank. */
export function makeFinder(text: string): (wanted: string) => Span[] {
  const { folded, map } = foldWithMap(text);
  const plain = folded.replace(/\s/gu, ' ');
  return (wanted) => {
    const words = fold(wanted).replace(/\s+/gu, ' ').trim();
    if (words.length < 2) return [];
    const found: Span[] = [];
    for (let at = plain.indexOf(words); at >= 0; at = plain.indexOf(words, at + words.length)) {
      found.push([map[at] ?? 0, map[at + words.length] ?? text.length]);
    }
    return found;
  };
}
