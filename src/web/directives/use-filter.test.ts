import { expect, test } from 'vitest';
import { filterOf, searchOf, searchWith, viewOf } from './use-filter.ts';

const unit = '0198c0de-0000-7000-8000-000000000001';

test('the address of a list gives its filter back', () => {
  const filter = {
    q: 'báo cáo',
    unit: [unit],
    state: ['overdue' as const, 'due-soon' as const],
    dueTo: '2026-11-30',
  };
  expect(filterOf(searchOf(filter))).toEqual(filter);
});

test('a filter is one address, whatever the order it was made in, and empty values are not in it', () => {
  expect(searchOf({ dueTo: '2026-11-30', q: 'a' })).toEqual(
    searchOf({ q: 'a', dueTo: '2026-11-30', state: [] }),
  );
});

test('what is no filter is left out and the rest still counts', () => {
  expect(filterOf({ q: 'kế hoạch', state: 'gone', dueFrom: 'mai', open: unit })).toEqual({ q: 'kế hoạch' });
});

test('the view stands beside the filter in the address; what is no view is the table', () => {
  const filter = { q: 'báo cáo' };
  const view = { view: 'calendar' as const, at: '2026-11' };
  const search = searchWith(filter, view);
  expect(filterOf(search)).toEqual(filter);
  expect(viewOf(search)).toEqual(view);
  expect(viewOf({ view: 'wheel', at: '2026-13' })).toEqual({});
});
