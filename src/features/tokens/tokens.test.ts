import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import type { Actor, Context } from '../context.ts';
import { giveAccount } from '../organisation/accounts.ts';
import { createPerson, endPost, getPerson } from '../organisation/persons.ts';
import { findAccount } from '../session/accounts.ts';
import { resetPassword } from '../session/by-console.ts';
import { actorFrom, standingOf } from '../session/session.ts';
import { actorOfToken, createToken, listTokens, revokeToken } from './commands.ts';

let t: TestContext;
let ctx: Context;
let maker: Actor;
let personId: string;
beforeAll(async () => {
  t = await testContext();
  ctx = t.ctx;
  const admin = t.actorOf('administrator');
  const post = { unitId: t.unitId, role: 'office' as const, from: '2026-01-01' };
  ({ id: personId } = await createPerson(ctx, admin, { fullName: 'Lê Thu Hà', post }));
  await giveAccount(ctx, admin, personId, { userName: 'ha.le', password: 'mật khẩu dài mười bốn' });
  const account = await ctx.store.installation((tx) => findAccount(tx, 'ha.le'));
  if (!account) throw new Error('No account');
  const standing = await standingOf(ctx, account.id, null);
  maker = actorFrom(standing, account, { via: 'session', traceId: 'test' });
});
afterAll(() => t.close());

const wish = { name: 'Trục liên thông', scopes: ['document.view', 'document.register'] as const };
const make = (expiresOn = '2026-12-31') =>
  createToken(ctx, maker, { ...wish, scopes: [...wish.scopes], expiresOn });
const actorOf = (secret: string) => actorOfToken(ctx, secret, 'test');

test('a token acts for its maker within its scopes, and notes the day it was used', async () => {
  const { secret, id } = await make();
  const actor = await actorOf(secret);
  expect(actor).toMatchObject({ personId, agencyId: t.agencyId, via: 'token' });
  expect([...(actor?.permissions ?? [])]).toEqual(wish.scopes);
  const listed = (await listTokens(ctx, maker)).find((token) => token.id === id);
  expect(listed).toMatchObject({ name: wish.name, lastUsedOn: '2026-11-24' });
  expect(JSON.stringify(listed)).not.toContain(secret.slice(-20));
});

test('only the hash of a secret is kept', async () => {
  const { secret } = await make();
  const rows = await ctx.store.read(maker.scope, (tx) => tx.selectFrom('api_token').selectAll().execute());
  expect(JSON.stringify(rows)).not.toContain(secret.slice(3));
});

test.each([
  ['no token', 'tt_không'],
  ['another prefix', 'xx_AAAA'],
  ['empty', ''],
])('%s is nobody', async (_, secret) => {
  expect(await actorOf(secret)).toBeNull();
});

test('one letter changed is nobody', async () => {
  const { secret } = await make();
  const at = secret.length - 3;
  const changed = secret.slice(0, at) + (secret[at] === 'A' ? 'B' : 'A') + secret.slice(at + 1);
  expect(await actorOf(changed)).toBeNull();
});

test('a token asks for no more than its maker has, and ends within two years', async () => {
  await expect(
    createToken(ctx, maker, { name: 'Quá quyền', scopes: ['organisation.manage'], expiresOn: '2026-12-31' }),
  ).rejects.toMatchObject({ status: 400 });
  for (const day of ['2026-11-24', '2020-01-01', '2029-01-01'])
    await expect(make(day)).rejects.toMatchObject({ status: 400 });
});

test('a revoked token is nobody at once; only its maker revokes it', async () => {
  const { secret, id } = await make();
  const stranger = (await t.newAgency()).actorOf('office');
  await expect(revokeToken(ctx, stranger, id)).rejects.toMatchObject({ status: 404 });
  await expect(revokeToken(ctx, { ...maker, userId: 'other' }, id)).rejects.toMatchObject({ status: 404 });
  await revokeToken(ctx, maker, id);
  expect(await actorOf(secret)).toBeNull();
  await expect(revokeToken(ctx, maker, id)).rejects.toMatchObject({ status: 404 });
});

test('a password put anew at the console ends the tokens made under the old one', async () => {
  const { secret } = await make();
  expect(await actorOf(secret)).not.toBeNull();
  await resetPassword(ctx, 'ha.le', { secondFactor: false, traceId: 'test' });
  expect(await actorOf(secret)).toBeNull();
  const later = await make();
  expect(await actorOf(later.secret)).not.toBeNull();
});

test('what the maker may no longer do, the token may not either; past its day it is nobody', async () => {
  const { secret } = await make('2026-12-01');
  const admin = t.actorOf('administrator');
  const [post] = (await getPerson(ctx, admin, personId)).posts;
  await endPost(ctx, admin, personId, post?.id ?? '', '2026-11-24');
  expect((await actorOf(secret))?.permissions.size).toBe(0);
  t.setNow('2026-11-30T16:59:59Z');
  expect(await actorOf(secret)).not.toBeNull();
  t.setNow('2026-11-30T17:00:00Z');
  expect(await actorOf(secret)).toBeNull();
});
