import { z } from 'zod';
import type { Calendar } from '../../calendar/calendar.ts';
import { plainDay } from '../../calendar/plain-day.ts';
import { canonicalJson } from '../../canonical.ts';
import * as amounts from './amounts.ts';
import { counterKey, formatCode, parseCode } from './codes.ts';
import { annualDues, deadlineOf, isInTime, nthDue } from './deadline.ts';
import { barredBy } from './eligibility.ts';
import type { RuleOf, TaskRule } from './rule.ts';
import { countScores, memberRating, pointRating, pointsHold, rankingScore } from './scoring.ts';
import { keepsEarlierLaw } from './transition.ts';
import type { TaskRuleKind } from './values.ts';
import { CouncilRole, Khoan, Rating, TaskLevel } from './vocabulary.ts';
import { councilRating, quorumOf, reached, sizeHolds } from './votes.ts';

const Day = z.iso.date().transform(plainDay);
const Seats = z.array(CouncilRole);
const Numbers = z.record(z.string(), z.number());

/** Reads what a worked case gives and makes of it what the system itself would. */
interface Trial {
  given: readonly string[];
  run: (rule: TaskRule, worked: unknown, calendar: Calendar) => { found: object } | { fault: string };
}

function trial<K extends TaskRuleKind, I extends z.ZodObject>(
  _kind: K,
  input: I,
  outcome: (rule: RuleOf<K>, given: z.infer<I>, calendar: Calendar) => object,
): Trial {
  return {
    given: Object.keys(input.shape),
    run: (rule, worked, calendar) => {
      const read = input.safeParse(worked);
      if (!read.success) {
        const names = read.error.issues.map(({ path }) => path.join('.')).join(', ');
        return { fault: `trường hợp thiếu hoặc sai «${names}»` };
      }
      try {
        return { found: outcome(rule as RuleOf<K>, read.data, calendar) };
      } catch (error) {
        return { fault: `không tính được: ${error instanceof Error ? error.message : String(error)}` };
      }
    },
  };
}

/** What a worked case of each kind gives, and what the function that the system itself uses makes of it. */
const trials: Record<TaskRuleKind, Trial> = {
  term: trial('term', z.object({ event: Day, done: Day.optional() }), (rule, { event, done }, calendar) => ({
    due: deadlineOf(rule, event, calendar).toString(),
    inTime: done && isInTime(rule, { eventDay: event, doneDay: done }, calendar),
  })),
  every: trial('every', z.object({ event: Day, n: z.int().positive() }), (rule, { event, n }, calendar) => ({
    due: nthDue(rule, event, n, calendar).toString(),
  })),
  annual: trial('annual', z.object({ year: z.int() }), (rule, { year }, calendar) => ({
    dues: annualDues(rule, year, calendar).map(String),
  })),
  quorum: trial('quorum', z.object({ members: Seats, present: Seats }), quorumOf),
  vote: trial(
    'vote',
    z.object({ for: z.int(), of: z.int(), alsoOf: z.int().optional(), chairFor: z.boolean().optional() }),
    (rule, votes) => ({ reached: reached(rule, votes) }),
  ),
  size: trial('size', z.object({ count: z.int() }), (rule, { count }) => ({ holds: sizeHolds(rule, count) })),
  limit: trial(
    'limit',
    z.object({ amount: z.number(), of: z.number().optional() }),
    (rule, { amount, of }) => ({
      holds: amounts.limitHolds(rule, amount, of),
    }),
  ),
  banded: trial('banded', z.object({ key: z.number() }), (rule, { key }) => ({
    amount: amounts.bandOf(rule, key),
  })),
  table: trial('table', z.object({ key: z.string() }), (rule, { key }) => ({
    amount: amounts.tableAmount(rule, key),
  })),
  rating: trial(
    'rating',
    z.object({ excellent: z.int(), passed: z.int(), failed: z.int() }),
    (rule, counts) => ({ rating: councilRating(rule, counts) }),
  ),
  'member-rating': trial(
    'member-rating',
    z.object({
      criteria: z.array(Rating),
      quantities: z.array(z.number()),
      report: Rating,
      lateFiling: z.boolean().optional(),
    }),
    (rule, findings) => ({ rating: memberRating(rule, findings) }),
  ),
  'point-rating': trial(
    'point-rating',
    z.object({ points: z.number(), parts: Numbers.optional() }),
    (rule, { points, parts }) => ({ rating: pointRating(rule, points, parts) }),
  ),
  outlier: trial('outlier', z.object({ scores: z.array(z.number()) }), (rule, { scores }) => {
    const { mean, dropped, rounds } = countScores(rule, scores);
    return { mean, dropped, rounds: rounds.length };
  }),
  bonus: trial('bonus', z.object({ mean: z.number(), proposer: z.boolean() }), (rule, input) => ({
    score: rankingScore(rule, input),
  })),
  criteria: trial('criteria', z.object({ points: Numbers }), (rule, { points }) => ({
    holds: pointsHold(rule, points),
  })),
  list: trial('list', z.object({ item: z.string() }), ({ value }, { item }) => ({
    listed: value.items.includes(item),
    place: value.items.indexOf(item) + 1,
  })),
  bar: trial(
    'bar',
    z.object({ open: z.boolean().optional(), since: Day.optional(), count: z.int().optional(), on: Day }),
    (rule, { on, ...facts }) => {
      const { barred, until } = barredBy(rule, facts, on);
      return { barred, until: until?.toString() };
    },
  ),
  decides: trial('decides', z.object({ khoan: Khoan }), (rule, { khoan }) => ({
    by: amounts.deciderOf(rule, khoan),
  })),
  authority: trial('authority', z.object({ level: TaskLevel }), (rule, { level }) => ({
    by: amounts.authorityAt(rule, level),
  })),
  'authority-by-amount': trial(
    'authority-by-amount',
    z.object({ amount: z.number() }),
    (rule, { amount }) => ({
      by: amounts.authorityOver(rule, amount),
    }),
  ),
  code: trial(
    'code',
    z.object({ parts: z.record(z.string(), z.union([z.string(), z.number()])) }),
    (rule, { parts }) => {
      const code = formatCode(rule, parts);
      return { code, readBack: parseCode(rule, code) !== undefined, counter: counterKey(rule, parts) };
    },
  ),
  split: trial('split', z.object({ amount: z.int() }), (rule, { amount }) => ({
    parts: amounts.splitOf(rule, amount),
  })),
  refund: trial(
    'refund',
    z.object({
      khoan: Khoan,
      cause: z.enum(['objective', 'subjective']),
      unused: z.int(),
      proper: z.int(),
      improper: z.int(),
    }),
    (rule, money) => ({ refund: amounts.leastRefund(rule, money) }),
  ),
  needs: trial('needs', z.object({ done: z.array(z.string()) }), (rule, { done }) => ({
    missing: amounts.missingFacts(rule, done),
  })),
  transition: trial(
    'transition',
    z.object({ filedOn: Day.optional(), approvedOn: Day.optional() }),
    (rule, facts) => ({ earlier: keepsEarlierLaw(rule, facts) !== undefined }),
  ),
};

/**
 * Runs one worked case of a rule through the function that evaluates its kind.
 * @returns undefined where it holds, else what is wrong, in Vietnamese
 */
export function caseFault(
  rule: TaskRule,
  worked: Record<string, unknown>,
  calendar: Calendar,
): string | undefined {
  const { given, run } = trials[rule.value.kind];
  const ran = run(rule, worked, calendar);
  if ('fault' in ran) return ran.fault;
  const expected = Object.entries(worked).filter(([name]) => !given.includes(name));
  if (expected.length === 0) return 'trường hợp không nêu kết quả';
  const found: Record<string, unknown> = { ...ran.found };
  const wrong = expected.find(([name, value]) => canonicalJson(found[name] ?? null) !== canonicalJson(value));
  return (
    wrong &&
    `${wrong[0]} phải là ${JSON.stringify(wrong[1])}, tính ra ${JSON.stringify(found[wrong[0]] ?? null)}`
  );
}
