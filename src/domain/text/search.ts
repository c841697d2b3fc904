import { fold } from './fold.ts';

/** Text as the search index keeps it: folded, words and numbers only, «16/KH-UBND» as «16 kh ubnd». */
export function searchable(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const known = new Map<string, string>();
/** Vietnamese has some seven thousand syllables; names and numbers come on top. */
const mostKnown = 50_000;
/** No word is longer, and no index takes much longer ones. */
const longestWord = 250;

/** `searchable` of a directive as its index keeps it. The same words come again and again: each is folded once. */
export function searchableWords(text: string): string {
  const folded: string[] = [];
  for (const word of text.split(/\s+/u)) {
    let one = known.get(word);
    if (one === undefined) {
      one = searchable(word).replace(/\S+/gu, (part) => part.slice(0, longestWord));
      if (known.size >= mostKnown) known.clear();
      if (word.length <= 50) known.set(word, one);
    }
    if (one !== '') folded.push(one);
  }
  return folded.join(' ');
}

/**
 * What people typed as a text query of PostgreSQL: every word must stand, the last one may be unfinished; null
 * where nothing to search for is left. Words hold letters and digits only, so nothing typed becomes an operator.
 */
export function searchQuery(typed: string): string | null {
  const words = searchable(typed).split(' ').filter(Boolean).slice(0, 12);
  return words.length === 0
    ? null
    : words.map((word, index) => (index === words.length - 1 ? `${word}:*` : word)).join(' & ');
}
