import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';

export const ink = '#1a1a1a';

/** From dark to white, then hatched: told apart on paper copied in grey. */
const plains = ['#30506e', '#9db4c8', '#ffffff'] as const;
const size = 24;

function hatched(pen: SKRSContext2D, way: number) {
  const tile = createCanvas(size, size);
  const small = tile.getContext('2d');
  small.fillStyle = '#fff';
  small.fillRect(0, 0, size, size);
  small.strokeStyle = ink;
  small.lineWidth = 3;
  small.beginPath();
  // Lines pass the corners, so that tiles join.
  for (const shift of [-size, 0, size]) {
    small.moveTo(shift, way > 0 ? size : 0);
    small.lineTo(shift + size, way > 0 ? 0 : size);
  }
  small.stroke();
  const pattern = pen.createPattern(tile, 'repeat');
  // The pen is scaled to millimetres; the tile is not.
  pattern.setTransform({ a: 0.1, b: 0, c: 0, d: 0.1, e: 0, f: 0 });
  return pattern;
}

/** The fill of the series in this place, from 0; they repeat after five. */
export function fillOf(pen: SKRSContext2D, place: number): string | ReturnType<typeof hatched> {
  const at = place % (plains.length + 2);
  return plains[at] ?? hatched(pen, at === plains.length ? 1 : -1);
}
