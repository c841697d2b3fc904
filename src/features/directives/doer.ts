import { type RawBuilder, sql } from 'kysely';
import type { Doer } from '../../domain/directives/acts.ts';
import type { InNameOf } from '../../domain/directives/facts.ts';
import type { Role } from '../../domain/permissions/permission.ts';
import { type Tx, together } from '../../storage/store.ts';
import type { Actor } from '../context.ts';
import { type Lent, lentFrom, lentRows } from '../delegations/lent.ts';

/** The actor as one who acts on directives on a day, with the posts held then and those lent by people acted for. */
export async function doerOf(tx: Tx, actor: Actor, on: string): Promise<Doer> {
  const [posts, lent] = await together(tx, doerRows(actor, on));
  return doerWith(actor, posts, lentFrom(lent));
}

/** The statements behind `doerOf`: for `doerWith`, posts and what is lent. */
export const doerRows = (actor: Actor, on: string) =>
  [postsOn(actor, on), lentRows(actor.agencyId, actor.personId, on)] as const;

type Post = { unitId: string; role: Role };

/** The actor with posts as `postsOn` found them, and what is lent by people acted for. */
export function doerWith(actor: Actor, posts: readonly Post[], lent: readonly Lent[]): Doer {
  const { personId } = actor;
  const mayGive = actor.permissions.has('directive.give');
  return {
    personId,
    gives: mayGive && !actor.lent?.has('directive.give'),
    posts,
    actingFor: lent.map(({ inNameOf, unitId, posts: lentPosts }) => ({
      personId,
      gives: mayGive && lentPosts.some(({ role }) => role === 'director' || role === 'office'),
      posts: lentPosts,
      inNameOf,
      unitId,
    })),
  };
}

/** The posts of the actor on a day. */
const postsOn = (actor: Actor, on: string): RawBuilder<Post> => sql<Post>`
    select h.unit_id as "unitId", h.role from post_holding h
    left join post_end e on e.agency_id = h.agency_id and e.post_id = h.id
    where h.agency_id = ${actor.agencyId} and h.person_id = ${actor.personId}
      and h.from_day <= ${on} and (e.to_day is null or e.to_day > ${on})`;

/** In whose stead the actor gives directives of the agency; null by own right. */
export async function givesInNameOf(tx: Tx, actor: Actor, on: string): Promise<InNameOf | null> {
  if (!actor.lent?.has('directive.give')) return null;
  const { actingFor = [] } = await doerOf(tx, actor, on);
  return actingFor.find(({ gives }) => gives)?.inNameOf ?? null;
}

/** The unit that leads a directive now. */
export const leadRows = (
  agencyId: string,
  directiveId: string | null,
): RawBuilder<{ leadUnitId: string | null }> => sql<{ leadUnitId: string | null }>`
  select lead_unit_id as "leadUnitId" from directive_now
  where agency_id = ${agencyId} and directive_id = ${directiveId}`;

/** As `leadRows`. */
export async function leadOf(tx: Tx, agencyId: string, directiveId: string): Promise<string | null> {
  const { rows } = await leadRows(agencyId, directiveId).execute(tx);
  return rows[0]?.leadUnitId ?? null;
}
