import * as commands from '../../features/assets/commands.ts';
import * as contract from '../../features/assets/contract.ts';
import { assetPaper } from '../../features/assets/papers.ts';
import { assetWorkspace } from '../../features/assets/queries.ts';
import type { Context } from '../../features/context.ts';
import type { PaperFormat } from '../../features/papers/contract.ts';
import { type Bound, bind } from '../bind.ts';
import { download } from '../download.ts';

/** Assets that S&T tasks leave, and their settlement. */
export function assetRoutes(ctx: Context): Bound[] {
  const paper = (route: typeof contract.assetPaperDocx, format: PaperFormat) =>
    bind(route, async ({ actor, query, reply }) => {
      const { name, bytes } = await assetPaper(ctx, actor, query, format);
      download(reply, name);
      return bytes;
    });
  return [
    bind(contract.assetWorkspace, ({ actor, query }) => assetWorkspace(ctx, actor, query)),
    bind(contract.countAssets, ({ actor, params, body, version }) =>
      commands.countAssets(ctx, actor, params.id, version, body),
    ),
    bind(contract.settleAssets, ({ actor, body }) => commands.settleAssets(ctx, actor, body)),
    bind(contract.undoSettling, ({ actor, body }) => commands.undoSettling(ctx, actor, body.facts)),
    bind(contract.reportAssets, ({ actor, body }) => commands.reportAssets(ctx, actor, body.directiveId)),
    paper(contract.assetPaperDocx, 'docx'),
    paper(contract.assetPaperPdf, 'pdf'),
  ];
}
