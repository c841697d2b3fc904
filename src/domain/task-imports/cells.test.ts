import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daySaid, dayWithin, moneySaid, timeSaid } from './cells.ts';
import { columnMeant, taskHeaderIn } from './columns.ts';

test.each([
  ['5/3/2024', '2024-03-05'],
  ['05.03.24', '2024-03-05'],
  ['ngày 5 tháng 3 năm 2024', '2024-03-05'],
  ['2024-03-05', '2024-03-05'],
  ['45356', '2024-03-05'],
  ['2/2024', '2024-02-29'],
  ['Tháng 2 năm 2023', '2023-02-28'],
  ['2024', '2024-12-31'],
  ['31/2/2024', undefined],
  ['chưa', undefined],
])('the day of «%s» is %s', (text, day) => {
  expect(daySaid(text, 'last')?.day).toBe(day);
});

test.each([
  ['1.200.000.000', null, 1_200_000_000],
  ['1,200,000,000', null, 1_200_000_000],
  ['1.200,5', 1_000_000, 1_200_500_000],
  ['1.200', 1_000_000, 1_200_000_000],
  ['850.5', 1_000_000, 850_500_000],
  ['0,850', 1_000_000, 850_000],
  ['1,25', 1_000_000_000, 1_250_000_000],
  ['1,250', 1_000_000_000, 1_250_000_000],
  ['1,2 tỷ', null, 1_200_000_000],
  ['850 triệu đồng', null, 850_000_000],
  ['850tr', 1, 850_000_000],
  ['0', null, 0],
  ['850', null, 'no-unit'],
  ['1.2.3', null, 'unclear'],
  ['hai tỷ', null, 'unclear'],
  ['-5', 1_000_000, 'unclear'],
] as const)('«%s» in units of %s is %s', (text, unit, amount) => {
  expect(moneySaid(text, unit)).toBe(amount);
});

test('money is read as it is written with points or commas, whatever the amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100_000, max: 1e14 }), (amount) => {
      expect(moneySaid(new Intl.NumberFormat('vi-VN').format(amount), null)).toBe(amount);
      expect(moneySaid(new Intl.NumberFormat('en-US').format(amount), 1)).toBe(amount);
    }),
    { numRuns: 200 },
  );
});

test('times and days stand in words', () => {
  expect(timeSaid('từ 01/2023 đến 12/2024')).toMatchObject({
    from: { day: '2023-01-01' },
    to: { day: '2024-12-31' },
  });
  expect(timeSaid('2023-2025')).toMatchObject({ from: { day: '2023-01-01' }, to: { day: '2025-12-31' } });
  expect(timeSaid('24 tháng')).toEqual({ months: 24 });
  expect(dayWithin('Đã quyết toán ngày 12/3/2024 (QĐ 15)')).toBe('2024-03-12');
});

test('headers are found by what they mean, also merged over two rows', () => {
  const meant: [string, string | null][] = [
    ...([
      ['Tên đề tài, dự án', 'title'],
      ['Cấp quản lý', 'level'],
      ['CQ chủ trì', 'host'],
      ['Chủ nhiệm ĐT', 'investigator'],
    ] as const),
    ...([
      ['Phòng phụ trách', 'unit'],
      ['Kinh phí quyết toán', null],
      ['Ngày ký HĐ', 'contractedOn'],
      ['Kết quả nghiệm thu', 'rating'],
    ] as const),
    ...([
      ['Quyết định công nhận kết quả', 'recognisedOn'],
      ['Vốn đối ứng', 'otherMoney'],
    ] as const),
  ].map(([header, column]) => [header, column]);
  for (const [header, column] of meant) expect(columnMeant(header), header).toBe(column);
  const header = taskHeaderIn(
    ['TT', 'Tên nhiệm vụ', 'Cấp', 'Chủ nhiệm', 'Kinh phí (triệu đồng)', '', 'Hợp đồng', ''],
    ['', '', '', '', 'NSNN', 'Khác', 'Số', 'Ngày'],
  );
  expect(header?.rows).toBe(2);
  expect(Object.fromEntries(header?.columns ?? [])).toEqual({
    ...{ title: 1, level: 2, investigator: 3, stateMoney: 4, otherMoney: 5, contract: 6, contractedOn: 7 },
  });
  expect(header?.units.get('otherMoney')).toBe(1_000_000);
});
