import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

const squeeze = promisify(gzip);
/** A packet or two is sent as fast plain; in characters. */
const worthIt = 4096;
/** The quickest level already leaves a tenth of a list of directives. */
const quick = { level: constants.Z_BEST_SPEED };

/**
 * Sends long JSON answers compressed to whoever takes that: a list of a hundred directives is 100 kB plain, over half a
 * second of a slow mobile line. No answer holds a secret beside words of a stranger, so its length tells nothing.
 */
export function compressAnswers(server: FastifyInstance): void {
  server.addHook('onSend', async (request, reply, payload) => {
    const type = String(reply.getHeader('content-type') ?? '');
    if (typeof payload !== 'string' || payload.length < worthIt || !type.includes('json')) return payload;
    const bytes = Buffer.from(payload);
    reply.header('vary', 'accept-encoding');
    const taken = request.headers['accept-encoding'] ?? '';
    if (!/\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/u.test(String(taken))) return bytes;
    reply.header('content-encoding', 'gzip').removeHeader('content-length');
    return squeeze(bytes, quick);
  });
}
