import { passkey } from '@better-auth/passkey';
import { type BetterAuthPlugin, betterAuth } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { hashPassword } from 'better-auth/crypto';
import { twoFactor, username } from 'better-auth/plugins';
import pg from 'pg';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { addressHeader } from './address.ts';

/** A session that stands, and the cookies that keep it alive. */
export interface SignedIn {
  sessionId: string;
  user: { id: string; name: string; secondFactor: boolean };
  /** The agency it has open. */
  agencyId: string | null;
  expiresAt: Date;
  setCookies: string[];
}

export interface Identity {
  /** Answers a request to /api/auth. */
  handle(request: Request): Promise<Response>;
  /** Whose session the cookies are; null without one. */
  signedIn(headers: Headers): Promise<SignedIn | null>;
  /** The account whose password was given and whose second factor is awaited under these cookies; null without one. */
  challenged(headers: Headers): Promise<string | null>;
  /** Begins a session without a password; only the demo asks for it. Gives the cookies. */
  begin(userId: string): Promise<string[]>;
  hashPassword(password: string): Promise<string>;
  close(): Promise<void>;
}

/** Connections of the identity library; its own, because it knows its tables without their schema. */
const connections = 3;
const issuer = 'Trọng Tâm';
/** «identifier.signature», percent-encoded; the identifier is random and names the awaited second factor. */
const challengeCookie = /(?:^|;\s*)(?:__Secure-)?trongtam\.two_factor=([^;%]+)/u;

/** A session for an account, without asking who sits there: for the demo, where nobody's secrets are kept. */
function withoutPassword(): BetterAuthPlugin {
  return {
    id: 'without-password',
    endpoints: {
      begin: createAuthEndpoint(
        '/without-password/begin',
        { method: 'POST', body: z.object({ userId: z.string() }), metadata: { SERVER_ONLY: true } },
        async (ctx) => {
          const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId);
          if (!user) throw new Error('No such account');
          const session = await ctx.context.internalAdapter.createSession(user.id);
          await setSessionCookie(ctx, { session, user });
          return ctx.json({ ok: true });
        },
      ),
    },
  };
}

function makeAuth(pool: pg.Pool, secret: string, config: Config) {
  const { hostname } = new URL(config.url);
  return betterAuth({
    appName: issuer,
    baseURL: config.url,
    basePath: '/api/auth',
    secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    // The door has checked the origin; the request carries the address it really came to.
    trustedOrigins: (request) => (request ? [new URL(request.url).origin] : []),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: config.identity.passwordLength.withSecondFactor,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
    },
    session: {
      expiresIn: config.identity.idleMinutes * 60,
      updateAge: 60,
      additionalFields: { agencyId: { type: 'string', required: false, input: false } },
    },
    rateLimit: {
      enabled: true,
      window: 60,
      max: 120,
      customRules: { '/sign-in/username': { window: 60, max: 30 }, '/two-factor/*': { window: 60, max: 20 } },
    },
    advanced: {
      cookiePrefix: 'trongtam',
      useSecureCookies: config.url.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    plugins: [
      username({
        minUsernameLength: 3,
        maxUsernameLength: 40,
        // As the contracts take user names; the library's own rule knows no hyphen.
        usernameValidator: (name) => /^[a-z0-9._-]+$/iu.test(name),
      }),
      twoFactor({
        issuer,
        accountLockout: {
          maxFailedAttempts: config.identity.lock.tries,
          durationSeconds: config.identity.lock.minutes * 60,
        },
      }),
      passkey({ rpID: hostname, rpName: issuer, origin: config.url }),
      withoutPassword(),
    ],
  });
}

/**
 * Opens the identity library (better-auth) on the schema `auth`. Loading it takes long, so the application loads this
 * module after it has begun to answer.
 * @param url connection of the application's role
 * @param secret signs cookies; at least 32 characters
 */
export function openIdentity(url: string, secret: string, config: Config): Identity {
  const pool = new pg.Pool({ connectionString: url, options: '-c search_path=auth', max: connections });
  pool.on('error', () => undefined);
  const auth = makeAuth(pool, secret, config);
  return {
    handle: (request) => auth.handler(request),
    async signedIn(headers) {
      const { headers: answered, response } = await auth.api.getSession({ headers, returnHeaders: true });
      if (!response) return null;
      const { session, user } = response;
      return {
        sessionId: session.id,
        user: { id: user.id, name: user.name, secondFactor: user.twoFactorEnabled ?? false },
        agencyId: session.agencyId ?? null,
        expiresAt: session.expiresAt,
        setCookies: answered.getSetCookie(),
      };
    },
    async challenged(headers) {
      const cookie = challengeCookie.exec(headers.get('cookie') ?? '')?.[1];
      if (cookie === undefined) return null;
      const { rows } = await pool.query<{ value: string }>(
        'select value from verification where identifier = $1 and "expiresAt" > now()',
        [cookie.split('.')[0]],
      );
      return rows[0]?.value ?? null;
    },
    async begin(userId) {
      const { headers } = await beginWithout(auth, userId);
      return headers.getSetCookie();
    },
    hashPassword,
    close: () => pool.end(),
  };
}

/** The plugin's endpoint, called from within. */
async function beginWithout(
  auth: ReturnType<typeof makeAuth>,
  userId: string,
): Promise<{ headers: Headers }> {
  const api: unknown = auth.api;
  const { begin } = api as {
    begin(input: { body: { userId: string }; returnHeaders: true }): Promise<{ headers: Headers }>;
  };
  return begin({ body: { userId }, returnHeaders: true });
}
