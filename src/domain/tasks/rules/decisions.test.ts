import fc from 'fast-check';
import { expect, test } from 'vitest';
import { acceptanceRating } from './acceptance.ts';
import { authorityOver } from './amounts.ts';
import { type AgencyDecision, decidedRules } from './decisions.ts';
import { publishedTaskRules } from './files.ts';
import { type TaskRules, taskRules } from './rule-set.ts';

const topic = 'task.selection.opening';
const decision = (part: Partial<AgencyDecision>): AgencyDecision => ({
  agency: 'SKHCN',
  topic,
  regime: 'A',
  number: '12/QĐ-SKHCN',
  date: '2024-01-05',
  article: 'Điều 3',
  from: '2024-01-10',
  value: { kind: 'term', amount: 5, direction: 'after' },
  ...part,
});

test("an agency's decision goes before the national rule, from its day, for itself only", () => {
  const { rules: decided, faults } = decidedRules([decision({})]);
  expect(faults).toEqual([]);
  const rules = taskRules(decided);
  const amount = (on: string, agency?: string) =>
    rules.get('term', { topic, regime: 'A', agency, on }).value.amount;
  expect([amount('2024-01-09', 'SKHCN'), amount('2024-01-10', 'SKHCN')]).toEqual([7, 5]);
  expect([amount('2024-01-10', 'BYT'), amount('2024-01-10')]).toEqual([7, 7]);
  expect(rules.get('term', { topic, regime: 'A', agency: 'SKHCN', on: '2024-01-10' })).toMatchObject({
    id: 'selection.opening.SKHCN.A.2024-01-10',
    clockEvent: 'call-closed',
    unit: 'working-day',
    confidence: 'text',
    basis: { text: 'Quyết định 12/QĐ-SKHCN ngày 05/01/2024', article: 'Điều 3' },
  });
});

test('a later decision ends an earlier one, and one with a last day gives way to the law again', () => {
  const { rules: decided } = decidedRules([
    decision({
      from: '2024-06-01',
      to: '2024-12-31',
      value: { kind: 'term', amount: 3, direction: 'after' },
    }),
    decision({}),
  ]);
  const amount = (on: string) =>
    taskRules(decided).get('term', { topic, regime: 'A', agency: 'SKHCN', on }).value.amount;
  expect(['2024-05-31', '2024-06-01', '2024-12-31', '2025-01-01'].map(amount)).toEqual([5, 3, 3, 7]);
});

test('of two decisions from one day the later holds, and the other stays readable', () => {
  const amounts = [5, 4].map((amount) => decision({ value: { kind: 'term', amount, direction: 'after' } }));
  const { rules: decided } = decidedRules(amounts);
  const rules = taskRules(decided);
  expect(rules.get('term', { topic, regime: 'A', agency: 'SKHCN', on: '2024-01-10' })).toMatchObject({
    id: 'selection.opening.SKHCN.A.2024-01-10.2',
    value: { amount: 4 },
  });
  expect(rules.byId('selection.opening.SKHCN.A.2024-01-10')).toMatchObject({ value: { amount: 5 } });
});

test('a ministry overrides its own published rule, which goes before the national one', () => {
  const query = { topic: 'task.identification.proposal-passes', regime: 'A', on: '2024-06-01' } as const;
  const { rules: decided } = decidedRules([
    decision({
      agency: 'BYT',
      from: '2024-03-01',
      topic: query.topic,
      value: { kind: 'vote', numerator: 4, denominator: 5 },
    }),
  ]);
  const stated = (rules = taskRules(), agency?: string) => {
    const { comparison, value } = rules.get('vote', { ...query, agency });
    return `${comparison} ${value.numerator}/${value.denominator}`;
  };
  expect(stated()).toBe('> 3/4');
  expect(stated(taskRules(), 'BYT')).toBe('≥ 3/4');
  expect(stated(taskRules(decided), 'BYT')).toBe('≥ 4/5');
});

test('a decision that stands for no rule, or makes no whole one, is named and left out', () => {
  const { rules, faults } = decidedRules([
    decision({ topic: 'task.selection.lottery' }),
    decision({ unit: 'week' }),
  ]);
  expect(rules).toEqual([]);
  expect(faults.map(({ file, words }) => `${file}: ${words}`)).toEqual([
    'Quyết định 12/QĐ-SKHCN: không có quy tắc chung nào về việc này vào ngày đó để thay',
    expect.stringContaining('đơn vị thời gian phải là'),
  ]);
});

test('assets: nobody read who decides by value, so an agency enters its own bands', () => {
  const asked = { topic: 'task.assets.authority', regime: 'A', agency: 'SKHCN', on: '2024-06-01' } as const;
  const { rules: decided, faults } = decidedRules([
    decision({
      topic: asked.topic,
      value: {
        kind: 'authority-by-amount',
        bands: [{ upTo: 500_000_000, by: 'head-of-unit' }],
        otherwise: 'province-chair',
      },
    }),
  ]);
  expect(faults).toEqual([]);
  const who = (rules: TaskRules) =>
    [500_000_000, 500_000_001].map((value) => authorityOver(rules.get('authority-by-amount', asked), value));
  expect(who(taskRules())).toEqual(['approving-authority', 'approving-authority']);
  expect(who(taskRules(decided))).toEqual(['head-of-unit', 'province-chair']);
});

test('whatever is asked for, by whom and when, one rule at most is in force', () => {
  const topics = [...new Map(publishedTaskRules.map(({ topic: one, value }) => [one, value.kind]))];
  const agencies = [undefined, ...new Set(publishedTaskRules.flatMap(({ agency }) => agency ?? []))];
  const rules = taskRules();
  fc.assert(
    fc.property(
      fc.constantFrom(...topics),
      fc.constantFrom(...agencies),
      fc.constantFrom('A' as const, 'B-science' as const, 'B-innovation' as const),
      fc.integer({ min: 0, max: 6000 }),
      ([one, kind], agency, regime, days) => {
        const on = Temporal.PlainDate.from('2014-01-01').add({ days });
        const rule = rules.find(kind, { topic: one, agency, regime, on });
        expect(rule ? rules.byId(rule.id) : undefined).toBe(rule);
      },
    ),
    { numRuns: 300 },
  );
});

test('a line of regime B goes by its own rule, by that of B, and never by that of A', () => {
  const rules = taskRules();
  const on = '2026-03-04';
  const id = (regime: 'A' | 'B-science' | 'B-innovation', asked: string) =>
    rules.get('term', { topic: asked, regime, on }).id;
  expect(id('B-science', 'task.changes.decision')).toBe('changes.decision.B-science.2025');
  expect(id('B-innovation', 'task.changes.decision')).toBe('changes.decision.B-innovation.2025');
  const repayment = 'task.termination.repayment';
  expect(id('B-innovation', repayment)).toBe(id('B-science', repayment));
  expect(
    rules.find('term', { topic: 'task.acceptance.validity-reply', regime: 'B-science', on }),
  ).toBeUndefined();
  expect(() =>
    rules.get('term', { topic: 'task.acceptance.validity-reply', regime: 'B-science', on }),
  ).toThrow(
    'Không có quy tắc «task.acceptance.validity-reply» nào có hiệu lực ngày 2026-03-04 cho chế độ B-science',
  );
});

test('an acceptance council rates as its agency does, and names the rules', () => {
  const counts = { excellent: 0, passed: 4, failed: 3 };
  const on = '2024-06-01';
  const rate = (agency: string, ballots: Parameters<typeof acceptanceRating>[1]) =>
    acceptanceRating(taskRules(), ballots, { on, regime: 'A', agency });
  expect(rate('SKHCN', { counts })).toEqual({
    rating: 'failed',
    ruleIds: ['acceptance.council-rating.2014'],
  });
  // Two of seven say Không đạt: not more than a third, but only for BTTTT are five ballots of seven what it takes.
  expect(rate('BTTTT', { counts: { excellent: 1, passed: 4, failed: 2 } })).toMatchObject({
    rating: 'passed',
  });
  expect(rate('BTTTT', { counts: { excellent: 0, passed: 4, failed: 2 } })).toMatchObject({
    rating: 'failed',
  });
  const points = { mean: 86, parts: { science: 60, application: 26 } };
  expect(rate('BVHTTDL', { counts, points })).toEqual({
    rating: 'excellent',
    ruleIds: ['acceptance.point-rating.BVHTTDL.2016'],
  });
  expect(() => rate('BVHTTDL', { counts })).toThrow('theo điểm');
});
