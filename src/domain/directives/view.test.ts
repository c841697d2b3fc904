import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanQuery, monthsAround, turned, viewToQuery, weeksAround } from './view.ts';

test('the weeks around a month run from Monday to Sunday and hold the whole month', () => {
  expect(weeksAround('2026-11')).toEqual({ from: '2026-10-26', to: '2026-12-06' });
  fc.assert(
    fc.property(fc.integer({ min: 1995, max: 2099 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const at = `${year}-${String(month).padStart(2, '0')}`;
      const { from, to } = weeksAround(at);
      const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
      expect([first.dayOfWeek, last.dayOfWeek]).toEqual([1, 7]);
      expect((first.until(last).days + 1) % 7).toBe(0);
      expect(from <= `${at}-01` && to >= `${at}-28`).toBe(true);
    }),
  );
});

test('a timeline shows the month before and two after, also over a new year', () => {
  expect(monthsAround('2026-12')).toEqual({ from: '2026-11-01', to: '2027-02-28' });
  expect(turned('2026-12', 1)).toBe('2027-01');
});

test('a view is kept with its filter and nothing else; the usual view is not said', () => {
  expect(cleanQuery('view=board&state=overdue&open=1&cursor=x')).toBe('state=overdue&view=board');
  expect(viewToQuery({ q: 'nghiệm thu' }, { view: 'table', by: 'unit' }).toString()).toBe(
    new URLSearchParams({ q: 'nghiệm thu' }).toString(),
  );
  expect(() => cleanQuery('state=khong-co')).toThrow();
  expect(() => cleanQuery('view=calendar&at=2026-13')).toThrow();
});
