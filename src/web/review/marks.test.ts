import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeFinder } from './find.ts';
import { isHeading, paragraphsOf, segmentsOf } from './marks.ts';
import { wholeWords, wordStarts } from './selection.ts';

test('overlapping marks cut the text into pieces that say all they belong to', () => {
  const marks = [
    { span: [2, 8], lineId: 'a' },
    { span: [5, 12], lineId: 'b' },
    { span: [6, 8], role: 'deadline' },
  ] as const;
  expect(
    segmentsOf(
      0,
      10,
      marks.map((mark) => ({ ...mark, span: [...mark.span] })),
    ),
  ).toEqual([
    { start: 0, end: 2, lineIds: [], roles: [] },
    { start: 2, end: 5, lineIds: ['a'], roles: [] },
    { start: 5, end: 6, lineIds: ['a', 'b'], roles: [] },
    { start: 6, end: 8, lineIds: ['a', 'b'], roles: ['deadline'] },
    { start: 8, end: 10, lineIds: ['b'], roles: [] },
  ]);
});

test('whatever the marks, the pieces cover the stretch once, in order', () => {
  const span = fc.tuple(fc.nat(60), fc.nat(60));
  fc.assert(
    fc.property(
      fc.array(span, { maxLength: 12 }),
      fc.nat(20),
      fc.integer({ min: 21, max: 50 }),
      (spans, from, to) => {
        const pieces = segmentsOf(
          from,
          to,
          spans.map((one, index) => ({ span: one, lineId: String(index) })),
        );
        expect(pieces[0]?.start).toBe(from);
        expect(pieces.at(-1)?.end).toBe(to);
        for (const [index, piece] of pieces.entries()) {
          expect(piece.end).toBeGreaterThan(piece.start);
          if (index > 0) expect(piece.start).toBe(pieces[index - 1]?.end);
          for (const [number, [start, end]] of spans.entries())
            expect(piece.lineIds.includes(String(number))).toBe(start <= piece.start && end >= piece.end);
        }
      },
    ),
  );
});

test('paragraphs leave the line feeds out', () => {
  expect(paragraphsOf('Một\n\nHai ba\n')).toEqual([
    [0, 3],
    [5, 11],
  ]);
});

test.each([
  ['2. Nhiệm vụ trọng tâm', true],
  ['2.1. Văn phòng', true],
  ['KẾT LUẬN HỘI NGHỊ', true],
  ['- Tổ chức 02 cuộc kiểm tra', false],
  ['1. Văn phòng tham mưu kế hoạch trong tháng 10.', false],
])('«%s» as a heading: %s', (words, expected) => {
  expect(isHeading(words)).toBe(expected);
});

test('words are found without marks and show where they stand in the text itself', () => {
  const text = 'Phòng Quản lý\nkhoa học và Đổi mới';
  const find = makeFinder(text);
  const [hit] = find('quan ly khoa');
  expect(text.slice(...(hit ?? [0, 0]))).toBe('Quản lý\nkhoa');
  expect(find('ĐỔI')).toHaveLength(1);
  expect(find('q')).toEqual([]);
});

test('a drag over parts of words takes the whole words', () => {
  const text = 'Tổ chức 02 cuộc kiểm tra, rà soát.';
  const words = (from: number, to: number) => text.slice(...(wholeWords(text, [from, to]) ?? [0, 0]));
  expect(words(5, 9)).toBe('chức 02');
  expect(words(20, 12)).toBe('cuộc kiểm');
  expect(words(2, 8)).toBe('chức');
  expect(wholeWords(text, [24, 26])).toBeNull();
});

test('a line can be cut before each of its words but the first', () => {
  expect(wordStarts('xx lập kế hoạch', [[3, 15]])).toEqual([7, 10]);
});
