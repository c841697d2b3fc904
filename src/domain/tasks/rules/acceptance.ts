import type { TaskRuleScope, TaskRules } from './rule-set.ts';
import { pointRating } from './scoring.ts';
import type { Rating } from './vocabulary.ts';
import { councilRating, type RatingCounts, reached } from './votes.ts';

/** What an acceptance council's ballots come to: how many gave each rating, and points where the agency has them. */
export interface AcceptanceBallots {
  counts: RatingCounts;
  points?: { mean: number; parts: Record<string, number> };
}

/** The council's rating, and the rules it was found by. */
export interface AcceptanceRating {
  rating: Rating;
  ruleIds: string[];
}

/**
 * Rates a task as its agency does: by points where it has a rule of points; else by the members' ratings, and where it asks
 * for so many ballots that say Đạt, by these too. Three ways the ministries' texts have (Circulars 11/2014/TT-BKHCN,
 * 16/2015/TT-BVHTTDL, 45/2016/TT-BTTTT).
 * @throws RangeError where the rule is of points and none are given
 */
export function acceptanceRating(
  rules: TaskRules,
  ballots: AcceptanceBallots,
  scope: TaskRuleScope,
): AcceptanceRating {
  const byPoints = rules.find('point-rating', { ...scope, topic: 'task.acceptance.point-rating' });
  if (byPoints) {
    if (!ballots.points)
      throw new RangeError('Cơ quan xếp loại theo điểm: nhập điểm trung bình của hội đồng');
    const rating = pointRating(byPoints, ballots.points.mean, ballots.points.parts);
    return { rating, ruleIds: [byPoints.id] };
  }
  const byRatings = rules.get('rating', { ...scope, topic: 'task.acceptance.council-rating' });
  const rating = councilRating(byRatings, ballots.counts);
  const byBallots = rules.find('vote', { ...scope, topic: 'task.acceptance.passed-ballots' });
  if (!byBallots) return { rating, ruleIds: [byRatings.id] };
  const { excellent, passed, failed } = ballots.counts;
  const enough = reached(byBallots, { for: excellent + passed, of: excellent + passed + failed });
  return { rating: enough ? rating : 'failed', ruleIds: [byRatings.id, byBallots.id] };
}
