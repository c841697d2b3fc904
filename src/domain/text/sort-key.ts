const alphabet = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
/** The five tone marks in dictionary order: huyền, hỏi, ngã, sắc, nặng; none comes first. */
const tones = '\u0300\u0309\u0303\u0301\u0323';
const tone = new RegExp(`[${tones}]`, 'u');

/** ASCII capitals and what follows them, so that plain byte order is the order of the alphabet. */
const primary = new Map([...alphabet].map((letter, i) => [letter, String.fromCharCode(0x41 + i)]));

/**
 * A key in ASCII whose byte order (C collation, or JavaScript's `<`) is Vietnamese dictionary order:
 * a ă â b c d đ e ê …, then tones (ngang, huyền, hỏi, ngã, sắc, nặng), then small letters before capitals.
 * Digits come before letters; everything else counts as a space.
 */
export function vietnameseSortKey(text: string): string {
  let letters = '';
  let marks = '';
  let cases = '';
  for (const char of text.normalize('NFC').replace(/ð/g, 'đ').replace(/Ð/g, 'Đ').trim()) {
    const small = char.toLowerCase();
    const decomposed = small.normalize('NFD');
    const mark = tone.exec(decomposed)?.[0];
    const letter = (mark ? decomposed.replace(mark, '') : decomposed).normalize('NFC');
    const code = primary.get(letter) ?? primary.get(letter.normalize('NFD').charAt(0));
    if (code === undefined && !/[0-9]/.test(letter)) {
      if (/\p{M}/u.test(letter) || letters.endsWith(' ')) continue;
      letters += ' ';
    } else letters += code ?? letter;
    marks += mark ? tones.indexOf(mark) + 1 : 0;
    cases += small === char ? 0 : 1;
  }
  return `${letters}!${marks.replace(/0+$/, '')}!${cases.replace(/0+$/, '')}`
    .replaceAll(' ', '\t')
    .replaceAll('!', '\x01');
}
