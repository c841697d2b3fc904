import { makeCalendar } from '../src/domain/calendar/calendar.ts';
import { actRefusal } from '../src/domain/tasks/acts.ts';
import { runningClocks } from '../src/domain/tasks/clocks.ts';
import type { StepKind, TaskFact } from '../src/domain/tasks/facts.ts';
import type { Law, TaskRegime } from '../src/domain/tasks/law.ts';
import { taskRules } from '../src/domain/tasks/rules/rule-set.ts';
import { taskStandingOf } from '../src/domain/tasks/standing.ts';
import { bodyOf } from './task-facts.ts';

/** The published rules and the working calendar. */
export const law: Law = { calendar: makeCalendar(), rules: taskRules() };

/** Looks at tasks of a regime: how one stands on a day, what is open, when what is due, why an act is refused. */
export function lookAt(regime: TaskRegime) {
  const standing = (facts: readonly TaskFact[], asOf?: string) =>
    taskStandingOf(facts, regime, asOf === undefined ? {} : { asOf });
  return {
    standing,
    openOn: (facts: readonly TaskFact[], asOf?: string) =>
      standing(facts, asOf).open.map(({ step }) => step.kind),
    due: (facts: readonly TaskFact[], asOf?: string) =>
      runningClocks(standing(facts, asOf), law).map((clock) => `${clock.step} ${clock.due}`),
    refused: (facts: readonly TaskFact[], on: string, kind: StepKind, differing: object = {}) =>
      actRefusal(kind, standing(facts), { on, law, body: bodyOf(kind, differing) })?.reason,
  };
}
