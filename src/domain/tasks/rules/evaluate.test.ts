import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeCalendar } from '../../calendar/calendar.ts';
import { limitHolds, splitOf } from './amounts.ts';
import { formatCode, parseCode } from './codes.ts';
import { deadlineOf, isInTime } from './deadline.ts';
import { publishedTaskRules } from './files.ts';
import type { RuleOf } from './rule.ts';
import { countScores } from './scoring.ts';
import type { TaskRuleKind } from './values.ts';
import { compositionFaults, councilRating, reached } from './votes.ts';

const calendar = makeCalendar();
const day = (iso: string) => Temporal.PlainDate.from(iso);
const ofKind = <K extends TaskRuleKind>(kind: K) =>
  publishedTaskRules.filter((rule): rule is RuleOf<K> => rule.value.kind === kind);
const byId = <K extends TaskRuleKind>(kind: K, id: string) => ofKind(kind).find((rule) => rule.id === id)!;
const anyDay = fc.integer({ min: 0, max: 3000 }).map((days) => day('2018-01-01').add({ days }));

describe('deadlines', () => {
  const terms = ofKind('term');
  test('the day itself is in time; the one after a last day, or the one before a first, is not', () => {
    fc.assert(
      fc.property(fc.constantFrom(...terms), anyDay, (rule, eventDay) => {
        const due = deadlineOf(rule, eventDay, calendar);
        const atLeast = rule.value.direction === 'after' && rule.comparison === '≥';
        const beyond = due.add({ days: atLeast ? -1 : 1 });
        expect(isInTime(rule, { eventDay, doneDay: due }, calendar)).toBe(true);
        expect(isInTime(rule, { eventDay, doneDay: beyond }, calendar)).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test('a limit after an event ends on a working day, and never before a later event ends', () => {
    const last = terms.filter(({ value, comparison }) => value.direction === 'after' && comparison === '≤');
    fc.assert(
      fc.property(fc.constantFrom(...last), anyDay, fc.nat(40), (rule, eventDay, later) => {
        const due = deadlineOf(rule, eventDay, calendar);
        expect(calendar.isWorkingDay(due)).toBe(true);
        const dueLater = deadlineOf(rule, eventDay.add({ days: later }), calendar);
        expect(Temporal.PlainDate.compare(due, dueLater)).toBeLessThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });

  test('what is asked before an event is not moved by a day off', () => {
    const request = byId('term', 'changes.extension-request.2015');
    expect(deadlineOf(request, day('2025-03-30'), calendar).toString()).toBe('2025-02-28');
    expect(calendar.isWorkingDay(deadlineOf(request, day('2025-06-15'), calendar).add({ days: 3 }))).toBe(
      false,
    );
  });
});

describe('votes', () => {
  test('one more vote never turns a yes into a no', () => {
    const asking = ofKind('vote').filter(({ comparison }) => comparison !== '≤');
    fc.assert(
      fc.property(
        fc.constantFrom(...asking),
        fc.integer({ min: 1, max: 15 }),
        fc.nat(14),
        (rule, of, votes) => {
          const yes = Math.min(votes, of - 1);
          const all = { of, alsoOf: of, chairFor: true };
          if (reached(rule, { for: yes, ...all })) expect(reached(rule, { for: yes + 1, ...all })).toBe(true);
          expect(reached(rule, { for: of, ...all })).toBe(true);
        },
      ),
    );
  });

  test('a council gives one rating, whatever the order of its levels (Circular 11/2014 article 13(2))', () => {
    const rule = byId('rating', 'acceptance.council-rating.2014');
    const turned = { ...rule, value: { ...rule.value, levels: rule.value.levels.toReversed() } };
    fc.assert(
      fc.property(fc.nat(9), fc.nat(9), fc.nat(9), (excellent, passed, failed) => {
        fc.pre(excellent + passed + failed > 0);
        const counts = { excellent, passed, failed };
        expect(councilRating(turned, counts)).toBe(councilRating(rule, counts));
      }),
    );
  });

  test('a body lacks the seats it must have', () => {
    const rule = byId('size', 'acceptance.council-size.2014');
    const seats = (experts: number, others: number) => [
      ...Array.from({ length: experts }, () => 'database-expert' as const),
      ...Array.from({ length: others }, () => 'representative' as const),
    ];
    expect(compositionFaults(rule, seats(6, 3))).toEqual([]);
    expect(compositionFaults(rule, seats(7, 2))).toEqual(['database-expert', 'representative']);
  });
});

describe('scores (Circular 20/2023 article 11(5)d)', () => {
  const once = byId('outlier', 'selection.score-outlier.2023');
  const again = { ...once, value: { ...once.value, repeat: true } };
  const points = { ...once, value: { ...once.value, of: 'points' as const } };
  const scores = [100, 80, 79, 78, 50, 40];
  test('taken once, taken again, in points: three readings, each with its steps', () => {
    expect(countScores(once, scores)).toMatchObject({ dropped: [100, 50, 40], mean: 79 });
    expect(countScores(again, [90, 90, 90, 90, 68, 40])).toMatchObject({ dropped: [40, 68], mean: 90 });
    expect(countScores(again, [90, 90, 90, 90, 68, 40]).rounds).toHaveLength(3);
    expect(countScores(points, [100, 80, 62])).toMatchObject({ dropped: [] });
  });
  test('where every ballot is too far from every other, none counts', () => {
    expect(countScores(once, [100, 50])).toMatchObject({ mean: null, dropped: [100, 50] });
  });
});

describe('amounts and codes', () => {
  test('a split gives the whole amount away', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ofKind('split')), fc.nat(), (rule, amount) => {
        const parts = Object.values(splitOf(rule, amount));
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
      }),
    );
  });
  test('a percentage of nothing said is refused', () => {
    expect(() => limitHolds(byId('limit', 'money.first-advance.2016'), 5)).toThrow('thiếu số để chia');
  });
  const independent = byId('code', 'codes.independent-social.2014');
  test.each(['ĐTĐLXH.07/22', 'ĐTĐLXH 07 22', 'dtđlxh-07/22', ' ĐTĐLXH.7/22'])(
    '«%s» is read as one code',
    (code) => {
      expect(parseCode(independent, code)).toMatchObject({
        order: expect.stringMatching(/^0?7$/u),
        year: '22',
      });
    },
  );
  test('another family, a kind the family has not, an order too long', () => {
    expect(parseCode(independent, 'KC.01.01/21-25')).toBeUndefined();
    const ministry = byId('code', 'codes.ministry.BYT.2024');
    expect(() => formatCode(ministry, { letters: 'XX', order: 1, year: 2024 })).toThrow('không có loại «XX»');
    expect(() => formatCode(ministry, { letters: 'ĐT', order: 1000, year: 2024 })).toThrow(
      'dài quá 3 chữ số',
    );
    expect(() => formatCode(ministry, { letters: 'ĐT', order: 1 })).toThrow('thiếu phần «year»');
  });
});
