import { createCanvas, loadImage } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { drawScan } from '../../../examples/scan.ts';
import { type Grey, greyOf } from './raster.ts';
import { findRules, withoutRules } from './rules.ts';
import { findSkew } from './skew.ts';

const paragraph =
  'Các phòng, trung tâm thuộc Sở rà soát nhiệm vụ được giao, lập kế hoạch chi tiết và gửi về Văn phòng trước kỳ họp giao ban.';
const table = {
  widths: [0.2, 0.8],
  rows: [
    ['TT', 'Nội dung'],
    ['1', paragraph],
    ['2', paragraph],
  ],
};

async function scanned(look: object): Promise<Grey> {
  const image = await loadImage(
    drawScan([[paragraph, paragraph, table, paragraph]], { ...look, dpi: 100, format: 'png' }),
  );
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext('2d').drawImage(image, 0, 0);
  return greyOf(canvas);
}

describe('the slope of a page', () => {
  it.each([-9, -0.6, 2.4])('of %d degrees is found within a sixth of a degree', async (skew) => {
    const { radians, sideways } = findSkew(await scanned({ skew, noise: 30, shade: 0.4 }));
    expect(sideways).toBe(false);
    expect(Math.abs((radians * 180) / Math.PI - skew)).toBeLessThan(0.17);
  });

  it('lying on its side is told apart', async () => {
    const { radians, sideways } = findSkew(await scanned({ quarterTurns: 1, skew: 2, noise: 20 }));
    expect(sideways).toBe(true);
    expect((radians * 180) / Math.PI).toBeCloseTo(2, 0);
  });

  it('of an empty page is none', () => {
    expect(findSkew({ width: 400, height: 600, data: new Uint8Array(240_000).fill(250) })).toEqual({
      radians: 0,
      sideways: false,
    });
  });
});

describe('ruling lines', () => {
  it('are found and painted over, letters kept', async () => {
    const grey = await scanned({ noise: 10 });
    const rules = findRules(grey);
    expect(rules.some((rule) => rule.x0 === rule.x1)).toBe(true);
    const bare = withoutRules(grey, rules);
    expect(findRules(bare)).toEqual([]);
    const dark = ({ data }: Grey) => data.reduce((sum, value) => sum + (value < 100 ? 1 : 0), 0);
    expect(dark(bare)).toBeGreaterThan(0.7 * dark(grey));
  });
});
