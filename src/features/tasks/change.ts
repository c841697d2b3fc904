import { sql } from 'kysely';
import { sayDay } from '../../domain/deadlines/words.ts';
import type { RecordedBody, RecordedTaskFact } from '../../domain/tasks/about.ts';
import type { Named } from '../../domain/tasks/change.ts';
import type { RestsOn } from '../../domain/tasks/facts.ts';
import type { Law } from '../../domain/tasks/law.ts';
import { type KnownTask, taskOn } from '../../domain/tasks/task.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, commandThenRead, Refused } from '../context.ts';
import { givesInNameOf } from '../directives/doer.ts';
import { sourceNamed } from '../planning/source.ts';
import type { Task } from './contract.ts';
import { type Recording, recordFacts, taskFacts } from './facts.ts';
import { findTask, isInvolved, presentTask } from './get.ts';
import { agencyLaw } from './law.ts';
import { partnersOf, refreshTasks } from './now.ts';
import { taskPolicy as policy, type taskPolicy } from './policy.ts';

/** A task held by the transaction that changes it. */
export interface HeldTask {
  tx: Tx;
  id: string;
  facts: readonly RecordedTaskFact[];
  task: KnownTask;
  law: Law & { agency: string };
  /** ISO. */
  today: string;
  involved: boolean;
}

export const wrong = (path: string, message: string) => Refused.invalid([{ path, message }]);

/** Held by who changes one task together with others, by who changes very many alone. */
export const portfolioLock = (agencyId: string): string => `tasks ${agencyId}`;

/** Tasks of an agency change one after another, each under its own lock. @throws Refused 404 */
export async function holdTask(tx: Tx, ctx: Context, actor: Actor, id: string): Promise<HeldTask> {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${portfolioLock(actor.agencyId)}, 0)),
    pg_advisory_xact_lock(hashtextextended(${`task ${actor.agencyId} ${id}`}, 0))`.execute(tx);
  const today = ctx.today().toString();
  const law = await agencyLaw(tx, ctx, actor.agencyId);
  const facts = (await taskFacts(tx, actor.agencyId, [id])).get(id) ?? [];
  const task = taskOn(facts, law, { asOf: today });
  if (task === null) throw Refused.notFound();
  const involved = await isInvolved(tx, actor.agencyId, actor.personId, partnersOf(task));
  return { tx, id, facts, task, law, today, involved };
}

export type Made = Omit<Recording, 'taskId' | 'inNameOf'>;

/** Records facts on one task that `make` finds possible, and gives it as it then stands. */
export async function changeTask(
  ctx: Context,
  actor: Actor,
  about: { id: string; action: string; act?: keyof typeof taskPolicy.rules; detail?: unknown },
  make: (held: HeldTask) => Promise<Made[]> | Made[],
): Promise<Task> {
  const { id, action, act, detail } = about;
  const found = await commandThenRead(
    ctx,
    actor,
    { action, recordKind: 'task', recordId: id, detail },
    async (tx) => {
      const held = await holdTask(tx, ctx, actor, id);
      if (act) policy.insist(act, actor, { standing: held.task.standing, involved: held.involved });
      const made = await make(held);
      const inNameOf = await givesInNameOf(tx, actor, held.today);
      await keepFacts(
        tx,
        ctx,
        actor,
        held,
        made.map((fact) => ({ ...fact, taskId: id, inNameOf })),
      );
    },
    (tx) => findTask(tx, actor, id),
  );
  tellTasks(ctx, actor.agencyId);
  return presentTask(ctx, actor, found);
}

/** Records facts and derives what follows from them, in the caller's transaction. */
export async function keepFacts(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  { law, today }: Pick<HeldTask, 'law' | 'today'>,
  facts: readonly Recording[],
): Promise<string[]> {
  const ids = await recordFacts(tx, actor, ctx.clock().toString(), facts);
  await refreshTasks(tx, actor.agencyId, { law, today }, [...new Set(facts.map(({ taskId }) => taskId))]);
  return ids;
}

/** What people who look at tasks of an agency hear. */
export const tasksTopic = (agencyId: string): string => `tasks:${agencyId}`;

/** People who have the portfolio or a task open look again. */
export const tellTasks = (ctx: Context, agencyId: string): void =>
  ctx.live.tell(tasksTopic(agencyId), { event: 'changed', of: 'tasks' });

/** A day that has come. @throws Refused 400 */
export function refuseFuture(on: string, today: string): void {
  if (on > today) throw wrong('on', `Ngày ${sayDay(on)} chưa đến. Kiểm tra lại ngày.`);
}

/** The document a fact rests on, tied to the register where it stands there. */
export async function restingOn(
  tx: Tx,
  agencyId: string,
  said: Omit<RestsOn, 'documentId'> | null,
): Promise<RestsOn | null> {
  if (said === null) return null;
  const { documentId } = await sourceNamed(tx, agencyId, said.sign);
  return { ...said, documentId };
}

/** Organisations and persons a fact names by our record of them. */
export function namedIn(value: unknown): Named[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('id' in value && 'name' in value && typeof value.id === 'string') return [value as Named];
  return Object.values(value).flatMap(namedIn);
}

/** Whom a fact names must be known in the agency. @throws Refused 400 */
export async function refuseStrangers(tx: Tx, agencyId: string, body: RecordedBody): Promise<void> {
  const ids = [...new Set(namedIn(body).map(({ id }) => id))];
  if (ids.length === 0) return;
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from partner_now where agency_id = ${agencyId} and partner_id = any(${ids}::uuid[])`.execute(
    tx,
  );
  if (rows[0]?.count !== ids.length)
    throw wrong(
      'event',
      'Tổ chức hoặc cá nhân này không có trong danh sách của cơ quan. Chọn lại từ danh sách.',
    );
}
