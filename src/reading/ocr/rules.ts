import type { Rule } from '../pages/page.ts';
import { type Grey, inkOf, shrink } from './raster.ts';

/** Straight dark runs along rows (or columns, when turned) with the gaps a scanner leaves. */
function runs(ink: Uint8Array, width: number, height: number, turned: boolean, shortest: number): Rule[] {
  const found: Rule[] = [];
  const [across, along] = turned ? [width, height] : [height, width];
  const dark = (line: number, at: number) => {
    if (line < 0 || line >= across) return 0;
    return turned ? ink[at * width + line]! : ink[line * width + at]!;
  };
  const gapAllowed = 3;
  for (let line = 0; line < across; line++) {
    let start = -1;
    let last = -1;
    for (let at = 0; at <= along; at++) {
      if (at < along && (dark(line, at) || dark(line + 1, at))) {
        if (start < 0) start = at;
        last = at;
      } else if (start >= 0 && (at - last > gapAllowed || at === along)) {
        if (last - start >= shortest) {
          found.push(
            turned
              ? { x0: line, y0: start, x1: line, y1: last }
              : { x0: start, y0: line, x1: last, y1: line },
          );
        }
        start = -1;
      }
    }
  }
  return found;
}

/**
 * Ruling lines of an upright page image: thin dark lines at least a twelfth of the page wide, or a fortieth of it high.
 * Upright ones count only where they meet a line across, so that strokes of large letters do not.
 */
export function findRules(grey: Grey): Rule[] {
  const by = Math.max(1, Math.round(grey.width / 1100));
  const small = shrink(grey, by);
  const ink = inkOf(small, 8, 0.88);
  const horizontal = runs(ink, small.width, small.height, false, small.width / 12);
  if (horizontal.length < 3) return [];
  const near = small.width / 150;
  const meets = (rule: Rule) =>
    horizontal.filter(
      (h) =>
        h.x0 - near <= rule.x0 && h.x1 + near >= rule.x0 && h.y0 + near >= rule.y0 && h.y0 - near <= rule.y1,
    ).length >= 2;
  const vertical = runs(ink, small.width, small.height, true, small.height / 45).filter(meets);
  return [...horizontal, ...vertical].map((rule) => ({
    x0: rule.x0 * by,
    y0: rule.y0 * by,
    x1: rule.x1 * by,
    y1: rule.y1 * by,
  }));
}

/** The picture with its ruling lines painted over in the paper's brightness beside them: OCR takes them for letters. */
export function withoutRules(grey: Grey, rules: Rule[]): Grey {
  const data = grey.data.slice();
  const reach = Math.max(2, Math.round(grey.width / 550));
  const at = (x: number, y: number) =>
    Math.min(grey.height - 1, Math.max(0, y)) * grey.width + Math.min(grey.width - 1, Math.max(0, x));
  for (const { x0, y0, x1, y1 } of rules) {
    const upright = x0 === x1;
    const length = upright ? y1 - y0 : x1 - x0;
    for (let i = -reach; i <= length + reach; i++) {
      const pixel = (across: number) => (upright ? at(x0 + across, y0 + i) : at(x0 + i, y0 + across));
      const paper = Math.max(data[pixel(-2 * reach)]!, data[pixel(2 * reach)]!);
      for (let across = -reach; across <= reach; across++) data[pixel(across)] = paper;
    }
  }
  return { ...grey, data };
}
