import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Context, Refused } from '../features/context.ts';
import { INSTALLATION } from '../storage/ids.ts';
import { actorResolver } from './actor.ts';
import { openAuthDoor } from './auth-door.ts';
import type { Bound } from './bind.ts';
import { compressAnswers } from './compress.ts';
import { openDoors } from './door.ts';
import { endStreams } from './events.ts';
import type { Identity } from './identity.ts';
import { logOptions, logRequests } from './log.ts';
import { serveMetrics } from './metrics.ts';
import { openApiOf } from './openapi.ts';
import { servePage } from './page.ts';
import { sendProblem } from './problem.ts';
import { uploadLimits } from './upload.ts';

/** The HTTP door as the rest of the program holds it. */
export type Server = FastifyInstance;

// What a schema finds wrong is told to people.
z.config(z.locales.vi());

/** Bytes of a JSON body: a pasted document with room to spare. */
const bodyLimit = 16 * 1024 * 1024;
/** Longer than a proxy's own (nginx: 60 s), so that it is never we who close a connection it is about to use; in ms. */
const keepAliveTimeout = 75_000;
/** Milliseconds that answers under way are given when the server stops. */
const lastAnswers = 10_000;
const noSuchAddress = 'Không có địa chỉ này. Kiểm tra lại đường dẫn.';

export interface Doors {
  bounds: readonly Bound[];
  identity: () => Promise<Identity>;
  /** Folder of the built page. */
  page: string;
  /** Hold each answer to its contract, as tests do. */
  checked?: boolean;
  /** Where and how much to log; nothing when absent. */
  log?: { level: string };
}

/** What the page may load: itself and nothing from outside. Styles set on elements are how React positions things. */
function policyOf(https: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: https && { maxAge: 31_536_000, includeSubDomains: false },
    xFrameOptions: { action: 'deny' as const },
    // Browsers ignore it on plain http and say so in the console of every reader.
    crossOriginOpenerPolicy: https && { policy: 'same-origin' as const },
    originAgentCluster: https,
    referrerPolicy: { policy: 'same-origin' as const },
  };
}

/** An empty body with a JSON content type is what many clients send where there is nothing to say. */
function readJsonBodies(server: FastifyInstance): void {
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    const text = String(body);
    if (text === '') return done(null, undefined);
    try {
      done(null, JSON.parse(text));
    } catch {
      done(Refused.invalid([], 'Nội dung gửi lên không phải JSON đúng.'), undefined);
    }
  });
}

/** The HTTP door, ready to listen or to be asked by `inject`. */
export async function buildServer(ctx: Context, doors: Doors): Promise<FastifyInstance> {
  const { config } = ctx;
  const base = {
    ...logOptions(doors.log),
    trustProxy: config.proxies > 0 && ((_: string, hop: number) => hop < config.proxies),
    bodyLimit,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    forceCloseConnections: 'idle' as const,
    serverFactory: (handler: RequestListener) => {
      const options = { ...config.tls, keepAliveTimeout };
      return config.tls ? createSecureServer(options, handler) : createServer(options, handler);
    },
  };
  const server: FastifyInstance = Fastify(base);
  server.decorateRequest('actor', null);
  server.decorateRequest('signedIn', null);
  server.decorateRequest('isStillAdmitted', async () => false);
  server.setErrorHandler(sendProblem);
  readJsonBodies(server);
  logRequests(server);
  await server.register(helmet, policyOf(config.url.startsWith('https:')));
  await server.register(multipart, {
    limits: { fileSize: uploadLimits.file, files: uploadLimits.files, fields: 20, fieldSize: 10_000 },
  });
  server.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id);
    if (request.signedIn && request.signedIn.setCookies.length > 0 && !reply.hasHeader('set-cookie'))
      reply.header('set-cookie', request.signedIn.setCookies);
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store');
  });
  compressAnswers(server);
  server.addHook('preClose', async () => {
    endStreams(ctx);
    // Answers under way are finished; a connection that then stays open for more questions would hold up the end.
    setTimeout(() => server.server.closeAllConnections(), lastAnswers).unref();
  });
  serveMetrics(server);
  serveHealth(server, ctx);
  openAuthDoor(server, ctx, doors.identity);
  openDoors(server, ctx, doors.bounds, actorResolver(ctx, doors.identity), doors.checked);
  serveOpenApi(server, ctx, doors.bounds);
  const isPage = await servePage(server, doors.page);
  server.setNotFoundHandler(async (request, reply) => {
    if (await isPage(request, reply)) return reply;
    await sendProblem(Refused.notFound(noSuchAddress), request, reply);
    return reply;
  });
  return server;
}

function serveHealth(server: FastifyInstance, ctx: Context): void {
  server.get('/healthz', async () => {
    await ctx.store.read({ agencies: [INSTALLATION] }, (tx) =>
      tx.selectFrom('agency').select('id').limit(1).execute(),
    );
    return { ok: true };
  });
}

/** Printed at the first asking: most days nobody asks. */
function serveOpenApi(server: FastifyInstance, ctx: Context, bounds: readonly Bound[]): void {
  let printed: string | undefined;
  server.get('/api/openapi.json', async (_request, reply) => {
    printed ??= JSON.stringify(
      openApiOf(
        bounds.map(({ route }) => route),
        ctx.config.url,
      ),
    );
    return reply.type('application/json; charset=utf-8').send(printed);
  });
}
