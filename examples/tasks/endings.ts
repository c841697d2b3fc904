import { amountsOf, halves } from './money.ts';
import { dayAfter, type Happening, type Line, linesFrom, type TaskPlan } from './plan.ts';

const cause = 'Chủ nhiệm không bố trí được nhân lực, khối lượng chậm quá nửa';

export function suspending({ law }: TaskPlan, on: string): Happening[] {
  const asked: Line = [0, 'terminationAsked', { reason: cause }];
  return linesFrom(on, law === 'B-innovation' ? [asked] : [asked, [5, 'suspended', { reason: cause }]]);
}

export function terminating(plan: TaskPlan, on: string): Happening[] {
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

export function acceptanceA(plan: TaskPlan, end: string): Happening[] {
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
export const evaluation = ({ branch, number }: TaskPlan, end: string): Happening[] =>
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
export function payments({ money }: TaskPlan, end: string): Happening[] {
  const [half = 0, rest = 0] = amountsOf(money, halves);
  return linesFrom(end, [
    ...([
      [-90, 'paymentAsked'],
      [-70, 'paid', { amount: half, last: false, instalment: 1 }],
    ] as const),
    ...([
      [-20, 'paymentAsked'],
      [-6, 'paid', { amount: rest, last: true, instalment: 2 }],
    ] as const),
    ...([
      [30, 'liquidated'],
      [40, 'applied', { where: 'Dây chuyền của doanh nghiệp' }],
    ] as const),
  ]);
}
