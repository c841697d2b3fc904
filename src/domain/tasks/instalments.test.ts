import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { course, toContract } from '../../../test/task-facts.ts';
import { law, lookAt } from '../../../test/task-look.ts';
import { Instalment } from './arrangement.ts';
import { instalmentFaults, paidAgainst, paymentsIn } from './instalments.ts';
import type { TaskRegime } from './law.ts';
import { pastedInstalments } from './pasted-instalments.ts';

const stateMoney = 1_800_000_000;
const instalment = (amount: number, more: object = {}) =>
  Instalment.parse({ needs: 'Báo cáo được xác nhận', event: 'sau khi ký', amount, ...more });
const faults = (instalments: readonly Instalment[], regime: TaskRegime = 'A') =>
  instalmentFaults(instalments, {
    stateMoney,
    regime,
    on: regime === 'A' ? '2024-09-04' : '2026-06-01',
    law,
  });

describe('instalments planned', () => {
  test('come to the state money; a refusal says by how much they do not', () => {
    expect(faults([])).toEqual([]);
    expect(faults([instalment(800_000_000), instalment(1_000_000_000)])).toEqual([]);
    const [less] = faults([instalment(800_000_000), instalment(900_000_000)]);
    expect(less?.message).toMatch(
      /1\.700\.000\.000 đồng, ít hơn .*1\.800\.000\.000 đồng\) là 100\.000\.000 đồng/u,
    );
    expect(faults([instalment(stateMoney + 1)])[0]?.message).toMatch(/nhiều hơn .* là 1 đồng/u);
  });
  test('a first advance of half is allowed, a đồng more is not (TTLT 27/2015 Đ13(1)b)', () => {
    const half = (more: number) => [
      instalment(stateMoney / 2 + more, { advance: true }),
      instalment(stateMoney / 2 - more),
    ];
    expect(faults(half(0))).toEqual([]);
    expect(faults(half(1))).toEqual([
      { path: ['instalments', 0, 'advance'], message: expect.stringContaining('Điều 13 khoản 1 điểm b') },
    ]);
    // Under the law of 2025 no share was read; innovation tasks are paid by vouchers (NĐ 268/2025 Đ15(3)).
    expect(faults(half(1), 'B-science')).toEqual([]);
    expect(faults(half(0), 'B-innovation')[0]?.message).toContain('NĐ 268/2025/NĐ-CP Đ15(3)');
  });
  test('days go in the order of the instalments; each has a day or an event', () => {
    const [first, second] = [
      instalment(800_000_000, { on: '2025-06-01' }),
      instalment(1_000_000_000, { on: '2025-03-01' }),
    ];
    expect(
      faults([second, first].map((one, at) => ({ ...one, amount: [first, second][at]!.amount }))),
    ).toEqual([]);
    expect(faults([first, second])[0]).toMatchObject({ path: ['instalments', 1, 'when'] });
    expect(Instalment.safeParse({ needs: 'Báo cáo', amount: 5 }).error?.issues[0]?.path).toEqual(['when']);
  });
});

describe('money paid', () => {
  const { refused, standing } = lookAt('A');
  const paid = (on: string, amount: number, more: object = {}) =>
    course([on, 'disbursed', { amount, ...more }]);
  const half = stateMoney / 2;
  test('the first advance keeps to half, all of it to the state money of the contract', () => {
    const advance = { amount: half + 1, advance: true };
    expect(refused(toContract, '2024-09-20', 'disbursed', advance)).toContain('Điều 13 khoản 1 điểm b');
    expect(refused(toContract, '2024-09-20', 'disbursed', { ...advance, amount: half })).toBeUndefined();
    const once = [...toContract, ...paid('2024-09-20', half, { advance: true })];
    expect(refused(once, '2024-10-20', 'disbursed', { amount: half })).toBeUndefined();
    expect(refused(once, '2024-10-20', 'disbursed', { amount: half + 1 })).toMatch(
      /Chỉ còn 900\.000\.000 đồng/u,
    );
  });
  test('stops while the task is suspended, and with two reports missing (TT 09/2014 Đ9)', () => {
    expect(refused(toContract, '2025-09-04', 'disbursed')).toBeUndefined();
    expect(refused(toContract, '2025-09-05', 'disbursed')).toContain('Thông tư 09/2014/TT-BKHCN, Điều 9');
    const suspended = [
      ...toContract,
      ...course(['2024-10-01', 'terminationAsked'], ['2024-10-08', 'suspended']),
    ];
    expect(refused(suspended, '2024-10-20', 'disbursed')).toContain('tạm dừng');
  });
  test('is held against the plan; what names no instalment stands beside, nothing is lost', () => {
    const plan = [instalment(half), instalment(half)];
    const payment = fc.record({
      amount: fc.integer({ min: 1, max: 10 ** 9 }),
      instalment: fc.option(fc.integer({ min: 1, max: 4 })),
    });
    fc.assert(
      fc.property(fc.array(payment, { maxLength: 8 }), (payments) => {
        const facts = payments.flatMap(({ amount, instalment: nth }, at) =>
          paid(`2024-10-${10 + at}`, amount, nth === null ? {} : { instalment: nth }),
        );
        const { history } = standing([...toContract, ...facts].toReversed());
        const held = paidAgainst(plan, paymentsIn(history));
        const parts = [...held.planned.map((one) => one.paid), held.beside.paid];
        expect(parts.reduce((sum, one) => sum + one, 0)).toBe(held.paid);
        expect(held.paid).toBe(payments.reduce((sum, { amount }) => sum + amount, 0));
      }),
      { numRuns: 50 },
    );
  });
});

test('instalments are read from a copied table: heads and sums left out, day and amount in either order', () => {
  const rows = [
    ['Đợt', 'Nội dung', 'Thời điểm', 'Số tiền', 'Tỷ lệ'],
    ['Đợt 1', 'Tạm ứng sau khi ký', 'sau khi ký hợp đồng', '900.000.000', '50%'],
    ['2', 'Báo cáo giữa kỳ', '540.000.000', '15/3/2027', '30%'],
    ['3', 'Nghiệm thu', 'sau nghiệm thu', '', '20 %'],
    ['', 'Tổng cộng', '', '1.800.000.000', ''],
  ];
  const read = pastedInstalments(rows.map((row) => row.join('\t')).join('\n'));
  expect(read.left).toBe(2);
  expect(read.rows.map(({ needs, when, amount, advance }) => [needs, when, amount, advance])).toEqual([
    ['Tạm ứng sau khi ký', 'sau khi ký hợp đồng', '900.000.000', true],
    ['Báo cáo giữa kỳ', '15/3/2027', '540.000.000', false],
    ['Nghiệm thu', 'sau nghiệm thu', '20 %', false],
  ]);
});
