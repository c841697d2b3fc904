import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DirectiveFact, Given } from './facts.ts';
import { DirectiveFilter, filterToQuery } from './filter.ts';
import { standingOf } from './standing.ts';
import { stateOn } from './state.ts';

const given = (lead: string): Given => ({
  lead: { name: lead },
  coordinating: [],
  deadline: { kind: 'none' },
  product: null,
});
const fact = (
  id: string,
  happenedOn: string,
  recordedAt: string,
  body: DirectiveFact['body'],
): DirectiveFact => ({
  id,
  happenedOn,
  recordedAt,
  by: 'Nguyễn Thị Mẫu',
  body,
});
const facts = [
  fact('a', '2026-03-02', '2026-03-02T02:00:00Z', { kind: 'given', ...given('Văn phòng') }),
  fact('b', '2026-03-02', '2026-03-09T02:00:00Z', {
    kind: 'corrected',
    supersedes: 'a',
    reason: 'chọn nhầm',
    given: given('Phòng Pháp chế'),
  }),
  fact('c', '2026-04-01', '2026-04-01T02:00:00Z', {
    kind: 'corrected',
    supersedes: 'b',
    reason: 'đổi',
    given: given('Thanh tra'),
  }),
];

describe('how a directive stands', () => {
  test('as known before a correction was recorded, it stood as first given', () => {
    expect(standingOf(facts, { knownAt: '2026-03-08T00:00:00Z' })?.lead?.name).toBe('Văn phòng');
    expect(standingOf(facts, { asOf: '2026-03-31' })?.lead?.name).toBe('Phòng Pháp chế');
    expect(standingOf(facts)?.lead?.name).toBe('Thanh tra');
    expect(standingOf(facts, { asOf: '2026-03-01' })).toBeNull();
  });

  test('no order of facts changes it', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(facts, { minLength: 3 }), (shuffled) => {
        expect(standingOf(shuffled)).toEqual(standingOf(facts));
      }),
    );
  });
});

const open = { phase: 'given', suspended: false, closedOn: null } as const;

describe('state on a day', () => {
  const asOf = { today: '2026-11-24', soonUntil: '2026-11-27' };
  test.each([
    ['2026-11-23', 'overdue'],
    ['2026-11-24', 'due-soon'],
    ['2026-11-27', 'due-soon'],
    ['2026-11-30', 'in-time'],
  ])('a last day of %s is %s', (due, state) => {
    expect(stateOn({ ...open, kind: 'do', deadlineKind: 'date', due }, asOf)).toBe(state);
  });
  test('without a day', () => {
    expect(stateOn({ ...open, kind: 'do', deadlineKind: 'none', due: null }, asOf)).toBe('no-deadline');
    expect(stateOn({ ...open, kind: 'do', deadlineKind: 'relative', due: null }, asOf)).toBe(
      'awaiting-event',
    );
    expect(stateOn({ ...open, kind: 'do', deadlineKind: 'recurring', due: null }, asOf)).toBe('standing');
    expect(stateOn({ ...open, kind: 'stop', deadlineKind: 'date', due: '2026-01-01' }, asOf)).toBe('stop');
  });
});

describe('the filter in the address', () => {
  test('what is written is what is read', () => {
    const day = fc
      .date({ min: new Date('2014-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        fc.record(
          {
            q: fc.string({ minLength: 1, maxLength: 50 }),
            unit: fc.array(fc.uuid(), { minLength: 1, maxLength: 3 }),
            state: fc.uniqueArray(fc.constantFrom('overdue', 'due-soon', 'standing'), { minLength: 1 }),
            dueFrom: day,
          },
          { requiredKeys: [] },
        ),
        (raw) => {
          const filter = DirectiveFilter.parse(raw);
          expect(DirectiveFilter.parse(Object.fromEntries(filterToQuery(filter)))).toEqual(filter);
        },
      ),
    );
  });
  test('an unknown state is an error, not an empty list', () => {
    expect(DirectiveFilter.safeParse({ state: 'late' }).success).toBe(false);
  });
});
