import { randomUUID } from 'node:crypto';
import type { Tx } from '../../storage/store.ts';
import { type Context, Refused } from '../context.ts';

export interface NewAccount {
  userName: string;
  fullName: string;
  /** From `ctx.hashPassword`, made before the transaction because it takes long on purpose. */
  passwordHash: string;
}

export interface Account {
  id: string;
  userName: string;
  name: string;
}

/** The account of a user name, if there is one. */
export async function findAccount(tx: Tx, userName: string): Promise<Account | undefined> {
  return tx
    .selectFrom('auth.user')
    .select(['id', 'name'])
    .select((eb) => eb.fn.coalesce('username', eb.val(userName)).as('userName'))
    .where('username', '=', userName)
    .executeTakeFirst();
}

/**
 * Makes an account in the caller's transaction, in the rows the identity library works on. An account has no mail
 * address of its own here; the library wants one, so it gets one that cannot receive.
 * @throws Refused where the user name is taken
 */
export async function insertAccount(tx: Tx, ctx: Context, account: NewAccount): Promise<string> {
  const id = randomUUID();
  const now = ctx.clock().toString();
  const made = await tx
    .insertInto('auth.user')
    .values({
      id,
      name: account.fullName,
      email: `${account.userName}@account.invalid`,
      emailVerified: true,
      updatedAt: now,
      username: account.userName,
      displayUsername: account.userName,
      twoFactorEnabled: false,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) {
    throw Refused.invalid([{ path: 'userName', message: 'Tên đăng nhập này đã có. Chọn tên khác.' }]);
  }
  await tx
    .insertInto('auth.account')
    .values({
      id: randomUUID(),
      accountId: id,
      providerId: 'credential',
      userId: id,
      password: account.passwordHash,
      updatedAt: now,
    })
    .execute();
  return id;
}

/** Puts another password in place and ends every session of the account. */
export async function replacePassword(
  tx: Tx,
  ctx: Context,
  userId: string,
  passwordHash: string,
): Promise<void> {
  await tx
    .updateTable('auth.account')
    .set({ password: passwordHash, updatedAt: ctx.clock().toString() })
    .where('userId', '=', userId)
    .where('providerId', '=', 'credential')
    .execute();
  await tx.deleteFrom('auth.session').where('userId', '=', userId).execute();
}

/** Joins an account to a person of an agency: from then on it acts in that person's name there. */
export async function joinPerson(
  tx: Tx,
  ctx: Context,
  link: { userId: string; agencyId: string; personId: string },
): Promise<void> {
  const made = await tx
    .insertInto('membership')
    .values({
      user_id: link.userId,
      agency_id: link.agencyId,
      person_id: link.personId,
      recorded_at: ctx.clock().toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('user_id')
    .executeTakeFirst();
  if (!made) {
    throw Refused.conflict(
      'Người này đã có tài khoản, hoặc tài khoản này đã gắn với người khác của cơ quan. Mỗi người một tài khoản.',
    );
  }
}
