import type { FastifyRequest } from 'fastify';
import { type Actor, type Context, Refused } from '../features/context.ts';
import { actorFrom, standingOf } from '../features/session/session.ts';
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

/** Who a request comes from: its token if it has one, else its session's cookie, else nobody. */
export function actorResolver(ctx: Context, identity: () => Promise<Identity>) {
  return async (request: FastifyRequest): Promise<Actor | null> => {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const secret = /^Bearer (\S+)$/iu.exec(authorization)?.[1] ?? '';
      const actor = await actorOfToken(ctx, secret, request.id);
      if (!actor)
        throw Refused.unauthenticated('Mã truy cập không đúng, đã hết hạn hoặc đã thu hồi. Tạo mã mới.');
      return actor;
    }
    if (!request.headers.cookie?.includes('trongtam.')) return null;
    const signedIn = await (await identity()).signedIn(webHeaders(request));
    if (!signedIn) return null;
    request.signedIn = signedIn;
    const standing = await standingOf(ctx, signedIn.user.id, signedIn.agencyId);
    return actorFrom(standing, signedIn.user, { via: 'session', traceId: request.id });
  };
}
