import { type RawBuilder, sql } from 'kysely';
import type { InNameOf } from '../../domain/directives/facts.ts';
import type { Role } from '../../domain/permissions/permission.ts';
import { lentRoles } from '../../domain/permissions/policy.ts';
import type { Tx } from '../../storage/store.ts';

/** What a person may do in the stead of another on a day. */
export interface Lent {
  inNameOf: InNameOf;
  /** The unit it is limited to; null where it lends all posts. */
  unitId: string | null;
  posts: { role: Role; unitId: string; unitName: string; title: string | null }[];
}

interface LentRow {
  form: InNameOf['form'];
  personId: string;
  name: string;
  unitId: string | null;
  posts: Lent['posts'];
}

/** Delegations that hold on a day, both ends included, as SQL over `delegation d left join delegation_end e`. */
export const holdsOn = (day: string) =>
  sql<boolean>`(d.from_day <= ${day} and d.last_day >= ${day} and (e.ended_on is null or e.ended_on > ${day}))`;

/**
 * Everything lent to a person on a day. Only posts the lender holds themself: what was lent to the lender is not
 * lent on. Keys of the system (administrator, auditor) are never lent.
 */
export async function lentTo(tx: Tx, agencyId: string, personId: string, on: string): Promise<Lent[]> {
  return lentFrom((await lentRows(agencyId, personId, on).execute(tx)).rows);
}

/** The statement behind `lentTo`. */
export const lentRows = (agencyId: string, personId: string | null, on: string): RawBuilder<LentRow> =>
  sql<LentRow>`
    select d.form, d.from_person_id as "personId", p.full_name as name, d.unit_id as "unitId", coalesce((
      select json_agg(json_build_object('role', h.role, 'unitId', h.unit_id, 'unitName', n.name, 'title', h.title)
        order by array_position(${[...lentRoles]}::text[], h.role), h.from_day, h.id)
      from post_holding h
      left join post_end x on x.agency_id = h.agency_id and x.post_id = h.id
      cross join lateral (select n.name from unit_name n where n.agency_id = h.agency_id and n.unit_id = h.unit_id
        order by (n.from_day <= ${on}) desc, n.from_day desc, n.recorded_at desc limit 1) n
      where h.agency_id = d.agency_id and h.person_id = d.from_person_id and h.role = any(${[...lentRoles]}::text[])
        and (d.unit_id is null or h.unit_id = d.unit_id)
        and h.from_day <= ${on} and (x.to_day is null or x.to_day > ${on})), '[]') as posts
    from delegation d
    join person p on p.agency_id = d.agency_id and p.id = d.from_person_id
    left join delegation_end e on e.agency_id = d.agency_id and e.delegation_id = d.id
    where d.agency_id = ${agencyId} and d.to_person_id = ${personId} and ${holdsOn(on)}
    order by d.from_day, d.id`;

/** What the rows of `lentRows` say. */
export const lentFrom = (rows: readonly LentRow[]): Lent[] =>
  rows.map(({ form, personId: lender, name, unitId, posts }) => ({
    inNameOf: { form, personId: lender, name, title: posts[0]?.title ?? null },
    unitId,
    posts,
  }));
