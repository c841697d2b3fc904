import { expect, test } from 'vitest';
import { DocLists } from './doc-lists.ts';
import { formatNumber } from './list-numbers.ts';

const little = (size: 1 | 2 | 4, value: number) =>
  Array.from({ length: size }, (_, i) => (value >>> (8 * i)) & 255);

/** One LVL as MS-DOC lays it out, with two bytes of formatting to be passed over. */
function levelBytes(format: number, start: number, text: string): number[] {
  const units = [...text].flatMap((char) => little(2, char.charCodeAt(0)));
  return [
    ...little(4, start),
    format,
    0,
    ...Array<number>(18).fill(0),
    1,
    1,
    0,
    0,
    0xaa,
    0xbb,
    ...little(2, text.length),
    ...units,
  ];
}

test('list definitions of a Word 97 file count its items', () => {
  const definition = [...little(4, 77), ...Array<number>(24).fill(0)];
  const levels = [
    levelBytes(0, 1, 'Điều \0.'),
    levelBytes(4, 1, '\x01)'),
    ...Array.from({ length: 7 }, () => levelBytes(23, 1, '\uF0B7')),
  ];
  const lists = [...little(2, 1), ...definition];
  const overrides = [...little(4, 1), ...little(4, 77), ...Array<number>(12).fill(0)];
  const stored = Uint8Array.from([...lists, ...levels.flat(), ...overrides]);
  const fib = new DataView(new ArrayBuffer(0x400));
  fib.setUint32(0x2e2, 0, true);
  fib.setUint32(0x2e6, lists.length, true);
  fib.setUint32(0x2ea, stored.length - overrides.length, true);
  fib.setUint32(0x2ee, overrides.length, true);
  const counts = { body: 0, footnotes: 0, headers: 0, comments: 0, endnotes: 0, textBoxes: 0 };
  const counted = new DocLists({
    main: fib,
    table: new DataView(stored.buffer),
    pieces: [],
    text: '',
    counts,
    old: false,
  });
  const items: [number, number][] = [
    [1, 0],
    [1, 1],
    [1, 1],
    [1, 0],
    [1, 1],
    [1, 2],
    [2, 0],
  ];
  expect(items.map(([list, level]) => counted.next(list, level))).toEqual([
    'Điều 1.',
    'a)',
    'b)',
    'Điều 2.',
    'a)',
    '-',
    '',
  ]);
});

test.each([
  [14, 'upperRoman', 'XIV'],
  [27, 'lowerLetter', 'aa'],
  [3, 'decimalZero', '03'],
  [5, 'somethingNew', '5'],
])('%i as %s is %s', (count, format, written) => expect(formatNumber(count, format)).toBe(written));
