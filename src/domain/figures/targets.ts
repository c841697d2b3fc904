import type { Cause } from '../directives/facts.ts';
import type { TargetState } from '../targets/standing.ts';
import type { Family } from './family.ts';
import type { FigureDefinition } from './figure.ts';

/** One target as figures look at it: of the plan of the year the period ends in, as it stood on the cut-off day. */
export interface CountedTarget {
  id: string;
  unitId: string | null;
  state: TargetState;
  /** Last day for reaching it, ISO. */
  due: string;
  /** What its lead unit says is in the way, where it is late or failed. */
  cause: Cause | null;
  timesAmended: number;
  /** The latest day a result is known of; null where nothing was reported. */
  resultOn: string | null;
}

export const targetFigureIds = [
  'targets-assigned',
  'targets-met',
  'targets-failed',
  'targets-late',
  'targets-in-time',
  'targets-withdrawn',
  'targets-rate-met',
  'targets-silent',
  'targets-amended',
] as const;
export type TargetFigureId = (typeof targetFigureIds)[number];

const inState =
  (state: TargetState) =>
  (one: CountedTarget): boolean =>
    one.state === state;

const plan: FigureDefinition<CountedTarget, TargetFigureId>[] = [
  {
    id: 'targets-assigned',
    name: 'Chỉ tiêu được giao của năm',
    counts: 'Chỉ tiêu thuộc kế hoạch của năm có ngày cuối kỳ, giao đến ngày chốt.',
    unit: 'targets',
    holds: () => true,
    sums: [['targets-met', 'targets-failed', 'targets-late', 'targets-in-time', 'targets-withdrawn']],
  },
  {
    id: 'targets-met',
    name: 'Đạt',
    counts: 'Kết quả biết đến ngày chốt đạt giá trị được giao.',
    unit: 'targets',
    holds: inState('met'),
    better: 'more',
  },
  {
    id: 'targets-failed',
    name: 'Không đạt khi hết hạn',
    counts: 'Đã hết hạn mà kết quả của ngày hết hạn chưa đạt; không báo cáo là chưa đạt.',
    unit: 'targets',
    holds: inState('failed'),
    better: 'fewer',
  },
  {
    id: 'targets-late',
    name: 'Chậm so với kế hoạch',
    counts: 'Chưa hết hạn, có mốc kế hoạch đã qua mà kết quả chưa tới.',
    unit: 'targets',
    holds: inState('late'),
    better: 'fewer',
  },
  {
    id: 'targets-in-time',
    name: 'Đúng tiến độ, chưa đến hạn',
    counts: 'Chưa hết hạn và mọi mốc đã qua đều đạt.',
    unit: 'targets',
    holds: inState('in-time'),
  },
  {
    id: 'targets-withdrawn',
    name: 'Đã thôi giao',
    counts: 'Có quyết định thôi giao đến ngày chốt.',
    unit: 'targets',
    holds: inState('withdrawn'),
  },
  {
    id: 'targets-rate-met',
    name: 'Tỷ lệ đạt',
    counts: 'Số đạt trên số chỉ tiêu được giao, không kể đã thôi giao.',
    unit: 'tenths-of-percent',
    holds: inState('met'),
    measure: {
      as: 'rate',
      part: 'targets-met',
      among: ['targets-met', 'targets-failed', 'targets-late', 'targets-in-time'],
    },
    better: 'more',
  },
  {
    id: 'targets-silent',
    name: 'Chưa có kết quả nào trong kỳ',
    counts: 'Chưa đạt, chưa thôi giao, và không có kết quả nào của ngày trong kỳ đến ngày chốt.',
    unit: 'targets',
    holds: ({ state, resultOn }, { from }) =>
      state !== 'withdrawn' && state !== 'met' && (resultOn === null || resultOn < from),
    better: 'fewer',
  },
  {
    id: 'targets-amended',
    name: 'Đã điều chỉnh',
    counts: 'Có quyết định điều chỉnh ít nhất một lần đến ngày chốt.',
    unit: 'targets',
    holds: ({ timesAmended }) => timesAmended > 0,
  },
];

/** Targets of a year's plan. */
export const targets = {
  name: 'targets',
  groups: { plan },
  place: (one) => one,
  splits: { unit: ({ unitId }) => unitId, cause: ({ cause }) => cause },
  order: ({ due }) => Date.parse(due) / 86_400_000,
} satisfies Family<CountedTarget, CountedTarget, TargetFigureId>;
