import type { Role } from '../../domain/permissions/permission.ts';
import type { Recipients } from '../../domain/urging/ladder.ts';
import type { Tx } from '../../storage/store.ts';

/** A post held on a day. */
export interface Post {
  personId: string;
  unitId: string;
  role: Role;
}

/** Every post of the agency that is held on a day (ISO). */
export async function postsOn(tx: Tx, agencyId: string, day: string): Promise<Post[]> {
  return tx
    .selectFrom('post_holding as h')
    .leftJoin('post_end as e', (join) =>
      join.onRef('e.agency_id', '=', 'h.agency_id').onRef('e.post_id', '=', 'h.id'),
    )
    .select(['h.person_id as personId', 'h.unit_id as unitId', 'h.role'])
    .where('h.agency_id', '=', agencyId)
    .where('h.from_day', '<=', day)
    .where((eb) => eb.or([eb('e.to_day', 'is', null), eb('e.to_day', '>', day)]))
    .execute();
}

const distinct = (posts: readonly Post[]) => [...new Set(posts.map(({ personId }) => personId))];

/** Who answers for a unit: its head; where it has none, whoever of the leaders or the office sits there. */
function headsOf(posts: readonly Post[]): string[] {
  for (const role of ['head', 'director', 'office'] as const) {
    const found = posts.filter((post) => post.role === role);
    if (found.length > 0) return distinct(found);
  }
  return [];
}

/**
 * Who stands on each rung of the ladder for a directive, from the posts of the day. The work of somebody without a post
 * any more falls to who heads the unit, the work of a unit without a head, or of none, to the office: no reminder goes
 * to nobody.
 */
export function recipientsFrom(
  posts: readonly Post[],
): (directive: { leadUnitId: string | null; assigneeId: string | null }) => Recipients {
  const byUnit = Map.groupBy(posts, ({ unitId }) => unitId);
  const here = new Set(distinct(posts));
  const office = distinct(posts.filter(({ role }) => role === 'office'));
  const director = distinct(posts.filter(({ role }) => role === 'director'));
  return ({ leadUnitId, assigneeId }) => {
    const heads = leadUnitId === null ? [] : headsOf(byUnit.get(leadUnitId) ?? []);
    const head = heads.length > 0 ? heads : office;
    return { person: assigneeId !== null && here.has(assigneeId) ? [assigneeId] : head, head, director };
  };
}
