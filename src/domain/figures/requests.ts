import { type Asked, requestStateOn } from '../requests/request.ts';
import type { Family } from './family.ts';
import type { FigureDefinition, Reading } from './figure.ts';

/** A question of one unit to another as figures look at it: an answer after the cut-off is none yet. */
export interface CountedRequest extends Asked {
  id: string;
  /** The unit that is asked, and the one that asks. */
  unitId: string;
  askerId: string;
}

export const requestFigureIds = [
  'requests-in-hand',
  'requests-carried-over',
  'requests-asked',
  'requests-in-time',
  'requests-late',
  'requests-undated',
  'requests-unanswered',
  'requests-silent',
  'requests-waiting',
  'requests-median',
  'requests-longest-silence',
] as const;
export type RequestFigureId = (typeof requestFigureIds)[number];

const inHand = ({ answeredOn }: CountedRequest, { from }: Reading) =>
  answeredOn === null || answeredOn >= from;
const answered = (one: CountedRequest, reading: Reading) => one.answeredOn !== null && inHand(one, reading);
const silent = (one: CountedRequest, { cutOff }: Reading) => requestStateOn(one, cutOff) === 'late';

const answers: FigureDefinition<CountedRequest, RequestFigureId>[] = [
  {
    id: 'requests-in-hand',
    name: 'Câu hỏi giữa các đơn vị phải trả lời trong kỳ',
    counts: 'Hỏi đến ngày chốt và chưa trả lời trước ngày đầu kỳ; tính theo đơn vị được hỏi.',
    unit: 'requests',
    holds: inHand,
    sums: [
      ['requests-carried-over', 'requests-asked'],
      ['requests-in-time', 'requests-late', 'requests-undated', 'requests-unanswered'],
    ],
  },
  {
    id: 'requests-carried-over',
    name: 'Kỳ trước chuyển sang',
    counts: 'Hỏi trước ngày đầu kỳ và đến ngày ấy chưa trả lời.',
    unit: 'requests',
    holds: (one, reading) => inHand(one, reading) && one.askedOn < reading.from,
    continues: 'requests-unanswered',
  },
  {
    id: 'requests-asked',
    name: 'Hỏi mới trong kỳ',
    counts: 'Ngày hỏi nằm trong kỳ, đến ngày chốt.',
    unit: 'requests',
    holds: (one, reading) => inHand(one, reading) && one.askedOn >= reading.from,
  },
  {
    id: 'requests-in-time',
    name: 'Trả lời đúng hạn',
    counts: 'Trả lời trong kỳ, không sau hạn trả lời.',
    unit: 'requests',
    holds: (one, reading) =>
      answered(one, reading) && one.due !== null && one.answeredOn !== null && one.answeredOn <= one.due,
    better: 'more',
  },
  {
    id: 'requests-late',
    name: 'Trả lời muộn',
    counts: 'Trả lời trong kỳ, sau hạn trả lời.',
    unit: 'requests',
    holds: (one, reading) =>
      answered(one, reading) && one.due !== null && one.answeredOn !== null && one.answeredOn > one.due,
    better: 'fewer',
  },
  {
    id: 'requests-undated',
    name: 'Trả lời câu hỏi không hạn',
    counts: 'Trả lời trong kỳ câu hỏi không nêu hạn.',
    unit: 'requests',
    holds: (one, reading) => answered(one, reading) && one.due === null,
  },
  {
    id: 'requests-unanswered',
    name: 'Chưa trả lời đến ngày chốt',
    counts: 'Đã hỏi, chưa trả lời đến hết ngày chốt.',
    unit: 'requests',
    holds: ({ answeredOn }) => answeredOn === null,
    sums: [['requests-silent', 'requests-waiting']],
    better: 'fewer',
  },
  {
    id: 'requests-silent',
    name: 'Im lặng quá hạn',
    counts: 'Chưa trả lời và hạn trả lời đã qua.',
    unit: 'requests',
    holds: silent,
    better: 'fewer',
  },
  {
    id: 'requests-waiting',
    name: 'Chưa đến hạn trả lời',
    counts: 'Chưa trả lời, hạn chưa qua hoặc không nêu hạn.',
    unit: 'requests',
    holds: (one, reading) => one.answeredOn === null && !silent(one, reading),
  },
  {
    id: 'requests-median',
    name: 'Thời gian trả lời: trung vị',
    counts: 'Số ngày làm việc từ ngày hỏi đến ngày trả lời của câu trả lời trong kỳ; số đứng giữa.',
    unit: 'working-days',
    holds: answered,
    measure: {
      as: 'median',
      of: ({ askedOn, answeredOn }, { daysLate }) =>
        answeredOn === null ? 0 : daysLate(askedOn, answeredOn),
    },
    better: 'fewer',
  },
  {
    id: 'requests-longest-silence',
    name: 'Im lặng quá hạn: lâu nhất',
    counts: 'Số ngày làm việc từ hạn trả lời đến ngày chốt của câu hỏi bị bỏ lâu nhất.',
    unit: 'working-days',
    holds: silent,
    measure: { as: 'max', of: ({ due }, { daysLate, cutOff }) => (due === null ? 0 : daysLate(due, cutOff)) },
    better: 'fewer',
  },
];

/** Questions between units, and their answers. */
export const requests = {
  name: 'requests',
  groups: { answers },
  place: (one, { cutOff }) => (one.askedOn <= cutOff ? one : null),
  splits: { unit: ({ unitId }) => unitId, asker: ({ askerId }) => askerId },
  order: ({ answeredOn, due, askedOn }) =>
    (answeredOn === null ? 0 : 1_000_000) + Date.parse(due ?? askedOn) / 86_400_000,
} satisfies Family<CountedRequest, CountedRequest, RequestFigureId>;
