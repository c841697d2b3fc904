import { type Grey, inkOf, shrink } from './raster.ts';

interface Points {
  x: Float32Array;
  y: Float32Array;
  extent: number;
}

const degree = Math.PI / 180;
const enough = 30_000;

/** Ink pixels of a page shrunk to about 700 pixels across, thinned to a fixed number. */
function inkPoints(grey: Grey): Points {
  const small = shrink(grey, Math.max(1, Math.round(Math.min(grey.width, grey.height) / 700)));
  const ink = inkOf(small, 12);
  const at: number[] = [];
  const border = Math.round(small.width * 0.02);
  for (let y = border; y < small.height - border; y++) {
    for (let x = border; x < small.width - border; x++)
      if (ink[y * small.width + x]) at.push(y * small.width + x);
  }
  const every = Math.max(1, Math.ceil(at.length / enough));
  const kept = at.filter((_, i) => i % every === 0);
  return {
    x: Float32Array.from(kept, (i) => (i % small.width) - small.width / 2),
    y: Float32Array.from(kept, (i) => Math.floor(i / small.width) - small.height / 2),
    extent: Math.ceil(Math.hypot(small.width, small.height)),
  };
}

/** How sharply ink falls into rows when lines slope down by `radians` to the right: rows of text alternate with white. */
function sharpness(points: Points, radians: number, sideways: boolean): number {
  const bins = new Float32Array(points.extent + 2);
  const [sin, cos] = [Math.sin(radians), Math.cos(radians)];
  const middle = points.extent / 2;
  for (let i = 0; i < points.x.length; i++) {
    const across = sideways ? points.y[i]! : points.x[i]!;
    const down = sideways ? -points.x[i]! : points.y[i]!;
    bins[Math.round(down * cos - across * sin + middle)]! += 1;
  }
  let sum = 0;
  for (let i = 1; i < bins.length; i++) sum += (bins[i]! - bins[i - 1]!) ** 2;
  return sum / Math.max(1, points.x.length);
}

function steepest(points: Points, sideways: boolean): { angle: number; score: number } {
  let best = { angle: 0, score: sharpness(points, 0, sideways) };
  const search = (from: number, to: number, step: number) => {
    for (let angle = from; angle <= to + 1e-9; angle += step) {
      const score = sharpness(points, angle * degree, sideways);
      if (score > best.score * 1.001) best = { angle, score };
    }
  };
  search(-15, 15, 0.5);
  const around = best.angle;
  search(around - 0.45, around + 0.45, 0.05);
  return best;
}

/**
 * Slope of the lines of text, found by where ink falls most sharply into rows.
 * @returns `radians` clockwise (positive: lines fall to the right), and whether the page lies on its side, so that
 * lines run from top to bottom
 */
export function findSkew(grey: Grey): { radians: number; sideways: boolean } {
  const points = inkPoints(grey);
  if (points.x.length < 200) return { radians: 0, sideways: false };
  const upright = steepest(points, false);
  const lying = steepest(points, true);
  const sideways = lying.score > 1.4 * upright.score;
  return { radians: (sideways ? lying.angle : upright.angle) * degree, sideways };
}
