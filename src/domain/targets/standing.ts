import { z } from 'zod';
import { bindingFacts, type Cause } from '../directives/facts.ts';
import type { Aim, Assignment, Quarters, TargetFact } from './facts.ts';

/** A value that was reported, and the day it is of. */
export interface Report {
  factId: string;
  on: string;
  value: number;
  words: string;
  cause: Cause | null;
  link: string | null;
}

/** How a target stands, folded from its facts. Days are ISO. */
export interface TargetStanding {
  now: Assignment;
  assignedOn: string;
  /** The value it was first assigned with. */
  firstValue: number;
  timesAmended: number;
  quarters: Quarters;
  /** One a day, oldest first: the later recorded stands. */
  reports: Report[];
  evidence: { factId: string; name: string; fileHash: string }[];
  withdrawnOn: string | null;
}

const unplanned: Quarters = [null, null, null, null];

/** Folds the facts of one target as of a day; null before it was assigned. Their order does not matter. */
export function targetStandingOf(facts: readonly TargetFact[], asOf?: string): TargetStanding | null {
  const binding = bindingFacts(facts, { asOf });
  const first = binding.find(({ body }) => body.kind === 'assigned');
  if (first?.body.kind !== 'assigned') return null;
  const { kind: _, ...assignment } = first.body;
  const standing: TargetStanding = {
    now: assignment,
    assignedOn: first.happenedOn,
    firstValue: assignment.value,
    timesAmended: 0,
    quarters: unplanned,
    reports: [],
    evidence: [],
    withdrawnOn: null,
  };
  for (const fact of binding) apply(standing, fact);
  return standing;
}

function apply(standing: TargetStanding, { id, happenedOn, body }: TargetFact): void {
  switch (body.kind) {
    case 'amended': {
      const { kind: _, reason: __, ...assignment } = body;
      standing.now = assignment;
      standing.timesAmended += 1;
      break;
    }
    case 'planned':
      standing.quarters = body.quarters;
      break;
    case 'reported': {
      const { value, words, cause, link } = body;
      if (standing.reports.at(-1)?.on === happenedOn) standing.reports.pop();
      standing.reports.push({ factId: id, on: happenedOn, value, words, cause, link });
      break;
    }
    case 'evidenced':
      standing.evidence.push({ factId: id, name: body.name, fileHash: body.fileHash });
      break;
    case 'withdrawn':
      standing.withdrawnOn = happenedOn;
      break;
  }
}

/** Đạt, chưa đến hạn, chậm so với kế hoạch, không đạt khi hết hạn, đã thôi giao. */
export const TargetState = z.enum(['late', 'failed', 'in-time', 'met', 'withdrawn']);
export type TargetState = z.infer<typeof TargetState>;

/** A value to be reached by the end of a day. */
export interface Milestone {
  day: string;
  value: number;
}

const quarterEnds = ['03-31', '06-30', '09-30', '12-31'];

/** The planned ends of quarters before the last day, and the last day with the whole value. */
export function milestonesOf({ now, quarters }: TargetStanding, year: number): Milestone[] {
  const planned = quarters.flatMap((value, at) => {
    const day = `${year}-${quarterEnds[at]}`;
    return value === null || day >= now.due ? [] : [{ day, value }];
  });
  return [...planned, { day: now.due, value: now.value }];
}

/** How plan and result stand on a day; all of it follows from the facts. */
export interface Judged {
  state: TargetState;
  /** The result known that day. */
  result: number | null;
  /** Result of the whole value, in percent; null where nothing is reported or the value is 0. */
  percent: number | null;
  /** What should have been reached by now: the last milestone that has passed. */
  planToDate: number | null;
  percentToDate: number | null;
  /** The oldest milestone that passed and is not reached: since its end the target is late. */
  lateSince: string | null;
  /** The first report that reached the whole value, if it came after the last day. */
  reachedLateOn: string | null;
}

const share = (value: number | null, of: number | null) =>
  value === null || of === null || of === 0 ? null : Math.round((value / of) * 1000) / 10;

/** Whether a result is enough: on the way «exactly» asks for as much as «at least», at the end for no more either. */
function reaches(aim: Aim, result: number | null, wanted: number, last: boolean): boolean {
  if (result === null) return aim === 'at-most' && !last;
  if (aim === 'at-most') return result <= wanted;
  return aim === 'exactly' && last ? result === wanted : result >= wanted;
}

/**
 * Plan against result on a day. At the last day the value known of it decides, whatever is reported of later days; of
 * «không quá» that is only known then. Silence is no result.
 */
export function judge(standing: TargetStanding, year: number, day: string): Judged {
  const { now, reports, withdrawnOn } = standing;
  const milestones = milestonesOf(standing, year);
  const passed = milestones.filter((one) => one.day < day);
  const result = reports.at(-1)?.value ?? null;
  const planToDate = passed.at(-1)?.value ?? null;
  const over = now.due < day;
  const atEnd = reports.findLast(({ on }) => on <= now.due)?.value ?? null;
  const missed = passed.find((one) => {
    const last = one.day === now.due;
    return !reaches(now.aim, last ? atEnd : result, one.value, last);
  });
  const whole = reaches(now.aim, over ? atEnd : result, now.value, true);
  const tooMuch = now.aim !== 'at-least' && result !== null && result > now.value;
  const late = reports.find(({ on, value }) => on > now.due && reaches(now.aim, value, now.value, true));
  return {
    state: stateOf({
      withdrawn: withdrawnOn !== null,
      over,
      whole,
      behind: tooMuch || missed !== undefined,
      aim: now.aim,
    }),
    result,
    percent: share(result, now.value),
    planToDate,
    percentToDate: share(result, planToDate),
    lateSince: over && whole ? null : (missed?.day ?? null),
    reachedLateOn: over && !whole ? (late?.on ?? null) : null,
  };
}

function stateOf(known: {
  withdrawn: boolean;
  over: boolean;
  whole: boolean;
  behind: boolean;
  aim: Aim;
}): TargetState {
  if (known.withdrawn) return 'withdrawn';
  if (known.over) return known.whole ? 'met' : 'failed';
  if (known.whole && known.aim !== 'at-most') return 'met';
  return known.behind ? 'late' : 'in-time';
}
