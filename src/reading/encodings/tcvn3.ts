/**
 * TCVN 5712:1993, third table («ABC»): one byte a letter, small toned letters only; `codes[i]` is written as `letters[i]`.
 * The fonts whose names end in H (.VnTimeH) show the small codes as capitals.
 */
const codes = '¡¢£¤¥¦§¨©ª«¬\u00AD®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ';
const letters = 'ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ';

const toUnicode = new Map([...codes].map((code, i) => [code, letters.charAt(i)]));
const fromUnicode = new Map([...codes].map((code, i) => [letters.charAt(i), code]));

/** TCVN3 bytes held as Latin-1 letters → Unicode; everything outside the table stays. */
export function tcvn3ToUnicode(text: string): string {
  let out = '';
  for (const char of text) out += toUnicode.get(char) ?? char;
  return out;
}

/** Unicode → TCVN3 bytes held as Latin-1 letters; toned capitals have no code and become small. */
export function unicodeToTcvn3(text: string): string {
  let out = '';
  for (const char of text.normalize('NFC')) {
    out += fromUnicode.get(char) ?? fromUnicode.get(char.toLowerCase()) ?? char;
  }
  return out;
}

/**
 * TCVN3 cannot write toned capitals, so a heading typed without an H font comes out as «TOàN», «ủY BAN».
 * A word whose plain letters are capitals, or that stands between such words, is raised.
 */
export function raiseHeadings(text: string): string {
  const words = text.split(/(\s+)/);
  const capitals = (word: string | undefined, least: number) =>
    word !== undefined && !/[a-z]/.test(word) && (word.match(/[A-ZĐĂÂÊÔƠƯ]/g)?.length ?? 0) >= least;
  return words
    .map((word, i) => {
      if (!/\p{Ll}/u.test(word) || /[a-z]/.test(word)) return word;
      if (capitals(word, 2)) return word.toUpperCase();
      const between = capitals(words[i - 2], 2) || (i < 2 && /[A-ZĐĂÂÊÔƠƯ]/.test(word));
      return between && capitals(words[i + 2], 2) ? word.toUpperCase() : word;
    })
    .join('');
}
