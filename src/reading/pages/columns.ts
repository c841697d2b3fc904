import { fold } from '../../domain/text/fold.ts';
import { joinBaselines, type Line, left, right } from './page.ts';

/** Lines in reading order; `side` tells lines of a two-column stretch (heading or signature block) apart. */
export interface OrderedLine {
  line: Line;
  side?: 'left' | 'right';
  /** Number of the two-column stretch it belongs to. */
  stretch?: number;
}

interface Gap {
  from: number;
  to: number;
}

const narrowest = 0.55;

/** The national motto or the Party's name opens the right side of a heading, however near the left side comes. */
const motto = /^(?:cong hoa xa hoi|dang cong san)\b/u;

/** The free space of a row that a gutter could run through: between its words, or beside them. */
function gaps(row: Line): Gap[] {
  const found: Gap[] = [{ from: -Infinity, to: left(row) }];
  for (let i = 1; i < row.words.length; i++) {
    const [from, to] = [row.words[i - 1]!.box[2], row.words[i]!.box[0]];
    const four = row.words.slice(i, i + 4).map((word) => word.text);
    const widened = motto.test(fold(four.join(' '))) ? Math.min(from, to - 1.2 * row.size) : from;
    found.push({ from: widened, to });
  }
  found.push({ from: right(row), to: Infinity });
  return found;
}

/** The widest part of the gutter that stays free in this row; null where words stand across it. */
function narrow(gutter: Gap, row: Line): Gap | null {
  let best: Gap | null = null;
  for (const gap of gaps(row)) {
    const from = Math.max(gap.from, gutter.from);
    const to = Math.min(gap.to, gutter.to);
    if (to - from >= narrowest * row.size && (!best || to - from > best.to - best.from)) best = { from, to };
  }
  return best;
}

/** Rows `start..end` (inclusive) that share a gutter with the wide gap of row `seed`. */
function grow(rows: Line[], seed: number, gap: Gap): { start: number; end: number; at: number } {
  let gutter = gap;
  let start = seed;
  let end = seed;
  for (let next = seed + 1; next < rows.length; next++) {
    const free = narrow(gutter, rows[next]!);
    if (!free) break;
    gutter = free;
    end = next;
  }
  for (let before = seed - 1; before >= 0; before--) {
    const free = narrow(gutter, rows[before]!);
    if (!free) break;
    gutter = free;
    start = before;
  }
  const at = (gutter.from + gutter.to) / 2;
  const hasRight = (row: Line) => right(row) > at;
  while (end > seed && !hasRight(rows[end]!)) end--;
  while (start < seed && !hasRight(rows[start]!)) start++;
  return { start, end, at };
}

function widestGap(row: Line, width: number): Gap | null {
  const inner = gaps(row)
    .slice(1, -1)
    .filter((gap) => gap.to - gap.from > 1.1 * row.size && gap.to > 0.25 * width && gap.from < 0.75 * width);
  return inner.sort((a, b) => b.to - b.from - (a.to - a.from))[0] ?? null;
}

function cutAt(row: Line, at: number): { left: Line | null; right: Line | null } {
  const part = (words: Line['words']) => (words.length > 0 ? { ...row, words } : null);
  return {
    left: part(row.words.filter((word) => word.box[0] < at)),
    right: part(row.words.filter((word) => word.box[0] >= at)),
  };
}

/**
 * Reading order of a page's lines. Stretches of rows with a common gutter (agency | national motto, recipients |
 * signature) are read down the left side, then down the right one; the rest from top to bottom.
 * @param width of the page, in the units of the lines
 */
export function readingOrder(lines: Line[], width: number): OrderedLine[] {
  const rows = joinBaselines(lines);
  const ordered: OrderedLine[] = [];
  let stretch = 0;
  let from = 0;
  for (let i = 0; i < rows.length; i++) {
    const gap = widestGap(rows[i]!, width);
    if (!gap) continue;
    const region = grow(rows.slice(from), i - from, gap);
    const parts = rows.slice(from + region.start, from + region.end + 1).map((row) => cutAt(row, region.at));
    const lefts = parts.flatMap((part) => part.left ?? []);
    const rights = parts.flatMap((part) => part.right ?? []);
    if (lefts.length < 2 || rights.length < 2) continue;
    stretch++;
    for (const line of rows.slice(from, from + region.start)) ordered.push({ line });
    for (const line of lefts) ordered.push({ line, side: 'left', stretch });
    for (const line of rights) ordered.push({ line, side: 'right', stretch });
    from += region.end + 1;
    i = from - 1;
  }
  for (const line of rows.slice(from)) ordered.push({ line });
  return ordered;
}
