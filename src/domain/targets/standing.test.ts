import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Aim, Assignment, Quarters, TargetFact, TargetFactBody } from './facts.ts';
import { numberTyped } from './number.ts';
import { judge, targetStandingOf } from './standing.ts';
import { sayAim, sayValue, targetSentence } from './words.ts';

const assignment: Assignment = {
  words: 'Số nhiệm vụ khoa học và công nghệ được nghiệm thu',
  measure: 'number',
  unit: 'nhiệm vụ',
  aim: 'at-least',
  value: 12,
  due: '2026-12-31',
  lead: { name: 'Phòng Quản lý khoa học', unitId: '0198c0de-0000-7000-8000-000000000001' },
  assignedBy: 'UBND tỉnh',
  document: { words: 'Quyết định 233/QĐ-UBND', documentId: null },
};

let made = 0;
function fact(happenedOn: string, body: TargetFactBody): TargetFact {
  made += 1;
  const id = `0198c0de-0000-7000-8000-${String(made).padStart(12, '0')}`;
  return { id, happenedOn, recordedAt: `${happenedOn}T03:00:00Z`, by: '', byId: null, inNameOf: null, body };
}
const assigned = (more: Partial<Assignment> = {}) =>
  fact('2025-12-20', { kind: 'assigned', ...assignment, ...more });
const planned = (...quarters: Quarters) => fact('2026-01-05', { kind: 'planned', quarters });
const reported = (on: string, value: number) =>
  fact(on, { kind: 'reported', value, words: '', cause: null, link: null });

function judged(facts: TargetFact[], day: string) {
  const standing = targetStandingOf(facts, day);
  if (!standing) throw new Error('not assigned');
  return judge(standing, 2026, day);
}

describe('plan against result', () => {
  const year = [assigned(), planned(2, 5, 8, 12)];

  test('of a year in which the third quarter falls behind and the fourth catches up', () => {
    const facts = [...year, reported('2026-03-31', 2), reported('2026-06-30', 6), reported('2026-09-30', 6)];
    expect(judged(year, '2026-03-31').state).toBe('in-time');
    // Silence after the end of a quarter is no result.
    expect(judged(year, '2026-04-01')).toMatchObject({
      state: 'late',
      lateSince: '2026-03-31',
      result: null,
    });
    expect(judged(facts, '2026-04-01')).toMatchObject({
      state: 'in-time',
      result: 2,
      percent: 16.7,
      planToDate: 2,
      percentToDate: 100,
    });
    expect(judged(facts, '2026-07-10')).toMatchObject({ state: 'in-time', percentToDate: 120 });
    expect(judged(facts, '2026-10-15')).toMatchObject({
      state: 'late',
      lateSince: '2026-09-30',
      planToDate: 8,
      percentToDate: 75,
    });
    const done = [...facts, reported('2026-12-10', 12)];
    expect(judged(done, '2026-12-10')).toMatchObject({ state: 'met', percent: 100, lateSince: null });
    expect(judged(done, '2027-03-01').state).toBe('met');
    expect(judged(facts, '2027-01-01')).toMatchObject({ state: 'failed', lateSince: '2026-09-30' });
  });

  test('what is reached after the last day was not reached, and the day it was is told', () => {
    const facts = [...year, reported('2026-12-31', 11), reported('2027-02-10', 12)];
    expect(judged(facts, '2027-02-15')).toMatchObject({ state: 'failed', reachedLateOn: '2027-02-10' });
  });

  test('«không quá» is late as soon as it is passed and reached only at the end', () => {
    const cap = (...more: TargetFact[]) => [
      assigned({ aim: 'at-most', value: 2, measure: 'percent' }),
      ...more,
    ];
    expect(judged(cap(reported('2026-05-31', 1)), '2026-06-01').state).toBe('in-time');
    expect(judged(cap(reported('2026-05-31', 3)), '2026-06-01').state).toBe('late');
    expect(judged(cap(reported('2026-12-31', 2)), '2027-01-01').state).toBe('met');
    expect(judged(cap(reported('2026-12-31', 2.1)), '2027-01-01').state).toBe('failed');
    expect(judged(cap(), '2027-01-01').state).toBe('failed');
  });

  test('«đúng» fails on either side', () => {
    const exact = (value: number) => [assigned({ aim: 'exactly', value: 3 }), reported('2026-12-31', value)];
    expect([2, 3, 4].map((value) => judged(exact(value), '2027-01-01').state)).toEqual([
      'failed',
      'met',
      'failed',
    ]);
    expect(judged(exact(3), '2026-12-31').state).toBe('met');
    expect(
      judged([assigned({ aim: 'exactly', value: 3 }), reported('2026-05-01', 4)], '2026-05-02').state,
    ).toBe('late');
  });

  test('an amendment counts from its day, the day before stays as it was; withdrawn is withdrawn', () => {
    const { kind: _, ...more } = { kind: '', ...assignment, value: 6 };
    const facts = [
      ...year,
      reported('2026-06-30', 6),
      fact('2026-07-15', { kind: 'amended', ...more, reason: 'cắt giảm kinh phí' }),
    ];
    expect(judged(facts, '2026-07-14').state).toBe('in-time');
    expect(judged(facts, '2026-07-15').state).toBe('met');
    expect(targetStandingOf(facts)).toMatchObject({ firstValue: 12, timesAmended: 1 });
    const ended = fact('2026-08-01', {
      kind: 'withdrawn',
      reason: 'chuyển sang năm sau',
      document: assignment.document,
    });
    expect(judged([...year, ended], '2027-06-01').state).toBe('withdrawn');
    expect(judged([...year, ended], '2026-07-31').state).toBe('late');
  });

  test('what was taken back never counted', () => {
    const mistake = reported('2026-02-01', 120);
    const back = fact('2026-02-01', { kind: 'retracted', supersedes: mistake.id, reason: 'ghi nhầm' });
    expect(judged([...year, mistake], '2026-02-02').state).toBe('met');
    expect(judged([...year, mistake, back], '2026-02-02')).toEqual(judged(year, '2026-02-02'));
  });
});

const day = fc
  .integer({ min: 0, max: 420 })
  .map((n) => Temporal.PlainDate.from('2026-01-01').add({ days: n }).toString());
const value = fc.integer({ min: 0, max: 20 });
const reports = fc.array(fc.tuple(day, value), { maxLength: 8 });
const aims = fc.constantFrom<Aim>('at-least', 'at-most', 'exactly');
const course = fc.record({ reports, aim: aims, day, quarters: fc.tuple(value, value, value, value) });

function factsOf({
  reports: said,
  aim,
  quarters,
}: {
  reports: [string, number][];
  aim: Aim;
  quarters: [number, number, number, number];
}): TargetFact[] {
  return [assigned({ aim }), planned(...quarters), ...said.map(([on, n]) => reported(on, n))];
}

test('what comes later changes nothing of an earlier day, and the order of facts is nothing', () => {
  fc.assert(
    fc.property(course, reports, (one, later) => {
      const facts = factsOf(one);
      const after = later.filter(([on]) => on > one.day).map(([on, n]) => reported(on, n));
      const before = judged(facts, one.day);
      expect(judged([...after, ...facts.toReversed()], one.day)).toEqual(before);
    }),
  );
});

const rank = { failed: 0, late: 1, 'in-time': 2, met: 3, withdrawn: 4 };
test('of «ít nhất» a higher report never makes it worse; of «không quá» a lower one', () => {
  fc.assert(
    fc.property(course, value, value, (one, a, b) => {
      if (one.aim === 'exactly') return;
      const [lower, higher] = [Math.min(a, b), Math.max(a, b)];
      const facts = factsOf({ ...one, reports: [] });
      const on = one.day < '2026-12-31' ? one.day : '2026-12-31';
      const state = (n: number) => rank[judged([...facts, reported(on, n)], one.day).state];
      const [worse, better] = one.aim === 'at-least' ? [lower, higher] : [higher, lower];
      expect(state(better)).toBeGreaterThanOrEqual(state(worse));
    }),
  );
});

test('after the last day it is reached or not, never still open', () => {
  fc.assert(
    fc.property(course, (one) => {
      const { state } = judged(factsOf(one), one.day);
      expect(['met', 'failed'].includes(state)).toBe(
        one.day > '2026-12-31' || (state === 'met' && one.aim !== 'at-most'),
      );
    }),
  );
});

test('numbers as people here type them', () => {
  const read: [string, number | null][] = [
    ['12', 12],
    ['1.250,5', 1250.5],
    ['1.250', 1250],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['0.125', 0.125],
    ['1 250 000', 1_250_000],
    ['-3,2', -3.2],
    ['1.2.3', null],
    ['1,250,000', null],
    ['1,250.5', null],
    ['12%', null],
    ['', null],
    ['mười', null],
    ['5,', null],
  ];
  for (const [typed, meant] of read) expect(numberTyped(typed), typed).toBe(meant);
});

test('every number printed is read back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
      fc.integer({ min: 0, max: 99 }),
      (a, b) => {
        const n = Number(`${a}.${String(b).padStart(2, '0')}`);
        const printed = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 4 })
          .format(n)
          .replace('−', '-');
        expect(numberTyped(printed)).toBe(n);
      },
    ),
  );
});

test('values and facts in words', () => {
  expect(sayValue(1250.5, { measure: 'money', unit: 'triệu đồng' })).toBe('1.250,5 triệu đồng');
  expect(sayAim({ ...assignment, measure: 'percent', value: 98 })).toBe('ít nhất 98%');
  expect(targetSentence(assigned().body, assignment)).toBe(
    'Giao chỉ tiêu: ít nhất 12 nhiệm vụ, đến hết ngày 31/12/2026; Phòng Quản lý khoa học chủ trì; UBND tỉnh giao tại Quyết định 233/QĐ-UBND.',
  );
  const said = fact('2026-09-30', {
    kind: 'reported',
    value: 6,
    words: 'Còn hai hồ sơ',
    cause: 'money',
    link: null,
  });
  expect(targetSentence(said.body, assignment)).toBe(
    'Báo cáo kết quả: 6 nhiệm vụ. Còn hai hồ sơ. Vướng: thiếu kinh phí.',
  );
});
