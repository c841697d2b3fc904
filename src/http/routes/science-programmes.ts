import type { Context } from '../../features/context.ts';
import * as commands from '../../features/science-programmes/commands.ts';
import * as contract from '../../features/science-programmes/contract.ts';
import { getScienceProgramme, listScienceProgrammes } from '../../features/science-programmes/queries.ts';
import { type Bound, bind } from '../bind.ts';

/** Programmes of S&T tasks. */
export function scienceProgrammeRoutes(ctx: Context): Bound[] {
  return [
    bind(contract.listScienceProgrammes, ({ actor, query }) => listScienceProgrammes(ctx, actor, query)),
    bind(contract.getScienceProgramme, ({ actor, params, query }) =>
      getScienceProgramme(ctx, actor, params.id, query.asOf),
    ),
    bind(contract.openScienceProgramme, ({ actor, body }) => commands.openScienceProgramme(ctx, actor, body)),
    bind(contract.recordScienceProgramme, ({ actor, params, body, version }) =>
      commands.recordScienceProgramme(ctx, actor, params.id, version, body),
    ),
  ];
}
