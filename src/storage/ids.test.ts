import { expect, it } from 'vitest';
import { isUuid, uuidv7 } from './ids.ts';

it('makes distinct ids of version 7 that sort in the order of their making', () => {
  const ids = Array.from({ length: 20_000 }, uuidv7);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual([...ids].sort((a, b) => (a < b ? -1 : 1)));
  for (const id of ids.slice(0, 100))
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

it('carries the moment it was made', () => {
  const before = Date.now();
  const made = Number.parseInt(uuidv7().replaceAll('-', '').slice(0, 12), 16);
  // Ids made faster than 4096 a millisecond borrow from the next one.
  expect(made).toBeGreaterThanOrEqual(before);
  expect(made).toBeLessThan(before + 1000);
});

it('tells ids from other text', () => {
  expect(isUuid(uuidv7())).toBe(true);
  expect(isUuid("x'}'; drop table agency")).toBe(false);
  expect(isUuid(`${uuidv7()}}`)).toBe(false);
});
