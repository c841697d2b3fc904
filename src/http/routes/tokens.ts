import type { Context } from '../../features/context.ts';
import { createToken, listTokens, revokeToken } from '../../features/tokens/commands.ts';
import * as contract from '../../features/tokens/contract.ts';
import { type Bound, bind } from '../bind.ts';

/** Tokens with which other programs act in a person's name. */
export function tokenRoutes(ctx: Context): Bound[] {
  return [
    bind(contract.listTokens, ({ actor }) => listTokens(ctx, actor)),
    bind(contract.createToken, ({ actor, body }) => createToken(ctx, actor, body)),
    bind(contract.revokeToken, async ({ actor, params }) => {
      await revokeToken(ctx, actor, params.id);
      return undefined;
    }),
  ];
}
