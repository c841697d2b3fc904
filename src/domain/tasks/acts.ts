import { plainDay } from '../calendar/plain-day.ts';
import { dayWords } from '../calendar/words.ts';
import { notNow, notTheirs, type Refusal } from '../permissions/ability.ts';
import { supplementOf } from './clocks.ts';
import type { StepBody, StepKind } from './facts.ts';
import type { Law, TaskRegime } from './law.ts';
import { getStep, hasMark, type Placed, shutBy, stepsOf } from './lifecycle/opening.ts';
import { kindOf, type Mark, marksIn, missing, resultWords, type Step } from './lifecycle/step.ts';
import { roleWords, type TaskRole } from './roles.ts';
import type { TaskStanding } from './standing.ts';

/** What an act is judged by: the day (ISO), the law, the roles the person has in this task, what would be recorded. */
export interface Acting {
  on: string;
  law: Law;
  /** Left out where only the task itself matters. */
  roles?: readonly TaskRole[];
  /** Left out where it is not yet filled in. */
  body?: StepBody;
}

/**
 * Why a step may not be done now, in Vietnamese and with its article; null where it may.
 * @param standing as of the day of the act: what is recorded late is judged by how the task stood then
 */
export function actRefusal(kind: StepKind, standing: TaskStanding, acting: Acting): Refusal | null {
  const placed = getStep(standing.regime, kind);
  if (!placed) return notNow('Luật áp dụng cho nhiệm vụ này không có bước đó.');
  const { step } = placed;
  if (acting.roles && !step.who.some((role) => acting.roles?.includes(role)))
    return notTheirs(`Việc của ${step.who.map(roleWords).join(', ')} (${step.basis}).`);
  const reason =
    stateRefusal(placed, standing) ??
    orderRefusal(placed, standing, acting.on) ??
    restingRefusal(placed, standing, acting.on);
  if (reason !== null) return notNow(reason);
  const { on, law, body = null } = acting;
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

/** What the place in the life cycle refuses. */
function stateRefusal(placed: Placed, standing: TaskStanding): string | null {
  const { step, phase } = placed;
  if (standing.ended) return `Nhiệm vụ đã kết thúc: ${standing.ended.name}.`;
  const shut = shutBy(standing, placed);
  switch (shut?.why) {
    case undefined:
      return null;
    case 'phase-over':
      return `Giai đoạn «${phase.name}» đã qua.`;
    case 'past':
      return `Đã qua bước ${step.no} «${step.name}».`;
    case 'held':
      return `Đang có hiệu lực: ${markWords(standing, shut.by)}; cho tiếp tục thực hiện trước.`;
    case 'done':
      return `Bước ${step.no} «${step.name}» đã xong.`;
    case 'after': {
      const lacking = step.after ? missing(step.after, (mark) => hasMark(standing, mark)) : [];
      return `Chưa có: ${lacking.map((mark) => markWords(standing, mark)).join('; ')} (${step.basis}).`;
    }
  }
}

/** «bước 29 Đăng ký, lưu giữ kết quả», with the result that is needed. */
export function markWords({ regime }: Pick<TaskStanding, 'regime'>, mark: Mark): string {
  const kind = kindOf(mark);
  const step = getStep(regime, kind)?.step;
  const name = step ? `bước ${step.no} ${step.name}` : kind;
  const result = resultWords(mark);
  return result === null ? name : `${name} với kết quả «${result}»`;
}

/** Why a supplement may not be asked for, or noted as received, now; null where it may. */
export function supplementRefusal(
  kind: 'supplementAsked' | 'supplementReceived',
  of: StepKind,
  standing: TaskStanding,
  { roles }: Pick<Acting, 'roles'> = {},
): Refusal | null {
  const open = standing.open.find(({ step }) => step.kind === of);
  const placed = getStep(standing.regime, of);
  if (!placed || placed.step.supplement === undefined)
    return notNow(
      'Bước này không có việc bổ sung hồ sơ; hồ sơ không hợp lệ thì xử lý theo kết quả của bước.',
    );
  const { step } = placed;
  const by: readonly TaskRole[] = kind === 'supplementAsked' ? step.who : ['host', ...step.who];
  if (roles && !by.some((role) => roles.includes(role)))
    return notTheirs(`Việc của ${by.map(roleWords).join(', ')} (${step.basis}).`);
  if (!open) return notNow(`Bước ${step.no} «${step.name}» không đang chờ.`);
  const waiting = supplementOf(of, standing) !== undefined;
  if (kind === 'supplementAsked') return waiting ? notNow('Đã yêu cầu bổ sung, đang chờ hồ sơ.') : null;
  return waiting ? null : notNow('Không có yêu cầu bổ sung nào đang chờ.');
}

/** Steps that follow directly from one, for «what is next». */
export const nextAfter = (kind: StepKind, regime: TaskRegime): Step[] =>
  stepsOf(regime).placed.flatMap(({ step }) =>
    step.after && marksIn(step.after).some((mark) => kindOf(mark) === kind) ? [step] : [],
  );

/** A step that opens anew does not count on the very day it was taken back: on one day facts bind as the life cycle goes. */
function orderRefusal({ step, place }: Placed, standing: TaskStanding, on: string): string | null {
  const undoing = standing.history.findLast(({ body }) => {
    const placed =
      'of' in body || body.kind === 'takenOver' ? undefined : getStep(standing.regime, body.kind);
    return placed !== undefined && placed.place >= place && takesBack(placed, step.kind);
  });
  return undoing && undoing.on >= on && standing.takenBack.has(step.kind)
    ? `Bước này mở lại từ ngày ${dayWords(plainDay(undoing.on))}: ghi từ ngày hôm sau.`
    : null;
}

/**
 * What takes a step back binds, on one day, before the steps that come after it in the life cycle: those of them that are on
 * record for that day would be left without what they rest on.
 */
function restingRefusal(undoing: Placed, { history, regime }: TaskStanding, on: string): string | null {
  const resting = history
    .filter((one) => one.on === on)
    .map(({ body }) => ('of' in body || body.kind === 'takenOver' ? undefined : getStep(regime, body.kind)))
    .find((one) => one !== undefined && one.place > undoing.place && restsOnUndone(one, undoing));
  return resting
    ? `Ngày này đã ghi bước ${resting.step.no} «${resting.step.name}», dựa vào điều bước này lấy lại: ghi từ ngày hôm sau.`
    : null;
}

const restsOnUndone = ({ step: { after } }: Placed, undoing: Placed) =>
  after !== undefined && marksIn(after).some((mark) => takesBack(undoing, kindOf(mark)));

const takesBack = ({ step }: Placed, kind: StepKind) =>
  step.undoes?.includes(kind) || Object.values(step.undoesOn ?? {}).some((kinds) => kinds.includes(kind));
