import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';

/** How an account comes into an agency: as a person of it, looking in from above, or for a host or investigator outside. */
export type AccessKind = 'membership' | 'view' | 'portal';

/** Whether the way of a row with `user_id` and `agency_id` is open: by the latest change, open where there is none. */
export const isOpenAccess = (kind: AccessKind, alias: string): RawBuilder<boolean> => sql<boolean>`coalesce((
  select c.open from access_change c where c.kind = ${kind} and c.user_id = ${sql.ref(`${alias}.user_id`)}
    and c.agency_id = ${sql.ref(`${alias}.agency_id`)} order by c.recorded_at desc limit 1), true)`;

/** Opens or closes the way of an account into an agency, in the caller's transaction. Closing ends its sessions. */
export async function changeAccess(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  change: { userId: string; agencyId: string; kind: AccessKind; open: boolean },
): Promise<void> {
  await tx
    .insertInto('access_change')
    .values({
      user_id: change.userId,
      agency_id: change.agencyId,
      kind: change.kind,
      open: change.open,
      recorded_at: ctx.clock().toString(),
      recorded_by: actor.userId,
    })
    .execute();
  if (!change.open) await tx.deleteFrom('auth.session').where('userId', '=', change.userId).execute();
}
