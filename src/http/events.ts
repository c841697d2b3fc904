import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Context } from '../features/context.ts';

/** Proxies close a line that is silent for a minute; a comment keeps it open. Milliseconds. */
const heartbeat = 25_000;

/** A line that is open, and whether whoever opened it would still be let in. */
interface Line {
  raw: FastifyReply['raw'];
  isAdmitted(): Promise<boolean>;
}

interface Lines {
  open: Set<Line>;
  deaf(): void;
}

/** Lines that are open, by the server's own messages. */
const lines = new WeakMap<Context['live'], Lines>();

/** The lines of a server; when rights move, each is looked at again at once. */
function linesOf(ctx: Context): Lines {
  const known = lines.get(ctx.live);
  if (known) return known;
  const open = new Set<Line>();
  const deaf = ctx.access.hear(() => {
    for (const line of open) void endUnlessAdmitted(line);
  });
  const made = { open, deaf };
  lines.set(ctx.live, made);
  return made;
}

async function endUnlessAdmitted({ raw, isAdmitted }: Line): Promise<void> {
  // Where the database does not answer nothing is told either: the next heartbeat asks again.
  if (!(await isAdmitted().catch(() => true))) raw.end();
}

/** A server that stops waits for its answers, and these would never end by themselves. */
export function endStreams({ live }: Context): void {
  for (const { raw } of lines.get(live)?.open ?? []) raw.end();
  lines.get(live)?.deaf();
  lines.delete(live);
}

/**
 * Hands the messages of one topic or several to a browser as server-sent events until it leaves, or until whoever opened it would no
 * longer be let in: at once where rights move or a session ends, at the next heartbeat where the day or the session does.
 */
export function streamEvents(
  ctx: Context,
  topics: string | readonly string[],
  actor: Actor,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  reply.hijack();
  const { raw } = reply;
  // Gone while we looked who it was: no end of the connection would be heard any more.
  if (raw.destroyed) return;
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write('retry: 3000\n\n');
  const viewer = { userId: actor.userId ?? '', name: actor.name };
  const leaves = [topics].flat().map((topic) =>
    ctx.live.hear(topic, viewer, (message) => {
      raw.write(`data: ${JSON.stringify(message)}\n\n`);
    }),
  );
  const { open } = linesOf(ctx);
  const line: Line = { raw, isAdmitted: request.isStillAdmitted };
  open.add(line);
  const beat = setInterval(() => {
    raw.write(': still here\n\n');
    void endUnlessAdmitted(line);
  }, heartbeat);
  const stop = () => {
    clearInterval(beat);
    if (open.delete(line)) for (const leave of leaves) leave();
  };
  raw.once('finish', stop);
  raw.once('close', stop);
}
