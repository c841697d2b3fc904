import { once } from 'node:events';
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { expect, test } from 'vitest';
import type { Actor, Context } from '../features/context.ts';
import { makeLive } from '../features/live.ts';
import { streamEvents } from './events.ts';

test('whoever left before the stream began is not present and leaves nothing behind', async () => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = ask({ port: (server.address() as AddressInfo).port, path: '/' });
  client.on('error', () => undefined);
  client.end();
  const [, answer] = (await once(server, 'request')) as [IncomingMessage, ServerResponse];
  client.destroy();
  await new Promise((resolve) => answer.once('close', resolve));

  const live = makeLive();
  const reply = { hijack: () => undefined, raw: answer } as unknown as FastifyReply;
  const actor = { userId: 'a', name: 'Người đi vội' } as Actor;
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
  const before = timers();
  streamEvents({ live } as Context, 'topic', actor, {} as FastifyRequest, reply);
  expect(live.present('topic')).toEqual([]);
  expect(timers()).toBe(before);
  server.close();
});
