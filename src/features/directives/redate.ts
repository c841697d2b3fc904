import type { Calendar } from '../../domain/calendar/calendar.ts';
import type { DueSettings } from '../../domain/calendar/due.ts';
import { dueDayOf } from '../../domain/directives/due-day.ts';
import type { Tx } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { dueSettingsByDay } from '../settings/settings.ts';
import { refreshNow } from './record.ts';

/** A directive whose last day in time moves when the official days off become known. */
export interface Moved {
  agencyId: string;
  directiveId: string;
  words: string;
  from: string;
  to: string;
}

/**
 * Directives whose last day in time differs between two calendars, among the agencies the transaction may see.
 * Deadlines are kept as the documents say them, so nothing but the derived day moves.
 */
export async function findMoved(tx: Tx, agencyIds: readonly string[], calendar: Calendar): Promise<Moved[]> {
  if (agencyIds.length === 0) return [];
  const rows = await tx
    .selectFrom('directive_now as n')
    .innerJoin('directive as d', (join) =>
      join.onRef('d.agency_id', '=', 'n.agency_id').onRef('d.id', '=', 'n.directive_id'),
    )
    .where('n.agency_id', 'in', [...agencyIds])
    .where('n.due', 'is not', null)
    .select(['n.agency_id', 'n.directive_id', 'n.due', 'n.deadline', 'n.given_on', 'd.words'])
    .orderBy('n.due')
    .execute();
  const settings = new Map<string, (on: string) => DueSettings>();
  for (const agencyId of agencyIds) settings.set(agencyId, await dueSettingsByDay(tx, agencyId));
  return rows.flatMap((row) => {
    const to = dueDayOf(row.deadline, calendar, settings.get(row.agency_id)?.(row.given_on));
    if (row.due === null || to === null || to === row.due) return [];
    return [{ agencyId: row.agency_id, directiveId: row.directive_id, words: row.words, from: row.due, to }];
  });
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
