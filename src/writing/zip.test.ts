import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zipOf } from './zip.ts';

test('what is put in piece by piece is read back whole by another library, and gives the same bytes again', () => {
  const piece = fc.oneof(fc.string({ unit: 'grapheme' }), fc.uint8Array());
  const entry = fc.record({ path: fc.stringMatching(/^[a-zđ/]{1,20}$/u), pieces: fc.array(piece) });
  fc.assert(
    fc.property(fc.uniqueArray(entry, { selector: ({ path }) => path }), (entries) => {
      const bytes = zipOf(entries);
      const whole = entries.map(({ path, pieces }) => [
        path,
        [...Buffer.concat(pieces.map((one) => (typeof one === 'string' ? Buffer.from(one) : one)))],
      ]);
      expect(Object.entries(unzipSync(bytes)).map(([path, inside]) => [path, [...inside]])).toEqual(whole);
      expect(zipOf(entries)).toEqual(bytes);
    }),
    { numRuns: 50 },
  );
});

test('what is longer than is packed at once is one stream', () => {
  const pieces = Array.from(
    { length: 20_000 },
    (_, at) => `<hàng số="${at}">Nhiệm vụ thứ ${at} ${at * 7919}</hàng>`,
  );
  const { long } = unzipSync(zipOf([{ path: 'long', pieces }]));
  expect(strFromU8(long!)).toBe(pieces.join(''));
});
