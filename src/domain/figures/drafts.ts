import type { Cause } from '../directives/facts.ts';
import {
  type DraftStanding,
  type DraftState,
  endedOn,
  judgeDraft,
  type LastDay,
} from '../drafts/standing.ts';
import { actKindWords, stageWords } from '../drafts/words.ts';
import type { Family } from './family.ts';
import type { FigureDefinition, Reading } from './figure.ts';

/** A legal draft of the schedule as figures look at it, as it stood on the cut-off day. Days are ISO. */
export interface CountedDraft {
  id: string;
  unitId: string;
  /** The kind of act and the stage it stands at, in words; no stage before the first. */
  kind: string;
  stage: string | null;
  state: DraftState;
  /** Into the schedule, and out of it: issued or stopped. */
  plannedOn: string;
  endedOn: string | null;
  /** The day of issuing by the present plan and by the first, and the last day in time for the first. */
  due: string;
  firstDue: string;
  firstLimit: string;
  /** Since when it is late: at the first stage it should have reached. */
  lateSince: string | null;
  timesMoved: number;
  cause: Cause | null;
}

/** What of a draft its facts alone do not say: whose it is by the day, and how it was read. */
interface Known {
  id: string;
  unitId: string;
  /** The cut-off day. */
  day: string;
  lastDay: LastDay;
}

/** A draft as figures look at it, from how it stood on the cut-off day. */
export function countedDraft(standing: DraftStanding, { id, unitId, day, lastDay }: Known): CountedDraft {
  const { days, firstDays, timesMoved, plannedOn, stage, now } = standing;
  const { state, lateSince, cause } = judgeDraft(standing, day, lastDay);
  return {
    ...{ id, unitId, cause, kind: actKindWords[now.kind], state },
    stage: stage && stageWords[stage],
    ...{ plannedOn, endedOn: endedOn(standing), timesMoved, lateSince },
    ...{ due: days.issued, firstDue: firstDays.issued, firstLimit: lastDay(firstDays.issued) },
  };
}

export const draftFigureIds = [
  'drafts-in-hand',
  'drafts-carried-over',
  'drafts-new',
  'drafts-issued',
  'drafts-issued-in-time',
  'drafts-issued-late',
  'drafts-stopped',
  'drafts-open',
  'drafts-late',
  'drafts-on-plan',
  'drafts-longest-late',
  'drafts-moved',
  'drafts-times-moved',
  'drafts-promised',
  'drafts-by-first',
  'drafts-after-first',
  'drafts-not-issued',
  'drafts-set-aside',
  'drafts-rate-by-first',
] as const;
export type DraftFigureId = (typeof draftFigureIds)[number];

type Holds = (one: CountedDraft, reading: Reading) => boolean;
type Definition = FigureDefinition<CountedDraft, DraftFigureId>;

const inHand: Holds = ({ endedOn }, { from }) => endedOn === null || endedOn >= from;
const inHandAs =
  (...states: DraftState[]): Holds =>
  (one, reading) =>
    inHand(one, reading) && states.includes(one.state);
const moved: Holds = (one, reading) => inHand(one, reading) && one.timesMoved > 0;

const schedule: Definition[] = [
  {
    id: 'drafts-in-hand',
    name: 'Dự thảo phải soạn thảo trong kỳ',
    counts: 'Đã đưa vào kế hoạch đến ngày chốt, chưa ban hành và chưa dừng trước ngày đầu kỳ.',
    unit: 'drafts',
    holds: inHand,
    sums: [
      ['drafts-carried-over', 'drafts-new'],
      ['drafts-issued', 'drafts-stopped', 'drafts-open'],
    ],
  },
  {
    id: 'drafts-carried-over',
    name: 'Kỳ trước chuyển sang',
    counts: 'Đưa vào kế hoạch trước ngày đầu kỳ và đến ngày ấy chưa ban hành, chưa dừng.',
    unit: 'drafts',
    holds: (one, reading) => inHand(one, reading) && one.plannedOn < reading.from,
    continues: 'drafts-open',
  },
  {
    id: 'drafts-new',
    name: 'Mới đưa vào kế hoạch',
    counts: 'Ngày đưa vào kế hoạch nằm trong kỳ, đến ngày chốt.',
    unit: 'drafts',
    holds: (one, reading) => inHand(one, reading) && one.plannedOn >= reading.from,
  },
  {
    id: 'drafts-issued',
    name: 'Đã ban hành trong kỳ',
    counts: 'Ngày ban hành nằm trong kỳ, đến ngày chốt.',
    unit: 'drafts',
    holds: inHandAs('issued', 'issued-late'),
    sums: [['drafts-issued-in-time', 'drafts-issued-late']],
    better: 'more',
  },
  {
    id: 'drafts-issued-in-time',
    name: 'Ban hành đúng hạn',
    counts: 'Ban hành trong kỳ, không sau ngày của kế hoạch hiện có.',
    unit: 'drafts',
    holds: inHandAs('issued'),
    better: 'more',
  },
  {
    id: 'drafts-issued-late',
    name: 'Ban hành muộn',
    counts: 'Ban hành trong kỳ, sau ngày của kế hoạch hiện có.',
    unit: 'drafts',
    holds: inHandAs('issued-late'),
    better: 'fewer',
  },
  {
    id: 'drafts-stopped',
    name: 'Dừng xây dựng',
    counts: 'Dừng xây dựng trong kỳ, đến ngày chốt.',
    unit: 'drafts',
    holds: inHandAs('stopped'),
  },
  {
    id: 'drafts-open',
    name: 'Còn soạn thảo đến ngày chốt',
    counts: 'Chưa ban hành và chưa dừng đến hết ngày chốt.',
    unit: 'drafts',
    holds: inHandAs('late', 'on-plan'),
    sums: [['drafts-late', 'drafts-on-plan']],
  },
  {
    id: 'drafts-late',
    name: 'Chậm so với kế hoạch',
    counts: 'Chưa ban hành, và đã qua ngày kế hoạch của một bước chưa đến.',
    unit: 'drafts',
    holds: inHandAs('late'),
    better: 'fewer',
  },
  {
    id: 'drafts-on-plan',
    name: 'Đúng kế hoạch',
    counts: 'Chưa ban hành, và chưa qua ngày kế hoạch của bước nào chưa đến.',
    unit: 'drafts',
    holds: inHandAs('on-plan'),
  },
  {
    id: 'drafts-longest-late',
    name: 'Chậm lâu nhất',
    counts: 'Số ngày làm việc từ ngày kế hoạch của bước chậm đến ngày chốt của dự thảo chậm lâu nhất.',
    unit: 'working-days',
    holds: inHandAs('late'),
    measure: {
      as: 'max',
      of: ({ lateSince }, { daysLate, cutOff }) => (lateSince === null ? 0 : daysLate(lateSince, cutOff)),
    },
    better: 'fewer',
  },
  {
    id: 'drafts-moved',
    name: 'Dời kế hoạch',
    counts: 'Trong số phải soạn thảo trong kỳ, đã dời kế hoạch ít nhất một lần đến ngày chốt.',
    unit: 'drafts',
    holds: moved,
    better: 'fewer',
  },
  {
    id: 'drafts-times-moved',
    name: 'Tổng số lần dời kế hoạch',
    counts: 'Số lần dời kế hoạch của các dự thảo ấy đến ngày chốt, kể cả ở kỳ trước.',
    unit: 'times',
    holds: moved,
    measure: { as: 'sum', of: ({ timesMoved }) => timesMoved },
    better: 'fewer',
  },
];

/** First planned to be issued within the period, whenever that came about. */
const promised: Holds = ({ firstDue }, { from, cutOff }) => from <= firstDue && firstDue <= cutOff;
const isIssued = ({ state }: CountedDraft) => state === 'issued' || state === 'issued-late';
const byFirst = ({ endedOn, firstLimit }: CountedDraft) => endedOn !== null && endedOn <= firstLimit;

const firstPlan: Definition[] = [
  {
    id: 'drafts-promised',
    name: 'Kế hoạch đầu phải ban hành trong kỳ',
    counts:
      'Ngày ban hành theo kế hoạch đầu tiên nằm trong kỳ, đến ngày chốt; dời kế hoạch không làm đổi số này.',
    unit: 'drafts',
    holds: promised,
    sums: [['drafts-by-first', 'drafts-after-first', 'drafts-not-issued', 'drafts-set-aside']],
  },
  {
    id: 'drafts-by-first',
    name: 'Đã ban hành theo kế hoạch đầu',
    counts: 'Ban hành không sau ngày của kế hoạch đầu tiên.',
    unit: 'drafts',
    holds: (one, reading) => promised(one, reading) && isIssued(one) && byFirst(one),
    better: 'more',
  },
  {
    id: 'drafts-after-first',
    name: 'Đã ban hành sau kế hoạch đầu',
    counts: 'Ban hành sau ngày của kế hoạch đầu tiên, kể cả đã dời.',
    unit: 'drafts',
    holds: (one, reading) => promised(one, reading) && isIssued(one) && !byFirst(one),
    better: 'fewer',
  },
  {
    id: 'drafts-not-issued',
    name: 'Chưa ban hành',
    counts: 'Chưa ban hành và chưa dừng đến hết ngày chốt, kể cả đã dời kế hoạch.',
    unit: 'drafts',
    holds: (one, reading) => promised(one, reading) && one.endedOn === null,
    better: 'fewer',
  },
  {
    id: 'drafts-set-aside',
    name: 'Đã dừng, không tính tỷ lệ',
    counts: 'Đã dừng xây dựng đến ngày chốt.',
    unit: 'drafts',
    holds: (one, reading) => promised(one, reading) && one.state === 'stopped',
  },
  {
    id: 'drafts-rate-by-first',
    name: 'Tỷ lệ ban hành theo kế hoạch đầu',
    counts: 'Ban hành theo kế hoạch đầu trên số phải ban hành trong kỳ, không kể đã dừng.',
    unit: 'tenths-of-percent',
    holds: (one, reading) => promised(one, reading) && isIssued(one) && byFirst(one),
    measure: {
      as: 'rate',
      part: 'drafts-by-first',
      among: ['drafts-by-first', 'drafts-after-first', 'drafts-not-issued'],
    },
    better: 'more',
  },
];

/** Legal drafts of the schedules of all years. */
export const drafts = {
  name: 'drafts',
  groups: { schedule, firstPlan },
  place: (one) => one,
  splits: {
    unit: ({ unitId }) => unitId,
    stage: ({ stage }) => stage,
    kind: ({ kind }) => kind,
    cause: ({ cause }) => cause,
  },
  order: ({ due }) => Date.parse(due) / 86_400_000,
} satisfies Family<CountedDraft, CountedDraft, DraftFigureId>;
