import { sql } from 'kysely';
import { lateness, lateOf } from '../../domain/calendar/due.ts';
import type { InNameOf } from '../../domain/directives/facts.ts';
import { type Actor, type Context, command } from '../context.ts';
import { asOfToday } from '../directives/queries.ts';
import { stateInSql } from '../directives/where.ts';
import type { Reminder, Reminders } from './contract.ts';
import { sayAbsent, stillStandsIn } from './stand-ins.ts';
import { urgedInSql } from './tell.ts';

/** More than a person reads in one go; the number beside is exact. */
const most = 50;

type Row = Omit<Reminder, 'lateness' | 'late' | 'inNameOf'> & { unread: number; inNameOf: InNameOf | null };

/** What the person was told and has not read, of work that still waits for them; the most urgent first. */
export async function listReminders(ctx: Context, actor: Actor): Promise<Reminders> {
  const calendar = await ctx.calendar();
  const rows = await ctx.store.read(actor.scope, async (tx) => {
    const asOf = await asOfToday(tx, ctx, actor.agencyId, calendar);
    const found = await sql<Row>`
      with mine as (
        select distinct on (t.directive_id) t.id, t.directive_id, t.day, t.in_name_of from urging_told t
        where t.agency_id = ${actor.agencyId} and t.person_id = ${actor.personId} and ${stillStandsIn(asOf.today)}
        order by t.directive_id, t.day desc)
      select m.id, m.directive_id as "directiveId", m.day as "toldOn", m.in_name_of as "inNameOf", d.words, n.due as "dueDay", coalesce((
          select u.name from unit_name u where u.agency_id = n.agency_id and u.unit_id = n.lead_unit_id
            and u.from_day <= ${asOf.today} order by u.from_day desc, u.recorded_at desc limit 1), n.lead_name) as lead,
        ${stateInSql(asOf)} as state, (count(*) over ())::int as unread
      from mine m
      join directive_now n on n.agency_id = ${actor.agencyId} and n.directive_id = m.directive_id and ${urgedInSql}
      join directive d on d.agency_id = n.agency_id and d.id = n.directive_id
      where not exists (select from urging_read r where r.agency_id = ${actor.agencyId} and r.told_id = m.id)
      order by n.due, d.id limit ${most}`.execute(tx);
    return found.rows;
  });
  const today = ctx.today().toString();
  return {
    unread: rows[0]?.unread ?? 0,
    items: rows.map((row) => {
      const late = lateness(row.dueDay, today, calendar);
      return {
        ...row,
        inNameOf: row.inNameOf && sayAbsent(row.inNameOf),
        lateness: late.words,
        late: lateOf(late, false),
      };
    }),
  };
}

/** Marks reminders as read by a fact of today; those of others are left alone. */
export async function readReminders(ctx: Context, actor: Actor, ids: readonly string[]): Promise<Reminders> {
  const act = { action: 'urging.read', recordKind: 'urging', detail: { ids } };
  const { personId } = actor;
  if (personId === null) return listReminders(ctx, actor);
  await command(ctx, actor, act, async (tx) => {
    const mine = await tx
      .selectFrom('urging_told')
      .select('id')
      .where('agency_id', '=', actor.agencyId)
      .where('person_id', '=', personId)
      .where('id', 'in', [...ids])
      .execute();
    if (mine.length === 0) return;
    const stamp = { recorded_at: ctx.clock().toString(), recorded_by: personId };
    await tx
      .insertInto('urging_read')
      .values(mine.map(({ id }) => ({ agency_id: actor.agencyId, told_id: id, ...stamp })))
      .onConflict((conflict) => conflict.columns(['agency_id', 'told_id']).doNothing())
      .execute();
  });
  return listReminders(ctx, actor);
}
