import type { Context } from '../../features/context.ts';
import * as commands from '../../features/requests/commands.ts';
import * as contract from '../../features/requests/contract.ts';
import { listRequests } from '../../features/requests/queries.ts';
import { type Bound, bind } from '../bind.ts';

/** Questions between units. */
export function requestRoutes(ctx: Context): Bound[] {
  return [
    bind(contract.listRequests, ({ actor, query }) => listRequests(ctx, actor, query)),
    bind(contract.askUnit, ({ actor, body }) => commands.askUnit(ctx, actor, body)),
    bind(contract.answerRequest, ({ actor, params, body }) =>
      commands.answerRequest(ctx, actor, params.id, body.words),
    ),
  ];
}
