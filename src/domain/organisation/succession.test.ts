import { describe, expect, test } from 'vitest';
import { successorsOf } from './succession.ts';

const facts = {
  closings: [
    { unitId: 'a', closedOn: '2024-01-01' },
    { unitId: 'b', closedOn: '2025-01-01' },
    { unitId: 'x', closedOn: '2025-01-01' },
  ],
  lines: [
    { fromUnitId: 'a', toUnitId: 'b', on: '2024-01-01' },
    { fromUnitId: 'b', toUnitId: 'c', on: '2025-01-01' },
    { fromUnitId: 'b', toUnitId: 'd', on: '2025-01-01' },
    { fromUnitId: 'c', toUnitId: 'e', on: '2025-06-01' },
    { fromUnitId: 'x', toUnitId: 'x', on: '2025-01-01' },
  ],
};

describe('what a unit has become', () => {
  test.each([
    ['a', '2023-12-31', [], []],
    ['a', '2024-01-01', ['b'], []],
    ['a', '2025-01-01', ['c', 'd'], ['b']],
    ['b', '2025-01-01', ['c', 'd'], []],
    // What was split off a unit that still stands is another's.
    ['c', '2026-01-01', [], []],
    ['x', '2026-01-01', [], []],
    ['nobody', '2026-01-01', [], []],
  ])('%s on %s', (unit, day, standing, between) => {
    expect(successorsOf(facts, unit, day)).toEqual({ standing, between });
  });
});
