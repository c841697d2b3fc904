import { type Canvas, createCanvas, type Image } from '@napi-rs/canvas';

/** A grey picture, one byte a pixel, 0 black to 255 white, row by row. */
export interface Grey {
  width: number;
  height: number;
  data: Uint8Array;
}

/** The largest page image made, pixels: an A3 page at 300 dpi; and its longest side. */
export const mostPixels = 3508 * 4961;
const longestSide = 16_000;

/** The largest scale not above the wanted one that keeps a drawing of that size within bounds. */
export function cappedScale(width: number, height: number, scale: number): number {
  const byArea = Math.sqrt(mostPixels / Math.max(1, width * height));
  return Math.min(scale, byArea, longestSide / Math.max(1, width, height));
}

export function greyOf(canvas: Canvas): Grey {
  const { width, height } = canvas;
  const rgba = canvas.getContext('2d').getImageData(0, 0, width, height).data;
  const data = new Uint8Array(width * height);
  for (let i = 0, at = 0; at < data.length; i += 4, at++) {
    data[at] = (rgba[i]! * 77 + rgba[i + 1]! * 150 + rgba[i + 2]! * 29) >> 8;
  }
  return { width, height, data };
}

/** The part of a picture from (x0, y0) to before (x1, y1). */
export function crop(grey: Grey, x0: number, y0: number, x1: number, y1: number): Grey {
  const width = Math.max(1, x1 - x0);
  const height = Math.max(1, y1 - y0);
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y++) {
    const from = (y0 + y) * grey.width + x0;
    data.set(grey.data.subarray(from, from + Math.min(width, grey.width - x0)), y * width);
  }
  return { width, height, data };
}

/** Averages squares of `by` × `by` pixels into one. */
export function shrink(grey: Grey, by: number): Grey {
  if (by <= 1) return grey;
  const width = Math.floor(grey.width / by);
  const height = Math.floor(grey.height / by);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let v = 0; v < by; v++) {
        const from = (y * by + v) * grey.width + x * by;
        for (let u = 0; u < by; u++) sum += grey.data[from + u]!;
      }
      data[y * width + x] = sum / (by * by);
    }
  }
  return { width, height, data };
}

/**
 * Marks (1) pixels clearly darker than their surroundings, so that shading does not count as ink.
 * @param reach half the side of the surroundings, pixels
 */
export function inkOf({ width, height, data }: Grey, reach: number, darker = 0.85): Uint8Array {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += data[y * width + x]!;
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1]! + row;
    }
  }
  const ink = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const y0 = Math.max(0, y - reach);
    const y1 = Math.min(height, y + reach + 1);
    for (let x = 0; x < width; x++) {
      const x0 = Math.max(0, x - reach);
      const x1 = Math.min(width, x + reach + 1);
      const sum =
        sums[y1 * (width + 1) + x1]! -
        sums[y0 * (width + 1) + x1]! -
        sums[y1 * (width + 1) + x0]! +
        sums[y0 * (width + 1) + x0]!;
      const mean = sum / ((x1 - x0) * (y1 - y0));
      if (data[y * width + x]! < mean * darker - 6) ink[y * width + x] = 1;
    }
  }
  return ink;
}

/** A point of a turned picture back in the picture it was made from. */
export type Back = (x: number, y: number) => [number, number];

/**
 * Turns a picture clockwise about its middle on white, growing it so that nothing is cut off.
 * @param radians clockwise
 * @param scale factor applied to the source first
 */
export function turn(source: Canvas | Image, radians: number, scale = 1): { canvas: Canvas; back: Back } {
  const [w, h] = [source.width * scale, source.height * scale];
  const [sin, cos] = [Math.sin(radians), Math.cos(radians)];
  const width = Math.max(1, Math.round(Math.abs(w * cos) + Math.abs(h * sin)));
  const height = Math.max(1, Math.round(Math.abs(w * sin) + Math.abs(h * cos)));
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate(radians);
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, -w / 2, -h / 2, w, h);
  const back: Back = (x, y) => {
    const [dx, dy] = [x - width / 2, y - height / 2];
    return [(dx * cos + dy * sin + w / 2) / scale, (-dx * sin + dy * cos + h / 2) / scale];
  };
  return { canvas, back };
}
