/**
 * A letter of a font marked as symbols. Many .Vn fonts are marked so and keep their bytes at F000, from where they are
 * taken back; true symbol fonts hold bullets and ticks, which become a dash or nothing (see `cleanLetters`).
 */
export function fromSymbolFont(char: string, font: string | undefined): string {
  const code = char.charCodeAt(0);
  const byte = code >= 0xf020 && code <= 0xf0ff ? code - 0xf000 : code;
  if (font !== undefined && /symbol|wingdings|webdings/i.test(font)) {
    return byte >= 0x80 || byte < 0x20 ? '-' : code === byte ? char : '';
  }
  return font === undefined ? char : String.fromCharCode(byte);
}
