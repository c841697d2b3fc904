import { comparesShare, comparisonOf } from './compare.ts';
import type { RuleOf } from './rule.ts';
import type { CouncilRole, Rating } from './vocabulary.ts';

/** Votes for something, out of the rule's base; of `also` where a second base counts; how the chair voted. */
export interface Votes {
  for: number;
  of: number;
  alsoOf?: number;
  chairFor?: boolean;
}

/** Whether votes reach what a rule asks, on its base. */
export function reached(rule: RuleOf<'vote'>, votes: Votes): boolean {
  const { also, tie } = rule.value;
  if (tie === 'chair' && votes.for * 2 === votes.of) return votes.chairFor === true;
  const first = comparesShare(votes.for, votes.of, comparisonOf(rule, '≥'), rule.value);
  if (!also) return first;
  return first && votes.alsoOf !== undefined && comparesShare(votes.for, votes.alsoOf, also.comparison, also);
}

/** Whether a session is valid, and whose absence alone makes it invalid. */
export interface QuorumReached {
  reached: boolean;
  /** Seats that must be taken and are not, each once. */
  missing: CouncilRole[];
}

/**
 * Whether a session may be held.
 * @param members the seats of all who were appointed
 * @param present the seats of those who came; a vice chair with an authorisation comes as «authorised-vice-chair»
 */
export function quorumOf(
  rule: RuleOf<'quorum'>,
  { members, present }: { members: readonly CouncilRole[]; present: readonly CouncilRole[] },
): QuorumReached {
  const missing = rule.value.roles
    .filter(({ anyOf, count }) => {
      const wanted = count === 'all' ? countOf(members, anyOf) : count;
      return countOf(present, anyOf) < wanted;
    })
    .map(({ anyOf }) => anyOf[0])
    .filter((role) => role !== undefined);
  const enough = comparesShare(present.length, members.length, comparisonOf(rule, '≥'), rule.value);
  return { reached: enough && missing.length === 0, missing };
}

function countOf(seats: readonly CouncilRole[], anyOf: readonly CouncilRole[]): number {
  return seats.filter((seat) => anyOf.includes(seat)).length;
}

/** Whether a body has a number of members the rule allows. */
export function sizeHolds({ value }: RuleOf<'size'>, count: number): boolean {
  return value.sizes ? value.sizes.includes(count) : value.least <= count && count <= value.most;
}

/** Seats a body has too few or too many of. */
export function compositionFaults({ value }: RuleOf<'size'>, seats: readonly CouncilRole[]): CouncilRole[] {
  return (value.composition ?? [])
    .filter(({ role, least, most }) => {
      const count = countOf(seats, [role]);
      return count < least || (most !== undefined && count > most);
    })
    .map(({ role }) => role);
}

/** How many of those present gave each rating. */
export type RatingCounts = Record<Rating, number>;

/** The rating a council gives, from its members' (Circular 11/2014/TT-BKHCN article 13(2) and its variants). */
export function councilRating({ value }: RuleOf<'rating'>, counts: RatingCounts): Rating {
  const present = counts.excellent + counts.passed + counts.failed;
  const level = value.levels.find(({ all }) =>
    all.every((one) => comparesShare(counts[one.share], present, one.comparison, one)),
  );
  return level?.rating ?? value.otherwise;
}
