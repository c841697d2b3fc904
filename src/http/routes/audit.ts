import * as contract from '../../features/audit/contract.ts';
import { listAudit, verifyAudit } from '../../features/audit/queries.ts';
import type { Context } from '../../features/context.ts';
import { type Bound, bind } from '../bind.ts';

/** The log of everything done, for auditors. */
export function auditRoutes(ctx: Context): Bound[] {
  return [
    bind(contract.listAudit, ({ actor, query }) => listAudit(ctx, actor, query)),
    bind(contract.verifyAudit, ({ actor }) => verifyAudit(ctx, actor)),
  ];
}
