import * as commands from '../../features/calls/commands.ts';
import * as contract from '../../features/calls/contract.ts';
import * as shown from '../../features/calls/public.ts';
import { getCall, listCalls, readDossierFile } from '../../features/calls/queries.ts';
import type { Context } from '../../features/context.ts';
import { type Bound, bind } from '../bind.ts';
import { download, downloadBytes } from '../download.ts';
import { publicLimit } from '../public-limit.ts';

/** Calls for S&T tasks: the agency's own rooms, and the page anybody may read. */
export function callRoutes(ctx: Context): Bound[] {
  const limited = publicLimit();
  return [
    bind(contract.listCalls, ({ actor }) => listCalls(ctx, actor)),
    bind(contract.getCall, ({ actor, params }) => getCall(ctx, actor, params.id)),
    bind(contract.openCall, ({ actor, body }) => commands.openCall(ctx, actor, body)),
    bind(contract.extendCall, ({ actor, params, body }) => commands.extendCall(ctx, actor, params.id, body)),
    bind(contract.readDossierFile, async ({ actor, params, reply }) => {
      const { name, bytes } = await readDossierFile(ctx, actor, params);
      downloadBytes(reply, name);
      return bytes;
    }),
    bind(contract.listPublicCalls, ({ request }) => {
      limited(request);
      return shown.listPublicCalls(ctx);
    }),
    bind(contract.getPublicCall, ({ request, params }) => {
      limited(request);
      return shown.getPublicCall(ctx, params.id);
    }),
    bind(contract.publicNotice, async ({ request, params, query, reply }) => {
      limited(request);
      const { name, bytes } = await shown.publicNotice(ctx, params.id, query);
      download(reply, name);
      return bytes;
    }),
  ];
}
