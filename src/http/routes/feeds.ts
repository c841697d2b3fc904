import { createHash } from 'node:crypto';
import type { Context } from '../../features/context.ts';
import * as contract from '../../features/feeds/contract.ts';
import { createFeed, listFeeds, readFeed, revokeFeed } from '../../features/feeds/feeds.ts';
import { type Bound, bind } from '../bind.ts';
import { download } from '../download.ts';

/** Calendar programs ask every few minutes whatever they are told; seconds for which they need not. */
const freshFor = 900;

/** Addresses of due days to subscribe to. */
export function feedRoutes(ctx: Context): Bound[] {
  return [
    bind(contract.listFeeds, ({ actor }) => listFeeds(ctx, actor)),
    bind(contract.createFeed, ({ actor, body }) => createFeed(ctx, actor, body.unitId)),
    bind(contract.revokeFeed, async ({ actor, params }) => {
      await revokeFeed(ctx, actor, params.id);
      return undefined;
    }),
    bind(contract.readFeed, async ({ params, request, reply }) => {
      const calendar = await readFeed(ctx, params.secret);
      const tag = `"${createHash('sha256').update(calendar).digest('base64url').slice(0, 27)}"`;
      reply.header('etag', tag).header('cache-control', `private, max-age=${freshFor}`);
      if (request.headers['if-none-match'] === tag) {
        reply.code(304);
        return '';
      }
      download(reply, 'trong-tam.ics', 'inline');
      return calendar;
    }),
  ];
}
