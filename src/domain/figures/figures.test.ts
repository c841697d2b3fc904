import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeCalendar } from '../calendar/calendar.ts';
import type { Deadline } from '../deadlines/deadline.ts';
import type { DirectiveFact, FactBody, When } from '../directives/facts.ts';
import { sharesOf, tenthsOf } from '../directives/rates.ts';
import { standingOf } from '../directives/standing.ts';
import { checkContinues, checkSums, sayFinding } from './checks.ts';
import { comparedWith } from './comparison.ts';
import { type Counted, countedOf } from './counted.ts';
import { directiveFigures, directives as family } from './directive-figures.ts';
import { type DirectiveFigureId, directiveFigureIds } from './directive-ids.ts';
import { evaluate, splitBy } from './evaluate.ts';
import type { Split } from './family.ts';
import type { Reading } from './figure.ts';

const calendar = makeCalendar();
const by = (due: string): Deadline => ({ kind: 'date', due, bound: 'by', text: '', span: [0, 0] });
const daysLate = (due: string, day: string) =>
  calendar.workingDaysBetween(Temporal.PlainDate.from(due), Temporal.PlainDate.from(day));
const reading = (from: string, to: string, cutOff = to): Reading => ({
  from,
  to,
  cutOff,
  soonUntil: calendar.addWorkingDays(Temporal.PlainDate.from(cutOff), 3).toString(),
  daysLate,
});

let made = 0;
const fact = (happenedOn: string, body: FactBody, recordedAt = `${happenedOn}T03:00:00Z`): DirectiveFact => {
  made += 1;
  return { id: String(made).padStart(9, '0'), happenedOn, recordedAt, by: 'Người ghi', body };
};
const given = (on: string, due: string | null, unitId = 'a'): DirectiveFact =>
  fact(on, {
    kind: 'given',
    lead: { unitId, name: `Phòng ${unitId}` },
    coordinating: [],
    deadline: due === null ? { kind: 'none' } : by(due),
    product: null,
  });

/** A register as it stood: directives by their facts. */
function countedFrom(register: readonly (readonly DirectiveFact[])[], when: When = {}): Counted[] {
  return register.flatMap((facts, at) => {
    const standing = standingOf(facts, when);
    const identity = { id: String(at), kind: 'do', origin: at % 3 === 0 ? 'document' : 'word' } as const;
    return standing ? [countedOf(identity, standing, calendar)] : [];
  });
}

const done = (on: string, accepted = on): DirectiveFact[] => [
  fact(on, { kind: 'submitted', words: '' }),
  fact(accepted, { kind: 'accepted', words: '' }),
];
const extended = (on: string, due: string) =>
  fact(on, { kind: 'extended', deadline: by(due), reason: 'đồng ý', objective: false });

describe('a quarter of an agency, by hand', () => {
  const register = [
    // 0: before the period, accepted within it; submitted before the first day.
    [given('2026-02-02', '2026-03-13'), ...done('2026-03-13', '2026-03-17')],
    // 1: over before the period.
    [given('2026-02-02', '2026-02-27'), ...done('2026-02-26')],
    // 2: given and done in time; 3: done two working days late; 4: twice extended and open.
    [given('2026-03-16', '2026-04-10'), ...done('2026-04-10')],
    [given('2026-03-16', '2026-04-10'), ...done('2026-04-14', '2026-04-20')],
    [
      given('2026-03-20', '2026-05-08'),
      extended('2026-05-07', '2026-06-05'),
      extended('2026-06-04', '2026-07-31'),
    ],
    // 5: overdue ten working days; 6: stopped; 7: without a day; 8: submitted and not accepted, past its day.
    [given('2026-03-20', '2026-05-29', 'b')],
    [given('2026-03-20', '2026-05-15'), fact('2026-05-11', { kind: 'stopped', reason: 'thôi' })],
    [given('2026-06-01', null, 'b')],
    [given('2026-04-01', '2026-05-22'), fact('2026-05-21', { kind: 'submitted', words: '' })],
    // 9: after the cut-off.
    [given('2026-06-15', '2026-06-30')],
  ];
  const at = reading('2026-03-15', '2026-06-14');
  const values = evaluate(family, countedFrom(register, { asOf: at.cutOff }), at);
  const told = (id: DirectiveFigureId) => values.get(id);

  test.each<[DirectiveFigureId, number | null, string[]]>([
    ['in-hand', 8, ['0', '2', '3', '4', '5', '6', '7', '8']],
    ['carried-over', 1, ['0']],
    ['given', 7, ['2', '3', '4', '5', '6', '7', '8']],
    ['accepted', 3, ['0', '2', '3']],
    ['stopped', 1, ['6']],
    ['open', 4, ['4', '5', '7', '8']],
    ['overdue', 1, ['5']],
    ['in-time', 1, ['4']],
    ['awaiting', 1, ['8']],
    ['undated', 1, ['7']],
    ['promised', 5, ['2', '3', '4', '5', '8']],
    ['done-by-first', 1, ['2']],
    ['done-after-first', 1, ['3']],
    ['overdue-promised', 2, ['5', '8']],
    ['extended-promised', 1, ['4']],
    ['set-aside', 1, ['6']],
    ['rate-by-first', 200, ['2']],
    ['median-late', 2, ['3']],
    ['longest-overdue', 10, ['5']],
    ['times-extended', 2, ['4']],
    ['most-extended', 2, ['4']],
    ['times-returned', 0, []],
  ])('%s is %s', (id, value, recordIds) => {
    expect(told(id)).toEqual({ value, recordIds });
  });

  test('the next quarter begins with what is open, and a late entry is pointed out', () => {
    const next = reading('2026-06-15', '2026-09-14');
    const carried = evaluate(family, countedFrom(register, { asOf: next.cutOff }), next);
    expect(carried.get('carried-over')?.recordIds).toEqual(told('open')?.recordIds);
    expect(checkContinues(carried, values)).toEqual([]);
    const entered = [...register, [given('2026-06-10', '2026-08-28')]];
    const later = evaluate(family, countedFrom(entered, { asOf: next.cutOff }), next);
    const [finding] = checkContinues(later, values);
    expect(finding).toMatchObject({ figure: 'carried-over', value: 5, before: 4, recordIds: ['10'] });
    expect(sayFinding(finding!)).toContain('kỳ trước chốt «Còn mở đến ngày chốt» là 4 nhiệm vụ');
  });

  test('a sum that does not hold is named with its parts', () => {
    const wrong = new Map(values).set('given', { value: 6, recordIds: ['2', '3', '4', '5', '6', '7'] });
    expect(checkSums(values)).toEqual([]);
    const [finding, ...rest] = checkSums(wrong);
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ kind: 'sum', figure: 'in-hand', value: 8, sum: 7 });
    expect(sayFinding(finding!)).toContain('cộng lại là 7 nhiệm vụ');
  });

  test('told apart by unit, the parts sum to the whole', () => {
    const directives = countedFrom(register, { asOf: at.cutOff });
    expect(
      [...splitBy(family, 'open', directives, at, 'unit')].map(([key, { value }]) => [key, value]),
    ).toEqual([
      ['a', 2],
      ['b', 2],
    ]);
  });
});

test('a period under way is compared with as much of the one before, a closed one with all of it', () => {
  const quarter = { kind: 'quarter', year: 2026, n: 2 } as const;
  const cut = { from: '2026-03-15', to: '2026-06-14', cutOff: '2026-04-14' };
  expect(comparedWith(cut, quarter)).toEqual({
    before: { from: '2025-12-15', to: '2026-03-14', cutOff: '2026-01-14' },
    lastYear: { from: '2025-03-15', to: '2025-06-14', cutOff: '2025-04-14' },
  });
  expect(comparedWith({ ...cut, cutOff: cut.to }, quarter)).toMatchObject({
    before: { cutOff: '2026-03-14' },
    lastYear: { cutOff: '2025-06-14' },
  });
  expect(comparedWith({ from: '2026-05-01', to: '2026-05-10', cutOff: '2026-05-10' }, null)).toEqual({
    before: { from: '2026-04-21', to: '2026-04-30', cutOff: '2026-04-30' },
    lastYear: { from: '2025-05-01', to: '2025-05-10', cutOff: '2025-05-10' },
  });
  const january = { from: '2025-12-15', to: '2026-01-14', cutOff: '2026-01-14' };
  expect(comparedWith(january, { kind: 'month', year: 2026, n: 1 }).before).toMatchObject({
    from: '2025-11-15',
    to: '2025-12-14',
  });
  const first = { from: '2018-12-15', to: '2019-12-14', cutOff: '2019-12-14' };
  expect(comparedWith(first, { kind: 'year', year: 2019, n: 1 })).toEqual({ before: null, lastYear: null });
});

describe('any register', () => {
  const day = fc
    .integer({ min: 0, max: 120 })
    .map((n) => Temporal.PlainDate.from('2026-02-01').add({ days: n }).toString());
  const body: fc.Arbitrary<FactBody> = fc.oneof(
    fc.constantFrom<FactBody>(
      { kind: 'received' },
      { kind: 'submitted', words: '' },
      { kind: 'returned', reason: 'làm lại' },
      { kind: 'accepted', words: '' },
      { kind: 'suspended', reason: 'tạm hoãn' },
      { kind: 'workResumed' },
      { kind: 'stopped', reason: 'thôi' },
      { kind: 'refused', reason: 'sai thẩm quyền' },
      { kind: 'transferred', lead: { unitId: 'b', name: 'Phòng b' }, reason: 'đúng việc' },
      { kind: 'progressed', percent: 50, words: '', obstacle: { cause: 'money', waitingFor: null } },
    ),
    day.map((due): FactBody => ({ kind: 'extended', deadline: by(due), reason: 'đồng ý', objective: false })),
  );
  const course = fc
    .tuple(day, fc.option(day), fc.array(fc.tuple(day, body), { maxLength: 7 }))
    .map(([on, due, acts]) => [given(on, due), ...acts.map(([at, act]) => fact(at > on ? at : on, act))]);
  const registers = fc.array(course, { maxLength: 25 });
  const at = reading('2026-03-15', '2026-06-14', '2026-04-30');
  const read = (register: readonly (readonly DirectiveFact[])[], knownAt?: string) =>
    evaluate(family, countedFrom(register, { asOf: at.cutOff, knownAt }), at);

  test('a count is the number of its records, each once, and every sum holds', () => {
    fc.assert(
      fc.property(registers, (register) => {
        const values = read(register);
        expect([...values.keys()]).toEqual([...directiveFigureIds]);
        for (const { id, unit, measure } of directiveFigures) {
          const { value = null, recordIds = [] } = values.get(id) ?? {};
          expect(new Set(recordIds).size).toBe(recordIds.length);
          if (unit === 'directives') expect([id, value, measure]).toEqual([id, recordIds.length, undefined]);
        }
        expect(checkSums(values)).toEqual([]);
      }),
    );
  });

  test('no order of facts or directives changes a value', () => {
    const numbers = (values: ReturnType<typeof read>) => [...values].map(([id, { value }]) => [id, value]);
    fc.assert(
      fc.property(registers, fc.infiniteStream(fc.nat()), (register, chance) => {
        const shuffled = <T>(list: readonly T[]) =>
          list
            .map((one) => ({ one, at: chance.next().value ?? 0 }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ one }) => one);
        expect(read(register.map(shuffled))).toEqual(read(register));
        const directives = countedFrom(register, { asOf: at.cutOff });
        expect(numbers(evaluate(family, shuffled(directives), at))).toEqual(
          numbers(evaluate(family, directives, at)),
        );
      }),
    );
  });

  test('what happens after the cut-off, or is recorded after the moment, changes nothing', () => {
    const after = fc.tuple(
      fc.nat(24),
      body,
      fc.constantFrom(['2026-05-01', '2026-05-01T03:00:00Z'], ['2026-04-20', '2026-07-09T03:00:00Z']),
    );
    fc.assert(
      fc.property(registers, fc.array(after), (register, later) => {
        const more = register.map((facts, index) => [
          ...facts,
          ...later.flatMap(([which, act, [on = '', known = '']]) =>
            which === index ? [fact(on, act, known)] : [],
          ),
        ]);
        const known = '2026-07-01T00:00:00Z';
        expect(read([...more, [given('2026-05-02', null)]], known)).toEqual(read(register, known));
      }),
    );
  });

  test('the shares are those of the rates, the rates sum as they do, and splits sum to the whole', () => {
    fc.assert(
      fc.property(registers, (register) => {
        const values = read(register);
        const directives = countedFrom(register, { asOf: at.cutOff });
        const shares = sharesOf(directives, at, at.cutOff);
        expect(values.get('done-by-first')?.value).toBe(shares['done-by-first']);
        expect(values.get('overdue-promised')?.value).toBe(shares.overdue);
        const none = values.get('promised')?.value === 0;
        expect(values.get('rate-by-first')?.value).toBe(none ? null : tenthsOf(shares)['done-by-first']);
        for (const split of Object.keys(family.splits) as Split[]) {
          const parts = [...splitBy(family, 'open', directives, at, split).values()];
          expect(parts.flatMap(({ recordIds }) => recordIds).sort()).toEqual(
            [...(values.get('open')?.recordIds ?? [])].sort(),
          );
        }
      }),
    );
  });
});
