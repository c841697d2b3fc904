/** The text in Unicode's composed form, the only form stored and compared. */
export function nfc(text: string): string {
  return text.normalize('NFC');
}

/** Text for comparing, not for showing: lower case, no marks, đ (and the eth that scans put for it) → d. */
export function fold(text: string): string {
  return foldComposed(nfc(text));
}

const plainLetters = /^[\0-\x7f]*$/;

function foldComposed(text: string): string {
  if (plainLetters.test(text)) return text.toLowerCase();
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đð]/g, 'd')
    .normalize('NFC');
}

/**
 * The folded text and, for each of its UTF-16 units, where it came from: `map[i]` is the offset in `text`
 * of the letter that gave unit `i`; `map[folded.length]` is `text.length`. So a match `[a, b)` in the folded
 * text stands at `[map[a], map[b])` in the original, marks of a decomposed letter included.
 */
export function foldWithMap(text: string): { folded: string; map: number[] } {
  let folded = '';
  const map: number[] = [];
  for (const { 0: letter, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    const plain = foldComposed(letter);
    for (let i = 0; i < plain.length; i++) map.push(index);
    folded += plain;
  }
  map.push(text.length);
  return { folded, map };
}
