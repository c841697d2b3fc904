import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Bound } from '../deadlines/deadline.ts';
import { makeCalendar } from './calendar.ts';
import { lastDayInTime, lateness } from './due.ts';

const calendar = makeCalendar();
const on = (iso: string) => Temporal.PlainDate.from(iso);

describe('lastDayInTime', () => {
  test.each([
    ['by', '2026-11-20', '2026-11-20'],
    ['by', '2026-11-22', '2026-11-23'], // Sunday
    ['on', '2026-11-24', '2026-11-25'], // Ngày Văn hóa
    ['in', '2026-10-31', '2026-11-02'], // «trong tháng 10», Saturday
    ['before', '2026-11-20', '2026-11-19'],
    ['before', '2026-11-23', '2026-11-20'], // Monday: Friday is the last working day before
    ['before', '2026-11-25', '2026-11-23'],
    ['from', '2026-11-20', undefined],
    ['by', 'XXXX-11-05', undefined],
  ] as const)('%s %s: %s', (bound, due, last) => {
    expect(lastDayInTime({ due, bound }, calendar)?.toString()).toBe(last);
  });

  test('follows the settings of the agency', () => {
    const settings = { rollForward: false, beforeEndsOnWorkingDay: false };
    expect(lastDayInTime({ due: '2026-11-22', bound: 'by' }, calendar, settings)).toEqual(on('2026-11-22'));
    expect(lastDayInTime({ due: '2026-11-23', bound: 'before' }, calendar, settings)).toEqual(
      on('2026-11-22'),
    );
  });

  test('is a working day, and «trước» ends before D', () => {
    fc.assert(
      fc.property(fc.nat(12_000), fc.constantFrom(...Bound.exclude(['from']).options), (days, bound) => {
        const due = on('2008-01-01').add({ days });
        const last = lastDayInTime({ due: due.toString(), bound }, calendar);
        expect(last && calendar.isWorkingDay(last)).toBe(true);
        if (last && bound === 'before') expect(Temporal.PlainDate.compare(last, due)).toBeLessThan(0);
      }),
    );
  });
});

describe('lateness', () => {
  test.each([
    ['2026-11-20', '2026-11-17', 'còn 3 ngày làm việc', 'xong trước hạn 3 ngày làm việc', false, -3],
    ['2026-11-20', '2026-11-20', 'đến hạn hôm nay', 'xong đúng ngày đến hạn', false, 0],
    ['2026-11-20', '2026-11-25', 'muộn 2 ngày làm việc', 'xong muộn 2 ngày làm việc', true, 2],
    [
      '2026-11-20',
      '2026-11-21',
      'muộn chưa đến 1 ngày làm việc',
      'xong muộn chưa đến 1 ngày làm việc',
      true,
      0,
    ],
    ['2026-11-23', '2026-11-21', 'còn 1 ngày làm việc', 'xong trước hạn 1 ngày làm việc', false, -1],
  ])('due %s, on %s: %s', (due, day, words, doneWords, late, workingDays) => {
    const when = due === day ? 'on' : late ? 'after' : 'before';
    expect(lateness(due, day, calendar)).toEqual({ when, late, workingDays, words, doneWords });
  });
});
