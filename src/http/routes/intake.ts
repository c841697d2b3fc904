import { plainFileName } from '../../domain/text/file-name.ts';
import type { Context } from '../../features/context.ts';
import { topicOf } from '../../features/intake/begin.ts';
import { confirmReview } from '../../features/intake/confirm.ts';
import * as contract from '../../features/intake/contract.ts';
import type { ReadingDesk } from '../../features/intake/desk.ts';
import { listIntakes } from '../../features/intake/list.ts';
import { getOriginal, getPage } from '../../features/intake/original.ts';
import { drop, readAgain, receive } from '../../features/intake/receive.ts';
import { editReview, getReview } from '../../features/intake/review.ts';
import { type Bound, bind } from '../bind.ts';
import { downloadBytes } from '../download.ts';
import { streamEvents } from '../events.ts';
import { readUpload } from '../upload.ts';

/** Receiving documents, reading them, reviewing what was read. */
export function intakeRoutes(ctx: Context, desk: ReadingDesk): Bound[] {
  return [
    bind(contract.listIntakes, ({ actor, query }) => listIntakes(ctx, actor, desk, query)),
    bind(contract.receiveFiles, async ({ actor, request }) => {
      const { files, fields } = await readUpload(request);
      const source = fields.source === 'photo' ? 'photo' : 'file';
      const received = [];
      for (const file of files) received.push(await receive(ctx, actor, desk, { ...file, source }));
      return received;
    }),
    bind(contract.receiveText, ({ actor, body }) => {
      const name = (body.name && plainFileName(body.name)) || `Văn bản dán ${ctx.today().toString()}`;
      const bytes = new TextEncoder().encode(body.text.normalize('NFC'));
      return receive(ctx, actor, desk, { name, bytes, mediaType: 'text/plain', source: 'paste' });
    }),
    bind(contract.getReview, ({ actor, params }) => getReview(ctx, actor, desk, params.id)),
    bind(contract.editReview, ({ actor, params, body }) => editReview(ctx, actor, params.id, body)),
    bind(contract.confirmReview, ({ actor, params, body }) =>
      confirmReview(ctx, actor, params.id, body.direction),
    ),
    bind(contract.dropIntake, ({ actor, params, body }) => drop(ctx, actor, params.id, body.reason)),
    bind(contract.readAgain, ({ actor, params }) => readAgain(ctx, actor, desk, params.id)),
    bind(contract.getOriginal, async ({ actor, params, reply }) => {
      const original = await getOriginal(ctx, actor, params.id);
      downloadBytes(reply, original.name);
      return original.bytes;
    }),
    bind(contract.getPageImage, async ({ actor, params, query, reply }) => {
      // Kept for this session only: the next person at the same browser asks anew, and is asked who they are.
      reply
        .header('cache-control', 'private, max-age=86400, immutable')
        .header('vary', 'cookie, authorization');
      return getPage(ctx, actor, params.id, params.page, query.width);
    }),
    bind(contract.watchIntake, async ({ actor, params, request, reply }) => {
      await getReview(ctx, actor, desk, params.id);
      streamEvents(ctx, topicOf(actor.agencyId, params.id), actor, request, reply);
    }),
  ];
}
