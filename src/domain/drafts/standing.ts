import { z } from 'zod';
import { bindingFacts, type Cause, type When } from '../directives/facts.ts';
import type { SourceNamed } from '../targets/facts.ts';
import { type DraftFact, type DraftPlan, isOf, type PlannedDays, placeOf, Stage } from './facts.ts';
import { optionalStages } from './stages.ts';

/** A stage as it was reached. */
export interface Reached {
  on: string;
  document: SourceNamed | null;
  holder: string | null;
  cause: Cause | null;
}

/** How a draft stands, folded from its facts. Days are ISO. */
export interface DraftStanding {
  now: DraftPlan;
  plannedOn: string;
  days: PlannedDays;
  firstDays: PlannedDays;
  timesMoved: number;
  /** Null before the first. */
  stage: Stage | null;
  /** Stages of the course that runs: sent back, those behind it are to be reached anew. */
  reached: Partial<Record<Stage, Reached>>;
  timesSentBack: number;
  /** What was reported last. */
  report: { on: string; words: string; cause: Cause | null } | null;
  stoppedOn: string | null;
}

/** Facts of one day in the order the work goes, so that it does not matter which was recorded first. */
function rank({ body }: DraftFact): number {
  if (body.kind === 'planned') return -3;
  if (body.kind === 'changed') return -2;
  if (body.kind === 'moved') return -1;
  if (body.kind === 'entered') return placeOf(body.stage);
  return body.kind === 'sentBack' ? Stage.options.length : Stage.options.length + 1;
}

/** The facts that count, in the order of the work. */
export const inCourse = (facts: readonly DraftFact[], when: When = {}): DraftFact[] =>
  bindingFacts(facts, when).toSorted((a, b) => a.happenedOn.localeCompare(b.happenedOn) || rank(a) - rank(b));

/** Folds the facts of one draft; null before it was planned. Their order does not matter. */
export function draftStandingOf(facts: readonly DraftFact[], when: When = {}): DraftStanding | null {
  const course = inCourse(facts, when);
  const first = course.find(isOf('planned'));
  if (!first) return null;
  const standing: DraftStanding = {
    now: first.body.plan,
    plannedOn: first.happenedOn,
    days: first.body.days,
    firstDays: first.body.days,
    timesMoved: 0,
    stage: null,
    reached: {},
    timesSentBack: 0,
    report: null,
    stoppedOn: null,
  };
  for (const fact of course) apply(standing, fact);
  return standing;
}

function apply(standing: DraftStanding, { happenedOn: on, body }: DraftFact): void {
  switch (body.kind) {
    case 'changed':
      standing.now = body.plan;
      break;
    case 'moved':
      standing.days = body.days;
      standing.timesMoved += 1;
      break;
    case 'entered':
      if (placeOf(body.stage) <= placeOf(standing.stage)) break;
      standing.stage = body.stage;
      standing.reached[body.stage] = {
        on,
        document: body.document,
        holder: body.holder,
        cause: body.cause,
      };
      break;
    case 'sentBack':
      standing.stage = body.stage;
      standing.timesSentBack += 1;
      for (const stage of Stage.options)
        if (placeOf(stage) > placeOf(body.stage)) delete standing.reached[stage];
      break;
    case 'reported':
      standing.report = { on, words: body.words, cause: body.cause };
      break;
    case 'stopped':
      standing.stoppedOn = on;
      break;
  }
}

/** Why facts make no course: a stage that does not come next, or one that may not be passed over. */
export interface CourseFault {
  kind: 'not-forward' | 'passed-over' | 'not-back' | 'over';
  /** The stage recorded. */
  stage: Stage;
  /** Where it stood, or what was passed over. */
  at: Stage | null;
}

/** The first fault in the course of a draft; null where each stage follows as the law has it. */
export function courseFault(facts: readonly DraftFact[]): CourseFault | null {
  const plan = draftStandingOf(facts)?.now;
  let at: Stage | null = null;
  const ever = new Set<Stage>();
  for (const fact of inCourse(facts)) {
    const { body } = fact;
    if (body.kind !== 'entered' && body.kind !== 'sentBack') continue;
    const { stage } = body;
    if (at === 'issued') return { kind: 'over', stage, at };
    if (body.kind === 'sentBack') {
      if (placeOf(stage) >= placeOf(at)) return { kind: 'not-back', stage, at };
    } else {
      if (placeOf(stage) <= placeOf(at)) return { kind: 'not-forward', stage, at };
      const optional = plan ? optionalStages(plan, fact.happenedOn) : [];
      const missing = Stage.options.find(
        (one) => placeOf(one) < placeOf(stage) && !ever.has(one) && !optional.includes(one),
      );
      if (missing) return { kind: 'passed-over', stage, at: missing };
      ever.add(stage);
    }
    at = stage;
  }
  return null;
}

/** Chậm, đúng kế hoạch, đã ban hành đúng hạn, ban hành muộn, đã dừng. */
export const DraftState = z.enum(['late', 'on-plan', 'issued', 'issued-late', 'stopped']);
export type DraftState = z.infer<typeof DraftState>;

/** The last day in time for a planned day, both ISO: a day off rolls on as the agency has it. */
export type LastDay = (planned: string) => string;

/** Plan against what happened on a day; all of it follows from the facts. */
export interface DraftJudged {
  state: DraftState;
  /** The stage that comes next; null at the end. */
  next: Stage | null;
  /** The stage that should have been reached first of those that were not, and its last day in time. */
  lateStage: Stage | null;
  lateSince: string | null;
  cause: Cause | null;
}

/** Judges a draft on a day. @param standing as of that day */
export function judgeDraft(standing: DraftStanding, day: string, lastDay: LastDay): DraftJudged {
  const { days, stage, reached, report, stoppedOn } = standing;
  const none = { next: null, lateStage: null, lateSince: null, cause: null };
  if (reached.issued) {
    const limit = lastDay(days.issued);
    if (reached.issued.on <= limit) return { ...none, state: 'issued' };
    return {
      ...none,
      state: 'issued-late',
      lateStage: 'issued',
      lateSince: limit,
      cause: reached.issued.cause,
    };
  }
  if (stoppedOn !== null) return { ...none, state: 'stopped' };
  const ahead = Stage.options.filter((one) => placeOf(one) > placeOf(stage));
  const optional = optionalStages(standing.now, day);
  const next = ahead.find((one) => days[one] !== undefined || !optional.includes(one)) ?? null;
  const passed = ahead
    .flatMap((one) => (days[one] === undefined ? [] : [{ stage: one, limit: lastDay(days[one]) }]))
    .filter(({ limit }) => limit < day)
    .toSorted((a, b) => a.limit.localeCompare(b.limit));
  const [late] = passed;
  if (!late) return { ...none, state: 'on-plan', next };
  return {
    ...{ state: 'late', next, lateStage: late.stage, lateSince: late.limit },
    cause: report?.cause ?? null,
  };
}

/** The day its work ended, issued or stopped; null while it runs. */
export const endedOn = ({ reached, stoppedOn }: DraftStanding): string | null =>
  reached.issued?.on ?? stoppedOn;

/** The fact by which a stage was entered late asks for a cause. */
export const entersLate = (
  { days }: Pick<DraftStanding, 'days'>,
  { stage, on }: { stage: Stage; on: string },
  lastDay: LastDay,
): boolean => days[stage] !== undefined && on > lastDay(days[stage]);
