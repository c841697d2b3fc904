import { sql } from 'kysely';
import type { InNameOf } from '../../domain/directives/facts.ts';
import type { Role } from '../../domain/permissions/permission.ts';
import type { Recipients } from '../../domain/urging/ladder.ts';
import type { Tx } from '../../storage/store.ts';
import { type StandIn, standInsOn } from './stand-ins.ts';

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

/** What each unit stands under on a day. */
async function parentsOn(tx: Tx, agencyId: string, day: string): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ unitId: string; parentId: string | null }>`
    select distinct on (unit_id) unit_id as "unitId", parent_id as "parentId" from unit_parent
    where agency_id = ${agencyId} and from_day <= ${day} order by unit_id, from_day desc, recorded_at desc`.execute(
    tx,
  );
  return new Map(rows.map(({ unitId, parentId }) => [unitId, parentId]));
}

/** The people of an agency on a day, as reminders look for them. */
export interface People {
  posts: readonly Post[];
  parents: ReadonlyMap<string, string | null>;
  standIns: readonly StandIn[];
}

export const peopleOn = async (tx: Tx, agencyId: string, day: string): Promise<People> => ({
  posts: await postsOn(tx, agencyId, day),
  parents: await parentsOn(tx, agencyId, day),
  standIns: await standInsOn(tx, agencyId, day),
});

const distinct = (posts: readonly Post[]) => [...new Set(posts.map(({ personId }) => personId))];

/** Who answers for a unit: its head; where it has none, whoever of the leaders or the office sits there. */
function headsOf(posts: readonly Post[]): Post[] {
  for (const role of ['head', 'director', 'office'] as const) {
    const found = posts.filter((post) => post.role === role);
    if (found.length > 0) return found;
  }
  return [];
}

/** Who stands on each rung for one directive: by a post of their own, and in whose stead. */
export interface Told {
  own: Recipients;
  inStead: Recipients;
  /** By who acts. */
  inNameOf: ReadonlyMap<string, InNameOf>;
}

/**
 * Who stands on each rung of the ladder for a directive, from the posts of the day. The work of somebody without a post
 * any more falls to who heads the unit, the work of a unit without a head, or of none, to the office: no reminder goes
 * to nobody. Of the directors it is those with a post as director at the unit, or at the nearest it stands under; where
 * none has one, all. Whoever acts in the stead of one of them that day stands beside them.
 */
export function recipientsFrom({
  posts,
  parents,
  standIns,
}: People): (directive: { leadUnitId: string | null; assigneeId: string | null }) => Told {
  const byUnit = Map.groupBy(posts, ({ unitId }) => unitId);
  const here = new Set(distinct(posts));
  const office = posts.filter(({ role }) => role === 'office');
  const directors = posts.filter(({ role }) => role === 'director');
  const inCharge = (unitId: string | null): Post[] => {
    const seen = new Set<string>();
    for (let at = unitId; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
      const found = directors.filter((post) => post.unitId === at);
      if (found.length > 0) return found;
      seen.add(at);
    }
    return directors;
  };
  return ({ leadUnitId, assigneeId }) => {
    const heads = leadUnitId === null ? [] : headsOf(byUnit.get(leadUnitId) ?? []);
    const head = heads.length > 0 ? heads : office;
    const doer = { personId: assigneeId ?? '', unitId: leadUnitId ?? '', role: 'officer' } as const;
    const own = {
      person: assigneeId !== null && here.has(assigneeId) ? [doer] : head,
      head,
      director: inCharge(leadUnitId),
    };
    return withStandIns(own, standIns);
  };
}

function withStandIns(own: Record<keyof Recipients, readonly Post[]>, standIns: readonly StandIn[]): Told {
  const inNameOf = new Map<string, InNameOf>();
  const besides = (posts: readonly Post[]): string[] => {
    const found = standIns.filter((one) =>
      posts.some(
        ({ personId, unitId }) =>
          personId === one.inNameOf.personId && (one.unitId === null || one.unitId === unitId),
      ),
    );
    for (const one of found) if (!inNameOf.has(one.personId)) inNameOf.set(one.personId, one.inNameOf);
    return [...new Set(found.map(({ personId }) => personId))];
  };
  return { own: onRungs(own, distinct), inStead: onRungs(own, besides), inNameOf };
}

const onRungs = (
  posts: Record<keyof Recipients, readonly Post[]>,
  whose: (posts: readonly Post[]) => string[],
): Recipients => ({
  person: whose(posts.person),
  head: whose(posts.head),
  director: whose(posts.director),
});
