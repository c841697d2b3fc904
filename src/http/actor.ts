import type { FastifyRequest } from 'fastify';
import { type Actor, type Context, Refused } from '../features/context.ts';
import { actorFrom, type Standing, standingOf, standingOfSession } from '../features/session/session.ts';
import { actorOfToken } from '../features/tokens/commands.ts';
import type { Identity, SignedIn } from './identity.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The session behind the request, once asked for; null for tokens and nobody. */
    signedIn: SignedIn | null;
  }
}

function webHeaders(request: FastifyRequest): Headers {
  const headers = new Headers();
  if (request.headers.cookie !== undefined) headers.set('cookie', request.headers.cookie);
  return headers;
}

/** A session whose cookies the identity library has found to be its own, and what its account may do. */
interface Recognised {
  signedIn: SignedIn;
  standing: Standing;
  /** What the standing holds for: the day and the version of everybody's rights. */
  day: string;
  version: number;
  /** Milliseconds since the process began. */
  at: number;
}

/** How long the library is not asked again, in ms; it prolongs a session that is in use, which is why it must be. */
const recognisedFor = 30_000;
const mostRecognised = 5000;

/**
 * Who a request comes from: its token if it has one, else its session's cookie, else nobody. A session and what its
 * account may do are kept in memory until anything moves rights (`AccessWatch`), the day turns, or half a minute has
 * passed: revoking works from the next request on.
 */
export function actorResolver(ctx: Context, identity: () => Promise<Identity>) {
  const recognised = new Map<string, Recognised>();

  async function knownBy(cookie: string): Promise<Recognised | null> {
    const known = recognised.get(cookie);
    if (!known || performance.now() - known.at > recognisedFor) return null;
    if (known.signedIn.expiresAt.getTime() <= Date.now()) return null;
    const version = ctx.access.version();
    const day = ctx.today().toString();
    if (known.version === version && known.day === day) return known;
    const standing = await standingOfSession(ctx, known.signedIn.sessionId, known.standing.agencyId);
    if (!standing) return null;
    const now = { ...known, standing, day, version };
    recognised.set(cookie, now);
    return now;
  }

  async function anew(cookie: string, request: FastifyRequest): Promise<Recognised | null> {
    recognised.delete(cookie);
    const version = ctx.access.version();
    const day = ctx.today().toString();
    const signedIn = await (await identity()).signedIn(webHeaders(request));
    if (!signedIn) return null;
    const standing = await standingOf(ctx, signedIn.user.id, signedIn.agencyId);
    if (recognised.size >= mostRecognised) recognised.clear();
    const found = { signedIn, standing, day, version, at: performance.now() };
    recognised.set(cookie, { ...found, signedIn: { ...signedIn, setCookies: [] } });
    return found;
  }

  const resolve = async (request: FastifyRequest): Promise<Actor | null> => {
    const { authorization, cookie } = request.headers;
    if (authorization !== undefined) {
      const secret = /^Bearer (\S+)$/iu.exec(authorization)?.[1] ?? '';
      const actor = await actorOfToken(ctx, secret, request.id);
      if (!actor)
        throw Refused.unauthenticated('Mã truy cập không đúng, đã hết hạn hoặc đã thu hồi. Tạo mã mới.');
      return actor;
    }
    if (!cookie?.includes('trongtam.')) return null;
    const found = (await knownBy(cookie)) ?? (await anew(cookie, request));
    if (!found) return null;
    const { signedIn, standing, day } = found;
    request.signedIn = signedIn;
    const actor = actorFrom(standing, signedIn.user, { via: 'session', traceId: request.id }, day);
    // Exactly as our page says it: what browsers send by themselves is the language of the machine, not of the screens.
    return request.headers['accept-language'] === 'en' ? { ...actor, language: 'en' } : actor;
  };

  /** The library is not asked: it would take a line that stays open for somebody at work and prolong the session. */
  const again = async (request: FastifyRequest, actor: Actor): Promise<Actor | null> => {
    const { signedIn } = request;
    if (!signedIn) return resolve(request).catch(refused);
    const standing = await standingOfSession(ctx, signedIn.sessionId, actor.agencyId);
    return standing && actorFrom(standing, signedIn.user, { via: 'session', traceId: request.id });
  };

  return Object.assign(resolve, { again });
}

/** Nobody, where a request is refused; a fault stays one. */
function refused(error: unknown): null {
  if (error instanceof Refused) return null;
  throw error;
}
