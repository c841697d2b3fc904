import { describe, expect, test } from 'vitest';
import { bodyOf, course, taskFact } from '../../../test/task-facts.ts';
import { makeCalendar } from '../calendar/calendar.ts';
import { actRefusal, nextAfter, supplementRefusal } from './acts.ts';
import { mainStep, runningClocks } from './clocks.ts';
import type { StepKind, TaskFact } from './facts.ts';
import type { Law } from './law.ts';
import { taskRules } from './rules/rule-set.ts';
import { taskStandingOf } from './standing.ts';

const law: Law = { calendar: makeCalendar(), rules: taskRules() };

const toContract = course(
  ['2024-01-10', 'proposed'],
  ['2024-01-20', 'ordered'],
  ['2024-02-01', 'searched'],
  ['2024-03-01', 'identified'],
  ['2024-03-05', 'recommended'],
  ['2024-03-12', 'reviewed'],
  ['2024-04-01', 'listed'],
  ['2024-04-10', 'listPublished'],
  ['2024-05-02', 'called', { closesOn: '2024-06-03' }],
  ['2024-05-30', 'filed'],
  ['2024-06-10', 'opened'],
  ['2024-07-01', 'scored'],
  ['2024-07-15', 'finalised'],
  ['2024-07-24', 'appraised'],
  ['2024-08-05', 'appraisalFinalised'],
  ['2024-08-15', 'approved'],
  ['2024-08-20', 'resultPublished'],
  ['2024-09-04', 'contracted', { from: '2024-09-04', to: '2026-09-04' }],
);
const toAcceptance = [
  ...toContract,
  ...course(
    ['2025-03-03', 'reported'],
    ['2025-08-20', 'inspected'],
    ['2025-08-29', 'inspectionWorkConfirmed'],
    ['2025-09-10', 'inspectionMoneyConfirmed'],
    ['2025-09-03', 'reported'],
    ['2026-03-03', 'reported'],
    ['2026-09-14', 'selfAssessed'],
    ['2026-09-25', 'acceptanceFiled'],
    ['2026-10-06', 'acceptanceChecked'],
    ['2026-10-09', 'acceptancePosted'],
    ['2026-10-20', 'councilFormed'],
  ),
];
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

const standing = (facts: readonly TaskFact[], asOf?: string) =>
  taskStandingOf(facts, 'A', asOf === undefined ? {} : { asOf });
const openOn = (facts: readonly TaskFact[], asOf?: string) =>
  standing(facts, asOf).open.map(({ step }) => step.kind);
const due = (facts: readonly TaskFact[], asOf?: string) =>
  runningClocks(standing(facts, asOf), law).map((clock) => `${clock.step} ${clock.due}`);
const refused = (facts: readonly TaskFact[], on: string, kind: StepKind, differing: object = {}) =>
  actRefusal(kind, standing(facts), { on, law, body: bodyOf(kind, differing) })?.reason;

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

describe('branches', () => {
  const failed = [
    ...toAcceptance,
    ...course(['2026-11-12', 'accepted', { rating: 'not-achieved' }], ['2026-11-13', 'concluded']),
  ];
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
