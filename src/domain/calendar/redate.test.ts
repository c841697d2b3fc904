import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeCalendar } from './calendar.ts';
import { endOfTerm } from './civil-code.ts';
import { OfficialYear } from './official-year.ts';
import { clockEnd } from './pauses.ts';
import { redate } from './redate.ts';

const calendar = makeCalendar();
const on = (iso: string) => Temporal.PlainDate.from(iso);
const pause = (from: string, to?: string) => ({ from: on(from), to: to === undefined ? undefined : on(to) });

describe('clockEnd', () => {
  const workingDays = { amount: 5, unit: 'working-day' } as const;

  test.each([
    ['without a pause', [], '2026-11-09'],
    ['a pause of three working days', [pause('2026-11-04', '2026-11-06')], '2026-11-12'],
    ['a pause over a weekend', [pause('2026-11-06', '2026-11-09')], '2026-11-11'],
    [
      'pauses that overlap are not counted twice',
      [pause('2026-11-04', '2026-11-05'), pause('2026-11-05', '2026-11-06')],
      '2026-11-12',
    ],
    ['a pause after the end', [pause('2026-11-10', '2026-11-20')], '2026-11-09'],
    ['a pause before the start', [pause('2026-10-01', '2026-11-02')], '2026-11-09'],
    [
      'a second pause that only the first lets matter',
      [pause('2026-11-04', '2026-11-06'), pause('2026-11-12', '2026-11-12')],
      '2026-11-13',
    ],
  ])('5 working days from 2/11/2026, %s', (_, pauses, end) => {
    expect(clockEnd(on('2026-11-02'), workingDays, pauses, calendar)?.toString()).toBe(end);
  });

  test('stands while a pause has no end', () => {
    expect(clockEnd(on('2026-11-02'), workingDays, [pause('2026-11-05')], calendar)).toBeNull();
    const overlapping = [pause('2026-11-04', '2026-11-06'), pause('2026-11-05')];
    expect(clockEnd(on('2026-11-02'), workingDays, overlapping, calendar)).toBeNull();
  });

  test('days end on a working day that is not paused', () => {
    const days = { amount: 4, unit: 'day' } as const;
    // 3, 4, (5 paused), 6, 7 is Saturday: rolls to Monday 9, paused to the 10th.
    const pauses = [pause('2026-11-05', '2026-11-05'), pause('2026-11-09', '2026-11-10')];
    expect(clockEnd(on('2026-11-02'), days, pauses, calendar)?.toString()).toBe('2026-11-11');
  });

  test('a month that a pause breaks has 30 days (article 146(1))', () => {
    const month = { amount: 1, unit: 'month' } as const;
    expect(clockEnd(on('2026-10-01'), month, [], calendar)?.toString()).toBe('2026-11-02'); // 1/11 is a Sunday
    // 30 days from 2/10 end on 31/10; two paused days make it 2/11.
    const paused = clockEnd(on('2026-10-01'), month, [pause('2026-10-10', '2026-10-11')], calendar);
    expect(paused?.toString()).toBe('2026-11-02');
  });

  test('a pause never makes a term of working days shorter', () => {
    const start = on('2026-03-02');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(90), fc.nat(30), (amount, offset, length) => {
        const term = { amount, unit: 'working-day' } as const;
        const from = start.add({ days: offset });
        const end = clockEnd(start, term, [{ from, to: from.add({ days: length }) }], calendar);
        expect(end && calendar.isWorkingDay(end)).toBe(true);
        expect(end && Temporal.PlainDate.compare(endOfTerm(start, term, calendar), end)).toBeLessThanOrEqual(
          0,
        );
      }),
    );
  });
});

describe('redate', () => {
  const after = makeCalendar({
    years: [
      OfficialYear.parse({
        year: 2027,
        decision: 'Thông báo giả định',
        off: ['2027-01-01', '2027-02-04', '2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10'],
      }),
    ],
  });

  test('says which open clocks move, from which day to which', () => {
    const moved = redate(
      [
        { id: 'rolled', due: '2027-02-04', bound: 'by' },
        { id: 'before', due: '2027-02-12', bound: 'before' },
        { id: 'same', due: '2027-03-01', bound: 'by' },
        { id: 'no-end', due: '2027-02-04', bound: 'from' },
        { id: 'term', start: on('2027-02-03'), term: { amount: 1, unit: 'working-day' } },
        { id: 'both-ways', start: on('2027-02-03'), term: { amount: 2, unit: 'working-day' } },
        {
          id: 'stands',
          start: on('2027-02-01'),
          term: { amount: 9, unit: 'day' },
          pauses: [pause('2027-02-02')],
        },
      ],
      calendar,
      after,
    );
    expect(moved.map(({ id, from, to }) => `${id}: ${from} → ${to}`)).toEqual([
      'rolled: 2027-02-04 → 2027-02-11',
      'before: 2027-02-04 → 2027-02-11',
      'term: 2027-02-04 → 2027-02-11',
    ]);
  });

  test('moves nothing when the list says what was expected', () => {
    const clocks = [{ id: 'a', due: '2026-11-24', bound: 'by' as const }];
    expect(redate(clocks, calendar, makeCalendar())).toEqual([]);
  });
});
