import type { Context } from '../../features/context.ts';
import * as contract from '../../features/reorganisation/contract.ts';
import { handOverList } from '../../features/reorganisation/hand-over.ts';
import { previewReorganisation } from '../../features/reorganisation/preview.ts';
import { listReorganisations } from '../../features/reorganisation/queries.ts';
import { reorganise } from '../../features/reorganisation/reorganise.ts';
import { type Bound, bind } from '../bind.ts';
import { download } from '../download.ts';

/** Units merged, split, renamed and closed, and the papers of the hand-over. */
export function reorganisationRoutes(ctx: Context): Bound[] {
  const handOverIn = (route: typeof contract.handOverList, format: 'docx' | 'pdf') =>
    bind(route, async ({ actor, params, query: { layout }, reply }) => {
      const bytes = await handOverList(ctx, actor, params.id, { format, layout });
      download(reply, `Biên bản bàn giao.${format}`);
      return bytes;
    });
  return [
    bind(contract.listReorganisations, ({ actor }) => listReorganisations(ctx, actor)),
    bind(contract.previewReorganisation, ({ actor, body }) => previewReorganisation(ctx, actor, body)),
    bind(contract.reorganise, ({ actor, body }) => reorganise(ctx, actor, body)),
    handOverIn(contract.handOverList, 'docx'),
    handOverIn(contract.handOverPdf, 'pdf'),
  ];
}
