import { plainDay } from '../calendar/plain-day.ts';
import type { When } from '../directives/facts.ts';
import { aboutOf, type RecordedTaskFact, stepFacts, type TaskAbout } from './about.ts';
import { type Happened, happenedBy, type TaskEvent } from './facts.ts';
import type { TaskState } from './filter.ts';
import type { Law, TaskRegime } from './law.ts';
import { hasMark } from './lifecycle/opening.ts';
import { type RegimeChosen, regimeOf } from './regime.ts';
import { foldThrough, type TaskStanding } from './standing.ts';

/** A task as it stands on a day: what it is, which law it follows and why, how far it has come. */
export interface KnownTask {
  about: TaskAbout;
  law: Omit<RegimeChosen, 'regime'> & { regime: TaskRegime };
  standing: TaskStanding;
  /** As the latest paper calls it. */
  title: string;
}

/** A day (ISO) on which a task is looked at, which decides the law it follows, and the moment as known at. */
export type Moment = When & { asOf: string };

/**
 * Folds all facts of a task.
 * @returns null before anything of it happened
 */
export function taskOn(facts: readonly RecordedTaskFact[], law: Law, when: Moment): KnownTask | null {
  const [task] = taskAt(facts, law, [when]);
  return task ?? null;
}

/** As `taskOn`, at several moments: folded once where they come in the order of time and nothing was told anew between them. */
export function taskAt(
  facts: readonly RecordedTaskFact[],
  law: Law,
  moments: readonly Moment[],
): (KnownTask | null)[] {
  const steps = stepFacts(facts);
  const standingOf = foldThrough();
  return moments.map((when) => {
    const about = aboutOf(facts, when);
    if (about === null || !facts.some(({ happenedOn }) => happenedOn <= when.asOf)) return null;
    const happened = happenedBy(steps, when);
    const chosen = chosenLaw(happened, about, law, when.asOf);
    const standing = standingOf({ regime: chosen.regime, happened, begunOn: about.describedOn });
    return { about, law: chosen, standing, title: standing.terms.title ?? about.profile.title };
  });
}

function chosenLaw(
  happened: readonly Happened[],
  about: TaskAbout,
  { rules, agency }: Law,
  asOf: string,
): KnownTask['law'] {
  const firstDay = (counts: (body: TaskEvent) => boolean) => {
    const days = happened.flatMap(({ on, body }) => (counts(body) ? [on] : []));
    return days.length > 0 ? plainDay(days.reduce((a, b) => (a < b ? a : b))) : undefined;
  };
  const innovation = about.profile.type === 'innovation';
  const line = innovation ? 'B-innovation' : 'B-science';
  const { regime, ...chosen } = regimeOf(
    {
      filedOn: firstDay(({ kind }) => kind === 'filed'),
      approvedOn: firstDay(wasApproved),
      innovation,
      ...(about.regime && {
        decided: { ...about.regime, on: plainDay(about.regime.on) },
      }),
    },
    rules,
    { on: plainDay(asOf), ...(agency !== undefined && { agency }) },
  );
  return { ...chosen, regime: regime === 'B' ? line : regime };
}

/** Older files often begin with the contract, or later: what was contracted had been approved. */
const wasApproved = (body: TaskEvent) =>
  body.kind === 'approved' ||
  body.kind === 'contracted' ||
  (body.kind === 'takenOver' && body.phase !== 'proposal' && body.phase !== 'selection');

/** A task in one word: before a contract, under it, after its result, over. */
export function taskState({ standing }: Pick<KnownTask, 'standing'>): TaskState {
  if (standing.ended) return 'ended';
  if ((['accepted', 'evaluated', 'paid.last', 'terminated'] as const).some((mark) => hasMark(standing, mark)))
    return 'ending';
  return hasMark(standing, 'contracted') ? 'running' : 'proposed';
}
