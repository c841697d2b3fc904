import { comparesShare, comparisonOf } from './compare.ts';
import type { RuleOf } from './rule.ts';
import type { Rating } from './vocabulary.ts';

/** The mean of the ballots that count, null where none does; `rounds` keeps what was dropped in each. */
export interface CountedScores {
  mean: number | null;
  dropped: number[];
  rounds: { mean: number; dropped: number[] }[];
}

/**
 * Drops the ballots too far from the mean of all (Circular 20/2023/TT-BKHCN article 11(5)d). Where the rule repeats, the
 * mean is taken anew and the test made again until nothing is dropped.
 */
export function countScores(rule: RuleOf<'outlier'>, scores: readonly number[]): CountedScores {
  const { percent, of, repeat } = rule.value;
  const rounds: CountedScores['rounds'] = [];
  let kept = [...scores];
  do {
    const sum = total(kept);
    const far = (score: number) =>
      comparesShare(
        Math.abs(score * kept.length - sum),
        of === 'mean' ? sum : 100 * kept.length,
        comparisonOf(rule, '>'),
        {
          numerator: percent,
          denominator: 100,
        },
      );
    const dropped = kept.filter(far);
    rounds.push({ mean: sum / kept.length, dropped });
    kept = kept.filter((score) => !dropped.includes(score));
  } while (repeat && kept.length > 0 && rounds.at(-1)?.dropped.length !== 0);
  const mean = kept.length === 0 ? null : total(kept) / kept.length;
  return { mean, dropped: rounds.flatMap((round) => round.dropped), rounds };
}

/** The score to rank by: the mean, with the bonus of the organisation that proposed the task (article 11(7)). */
export function rankingScore(
  rule: RuleOf<'bonus'>,
  { mean, proposer }: { mean: number; proposer: boolean },
): number {
  const { fromMean, percent } = rule.value;
  return proposer && mean >= fromMean ? mean + (mean * percent) / 100 : mean;
}

/** Whether a ballot's points each keep to the greatest its criterion allows. */
export function pointsHold({ value }: RuleOf<'criteria'>, points: Record<string, number>): boolean {
  return Object.entries(points).every(([name, given]) => given >= 0 && given <= (value.points[name] ?? -1));
}

/** What one member found: of each criterion of quality and kind, of each quantity its share of the order, of the report. */
export interface MemberFindings {
  criteria: readonly Rating[];
  quantities: readonly number[];
  report: Rating;
  /** The dossier came later than the rule on late filing allows. */
  lateFiling?: boolean;
}

/** One member's rating of a task (Circular 11/2014/TT-BKHCN articles 12, 13(1)). */
export function memberRating({ value }: RuleOf<'member-rating'>, findings: MemberFindings): Rating {
  const { criteria, quantities, report, lateFiling } = findings;
  if (lateFiling || report === 'failed' || criteria.includes('failed')) return 'failed';
  const met = quantities.filter((share) => share >= 1).length;
  const enough = comparesShare(met, quantities.length, '≥', value.quantityCriteria);
  const none = quantities.some((share) => !comparesShare(share, 1, '≥', value.quantityEach));
  if (!enough || none) return 'failed';
  const exceeds =
    criteria.every((rating) => rating === 'excellent') && quantities.every((share) => share > 1);
  return exceeds ? 'excellent' : 'passed';
}

/** A rating by points, where a level may ask for parts of them too. */
export function pointRating(
  { value }: RuleOf<'point-rating'>,
  points: number,
  parts: Record<string, number> = {},
): Rating {
  const level = value.levels.find(
    ({ least, parts: wanted }) =>
      points >= least && Object.entries(wanted ?? {}).every(([name, most]) => (parts[name] ?? 0) >= most),
  );
  return level?.rating ?? value.otherwise;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
