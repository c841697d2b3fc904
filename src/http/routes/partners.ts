import type { Context } from '../../features/context.ts';
import * as commands from '../../features/partners/commands.ts';
import * as contract from '../../features/partners/contract.ts';
import { checkEligibility } from '../../features/partners/eligibility.ts';
import { getPartner, listPartners } from '../../features/partners/queries.ts';
import { type Bound, bind } from '../bind.ts';

/** Organisations and persons that host, lead or work on tasks. */
export function partnerRoutes(ctx: Context): Bound[] {
  return [
    bind(contract.listPartners, ({ actor, query }) => listPartners(ctx, actor, query)),
    bind(contract.getPartner, ({ actor, params, query }) => getPartner(ctx, actor, params.id, query.asOf)),
    bind(contract.checkEligibility, ({ actor, query }) => checkEligibility(ctx, actor, query)),
    bind(contract.addPartner, ({ actor, body }) => commands.addPartner(ctx, actor, body)),
    bind(contract.describePartner, ({ actor, params, body, version }) =>
      commands.describePartner(ctx, actor, params.id, version, body),
    ),
  ];
}
