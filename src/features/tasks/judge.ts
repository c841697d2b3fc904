import type { Refusal } from '../../domain/permissions/ability.ts';
import type { RecordedTaskFact } from '../../domain/tasks/about.ts';
import { type Acting, actRefusal, supplementRefusal } from '../../domain/tasks/acts.ts';
import { clocksOf } from '../../domain/tasks/clocks.ts';
import type { StepKind, TaskEvent } from '../../domain/tasks/facts.ts';
import { type Law, ruleFor, type TaskRegime } from '../../domain/tasks/law.ts';
import { getStep } from '../../domain/tasks/lifecycle/opening.ts';
import { taskOn } from '../../domain/tasks/task.ts';
import { wrong } from './change.ts';
import { witnessed } from './law.ts';

/**
 * Why an event may not be recorded on a task on its day by whoever has these parts in it and reads this language, and the rules that say so or
 * let it be. @throws Refused 400
 */
export function judged(
  by: Required<Pick<Acting, 'roles'>> & Pick<Acting, 'language'>,
  facts: readonly RecordedTaskFact[],
  on: string,
  event: TaskEvent,
  of: Law,
): { refusal: Refusal | null; used: ReadonlySet<string> } {
  const { law, used } = witnessed(of);
  const task = taskOn(facts, law, { asOf: on });
  if (task === null) throw wrong('on', 'Ngày này trước khi có nhiệm vụ. Kiểm tra lại ngày.');
  const { standing } = task;
  if (event.kind === 'takenOver') throw wrong('event', 'Tiếp nhận hồ sơ cũ chỉ ghi khi lập nhiệm vụ.');
  const { regime } = task.law;
  if (event.kind === 'supplementAsked' || event.kind === 'supplementReceived') {
    const topic = getStep(regime, event.of)?.step.supplement;
    if (topic !== undefined) ruleFor('term', { topic, regime, on }, law);
    return { refusal: supplementRefusal(event.kind, event.of, standing, by), used };
  }
  refuseUnplanned(event, task.about.arrangement?.instalments.length ?? 0);
  const refusal = actRefusal(event.kind, standing, { on, law, ...by, body: event });
  // The rules of the clocks it stops: by them it is in time or late.
  const step = getStep(regime, event.kind)?.step;
  if (step) clocksOf(step, standing, law);
  noteDecider(event.kind, { regime, on, law });
  return { refusal, used };
}

/** Money is paid of an instalment that the contract plans. @throws Refused 400 */
function refuseUnplanned(event: TaskEvent, planned: number): void {
  if (!('instalment' in event) || event.instalment === undefined || event.instalment <= planned) return;
  const has = planned === 0 ? 'chưa chia đợt cấp kinh phí' : `chỉ có ${planned} đợt`;
  throw wrong('event.instalment', `Đến ngày này hợp đồng ${has}. Chọn lại đợt, hoặc để trống.`);
}

export const assetAuthority = 'task.assets.authority';

/** Looks at the rule that says who decides such a thing: it belongs to what the decision rests on. */
export function noteDecider(
  kind: StepKind,
  { law, ...asked }: { regime: TaskRegime; on: string; law: Law },
): void {
  if (kind === 'approved') ruleFor('authority', { topic: 'task.approval.authority', ...asked }, law);
  if (kind === 'assetsDecided') ruleFor('authority-by-amount', { topic: assetAuthority, ...asked }, law);
}
