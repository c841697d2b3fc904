import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Context, Refused } from '../features/context.ts';
import { tellSessionsEnded } from '../features/session/access.ts';
import { isLocked, recordIdentityEvent, typedName, userNameOf } from '../features/session/sign-in.ts';
import { addressHeader } from './address.ts';
import type { Identity, SignedIn } from './identity.ts';
import { identityRefusal } from './identity-words.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { refuseForeignOrigin } from './origin.ts';
import { refuseUnstorable } from './storable.ts';

/** Paths of the identity library that are open, with the audit action of each that changes something. */
const open: Record<string, string | null> = {
  '/get-session': null,
  '/sign-in/username': 'session.signedIn',
  '/sign-out': 'session.signedOut',
  '/change-password': 'account.passwordChanged',
  '/list-sessions': null,
  '/revoke-session': 'session.revoked',
  '/revoke-other-sessions': 'session.revoked',
  '/two-factor/enable': 'account.secondFactorBegun',
  '/two-factor/disable': 'account.secondFactorRemoved',
  '/two-factor/get-totp-uri': null,
  '/two-factor/verify-totp': 'account.secondFactorConfirmed',
  '/two-factor/verify-backup-code': 'account.backupCodeUsed',
  '/two-factor/generate-backup-codes': 'account.backupCodesMade',
  '/passkey/generate-register-options': null,
  '/passkey/verify-registration': 'account.passkeyAdded',
  '/passkey/generate-authenticate-options': null,
  '/passkey/verify-authentication': 'session.signedIn',
  '/passkey/list-user-passkeys': null,
  '/passkey/delete-passkey': 'account.passkeyRemoved',
  '/passkey/update-passkey': 'account.passkeyRenamed',
};

/** Those that end in a session when they succeed without one. */
const signsIn = new Set([
  '/sign-in/username',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/passkey/verify-authentication',
]);

/** Those after which a session may stand no more. */
const endsSessions = new Set(['/sign-out', '/change-password', '/revoke-session', '/revoke-other-sessions']);

type Body = Record<string, unknown>;

/** What the library would let a caller choose and we do not: a longer session, a second factor left out, a redirect. */
const notAsked = new Set(['rememberMe', 'trustDevice', 'callbackURL']);
const textOf = (body: Body, field: string) => (typeof body[field] === 'string' ? body[field] : '');

function toWeb(request: FastifyRequest, asked: Body): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined && !/^(?:content-length|transfer-encoding|connection)$/u.test(name))
      headers.set(name, String(value));
  headers.set(addressHeader, request.ip);
  const url = `${request.protocol}://${request.host}${request.url}`;
  const body = request.method === 'GET' ? undefined : JSON.stringify(asked);
  if (body !== undefined) headers.set('content-type', 'application/json');
  return new Request(url, { method: request.method, headers, body });
}

/** Length of passwords: long, or shorter where a second factor stands beside it. @throws Refused 400, 409 */
function checkPassword(ctx: Context, path: string, body: Body, before: SignedIn | null): void {
  const { alone } = ctx.config.identity.passwordLength;
  if (path === '/change-password' && !before?.user.secondFactor && textOf(body, 'newPassword').length < alone)
    throw Refused.invalid([
      { path: 'newPassword', message: `Mật khẩu cần ít nhất ${alone} ký tự khi chưa bật xác thực hai lớp.` },
    ]);
  if (path === '/two-factor/disable' && textOf(body, 'password').length < alone)
    throw Refused.conflict(
      `Mật khẩu hiện tại ngắn hơn ${alone} ký tự. Đổi mật khẩu dài hơn trước khi tắt xác thực hai lớp.`,
    );
}

/** What the identity library did, for the audit. */
async function record(
  ctx: Context,
  request: FastifyRequest,
  about: {
    path: string;
    status: number;
    body: Body;
    before: SignedIn | null;
    /** The account whose second factor was asked for. */
    challenged: string | null;
    answer: unknown;
  },
): Promise<void> {
  const { path, status, body, before, challenged, answer } = about;
  const action = open[path];
  if (!action) return;
  const answered = typeof answer === 'object' && answer !== null ? (answer as Body) : {};
  const user = answered.user as { id?: string } | undefined;
  const session = answered.session as { userId?: string } | undefined;
  const userId = before?.user.id ?? user?.id ?? session?.userId ?? challenged;
  const userName = userId === null ? textOf(body, 'username') : await userNameOf(ctx, userId);
  const base = { userId, userName, traceId: request.id, detail: { path, ip: request.ip } };
  if (status >= 400) {
    await recordIdentityEvent(ctx, {
      ...base,
      action: signsIn.has(path) && !before ? 'session.failed' : `${action}.refused`,
    });
  } else if (answered.twoFactorRedirect === true) {
    await recordIdentityEvent(ctx, { ...base, action: 'session.passwordGiven' });
  } else if (signsIn.has(path) && !before) {
    await recordIdentityEvent(ctx, { ...base, action: 'session.signedIn' });
  } else await recordIdentityEvent(ctx, { ...base, action });
}

async function answer(reply: FastifyReply, response: Response, text: string): Promise<FastifyReply> {
  for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  return reply.header('cache-control', 'no-store').code(response.status).send(text);
}

/** The object of a request's body without what is not ours to choose. @throws Refused 400 */
function bodyOf(request: FastifyRequest): Body {
  refuseUnstorable(request.body);
  const { body } = request;
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(Object.entries(body).filter(([name]) => !notAsked.has(name)));
}

async function refuseLocked(ctx: Context, userName: string): Promise<void> {
  if (!(await isLocked(ctx, userName))) return;
  const { tries, minutes } = ctx.config.identity.lock;
  throw Refused.tooMany(
    `Tài khoản tạm khoá vì sai ${tries} lần liên tiếp. Chờ ${minutes} phút, hoặc nhờ quản trị đặt lại mật khẩu.`,
  );
}

/** Mounts the identity library at /api/auth: only the listed paths, with lock, password rule, audit and our words. */
export function openAuthDoor(server: FastifyInstance, ctx: Context, identity: () => Promise<Identity>): void {
  const inTurn = oneAtATime();
  server.route({
    method: ['GET', 'POST'],
    url: '/api/auth/*',
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const path = new URL(request.url, 'http://localhost').pathname.slice('/api/auth'.length);
      if (!Object.hasOwn(open, path)) throw Refused.notFound('Không có địa chỉ này.');
      if (request.method !== 'GET') refuseForeignOrigin(request);
      const body = bodyOf(request);
      if (path !== '/sign-in/username') return ask(request, reply, path, body);
      // Each failure is counted before the next try begins: guesses sent at once are guesses one after another.
      const name = typedName(textOf(body, 'username'));
      return inTurn(name, async () => {
        await refuseLocked(ctx, name);
        return ask(request, reply, path, body);
      });
    },
  });

  async function ask(request: FastifyRequest, reply: FastifyReply, path: string, body: Body) {
    const library = await identity();
    const web = toWeb(request, body);
    const before = open[path] ? await library.signedIn(web.headers) : null;
    const challenged = signsIn.has(path) && !before ? await library.challenged(web.headers) : null;
    checkPassword(ctx, path, body, before);
    const response = await library.handle(web);
    const text = await response.text();
    const answered: unknown = text === '' ? null : JSON.parse(text);
    const { status } = response;
    await record(ctx, request, { path, status, body, before, challenged, answer: answered });
    if (status >= 400) throw identityRefusal(status, answered);
    if (endsSessions.has(path)) tellSessionsEnded(ctx);
    return answer(reply, response, text);
  }
}
