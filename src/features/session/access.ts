import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';

/** What open lines hear when a session or an account's way in has ended, so that they look whether they may stay. */
export const sessionsTopic = 'sessions';
export const tellSessionsEnded = ({ live }: Context): void => live.tell(sessionsTopic, { event: 'ended' });

/** How an account comes into an agency: as a person of it, or looking in from above. */
export type AccessKind = 'membership' | 'view';

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

/**
 * Closes a person's account in the agency, or opens it again: from the next request on, sessions and tokens included.
 * An account that is a person of other agencies too keeps those. @throws Refused 404, 409
 */
export async function closeAccount(
  ctx: Context,
  actor: Actor,
  personId: string,
  open: boolean,
): Promise<void> {
  const { agencyId } = actor;
  const action = open ? 'account.reopened' : 'account.closed';
  await command(ctx, actor, { action, recordKind: 'person', recordId: personId }, async (tx) => {
    const row = await tx
      .selectFrom('membership as m')
      .innerJoin('person as p', (join) =>
        join.onRef('p.agency_id', '=', 'm.agency_id').onRef('p.id', '=', 'm.person_id'),
      )
      .select(['m.user_id', isOpenAccess('membership', 'm').as('open')])
      .where('m.agency_id', '=', agencyId)
      .where('m.person_id', '=', personId)
      .executeTakeFirst();
    if (!row) throw Refused.notFound('Người này chưa có tài khoản, hoặc không có trong cơ quan.');
    if (row.user_id === actor.userId)
      throw Refused.conflict('Không đóng được tài khoản đang dùng. Nhờ một quản trị khác.');
    if (row.open === open)
      throw Refused.conflict(open ? 'Tài khoản này đang mở.' : 'Tài khoản này đã đóng từ trước.');
    await changeAccess(tx, ctx, actor, { userId: row.user_id, agencyId, kind: 'membership', open });
  });
  tellSessionsEnded(ctx);
}
