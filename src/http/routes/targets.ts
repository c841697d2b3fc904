import type { Context } from '../../features/context.ts';
import * as commands from '../../features/targets/commands.ts';
import * as contract from '../../features/targets/contract.ts';
import { getTarget, listTargets } from '../../features/targets/queries.ts';
import { targetsXlsx } from '../../features/targets/table.ts';
import { type Bound, bind } from '../bind.ts';
import { download, downloadBytes } from '../download.ts';
import { readUpload } from '../upload.ts';

/** Targets that decisions assign. */
export function targetRoutes(ctx: Context): Bound[] {
  return [
    bind(contract.listTargets, ({ actor, query }) => listTargets(ctx, actor, query)),
    bind(contract.exportTargets, async ({ actor, query, reply }) => {
      download(reply, 'Chỉ tiêu.xlsx');
      return targetsXlsx(ctx, actor, query);
    }),
    bind(contract.getTarget, ({ actor, params, query }) => getTarget(ctx, actor, params.id, query.asOf)),
    bind(contract.assignTarget, ({ actor, body }) => commands.assignTarget(ctx, actor, body)),
    bind(contract.amendTarget, ({ actor, params, body, version }) =>
      commands.amendTarget(ctx, actor, params.id, version, body),
    ),
    bind(contract.planTarget, ({ actor, params, body }) =>
      commands.planTarget(ctx, actor, params.id, body.quarters),
    ),
    bind(contract.reportTarget, ({ actor, params, body }) =>
      commands.reportTarget(ctx, actor, params.id, body),
    ),
    bind(contract.withdrawTarget, ({ actor, params, body }) =>
      commands.withdrawTarget(ctx, actor, params.id, body),
    ),
    bind(contract.retractTargetFact, ({ actor, params, body }) =>
      commands.retractTargetFact(ctx, actor, params.id, body),
    ),
    bind(contract.attachToTarget, async ({ actor, params, request }) =>
      commands.attachToTarget(ctx, actor, params.id, (await readUpload(request)).files),
    ),
    bind(contract.getTargetEvidence, async ({ actor, params, reply }) => {
      const { name, bytes } = await commands.targetEvidence(ctx, actor, params.id, params.factId);
      downloadBytes(reply, name);
      return bytes;
    }),
  ];
}
