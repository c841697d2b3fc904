import type { Calendar } from '../../domain/calendar/calendar.ts';
import type { Deadline } from '../../domain/deadlines/deadline.ts';
import { dueDayOf } from '../../domain/directives/due-day.ts';
import { standingOf } from '../../domain/directives/standing.ts';
import type { Tx } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { dueSettingsByDay } from '../settings/settings.ts';
import { factsOf, refreshNow } from './record.ts';

/** A directive whose last day in time moves when the official days off become known. */
export interface Moved {
  agencyId: string;
  directiveId: string;
  words: string;
  from: string;
  to: string;
}

/**
 * Directives whose last day in time, first or present, differs between two calendars, among the agencies the transaction
 * may see. Deadlines are kept as the documents say them, so nothing but the derived days moves.
 */
export async function findMoved(tx: Tx, agencyIds: readonly string[], calendar: Calendar): Promise<Moved[]> {
  if (agencyIds.length === 0) return [];
  const rows = await tx
    .selectFrom('directive_now as n')
    .innerJoin('directive as d', (join) =>
      join.onRef('d.agency_id', '=', 'n.agency_id').onRef('d.id', '=', 'n.directive_id'),
    )
    .where('n.agency_id', 'in', [...agencyIds])
    .where((eb) => eb.or([eb('n.due', 'is not', null), eb('n.deadline_kind', '=', 'relative')]))
    .select(['n.agency_id', 'n.directive_id', 'n.due', 'n.first_due', 'n.deadline', 'n.given_on', 'd.words'])
    .select((eb) =>
      eb.or([eb('n.times_extended', '>', 0), eb('n.deadline_kind', '=', 'relative')]).as('byFacts'),
    )
    .orderBy('n.due')
    .execute();
  const moved: Moved[] = [];
  for (const [agencyId, ofAgency] of Map.groupBy(rows, (row) => row.agency_id)) {
    const settings = await dueSettingsByDay(tx, agencyId);
    const withCourse = ofAgency.filter((row) => row.byFacts).map((row) => row.directive_id);
    const facts = await factsOf(tx, agencyId, withCourse);
    for (const row of ofAgency) {
      const standing = row.byFacts ? standingOf(facts.get(row.directive_id) ?? []) : null;
      const days = standing ?? { deadline: row.deadline, firstDeadline: row.deadline, clock: null };
      const dayOf = (deadline: Deadline) => dueDayOf(deadline, calendar, settings(row.given_on), days.clock);
      const to = dayOf(days.deadline);
      if (to === row.due && dayOf(days.firstDeadline) === row.first_due) continue;
      moved.push({
        agencyId,
        directiveId: row.directive_id,
        words: row.words,
        from: row.due ?? '',
        to: to ?? '',
      });
    }
  }
  return moved;
}

/** Derives the moved directives anew by the new calendar; the facts stay as they are. */
export async function applyMoved(tx: Tx, moved: readonly Moved[], calendar: Calendar): Promise<void> {
  for (const [agencyId, ofAgency] of Map.groupBy(moved, (one) => one.agencyId)) {
    await refreshNow(
      tx,
      agencyId,
      ofAgency.map((one) => one.directiveId),
      calendar,
    );
  }
}

/**
 * Derives the last day in time of every directive anew where it is not what the calendar of now gives: one given while an
 * official list was being imported may still stand on the day of before. Gives how many were put right.
 */
export async function deriveAnew(ctx: Context): Promise<number> {
  const rows = await ctx.store.installation((tx) => tx.selectFrom('agency').select('id').execute());
  const agencies = rows.map(({ id }) => id);
  const calendar = await ctx.calendar();
  return ctx.store.transaction({ agencies }, async (tx) => {
    const moved = await findMoved(tx, agencies, calendar);
    await applyMoved(tx, moved, calendar);
    return moved.length;
  });
}
