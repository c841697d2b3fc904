import { describe, expect, test } from 'vitest';
import { course, taskFact, toAcceptance, toContract } from '../../../test/task-facts.ts';
import { lookAt } from '../../../test/task-look.ts';

const { standing, openOn, due, refused } = lookAt('A');

describe('branches of the law of 2013', () => {
  const failed = [
    ...toAcceptance,
    ...course(['2026-11-12', 'accepted', { rating: 'not-achieved' }], ['2026-11-13', 'concluded']),
  ];
  test('what was recorded on a day keeps what it rests on: doing again is decided from the next day', () => {
    const barred = [
      ...failed,
      ...course(
        ['2026-12-01', 'failureReported'],
        ['2026-12-30', 'failureChecked'],
        ['2026-12-30', 'banned'],
      ),
    ];
    expect(refused(barred, '2026-12-30', 'redone')).toMatch(/«Hạn chế tham gia nhiệm vụ mới».*ngày hôm sau/u);
    expect(refused(barred, '2026-12-31', 'redone')).toBeUndefined();
    expect(refused([...failed, ...barred.slice(-3, -1)], '2026-12-30', 'redone')).toBeUndefined();
  });

  test('not achieved: report, check, refund, assets, liquidation, settlement (TTLT 27/2015 Đ16–17)', () => {
    expect(openOn(failed)).toEqual(['assetsPlanned', 'failureReported', 'advancesCleared']);
    expect(refused(failed, '2026-11-20', 'registered')).toMatch(/bước 26 .*«Đạt trở lên»/u);
    const decided = [
      ...failed,
      ...course(
        ['2026-12-01', 'failureReported'],
        ['2026-12-30', 'failureChecked'],
        ['2027-01-05', 'refundDecided'],
      ),
    ];
    expect(due(decided)).toContain('refunded 2027-03-08');
    const over = [
      ...decided,
      ...course(
        ['2027-02-20', 'refunded'],
        ['2027-02-22', 'assetsPlanned', { none: true }],
        ['2027-02-22', 'advancesCleared'],
        ['2027-03-01', 'liquidated'],
        ['2027-03-15', 'settled'],
      ),
    ];
    expect(standing(over)).toMatchObject({ gaps: [], ended: { id: 'not-achieved', on: '2027-03-15' } });
  });
  test('done again: acceptance opens anew under a new end', () => {
    const again = [
      ...failed,
      ...course(
        ['2026-12-01', 'failureReported'],
        ['2026-12-30', 'failureChecked'],
        ['2027-01-05', 'redone', { until: '2027-06-30' }],
      ),
    ];
    expect(openOn(again)).toEqual(['reported', 'inspected', 'selfAssessed']);
    expect(standing(again).terms.contract).toMatchObject({ to: '2027-06-30', firstTo: '2026-09-04' });
    expect(refused(again, '2027-01-05', 'selfAssessed')).toMatch(/ghi từ ngày hôm sau/u);
    expect(refused(again, '2027-01-06', 'selfAssessed')).toBe(undefined);
  });
  test('terminated: asked, suspended within 7 working days, reported, decided (TT 04/2015 Đ21–22)', () => {
    const asked = [...toContract, ...course(['2025-05-12', 'terminationAsked'])];
    expect(due(asked)).toContain('suspended 2025-05-21');
    const suspended = [...asked, ...course(['2025-05-16', 'suspended'])];
    expect(openOn(suspended)).toEqual(['stopReported']);
    expect(refused(suspended, '2025-05-20', 'reported')).toBe(
      'Đang có hiệu lực: bước 20a Thông báo tạm dừng; cho tiếp tục thực hiện trước.',
    );
    const ended = [
      ...suspended,
      ...course(['2025-06-02', 'stopReported'], ['2025-07-01', 'terminated', { refund: 5_000_000 }]),
    ];
    expect(openOn(ended)).toEqual(['refunded', 'assetsPlanned', 'advancesCleared']);
    expect(due(ended)).toContain('assetsPlanned 2025-09-03');
    expect(refused(ended, '2025-07-02', 'acceptanceFiled')).toMatch(/«Nghiệm thu» đã qua/u);
  });
  test('resumed: what was open goes on', () => {
    const resumed = [
      ...toContract,
      ...course(['2025-05-12', 'terminationAsked'], ['2025-05-16', 'suspended'], ['2025-06-02', 'resumed']),
    ];
    expect(openOn(resumed)).toEqual(['reported', 'inspected', 'selfAssessed']);
  });
  test('nobody proposed: called again within 6 months of the first call (TT 20/2023 Đ3(3))', () => {
    const none = [...toContract.slice(0, 10), ...course(['2024-06-10', 'opened', { outcome: 'none' }])];
    expect(openOn(none)).toEqual(['called']);
    expect(due(none)).toEqual(['called 2024-11-04']);
  });
  test('taken over from older files: what lay before is not asked for', () => {
    const old = [
      taskFact('2024-09-04', { kind: 'takenOver', phase: 'running' }),
      ...course(['2024-09-04', 'contracted', { from: '2024-09-04', to: '2026-09-04' }]),
    ];
    expect(openOn(old)).toEqual(['reported', 'inspected', 'selfAssessed']);
    expect(standing(old).gaps).toEqual([]);
    expect(standing(old.slice(1)).gaps).toEqual([
      { kind: 'contracted', on: '2024-09-04', missing: ['approved'] },
    ]);
  });
});
