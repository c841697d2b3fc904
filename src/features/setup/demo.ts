import { sql } from 'kysely';
import type { z } from 'zod';
import { type Context, Refused } from '../context.ts';
import type { DemoPerson } from './contract.ts';

type Person = z.infer<typeof DemoPerson>;

/** Invented people to sign in as with one click; nobody, and no such address, where the data is not the demo. */
export async function demoPersons(ctx: Context): Promise<Person[]> {
  if (!ctx.config.demo) throw Refused.notFound('Chỉ có ở bản mẫu.');
  const agencies = await ctx.store.installation((tx) => tx.selectFrom('agency').select('id').execute());
  const { rows } = await ctx.store.read({ agencies: agencies.map(({ id }) => id) }, (tx) =>
    sql<Person>`
      select m.user_id as "userId", p.full_name as "fullName", h.role, n.name as "unitName"
      from membership m
      join person p on p.agency_id = m.agency_id and p.id = m.person_id
      join post_holding h on h.agency_id = p.agency_id and h.person_id = p.id
      cross join lateral (select n.name from unit_name n where n.agency_id = h.agency_id and n.unit_id = h.unit_id
        order by n.from_day desc, n.recorded_at desc limit 1) n
      where not exists (select from post_end e where e.agency_id = h.agency_id and e.post_id = h.id)
      order by array_position(array['director', 'office', 'head', 'officer', 'auditor', 'administrator'], h.role),
        p.sort_key`.execute(tx),
  );
  return [...rows, ...(await demoOutsiders(ctx, agencies))];
}

/** Hosts and investigators of the demo, who come into its portal. */
async function demoOutsiders(ctx: Context, agencies: readonly { id: string }[]): Promise<Person[]> {
  const { rows } = await ctx.store.read({ agencies: agencies.map(({ id }) => id) }, (tx) =>
    sql<Person>`
      select a.user_id as "userId", u.name as "fullName", null as role,
        concat_ws(' · chỉ nhiệm vụ của ', o.name, i.name) as "unitName"
      from portal_access a
      join auth."user" u on u.id = a.user_id
      join partner_now o on o.agency_id = a.agency_id and o.partner_id = a.partner_id
      left join partner_now i on i.agency_id = a.agency_id and i.partner_id = a.investigator_id
      order by o.kind, o.fold, u.name`.execute(tx),
  );
  return rows;
}

/** Only a person of the demo, and only in the demo, is signed in without a password. @throws Refused 404 */
export async function refuseUnlessDemoPerson(ctx: Context, userId: string): Promise<void> {
  const persons = await demoPersons(ctx);
  if (!persons.some((person) => person.userId === userId)) throw Refused.notFound('Không có người mẫu này.');
}
