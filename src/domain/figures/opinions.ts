import type { Opinion } from '../drafts/opinions.ts';
import { type DraftStanding, endedOn } from '../drafts/standing.ts';
import { type AnswerFigureId, answerCounts, answersOf, askOrder, type CountedAsk } from './answers.ts';
import type { Family } from './family.ts';

/** One who was asked for an opinion on a legal draft, as figures look at it. */
export interface CountedOpinion extends CountedAsk {
  /** The unit that leads the draft. */
  unitId: string;
  /** Who was asked, by name: many are no unit of the agency. */
  whom: string;
}

/**
 * An opinion as figures look at it: what was not answered while the draft ran is not awaited once it ended.
 * @param unitId the unit that led the draft by the day
 */
export function countedOpinion(opinion: Opinion, standing: DraftStanding, unitId: string): CountedOpinion {
  const { id, whom, sentOn, lastDay } = opinion;
  const ended = endedOn(standing);
  const inTime = ended === null || (opinion.answeredOn ?? ended) <= ended;
  const answeredOn = inTime ? opinion.answeredOn : null;
  return {
    ...{ id, whom: whom.name, unitId, askedOn: sentOn, due: lastDay, answeredOn },
    lapsedOn: answeredOn === null ? ended : null,
  };
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
