import { describe, expect, test } from 'vitest';
import { course } from '../../../test/task-facts.ts';
import { lookAt } from '../../../test/task-look.ts';

describe('S&T tasks of the law of 2025 (NĐ 267/2025, TT 36/2025, TT 44/2025)', () => {
  const toContract = course(
    ['2026-01-12', 'ordered'],
    ['2026-02-02', 'called', { closesOn: '2026-02-27' }],
    ['2026-02-20', 'filed'],
    ['2026-03-06', 'opened'],
    ['2026-03-20', 'scored'],
    ['2026-03-30', 'estimateFiled'],
    ['2026-04-06', 'appraised'],
    ['2026-04-13', 'approved'],
    ['2026-04-20', 'contracted', { from: '2026-04-20', to: '2028-04-20' }],
  );
  const toEnd = [
    ...toContract,
    ...course(
      ['2026-05-15', 'updated'],
      ['2027-04-12', 'reported'],
      ['2027-05-04', 'inspected'],
      ['2028-04-14', 'finalFiled'],
      ['2028-05-04', 'evaluated'],
      ['2028-05-08', 'concluded'],
      ['2028-05-15', 'registered'],
      ['2028-06-12', 'settled'],
      ['2028-06-26', 'liquidated'],
      ['2029-04-16', 'effectReported'],
      ['2030-04-15', 'effectReported', { last: true }],
      ['2031-04-14', 'impactEvaluated'],
    ),
  ];
  const { standing, openOn, due, refused } = lookAt('B-science');

  test('goes its way, settlement before liquidation, without an acceptance council', () => {
    expect(openOn(toEnd, '2026-04-20')).toEqual(['updated', 'reported', 'inspected', 'finalFiled']);
    expect(openOn(toEnd, '2028-05-15')).toEqual(['settled', 'assetsPlanned']);
    expect(openOn(toEnd, '2028-06-12')).toEqual(['assetsPlanned', 'liquidated']);
    expect(standing(toEnd)).toMatchObject({ gaps: [], ended: { id: 'completed', on: '2031-04-14' } });
    expect(refused(toEnd, '2026-05-04', 'accepted')).toMatch(/không có bước đó/u);
  });
  test('validity 10 days after closing (TT 44/2025 Đ7), a call of 10 days (Đ5(3))', () => {
    expect(due(toContract, '2026-02-20')).toEqual(['opened 2026-03-09']);
    const ordered = toContract.filter(({ happenedOn }) => happenedOn <= '2026-01-12');
    expect(refused(ordered, '2026-02-02', 'called', { closesOn: '2026-02-11' })).toMatch(/đủ 10 ngày/u);
    expect(refused(ordered, '2026-02-02', 'called', { closesOn: '2026-02-12' })).toBe(undefined);
  });
  test('update each month (TT 44/2025 Đ11); settlement 30 working days from the notice (TT 39/2025 Đ42)', () => {
    expect(due(toEnd, '2026-05-15').slice(0, 1)).toEqual(['updated 2026-06-22']);
    expect(due(toEnd, '2028-05-15')).toContain('settled 2028-06-19');
  });
  test('assets: planned within 60 days, handed over within 7 of the decision, or told by the liquidation (BM-21)', () => {
    const concluded = toEnd.filter(({ happenedOn }) => happenedOn <= '2028-05-08');
    const planned = [...concluded, ...course(['2028-05-22', 'assetsPlanned', { none: false }])];
    expect(openOn(planned)).toContain('assetsDecided');
    const decided = [...planned, ...course(['2028-06-05', 'assetsDecided'])];
    expect(due(decided)).toContain('assetsHandedOver 2028-06-12');
    const liquidated = [...decided, ...course(['2028-06-06', 'settled'], ['2028-06-07', 'liquidated'])];
    expect(openOn(liquidated)).not.toContain('assetsHandedOver');
    expect(refused(concluded, '2028-05-22', 'assetsDecided')).toMatch(/^Chưa có/u);
  });
  test('a change is answered in 15 days of the request (TT 36/2025 Đ6)', () => {
    const asked = [...toContract, ...course(['2026-06-01', 'changeAsked'])];
    expect(due(asked)).toContain('changed 2026-06-16');
  });
  test('terminated: the spending file within 15 days of the suspension (TT 39/2025 Đ42), no joins skipped', () => {
    const suspended = [
      ...toContract,
      ...course(['2026-09-07', 'terminationAsked'], ['2026-09-10', 'suspended']),
    ];
    expect(due(suspended)).toEqual(['stopReported 2026-09-25']);
    const over = [
      ...suspended,
      ...course(
        ['2026-09-21', 'stopReported'],
        ['2026-10-12', 'terminated', { refund: 1_000_000 }],
        ['2026-11-02', 'refunded'],
        ['2026-11-16', 'settled'],
        ['2026-12-01', 'liquidated'],
      ),
    ];
    expect(standing(over)).toMatchObject({ gaps: [], ended: { id: 'terminated' } });
  });
  test('not completed: nothing is paid back where money was used by the rules (Luật 93/2025 Đ9)', () => {
    const failed = [
      ...toEnd.filter(({ happenedOn }) => happenedOn < '2028-05-01'),
      ...course(['2028-05-04', 'evaluated', { outcome: 'not-completed' }], ['2028-05-08', 'concluded']),
    ];
    expect(openOn(failed)).toEqual(['refundDecided', 'assetsPlanned']);
    const decided = [...failed, ...course(['2028-05-22', 'refundDecided', { refund: 0 }])];
    expect(openOn(decided)).toEqual(['assetsPlanned', 'settled']);
  });
});

describe('innovation tasks (NĐ 268/2025)', () => {
  const toContract = course(
    ['2026-02-02', 'called', { closesOn: '2026-02-27' }],
    ['2026-02-20', 'filed'],
    ['2026-03-06', 'opened'],
    ['2026-03-20', 'scored'],
    ['2026-03-24', 'resultNotified'],
    ['2026-04-03', 'finalised'],
    ['2026-04-09', 'appraised'],
    ['2026-04-15', 'approved'],
    ['2026-04-22', 'contracted', { from: '2026-04-22', to: '2028-04-22' }],
  );
  const { openOn, due, refused } = lookAt('B-innovation');

  test.each([
    ['2026-03-06', 'scored 2026-04-06', 'Đ12(1): 30 days'],
    ['2026-03-20', 'resultNotified 2026-03-25', 'Đ12(5): 3 working days'],
    ['2026-03-24', 'finalised 2026-04-08', 'Đ12(5): 15 days'],
    ['2026-04-03', 'appraised 2026-04-13', 'Đ13: 10 days'],
    ['2026-04-09', 'approved 2026-04-20', 'Đ14(1): 10 days'],
    ['2026-04-15', 'contracted 2026-04-28', 'Đ15(1): 10 days; Giỗ Tổ 26/4 a Sunday, so 27/4 is off'],
  ])('on %s: %s (%s)', (day, clock) => {
    expect(due(toContract, day)).toEqual([clock]);
  });
  test('a contract of 60 months at most (Đ15(2)b)', () => {
    const approved = toContract.filter(({ happenedOn }) => happenedOn <= '2026-04-15');
    expect(refused(approved, '2026-04-22', 'contracted', { from: '2026-04-22', to: '2031-04-23' })).toMatch(
      /không quá 60 tháng/u,
    );
    expect(refused(approved, '2026-04-22', 'contracted', { from: '2026-04-22', to: '2031-04-22' })).toBe(
      undefined,
    );
  });
  test('paid by content within 15 days, each settled with its payment; liquidated after the last (Đ18)', () => {
    const asked = [...toContract, ...course(['2026-09-01', 'paymentAsked'])];
    expect(due(asked)).toEqual(['paid 2026-09-16']);
    const paid = [...asked, ...course(['2026-09-10', 'paid', { last: false }])];
    expect(openOn(paid)).toEqual(['paymentAsked']);
    expect(refused(paid, '2026-09-11', 'liquidated')).toMatch(/nội dung cuối/u);
    const last = [...paid, ...course(['2027-03-01', 'paymentAsked'], ['2027-03-12', 'paid'])];
    expect(openOn(last)).toEqual(['liquidated']);
  });
  test('a change counts 15 days from the opinions received (Đ17(1))', () => {
    const asked = [
      ...toContract,
      ...course(['2026-06-01', 'changeAsked'], ['2026-06-10', 'opinionsReceived']),
    ];
    expect(due(asked)).toEqual(['changed 2026-06-25']);
  });
});
