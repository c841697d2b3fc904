import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Recurrence } from '../deadlines/deadline.ts';
import { makeCalendar } from './calendar.ts';
import { occurrences, readOn } from './recurring.ts';

const calendar = makeCalendar();
const on = (iso: string) => Temporal.PlainDate.from(iso);
const days = (every: Recurrence[], words: string | undefined, from: string, to: string) =>
  occurrences({ every, on: words }, on(from), on(to), calendar).map(String);

describe('readOn', () => {
  test.each([
    ['15', { days: [{ day: 15 }] }],
    ['ngày 05 và ngày 20', { days: [{ day: 5 }, { day: 20 }] }],
    ['ngày 20 tháng 12', { days: [{ day: 20, month: 12 }] }],
    [
      '15/6 và 15/12',
      {
        days: [
          { day: 15, month: 6 },
          { day: 15, month: 12 },
        ],
      },
    ],
    ['15/6/2026', { days: [{ day: 15, month: 6 }] }],
    ['trước 16h30 ngày 25', { days: [{ day: 25 }] }],
    ['thứ Sáu', { weekdays: [5] }],
    ['thứ 2, thứ Năm', { weekdays: [1, 4] }],
    ['thứ tư'.normalize('NFD'), { weekdays: [3] }],
    ['T6', { weekdays: [5] }],
    ['Chủ nhật', { weekdays: [7] }],
    ['ngày cuối cùng của tháng', { point: 'end' }],
    ['đầu tháng', { point: 'start' }],
    ['giữa tháng', { point: 'middle' }],
    ['ngày 15 tháng thứ hai của quý', null],
    ['ngày 40', null],
    ['sau khi họp', null],
  ])('%s', (words, read) => {
    expect(readOn(words)).toEqual(read);
  });
});

describe('occurrences', () => {
  test.each<[Recurrence[], string | undefined, string, string, string[]]>([
    [['day'], undefined, '2026-11-20', '2026-11-25', ['2026-11-20', '2026-11-23', '2026-11-25']],
    [['week'], undefined, '2026-11-02', '2026-11-15', ['2026-11-06', '2026-11-13']],
    [['week'], 'thứ Hai, thứ Năm', '2026-11-03', '2026-11-09', ['2026-11-05', '2026-11-09']],
    [['month'], 'ngày 25', '2026-10-26', '2026-12-31', ['2026-11-25', '2026-12-25']],
    [['month'], '31', '2026-01-15', '2026-03-31', ['2026-01-31', '2026-02-28', '2026-03-31']],
    [['month'], undefined, '2028-02-01', '2028-02-29', ['2028-02-29']],
    [['month'], 'thứ Sáu', '2026-11-01', '2026-11-30', ['2026-11-27']],
    [['month'], 'giữa tháng', '2026-11-01', '2026-11-30', ['2026-11-15']],
    [
      ['quarter'],
      undefined,
      '2026-01-01',
      '2026-12-31',
      ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'],
    ],
    [['quarter'], 'ngày 15', '2026-02-20', '2026-06-30', ['2026-03-15', '2026-06-15']],
    [['quarter'], 'giữa quý', '2026-01-01', '2026-03-31', ['2026-02-15']],
    [['half'], '15/6 và 15/12', '2026-01-01', '2026-12-31', ['2026-06-15', '2026-12-15']],
    [['year'], 'ngày 30 tháng 11', '2025-12-01', '2027-12-31', ['2026-11-30', '2027-11-30']],
    [['year'], 'giữa năm', '2026-01-01', '2026-12-31', ['2026-06-30']],
    [['month', 'quarter'], undefined, '2026-03-01', '2026-04-30', ['2026-03-31', '2026-04-30']],
    [['month'], undefined, '2026-03-01', '2026-03-30', []],
  ])('%s «%s» from %s to %s', (every, words, from, to, expected) => {
    expect(days(every, words, from, to)).toEqual(expected);
  });

  test('of two adjoining ranges are those of the whole', () => {
    const kinds = fc.subarray([...Recurrence.options], { minLength: 1 });
    const words = fc.constantFrom(undefined, '15', '31', 'thứ Sáu', 'cuối', '20/12');
    fc.assert(
      fc.property(kinds, words, fc.nat(2000), fc.nat(300), fc.nat(300), (every, said, offset, a, b) => {
        const from = on('2020-01-01').add({ days: offset });
        const middle = from.add({ days: a });
        const to = middle.add({ days: 1 + b });
        const between = (first: Temporal.PlainDate, last: Temporal.PlainDate) =>
          occurrences({ every, on: said }, first, last, calendar).map(String);
        const parts = [...between(from, middle), ...between(middle.add({ days: 1 }), to)];
        expect(parts).toEqual(between(from, to));
      }),
      { numRuns: 60 },
    );
  });
});
