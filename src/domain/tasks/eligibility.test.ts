import { expect, test } from 'vitest';
import {
  bodyOf,
  course,
  host,
  investigator,
  taskFact,
  toAcceptance,
  toContract,
} from '../../../test/task-facts.ts';
import { law } from '../../../test/task-look.ts';
import type { RecordedTaskFact, TaskProfile } from './about.ts';
import { type Applicant, gatesOf, type OwnTask } from './eligibility.ts';
import type { TaskFact } from './facts.ts';
import type { TaskRegime } from './law.ts';
import { taskOn } from './task.ts';

const instituteId = '00000000-0000-4000-8000-000000000001';
const leaderId = '00000000-0000-4000-8000-000000000002';
const newLeaderId = '00000000-0000-4000-8000-000000000003';
const institute: Applicant = { id: instituteId, as: 'host-organisation' };
const leader: Applicant = { id: leaderId, as: 'investigator' };
const named = { host: { ...host, id: instituteId }, investigator: { ...investigator, id: leaderId } };

const profile: TaskProfile = {
  ...{
    title: 'Nghiên cứu máy sấy nông sản',
    level: 'province',
    type: 'topic',
    field: null,
    programmeId: null,
  },
  unit: { unitId: instituteId, name: 'Phòng Quản lý khoa học' },
  ...{ orderedBy: null, aims: '', products: '', members: [] },
};

/** A task as it stands on a day, hosted by the institute and led by the leader. */
function own(facts: readonly TaskFact[], on: string, more: Partial<TaskProfile> = {}): OwnTask {
  const kept = { restsOn: null, ruleIds: [] };
  const recorded: RecordedTaskFact[] = facts.map((fact) => ({
    ...fact,
    ...kept,
    body: fact.body.kind === 'approved' ? { ...fact.body, ...named } : fact.body,
  }));
  const described = {
    ...taskFact('2024-01-10', bodyOf('ordered')),
    ...kept,
    body: { kind: 'described' as const, profile: { ...profile, ...more } },
  };
  return { id: leaderId, task: taskOn([described, ...recorded], law, { asOf: on })! };
}

const gates = (
  applicant: Applicant,
  facts: readonly TaskFact[],
  on: string,
  { regime = 'A' as TaskRegime, ...more }: Partial<TaskProfile> & { regime?: TaskRegime } = {},
) => gatesOf(applicant, [own(facts, on, more)], { on, regime, law });
const causes = (...asked: Parameters<typeof gates>) => gates(...asked).map(({ cause }) => cause);

const suspended = [...toContract, ...course(['2025-03-01', 'terminationAsked'], ['2025-03-04', 'suspended'])];

test('a gate names its cause, its article, its end and the task it rests on (TT 20/2023/TT-BKHCN Đ4)', () => {
  expect(gates(institute, suspended, '2026-03-04')).toEqual([
    {
      ruleId: 'eligibility.organisation.suspension.2023',
      cause: 'suspension',
      words:
        'Bị đình chỉ nhiệm vụ, không được nhận nhiệm vụ đến hết 04/03/2026 (Thông tư 20/2023/TT-BKHCN, Điều 4)',
      until: '2026-03-04',
      sure: true,
      tasks: [{ id: leaderId, title: 'Nghiên cứu máy sấy nông sản', words: 'bị đình chỉ ngày 04/03/2025' }],
    },
  ]);
  const [english] = gatesOf(
    institute,
    [own(suspended, '2026-03-04')],
    { on: '2026-03-04', regime: 'A', law },
    'en',
  );
  expect(english).toMatchObject({
    words: 'Suspended from a task, no new task through 04/03/2026 (Thông tư 20/2023/TT-BKHCN, Điều 4)',
    tasks: [{ words: 'suspended on 04/03/2025' }],
  });
  expect(causes(institute, suspended, '2026-03-05')).toEqual([]);
  expect(causes(leader, suspended, '2028-03-04')).toEqual(['suspension']);
  expect(causes(leader, suspended, '2028-03-05')).toEqual([]);
});

test('a pause that was lifted bars nobody; innovation counts from the end of the suspension (NĐ 268/2025/NĐ-CP Đ9)', () => {
  const lifted = [...suspended, ...course(['2025-06-02', 'resumed'])];
  expect(causes(institute, lifted, '2025-07-01')).toEqual([]);
  const innovation = { regime: 'B-innovation' as const };
  expect(causes(institute, suspended, '2026-12-01', innovation)).toEqual(['suspension']);
  expect(gates(institute, lifted, '2026-06-02', innovation)).toMatchObject([{ until: '2026-06-02' }]);
  expect(causes(institute, lifted, '2026-06-03', innovation)).toEqual([]);
});

test('a dossier bars when it is more than 30 days late on the closing day, for host and investigator', () => {
  // The contract ends on 2026-09-04: the dossier is due within 30 days, on Monday 5 October.
  expect(causes(institute, toContract, '2026-11-04')).toEqual([]);
  expect(gates(institute, toContract, '2026-11-05')).toMatchObject([
    {
      cause: 'late-acceptance-dossier',
      until: null,
      tasks: [{ words: 'hồ sơ nghiệm thu đến hạn 05/10/2026' }],
    },
  ]);
  expect(causes(leader, toContract, '2026-11-05')).toEqual(['late-acceptance-dossier']);
  expect(causes(institute, toAcceptance, '2026-11-05')).toEqual([]);
});

test('results stay unregistered until they are registered, reports missing until they are made', () => {
  const accepted = [
    ...toAcceptance,
    ...course(['2026-11-12', 'accepted'], ['2026-11-13', 'concluded'], ['2026-12-10', 'completed']),
  ];
  expect(causes(institute, accepted, '2026-12-10')).toEqual(['unregistered-results']);
  const registered = [...accepted, ...course(['2026-12-11', 'registered'], ['2026-12-20', 'recognised'])];
  expect(causes(institute, registered, '2027-12-20')).toEqual([]);
  expect(causes(institute, registered, '2027-12-21')).toEqual(['missing-application-report']);
});

test('only running tasks of the level the rule counts keep an investigator busy', () => {
  expect(causes(leader, toContract, '2025-03-04')).toEqual([]);
  expect(causes(leader, toContract, '2025-03-04', { level: 'national' })).toEqual(['running-tasks']);
});

test('a bar follows who led the task on the day of the event, not who leads it since', () => {
  const change = {
    type: 'investigator' as const,
    before: named.investigator,
    after: { id: newLeaderId, name: 'TS. Lê Thu' },
    cause: 'failure' as const,
  };
  const replaced = [
    ...suspended,
    ...course(['2025-04-01', 'resumed'], ['2025-04-02', 'terminationAsked'], ['2025-04-03', 'suspended']),
  ];
  const changed = taskFact('2025-05-05', bodyOf('changed', { change }));
  const asked = taskFact('2025-05-04', bodyOf('changeAsked', { change }));
  expect(causes(leader, [...replaced, asked, changed], '2025-07-01')).toEqual(['suspension']);
  expect(causes({ ...leader, id: newLeaderId }, [...replaced, asked, changed], '2025-07-01')).toEqual([]);
});

test('what is to be paid back, and a ban until it is, end with the last payment; main members owe it too', () => {
  const ban = (until: string | null) => ({ who: named.host, until, reason: 'chưa hoàn trả kinh phí' });
  const failed = [
    ...suspended,
    ...course(
      ['2025-03-20', 'stopReported'],
      ['2025-04-01', 'terminated', { refund: 5_000_000 }],
      ['2025-04-02', 'banned', ban(null)],
    ),
  ];
  expect(causes(institute, failed, '2027-04-02')).toEqual(['unpaid-recovery', 'ban']);
  const members = [{ id: newLeaderId, name: 'TS. Lê Thu', role: 'main' as const }];
  expect(causes({ ...leader, id: newLeaderId }, failed, '2027-04-02', { members })).toEqual([
    'unpaid-recovery',
  ]);
  const paid = [...failed, ...course(['2027-05-01', 'refunded'])];
  expect(causes(institute, paid, '2027-05-02')).toEqual([]);
  const dated = [
    ...failed.slice(0, -1),
    ...course(['2025-04-02', 'banned', ban('2027-06-01')], ['2025-05-01', 'refunded']),
  ];
  expect(gates(institute, dated, '2027-06-01')).toMatchObject([
    {
      ruleId: null,
      until: '2027-06-01',
      words: expect.stringContaining('đến hết 01/06/2027: chưa hoàn trả'),
    },
  ]);
  expect(causes(institute, dated, '2027-06-02')).toEqual([]);
});

test('a ministry counts its own way: two tasks of any level, a failed rating for three years (TT 45/2016/TT-BTTTT)', () => {
  const ministry = { ...law, agency: 'BTTTT' };
  const asked = { on: '2025-03-04', regime: 'A' as const, law: ministry };
  const one = own(toContract, asked.on);
  expect(gatesOf(leader, [one], asked)).toEqual([]);
  expect(gatesOf(leader, [one, { ...one, id: newLeaderId }], asked)).toMatchObject([
    { cause: 'running-tasks', tasks: [{}, {}] },
  ]);
  const failed = [...toAcceptance, ...course(['2026-11-12', 'accepted', { rating: 'not-achieved' }])];
  const later = { ...asked, on: '2029-11-12' };
  expect(gatesOf(leader, [own(failed, later.on)], later)).toMatchObject([
    { cause: 'failed-rating', until: '2029-11-12' },
  ]);
});
