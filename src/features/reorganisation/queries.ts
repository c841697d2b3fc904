import { sql } from 'kysely';
import type { Tx } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import type { ReorganisationRecord } from './contract.ts';
import { reorganisationPolicy } from './policy.ts';

/** The name a unit bore on a day, the nearest where it then bore none. */
export const unitNameOn = (unitId: ReturnType<typeof sql>, day: ReturnType<typeof sql>) => sql<string>`(
  select u.name from unit_name u where u.agency_id = r.agency_id and u.unit_id = ${unitId}
  order by (u.from_day <= ${day}) desc, case when u.from_day <= ${day} then u.from_day end desc, u.from_day,
    u.recorded_at desc limit 1)`;

/** Reorganisations, the newest first, or the one named. */
export async function findReorganisations(
  tx: Tx,
  actor: Actor,
  id?: string,
): Promise<ReorganisationRecord[]> {
  const { rows } = await sql<Omit<ReorganisationRecord, 'abilities'>>`
    select r.id, r.kind, r.effective_on as "effectiveOn",
      json_build_object('number', r.decision_number, 'on', r.decided_on) as decision,
      coalesce((select json_agg(json_build_object(
          'from', ${unitNameOn(sql`l.from_unit_id`, sql`r.effective_on - 1`)},
          'to', ${unitNameOn(sql`l.to_unit_id`, sql`r.effective_on`)}) order by l.id)
        from reorganisation_line l where l.agency_id = r.agency_id and l.reorganisation_id = r.id), '[]') as lines,
      (select count(*)::int from reorganisation_move m
        where m.agency_id = r.agency_id and m.reorganisation_id = r.id and m.record = 'directive') as directives,
      coalesce(p.full_name, 'Hệ thống') as by, r.recorded_at as "recordedAt"
    from reorganisation r left join person p on p.agency_id = r.agency_id and p.id = r.recorded_by
    where r.agency_id = ${actor.agencyId} ${id === undefined ? sql`` : sql`and r.id = ${id}`}
    order by r.effective_on desc, r.recorded_at desc`.execute(tx);
  return rows.map((row) => ({ ...row, abilities: reorganisationPolicy.abilitiesOf(actor, null) }));
}

/** Every reorganisation of the actor's agency. */
export async function listReorganisations(ctx: Context, actor: Actor): Promise<ReorganisationRecord[]> {
  return ctx.store.read(actor.scope, (tx) => findReorganisations(tx, actor));
}
