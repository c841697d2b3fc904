import type { Context } from '../../features/context.ts';
import * as contract from '../../features/dashboard/contract.ts';
import { getDashboardOf } from '../../features/dashboard/queries.ts';
import { getTodayOf } from '../../features/dashboard/today.ts';
import { type Bound, bind } from '../bind.ts';

/** The morning, and today. */
export function dashboardRoutes(ctx: Context): Bound[] {
  return [
    bind(contract.getDashboard, ({ actor, query }) => getDashboardOf(ctx, actor, query)),
    bind(contract.getToday, ({ actor }) => getTodayOf(ctx, actor)),
  ];
}
