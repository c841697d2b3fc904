import type { Context } from '../../features/context.ts';
import * as contract from '../../features/session/contract.ts';
import { openAgency, presentSession } from '../../features/session/session.ts';
import { type Bound, bind } from '../bind.ts';

/** Who is signed in, and which agency is open. */
export function sessionRoutes(ctx: Context): Bound[] {
  return [
    bind(contract.getSession, ({ actor }) => presentSession(ctx, actor)),
    bind(contract.openAgency, ({ actor, body, request }) =>
      openAgency(ctx, actor, request.signedIn?.sessionId ?? null, body.agencyId),
    ),
  ];
}
