import { z } from 'zod';
import { Base, Cause, CouncilRole, Decider, Rating, RuledFact, TaskLevel } from './vocabulary.ts';

export const Comparison = z.enum(['<', '≤', '=', '≥', '>']);
export type Comparison = z.infer<typeof Comparison>;

const Fraction = { numerator: z.int().min(0), denominator: z.int().positive() };
const Names = z.array(z.string().min(1)).min(1);
/** Days, months or years: more would leave the years the calendar can count. */
const TimeAmount = z.int().positive().max(1_000);
const Amounts = z.record(z.string(), z.number());

/** A limit in time, from an event or before it. */
const Term = z.strictObject({
  kind: z.literal('term'),
  amount: TimeAmount,
  direction: z.enum(['after', 'before']),
});
/** Comes again every so often from an event. */
const Every = z.strictObject({ kind: z.literal('every'), amount: TimeAmount });
/** Falls due on fixed days of each year, by the day or before it. */
const Annual = z.strictObject({
  kind: z.literal('annual'),
  bound: z.enum(['by', 'before']),
  days: z.array(z.strictObject({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) })).min(1),
});
/** Who must be there for a session to be valid: a fraction, and seats with how many of them («all»: every one). */
const Quorum = z.strictObject({
  kind: z.literal('quorum'),
  ...Fraction,
  roles: z.array(
    z.strictObject({
      anyOf: z.array(CouncilRole).min(1),
      count: z.union([z.int().positive(), z.literal('all')]),
    }),
  ),
});
/** A fraction of a base; `also` must hold beside it; `tie`: equal votes go with the chair. */
const Vote = z.strictObject({
  kind: z.literal('vote'),
  ...Fraction,
  also: z.strictObject({ ...Fraction, base: Base, comparison: Comparison }).optional(),
  tie: z.literal('chair').optional(),
});
/** How many sit, which numbers where only some are allowed, and what seats there must be. */
const Size = z.strictObject({
  kind: z.literal('size'),
  least: z.int().positive(),
  most: z.int().positive(),
  sizes: z.array(z.int().positive()).optional(),
  composition: z
    .array(
      z.strictObject({
        role: CouncilRole,
        least: z.int().min(0),
        most: z.int().positive().optional(),
      }),
    )
    .optional(),
});
/** One number; with unit percent, that share of the rule's base. */
const Limit = z.strictObject({ kind: z.literal('limit'), amount: z.number() });
/** A number that depends on another: the first band that holds. */
const Banded = z.strictObject({
  kind: z.literal('banded'),
  by: z.literal('duration-months'),
  bands: z.array(z.strictObject({ comparison: Comparison, than: z.number(), amount: z.number() })).min(1),
  otherwise: z.number(),
});
const Table = z.strictObject({ kind: z.literal('table'), by: z.string(), amounts: Amounts });
const RatingShare = z.strictObject({ share: Rating, comparison: Comparison, ...Fraction });
/** The council's rating from its members' ratings: the first level all of whose shares hold. */
const CouncilRating = z.strictObject({
  kind: z.literal('rating'),
  levels: z.array(z.strictObject({ rating: Rating, all: z.array(RatingShare).min(1) })).min(1),
  otherwise: Rating,
});
/** One member's rating: how many criteria of quantity must be met, and how far the others at least. */
const MemberRating = z.strictObject({
  kind: z.literal('member-rating'),
  quantityCriteria: z.strictObject(Fraction),
  quantityEach: z.strictObject(Fraction),
});
/** A rating by points: the first level reached, whose parts are reached too. */
const PointRating = z.strictObject({
  kind: z.literal('point-rating'),
  levels: z.array(z.strictObject({ rating: Rating, least: z.number(), parts: Amounts.optional() })).min(1),
  otherwise: Rating,
});
/** Ballots too far from the mean do not count; whether the mean is then taken anew is a parameter. */
const Outlier = z.strictObject({
  kind: z.literal('outlier'),
  percent: z.number().positive(),
  of: z.enum(['mean', 'points']),
  repeat: z.boolean(),
});
const Bonus = z.strictObject({
  kind: z.literal('bonus'),
  percent: z.number().positive(),
  fromMean: z.number(),
  counts: z.enum(['ranking', 'ranking-and-pass']),
});
const Criteria = z.strictObject({ kind: z.literal('criteria'), points: Amounts, total: z.number() });
/** Names in order, or those allowed. */
const List = z.strictObject({ kind: z.literal('list'), items: Names });
/**
 * Bars somebody from a new task: while the cause is open, for so long after an event (`lasts`, in the rule's unit), when it
 * has been open for more days than `moreThan`, or from a count of `atLeast`.
 */
const Bar = z.strictObject({
  kind: z.literal('bar'),
  subject: z.enum(['host-organisation', 'investigator']),
  cause: Cause,
  lasts: TimeAmount.optional(),
  moreThan: z.int().positive().optional(),
  atLeast: z.int().positive().optional(),
});
/** Who decides a change of a running task under each khoán, and on what conditions. */
const Decides = z.strictObject({
  kind: z.literal('decides'),
  change: z.string(),
  by: z.strictObject({ 'final-product': Decider, 'by-part': Decider }),
  needs: Names.optional(),
});
const Authority = z.strictObject({
  kind: z.literal('authority'),
  by: z.literal('level'),
  of: z.record(TaskLevel, Decider),
});
/** Who decides by an amount: the first band whose `upTo` holds it. */
const AuthorityByAmount = z.strictObject({
  kind: z.literal('authority-by-amount'),
  bands: z.array(z.strictObject({ upTo: z.number().positive(), by: Decider })),
  otherwise: Decider,
});
/**
 * A family of task codes. Placeholders of `pattern`: `{order:2}` and `{year:2}` with their digits, `{letters}` for one of
 * `letters`, other names as they are given. `counter`: within what the order counts from 1; `year`: of the start, of the
 * approval, or the years of a programme's phase.
 */
const Code = z.strictObject({
  kind: z.literal('code'),
  pattern: z.string().min(1).max(80),
  counter: z.array(z.string()),
  year: z.enum(['start', 'approval', 'phase']),
  letters: Names.optional(),
});
/** Percentages of an amount, 100 together. */
const Split = z.strictObject({ kind: z.literal('split'), parts: Amounts });
const Refund = z.strictObject({
  kind: z.literal('refund'),
  shares: z.strictObject({
    unused: z.number(),
    'objective-cause': z.number(),
    'proper-final-product': z.number(),
    'proper-by-part': z.number(),
    improper: z.number(),
  }),
});
/** Facts that must stand before a step. */
const Needs = z.strictObject({ kind: z.literal('needs'), all: z.array(RuledFact).min(1) });
/** Tasks of whom one of the named facts happened before a day keep the earlier regime. */
const Transition = z.strictObject({
  kind: z.literal('transition'),
  before: z.iso.date(),
  facts: z.array(z.enum(['filed', 'approved'])).min(1),
});

/** What a rule of S&T tasks states, by kind; each kind is evaluated by one function of this room. */
export const TaskRuleValue = z.discriminatedUnion('kind', [
  Term,
  Every,
  Annual,
  Quorum,
  Vote,
  Size,
  Limit,
  Banded,
  Table,
  CouncilRating,
  MemberRating,
  PointRating,
  Outlier,
  Bonus,
  Criteria,
  List,
  Bar,
  Decides,
  Authority,
  AuthorityByAmount,
  Code,
  Split,
  Refund,
  Needs,
  Transition,
]);
export type TaskRuleValue = z.infer<typeof TaskRuleValue>;
export type TaskRuleKind = TaskRuleValue['kind'];
