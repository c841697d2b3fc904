import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, type Context, Refused } from '../features/context.ts';
import type { Route } from '../features/route.ts';
import { INSTALLATION } from '../storage/ids.ts';
import type { Bound } from './bind.ts';
import { findReply, keepReply, keyOf } from './idempotency.ts';
import { refuseForeignOrigin } from './origin.ts';
import { fieldErrors } from './problem.ts';
import { shapeOf } from './shape.ts';
import { refuseUnstorable } from './storable.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null;
    /** Whether the request would be let in now as it was: for answers that stay open. */
    isStillAdmitted(): Promise<boolean>;
  }
  interface FastifyContextConfig {
    /** Id of the contract behind a route, for logs and metrics. */
    contract?: string;
  }
}

/** Who a request comes from: a session, a token, or nobody. `again` of one that was let in, without prolonging its session. */
export interface ResolveActor {
  (request: FastifyRequest): Promise<Actor | null>;
  again(request: FastifyRequest, actor: Actor): Promise<Actor | null>;
}

const changes = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Hangs bound routes into the server. A route reads as: sign in, allow, check, act, present. What a contract does not
 * permit is refused before its input is even looked at, so refusals tell nothing about records.
 * @param checked each answer is held to its contract, as tests do
 */
export function openDoors(
  server: FastifyInstance,
  ctx: Context,
  bounds: readonly Bound[],
  resolveActor: ResolveActor,
  checked = false,
): void {
  refuseHalfWired(bounds);
  for (const { route, handle } of bounds) {
    server.route({
      method: route.method,
      url: route.path,
      config: { contract: route.id },
      // Before a byte of the body is read.
      onRequest: async (request) => {
        const actor = await admit(route, request, resolveActor);
        request.actor = actor;
        request.isStillAdmitted = async () => {
          const now = await resolveActor.again(request, actor);
          return now?.agencyId === actor.agencyId && isAllowed(route, now);
        };
      },
      handler: async (request, reply) => {
        const actor = request.actor ?? nobody(request.id);
        const input = check(route, request);
        const version = route.versioned && changes.has(route.method) ? expectedVersion(request) : 0;
        const keyed =
          route.creates && !route.upload ? keyOf(request.headers['idempotency-key'], route.id, input) : null;
        const earlier = keyed && (await findReply(ctx, actor, keyed));
        if (earlier)
          return reply.code(earlier.status).type('application/json; charset=utf-8').send(earlier.body);
        const answer = await handle({
          actor: keyed ? { ...actor, once: keyed } : actor,
          ...input,
          version,
          request,
          reply,
        });
        if (route.raw || reply.sent) return reply.sent ? reply : send(route, reply, answer);
        const body = present(route, reply, answer, checked);
        if (keyed?.claimed) await keepReply(ctx, actor, keyed, { status: route.status ?? 200, body });
        return reply
          .code(route.status ?? 200)
          .type('application/json; charset=utf-8')
          .send(body);
      },
    });
  }
}

function refuseHalfWired(bounds: readonly Bound[]): void {
  const seen = new Set<string>();
  for (const { route } of bounds) {
    if (seen.has(route.id)) throw new Error(`Two handlers for the route ${route.id}`);
    seen.add(route.id);
  }
}

/** The actor of a request, if the route's permission admits them; a change by cookie must come from our own pages. */
async function admit(route: Route, request: FastifyRequest, resolveActor: ResolveActor): Promise<Actor> {
  const actor = await resolveActor(request);
  if (changes.has(route.method) && actor?.via !== 'token') refuseForeignOrigin(request);
  if (route.permission === 'public') return actor ?? nobody(request.id);
  if (!actor) throw Refused.unauthenticated();
  if (!isAllowed(route, actor)) throw notAllowed(actor);
  return actor;
}

const isAllowed = ({ permission }: Route, { permissions }: Actor): boolean =>
  permission === 'public' || permission === 'signed-in' || permissions.has(permission);

const notAllowed = ({ partner }: Actor): Refused =>
  partner && !partner.secondFactor
    ? Refused.forbidden('Bật xác thực hai lớp cho tài khoản này trước; sau đó mọi việc mở ra ngay.')
    : Refused.forbidden();

function nobody(traceId: string): Actor {
  return {
    userId: null,
    personId: null,
    agencyId: INSTALLATION,
    scope: { agencies: [] },
    permissions: new Set(),
    name: '',
    via: 'session',
    traceId,
  };
}

/** Params, query and body as the contract's schemas give them. A malformed id in the path is a record that is not there. */
function check(route: Route, request: FastifyRequest): { params: unknown; query: unknown; body: unknown } {
  refuseUnstorable(request.query);
  refuseUnstorable(request.body);
  const params = route.params?.safeParse(request.params);
  if (params && !params.success) throw Refused.notFound();
  const query = route.query?.safeParse(request.query);
  if (query && !query.success) throw Refused.invalid(fieldErrors(query.error));
  const body = route.body?.safeParse(request.body);
  if (body && !body.success) throw Refused.invalid(fieldErrors(body.error));
  if (route.upload && !request.isMultipart()) {
    throw Refused.invalid([{ path: 'file', message: 'Gửi tệp ở dạng multipart/form-data.' }]);
  }
  return { params: params?.data, query: query?.data, body: body?.data };
}

function expectedVersion(request: FastifyRequest): number {
  const header = request.headers['if-match'];
  if (header === undefined) throw Refused.versionNeeded();
  const version = /^(?:W\/)?"(\d{1,9})"$/u.exec(header)?.[1];
  if (version === undefined) throw Refused.stale();
  return Number(version);
}

/** The answer in the contract's shape: a field the contract does not name never leaves the house. */
function present(route: Route, reply: FastifyReply, answer: unknown, checked: boolean): string {
  const shaped = shapeOf(route.reply)(answer);
  if (checked) holdToContract(route, answer, shaped);
  if (route.versioned && shaped !== null && typeof shaped === 'object' && 'version' in shaped) {
    reply.header('etag', `"${String(shaped.version)}"`);
  }
  return shaped === undefined ? '' : JSON.stringify(shaped);
}

/** The contract itself reads the answer and must come to the same. @throws where it does not */
function holdToContract(route: Route, answer: unknown, shaped: unknown): void {
  const read: unknown = route.reply.parse(answer);
  if (JSON.stringify(read) !== JSON.stringify(shaped))
    throw new Error(`${route.id} answers beyond its contract`);
}

function send(route: Route, reply: FastifyReply, answer: unknown): FastifyReply {
  if (!reply.hasHeader('content-type') && route.raw) reply.type(route.raw.contentType);
  // A raw answer may be another than success: «not modified».
  return reply.code(reply.statusCode === 200 ? (route.status ?? 200) : reply.statusCode).send(answer);
}
