import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { solarDayOf, tetOf } from './lunar.ts';

/** Tết and 10/3 lunar by the Vietnamese calendar (UTC+7); 1985, 2007 and 2030 part from the Chinese one. */
const frozen: [number, string, string][] = [
  [1985, '1985-01-21', '1985-04-29'],
  [2000, '2000-02-05', '2000-04-14'],
  [2007, '2007-02-17', '2007-04-26'],
  [2014, '2014-01-31', '2014-04-09'],
  [2020, '2020-01-25', '2020-04-02'],
  [2023, '2023-01-22', '2023-04-29'],
  [2025, '2025-01-29', '2025-04-07'],
  [2026, '2026-02-17', '2026-04-26'],
  [2027, '2027-02-06', '2027-04-16'],
  [2030, '2030-02-02', '2030-04-12'],
  [2050, '2050-01-23', '2050-04-01'],
];

describe('lunar calendar', () => {
  test.each(frozen)('%i: Tết %s, Giỗ Tổ %s', (year, tet, hungKings) => {
    expect(tetOf(year).toString()).toBe(tet);
    expect(solarDayOf(year, 3, 10).toString()).toBe(hungKings);
  });

  test('agrees with the frozen table of 2000–2050 where that is at hand', () => {
    const path = new URL('../../../../shared/facts/lunar.json', import.meta.url);
    if (!existsSync(path)) {
      process.stderr.write(
        'Left out: Tết and Giỗ Tổ 2000–2050 against ../shared/facts/lunar.json (absent)\n',
      );
      return;
    }
    const table = z
      .record(z.string(), z.object({ tet: z.string(), hungKings: z.string() }))
      .parse(JSON.parse(readFileSync(path, 'utf8')));
    const computed = Object.keys(table).map((year) => [
      year,
      { tet: `${tetOf(Number(year))}`, hungKings: `${solarDayOf(Number(year), 3, 10)}` },
    ]);
    expect(computed).toHaveLength(51);
    expect(Object.fromEntries(computed)).toEqual(table);
  });

  test('has no data beyond 2199', () => {
    expect(() => tetOf(2200)).toThrow(RangeError);
  });
});
