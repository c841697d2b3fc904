import { expect, test } from 'vitest';
import { type RegimeFacts, regimeOf } from './regime.ts';
import { taskRules } from './rules/rule-set.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const regime = (facts: Partial<RegimeFacts>, agency?: string) =>
  regimeOf({ innovation: false, ...facts }, taskRules(), { on: day('2026-08-01'), agency });

test.each([
  ['approved on the last day before', { approvedOn: day('2025-09-30') }, undefined, 'A'],
  ['approved on the day', { approvedOn: day('2025-10-01') }, undefined, 'B-science'],
  [
    'filed before, approved after',
    { filedOn: day('2025-08-01'), approvedOn: day('2025-12-01') },
    undefined,
    'B-science',
  ],
  ['only proposed', {}, undefined, 'B-science'],
  ['an innovation task', { innovation: true }, undefined, 'B-innovation'],
  ['filed before, at Bộ Công Thương', { filedOn: day('2026-05-13') }, 'BCT', 'A'],
  ['filed on the day, at Bộ Công Thương', { filedOn: day('2026-05-14') }, 'BCT', 'B-science'],
  ['under review, at Bộ GD&ĐT', { filedOn: day('2026-07-01') }, 'BGDĐT', 'B-science'],
  ['approved before, at Bộ GD&ĐT', { approvedOn: day('2026-07-24') }, 'BGDĐT', 'A'],
] as const)('%s: %o at %s is %s (Law 93/2025 article 73 and its variants)', (_, facts, agency, expected) => {
  expect(regime(facts, agency).regime).toBe(expected);
});

test('says why, and by which rule', () => {
  expect(regime({ approvedOn: day('2025-06-02') })).toEqual({
    regime: 'A',
    reason:
      'Đã được phê duyệt ngày 02/06/2025, trước 01/10/2025 (Luật KHCN&ĐMST 93/2025/QH15, Điều 73 khoản 1, 2)',
    ruleId: 'regime.transition.2000',
  });
  expect(regime({}).reason).toMatch(/^Chưa được phê duyệt trước 01\/10\/2025/u);
});

test('a recorded decision goes before the rule, and is the reason', () => {
  const decided = {
    regime: 'A',
    number: '45/QĐ-SKHCN',
    on: day('2026-01-15'),
    reason: 'đang xét duyệt dở',
  } as const;
  expect(regime({ approvedOn: day('2025-12-01'), decided })).toEqual({
    regime: 'A',
    reason: 'Quyết định 45/QĐ-SKHCN ngày 15/01/2026: đang xét duyệt dở',
    ruleId: null,
  });
});

test('on a day before the new law there was only the earlier one', () => {
  const asked = { on: day('2025-09-30') };
  expect(regimeOf({ innovation: false }, taskRules(), asked).regime).toBe('A');
  expect(regimeOf({ innovation: false }, taskRules(), { on: day('2025-10-01') }).regime).toBe('B-science');
});
