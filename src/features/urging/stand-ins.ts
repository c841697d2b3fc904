import { type RawBuilder, sql } from 'kysely';
import type { InNameOf } from '../../domain/directives/facts.ts';
import type { Tx } from '../../storage/store.ts';
import { holdsOn } from '../delegations/lent.ts';

/** Who acts in whose stead on a day. */
export interface StandIn {
  personId: string;
  /** The unit it is limited to; null where it holds for all posts. */
  unitId: string | null;
  inNameOf: InNameOf;
}

/** Every delegation of the agency that holds on a day (ISO), the oldest first. */
export async function standInsOn(tx: Tx, agencyId: string, day: string): Promise<StandIn[]> {
  const { rows } = await sql<StandIn>`
    select d.to_person_id as "personId", d.unit_id as "unitId",
      json_build_object('form', d.form, 'personId', d.from_person_id, 'name', p.full_name, 'title', (
        select h.title from post_holding h left join post_end x on x.agency_id = h.agency_id and x.post_id = h.id
        where h.agency_id = d.agency_id and h.person_id = d.from_person_id and h.title is not null
          and (d.unit_id is null or h.unit_id = d.unit_id) and h.from_day <= ${day} and (x.to_day is null or x.to_day > ${day})
        order by h.from_day, h.id limit 1)) as "inNameOf"
    from delegation d
    join person p on p.agency_id = d.agency_id and p.id = d.from_person_id
    left join delegation_end e on e.agency_id = d.agency_id and e.delegation_id = d.id
    where d.agency_id = ${agencyId} and ${holdsOn(day)}
    order by d.from_day, d.id`.execute(tx);
  return rows;
}

/** Whether what `urging_told t` was told in another's stead is still for that person on a day: own always is. */
export const stillStandsIn = (
  day: string,
): RawBuilder<boolean> => sql<boolean>`(t.in_name_of is null or exists (
  select from delegation d left join delegation_end e on e.agency_id = d.agency_id and e.delegation_id = d.id
  where d.agency_id = t.agency_id and d.to_person_id = t.person_id
    and d.from_person_id = (t.in_name_of ->> 'personId')::uuid and ${holdsOn(day)}))`;

/** «KT. Trưởng phòng Lê Văn A»: how the absent one is named beside who acts. */
export const sayAbsent = ({ form, title, name }: InNameOf): string =>
  [form, title, name].filter(Boolean).join(' ');
