/**
 * Letters that typists, fonts and scanners exchange without any doubt: eth for Đ, fraction slash for slash,
 * symbol-font bullets for a dash, no-break and zero-width spaces. To be used after decoding only: in TCVN3 the
 * soft hyphen is the letter ư.
 * @returns composed text without control letters; line feeds and tabs stay
 */
export function cleanLetters(text: string): string {
  return text
    .normalize('NFC')
    .replace(/Ð/gu, 'Đ')
    .replace(/ð/gu, 'đ')
    .replace(/[\u2044\u2215]/gu, '/')
    .replace(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\uFFFE\uFFFF]/gu, '')
    .replace(/[\uF0A7\uF0B7\uF0A8\uF0D8\uF076\uF0FC]/gu, '-')
    .replace(/[\uE000-\uF8FF]/gu, '')
    .replace(/\r\n?|[\u0085\u2028\u2029\v]/gu, '\n')
    .replace(/[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/gu, ' ')
    .replace(/[^\P{Cc}\t\n\f]/gu, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD');
}
