import { describe, expect, it } from 'vitest';
import { findFigures } from './find.ts';
import { checkSums, findSums } from './sums.ts';

const warned = (text: string) => checkSums(findSums(text, findFigures(text)));

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
