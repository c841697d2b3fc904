import type { Change, Named } from '../../src/domain/tasks/change.ts';
import type { StepBody, StepKind, TaskEvent } from '../../src/domain/tasks/facts.ts';
import { budgetMove, estimateOf } from './costs.ts';

type Finding = Extract<TaskEvent, { kind: 'inspected' }>['outcome'];

/** How an invented task goes, beside the usual. Days are counted from the contract. */
export interface Branch {
  /** Months its time is extended by, once, asked for two months before the end. */
  extendedBy?: number;
  /** Changes asked for, each a hundred days after the one before; the last refused where `refused`. */
  changes?: readonly Change['type'][];
  refused?: boolean;
  /** A change the host makes itself and tells. */
  ownChange?: boolean;
  /** Inspections instead of those once a year: the day, the paper of the round, the finding. */
  inspections?: readonly (readonly [on: string, paper: string, outcome: Finding])[];
  result?: 'excellent' | 'achieved' | 'not-achieved';
  /** Days by which the acceptance dossier is filed after the contract ends; 20 unless told. */
  filedAfter?: number;
  /** The acceptance dossier goes back for completion. */
  supplement?: boolean;
  suspendedAfter?: number;
  terminatedAfter?: number;
  /** What becomes of assets: none there were, handed over, or nothing is decided. */
  assets?: 'none' | 'handed-over' | 'left';
  applied?: boolean;
  /** One report of the effect is all. */
  oneReport?: boolean;
}

export interface TaskPlan {
  /** Its place among all, from which its ids are made. */
  order: number;
  title: string;
  law: 'A' | 'B-science' | 'B-innovation';
  /** ISO; of one that is not contracted yet the day it would be. */
  contractOn: string;
  months: number;
  host: Named;
  investigator: Named;
  /** Đồng from the budget. */
  money: number;
  number: string;
  branch: Branch;
}

/** What happens to a task: the day and the step; `paper` names an inspection's round. */
export interface Happening {
  on: string;
  body: TaskEvent;
  paper?: string;
}

const plainDay = (iso: string) => Temporal.PlainDate.from(iso);

/** A day so long after another; from a Saturday or Sunday on to Monday. */
export function dayAfter(iso: string, days: number): string {
  const day = plainDay(iso).add({ days });
  return day.add({ days: day.dayOfWeek > 5 ? 8 - day.dayOfWeek : 0 }).toString();
}
const monthsAfter = (iso: string, months: number) => plainDay(iso).add({ months }).toString();

type Line = readonly [days: number, kind: StepKind, said?: object];

const bodyOf = (kind: StepKind, said: object = {}) => ({ kind, ...said }) as StepBody;
const linesFrom = (iso: string, lines: readonly Line[]): Happening[] =>
  lines.map(([days, kind, said]) => ({ on: dayAfter(iso, days), body: bodyOf(kind, said) }));

/** Everything that happens to a task, from its proposal to its last effect report; what is still to come is among it. */
export const courseOf = (plan: TaskPlan): Happening[] => [...beforeContract(plan), ...carryingOut(plan)];

function beforeContract(plan: TaskPlan): Happening[] {
  const { law, contractOn, title } = plan;
  const dossier = dossierOf(plan);
  const [host, investigator] = [plan.host, plan.investigator];
  const money = { stateMoney: plan.money, otherMoney: Math.round(plan.money / 5) };
  const estimate = estimateOf(plan.money);
  const terms = { ...money, khoan: 'by-part', months: plan.months, lines: estimate.approved };
  const approved = { host, investigator, ...terms };
  const appraised = { asked: estimate.asked, proposed: plan.money, lines: estimate.appraised };
  const contract = {
    number: plan.number,
    from: contractOn,
    to: monthsAfter(contractOn, plan.months),
  };
  const filed = { dossier, host, investigator };
  const selection: Record<TaskPlan['law'], readonly Line[]> = {
    A: [
      ...([
        [-240, 'proposed', { title }],
        [-230, 'ordered'],
        [-214, 'searched'],
      ] as const),
      ...([
        [-190, 'identified', { outcome: 'do' }],
        [-186, 'recommended'],
        [-176, 'reviewed'],
      ] as const),
      ...([
        [-160, 'listed', { title }],
        [-155, 'listPublished'],
      ] as const),
      [-140, 'called', { mode: 'selection', closesOn: dayAfter(contractOn, -108) }],
      ...([
        [-110, 'filed', filed],
        [-100, 'opened', { outcome: 'valid' }],
      ] as const),
      ...([
        [-80, 'scored', { outcome: 'proposed' }],
        [-68, 'finalised'],
      ] as const),
      ...([
        [-55, 'appraised', appraised],
        [-46, 'appraisalFinalised'],
      ] as const),
      ...([
        [-25, 'approved', approved],
        [-20, 'resultPublished'],
      ] as const),
    ],
    'B-science': [
      [-130, 'ordered'],
      [-118, 'called', { mode: 'selection', closesOn: dayAfter(contractOn, -92) }],
      ...([
        [-95, 'filed', filed],
        [-86, 'opened', { outcome: 'valid' }],
      ] as const),
      ...([
        [-66, 'scored', { outcome: 'proposed' }],
        [-55, 'estimateFiled'],
      ] as const),
      ...([
        [-44, 'appraised', appraised],
        [-24, 'approved', approved],
      ] as const),
    ],
    'B-innovation': [
      [-120, 'listed', { title }],
      [-110, 'called', { mode: 'grant', closesOn: dayAfter(contractOn, -85) }],
      ...([
        [-88, 'filed', filed],
        [-80, 'opened', { outcome: 'valid' }],
      ] as const),
      ...([
        [-64, 'scored', { outcome: 'proposed' }],
        [-59, 'resultNotified'],
      ] as const),
      ...([
        [-48, 'finalised'],
        [-36, 'appraised', appraised],
        [-22, 'approved', approved],
      ] as const),
    ],
  };
  return [...linesFrom(contractOn, selection[law]), { on: contractOn, body: bodyOf('contracted', contract) }];
}

function carryingOut(plan: TaskPlan): Happening[] {
  const { contractOn, branch, months, law } = plan;
  const end = monthsAfter(contractOn, months + (branch.extendedBy ?? 0));
  const stopped = branch.terminatedAfter ?? branch.suspendedAfter;
  const last = stopped === undefined ? end : dayAfter(contractOn, stopped);
  const running = [...reporting(plan, last), ...changing(plan)].filter(({ on }) => on < last);
  if (branch.suspendedAfter !== undefined) return [...running, ...suspending(plan, last)];
  if (branch.terminatedAfter !== undefined) return [...running, ...terminating(plan, last)];
  const after = { A: acceptanceA, 'B-science': evaluation, 'B-innovation': payments };
  return [...running, ...after[law](plan, end)];
}

/** Reports and inspections as often as the law asks; inspections of one half-year are one round. */
function reporting({ contractOn, law, months, branch }: TaskPlan, last: string): Happening[] {
  if (law === 'B-innovation') return [];
  const every = law === 'A' ? 6 : 12;
  const happenings: Happening[] = [];
  for (let at = every; at < months + (branch.extendedBy ?? 0); at += every)
    happenings.push({ on: dayAfter(monthsAfter(contractOn, at), -3), body: { kind: 'reported' } });
  for (let at = 1; law === 'B-science' && at <= months; at += 1)
    happenings.push({ on: dayAfter(monthsAfter(contractOn, at), -2), body: { kind: 'updated' } });
  const inspections = branch.inspections ?? yearly(contractOn, months, branch);
  for (const [on, paper, outcome] of inspections) {
    happenings.push({ on, body: { kind: 'inspected', outcome }, paper });
    if (law === 'A')
      happenings.push(
        ...linesFrom(on, [
          [8, 'inspectionWorkConfirmed'],
          [18, 'inspectionMoneyConfirmed'],
        ]),
      );
  }
  return happenings.filter(({ on }) => on < last);
}

/** Once a year, by the plan of the half-year it falls into. */
function yearly(
  contractOn: string,
  months: number,
  { changes = [] }: Branch,
): Required<Branch>['inspections'] {
  const days = Array.from({ length: Math.ceil((months - 11) / 12) }, (_, year) =>
    dayAfter(monthsAfter(contractOn, 11 + 12 * year), 12),
  );
  return days.map((on) => [
    on,
    `Kế hoạch kiểm tra đợt ${on.slice(5) <= '06-30' ? 1 : 2} năm ${on.slice(0, 4)}`,
    changes.length > 0 ? 'adjust' : 'continue',
  ]);
}

function changeOf(
  type: Change['type'],
  { contractOn, months, investigator, branch, money }: TaskPlan,
): Change {
  const end = monthsAfter(contractOn, months);
  switch (type) {
    case 'extension':
      return { type, before: end, after: monthsAfter(end, branch.extendedBy ?? 6) };
    case 'investigator':
      return {
        type,
        before: investigator,
        after: { id: null, name: 'TS. Lương Thanh Hải' },
        cause: 'own-request',
      };
    case 'budget-move':
      return budgetMove(money, 'equipment');
    case 'equipment':
      return { type, before: 'Máy đo phổ cầm tay', after: 'Máy đo phổ để bàn' };
    case 'name-aim-product':
      return { type, what: 'product', before: '02 mô hình', after: '03 mô hình', consent: true };
    default:
      return { type: 'content', before: 'Khảo nghiệm một vụ', after: 'Khảo nghiệm hai vụ' };
  }
}

function changing(plan: TaskPlan): Happening[] {
  const { branch, contractOn, months } = plan;
  const asked = (on: string, type: Change['type'], at: number, refused: boolean): Happening[] => {
    const changeId = idOf(plan, at);
    const change = changeOf(type, plan);
    const answer: StepBody = refused
      ? { kind: 'changeRefused', changeId, reason: 'Nội dung xin điều chỉnh chưa có căn cứ' }
      : { kind: 'changed', changeId, change };
    return [
      { on, body: { kind: 'changeAsked', changeId, change } },
      { on: dayAfter(on, 12), body: answer },
    ];
  };
  const changes = branch.changes ?? [];
  const own: StepBody = {
    kind: 'changeNotified',
    changeId: idOf(plan, 20),
    change: budgetMove(plan.money, 'survey'),
  };
  return [
    ...changes.flatMap((type, at) =>
      asked(
        dayAfter(contractOn, 100 * (at + 1)),
        type,
        at,
        branch.refused === true && at === changes.length - 1,
      ),
    ),
    ...(branch.extendedBy
      ? asked(dayAfter(monthsAfter(contractOn, months), -62), 'extension', 10, false)
      : []),
    ...(branch.ownChange ? [{ on: dayAfter(contractOn, 150), body: own }] : []),
  ];
}

const cause = 'Chủ nhiệm không bố trí được nhân lực, khối lượng chậm quá nửa';

function suspending({ law }: TaskPlan, on: string): Happening[] {
  const asked: Line = [0, 'terminationAsked', { reason: cause }];
  return linesFrom(on, law === 'B-innovation' ? [asked] : [asked, [5, 'suspended', { reason: cause }]]);
}

function terminating(plan: TaskPlan, on: string): Happening[] {
  const terminated = { reason: cause, refund: Math.round(plan.money / 4) };
  return [
    ...suspending(plan, on),
    ...linesFrom(on, [
      ...(plan.law === 'B-innovation' ? [] : [[24, 'stopReported'] as const]),
      [45, 'terminated', terminated],
      [50, 'banned', { who: plan.host, until: null, reason: 'Chưa nộp đủ kinh phí phải hoàn trả' }],
      [120, 'refunded', { amount: terminated.refund, full: true }],
      ...(plan.law === 'A'
        ? ([
            [70, 'assetsPlanned', { none: true }],
            [90, 'advancesCleared'],
          ] as const)
        : []),
      ...([
        [140, 'liquidated'],
        [160, 'settled'],
      ] as const),
    ]),
  ];
}

function assetsLines({ branch: { assets = 'handed-over' } }: TaskPlan): readonly Line[] {
  if (assets === 'left') return [];
  if (assets === 'none') return [[25, 'assetsPlanned', { none: true }]];
  return [
    [25, 'assetsPlanned', { none: false }],
    [140, 'assetsDecided'],
    [170, 'assetsHandedOver'],
  ];
}

function acceptanceA(plan: TaskPlan, end: string): Happening[] {
  const { branch } = plan;
  const { result = 'achieved', filedAfter = 20 } = branch;
  const filed = dayAfter(end, filedAfter);
  const council: readonly Line[] = [
    ...([
      [-10, 'selfAssessed'],
      [0, 'acceptanceFiled'],
      [branch.supplement ? 16 : 4, 'acceptanceChecked'],
    ] as const),
    ...([
      [20, 'acceptancePosted'],
      [28, 'councilFormed'],
    ] as const),
    ...([
      [55, 'accepted', { rating: result }],
      [60, 'concluded'],
    ] as const),
  ];
  const of = 'acceptanceChecked';
  const supplements: Happening[] = branch.supplement
    ? [
        {
          on: dayAfter(filed, 3),
          body: { kind: 'supplementAsked', of, reason: 'Thiếu báo cáo sử dụng kinh phí' },
        },
        { on: dayAfter(filed, 12), body: { kind: 'supplementReceived', of } },
      ]
    : [];
  const after = result === 'not-achieved' ? failing(plan) : closing(plan);
  return [...supplements, ...linesFrom(filed, [...council, ...after])];
}

const failing = (plan: TaskPlan): Line[] => [
  [75, 'failureReported'],
  [95, 'failureChecked'],
  [
    140,
    'refundDecided',
    { reason: 'Sản phẩm chính không đạt chỉ tiêu', refund: Math.round(plan.money * 0.4) },
  ],
  [180, 'refunded', { amount: Math.round(plan.money * 0.4), full: true }],
  ...assetsLines(plan),
  ...(plan.branch.assets === 'left'
    ? []
    : ([
        [200, 'liquidated'],
        [220, 'settled'],
      ] as const)),
  [130, 'advancesCleared'],
];

function closing(plan: TaskPlan): Line[] {
  const settled = (plan.branch.assets ?? 'handed-over') !== 'left';
  return [
    ...([
      [80, 'completed'],
      [84, 'registered', { certificate: `KQNC ${plan.number}` }],
    ] as const),
    ...assetsLines(plan),
    ...([
      [108, 'recognised'],
      [110, 'advancesCleared'],
    ] as const),
    ...(settled
      ? ([
          [195, 'liquidated'],
          [225, 'settled'],
        ] as const)
      : []),
    ...(plan.branch.applied === false
      ? []
      : ([[240, 'applied', { where: `Các hợp tác xã thuộc vùng dự án` }]] as const)),
    [470, 'effectReported', { last: plan.branch.oneReport === true }],
    ...(plan.branch.oneReport
      ? []
      : ([
          [835, 'effectReported', { last: false }],
          [1200, 'effectReported', { last: true }],
        ] as const)),
  ];
}

/** Under the law of 2025: evaluated in words. */
const evaluation = ({ branch, number }: TaskPlan, end: string): Happening[] =>
  linesFrom(end, [
    ...([[branch.filedAfter ?? 15, 'finalFiled']] as const),
    [
      (branch.filedAfter ?? 15) + 20,
      'evaluated',
      { outcome: branch.result === 'not-achieved' ? 'not-completed' : 'completed' },
    ],
    ...([
      [45, 'concluded'],
      [60, 'registered', { certificate: `CSDL ${number}` }],
    ] as const),
    ...([
      [80, 'settled'],
      [110, 'liquidated'],
      [200, 'applied', { where: 'Doanh nghiệp trong tỉnh' }],
    ] as const),
  ]);

/** Innovation tasks are paid content by content, and over with the last. */
function payments({ money }: TaskPlan, end: string): Happening[] {
  const part = { amount: Math.round(money / 2) };
  return linesFrom(end, [
    ...([
      [-90, 'paymentAsked'],
      [-70, 'paid', { ...part, last: false }],
    ] as const),
    ...([
      [-20, 'paymentAsked'],
      [-6, 'paid', { ...part, last: true }],
    ] as const),
    ...([
      [30, 'liquidated'],
      [40, 'applied', { where: 'Dây chuyền của doanh nghiệp' }],
    ] as const),
  ]);
}

/** Ids are made of the plan's order, so that a plan always makes the same. */
const idOf = ({ order }: TaskPlan, at: number): string =>
  `00000000-${String(at).padStart(4, '0')}-4000-8000-${String(order).padStart(12, '0')}`;
const dossierOf = (plan: TaskPlan) => idOf(plan, 99);
