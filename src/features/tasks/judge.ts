import type { Refusal } from '../../domain/permissions/ability.ts';
import type { RecordedTaskFact } from '../../domain/tasks/about.ts';
import { actRefusal, supplementRefusal } from '../../domain/tasks/acts.ts';
import { clocksOf } from '../../domain/tasks/clocks.ts';
import type { TaskEvent } from '../../domain/tasks/facts.ts';
import type { Law } from '../../domain/tasks/law.ts';
import { getStep } from '../../domain/tasks/lifecycle/opening.ts';
import type { TaskRole } from '../../domain/tasks/roles.ts';
import { taskOn } from '../../domain/tasks/task.ts';
import { wrong } from './change.ts';
import { witnessed } from './law.ts';

/**
 * Why an event may not be recorded on a task on its day by whoever has these parts in it, and the rules that say so or
 * let it be. @throws Refused 400
 */
export function judged(
  roles: readonly TaskRole[],
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
  if (event.kind === 'supplementAsked' || event.kind === 'supplementReceived')
    return { refusal: supplementRefusal(event.kind, event.of, standing, { roles }), used };
  const refusal = actRefusal(event.kind, standing, { on, law, roles, body: event });
  // The rules of the clocks it stops: by them it is in time or late.
  const step = getStep(task.law.regime, event.kind)?.step;
  if (step) clocksOf(step, standing, law);
  return { refusal, used };
}
