import {
  type CallBody,
  type CallExtended,
  type CallOpened,
  closingInstant,
} from '../../domain/calls/call.ts';
import type { TaskEvent } from '../../domain/tasks/facts.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { json } from '../../storage/schema/foundation.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { givesInNameOf } from '../directives/doer.ts';
import { holdTask, keepFacts, refuseFuture, tellTasks, wrong } from '../tasks/change.ts';
import { judged } from '../tasks/judge.ts';
import { actingAs, taskPolicy } from '../tasks/policy.ts';
import type { Call } from './contract.ts';
import { callPolicy } from './policy.ts';
import { getCall } from './queries.ts';
import { standingCall } from './rows.ts';

/** Records the same step on every task of a call, or on none. @throws Refused 400, 403, 404, 409 naming the task */
async function recordOnAll(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  taskIds: readonly string[],
  { on, event, number }: { on: string; event: TaskEvent; number: string },
): Promise<void> {
  const restsOn = { documentId: null, sign: number, date: on };
  // In one order, so that two calls at once wait for one another instead of both failing.
  for (const id of [...new Set(taskIds)].sort()) {
    const held = await holdTask(tx, ctx, actor, id);
    taskPolicy.insist('record', actor, { standing: held.task.standing, involved: held.involved });
    const { refusal, used } = judged(actingAs(actor), held.facts, on, event, held.law);
    if (refusal) {
      const reason = `«${held.task.title}»: ${refusal.reason}`;
      throw refusal.because === 'person' ? Refused.forbidden(reason) : Refused.conflict(reason);
    }
    const inNameOf = await givesInNameOf(tx, actor, held.today);
    await keepFacts(tx, ctx, actor, held, [
      { taskId: id, on, body: event, restsOn, ruleIds: [...used], inNameOf },
    ]);
  }
}

async function keepCallFact(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  callId: string,
  { on, body }: { on: string; body: CallBody },
): Promise<void> {
  const inNameOf = await givesInNameOf(tx, actor, on);
  await tx
    .insertInto('call_fact')
    .values({
      ...{ agency_id: actor.agencyId, id: uuidv7(), call_id: callId, happened_on: on },
      ...{ recorded_at: ctx.clock().toString(), recorded_by: actor.personId },
      in_name_of: inNameOf && json(inNameOf),
      body: json(body),
    })
    .execute();
}

/** Opens a call: one act that records it on each of its tasks. @throws Refused 400, 403, 404, 409 */
export async function openCall(
  ctx: Context,
  actor: Actor,
  { taskIds, on, ...said }: CallOpened & { taskIds: string[]; on: string },
): Promise<Call> {
  const about = { action: 'call.opened', recordKind: 'call', detail: { number: said.number, taskIds } };
  const { id } = await command(ctx, actor, about, async (tx) => {
    refuseFuture(on, ctx.today().toString());
    if (said.closesOn < on) throw wrong('closesOn', 'Ngày hết hạn nhận hồ sơ trước ngày thông báo.');
    const id = uuidv7();
    const { agencyId, personId } = actor;
    const recorded = { recorded_at: ctx.clock().toString(), recorded_by: personId };
    const event = { kind: 'called' as const, mode: said.mode, closesOn: said.closesOn };
    await recordOnAll(tx, ctx, actor, taskIds, { on, event, number: said.number });
    await tx
      .insertInto('call')
      .values({ agency_id: agencyId, id, ...recorded })
      .execute();
    await tx
      .insertInto('call_task')
      .values([...new Set(taskIds)].map((task_id) => ({ agency_id: agencyId, call_id: id, task_id })))
      .execute();
    await keepCallFact(tx, ctx, actor, id, { on, body: { kind: 'opened', ...said } });
    return { id };
  });
  tellTasks(ctx, actor.agencyId);
  return getCall(ctx, actor, id);
}

/** Extends a call for all of its tasks with a notice of its own. @throws Refused 400, 404, 409 */
export async function extendCall(ctx: Context, actor: Actor, id: string, said: CallExtended): Promise<Call> {
  const about = { action: 'call.extended', recordKind: 'call', recordId: id, detail: said };
  await command(ctx, actor, about, async (tx) => {
    const { call, taskIds } = await standingCall(tx, [actor.agencyId], id);
    const now = ctx.clock();
    callPolicy.insist('extend', actor, { call, now });
    const { closesOn, reason, number } = said;
    if (Temporal.Instant.compare(closingInstant(closesOn), closingInstant(call.closesOn)) <= 0)
      throw wrong('closesOn', 'Hạn mới phải sau hạn đang có.');
    const on = ctx.today().toString();
    const event = { kind: 'callExtended' as const, closesOn, reason };
    await recordOnAll(tx, ctx, actor, taskIds, { on, event, number });
    await keepCallFact(tx, ctx, actor, id, { on, body: { kind: 'extended', ...said } });
  });
  tellTasks(ctx, actor.agencyId);
  return getCall(ctx, actor, id);
}
