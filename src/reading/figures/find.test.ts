import { describe, expect, it } from 'vitest';
import { checkFigures } from './check.ts';
import { findFigures } from './find.ts';

const figures = (text: string) => findFigures(text).map(({ value, unit }) => [value, unit]);
const warned = (text: string) => checkFigures(text, [], findFigures(text)).warnings;

describe('findFigures', () => {
  it.each([
    ['Cả năm có 41 nhiệm vụ', [[41, 'nhiệm vụ']]],
    ['chi 1.234.567 đồng', [[1234567, 'đồng']]],
    [
      'giải ngân 18,4 tỷ, đạt 86,4%',
      [
        [18.4, 'tỷ'],
        [86.4, '%'],
      ],
    ],
    ['cấp 1.200 giấy chứng nhận', [[1200, 'giấy chứng nhận']]],
    ['năm 2021 báo cáo Ủy ban', []],
    ['không quá 07 ngày, trước 15/11/2026', []],
    ['theo Quyết định 15/QĐ-UBND', []],
  ])('%s', (text, expected) => {
    expect(figures(text)).toEqual(expected);
  });

  it('says what is counted and for which time', () => {
    const text = 'Trong quý III/2026, Sở tiếp nhận 20 hồ sơ đăng ký, giải ngân 3,5 tỷ đồng.';
    expect(findFigures(text)).toEqual([
      { value: 20, unit: 'hồ sơ', label: 'hồ sơ đăng ký', period: 'quý III/2026', span: [33, 41] },
      { value: 3.5, unit: 'tỷ đồng', label: 'giải ngân', period: 'quý III/2026', span: [61, 72] },
    ]);
  });

  it('stays quick on long hostile text', () => {
    for (const lump of ['1.', '41 nhiệm vụ, ', '1 hồ sơ gồm ', 'năm 2020 '])
      expect(() => warned(lump.repeat(10_000))).not.toThrow();
  });
});
