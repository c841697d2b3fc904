import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Rule, ruleFaults } from '../rules/rule.ts';
import {
  PeriodKind,
  periodContaining,
  periodSaid,
  periodWords,
  reportingRules,
  windowOf,
} from './periods.ts';

const on = (iso: string) => Temporal.PlainDate.from(iso);
const Case = z.object({ year: z.int(), n: z.int(), from: z.string(), to: z.string() });

describe('decree 09/2019 article 12', () => {
  const cases = reportingRules.flatMap((rule) =>
    rule.cases.map((one) => ({
      ...Case.parse(one),
      id: rule.id,
      kind: PeriodKind.parse(rule.topic.replace('reporting-window.', '')),
    })),
  );

  test('has a case for every kind and no gap', () => {
    expect(new Set(cases.map(({ kind }) => kind)).size).toBe(PeriodKind.options.length);
    expect(ruleFaults(reportingRules)).toEqual([]);
  });

  test.each(cases)('$kind $n of $year: $from – $to', ({ id, kind, year, n, from, to }) => {
    const window = windowOf({ kind, year, n });
    expect([`${window.from}`, `${window.to}`, window.ruleId]).toEqual([from, to, id]);
  });

  test('knows which windows are settings', () => {
    expect(windowOf({ kind: 'nine-months', year: 2026, n: 1 }).setting).toBe(true);
    expect(windowOf({ kind: 'quarter', year: 2026, n: 3 }).setting).toBe(false);
    const dates = { kind: 'dates', from: on('2026-03-01'), to: on('2026-03-31') } as const;
    expect(windowOf(dates)).toMatchObject({ from: dates.from, to: dates.to, setting: true });
  });

  test('refuses what does not exist', () => {
    expect(() => windowOf({ kind: 'quarter', year: 2026, n: 5 })).toThrow(RangeError);
    expect(() => windowOf({ kind: 'year', year: 2017, n: 1 })).toThrow(/09\/2019/);
    expect(() => windowOf({ kind: 'dates', from: on('2026-03-02'), to: on('2026-03-01') })).toThrow(/trước/);
  });
});

describe('periodContaining', () => {
  test.each([
    ['2025-12-14', 'month', 'tháng 12 năm 2025'],
    ['2025-12-15', 'month', 'tháng 1 năm 2026'],
    ['2025-12-31', 'year', 'năm 2026'],
    ['2026-06-14', 'quarter', 'quý II năm 2026'],
    ['2026-06-15', 'half', '6 tháng cuối năm 2026'],
    ['2026-09-14', 'nine-months', '9 tháng năm 2026'],
  ] as const)('%s in a %s: %s', (day, kind, words) => {
    const period = periodContaining(on(day), kind);
    expect(period && periodWords(period)).toBe(words);
  });

  test('no nine months hold the last quarter', () => {
    expect(periodContaining(on('2026-09-15'), 'nine-months')).toBeNull();
  });

  test('windows follow one another without gap or overlap, and hold their days', () => {
    const day = fc.nat(8000).map((days) => on('2020-01-01').add({ days }));
    fc.assert(
      fc.property(day, fc.constantFrom(...PeriodKind.options), (any, kind) => {
        const period = periodContaining(any, kind);
        if (!period) return;
        const { from, to } = windowOf(period);
        expect(Temporal.PlainDate.compare(from, any)).toBeLessThanOrEqual(0);
        expect(Temporal.PlainDate.compare(any, to)).toBeLessThanOrEqual(0);
        const next = periodContaining(to.add({ days: 1 }), kind);
        if (next) expect(windowOf(next).from).toEqual(to.add({ days: 1 }));
      }),
    );
  });
});

test("an agency's own setting goes before the default", () => {
  const own = Rule.parse({
    ...reportingRules.find((rule) => rule.id === 'report.nine-months.default'),
    id: 'report.nine-months.own',
    agency: 'so-khcn',
    value: { closingDay: 31 },
  });
  const scope = { rules: [...reportingRules, own], agency: 'so-khcn' };
  const window = windowOf({ kind: 'nine-months', year: 2026, n: 1 }, scope);
  expect([`${window.from}`, `${window.to}`]).toEqual(['2026-01-01', '2026-09-30']);
  expect(periodContaining(on('2026-09-30'), 'nine-months', scope)).toMatchObject({ year: 2026 });
});

test.each([
  ['Kết quả thực hiện nhiệm vụ 6 tháng đầu năm 2026', { kind: 'half', year: 2026, n: 1 }],
  ['kết quả công tác 06 tháng cuối năm 2025', { kind: 'half', year: 2025, n: 2 }],
  ['9 tháng đầu năm 2022', { kind: 'nine-months', year: 2022, n: 1 }],
  ['công tác quý III năm 2026', { kind: 'quarter', year: 2026, n: 3 }],
  ['quý 4/2026', { kind: 'quarter', year: 2026, n: 4 }],
  ['tháng 11 năm 2026', { kind: 'month', year: 2026, n: 11 }],
  ['Tổng kết năm 2026 và phương hướng', { kind: 'year', year: 2026, n: 1 }],
  ['tháng 13 năm 2026', null],
  ['6 tháng đầu năm', null],
  ['Chương trình 2026', null],
])('«%s» names its period', (words, period) => {
  expect(periodSaid(words)).toEqual(period);
});
