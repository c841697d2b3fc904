import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Context } from '../features/context.ts';

/** Proxies close a line that is silent for a minute; a comment keeps it open. Milliseconds. */
const heartbeat = 25_000;

/** Answers that are still open, by the server's own messages. */
const open = new WeakMap<Context['live'], Set<FastifyReply['raw']>>();

/** A server that stops waits for its answers, and these would never end by themselves. */
export function endStreams({ live }: Context): void {
  for (const raw of open.get(live) ?? []) raw.end();
}

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
  // Left while it was still being let in: nobody would ever tell of the going.
  if (raw.destroyed || request.raw.destroyed) return;
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write('retry: 3000\n\n');
  const leave = ctx.live.hear(topic, { userId: actor.userId ?? '', name: actor.name }, (message) => {
    raw.write(`data: ${JSON.stringify(message)}\n\n`);
  });
  const streams = open.get(ctx.live) ?? new Set();
  open.set(ctx.live, streams.add(raw));
  const beat = setInterval(() => raw.write(': still here\n\n'), heartbeat);
  raw.once('close', () => {
    clearInterval(beat);
    streams.delete(raw);
    leave();
  });
}
