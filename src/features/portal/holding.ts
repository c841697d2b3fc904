import { type RawBuilder, sql } from 'kysely';
import type { RecordedTaskFact } from '../../domain/tasks/about.ts';
import { holdersOf } from '../../domain/tasks/host-part.ts';
import type { TaskRole } from '../../domain/tasks/roles.ts';
import type { TaskStanding } from '../../domain/tasks/standing.ts';
import { type KnownTask, taskOn } from '../../domain/tasks/task.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { taskFacts } from '../tasks/facts.ts';
import { agencyLaw } from '../tasks/law.ts';
import { partnerOfActor } from './partner.ts';

/** The part of a partner in tasks of theirs: the organisation hosts, the person leads. */
export const roleOfPartner = (actor: Actor): TaskRole & ('host' | 'investigator') =>
  partnerOfActor(actor).kind === 'organisation' ? 'host' : 'investigator';

/** Whether a task is the partner's own, by the approval or the council's proposal that names them. */
export function isHolder(actor: Actor, standing: TaskStanding): boolean {
  const { id, investigator } = partnerOfActor(actor);
  const holders = holdersOf(standing);
  if (investigator && holders.investigator?.id !== investigator.id) return false;
  return holders[roleOfPartner(actor)]?.id === id;
}

/** Rows of `task_now n` that were approved for the partner. */
export const isHeld = (actor: Actor): RawBuilder<unknown> => {
  const { id, kind, investigator } = partnerOfActor(actor);
  const held = kind === 'organisation' ? sql`n.host_id` : sql`n.investigator_id`;
  return sql`${held} = ${id} ${investigator ? sql`and n.investigator_id = ${investigator.id}` : sql``}`;
};

/** Rows of `task_now n` that are the partner's own; of those not yet approved `isHolder` decides. */
export const maybeOwn = (actor: Actor): RawBuilder<unknown> => {
  const { id, investigator } = partnerOfActor(actor);
  const named = investigator ? [id, investigator.id] : [id];
  return sql`(${isHeld(actor)} or (n.state = 'proposed' and n.partner_ids @> ${named}::uuid[]))`;
};

/** A partner's own task with its facts. */
export interface OwnTask {
  facts: readonly RecordedTaskFact[];
  task: KnownTask;
  law: Awaited<ReturnType<typeof agencyLaw>>;
  /** ISO. */
  day: string;
}

/** @throws Refused 404 for another's task as for none */
export async function ownTaskOf(tx: Tx, ctx: Context, actor: Actor, id: string): Promise<OwnTask> {
  const day = ctx.today().toString();
  const law = await agencyLaw(tx, ctx, actor.agencyId);
  const facts = (await taskFacts(tx, actor.agencyId, [id])).get(id) ?? [];
  const task = taskOn(facts, law, { asOf: day });
  if (task === null || !isHolder(actor, task.standing)) throw Refused.notFound();
  return { facts, task, law, day };
}
