import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { z } from 'zod';
import type { Permission } from '../../domain/permissions/permission.ts';
import { isUuid, uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { actorFrom, standingOf } from '../session/session.ts';
import type { ApiToken } from './contract.ts';
import { makingPolicy, tokenPolicy } from './policy.ts';

type Token = z.infer<typeof ApiToken>;

/** A token lives two years at most; it is made anew after that. */
const mostDays = 731;
const prefix = 'tt_';

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex');
const packed = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
const unpacked = (bytes: Buffer) =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');

/** «tt_» and base64url of agency, token and 24 random bytes: found without looking through agencies. */
const secretOf = (agencyId: string, id: string) =>
  prefix + Buffer.concat([packed(agencyId), packed(id), randomBytes(24)]).toString('base64url');

async function findTokens(tx: Tx, actor: Actor, id?: string): Promise<Token[]> {
  const rows = await tx
    .selectFrom('api_token as t')
    .leftJoin('api_token_end as e', (join) =>
      join.onRef('e.agency_id', '=', 't.agency_id').onRef('e.token_id', '=', 't.id'),
    )
    .select(['t.id', 't.name', 't.scopes', 't.recorded_at as createdAt', 't.expires_on as expiresOn'])
    .select((eb) =>
      eb
        .selectFrom('api_token_use as u')
        .select((use) => use.fn.max('u.used_on').as('day'))
        .whereRef('u.agency_id', '=', 't.agency_id')
        .whereRef('u.token_id', '=', 't.id')
        .as('lastUsedOn'),
    )
    .where('t.agency_id', '=', actor.agencyId)
    .where('t.user_id', '=', actor.userId ?? '')
    .where('e.token_id', 'is', null)
    .orderBy('t.recorded_at', 'desc')
    .execute();
  return rows
    .filter((row) => id === undefined || row.id === id)
    .map((row) => ({ ...row, abilities: tokenPolicy.abilitiesOf(actor, null) }));
}

/** The actor's own tokens in the open agency. */
export async function listTokens(ctx: Context, actor: Actor): Promise<Token[]> {
  return ctx.store.read(actor.scope, (tx) => findTokens(tx, actor));
}

/** Makes a token; its secret is in this reply only. It can do no more than its maker. */
export async function createToken(
  ctx: Context,
  actor: Actor,
  wish: { name: string; scopes: readonly Permission[]; expiresOn: string },
): Promise<Token & { secret: string }> {
  makingPolicy.insist('create', actor, null);
  const lacking = wish.scopes.filter((scope) => !actor.permissions.has(scope));
  if (lacking.length > 0) {
    throw Refused.invalid([
      { path: 'scopes', message: `Anh/chị không có quyền ${lacking.join(', ')} nên mã cũng không thể có.` },
    ]);
  }
  const today = ctx.today();
  const days = today.until(wish.expiresOn, { largestUnit: 'days' }).days;
  if (days < 1 || days > mostDays) {
    throw Refused.invalid([{ path: 'expiresOn', message: 'Hạn dùng từ ngày mai đến không quá 2 năm.' }]);
  }
  const id = uuidv7();
  const secret = secretOf(actor.agencyId, id);
  const act = { action: 'token.created', recordKind: 'token', recordId: id, detail: wish };
  return command(ctx, actor, act, async (tx) => {
    await tx
      .insertInto('api_token')
      .values({
        agency_id: actor.agencyId,
        id,
        user_id: actor.userId ?? '',
        name: wish.name,
        hash: hashOf(secret),
        scopes: [...new Set(wish.scopes)],
        expires_on: wish.expiresOn,
        recorded_at: ctx.clock().toString(),
      })
      .execute();
    const [token] = await findTokens(tx, actor, id);
    if (!token) throw Refused.notFound();
    return { ...token, secret };
  });
}

/** Revokes one of the actor's own tokens at once. */
export async function revokeToken(ctx: Context, actor: Actor, id: string): Promise<void> {
  const act = { action: 'token.revoked', recordKind: 'token', recordId: id };
  await command(ctx, actor, act, async (tx) => {
    if ((await findTokens(tx, actor, id)).length === 0) throw Refused.notFound();
    await tx
      .insertInto('api_token_end')
      .values({
        agency_id: actor.agencyId,
        token_id: id,
        recorded_at: ctx.clock().toString(),
        recorded_by: actor.userId,
      })
      .execute();
  });
}

/** Who a token acts for: its maker as they stand today, within the token's scopes; null for a token that is none. */
export async function actorOfToken(ctx: Context, secret: string, traceId: string): Promise<Actor | null> {
  const bytes = Buffer.from(secret.slice(prefix.length), 'base64url');
  if (!secret.startsWith(prefix) || bytes.length !== 56) return null;
  const agencyId = unpacked(bytes.subarray(0, 16));
  const id = unpacked(bytes.subarray(16, 32));
  if (!isUuid(agencyId) || !isUuid(id)) return null;
  const scope = { agencies: [agencyId] };
  const today = ctx.today().toString();
  const row = await ctx.store.read(scope, (tx) =>
    tx
      .selectFrom('api_token as t')
      .leftJoin('api_token_end as e', (join) =>
        join.onRef('e.agency_id', '=', 't.agency_id').onRef('e.token_id', '=', 't.id'),
      )
      .innerJoin('auth.user as a', 'a.id', 't.user_id')
      .select(['t.user_id', 't.hash', 't.scopes', 'a.name'])
      .where('t.agency_id', '=', agencyId)
      .where('t.id', '=', id)
      .where('t.expires_on', '>', today)
      .where('e.token_id', 'is', null)
      .executeTakeFirst(),
  );
  if (!row || !timingSafeEqual(Buffer.from(row.hash), Buffer.from(hashOf(secret)))) return null;
  const standing = await standingOf(ctx, row.user_id, agencyId);
  if (standing.agencyId !== agencyId) return null;
  await ctx.store.transaction(scope, (tx) =>
    tx
      .insertInto('api_token_use')
      .values({ agency_id: agencyId, token_id: id, used_on: today })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  const actor = actorFrom(standing, { id: row.user_id, name: row.name }, { via: 'token', traceId });
  const allowed = row.scopes.filter((permission) => actor.permissions.has(permission));
  return { ...actor, permissions: new Set(allowed) };
}
