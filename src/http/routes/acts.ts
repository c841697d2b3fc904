import * as commands from '../../features/acts/commands.ts';
import * as contract from '../../features/acts/contract.ts';
import { getSuperiorAct, listActs } from '../../features/acts/queries.ts';
import type { Context } from '../../features/context.ts';
import { type Bound, bind } from '../bind.ts';

/** Acts here with their bases, and superior acts by which they must be amended. */
export function actRoutes(ctx: Context): Bound[] {
  return [
    bind(contract.listActs, ({ actor, query }) => listActs(ctx, actor, query)),
    bind(contract.getSuperiorAct, ({ actor, params, query }) =>
      getSuperiorAct(ctx, actor, params.id, query.asOf),
    ),
    bind(contract.registerAct, ({ actor, body }) => commands.registerAct(ctx, actor, body)),
    bind(contract.correctAct, ({ actor, params, body, version }) =>
      commands.correctAct(ctx, actor, params.id, version, body),
    ),
    bind(contract.registerSuperior, ({ actor, body }) => commands.registerSuperior(ctx, actor, body)),
    bind(contract.correctSuperior, ({ actor, params, body, version }) =>
      commands.correctSuperior(ctx, actor, params.id, version, body),
    ),
    bind(contract.giveAmendments, ({ actor, params, body }) =>
      commands.giveAmendments(ctx, actor, params.id, body.amendments),
    ),
    bind(contract.spareAct, ({ actor, params, body }) => commands.spareAct(ctx, actor, params.id, body)),
  ];
}
