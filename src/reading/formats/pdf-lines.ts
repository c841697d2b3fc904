import type { Line, Word } from '../pages/page.ts';
import type { Glyph } from './pdf-graphics.ts';

/** A gap between letters wider than this share of the font size parts two words. */
const wordGap = 0.17;

/** Letters on one baseline, whatever the order and font they were drawn in. */
function rowsOf(glyphs: Glyph[]): Glyph[][] {
  const rows: Glyph[][] = [];
  let baseline = -Infinity;
  let size = 0;
  for (const glyph of [...glyphs].sort((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    if (row && glyph.baseline - baseline < 0.4 * Math.max(size, glyph.size)) {
      row.push(glyph);
      if (glyph.size > size) ({ baseline, size } = glyph);
    } else {
      rows.push([glyph]);
      ({ baseline, size } = glyph);
    }
  }
  return rows;
}

/**
 * Letters of a text layer as lines of words. Within a baseline letters are sorted by place, so that accented letters
 * drawn after the plain ones (a second, fallback font) come back between them; letters drawn twice for a bold
 * look are kept once.
 */
export function linesOf(glyphs: Glyph[]): Line[] {
  return rowsOf(glyphs).flatMap((row) => {
    row.sort((a, b) => a.x0 - b.x0);
    const words: Word[] = [];
    let before: Glyph | null = null;
    let parted = true;
    for (const glyph of row) {
      if (/^\s*$/u.test(glyph.text)) {
        parted = true;
        continue;
      }
      if (before && before.text === glyph.text && glyph.x0 - before.x0 < 0.08 * glyph.size) continue;
      const gap = before ? glyph.x0 - before.x1 : 0;
      const size = Math.max(glyph.size, before?.size ?? 0);
      const inside = gap < wordGap * size && !(parted && gap > -0.3 * size);
      const top = glyph.baseline - 0.8 * glyph.size;
      const bottom = glyph.baseline + 0.22 * glyph.size;
      const word = words.at(-1);
      if (word && inside) {
        word.text += glyph.text;
        word.box = [
          word.box[0],
          Math.min(word.box[1], top),
          Math.max(word.box[2], glyph.x1),
          Math.max(word.box[3], bottom),
        ];
        word.bold &&= glyph.bold;
      } else words.push({ text: glyph.text, box: [glyph.x0, top, glyph.x1, bottom], bold: glyph.bold });
      before = glyph;
      parted = false;
    }
    const largest = row.reduce((a, b) => (b.size > a.size ? b : a));
    return words.length > 0 ? [{ words, baseline: largest.baseline, size: largest.size }] : [];
  });
}
