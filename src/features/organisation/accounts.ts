import { type Actor, type Context, command, Refused } from '../context.ts';
import { changeAccess } from '../session/access.ts';
import { findAccount, insertAccount, joinPerson } from '../session/accounts.ts';
import type { Person } from './contract.ts';
import { personFound, personOf } from './persons.ts';
import { personPolicy } from './policy.ts';

/**
 * Gives a person an account to sign in with. With a password a new account is made, and a user name in use is
 * refused: whoever has it in another agency must not come into this one because two people wished for one name.
 * Without a password the account that exists is joined: one person, one account, on the whole installation.
 */
export async function giveAccount(
  ctx: Context,
  actor: Actor,
  id: string,
  { userName, password }: { userName: string; password?: string },
): Promise<Person> {
  const passwordHash = password === undefined ? null : await ctx.hashPassword(password);
  const act = { action: 'account.given', recordKind: 'person', recordId: id, detail: { userName } };
  return command(ctx, actor, act, async (tx) => {
    const person = await personFound(tx, ctx, actor, id);
    personPolicy.insist('giveAccount', actor, person);
    const known = await findAccount(tx, userName);
    const userId =
      passwordHash === null
        ? (known?.id ?? refuseUserName('Chưa có tài khoản này để gắn. Nhập mật khẩu để tạo tài khoản mới.'))
        : known
          ? refuseUserName(
              'Tên đăng nhập này đã có. Chọn tên khác, hoặc để trống mật khẩu nếu đúng là tài khoản của người này.',
            )
          : await insertAccount(tx, ctx, { userName, fullName: person.fullName, passwordHash });
    await joinPerson(tx, ctx, { userId, agencyId: actor.agencyId, personId: id });
    return personOf(tx, ctx, actor, id);
  });
}

function refuseUserName(message: string): never {
  throw Refused.invalid([{ path: 'userName', message }]);
}

/**
 * Closes a person's account in the agency, or opens it again: from the next request on, sessions and tokens included.
 * An account that is a person of other agencies too keeps those. @throws Refused 404, 409
 */
export async function closeAccount(ctx: Context, actor: Actor, id: string, open: boolean): Promise<Person> {
  const { agencyId } = actor;
  const action = open ? 'account.reopened' : 'account.closed';
  return command(ctx, actor, { action, recordKind: 'person', recordId: id }, async (tx) => {
    const person = await personFound(tx, ctx, actor, id);
    personPolicy.insist(open ? 'reopenAccount' : 'closeAccount', actor, person);
    const { user_id: userId } = await tx
      .selectFrom('membership')
      .select('user_id')
      .where('agency_id', '=', agencyId)
      .where('person_id', '=', id)
      .executeTakeFirstOrThrow();
    await changeAccess(tx, ctx, actor, { userId, agencyId, kind: 'membership', open });
    return personOf(tx, ctx, actor, id);
  });
}
