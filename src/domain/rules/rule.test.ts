import { describe, expect, test } from 'vitest';
import { inForce, Rule, ruleFaults } from './rule.ts';

const rule = (part: Partial<Rule>): Rule =>
  Rule.parse({
    id: 'a.1',
    topic: 'a',
    from: '2020-01-01',
    value: 1,
    unit: 'day',
    basis: { text: 'Nghị định', article: 'Điều 1' },
    confidence: 'text',
    cases: [],
    ...part,
  });

describe('inForce', () => {
  const rules = [
    rule({ id: 'a.1', to: '2023-12-31' }),
    rule({ id: 'a.2', from: '2024-01-01' }),
    rule({ id: 'a.regime', from: '2024-01-01', regime: 'basic' }),
    rule({ id: 'a.line', from: '2024-01-01', regime: 'basic-open' }),
    rule({ id: 'a.own', from: '2025-01-01', to: '2025-12-31', agency: 'so-khcn' }),
  ];
  test.each([
    ['2023-12-31', {}, 'a.1'],
    ['2024-01-01', {}, 'a.2'],
    ['2019-12-31', {}, undefined],
    ['2025-06-01', { regime: 'basic' }, 'a.regime'],
    ['2025-06-01', { regime: 'basic-open' }, 'a.line'],
    ['2025-06-01', { regime: 'basic-closed' }, 'a.regime'],
    ['2025-06-01', { regime: 'other' }, 'a.2'],
    ['2025-06-01', { agency: 'so-khcn', regime: 'basic' }, 'a.own'],
    ['2026-06-01', { agency: 'so-khcn' }, 'a.2'],
  ])('on %s for %o: %s', (on, whose, id) => {
    expect(inForce(rules, { topic: 'a', on, ...whose })?.id).toBe(id);
  });

  test('takes a PlainDate and an id', () => {
    const on = Temporal.PlainDate.from('2026-01-01');
    expect(inForce(rules, { id: 'a.2', on })?.id).toBe('a.2');
    expect(inForce(rules, { id: 'a.1', on })).toBeUndefined();
  });

  test('refuses to choose between two equal rules', () => {
    expect(() => inForce([rule({ id: 'x' }), rule({ id: 'y' })], { topic: 'a', on: '2021-01-01' })).toThrow(
      /x and y/,
    );
  });
});

describe('ruleFaults', () => {
  test('a clean succession has none', () => {
    expect(ruleFaults([rule({ id: 'b', from: '2024-01-01' }), rule({ to: '2023-12-31' })])).toEqual([]);
  });
  test('names a gap with its days', () => {
    const faults = ruleFaults([rule({ to: '2023-12-31' }), rule({ id: 'b', from: '2024-02-01' })]);
    expect(faults).toEqual([{ kind: 'gap', ids: ['a.1', 'b'], from: '2024-01-01', to: '2024-01-31' }]);
  });
  test('names an overlap, an open end counting as one', () => {
    const closed = ruleFaults([rule({ to: '2024-03-01' }), rule({ id: 'b', from: '2024-02-01' })]);
    expect(closed).toEqual([{ kind: 'overlap', ids: ['a.1', 'b'], from: '2024-02-01', to: '2024-03-01' }]);
    expect(ruleFaults([rule({}), rule({ id: 'b', from: '2024-02-01' })])).toMatchObject([
      { kind: 'overlap' },
    ]);
  });
  test('finds a doubled id and an end before the beginning', () => {
    const faults = ruleFaults([rule({ to: '2019-01-01' }), rule({ topic: 'other' })]);
    expect(faults.map((fault) => fault.kind)).toEqual(['duplicate', 'reversed']);
  });
  test("lets an agency's own rules leave gaps", () => {
    const own = [rule({ agency: 's', to: '2020-12-31' }), rule({ id: 'b', agency: 's', from: '2022-01-01' })];
    expect(ruleFaults(own)).toEqual([]);
  });
});
