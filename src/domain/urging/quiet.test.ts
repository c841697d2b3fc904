import { expect, test } from 'vitest';
import { makeCalendar } from '../calendar/calendar.ts';
import { isFirstOfWeek, mayPost } from './quiet.ts';

const calendar = makeCalendar();
const night = { from: 18, until: 7 };

test.each([
  ['2026-08-21T06:59', night, false],
  ['2026-08-21T07:00', night, true],
  ['2026-08-21T17:59', night, true],
  ['2026-08-21T18:00', night, false],
  // A Saturday that is worked, the Monday off in exchange, a Sunday.
  ['2026-08-22T09:00', night, true],
  ['2026-08-31T09:00', night, false],
  ['2026-08-23T09:00', night, false],
  ['2026-08-21T12:30', { from: 12, until: 13 }, false],
  ['2026-08-21T23:00', { from: 12, until: 13 }, true],
  ['2026-08-21T03:00', { from: 0, until: 0 }, true],
])('%s with %j: %s', (at, quiet, may) => {
  expect(mayPost(Temporal.PlainDateTime.from(at), quiet, calendar)).toBe(may);
});

test.each([
  ['2026-08-17', true],
  ['2026-08-18', false],
  ['2026-08-31', false],
  ['2026-09-03', true],
  ['2026-09-04', false],
])('%s begins the working week: %s', (day, first) => {
  expect(isFirstOfWeek(Temporal.PlainDate.from(day), calendar)).toBe(first);
});
