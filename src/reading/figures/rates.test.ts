import { describe, expect, it } from 'vitest';
import { checkRates, findRates } from './rates.ts';

const warned = (text: string) => checkRates(findRates(text));

describe('a share beside its two numbers', () => {
  it.each([
    'Hoàn thành đúng hạn đạt 86,4% (108/125 nhiệm vụ).',
    'Đạt 86,4% (tương ứng 108/125 nhiệm vụ được giao)',
    '108/125 nhiệm vụ (86,4%) đúng hạn',
    '108/125 nhiệm vụ (đạt tỷ lệ 86,4%)',
    'Có 108/125 nhiệm vụ đúng hạn, đạt 86,4%',
    'Giải ngân 1.250,5/2.501 triệu đồng (50%)',
  ])('is found and holds: %s', (text) => {
    expect(findRates(text)).toHaveLength(1);
    expect(warned(text)).toEqual([]);
  });

  it('may be rounded or cut off', () => {
    expect(warned('66,6% (2/3 nhiệm vụ)')).toEqual([]);
    expect(warned('66,7% (2/3 nhiệm vụ)')).toEqual([]);
    expect(warned('67% (2/3 nhiệm vụ)')).toEqual([]);
  });

  it.each([
    ['Đạt 88,4% (108/125 nhiệm vụ)', 'Ghi 88,4% nhưng 108/125 là 86,4%'],
    ['108/120 nhiệm vụ (86,4%)', 'Ghi 86,4% nhưng 108/120 là 90%'],
    ['Có 7/0 hồ sơ (100%)', 'Ghi 100% của 0'],
  ])('warns: %s', (text, message) => {
    expect(warned(text)).toMatchObject([
      { code: 'rate-mismatch', message: expect.stringContaining(message) },
    ]);
  });

  it.each([
    'Tăng 12% (Nghị quyết 15/NQ-CP)',
    'Tăng 12% (so với ngày 15/11)',
    'Đến nay đạt 86,4% (15/11)',
    'Đến 15/11/2026 đạt 86,4%',
    'Theo Quyết định 12/2020 đạt 80%',
    'đạt 80% kế hoạch (Điều 5/7 của Luật)',
  ])('sees no share of two numbers in: %s', (text) => {
    expect(warned(text)).toEqual([]);
  });

  it('stays quick on long hostile text', () => {
    for (const lump of ['1/2 ', '86,4% (', '1.000/', '5% ', '(1/2 nhiệm vụ '])
      expect(() => warned(lump.repeat(20_000))).not.toThrow();
  });
});
