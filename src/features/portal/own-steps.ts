import type { RecordedBody } from '../../domain/tasks/about.ts';
import type { StepBody, TaskEvent } from '../../domain/tasks/facts.ts';
import { holdersOf, sayingOf } from '../../domain/tasks/host-part.ts';
import { getStep } from '../../domain/tasks/lifecycle/opening.ts';
import { type Actor, type Context, commandThenRead, Refused } from '../context.ts';
import { refuse } from '../policy.ts';
import { type HeldTask, holdTask, keepFacts, namedIn, tellTasks, wrong } from '../tasks/change.ts';
import { judged } from '../tasks/judge.ts';
import type { PortalTask } from './contract.ts';
import { ownFiles } from './files.ts';
import { isHolder, roleOfPartner } from './holding.ts';
import { alreadySent, readOwn } from './own-task.ts';

/** How the partner says an event: as a fact, or as a notice to the agency. @throws Refused 403, 409 */
function saidBy(actor: Actor, event: TaskEvent, { task, facts }: HeldTask): RecordedBody {
  // What is no step of this law is refused as everywhere.
  const step = isStep(event) && getStep(task.law.regime, event.kind)?.step;
  if (!step) return event;
  const saying = sayingOf(step, roleOfPartner(actor));
  if (saying === null)
    throw Refused.forbidden('Bước này không phải việc của đơn vị trên cổng. Liên hệ cơ quan nếu cần.');
  if (saying === 'fact') return event;
  const sent = alreadySent({ task, facts }, event.kind);
  if (sent !== null) throw Refused.conflict(sent);
  return { kind: 'sentIn', event };
}

const isStep = (event: TaskEvent): event is StepBody =>
  event.kind !== 'takenOver' && event.kind !== 'supplementAsked' && event.kind !== 'supplementReceived';

/** Another partner's record is named by nobody outside: existing or not, the answer is the same. @throws Refused 400 */
function refuseNamed(event: TaskEvent, { task }: HeldTask): void {
  const { host, investigator } = holdersOf(task.standing);
  if (namedIn(event).some(({ id }) => id !== host?.id && id !== investigator?.id))
    throw wrong('event', 'Ghi họ tên hoặc tên tổ chức bằng chữ; cơ quan gắn với bản ghi của mình sau.');
}

/**
 * Says a step of the partner's own task today, in their part and by the same decision as everywhere, with the files that came
 * with it. @throws Refused 400, 403, 404, 409
 */
export async function recordOwnStep(
  ctx: Context,
  actor: Actor,
  id: string,
  { event, files }: { event: TaskEvent; files: string[] },
): Promise<PortalTask> {
  const act = { action: 'portal.recorded', recordKind: 'portal', recordId: id, detail: { kind: event.kind } };
  const task = await commandThenRead(
    ctx,
    actor,
    act,
    async (tx) => {
      const held = await holdTask(tx, ctx, actor, id);
      if (!isHolder(actor, held.task.standing)) throw Refused.notFound();
      const body = saidBy(actor, event, held);
      refuseNamed(event, held);
      const { refusal, used } = judged(
        { roles: [roleOfPartner(actor)], language: actor.language },
        held.facts,
        held.today,
        event,
        held.law,
      );
      if (refusal) refuse(refusal);
      const kept = await ownFiles(tx, actor, files);
      const fact = { taskId: id, on: held.today, body, ruleIds: [...used] };
      await keepFacts(tx, ctx, actor, held, [{ ...fact, files: kept.map((file) => file.id) }]);
    },
    (tx) => readOwn(tx, ctx, actor, id),
  );
  tellTasks(ctx, actor.agencyId);
  return task;
}
