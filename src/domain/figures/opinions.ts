import { type AnswerFigureId, answerCounts, answersOf, askOrder, type CountedAsk } from './answers.ts';
import type { Family } from './family.ts';

/** One who was asked for an opinion on a legal draft, as figures look at it. */
export interface CountedOpinion extends CountedAsk {
  /** The unit that leads the draft. */
  unitId: string;
  /** Who was asked, by name: many are no unit of the agency. */
  whom: string;
}

/** Every letter that asks for an opinion names a day. */
const counts = answerCounts.filter((count) => count !== 'undated');
export type OpinionFigureId = AnswerFigureId<'opinions', (typeof counts)[number]>;

const opinionAnswers = answersOf('opinions', counts, {
  ...{ inHand: 'Ý kiến góp ý dự thảo phải trả lời trong kỳ', of: 'đơn vị chủ trì dự thảo', one: 'ý kiến' },
});
export const opinionFigureIds: readonly OpinionFigureId[] = opinionAnswers.map(({ id }) => id);

/** Opinions asked for on legal drafts. */
export const opinions = {
  name: 'opinions',
  groups: { opinionAnswers },
  place: (one, { cutOff }) => (one.askedOn <= cutOff ? one : null),
  splits: { unit: ({ unitId }) => unitId, whom: ({ whom }) => whom },
  order: askOrder,
} satisfies Family<CountedOpinion, CountedOpinion, OpinionFigureId>;
