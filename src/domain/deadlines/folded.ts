/** Text folded for matching, with the way back: `at[i]` is where character `i` begins in the original, `at[length]` its end. */
export interface Folded {
  text: string;
  at: number[];
  original: string;
}

const same: Record<string, string> = {
  đ: 'd',
  ð: 'd',
  '⁄': '/',
  '∕': '/',
  '–': '-',
  '—': '-',
  '‑': '-',
  '‐': '-',
  '|': ' ',
};

/**
 * Folds for matching: lower case, no marks, đ → d, every dash a hyphen, runs of white space (and the bars that
 * scans put in) one space, doubled slashes one. Zero-width characters go. Linear in the length of the text.
 */
export function foldWithPlaces(original: string): Folded {
  const out: string[] = [];
  const at: number[] = [];
  let last = '';
  for (let i = 0; i < original.length; i++) {
    for (const char of foldedChar(original.charAt(i))) {
      if ((char === ' ' && last === ' ') || (char === '/' && last === '/')) continue;
      out.push(char);
      at.push(i);
      last = char;
    }
  }
  at.push(original.length);
  return { text: out.join(''), at, original };
}

/** Each UTF-16 unit folded once: there are few, and a text has many of each. */
const foldedUnits: string[] = [];

function foldedChar(char: string): string {
  const unit = char.charCodeAt(0);
  foldedUnits[unit] ??= foldUnit(char);
  return foldedUnits[unit];
}

function foldUnit(char: string): string {
  if (char <= '~') return char <= ' ' || char === '|' ? ' ' : char.toLowerCase();
  const lower = char.toLowerCase();
  const known = same[lower];
  if (known !== undefined) return known;
  if (/\s/u.test(char)) return ' ';
  const bare = lower.normalize('NFD').replace(/[\p{M}\u00ad\u200b-\u200f\ufeff]+/gu, '');
  return bare.length > 1 ? bare.charAt(0) : bare;
}

/** The stretch of the original behind `[start, end)` of the folded text, outer white space and marks included rightly. */
export function originalSpan(folded: Folded, start: number, end: number): [number, number] {
  const from = folded.at[start] ?? folded.original.length;
  if (end <= start) return [from, from];
  let to = (folded.at[end - 1] ?? from) + 1;
  while (to < folded.original.length && /\p{M}/u.test(folded.original.charAt(to))) to++;
  return [from, to];
}

/** The original words behind `[start, end)` of the folded text, composed (NFC). */
export function originalWords(folded: Folded, start: number, end: number): string {
  const [from, to] = originalSpan(folded, start, end);
  return folded.original.slice(from, to).normalize('NFC');
}
