import type { Context } from '../../features/context.ts';
import { delegate, endDelegation, listDelegations } from '../../features/delegations/commands.ts';
import * as contract from '../../features/delegations/contract.ts';
import { type Bound, bind } from '../bind.ts';

/** Who acts in whose stead. */
export function delegationRoutes(ctx: Context): Bound[] {
  return [
    bind(contract.listDelegations, ({ actor }) => listDelegations(ctx, actor)),
    bind(contract.delegate, ({ actor, body }) => delegate(ctx, actor, body)),
    bind(contract.endDelegation, ({ actor, params, body }) =>
      endDelegation(ctx, actor, params.id, body.endedOn),
    ),
  ];
}
