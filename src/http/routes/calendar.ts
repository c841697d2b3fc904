import * as contract from '../../features/calendar/contract.ts';
import { importCalendarYear } from '../../features/calendar/import.ts';
import { getCalendarYear } from '../../features/calendar/queries.ts';
import type { Context } from '../../features/context.ts';
import { type Bound, bind } from '../bind.ts';

/** The working calendar of state agencies. */
export function calendarRoutes(ctx: Context): Bound[] {
  return [
    bind(contract.getCalendarYear, ({ actor, params }) => getCalendarYear(ctx, actor, params.year)),
    bind(contract.importCalendarYear, ({ actor, params, query, body }) =>
      importCalendarYear(ctx, actor, params.year, body, query.dry),
    ),
  ];
}
