import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Seconds. */
const aYear = 31_536_000;

/**
 * Serves the built page. Files under /assets/ bear a hash in their names and never change; every other address of the
 * page answers index.html, which is asked for anew each time.
 * @param folder of the build; where it is missing nothing is served
 * @returns whether an address was the page's, for the server's handler of unknown addresses
 */
export async function servePage(
  server: FastifyInstance,
  folder: string,
): Promise<(request: FastifyRequest, reply: FastifyReply) => Promise<boolean>> {
  const index = join(folder, 'index.html');
  const built = await access(index).then(
    () => true,
    () => false,
  );
  if (!built) return async () => false;
  await server.register(fastifyStatic, {
    root: folder,
    index: false,
    preCompressed: true,
    wildcard: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const fixed = path.includes('/assets/');
      reply.header('cache-control', fixed ? `public, max-age=${aYear}, immutable` : 'no-cache');
    },
  });
  const send = async (reply: FastifyReply) =>
    reply
      .code(200)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(await readFile(index));
  server.get('/', (_request, reply) => send(reply));
  return async (request, reply) => {
    const asked = request.url.split('?')[0] ?? '';
    const forPage = request.method === 'GET' || request.method === 'HEAD';
    if (!forPage || asked.startsWith('/api/') || asked.startsWith('/assets/')) return false;
    await send(reply);
    return true;
  };
}
