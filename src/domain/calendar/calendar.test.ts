import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ruleFaults } from '../rules/rule.ts';
import { makeCalendar } from './calendar.ts';
import { calendarLaw, isWeeklyRest, lawfulDaysOff } from './law-of-year.ts';
import { OfficialYear } from './official-year.ts';
import { publishedYears } from './published-years.ts';

const calendar = makeCalendar();
const on = (iso: string) => Temporal.PlainDate.from(iso);

/** Days of 1996–2060, computed and published years alike. */
const anyDay = fc.integer({ min: 0, max: 23_700 }).map((days) => on('1996-01-01').add({ days }));

describe('days of the published years', () => {
  test.each([
    ['2026-01-02', false, 'swapped-off bridge'],
    ['2026-01-10', true, 'Saturday worked for it'],
    ['2026-08-22', true, 'Saturday worked for 31/8'],
    ['2026-08-31', false, 'swapped off'],
    ['2026-02-20', false, 'fifth day of Tết'],
    ['2026-02-23', true, 'first Monday after Tết'],
    ['2026-04-27', false, 'Giỗ Tổ on a Sunday, made up (article 111(3))'],
    ['2026-11-24', false, 'Ngày Văn hóa, NQ 28/2026/QH16'],
    ['2025-11-24', true, 'before NQ 28/2026/QH16'],
    ['2023-09-04', false, '2/9 on a Saturday, made up'],
    ['2020-09-03', true, '2/9 is one day until 2020'],
    ['2021-09-03', false, '2/9 is two days from 2021'],
    ['2025-01-27', false, 'Tết block of 2025 is 27–31/1'],
    ['2024-05-04', true, 'Saturday worked for 29/4'],
    ['2018-12-31', false, 'swapped with 5/1/2019'],
    ['2019-01-05', true, 'Saturday worked for 31/12/2018'],
    ['2026-11-21', false, 'Saturday'],
  ])('%s working: %s (%s)', (iso, working) => {
    expect(calendar.isWorkingDay(on(iso))).toBe(working);
  });

  test('are 2014–2027, each day of them off or worked as its file says', () => {
    expect(publishedYears().map(({ year }) => year)).toEqual(Array.from({ length: 14 }, (_, i) => 2014 + i));
    for (const { off, swappedWorkdays } of publishedYears()) {
      expect(off.filter((day) => calendar.isWorkingDay(on(day)))).toEqual([]);
      expect(off.filter((day) => isWeeklyRest(on(day)))).toEqual([]);
      expect(swappedWorkdays.filter((day) => !calendar.isWorkingDay(on(day)))).toEqual([]);
    }
  });

  test('are what the law of the year gives, but for the swapped-off days', () => {
    const swappedOff = publishedYears()
      .filter(({ year }) => year <= 2026)
      .flatMap(({ year, off }) => {
        const lawful = lawfulWeekdays(year);
        expect(lawful.filter((day) => !off.includes(day))).toEqual([]);
        return off.filter((day) => !lawful.includes(day));
      });
    const workedInstead = publishedYears().flatMap(({ swappedWorkdays }) => swappedWorkdays);
    expect(swappedOff).toHaveLength(workedInstead.length);
    expect(swappedOff).toContain('2025-05-02');
  });

  test('are provisional only where the list is an estimate', () => {
    const provisional = publishedYears()
      .filter(({ year }) => calendar.provisional(year))
      .map(({ year }) => year);
    expect(provisional).toEqual([2014, 2027]);
    expect(calendar.provisional(2028)).toBe(true);
    expect(calendar.provisional(2026)).toBe(false);
  });
});

function lawfulWeekdays(year: number): string[] {
  return lawfulDaysOff(year)
    .filter(({ day }) => !isWeeklyRest(day))
    .map(({ day }) => day.toString());
}

describe('computed years', () => {
  test('2013 and earlier have no second day at 2/9, and a Tết of four days', () => {
    expect(lawfulWeekdays(2012)).toEqual([
      '2012-01-02', // 1/1 on a Sunday
      '2012-01-23', // Tết from Sunday 22/1, the Sunday made up
      '2012-01-24',
      '2012-01-25',
      '2012-01-26',
      '2012-04-02', // Giỗ Tổ on Saturday 31/3
      '2012-04-30',
      '2012-05-01',
      '2012-09-03', // 2/9 on a Sunday
    ]);
  });

  test('2028: every holiday of the Labour Code and 24/11', () => {
    const names = new Set(lawfulDaysOff(2028).map(({ words }) => words.replace('Nghỉ bù ', '')));
    expect(names.size).toBe(7);
    expect(calendar.isWorkingDay(on('2028-11-24'))).toBe(false);
    expect(calendar.isWorkingDay(on('2028-05-02'))).toBe(false); // 30/4 on a Sunday; 1/5 is itself a holiday
  });

  test('24/11 on a rest day is not made up', () => {
    expect(on('2029-11-24').dayOfWeek).toBe(6);
    expect(calendar.isWorkingDay(on('2029-11-26'))).toBe(true);
  });

  test('before 2/10/1999 only Sunday was the weekly rest', () => {
    expect(calendar.isWorkingDay(on('1999-09-25'))).toBe(true);
    expect(calendar.isWorkingDay(on('1999-10-09'))).toBe(false);
  });
});

describe('imported years', () => {
  const imported = OfficialYear.parse({
    year: 2027,
    decision: 'Thông báo 01/TB-BNV',
    off: ['2027-02-04', '2027-09-03'],
    swappedWorkdays: ['2027-02-13'],
  });
  const after = makeCalendar({ years: [imported] });

  test('go before the published ones and are not provisional', () => {
    expect(after.provisional(2027)).toBe(false);
    expect(after.isWorkingDay(on('2027-02-04'))).toBe(false);
    expect(after.isWorkingDay(on('2027-02-11'))).toBe(true);
    expect(after.isWorkingDay(on('2027-02-13'))).toBe(true);
    expect(after.isWorkingDay(on('2026-11-24'))).toBe(false);
  });
});

describe('explain', () => {
  test.each([
    ['2026-11-24', /^Thứ Ba 24\/11\/2026 nghỉ: Ngày Văn hóa Việt Nam.*28\/2026\/QH16.*độ tin cậy cao/],
    ['2026-08-31', /hoán đổi.*9441\/TB-BNV/],
    ['2026-08-22', /làm việc: làm bù/],
    ['2026-04-27', /Nghỉ bù Giỗ Tổ Hùng Vương.*Điều 111 khoản 3/],
    ['2026-04-26', /Giỗ Tổ Hùng Vương, nghỉ hằng tuần/],
    ['2026-11-25', /ngày làm việc bình thường/],
    ['2027-02-11', /Nghỉ Tết Nguyên đán.*ước tính/],
    ['2030-09-02', /Quốc khánh.*Tính theo luật của năm/],
  ])('%s: %s', (iso, words) => {
    expect(calendar.explain(on(iso)).words).toMatch(words);
  });

  test('says whether the day may still move', () => {
    expect(calendar.explain(on('2030-03-01'))).toMatchObject({ working: true, provisional: true });
  });
});

describe('counting working days', () => {
  test.each([
    ['2026-11-20', 1, '2026-11-23'],
    ['2026-11-20', 2, '2026-11-25'], // 24/11 off
    ['2026-12-31', 1, '2027-01-04'], // over New Year
    ['2026-01-09', 1, '2026-01-10'], // a worked Saturday counts
    ['2026-02-13', 5, '2026-02-27'], // over Tết
    ['2026-11-22', -1, '2026-11-20'],
    ['2026-11-22', 0, '2026-11-22'],
  ])('%s + %i = %s', (from, n, to) => {
    expect(calendar.addWorkingDays(on(from), n).toString()).toBe(to);
  });

  test('2026 has 249 working days', () => {
    // 365 days, 104 of them Saturday or Sunday, 14 more off, 2 Saturdays worked.
    expect(calendar.workingDaysBetween(on('2025-12-31'), on('2026-12-31'))).toBe(365 - 104 - 14 + 2);
    expect(calendar.year(2026).workingDays).toHaveLength(249);
  });

  test('counts whole days only', () => {
    expect(() => calendar.addWorkingDays(on('2026-01-01'), 1.5)).toThrow(RangeError);
  });
});

describe('properties', () => {
  const steps = fc.integer({ min: -600, max: 600 });

  test('adding never ends on a day off, and walks one working day at a time', () => {
    fc.assert(
      fc.property(anyDay, steps, (day, n) => {
        const end = calendar.addWorkingDays(day, n);
        if (n !== 0) expect(calendar.isWorkingDay(end)).toBe(true);
        if (n > 0) expect(calendar.previousWorkingDay(calendar.addWorkingDays(day, n + 1))).toEqual(end);
      }),
    );
  });

  test('counting is the inverse of adding', () => {
    fc.assert(
      fc.property(anyDay, steps, (day, n) => {
        expect(calendar.workingDaysBetween(day, calendar.addWorkingDays(day, n))).toBe(n);
      }),
    );
  });

  test('adding is the inverse of counting between working days', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const end = calendar.rollForward(b);
        const n = calendar.workingDaysBetween(a, end);
        // From a day off, its own next working day is 1 and the one before is -1: nothing is counted twice.
        if (n !== 0) expect(calendar.addWorkingDays(a, n)).toEqual(end);
        else expect(a).toEqual(end);
      }),
    );
  });

  test('is monotone in the start and strictly in the number', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(60), steps, (day, later, n) => {
        const compare = Temporal.PlainDate.compare;
        const end = calendar.addWorkingDays(day, n);
        expect(compare(end, calendar.addWorkingDays(day.add({ days: later }), n))).toBeLessThanOrEqual(0);
        expect(compare(end, calendar.addWorkingDays(day, n + 1))).toBeLessThan(0);
      }),
    );
  });

  test('counting agrees with looking at every day', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(400), (a, days) => {
        const each = Array.from({ length: days }, (_, index) => a.add({ days: index + 1 }));
        const worked = each.filter((day) => calendar.isWorkingDay(day)).length;
        expect(calendar.workingDaysBetween(a, a.add({ days }))).toBe(worked);
      }),
      { numRuns: 50 },
    );
  });
});

describe('rules/calendar/law.json', () => {
  test('has no gap or overlap', () => {
    expect(ruleFaults(calendarLaw)).toEqual([]);
  });

  test.each(calendarLaw.map((rule) => [rule.id, rule.cases] as const))(
    '%s holds in its cases',
    (_, cases) => {
      expect(cases.length).toBeGreaterThan(0);
      for (const { day, off } of cases) {
        expect(calendar.isWorkingDay(on(z.string().parse(day)))).toBe(!off);
      }
    },
  );
});
