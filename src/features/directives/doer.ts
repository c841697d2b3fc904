import { type RawBuilder, sql } from 'kysely';
import type { Doer } from '../../domain/directives/acts.ts';
import type { Role } from '../../domain/permissions/permission.ts';
import type { Tx } from '../../storage/store.ts';
import type { Actor } from '../context.ts';

/** The actor as one who acts on directives on a day, with the posts held then. */
export async function doerOf(tx: Tx, actor: Actor, on: string): Promise<Doer> {
  return doerWith(actor, (await postsOn(actor, on).execute(tx)).rows);
}

type Post = { unitId: string; role: Role };

/** The actor with posts as `postsOn` found them. */
export const doerWith = (actor: Actor, posts: readonly Post[]): Doer => ({
  personId: actor.personId,
  gives: actor.permissions.has('directive.give'),
  posts,
});

/** The posts of the actor on a day. */
export const postsOn = (actor: Actor, on: string): RawBuilder<Post> => sql<Post>`
    select h.unit_id as "unitId", h.role from post_holding h
    left join post_end e on e.agency_id = h.agency_id and e.post_id = h.id
    where h.agency_id = ${actor.agencyId} and h.person_id = ${actor.personId}
      and h.from_day <= ${on} and (e.to_day is null or e.to_day > ${on})`;

/** The unit that leads a directive now. */
export async function leadOf(tx: Tx, agencyId: string, directiveId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('directive_now')
    .select('lead_unit_id')
    .where('agency_id', '=', agencyId)
    .where('directive_id', '=', directiveId)
    .executeTakeFirst();
  return row?.lead_unit_id ?? null;
}
