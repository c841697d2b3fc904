import { type DraftFact, Stage } from './facts.ts';
import { type OpinionState, opinionsOf } from './opinions.ts';
import {
  type DraftStanding,
  type DraftState,
  draftStandingOf,
  endedOn,
  inCourse,
  judgeDraft,
  type LastDay,
} from './standing.ts';

/** A draft with its facts. */
export interface DraftRecord {
  id: string;
  facts: readonly DraftFact[];
}

/** First day and cut-off of a period, ISO, and the moment up to which what was recorded counts. */
export interface DraftWindow {
  from: string;
  cutOff: string;
  knownAt?: string | undefined;
}

/** A draft at the cut-off. */
interface Known {
  standing: DraftStanding;
  state: DraftState;
  /** The days its plan was moved. */
  movedOn: string[];
}

type Test = (known: Known, within: (day: string | null | undefined) => boolean) => boolean;

const issued: Test = ({ standing }, within) => within(standing.reached.issued?.on);
const isOpen = ({ standing }: Known) => endedOn(standing) === null;

/** What is counted of drafts at the cut-off of a period, each by what it holds of. */
export const draftFigures = {
  /** First planned to be issued within the period. */
  planned: ({ standing }, within) => within(standing.firstDays.issued),
  issued,
  /** By the day planned when it was issued. */
  issuedInTime: (known, within) => issued(known, within) && known.state === 'issued',
  issuedLate: (known, within) => issued(known, within) && known.state === 'issued-late',
  moved: ({ movedOn }, within) => movedOn.some(within),
  stopped: ({ standing, state }, within) => state === 'stopped' && within(standing.stoppedOn),
  /** At the cut-off; what is open is not begun or at one stage. */
  open: isOpen,
  notBegun: (known) => isOpen(known) && known.standing.stage === null,
  late: ({ state }) => state === 'late',
} as const satisfies Record<string, Test>;
export type DraftFigure = keyof typeof draftFigures;

/** The ids behind each figure, and of those that are open by the stage they stand at. */
export type CountedDrafts = Record<DraftFigure, string[]> & { atStage: Record<Stage, string[]> };

/** Counts drafts of a period, each figure as the ids of its drafts. */
export function countDrafts(
  drafts: readonly DraftRecord[],
  { from, cutOff, knownAt }: DraftWindow,
  lastDay: LastDay,
): CountedDrafts {
  const within = (day: string | null | undefined) =>
    day !== null && day !== undefined && from <= day && day <= cutOff;
  const when = { asOf: cutOff, knownAt };
  const known = drafts.flatMap(({ id, facts }) => {
    const standing = draftStandingOf(facts, when);
    if (standing === null) return [];
    const { state } = judgeDraft(standing, cutOff, lastDay);
    const movedOn = inCourse(facts, when).flatMap(({ body, happenedOn }) =>
      body.kind === 'moved' ? [happenedOn] : [],
    );
    return [{ id, standing, state, movedOn }];
  });
  const idsWhere = (holds: (one: Known) => boolean) => known.filter(holds).map(({ id }) => id);
  const figures = Object.entries<Test>(draftFigures).map(
    ([name, holds]) => [name, idsWhere((one) => holds(one, within))] as const,
  );
  const stages = Stage.options.map(
    (stage) => [stage, idsWhere((one) => isOpen(one) && one.standing.stage === stage)] as const,
  );
  return {
    ...(Object.fromEntries(figures) as Record<DraftFigure, string[]>),
    atStage: Object.fromEntries(stages) as Record<Stage, string[]>,
  };
}

/** An opinion that was asked for, by its draft. */
export interface CountedOpinion {
  draftId: string;
  askId: string;
}

/** Opinions asked for within a period: all of them fall apart into the four states at the cut-off. */
export function countOpinions(
  drafts: readonly DraftRecord[],
  { from, cutOff, knownAt }: DraftWindow,
  lastDay: LastDay,
): Record<OpinionState | 'asked', CountedOpinion[]> {
  const asked = drafts.flatMap(({ id, facts }) => {
    const known = knownAt === undefined ? facts : facts.filter(({ recordedAt }) => recordedAt <= knownAt);
    return opinionsOf(known, cutOff, lastDay)
      .filter(({ sentOn }) => from <= sentOn)
      .map((opinion) => ({ state: opinion.state, counted: { draftId: id, askId: opinion.id } }));
  });
  const of = (wanted: OpinionState) =>
    asked.filter(({ state }) => state === wanted).map(({ counted }) => counted);
  return {
    asked: asked.map(({ counted }) => counted),
    'in-time': of('in-time'),
    late: of('late'),
    silent: of('silent'),
    waiting: of('waiting'),
  };
}
