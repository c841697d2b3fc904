import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Context } from '../features/context.ts';

/** Proxies close a line that is silent for a minute; a comment keeps it open. Milliseconds. */
const heartbeat = 25_000;

/** Hands the messages of a topic to a browser as server-sent events until it leaves. */
export function streamEvents(
  ctx: Context,
  topic: string,
  actor: Actor,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write('retry: 3000\n\n');
  const leave = ctx.live.hear(topic, { userId: actor.userId ?? '', name: actor.name }, (message) => {
    raw.write(`data: ${JSON.stringify(message)}\n\n`);
  });
  const beat = setInterval(() => raw.write(': still here\n\n'), heartbeat);
  request.raw.once('close', () => {
    clearInterval(beat);
    leave();
  });
}
