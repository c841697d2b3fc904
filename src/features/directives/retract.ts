import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { type Held, hold } from './act.ts';
import { changeDirective } from './get.ts';
import { factPolicy } from './policy.ts';
import { recordFact, refreshNow } from './record.ts';

/** Records that the newest fact was a mistake, on the day of that fact, so that it never counted. */
export async function recordRetraction(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  held: Held,
  { factId, reason }: { factId: string; reason: string },
): Promise<void> {
  const fact = held.facts.find(({ id }) => id === factId);
  if (!fact) throw Refused.notFound();
  factPolicy.insist('retract', actor, { facts: held.facts, factId });
  await recordFact(tx, {
    agencyId: actor.agencyId,
    directiveId: held.id,
    happenedOn: fact.happenedOn,
    recordedAt: ctx.clock().toString(),
    recordedBy: actor.personId,
    body: { kind: 'retracted', supersedes: factId, reason },
  });
}

/** Takes back what the actor recorded last on a directive. @throws Refused 404, 409, 412 */
export async function retract(
  ctx: Context,
  actor: Actor,
  id: string,
  expectedVersion: number,
  input: { factId: string; reason: string },
) {
  const calendar = await ctx.calendar();
  const about = { action: 'directive.retracted', recordKind: 'directive', recordId: id, detail: input };
  return changeDirective(ctx, actor, about, async (tx) => {
    const held = await hold(tx, ctx, actor, id, expectedVersion);
    await recordRetraction(tx, ctx, actor, held, input);
    await refreshNow(tx, actor.agencyId, [id], calendar);
    return { id };
  });
}
