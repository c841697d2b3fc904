import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ruleFaults } from '../rules/rule.ts';
import { makeCalendar } from './calendar.ts';
import {
  civilCodeRules,
  dayOfPoint,
  daysOfBrokenTerm,
  endOfHours,
  endOfTerm,
  TermUnit,
} from './civil-code.ts';

const calendar = makeCalendar();
const on = (iso: string) => Temporal.PlainDate.from(iso);

describe('Civil Code article 147: the day of the event is not counted', () => {
  test.each([
    ['2026-11-02', 1, 'day', '2026-11-03'],
    ['2026-11-02', 3, 'working-day', '2026-11-05'],
    ['2026-11-23', 1, 'working-day', '2026-11-25'], // 24/11 is off
    ['2026-11-21', 1, 'working-day', '2026-11-23'], // from a Saturday
  ] as const)('%s + %d %s = %s', (event, amount, unit, end) => {
    expect(endOfTerm(on(event), { amount, unit }, calendar).toString()).toBe(end);
  });

  test('(1) hours run from the stated moment, over days off', () => {
    const moment = Temporal.PlainDateTime.from('2026-11-20T16:30');
    expect(endOfHours(moment, 24).toString()).toBe('2026-11-21T16:30:00');
    expect(endOfHours(moment, 0.5).toString()).toBe('2026-11-20T17:00:00');
  });
});

describe('Civil Code article 148: how a term ends', () => {
  test.each([
    // (2) days; (5) a day off moves to the next working day
    ['2026-11-02', 10, 'day', '2026-11-12'],
    ['2026-11-02', 5, 'day', '2026-11-09'], // Saturday 7/11
    ['2026-02-06', 10, 'day', '2026-02-23'], // Monday 16/2 is Tết
    ['2026-08-12', 10, 'day', '2026-08-22'], // Saturday 22/8 is worked
    // (3) weeks end with the same weekday
    ['2026-11-05', 2, 'week', '2026-11-19'],
    ['2026-11-10', 2, 'week', '2026-11-25'], // Tuesday 24/11 is off
    // (4) months end with the same day, or the last one
    ['2026-01-31', 1, 'month', '2026-03-02'], // 28/2 is a Saturday
    ['2024-01-31', 1, 'month', '2024-02-29'],
    ['2026-03-31', 3, 'month', '2026-06-30'],
    ['2026-08-15', 1, 'month', '2026-09-15'],
    // years end with the same day and month
    ['2024-02-29', 1, 'year', '2025-02-28'],
    ['2025-11-24', 1, 'year', '2026-11-25'], // 24/11 is off from 2026
    // article 146: half a year is six months, half a month 15 days
    ['2026-01-15', 1, 'half-year', '2026-07-15'],
    ['2026-11-03', 1, 'half-month', '2026-11-18'],
    ['2026-10-09', 1.5, 'month', '2026-11-25'], // 9/11 + 15 days = 24/11, off
    ['2026-01-15', 0.5, 'year', '2026-07-15'],
    ['2026-11-16', 24, 'hour', '2026-11-17'],
    ['2026-11-16', 25, 'hour', '2026-11-18'],
  ] as const)('%s + %d %s = %s', (event, amount, unit, end) => {
    expect(endOfTerm(on(event), { amount, unit }, calendar).toString()).toBe(end);
  });

  test('parts that have no meaning are refused in words', () => {
    const event = on('2026-01-05');
    expect(() => endOfTerm(event, { amount: 1.5, unit: 'working-day' }, calendar)).toThrow(/số nguyên/);
    expect(() => endOfTerm(event, { amount: 1.3, unit: 'month' }, calendar)).toThrow(/1.3 tháng/);
  });
});

describe('properties of terms', () => {
  const event = fc.integer({ min: 0, max: 15_000 }).map((days) => on('2005-01-01').add({ days }));
  const term = fc.record({
    amount: fc.integer({ min: 1, max: 40 }),
    unit: fc.constantFrom(...TermUnit.options),
  });

  test('never end on a day off, nor on the day of the event', () => {
    fc.assert(
      fc.property(event, term, (start, length) => {
        const end = endOfTerm(start, length, calendar);
        expect(calendar.isWorkingDay(end)).toBe(true);
        expect(Temporal.PlainDate.compare(start, end)).toBeLessThan(0);
      }),
    );
  });

  test('are monotone in start and length', () => {
    fc.assert(
      fc.property(event, fc.nat(40), term, (start, later, length) => {
        const end = endOfTerm(start, length, calendar);
        const fromLater = endOfTerm(start.add({ days: later }), length, calendar);
        const longer = endOfTerm(start, { ...length, amount: length.amount + 1 }, calendar);
        expect(Temporal.PlainDate.compare(end, fromLater)).toBeLessThanOrEqual(0);
        expect(Temporal.PlainDate.compare(end, longer)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('Civil Code article 146', () => {
  test.each([
    [1, 'year', 365],
    [1, 'half-year', 180],
    [2, 'month', 60],
    [1, 'half-month', 15],
    [3, 'week', 21],
    [25, 'hour', 2],
  ] as const)('(1) a broken term of %d %s has %d days', (amount, unit, days) => {
    expect(daysOfBrokenTerm({ amount, unit })).toBe(days);
  });

  test('working days have no fixed length', () => {
    expect(() => daysOfBrokenTerm({ amount: 1, unit: 'working-day' })).toThrow(RangeError);
  });

  test.each([
    ['start', 2, '2026-02-01'],
    ['middle', 2, '2026-02-15'],
    ['end', 2, '2026-02-28'],
    ['start', undefined, '2026-01-01'],
    ['middle', undefined, '2026-06-30'],
    ['end', undefined, '2026-12-31'],
  ] as const)('(2), (3) %s of month %s is %s', (point, month, day) => {
    expect(dayOfPoint({ point, year: 2026, month }).toString()).toBe(day);
  });
});

test('rules/calendar/civil-code.json holds in its cases', () => {
  expect(ruleFaults(civilCodeRules)).toEqual([]);
  const Case = z.union([
    z.object({ amount: z.number(), unit: TermUnit, days: z.int() }),
    z.object({
      point: z.enum(['start', 'middle', 'end']),
      year: z.int(),
      month: z.int().optional(),
      day: z.string(),
    }),
  ]);
  const cases = civilCodeRules.flatMap((rule) => rule.cases.map((one) => Case.parse(one)));
  expect(cases).toHaveLength(3);
  for (const one of cases) {
    if ('days' in one) expect(daysOfBrokenTerm(one)).toBe(one.days);
    else expect(dayOfPoint(one).toString()).toBe(one.day);
  }
});
