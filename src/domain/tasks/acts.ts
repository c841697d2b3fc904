import { plainDay } from '../calendar/plain-day.ts';
import { dayWords } from '../calendar/words.ts';
import { notNow, notTheirs, type Refusal } from '../permissions/ability.ts';
import type { Language } from '../text/language.ts';
import { supplementOf } from './clocks.ts';
import type { StepBody, StepKind } from './facts.ts';
import type { Law, TaskRegime } from './law.ts';
import { endWordsOf, phaseWordsOf, resultWordsOf, roleWordsOf, stepWordsOf } from './lifecycle/names.ts';
import { getStep, hasMark, type Placed, shutBy, stepsOf } from './lifecycle/opening.ts';
import { kindOf, type Mark, marksIn, missing, type Step } from './lifecycle/step.ts';
import { refusals } from './refusals.ts';
import type { TaskRole } from './roles.ts';
import type { TaskStanding } from './standing.ts';

/** What an act is judged by: the day (ISO), the law, the roles the person has in this task, what would be recorded. */
export interface Acting {
  on: string;
  law: Law;
  /** In which the answer is read; Vietnamese unless told. */
  language?: Language | undefined;
  /** Left out where only the task itself matters. */
  roles?: readonly TaskRole[];
  /** Left out where it is not yet filled in. */
  body?: StepBody;
}

/**
 * Why a step may not be done now, with its article; null where it may.
 * @param standing as of the day of the act: what is recorded late is judged by how the task stood then
 */
export function actRefusal(kind: StepKind, standing: TaskStanding, acting: Acting): Refusal | null {
  const placed = getStep(standing.regime, kind);
  const { on, law, roles, language = 'vi', body = null } = acting;
  if (!placed) return notNow(refusals[language].noSuchStep);
  const { step } = placed;
  if (roles && !step.who.some((role) => roles.includes(role))) return theirs(step.who, step.basis, language);
  const reason =
    stateRefusal(placed, standing, language) ??
    orderRefusal(placed, standing, { on, language }) ??
    restingRefusal(placed, standing, { on, language });
  if (reason !== null) return notNow(reason);
  for (const guard of step.guards ?? []) {
    const refused = guard({ standing, on, law, body });
    if (refused !== null) return notNow(refused);
  }
  return null;
}

/** Every step of the task's law, whether it may be done now, and if not why: the one table the server decides by and screens show. */
export const actsOf = (
  standing: TaskStanding,
  acting: Omit<Acting, 'body'>,
): { placed: Placed; refusal: Refusal | null }[] =>
  stepsOf(standing.regime).placed.map((placed) => ({
    placed,
    refusal: actRefusal(placed.step.kind, standing, acting),
  }));

const theirs = (who: readonly TaskRole[], basis: string, language: Language): Refusal =>
  notTheirs(refusals[language].theirs(who.map((role) => roleWordsOf(role, language)).join(', '), basis));

/** The number and name of a step as a refusal says it. */
const named = (
  { step: { no, kind } }: Placed,
  { regime }: Pick<TaskStanding, 'regime'>,
  language: Language,
) => ({
  ...{ no, name: stepWordsOf(regime, kind, language) },
});

/** What the place in the life cycle refuses. */
function stateRefusal(placed: Placed, standing: TaskStanding, language: Language): string | null {
  const { step, phase } = placed;
  const { ended, regime } = standing;
  const say = refusals[language];
  if (ended) return say.ended(endWordsOf(regime, ended.id, language));
  const shut = shutBy(standing, placed);
  switch (shut?.why) {
    case undefined:
      return null;
    case 'phase-over':
      return say.phaseOver(phaseWordsOf(regime, phase.id, language));
    case 'past':
      return say.past(named(placed, standing, language));
    case 'held':
      return say.held(markWords(standing, shut.by, language));
    case 'done':
      return say.done(named(placed, standing, language));
    case 'after': {
      const lacking = step.after ? missing(step.after, (mark) => hasMark(standing, mark)) : [];
      const marks = lacking.map((mark) => markWords(standing, mark, language));
      return say.lacking(marks.join('; '), step.basis);
    }
  }
}

/** «bước 29 Đăng ký, lưu giữ kết quả», with the result that is needed. */
export function markWords(
  standing: Pick<TaskStanding, 'regime'>,
  mark: Mark,
  language: Language = 'vi',
): string {
  const say = refusals[language];
  const kind = kindOf(mark);
  const placed = getStep(standing.regime, kind);
  const name = placed
    ? say.step(named(placed, standing, language))
    : stepWordsOf(standing.regime, kind, language);
  const result = resultWordsOf(mark, language);
  return result === null ? name : say.withResult(name, result);
}

/** Why a supplement may not be asked for, or noted as received, now; null where it may. */
export function supplementRefusal(
  kind: 'supplementAsked' | 'supplementReceived',
  of: StepKind,
  standing: TaskStanding,
  { roles, language = 'vi' }: Pick<Acting, 'roles' | 'language'> = {},
): Refusal | null {
  const say = refusals[language];
  const open = standing.open.find(({ step }) => step.kind === of);
  const placed = getStep(standing.regime, of);
  if (!placed || placed.step.supplement === undefined) return notNow(say.noSupplement);
  const { step } = placed;
  const by: readonly TaskRole[] = kind === 'supplementAsked' ? step.who : ['host', ...step.who];
  if (roles && !by.some((role) => roles.includes(role))) return theirs(by, step.basis, language);
  if (!open) return notNow(say.notWaiting(named(placed, standing, language)));
  const waiting = supplementOf(of, standing) !== undefined;
  if (kind === 'supplementAsked') return waiting ? notNow(say.supplementAwaited) : null;
  return waiting ? null : notNow(say.noSupplementAwaited);
}

/** Steps that follow directly from one, for «what is next». */
export const nextAfter = (kind: StepKind, regime: TaskRegime): Step[] =>
  stepsOf(regime).placed.flatMap(({ step }) =>
    step.after && marksIn(step.after).some((mark) => kindOf(mark) === kind) ? [step] : [],
  );

/** A step that opens anew does not count on the very day it was taken back: on one day facts bind as the life cycle goes. */
function orderRefusal(
  { step, place }: Placed,
  standing: TaskStanding,
  { on, language }: { on: string; language: Language },
): string | null {
  const undoing = standing.history.findLast(({ body }) => {
    const placed =
      'of' in body || body.kind === 'takenOver' ? undefined : getStep(standing.regime, body.kind);
    return placed !== undefined && placed.place >= place && takesBack(placed, step.kind);
  });
  return undoing && undoing.on >= on && standing.takenBack.has(step.kind)
    ? refusals[language].opensAnew(dayWords(plainDay(undoing.on)))
    : null;
}

/**
 * What takes a step back binds, on one day, before the steps that come after it in the life cycle: those of them that are on
 * record for that day would be left without what they rest on.
 */
function restingRefusal(
  undoing: Placed,
  { history, regime }: TaskStanding,
  { on, language }: { on: string; language: Language },
): string | null {
  const resting = history
    .filter((one) => one.on === on)
    .map(({ body }) => ('of' in body || body.kind === 'takenOver' ? undefined : getStep(regime, body.kind)))
    .find((one) => one !== undefined && one.place > undoing.place && restsOnUndone(one, undoing));
  return resting ? refusals[language].restedOn(named(resting, { regime }, language)) : null;
}

const restsOnUndone = ({ step: { after } }: Placed, undoing: Placed) =>
  after !== undefined && marksIn(after).some((mark) => takesBack(undoing, kindOf(mark)));

const takesBack = ({ step }: Placed, kind: StepKind) =>
  step.undoes?.includes(kind) || Object.values(step.undoesOn ?? {}).some((kinds) => kinds.includes(kind));
