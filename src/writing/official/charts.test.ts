import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { type Chart, chartPicture } from './charts.ts';

const chart = (more: Partial<Chart> = {}): Chart => ({
  kind: 'stacked',
  title: 'Nhiệm vụ theo đơn vị',
  unit: 'nhiệm vụ',
  labels: ['Văn phòng Sở', 'Thanh tra Sở'],
  series: [
    { name: 'Đúng hạn', values: [6, 3] },
    { name: 'Muộn', values: [2, 3] },
    { name: 'Quá hạn', values: [2, 0] },
  ],
  ...more,
});

/** How bright a point is, 0..255, as a grey copy shows it. */
async function greyAt(png: Uint8Array, points: readonly (readonly [number, number])[]): Promise<number[]> {
  const image = await loadImage(Buffer.from(png));
  const pen = createCanvas(image.width, image.height).getContext('2d');
  pen.drawImage(image, 0, 0);
  return points.map(([x, y]) => {
    const [red = 0, green = 0, blue = 0] = pen.getImageData(x * 10, y * 10, 1, 1).data;
    return 0.3 * red + 0.59 * green + 0.11 * blue;
  });
}

test('bars are as long as their figures, and told apart in grey', async () => {
  const { png, width, height } = chartPicture(chart());
  expect([width, height]).toEqual([160, 8 + 2 * 8 + 8]);
  // Ticks reach 10 or more at the right edge: 96 mm from 52 on. The first row is ten long.
  const [first, second, third] = await greyAt(png, [
    [55, 12],
    [52 + 96 * 0.62, 12],
    [52 + 96 * 0.9, 12],
  ]);
  expect(second! - first!).toBeGreaterThan(60);
  expect(third! - second!).toBeGreaterThan(50);
  const [inside, outside] = await greyAt(png, [
    [52 + 96 * 0.57, 20],
    [52 + 96 * 0.63, 20],
  ]);
  expect(inside).toBeLessThan(200);
  expect(outside).toBe(255);
});

test('the figures stand in its words too, and the same figures give the same bytes', () => {
  const { alt, png } = chartPicture(chart());
  expect(alt).toBe(
    'Nhiệm vụ theo đơn vị (nhiệm vụ). Văn phòng Sở: Đúng hạn 6, Muộn 2, Quá hạn 2; Thanh tra Sở: Đúng hạn 3, Muộn 3, Quá hạn 0.',
  );
  expect(chartPicture(chart()).png).toEqual(png);
});

test.each(['bar', 'stacked', 'line'] as const)('%s: nothing, one, nought and many are drawn', (kind) => {
  for (const count of [0, 1, 40]) {
    const labels = Array.from({ length: count }, (_, at) => `Đơn vị có tên rất dài thứ ${at}`);
    const series = [0, 1, 2, 3, 4, 5].map((at) => ({ name: `Chuỗi ${at}`, values: labels.map(() => at) }));
    expect(chartPicture(chart({ kind, labels, series })).png.length).toBeGreaterThan(100);
  }
  expect(() => chartPicture(chart({ kind, series: [{ name: 'x', values: [1] }] }))).toThrow(RangeError);
  expect(() => chartPicture(chart({ kind, series: [{ name: 'x', values: [1, -1] }] }))).toThrow(RangeError);
});
