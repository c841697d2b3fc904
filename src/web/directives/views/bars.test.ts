import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barOf } from './bars.ts';

const days = { from: '2026-11-01', to: '2026-11-10' };
const row = { givenOn: '2026-11-02', dueDay: '2026-11-05', firstDueDay: '2026-11-05', closedOn: null };

test('a bar covers the day given and the last day in time, both whole', () => {
  expect(barOf(row, days)).toEqual({ left: 10, width: 40, first: null });
});

test('an extended one runs on and keeps the mark of its first deadline', () => {
  expect(barOf({ ...row, dueDay: '2026-11-08' }, days)).toEqual({ left: 10, width: 70, first: 50 });
});

test('without a deadline it is the day it was given; outside the days it is not drawn', () => {
  expect(barOf({ ...row, dueDay: null, firstDueDay: null }, days)).toEqual({
    left: 10,
    width: 10,
    first: null,
  });
  expect(barOf({ ...row, givenOn: '2026-10-01', dueDay: '2026-10-31', firstDueDay: null }, days)).toBeNull();
});

test('a bar never leaves its track', () => {
  const day = fc
    .integer({ min: -400, max: 400 })
    .map((add) => Temporal.PlainDate.from('2026-11-05').add({ days: add }).toString());
  fc.assert(
    fc.property(day, fc.option(day), fc.option(day), (givenOn, dueDay, firstDueDay) => {
      const bar = barOf({ givenOn, dueDay, firstDueDay, closedOn: null }, days);
      if (bar === null) return;
      expect(bar.left).toBeGreaterThanOrEqual(0);
      expect(bar.width).toBeGreaterThan(0);
      expect(bar.left + bar.width).toBeLessThanOrEqual(100.0001);
    }),
  );
});
