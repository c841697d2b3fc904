import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeCalendar } from '../calendar/calendar.ts';
import { Recurrence } from '../deadlines/deadline.ts';
import { wantedOccurrences } from './occurrences.ts';

const calendar = makeCalendar();
const wanted = (
  rule: { every: Recurrence[]; on?: string },
  more: { givenOn?: string; begun?: boolean; today?: string; horizonDays?: number } = {},
) =>
  wantedOccurrences(
    { rule, givenOn: '2020-01-01', begun: false, today: '2026-11-24', horizonDays: 45, ...more },
    calendar,
  );

describe('the days of a duty that belong in the register', () => {
  test('a monthly duty: the month that runs and all within 45 days', () => {
    expect(wanted({ every: ['month'], on: '5' })).toEqual(['2026-11-05', '2026-12-05', '2027-01-05']);
  });

  test('once begun, only from today on', () => {
    expect(wanted({ every: ['month'], on: '5' }, { begun: true })).toEqual(['2026-12-05', '2027-01-05']);
    expect(wanted({ every: ['month'], on: '24' }, { begun: true })[0]).toBe('2026-11-24');
  });

  test('none before the day it was given, also where that is still to come', () => {
    expect(wanted({ every: ['month'], on: '5' }, { givenOn: '2026-11-20' })[0]).toBe('2026-12-05');
    expect(wanted({ every: ['week'] }, { givenOn: '2026-12-01' })[0]).toBe('2026-12-04');
  });

  test('always the next one, however far', () => {
    expect(wanted({ every: ['year'], on: 'ngày 20 tháng 11' }, { begun: true })).toEqual(['2027-11-20']);
    expect(wanted({ every: ['quarter'] }, { today: '2026-10-01', begun: true })).toEqual(['2026-12-31']);
  });

  test('«hằng ngày» are working days, a swapped Saturday among them', () => {
    const days = wanted({ every: ['day'] }, { today: '2026-08-19', begun: true, horizonDays: 21 });
    expect(days).toContain('2026-08-22');
    expect(days).not.toContain('2026-08-29');
    expect(days).not.toContain('2026-08-31');
  });

  test('the days of tomorrow go on where those of today left off', () => {
    const rule = fc.record({
      every: fc.uniqueArray(fc.constantFrom(...Recurrence.options), { minLength: 1 }),
    });
    const first = Temporal.PlainDate.from('2025-01-01');
    fc.assert(
      fc.property(rule, fc.integer({ min: 0, max: 700 }), (every, offset) => {
        const today = first.add({ days: offset });
        const now = wanted(every, { today: today.toString(), begun: true });
        const then = wanted(every, { today: today.add({ days: 1 }).toString(), begun: true });
        expect(now.some((day) => day >= today.toString())).toBe(true);
        expect(now.filter((day) => day > today.toString()).every((day) => then.includes(day))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
