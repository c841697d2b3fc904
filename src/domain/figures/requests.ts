import { type AnswerFigureId, answerCounts, answersOf, askOrder, type CountedAsk } from './answers.ts';
import type { Family } from './family.ts';

/** A question of one unit to another as figures look at it. */
export interface CountedRequest extends CountedAsk {
  /** The unit that is asked, and the one that asks. */
  unitId: string;
  askerId: string;
}

const counts = answerCounts.filter((count) => count !== 'lapsed');
export type RequestFigureId = AnswerFigureId<'requests', (typeof counts)[number]>;

const answers = answersOf('requests', counts, {
  ...{ inHand: 'Câu hỏi giữa các đơn vị phải trả lời trong kỳ', of: 'đơn vị được hỏi', one: 'câu hỏi' },
});
export const requestFigureIds: readonly RequestFigureId[] = answers.map(({ id }) => id);

/** Questions between units, and their answers. */
export const requests = {
  name: 'requests',
  groups: { answers },
  place: (one, { cutOff }) => (one.askedOn <= cutOff ? one : null),
  splits: { unit: ({ unitId }) => unitId, asker: ({ askerId }) => askerId },
  order: askOrder,
} satisfies Family<CountedRequest, CountedRequest, RequestFigureId>;
