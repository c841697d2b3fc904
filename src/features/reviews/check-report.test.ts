import { expect, test } from 'vitest';
import type { ReviewFigure } from '../../domain/reviews/figures.ts';
import type { Block } from '../../reading/extracted.ts';
import { findFigures } from '../../reading/figures/find.ts';
import { checkReport } from './check-report.ts';

const figure = (
  key: string,
  name: string,
  value: number | null,
  unit: ReviewFigure['unit'] = 'directives',
) => ({
  ...{ key, name, value, unit },
  recordIds: Array.from({ length: value ?? 0 }, (_, at) => String(at)),
});
const known = {
  figures: [
    figure('in-hand', 'Nhiệm vụ phải thực hiện trong kỳ', 41),
    figure('accepted', 'Hoàn thành, được nghiệm thu trong kỳ', 29),
    figure('overdue', 'Quá hạn', 3),
    figure('rate-by-first', 'Tỷ lệ xong đúng hạn đầu', 864, 'tenths-of-percent'),
  ],
  units: [
    { unitId: 'a', name: 'Phòng Quản lý khoa học', figures: [figure('accepted', 'Hoàn thành', 12)] },
    { unitId: 'b', name: 'Phòng Quản lý', figures: [figure('accepted', 'Hoàn thành', 5)] },
  ],
};

/** Paragraphs one below the other, and rows of one table after them. */
function check(paragraphs: string[], rows: string[][] = []) {
  const blocks: Block[] = [];
  let text = '';
  for (const one of paragraphs) {
    blocks.push({ kind: 'paragraph', start: text.length, end: text.length + one.length });
    text += `${one}\n`;
  }
  for (const row of rows) {
    const start = text.length;
    const cells = row.map((cell, column) => {
      const from = text.length;
      text += `${cell}\t`;
      return { start: from, end: from + cell.length, column };
    });
    blocks.push({ kind: 'row', table: 1, start, end: text.length, cells });
  }
  return checkReport({ text, blocks }, findFigures(text), known).map(
    ({ verdict, value, figure, unitName }) => [
      verdict,
      value,
      figure && [figure.key, figure.value],
      unitName,
    ],
  );
}

test('numbers of sentences are those of the records, others, or of nothing known', () => {
  expect(
    check([
      'Trong kỳ, cơ quan phải thực hiện 41 nhiệm vụ; đã hoàn thành 28 nhiệm vụ.',
      'Xong đúng hạn đầu 19 nhiệm vụ, đạt 86,4% số nhiệm vụ đến hạn.',
      'Đã mua 7 máy tính, cấp 12 giấy phép.',
    ]),
  ).toEqual([
    ['matches', 41, ['in-hand', 41], null],
    ['differs', 28, ['accepted', 29], null],
    ['unsupported', 19, null, null],
    ['matches', 86.4, ['rate-by-first', 86.4], null],
    ['unsupported', 12, null, null],
  ]);
});

test('a unit named in the sentence or above it is asked, and the longest name counts', () => {
  expect(
    check([
      'Phòng Quản lý khoa học đã hoàn thành 12 nhiệm vụ.',
      '1. Phòng Quản lý:',
      '- Đã hoàn thành 6 nhiệm vụ.',
    ]),
  ).toEqual([
    ['matches', 12, ['accepted', 12], 'Phòng Quản lý khoa học'],
    ['differs', 6, ['accepted', 5], 'Phòng Quản lý'],
  ]);
});

test('tables of units, and of figures, are read by their heads and labels; numbers of rows are none', () => {
  const byUnit = [
    ['TT', 'Đơn vị', 'Hoàn thành', 'Quá hạn', 'Số máy in'],
    ['1', 'Phòng Quản lý', '5', '', '2'],
    ['', 'Toàn cơ quan', '29', '4', ''],
  ];
  expect(check([], byUnit)).toEqual([
    ['matches', 5, ['accepted', 5], 'Phòng Quản lý'],
    ['unsupported', 2, null, 'Phòng Quản lý'],
    ['matches', 29, ['accepted', 29], null],
    ['differs', 4, ['overdue', 3], null],
  ]);
  const byFigure = [
    ['TT', 'Số liệu', 'Trong kỳ'],
    ['1', 'Quá hạn', '3'],
    ['2', 'Tỷ lệ xong đúng hạn đầu', '86,5%'],
  ];
  expect(check([], byFigure)).toEqual([
    ['matches', 3, ['overdue', 3], null],
    ['differs', 86.5, ['rate-by-first', 86.4], null],
  ]);
});
