import { describe, expect, test } from 'vitest';
import { course, taskFact, toAcceptance, toContract } from '../../../test/task-facts.ts';
import { law, lookAt } from '../../../test/task-look.ts';
import { actRefusal, nextAfter, supplementRefusal } from './acts.ts';
import { fundingStopped, mainStep, runningClocks } from './clocks.ts';
import type { StepKind, TaskFact } from './facts.ts';
import type { Law } from './law.ts';

const toEffect = [
  ...toAcceptance,
  ...course(
    ['2026-11-12', 'accepted', { rating: 'excellent' }],
    ['2026-11-13', 'concluded'],
    ['2026-12-10', 'completed'],
    ['2026-12-11', 'registered'],
    ['2026-12-20', 'recognised'],
    ['2026-10-30', 'assetsPlanned'],
    ['2026-12-22', 'assetsDecided'],
    ['2026-12-28', 'assetsHandedOver'],
    ['2026-12-30', 'advancesCleared'],
    ['2027-01-15', 'liquidated'],
    ['2027-02-01', 'settled'],
    ['2027-12-15', 'effectReported'],
    ['2028-12-15', 'effectReported'],
    ['2029-12-14', 'effectReported', { last: true }],
  ),
];

const { standing, openOn, due, refused } = lookAt('A');

describe('from the proposal to the effect report', () => {
  test.each<[string, StepKind[]]>([
    ['2024-01-09', ['proposed']],
    ['2024-01-10', ['ordered']],
    ['2024-03-01', ['recommended', 'reviewed']],
    ['2024-05-02', ['filed', 'opened']],
    ['2024-06-10', ['scored']],
    ['2024-08-15', ['resultPublished', 'contracted']],
    ['2024-09-04', ['reported', 'inspected', 'selfAssessed']],
    ['2026-10-06', ['acceptancePosted', 'councilFormed', 'assetsPlanned']],
    ['2026-11-13', ['assetsDecided', 'completed', 'registered', 'advancesCleared']],
    ['2026-12-28', ['advancesCleared', 'liquidated', 'effectReported']],
    ['2027-02-01', ['effectReported']],
    ['2029-12-14', []],
  ])('on %s %j are open', (day, kinds) => {
    expect(openOn(toEffect, day).toSorted()).toEqual(kinds.toSorted());
  });
  test('ends with the last report', () => {
    expect(standing(toEffect, '2029-12-13').ended).toBeNull();
    expect(standing(toEffect).ended).toEqual({ id: 'completed', name: 'Hoàn thành', on: '2029-12-14' });
  });
  test('keeps what the papers say', () => {
    expect(standing(toEffect).terms).toMatchObject({
      stateMoney: 1_800_000_000,
      months: 24,
      khoan: 'by-part',
    });
  });
});

describe('clocks', () => {
  test('opening: 7 working days after the call closed (TT 20/2023 Đ7)', () => {
    expect(due(toContract, '2024-06-05')).toEqual(['opened 2024-06-12']);
  });
  test('every six and twelve months from the contract (TT 04/2015 Đ26, Đ6), and the end that has two limits', () => {
    expect(due(toContract)).toEqual(['reported 2025-03-04', 'inspected 2025-09-04']);
    expect(due(toAcceptance, '2026-09-14')).toEqual([
      'reported 2026-09-04',
      'inspected 2026-09-04',
      'acceptanceFiled 2026-10-05',
      'acceptanceFiled 2027-03-04',
    ]);
  });
  test('registration is due before completion, both are told (TT 14/2014; TT 11/2014 Đ13(3))', () => {
    expect(due(toEffect, '2026-11-13').filter((line) => /^(registered|completed)/u.test(line))).toEqual([
      'registered 2026-12-14',
      'completed 2026-12-25',
    ]);
    expect(mainStep(standing(toEffect, '2026-11-13'), law)?.step.kind).toBe('registered');
  });
  test('stands still while the dossier is completed (TT 11/2014 Đ7(3))', () => {
    const asked = taskFact('2026-09-28', {
      kind: 'supplementAsked',
      of: 'acceptanceChecked',
      reason: 'thiếu bản sao',
    });
    const received = taskFact('2026-10-02', { kind: 'supplementReceived', of: 'acceptanceChecked' });
    const filed = [...toAcceptance, asked];
    const checking = (facts: readonly TaskFact[], day: string) =>
      runningClocks(standing(facts, day), law).filter(({ step }) => step === 'acceptanceChecked');
    const may = (kind: 'supplementAsked' | 'supplementReceived', day: string) =>
      supplementRefusal(kind, 'acceptanceChecked', standing(filed, day), { roles: ['task-unit'] });
    expect([may('supplementAsked', '2026-09-27'), may('supplementReceived', '2026-09-28')]).toEqual([
      null,
      null,
    ]);
    expect(may('supplementAsked', '2026-09-28')?.reason).toBe('Đã yêu cầu bổ sung, đang chờ hồ sơ.');
    expect(may('supplementReceived', '2026-09-27')?.reason).toMatch(/Không có yêu cầu bổ sung/u);
    expect(due(filed, '2026-09-27')).toContain('acceptanceChecked 2026-09-30');
    expect(checking(filed, '2026-09-28')).toMatchObject([
      { topic: 'task.acceptance.supplement', due: '2026-10-05', paused: false },
      { topic: 'task.acceptance.validity-reply', due: null, paused: true },
    ]);
    expect(standing(filed).supplements).toMatchObject([{ receivedOn: '2026-10-06' }]);
    expect(checking([...filed, received], '2026-10-02')).toMatchObject([
      { due: '2026-10-07', paused: false },
    ]);
  });
  test('an agency that has no rule says so, and no day is made up', () => {
    const none: Law = { ...law, rules: { ...law.rules, find: () => undefined } };
    expect(runningClocks(standing(toContract, '2024-06-05'), none)).toMatchObject([
      { due: null, rule: null },
    ]);
  });
});

describe('joins and refusals', () => {
  const accepted = toEffect.filter(({ happenedOn }) => happenedOn <= '2026-11-13');
  test('recognition needs registration and completion (TT 11/2014 Đ17)', () => {
    expect(refused(accepted, '2026-11-20', 'recognised')).toBe(
      'Chưa có: bước 28 Hoàn thiện hồ sơ sau nghiệm thu; bước 29 Đăng ký, lưu giữ kết quả (TT 11/2014/TT-BKHCN Đ17).',
    );
  });
  test('liquidation needs registration, recognition and hand-over of assets; settlement needs liquidation', () => {
    const recognised = toEffect.filter(({ happenedOn }) => happenedOn <= '2026-12-20');
    expect(refused(recognised, '2026-12-21', 'liquidated')).toMatch(/^Chưa có: bước 31[bc]?.*TT 11\/2014/u);
    expect(refused(recognised, '2026-12-21', 'settled')).toMatch(/bước 32 Thanh lý hợp đồng.*TTLT 27\/2015/u);
    expect(
      refused(
        toEffect.filter(({ happenedOn }) => happenedOn <= '2026-12-30'),
        '2027-01-04',
        'liquidated',
      ),
    ).toBe(undefined);
  });
  test('a call is open 30 days (TT 20/2023 Đ3(2)), filing ends with it, opening comes after', () => {
    const listed = toContract.filter(({ happenedOn }) => happenedOn <= '2024-04-10');
    expect(refused(listed, '2024-05-02', 'called', { closesOn: '2024-05-31' })).toMatch(
      /đủ 30 ngày.*01\/06\/2024/u,
    );
    expect(refused(listed, '2024-05-02', 'called', { closesOn: '2024-06-01' })).toBe(undefined);
    const called = toContract.filter(({ happenedOn }) => happenedOn <= '2024-05-30');
    expect(refused(called, '2024-06-04', 'filed')).toMatch(/hết hạn nhận hồ sơ ngày 03\/06\/2024/u);
    expect(refused(called, '2024-06-03', 'opened')).toMatch(/sau khi hết hạn nhận/u);
  });
  test('an inspection waits for all reports (TT 04/2015 Đ9)', () => {
    expect(refused(toContract, '2025-03-04', 'inspected')).toBe(undefined);
    expect(refused(toContract, '2025-09-05', 'inspected')).toMatch(/thiếu 2 báo cáo/u);
  });
  test('two missing reports stop the money (TT 09/2014 Đ9)', () => {
    expect(fundingStopped(standing(toContract), '2025-09-04', law)).toBeNull();
    expect(fundingStopped(standing(toContract), '2025-09-05', law)?.basis.article).toMatch(/Điều 9/u);
  });
  test('a dossier more than 6 months late fails (TT 11/2014 Đ13(1)c)', () => {
    const late = [
      ...toContract,
      ...course(
        ['2027-03-01', 'selfAssessed'],
        ['2027-03-05', 'acceptanceFiled'],
        ['2027-03-10', 'acceptanceChecked'],
        ['2027-03-20', 'councilFormed'],
      ),
    ];
    expect(refused(late, '2027-04-01', 'accepted')).toMatch(/quá 6 tháng.*Không đạt/u);
    expect(refused(late, '2027-04-01', 'accepted', { rating: 'not-achieved' })).toBe(undefined);
  });
  test('what is next', () => {
    expect(nextAfter('acceptanceChecked', 'A').map(({ kind }) => kind)).toEqual([
      'acceptancePosted',
      'councilFormed',
    ]);
  });
  test('only whose step it is', () => {
    const acting = { on: '2024-09-05', law, roles: ['host'] } as const;
    expect(actRefusal('inspected', standing(toContract), acting)).toEqual({
      because: 'person',
      reason: 'Việc của đoàn kiểm tra (TT 04/2015/TT-BKHCN Đ5–11).',
    });
    expect(actRefusal('reported', standing(toContract), acting)).toBeNull();
  });
});
