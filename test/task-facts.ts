import type { StepBody, StepKind, TaskEvent, TaskFact } from '../src/domain/tasks/facts.ts';

export const host = { id: null, name: 'Viện Cơ khí Sông Hương' };
export const investigator = { id: null, name: 'TS. Trần Minh Khôi' };
const dossier = '00000000-0000-4000-8000-00000000d055';
export const changeId = '00000000-0000-4000-8000-0000000c4a96';
const reason = 'theo văn bản kèm theo';

/** What is said in a usual case of each step that says something; the others say only their day. */
const usual: Partial<{ [Kind in StepKind]: Omit<Extract<StepBody, { kind: Kind }>, 'kind'> }> = {
  proposed: { title: 'Nghiên cứu máy sấy nông sản' },
  listed: { title: 'Nghiên cứu máy sấy nông sản' },
  identified: { outcome: 'do' },
  called: { mode: 'selection', closesOn: '2024-06-30' },
  callExtended: { closesOn: '2024-07-15', reason },
  filed: { dossier, host, investigator },
  withdrawn: { dossier },
  opened: { outcome: 'valid' },
  scored: { outcome: 'proposed' },
  appraised: { asked: 2_000_000_000, proposed: 1_800_000_000 },
  approved: {
    host,
    investigator,
    stateMoney: 1_800_000_000,
    otherMoney: 200_000_000,
    khoan: 'by-part',
    months: 24,
  },
  cancelled: { reason },
  abandoned: { reason },
  contracted: { number: '07/2024/HĐ-ĐTĐL', from: '2024-12-02', to: '2026-12-02' },
  inspected: { outcome: 'continue' },
  changeAsked: { changeId, change: { type: 'content', before: 'nội dung cũ', after: 'nội dung mới' } },
  opinionsReceived: { changeId },
  changed: { changeId, change: { type: 'content', before: 'nội dung cũ', after: 'nội dung mới' } },
  changeRefused: { changeId, reason },
  changeNotified: { changeId, change: { type: 'content', before: 'nội dung cũ', after: 'nội dung mới' } },
  changeObjected: { changeId, reason },
  terminationAsked: { reason },
  suspended: { reason },
  resumed: { reason },
  terminated: { reason, refund: 0 },
  accepted: { rating: 'achieved' },
  evaluated: { outcome: 'completed' },
  redone: { reason, until: '2027-12-02' },
  refundDecided: { reason, refund: 400_000_000 },
  refunded: { amount: 400_000_000, full: true },
  liabilityDecided: { who: investigator, reason },
  banned: { who: host, until: null, reason },
  paid: { amount: 100_000_000, last: true },
  disbursed: { amount: 1_000_000, advance: false },
  registered: { certificate: '2026-57-118/KQNC' },
  assetsPlanned: { none: false },
  applied: { where: 'Hợp tác xã Phú Mậu' },
  effectReported: { last: false },
};

/** The body of a step in a usual case, with what differs. */
export const bodyOf = <Kind extends StepKind>(kind: Kind, differing: object = {}): StepBody =>
  ({ kind, ...usual[kind], ...differing }) as StepBody;

let count = 0;

/** A fact of a task; recorded on the day it happened unless told. */
export function taskFact(on: string, body: TaskEvent, more: Partial<TaskFact> = {}): TaskFact {
  count += 1;
  const id = `00000000-0000-4000-9000-${String(count).padStart(12, '0')}`;
  return { id, happenedOn: on, recordedAt: `${on}T03:00:00Z`, by: 'Người ghi', body, ...more };
}

/** Facts of a course told in short: the day and the step, with what differs from the usual case. */
export const course = (...steps: (readonly [on: string, kind: StepKind, differing?: object])[]): TaskFact[] =>
  steps.map(([on, kind, differing]) => taskFact(on, bodyOf(kind, differing)));

/** A task of the law of 2013 from its proposal to the contract, and on to the acceptance council. */
export const toContract = course(
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
export const toAcceptance = [
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
