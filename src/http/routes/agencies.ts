import { changeSuperiorView, createAgency, listAgencies } from '../../features/agencies/agencies.ts';
import * as contract from '../../features/agencies/contract.ts';
import { getOverviewOf } from '../../features/agencies/overview.ts';
import type { Context } from '../../features/context.ts';
import { type Bound, bind } from '../bind.ts';

/** The agencies of the installation. */
export function agencyRoutes(ctx: Context): Bound[] {
  return [
    bind(contract.listAgencies, ({ actor }) => listAgencies(ctx, actor)),
    bind(contract.getOverview, ({ actor }) => getOverviewOf(ctx, actor)),
    bind(contract.createAgency, ({ actor, body }) => createAgency(ctx, actor, body)),
    bind(contract.changeSuperiorView, async ({ actor, params, body }) => {
      await changeSuperiorView(ctx, actor, params.id, body);
      return undefined;
    }),
  ];
}
