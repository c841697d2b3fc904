import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asHeading, counted, readDay, showDay } from './format.ts';

test('days as people write them', () => {
  expect(readDay('15/11/2026')).toBe('2026-11-15');
  expect(readDay(' 5-1-2026 ')).toBe('2026-01-05');
  expect(readDay('2026-11-15')).toBe('2026-11-15');
  expect(readDay('30/2/2026')).toBeNull();
  expect(readDay('mai')).toBeNull();
});

test('a day shown is read back', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
      (date) => {
        const iso = date.toISOString().slice(0, 10);
        expect(readDay(showDay(iso))).toBe(iso);
      },
    ),
  );
});

test('a subject begins with a capital of its own letter', () => {
  expect(asHeading('đẩy nhanh tiến độ')).toBe('Đẩy nhanh tiến độ');
  expect(asHeading('')).toBe('');
});

test('one is not many', () => {
  expect([counted(1, 'directive'), counted('1', 'try', 'tries')]).toEqual(['1 directive', '1 try']);
  expect([counted(0, 'directive'), counted('1,234', 'try', 'tries')]).toEqual([
    '0 directives',
    '1,234 tries',
  ]);
});
