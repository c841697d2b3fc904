import { describe, expect, it } from 'vitest';
import { checkSums, findFigures } from './figures.ts';

const figures = (text: string) => findFigures(text).map(({ value, unit }) => [value, unit]);
const warned = (text: string) => checkSums(text, findFigures(text));

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

describe('checkSums', () => {
  it.each([
    'Có 41 nhiệm vụ, trong đó 29 chuyển tiếp và 12 mới.',
    'Nhận 20 hồ sơ (gồm 12 hồ sơ trực tuyến và 8 hồ sơ trực tiếp)',
    'Có 41 nhiệm vụ, trong đó 5 nhiệm vụ mới.',
    'Chi 10,5 tỷ đồng, gồm: 8,2 tỷ đồng sự nghiệp và 2,3 tỷ đồng đầu tư',
    'Có 285 nhiệm vụ, gồm: 100 xong (35%), 150 đang làm, 35 chưa làm',
  ])('holds: %s', (text) => {
    expect(warned(text)).toEqual([]);
  });

  it.each([
    ['Có 41 nhiệm vụ, trong đó 29 chuyển tiếp và 10 mới.', '39 (29 + 10)'],
    ['Nhận 20 hồ sơ, trong đó có 25 hồ sơ quá hạn', '25 (25)'],
    ['Chi 10,5 tỷ đồng, gồm: 8,2 tỷ đồng sự nghiệp và 2,5 tỷ đồng đầu tư', '10,7 (8,2 + 2,5)'],
  ])('warns: %s', (text, sum) => {
    expect(warned(text)).toMatchObject([{ code: 'sum-mismatch', message: expect.stringContaining(sum) }]);
  });
});
