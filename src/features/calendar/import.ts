import { sql } from 'kysely';
import type { z } from 'zod';
import { makeCalendar } from '../../domain/calendar/calendar.ts';
import { parseOfficialYear } from '../../domain/calendar/official-year.ts';
import { INSTALLATION, uuidv7 } from '../../storage/ids.ts';
import { json } from '../../storage/schema/foundation.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { applyMoved, findMoved, type Moved } from '../directives/redate.ts';
import { redateTasks } from '../tasks/redate.ts';
import type { CalendarYear, OfficialYear } from './contract.ts';
import { importedYears, presentYear } from './queries.ts';

export interface CalendarImport {
  year: CalendarYear;
  moved: Pick<Moved, 'directiveId' | 'words' | 'from' | 'to'>[];
}

/**
 * Imports the official days off of a year and derives anew every open directive whose last day in time moves and every
 * S&T task, in all agencies, in one transaction. The calendar is one for the installation; what is told is of the actor's agencies only.
 * @param dry only tells what would move
 */
export async function importCalendarYear(
  ctx: Context,
  actor: Actor,
  year: number,
  list: z.infer<typeof OfficialYear>,
  dry: boolean,
): Promise<CalendarImport> {
  const parsed = parseOfficialYear({ ...list, year, confidence: 'HIGH', source: list.decision });
  if (!parsed.ok) throw Refused.invalid(parsed.errors.map((message) => ({ path: 'off', message })));
  const agencies = await ctx.store.installation((tx) => tx.selectFrom('agency').select('id').execute());
  const scope = { agencies: [INSTALLATION, ...agencies.map(({ id }) => id)] };

  const findAll = async (tx: Tx) => {
    const calendar = makeCalendar({ years: [...(await importedYears(tx)), parsed.year] });
    return { calendar, moved: await findMoved(tx, scope.agencies, calendar) };
  };
  const tell = ({ calendar, moved }: Awaited<ReturnType<typeof findAll>>): CalendarImport => ({
    year: presentYear(actor, calendar, year),
    moved: moved
      .filter(({ agencyId, from, to }) => actor.scope.agencies.includes(agencyId) && from !== to)
      .map(({ directiveId, words, from, to }) => ({ directiveId, words, from, to })),
  });
  if (dry) return tell(await ctx.store.read(scope, findAll));

  const act = {
    action: 'calendar.imported',
    recordKind: 'calendar',
    recordId: String(year),
    detail: { decision: list.decision },
  };
  const found = await command(ctx, { ...actor, scope }, act, async (tx) => {
    // Of two lists at once the second derives with the first in hand.
    await sql`select pg_advisory_xact_lock(hashtextextended('calendar', 0))`.execute(tx);
    const { calendar, moved } = await findAll(tx);
    await tx
      .insertInto('calendar_year')
      .values({
        id: uuidv7(),
        year,
        list: json(parsed.year),
        recorded_at: ctx.clock().toString(),
        recorded_by: actor.userId,
      })
      .execute();
    await applyMoved(tx, moved, calendar);
    const ids = agencies.map(({ id }) => id);
    await redateTasks(tx, ids, { calendar, today: ctx.today().toString() });
    return { calendar, moved };
  });
  ctx.calendarChanged();
  return tell(found);
}
