import { sql } from 'kysely';
import type { Tx } from '../storage/store.ts';
import { type Act, type Actor, type Context, command, systemActor } from './context.ts';

/** Thrown inside a sweep's transaction that found nothing to do, so that it leaves no audit event. */
class Nothing extends Error {}

/**
 * A command of the system for one agency that looks, and acts only where something is due; of two processes sweeping
 * the same at once one waits for the other and then finds nothing.
 * @param work gives null where nothing is due
 * @returns what the work gave
 */
export async function sweepAgency<T>(
  ctx: Context,
  agencyId: string,
  act: Act,
  work: (tx: Tx, actor: Actor) => Promise<T | null>,
): Promise<T | null> {
  const actor = systemActor([agencyId], agencyId);
  try {
    return await command(ctx, actor, act, async (tx) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`${act.action} ${agencyId}`}, 0))`.execute(
        tx,
      );
      const done = await work(tx, actor);
      if (done === null) throw new Nothing();
      return done;
    });
  } catch (error) {
    if (error instanceof Nothing) return null;
    throw error;
  }
}

/** Every agency of the installation, by id. */
export async function allAgencies(ctx: Context): Promise<string[]> {
  const rows = await ctx.store.installation((tx) =>
    tx.selectFrom('agency').select('id').orderBy('id').execute(),
  );
  return rows.map(({ id }) => id);
}
