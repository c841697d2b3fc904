import { sql } from 'kysely';
import type { Tx } from '../../storage/store.ts';

/** The host or investigator outside an agency in whose name an account acts in its portal. */
export interface ActingPartner {
  id: string;
  kind: 'organisation' | 'person';
  name: string;
  /** Of an organisation's account: the one investigator whose tasks it is for; null for all of the organisation's. */
  investigator: { id: string; name: string } | null;
  /** Whether the account's second factor is on: without it nothing opens. */
  secondFactor: boolean;
}

/** For whom an account acts in the portal of an agency; undefined where for nobody. The scope must hold the agency. */
export async function partnerOf(
  tx: Tx,
  agencyId: string,
  userId: string,
): Promise<ActingPartner | undefined> {
  const { rows } = await sql<ActingPartner>`
    select p.partner_id as id, p.kind, p.name, coalesce(u."twoFactorEnabled", false) as "secondFactor",
      case when i.partner_id is not null then json_build_object('id', i.partner_id, 'name', i.name) end as investigator
    from portal_access a
    join auth."user" u on u.id = a.user_id
    join partner_now p on p.agency_id = a.agency_id and p.partner_id = a.partner_id
    left join partner_now i on i.agency_id = a.agency_id and i.partner_id = a.investigator_id
    where a.agency_id = ${agencyId} and a.user_id = ${userId}
      and (a.investigator_id is null or i.partner_id is not null)`.execute(tx);
  return rows[0];
}
