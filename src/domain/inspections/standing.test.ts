import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordedTaskFact } from '../tasks/about.ts';
import { type InspectionBody, type InspectionFact, InspectionPlan } from './facts.ts';
import { inspectionOn, inspectionStateOn, outcomeOf } from './standing.ts';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const [mill, dryer, other] = [id(1), id(2), id(3)];
const planned = {
  ...{ name: 'Đợt 1 năm 2026', from: '2026-03-02', to: '2026-03-20' },
  ...{ unit: { unitId: id(9), name: 'Phòng Quản lý Khoa học' }, taskIds: [mill, dryer] },
};
const plan = InspectionPlan.parse(planned);
const finding = { id: id(50), words: 'hoàn thiện hồ sơ mua sắm' };
const reason = 'đổi lịch công tác';

let count = 0;
const fact = (happenedOn: string, body: InspectionBody): InspectionFact => {
  count += 1;
  const by = { by: 'Người ghi', byId: null, inNameOf: null };
  return { id: id(900 + count), happenedOn, recordedAt: `${happenedOn}T03:00:00Z`, ...by, body };
};
const minuted = (taskId: string, factId: string, findings = [finding]) => ({
  ...{ kind: 'minuted' as const, taskId, factId, findings, restsOn: null },
});
const facts = [
  fact('2026-01-10', { kind: 'planned', plan, restsOn: null }),
  fact('2026-03-05', minuted(mill, id(101))),
  fact('2026-03-09', { kind: 'findingGiven', findingId: finding.id, directiveId: id(201) }),
  fact('2026-03-12', { kind: 'amended', plan: { ...plan, taskIds: [mill, other] }, reason, restsOn: null }),
  fact('2026-03-18', minuted(other, id(102), [])),
];
const all = () => true;

test('a round is done when every task of its plan has minutes that count, and late when its days are over', () => {
  const stateOn = (day: string, counts = all as (id: string) => boolean) => {
    const standing = inspectionOn(facts, day, counts);
    return standing && inspectionStateOn(standing, day);
  };
  expect(stateOn('2026-01-09')).toBeNull();
  expect(stateOn('2026-03-01')).toBe('planned');
  expect(stateOn('2026-03-02')).toBe('running');
  expect(stateOn('2026-03-17')).toBe('running');
  expect(stateOn('2026-03-18')).toBe('done');
  // The inspection of the second task was put right on the task: it did not take place.
  expect(stateOn('2026-03-20', (one) => one !== id(102))).toBe('running');
  expect(stateOn('2026-03-21', (one) => one !== id(102))).toBe('overdue');
});

test('a finding given as a directive that was stopped waits again', () => {
  const of = (counts: (id: string) => boolean) =>
    inspectionOn(facts, '2026-04-01', counts)?.visits.get(mill)?.findings[0];
  expect(of(all)).toMatchObject({ directiveId: id(201), spared: null });
  expect(of((one) => one !== id(201))).toMatchObject({ directiveId: null, spared: null });
});

test('no order of facts changes how a round stands, and nothing later changes how it stood', () => {
  const days = ['2026-01-31', '2026-03-06', '2026-03-13', '2026-12-31'];
  const stood = days.map((day) => inspectionOn(facts, day, all));
  fc.assert(
    fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), fc.nat(3), (mixed, at) => {
      expect(inspectionOn(mixed, days[at] ?? '', all)).toEqual(stood[at]);
      const sooner = mixed.filter(({ happenedOn }) => happenedOn <= (days[at] ?? ''));
      expect(inspectionOn(sooner, days[at] ?? '', all)).toEqual(stood[at]);
    }),
    { numRuns: 50 },
  );
});

test('the result is what the task says now', () => {
  const said = (own: string, recordedAt: string, body: RecordedTaskFact['body']): RecordedTaskFact => ({
    ...{ id: own, happenedOn: '2026-03-05', recordedAt, body },
    ...{ by: '', byId: null, inNameOf: null, restsOn: null, ruleIds: [] },
  });
  const first = said(id(101), '2026-03-05T01:00:00Z', { kind: 'inspected', outcome: 'continue' });
  const righted = said(id(102), '2026-03-06T01:00:00Z', {
    ...{ kind: 'corrected', supersedes: id(101), reason: 'ghi nhầm' },
    instead: { kind: 'inspected', outcome: 'adjust' },
  });
  const gone = said(id(103), '2026-03-07T01:00:00Z', {
    ...{ kind: 'corrected', supersedes: id(101), reason: 'không kiểm tra', instead: null },
  });
  expect(outcomeOf([first], id(101))).toBe('continue');
  expect(outcomeOf([righted, first], id(101))).toBe('adjust');
  expect(outcomeOf([gone, first, righted], id(101))).toBeNull();
  expect(outcomeOf([first], id(999))).toBeNull();
});

test('a plan that ends before it begins is refused, and a task named twice is inspected once', () => {
  expect(InspectionPlan.safeParse({ ...planned, to: '2026-03-01' }).error?.issues[0]?.path).toEqual(['to']);
  expect(InspectionPlan.parse({ ...planned, taskIds: [mill, mill] }).taskIds).toEqual([mill]);
});
