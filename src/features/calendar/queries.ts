import { type Calendar, makeCalendar } from '../../domain/calendar/calendar.ts';
import { OfficialYear } from '../../domain/calendar/official-year.ts';
import type { Store, Tx } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import type { CalendarYear } from './contract.ts';
import { yearPolicy } from './policy.ts';

/** Official lists imported so far, oldest import first: of two for a year the later counts. */
export async function importedYears(tx: Tx): Promise<OfficialYear[]> {
  const rows = await tx
    .selectFrom('calendar_year')
    .select('list')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  return rows.map(({ list }) => OfficialYear.parse(list));
}

/** The working calendar with every official list imported so far. */
export async function loadCalendar(store: Store): Promise<Calendar> {
  return makeCalendar({ years: await store.installation(importedYears) });
}

/** Keeps the calendar until a list is imported. A load that fails is tried again by the next call. */
export function keepCalendar(store: Store): { calendar(): Promise<Calendar>; changed(): void } {
  let kept: Promise<Calendar> | null = null;
  return {
    calendar() {
      const loading = kept ?? loadCalendar(store);
      kept = loading;
      loading.catch(() => {
        if (kept === loading) kept = null;
      });
      return loading;
    },
    changed() {
      kept = null;
    },
  };
}

/** A year of a calendar, whoever looks at it. */
export function yearOf(calendar: Calendar, year: number): Omit<CalendarYear, 'abilities'> {
  const table = calendar.year(year);
  return {
    year,
    provisional: table.provisional,
    confidence: table.confidence,
    source: table.source,
    off: table.off,
    swappedWorkdays: table.swappedWorkdays,
    workingDays: table.workingDays.length,
  };
}

/** The same with what the actor may do with it. */
export const presentYear = (actor: Actor, calendar: Calendar, year: number): CalendarYear => ({
  ...yearOf(calendar, year),
  abilities: yearPolicy.abilitiesOf(actor, null),
});

/** The working calendar of a year: official where a list is known, else as the law of the year gives it. */
export async function getCalendarYear(ctx: Context, actor: Actor, year: number): Promise<CalendarYear> {
  return presentYear(actor, await ctx.calendar(), year);
}
