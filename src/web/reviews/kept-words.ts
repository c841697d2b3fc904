import { SectionWords } from '../../domain/reviews/facts.ts';

/** Words typed and not yet saved, with the version they were begun from. */
export interface KeptWords {
  words: SectionWords;
  version: number;
}

/** Where one person's unsaved words of one place of a review stand on this machine. */
export const wordsPlace = (userId: string, reviewId: string, place: string): string =>
  `trongtam.words.${userId}.${reviewId}.${place}`;

/** Unsaved words left behind by a page that was closed; null where there are none. */
export function findKept(place: string): KeptWords | null {
  const { words, version } = JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<KeptWords>;
  const found = SectionWords.safeParse(words);
  return found.success && version !== undefined ? { words: found.data, version } : null;
}

/** Keeps words as they are typed; null once they are saved. */
export function keepWords(place: string, kept: KeptWords | null): void {
  if (kept === null) localStorage.removeItem(place);
  else localStorage.setItem(place, JSON.stringify(kept));
}
