import { fold } from './fold.ts';

/** Text as the search index keeps it: folded, words and numbers only, «16/KH-UBND» as «16 kh ubnd». */
export function searchable(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
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
