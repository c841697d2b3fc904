import { type Asked, requestStateOn } from '../requests/request.ts';
import type { FigureDefinition, Reading } from './figure.ts';

/** Something that was asked and is to be answered; an answer after the cut-off is none yet. */
export interface CountedAsk extends Asked {
  id: string;
  /** The day from which no answer is awaited any more, though none came. */
  lapsedOn?: string | null;
}

/** What is counted of all that was asked. */
export const answerCounts = [
  'in-hand',
  'carried-over',
  'asked',
  'in-time',
  'late',
  'undated',
  'lapsed',
  'unanswered',
  'silent',
  'waiting',
  'median',
  'longest-silence',
] as const;
type AnswerCount = (typeof answerCounts)[number];

/** Families of records that are asked and answered, with what is counted of each. */
type Answered = 'requests' | 'opinions';
export type AnswerFigureId<Of extends Answered, Count extends AnswerCount> = `${Of}-${Count}`;

interface AnswerWords {
  /** «Câu hỏi giữa các đơn vị phải trả lời trong kỳ». */
  inHand: string;
  /** «đơn vị được hỏi»: whose figures they are. */
  of: string;
  /** «câu hỏi». */
  one: string;
}

const closedOn = ({ answeredOn, lapsedOn = null }: CountedAsk) => answeredOn ?? lapsedOn;
const unanswered = (one: CountedAsk) => closedOn(one) === null;
/** Not closed before the period began. */
export const inHand = (one: CountedAsk, { from }: Pick<Reading, 'from'>): boolean =>
  (closedOn(one) ?? from) >= from;
const answered = (one: CountedAsk, reading: Reading) => one.answeredOn !== null && inHand(one, reading);
const silent = (one: CountedAsk, { cutOff }: Reading) =>
  unanswered(one) && requestStateOn(one, cutOff) === 'late';

type Definition = Omit<FigureDefinition<CountedAsk, AnswerCount>, 'id' | 'unit'>;

const definitions = (words: AnswerWords): Record<AnswerCount, Definition> => ({
  'in-hand': {
    name: words.inHand,
    counts: `Hỏi đến ngày chốt và chưa trả lời trước ngày đầu kỳ; tính theo ${words.of}.`,
    holds: inHand,
    sums: [
      ['carried-over', 'asked'],
      ['in-time', 'late', 'undated', 'lapsed', 'unanswered'],
    ],
  },
  'carried-over': {
    name: 'Kỳ trước chuyển sang',
    counts: 'Hỏi trước ngày đầu kỳ và đến ngày ấy chưa trả lời.',
    holds: (one, reading) => inHand(one, reading) && one.askedOn < reading.from,
    continues: 'unanswered',
  },
  asked: {
    name: 'Hỏi mới trong kỳ',
    counts: 'Ngày hỏi nằm trong kỳ, đến ngày chốt.',
    holds: (one, reading) => inHand(one, reading) && one.askedOn >= reading.from,
  },
  'in-time': {
    name: 'Trả lời đúng hạn',
    counts: 'Trả lời trong kỳ, không sau hạn trả lời.',
    holds: (one, reading) =>
      answered(one, reading) && one.due !== null && one.answeredOn !== null && one.answeredOn <= one.due,
    better: 'more',
  },
  late: {
    name: 'Trả lời muộn',
    counts: 'Trả lời trong kỳ, sau hạn trả lời.',
    holds: (one, reading) =>
      answered(one, reading) && one.due !== null && one.answeredOn !== null && one.answeredOn > one.due,
    better: 'fewer',
  },
  undated: {
    name: `Trả lời ${words.one} không hạn`,
    counts: `Trả lời trong kỳ ${words.one} không nêu hạn.`,
    holds: (one, reading) => answered(one, reading) && one.due === null,
  },
  lapsed: {
    name: 'Không trả lời, nay không còn chờ',
    counts: 'Việc hỏi đến đã kết thúc trong kỳ mà chưa có trả lời.',
    holds: (one, reading) => one.answeredOn === null && !unanswered(one) && inHand(one, reading),
  },
  unanswered: {
    name: 'Chưa trả lời đến ngày chốt',
    counts: 'Đã hỏi, chưa trả lời đến hết ngày chốt.',
    holds: unanswered,
    sums: [['silent', 'waiting']],
    better: 'fewer',
  },
  silent: {
    name: 'Im lặng quá hạn',
    counts: 'Chưa trả lời và hạn trả lời đã qua.',
    holds: silent,
    better: 'fewer',
  },
  waiting: {
    name: 'Chưa đến hạn trả lời',
    counts: 'Chưa trả lời, hạn chưa qua hoặc không nêu hạn.',
    holds: (one, reading) => unanswered(one) && !silent(one, reading),
  },
  median: {
    name: 'Thời gian trả lời: trung vị',
    counts: 'Số ngày làm việc từ ngày hỏi đến ngày trả lời của câu trả lời trong kỳ; số đứng giữa.',
    holds: answered,
    measure: {
      as: 'median',
      of: ({ askedOn, answeredOn }, { daysLate }) =>
        answeredOn === null ? 0 : daysLate(askedOn, answeredOn),
    },
    better: 'fewer',
  },
  'longest-silence': {
    name: 'Im lặng quá hạn: lâu nhất',
    counts: `Số ngày làm việc từ hạn trả lời đến ngày chốt của ${words.one} bị bỏ lâu nhất.`,
    holds: silent,
    measure: { as: 'max', of: ({ due }, { daysLate, cutOff }) => (due === null ? 0 : daysLate(due, cutOff)) },
    better: 'fewer',
  },
});

/** The figures of a family that is asked and answered. @param counts those it has */
export function answersOf<Of extends Answered, Count extends AnswerCount>(
  family: Of,
  counts: readonly Count[],
  words: AnswerWords,
): FigureDefinition<CountedAsk, AnswerFigureId<Of, Count>>[] {
  const all = definitions(words);
  const has = (count: AnswerCount): count is Count => counts.some((one) => one === count);
  const idOf = (count: Count): AnswerFigureId<Of, Count> => `${family}-${count}`;
  return counts.map((count) => {
    const { sums, continues, measure, ...said } = all[count];
    if (measure?.as === 'rate') throw new RangeError(`No rate of ${family}`);
    return {
      ...said,
      id: idOf(count),
      unit: measure ? 'working-days' : family,
      ...(measure && { measure }),
      ...(sums && { sums: sums.map((parts) => parts.filter(has).map(idOf)) }),
      ...(continues && has(continues) && { continues: idOf(continues) }),
    };
  });
}

/** The unanswered first, each by its last day. */
export const askOrder = ({ answeredOn, due, askedOn }: Asked): number =>
  (answeredOn === null ? 0 : 1_000_000) + Date.parse(due ?? askedOn) / 86_400_000;
