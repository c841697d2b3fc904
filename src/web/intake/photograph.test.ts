import { expect, test } from 'vitest';
import { type Picture, sizeWithin, smallerPhotograph } from './photograph.ts';

const photograph = (bytes: number, type = 'image/jpeg', name = 'IMG 001.JPEG') =>
  new File([new Uint8Array(bytes)], name, { type, lastModified: 7 });

/** A browser that has read a picture of a size and draws it in so many bytes. */
const reader =
  (width: number, height: number, bytes: number, type = 'image/jpeg', closed: string[] = []) =>
  async (): Promise<Picture> => ({
    width,
    height,
    drawn: async () => new Blob([new Uint8Array(bytes)], { type }),
    close: () => void closed.push('closed'),
  });

test.each([
  [4000, 3000, { width: 3000, height: 2250 }],
  [3024, 4032, { width: 2250, height: 3000 }],
  [9000, 10, { width: 3000, height: 3 }],
  [3000, 2000, null],
  [640, 480, null],
])('%d × %d comes within the longest side', (width, height, size) => {
  expect(sizeWithin({ width, height })).toEqual(size);
});

test('a large photograph goes out smaller, as JPEG under its own name', async () => {
  const closed: string[] = [];
  const sent = await smallerPhotograph(
    photograph(5000, 'image/heic', 'Kết luận.heic'),
    reader(4032, 3024, 900, 'image/jpeg', closed),
  );
  expect([sent.name, sent.type, sent.size, sent.lastModified]).toEqual([
    'Kết luận.jpg',
    'image/jpeg',
    900,
    7,
  ]);
  expect(closed).toEqual(['closed']);
});

test.each<[string, File, () => Promise<Picture>]>([
  ['is no photograph', photograph(5000, 'application/pdf', 'a.pdf'), reader(4000, 3000, 1)],
  ['was drawn without loss', photograph(5000, 'image/png', 'a.png'), reader(4000, 3000, 1)],
  ['is small already', photograph(5000), reader(2000, 1500, 1)],
  ['would not become smaller', photograph(5000), reader(4000, 3000, 5000)],
  ['comes out as something else', photograph(5000), reader(4000, 3000, 10, 'image/png')],
  ['cannot be read here', photograph(5000), () => Promise.reject(new Error('broken'))],
])('what %s goes out as it is', async (_why, file, read) => {
  expect(await smallerPhotograph(file, read)).toBe(file);
});
