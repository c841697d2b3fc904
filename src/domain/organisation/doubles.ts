import { fold } from '../text/fold.ts';

/** What two cards have in common that makes them look like one person. */
export type Likeness = 'name' | 'email' | 'staffCode';

export interface Card {
  id: string;
  fullName: string;
  email: string | null;
  staffCode: string | null;
}

/** Two cards that may be one person, and what speaks for it; the surest first. */
export interface Double {
  ids: [string, string];
  likeness: Likeness[];
}

const squeezed = (text: string) => fold(text).replace(/\s+/gu, ' ').trim();

/** How each card is compared: names without marks and case, codes without signs. */
const keys: Record<Likeness, (card: Card) => string> = {
  staffCode: ({ staffCode }) => fold(staffCode ?? '').replace(/[^\p{L}\p{N}]+/gu, ''),
  email: ({ email }) => (email ?? '').trim().toLowerCase(),
  name: ({ fullName }) => squeezed(fullName),
};
const kinds = Object.keys(keys) as Likeness[];

/**
 * Pairs of cards that are likely one person: the same name without marks, the same e-mail, or the same staff code.
 * Two people may well share a name: the pairs are shown, never merged by themselves.
 */
export function likelyDoubles(cards: readonly Card[]): Double[] {
  const found = new Map<string, Double>();
  for (const kind of kinds) {
    const alike = Map.groupBy(cards, keys[kind]);
    for (const [key, group] of alike) {
      if (key === '') continue;
      for (const [at, one] of group.entries())
        for (const other of group.slice(at + 1)) {
          const ids: [string, string] = one.id < other.id ? [one.id, other.id] : [other.id, one.id];
          const pair = found.get(ids.join()) ?? { ids, likeness: [] };
          pair.likeness.push(kind);
          found.set(ids.join(), pair);
        }
    }
  }
  return [...found.values()].sort(
    (a, b) => b.likeness.length - a.likeness.length || a.ids.join().localeCompare(b.ids.join()),
  );
}
