import { type RawBuilder, sql } from 'kysely';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { isOfOrganisation } from '../partners/queries.ts';
import { changeAccess, isOpenAccess } from '../session/access.ts';
import { insertAccount } from '../session/accounts.ts';
import { freshPassword } from '../session/by-console.ts';
import { wrong } from '../tasks/change.ts';
import type { OutsideAccount } from './contract.ts';

const accountRows = (agencyId: string, where: RawBuilder<unknown>) => sql<
  OutsideAccount & { userId: string }
>`
  select a.id, a.user_id as "userId", coalesce(u.username, u.id) as "userName", u.name,
    json_build_object('id', p.partner_id, 'kind', p.kind, 'name', p.name) as partner,
    case when i.partner_id is not null then json_build_object('id', i.partner_id, 'name', i.name) end as investigator,
    coalesce(u."twoFactorEnabled", false) as "secondFactor", ${isOpenAccess('portal', 'a')} as open,
    a.recorded_at as "invitedAt"
  from portal_access a
  join auth."user" u on u.id = a.user_id
  join partner_now p on p.agency_id = a.agency_id and p.partner_id = a.partner_id
  left join partner_now i on i.agency_id = a.agency_id and i.partner_id = a.investigator_id
  where a.agency_id = ${agencyId} and ${where} order by p.fold, u.name, a.id`;

async function accountOf(tx: Tx, actor: Actor, id: string): Promise<OutsideAccount & { userId: string }> {
  const [found] = (await accountRows(actor.agencyId, sql`a.id = ${id}`).execute(tx)).rows;
  if (!found) throw Refused.notFound();
  return found;
}

/** Accounts of hosts and investigators outside. */
export async function listOutsideAccounts(ctx: Context, actor: Actor): Promise<OutsideAccount[]> {
  const { rows } = await ctx.store.read(actor.scope, (tx) =>
    accountRows(actor.agencyId, sql`true`).execute(tx),
  );
  return rows;
}

/** Who is to get an account. */
interface Invited {
  partnerId: string;
  /** Of an organisation: sees only the tasks of this one. */
  investigatorId?: string | null | undefined;
  fullName: string;
  userName: string;
}

/**
 * Makes an account for a host or an investigator. Its first password is in this reply only; until its owner has turned
 * the second factor on, nothing opens to it. @throws Refused 400
 */
export async function inviteOutside(
  ctx: Context,
  actor: Actor,
  { partnerId, investigatorId, fullName, userName }: Invited,
): Promise<OutsideAccount & { password: string }> {
  const password = freshPassword();
  const passwordHash = await ctx.hashPassword(password);
  const id = uuidv7();
  const act = {
    action: 'account.invited',
    recordKind: 'account',
    recordId: userName,
    detail: { partnerId, investigatorId },
  };
  const account = await command(ctx, actor, act, async (tx) => {
    await refuseUnknown(tx, actor, { partnerId, investigatorId });
    const userId = await insertAccount(tx, ctx, { userName, fullName, passwordHash });
    await tx
      .insertInto('portal_access')
      .values({
        ...{ user_id: userId, agency_id: actor.agencyId, partner_id: partnerId, id },
        investigator_id: investigatorId ?? null,
        ...{ recorded_at: ctx.clock().toString(), recorded_by: actor.personId },
      })
      .execute();
    return accountOf(tx, actor, id);
  });
  return { ...account, password };
}

/** @throws Refused 400 for whom the agency does not know, or who is no investigator of the organisation */
async function refuseUnknown(
  tx: Tx,
  { agencyId }: Actor,
  { partnerId, investigatorId = null }: Pick<Invited, 'partnerId' | 'investigatorId'>,
): Promise<void> {
  const { rows } = await sql<{ leads: boolean }>`
    select exists (select from partner_now p where p.agency_id = o.agency_id and p.partner_id = ${investigatorId}
      and ${isOfOrganisation(partnerId)}) as leads
    from partner_now o where o.agency_id = ${agencyId} and o.partner_id = ${partnerId}`.execute(tx);
  const [found] = rows;
  if (!found) throw wrong('partnerId', 'Tổ chức, cá nhân này không có trong danh sách. Chọn lại.');
  if (investigatorId !== null && !found.leads)
    throw wrong(
      'investigatorId',
      'Người này không thuộc tổ chức đã chọn và không chủ nhiệm nhiệm vụ nào của tổ chức. Chọn lại.',
    );
}

/** Closes an account outside, or opens it again: from the next request on. @throws Refused 404 */
export async function changeOutsideAccess(
  ctx: Context,
  actor: Actor,
  id: string,
  open: boolean,
): Promise<OutsideAccount> {
  const action = open ? 'account.reopened' : 'account.closed';
  return command(ctx, actor, { action, recordKind: 'account', recordId: id }, async (tx) => {
    const { userId } = await accountOf(tx, actor, id);
    await changeAccess(tx, ctx, actor, { userId, agencyId: actor.agencyId, kind: 'portal', open });
    return accountOf(tx, actor, id);
  });
}
