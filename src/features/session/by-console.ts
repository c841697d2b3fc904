import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Role } from '../../domain/permissions/permission.ts';
import { fold } from '../../domain/text/fold.ts';
import { INSTALLATION } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { insertPerson, insertPost } from '../organisation/persons.ts';
import { findUnits } from '../organisation/queries.ts';
import { findAccount, insertAccount, joinPerson, replacePassword } from './accounts.ts';
import { standingOf } from './session.ts';

const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to be told once and changed by its owner: 20 letters that cannot be misread, about 99 bits. */
export function freshPassword(): string {
  const groups = Array.from({ length: 4 }, () =>
    Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join(''),
  );
  return groups.join('-');
}

export interface UserRow {
  userName: string;
  name: string;
  agency: string;
  secondFactor: boolean;
}

/** Every account of the installation. */
export async function listUsers(ctx: Context): Promise<UserRow[]> {
  const { rows } = await ctx.store.installation((tx) =>
    sql<UserRow>`
      select coalesce(u.username, u.id) as "userName", u.name, coalesce(string_agg(a.sign, ', ' order by a.sign), '') as agency,
        coalesce(u."twoFactorEnabled", false) as "secondFactor"
      from auth."user" u left join membership m on m.user_id = u.id left join agency a on a.id = m.agency_id
      group by u.id order by 1`.execute(tx),
  );
  return rows;
}

/** A person with a post and an account, in one transaction; gives the password made for it. */
export async function createUser(
  ctx: Context,
  actor: Actor,
  wish: { userName: string; fullName: string; role: Role; unit: string },
): Promise<string> {
  const password = freshPassword();
  const passwordHash = await ctx.hashPassword(password);
  const today = ctx.today().toString();
  const act = { action: 'account.created', recordKind: 'account', recordId: wish.userName };
  await command(ctx, actor, act, async (tx) => {
    const units = await findUnits(tx, actor.agencyId, today);
    const called = (words: string | null) => words !== null && fold(words) === fold(wish.unit);
    const unit = units.find(({ name, abbreviation }) => called(name) || called(abbreviation));
    if (!unit) {
      const names = units.map(({ name }) => `«${name}»`).join(', ');
      throw Refused.invalid([
        { path: 'unit', message: `Không có đơn vị «${wish.unit}». Các đơn vị: ${names}.` },
      ]);
    }
    const personId = await insertPerson(tx, ctx, actor, { fullName: wish.fullName });
    await insertPost(tx, ctx, actor, personId, { unitId: unit.id, role: wish.role, from: today });
    const userId = await insertAccount(tx, ctx, { ...wish, passwordHash });
    await joinPerson(tx, ctx, { userId, agencyId: actor.agencyId, personId });
  });
  return password;
}

/** Ends every API token of an account in these agencies. */
async function endTokens(tx: Tx, agencies: readonly string[], userId: string, now: string): Promise<void> {
  await sql`
    insert into api_token_end (agency_id, token_id, recorded_at)
    select t.agency_id, t.id, ${now} from api_token t
    where t.agency_id = any (${[...agencies]}::uuid[]) and t.user_id = ${userId}
    on conflict do nothing`.execute(tx);
}

/**
 * Puts a fresh password in place, ends the account's sessions, API tokens and lock; for who forgot theirs, or whose
 * account somebody else has used.
 * @param secondFactor also removes the second factors, for who lost the telephone
 */
export async function resetPassword(
  ctx: Context,
  userName: string,
  { secondFactor, traceId }: { secondFactor: boolean; traceId: string },
): Promise<string> {
  const account = await ctx.store.installation((tx) => findAccount(tx, userName));
  if (!account) throw Refused.notFound(`Không có tài khoản «${userName}».`);
  const password = freshPassword();
  const passwordHash = await ctx.hashPassword(password);
  const { agencyId, agencies } = await standingOf(ctx, account.id, null);
  const own = agencies.map(({ id }) => id);
  const actor: Actor = {
    userId: null,
    personId: null,
    agencyId,
    scope: { agencies: [agencyId, INSTALLATION, ...own] },
    permissions: new Set(),
    name: '',
    via: 'cli',
    traceId,
  };
  const act = {
    action: 'account.passwordReset',
    recordKind: 'account',
    recordId: userName,
    detail: { secondFactor },
  };
  await command(ctx, actor, act, async (tx) => {
    await replacePassword(tx, ctx, account.id, passwordHash);
    await endTokens(tx, own, account.id, ctx.clock().toString());
    if (!secondFactor) return;
    await sql`delete from auth."twoFactor" where "userId" = ${account.id}`.execute(tx);
    await sql`delete from auth.passkey where "userId" = ${account.id}`.execute(tx);
    await tx.updateTable('auth.user').set({ twoFactorEnabled: false }).where('id', '=', account.id).execute();
  });
  return password;
}
