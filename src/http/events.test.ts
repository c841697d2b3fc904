import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import type { Actor, Context } from '../features/context.ts';
import { makeLive } from '../features/live.ts';
import { streamEvents } from './events.ts';

test.each([
  ['stays to hear', false],
  ['has left before it is let in', true],
])('whoever %s is present no longer than that', async (_who, early) => {
  const ctx = { live: makeLive() } as unknown as Context;
  const actor = { userId: 'an', name: 'An' } as unknown as Actor;
  const server = Fastify({ forceCloseConnections: true });
  const letIn = Promise.withResolvers<void>();
  const came = Promise.withResolvers<void>();
  const done = Promise.withResolvers<void>();
  server.get('/', async (request, reply) => {
    came.resolve();
    await letIn.promise;
    streamEvents(ctx, 'topic', actor, request, reply);
    done.resolve();
  });
  server.addHook('onClose', async () => letIn.resolve());
  await server.listen({ port: 0, host: '127.0.0.1' });
  const leaving = new AbortController();
  const { port } = server.server.address() as AddressInfo;
  const answer = fetch(`http://127.0.0.1:${port}/`, { signal: leaving.signal }).catch(() => undefined);
  const [socket] = await once(server.server, 'connection');
  await came.promise;
  const gone = once(socket, 'close');
  if (early) {
    leaving.abort();
    await gone;
  }
  letIn.resolve();
  await done.promise;
  expect(ctx.live.present('topic')).toHaveLength(early ? 0 : 1);
  if (!early) {
    await answer;
    leaving.abort();
    await gone;
  }
  await expect.poll(() => ctx.live.present('topic')).toEqual([]);
  await server.close();
});
