import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeCalendar } from '../calendar/calendar.ts';
import type { Deadline } from '../deadlines/deadline.ts';
import { dueDayOf } from './due-day.ts';
import type { DirectiveFact, FactBody } from './facts.ts';
import { type Rated, shareNames, shareOf, sharesOf, tenthsOf } from './rates.ts';
import { retractionRefusal } from './retraction.ts';
import { sentenceOf } from './sentence.ts';
import { standingOf } from './standing.ts';
import { stateOn } from './state.ts';
import { type Node, percentOf } from './tree.ts';
import { waitingSince } from './waiting.ts';

const calendar = makeCalendar();
const by = (due: string): Deadline => ({ kind: 'date', due, bound: 'by', text: '', span: [0, 0] });
const days = (amount: number, from = 'nhận đủ hồ sơ'): Deadline => ({
  kind: 'relative',
  relative: { amount, unit: 'working-day', from },
  text: '',
  span: [0, 0],
});
const given: FactBody = {
  kind: 'given',
  lead: null,
  coordinating: [],
  deadline: by('2026-03-20'),
  product: null,
};
const fact = (
  id: string,
  happenedOn: string,
  body: FactBody,
  recordedAt = `${happenedOn}T03:00:00Z`,
): DirectiveFact => ({
  id,
  happenedOn,
  recordedAt,
  by: 'Người ghi',
  byId: 'p',
  body,
});

const course = [
  fact('a', '2026-03-02', given),
  fact('b', '2026-03-03', { kind: 'received' }),
  fact('c', '2026-03-16', { kind: 'extensionAsked', deadline: by('2026-03-31'), reason: 'chờ số liệu' }),
  fact('d', '2026-03-18', {
    kind: 'extended',
    deadline: by('2026-03-31'),
    reason: 'đồng ý',
    objective: false,
  }),
  fact('e', '2026-03-27', { kind: 'submitted', words: '' }),
  fact('f', '2026-03-30', { kind: 'returned', reason: 'thiếu phụ lục' }),
  fact('g', '2026-03-31', { kind: 'submitted', words: 'đã bổ sung' }),
  fact('h', '2026-04-06', { kind: 'accepted', words: '' }),
];

test('the first deadline is kept, closing is the day of the accepted submission, not of the acceptance', () => {
  expect(standingOf(course)).toMatchObject({
    phase: 'accepted',
    closedOn: '2026-03-31',
    timesExtended: 1,
    timesReturned: 1,
    firstDeadline: by('2026-03-20'),
    deadline: by('2026-03-31'),
    percent: 100,
  });
});

test.each([
  ['2026-03-02', 'in-time'],
  ['2026-03-17', 'due-soon'],
  ['2026-03-25', 'in-time'],
  ['2026-03-28', 'awaiting-confirmation'],
  ['2026-03-30', 'returned'],
  ['2026-04-06', 'done-in-time'],
])('on %s it is %s', (today, state) => {
  const standing = standingOf(course, { asOf: today });
  if (!standing) throw new Error('not given');
  const dated = {
    kind: 'do',
    deadlineKind: standing.deadline.kind,
    phase: standing.phase,
    suspended: false,
    due: dueDayOf(standing.deadline, calendar),
    closedOn: standing.closedOn,
  } as const;
  const soonUntil = calendar.addWorkingDays(Temporal.PlainDate.from(today), 3).toString();
  expect(stateOn(dated, { today, soonUntil })).toBe(state);
});

describe('facts of any course', () => {
  const day = fc.integer({ min: 2, max: 28 }).map((n) => `2026-03-${String(n).padStart(2, '0')}`);
  const body: fc.Arbitrary<FactBody> = fc.oneof(
    fc.constantFrom<FactBody>(
      { kind: 'received' },
      { kind: 'submitted', words: '' },
      { kind: 'returned', reason: 'làm lại' },
      { kind: 'accepted', words: '' },
      { kind: 'suspended', reason: 'tạm hoãn' },
      { kind: 'workResumed' },
      { kind: 'stopped', reason: 'thôi' },
      { kind: 'clockStarted', event: 'nhận hồ sơ' },
      { kind: 'clockPaused', reason: 'bổ sung' },
      { kind: 'clockResumed' },
      { kind: 'refused', reason: 'sai thẩm quyền' },
      { kind: 'extended', deadline: by('2026-04-10'), reason: 'đồng ý', objective: true },
      { kind: 'transferred', lead: { name: 'Phòng khác' }, reason: 'sáp nhập' },
    ),
    fc
      .integer({ min: 0, max: 100 })
      .map((percent): FactBody => ({ kind: 'progressed', percent, words: '', obstacle: null })),
  );
  const courses = fc
    .array(fc.record({ day, body, late: fc.integer({ min: 0, max: 9 }) }), { maxLength: 12 })
    .map((list) => [
      fact('00', '2026-03-02', given),
      ...list.map(({ day, body, late }, index) =>
        fact(
          String(index + 1).padStart(2, '0'),
          day,
          body,
          `2026-04-${String(10 + late)}T03:00:${String(index).padStart(2, '0')}Z`,
        ),
      ),
    ]);

  test('no order of facts changes how it stands', () => {
    fc.assert(
      fc.property(
        courses.chain((facts) =>
          fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
        ),
        ([facts, shuffled]) => {
          expect(standingOf(shuffled)).toEqual(standingOf(facts));
        },
      ),
    );
  });

  test('as-of views never change when later facts arrive, nor as-known views when facts are recorded later', () => {
    fc.assert(
      fc.property(courses, day, (facts, asOf) => {
        expect(standingOf(facts, { asOf })).toEqual(
          standingOf(
            facts.filter((one) => one.happenedOn <= asOf),
            { asOf },
          ),
        );
        const knownAt = '2026-04-14T23:00:00Z';
        const then = facts.filter((one) => one.recordedAt <= knownAt);
        expect(standingOf(facts, { knownAt })).toEqual(standingOf(then, { knownAt }));
      }),
    );
  });

  test('what was taken back stands as if it had never been recorded', () => {
    fc.assert(
      fc.property(
        courses.filter((facts) => facts.length > 1),
        (facts) => {
          const last = facts.at(-1)!;
          const taken = fact(
            'zz',
            last.happenedOn,
            { kind: 'retracted', supersedes: last.id, reason: 'ghi nhầm' },
            '2026-05-01T00:00:00Z',
          );
          expect(standingOf([...facts, taken])).toEqual(standingOf(facts.slice(0, -1)));
          expect(standingOf([...facts, taken], { knownAt: '2026-04-30T00:00:00Z' })).toEqual(
            standingOf(facts),
          );
        },
      ),
    );
  });
});

describe('taking back', () => {
  test('only the newest, only by whoever recorded it, never what gave it', () => {
    expect(retractionRefusal(course, 'h', 'p')).toBeNull();
    expect(retractionRefusal(course, 'g', 'p')).toContain('sau cùng');
    expect(retractionRefusal(course, 'h', 'q')).toContain('người đã ghi');
    expect(retractionRefusal(course.slice(0, 1), 'a', 'p')).toContain('đính chính');
  });
});

describe('a relative clock', () => {
  test('has no last day before its event; the day of the event is not counted (BLDS 2015 Đ147)', () => {
    expect(dueDayOf(days(5), calendar)).toBeNull();
    // Friday 6/3/2026: five working days later is Friday 13/3.
    expect(dueDayOf(days(5), calendar, undefined, { startedOn: '2026-03-06', pauses: [] })).toBe(
      '2026-03-13',
    );
  });
  test('stands still while paused, and counts on after', () => {
    const clock = { startedOn: '2026-03-06', pauses: [{ from: '2026-03-09' }] };
    expect(dueDayOf(days(5), calendar, undefined, clock)).toBeNull();
    const on = { startedOn: '2026-03-06', pauses: [{ from: '2026-03-09', to: '2026-03-11' }] };
    expect(dueDayOf(days(5), calendar, undefined, on)).toBe('2026-03-18');
  });
  test('«trước cuộc họp» counts back', () => {
    const clock = { startedOn: '2026-03-13', pauses: [] };
    expect(dueDayOf(days(3, 'trước cuộc họp'), calendar, undefined, clock)).toBe('2026-03-10');
  });
});

describe('rates', () => {
  const year = { from: '2026-01-01', to: '2026-12-31' };
  const rated = (more: Partial<Rated>): Rated => ({
    firstDue: '2026-03-20',
    due: '2026-03-20',
    closedOn: null,
    stoppedOn: null,
    suspended: false,
    ...more,
  });
  test.each<[string, Partial<Rated>, string, ReturnType<typeof shareOf>]>([
    ['done on the first last day', { closedOn: '2026-03-20' }, '2026-06-30', 'done-by-first'],
    [
      'done after it though extended',
      { due: '2026-03-31', closedOn: '2026-03-25' },
      '2026-06-30',
      'done-after-first',
    ],
    ['open and late', {}, '2026-06-30', 'overdue'],
    ['extended, not reached', { due: '2026-07-31' }, '2026-06-30', 'extended'],
    ['extended and late again', { due: '2026-05-31' }, '2026-06-30', 'overdue'],
    ['not yet promised by the cut-off', {}, '2026-03-19', null],
    ['promised in another period', { firstDue: '2025-12-31' }, '2026-06-30', null],
    ['stopped', { stoppedOn: '2026-02-02' }, '2026-06-30', null],
    ['suspended', { suspended: true }, '2026-06-30', null],
    ['still in time on its first last day', {}, '2026-03-20', null],
    ['without a day', { firstDue: null, due: null }, '2026-06-30', null],
  ])('%s', (_, more, asOf, share) => {
    expect(shareOf(rated(more), year, asOf)).toBe(share);
  });
  test('the four shares sum to the base', () => {
    const shares = sharesOf(
      [
        rated({}),
        rated({ closedOn: '2026-03-01' }),
        rated({ due: '2026-09-01' }),
        rated({ suspended: true }),
      ],
      year,
      '2026-06-30',
    );
    expect(shares).toEqual({ 'done-by-first': 1, 'done-after-first': 0, overdue: 1, extended: 1 });
  });
});

describe('how far a tree is', () => {
  const leaf = (percent: number, weight = 1): Node => ({ percent, weight, stopped: false, parts: [] });
  test('each leaf once, by weight; what was reported above parts is not counted beside them', () => {
    const tree: Node = {
      percent: 90,
      weight: 1,
      stopped: false,
      parts: [leaf(100, 3), { ...leaf(50), parts: [leaf(0), leaf(100)] }],
    };
    expect(percentOf(tree)).toBe(87);
  });
  test('stopped parts weigh nothing, and 100 means all is done', () => {
    expect(percentOf({ ...leaf(0), parts: [leaf(100), { ...leaf(0), stopped: true }] })).toBe(100);
    expect(percentOf({ ...leaf(0), parts: [leaf(100, 999), leaf(99)] })).toBe(99);
  });
  test('it lies between its least and its greatest leaf', () => {
    const node = (parts: fc.Arbitrary<Node[]>): fc.Arbitrary<Node> =>
      fc.record({
        percent: fc.integer({ min: 0, max: 100 }),
        weight: fc.integer({ min: 1, max: 9 }),
        stopped: fc.constant(false),
        parts,
      });
    const branch = (beneath: fc.Arbitrary<Node>) => node(fc.array(beneath, { maxLength: 3 }));
    const tree = branch(branch(branch(node(fc.constant([])))));
    const leaves = (node: Node): number[] =>
      node.parts.length === 0 ? [node.percent] : node.parts.flatMap(leaves);
    fc.assert(
      fc.property(tree, (node) => {
        const percent = percentOf(node);
        expect(percent).toBeGreaterThanOrEqual(Math.min(...leaves(node)));
        expect(percent).toBeLessThanOrEqual(Math.max(...leaves(node)));
      }),
    );
  });
});

test('every fact has its sentence', () => {
  expect(course.map(sentenceOf)).toEqual([
    'Giao nhiệm vụ: không nêu đơn vị chủ trì; hạn: chậm nhất 20/03/2026.',
    'Nhận nhiệm vụ.',
    'Xin gia hạn đến chậm nhất 31/03/2026: chờ số liệu',
    'Gia hạn đến chậm nhất 31/03/2026: đồng ý',
    'Trình kết quả, chờ xác nhận.',
    'Trả lại để làm tiếp: thiếu phụ lục',
    'Trình kết quả, chờ xác nhận: đã bổ sung',
    'Nghiệm thu kết quả.',
  ]);
});

test('the percentages told sum to 100, each less than a tenth from what it is', () => {
  const count = fc.nat(5000);
  const counts = fc.record({
    'done-by-first': count,
    'done-after-first': count,
    overdue: count,
    extended: count,
  });
  fc.assert(
    fc.property(counts, (shares) => {
      const base = Object.values(shares).reduce((sum, one) => sum + one, 0);
      const tenths = tenthsOf(shares);
      expect(Object.values(tenths).reduce((sum, one) => sum + one, 0)).toBe(base === 0 ? 0 : 1000);
      for (const share of shareNames)
        expect(Math.abs(tenths[share] - (base === 0 ? 0 : (shares[share] * 1000) / base))).toBeLessThan(1);
    }),
  );
});

describe('since when the work has waited', () => {
  const waits = (unitId: string): FactBody => ({
    kind: 'progressed',
    percent: 10,
    words: '',
    obstacle: { cause: 'other-unit', waitingFor: { name: unitId, unitId } },
  });
  const first = fact('a', '2026-03-02', given);
  test('from the first report in a row that names the unit', () => {
    const facts = [
      first,
      fact('b', '2026-03-03', waits('VP')),
      fact('c', '2026-03-05', waits('KHTC')),
      fact('d', '2026-03-09', { kind: 'evidenced', name: 'bản nháp' }),
      fact('e', '2026-03-10', waits('KHTC')),
    ];
    expect(waitingSince(facts)).toBe('2026-03-05');
    expect(waitingSince(facts.slice(0, 2))).toBe('2026-03-03');
  });
  test('not any more once reported without it, submitted, or taken back', () => {
    const waited = [first, fact('b', '2026-03-03', waits('VP'))];
    expect(waitingSince([...waited, fact('c', '2026-03-04', { kind: 'submitted', words: '' })])).toBeNull();
    const retracted: FactBody = { kind: 'retracted', supersedes: 'b', reason: 'ghi nhầm' };
    expect(waitingSince([...waited, fact('c', '2026-03-04', retracted)])).toBeNull();
    expect(waitingSince([first])).toBeNull();
  });
});
