import type { Context } from '../../features/context.ts';
import * as commands from '../../features/inspections/commands.ts';
import * as contract from '../../features/inspections/contract.ts';
import { getInspection, listInspections } from '../../features/inspections/queries.ts';
import { type Bound, bind } from '../bind.ts';

/** Rounds of inspections of S&T tasks. */
export function inspectionRoutes(ctx: Context): Bound[] {
  return [
    bind(contract.listInspections, ({ actor, query }) => listInspections(ctx, actor, query)),
    bind(contract.getInspection, ({ actor, params, query }) =>
      getInspection(ctx, actor, params.id, query.asOf),
    ),
    bind(contract.planInspection, ({ actor, body }) => commands.planInspection(ctx, actor, body)),
    bind(contract.amendInspection, ({ actor, params, body, version }) =>
      commands.amendInspection(ctx, actor, params.id, version, body),
    ),
    bind(contract.minuteInspection, ({ actor, params, body }) =>
      commands.minuteInspection(ctx, actor, params.id, body),
    ),
    bind(contract.giveFindings, ({ actor, params, body }) =>
      commands.giveFindings(ctx, actor, params.id, body),
    ),
    bind(contract.dropInspection, ({ actor, params, body }) =>
      commands.dropInspection(ctx, actor, params.id, body),
    ),
  ];
}
