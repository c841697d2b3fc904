import type { Context } from '../../features/context.ts';
import {
  exportDocuments,
  getDocument,
  listDocuments,
  registerDocument,
} from '../../features/documents/contract.ts';
import * as queries from '../../features/documents/queries.ts';
import { registerByHand } from '../../features/documents/register.ts';
import { type Bound, bind } from '../bind.ts';
import { download } from '../download.ts';

/** The register of documents. */
export function documentRoutes(ctx: Context): Bound[] {
  return [
    bind(listDocuments, ({ actor, query }) => queries.listDocuments(ctx, actor, query)),
    bind(exportDocuments, async ({ actor, query, reply }) => {
      download(reply, 'Sổ văn bản.xlsx');
      return queries.exportDocuments(ctx, actor, query);
    }),
    bind(getDocument, ({ actor, params }) => queries.getDocument(ctx, actor, params.id)),
    bind(registerDocument, ({ actor, body }) => registerByHand(ctx, actor, body)),
  ];
}
