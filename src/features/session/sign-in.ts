import { sql } from 'kysely';
import { INSTALLATION } from '../../storage/ids.ts';
import { type Actor, type Context, command } from '../context.ts';
import { findAccount } from './accounts.ts';
import { standingOf } from './session.ts';

/** What signing in and its second factors leave in the audit. */
export interface IdentityEvent {
  /** «session.signedIn», «session.failed», «account.secondFactorChanged» … */
  action: string;
  /** The account where known. */
  userId: string | null;
  /** As typed where the account is not known. */
  userName: string;
  traceId: string;
  detail?: unknown;
}

/** The agency whose auditors should see what an account does when signing in. */
async function homeOf(ctx: Context, userId: string | null): Promise<string> {
  return userId === null ? INSTALLATION : (await standingOf(ctx, userId, null)).agencyId;
}

/** A user name as typed, in the one form by which it is counted. */
export const typedName = (typed: string) => typed.trim().toLowerCase().slice(0, 40);

/** The account of a user name as typed, with the name its audit events go by. */
async function accountTyped(
  ctx: Context,
  typed: string,
): Promise<{ userId: string | null; userName: string }> {
  const userName = typedName(typed);
  const account = await ctx.store.installation((tx) => findAccount(tx, userName));
  return { userId: account?.id ?? null, userName };
}

/** Records a sign-in, a failure, a sign-out or a change of a second factor. */
export async function recordIdentityEvent(ctx: Context, event: IdentityEvent): Promise<void> {
  const known = event.userId === null ? await accountTyped(ctx, event.userName) : event;
  const agencyId = await homeOf(ctx, known.userId);
  const actor: Actor = {
    userId: known.userId,
    personId: null,
    agencyId,
    scope: { agencies: [agencyId] },
    permissions: new Set(),
    name: '',
    via: 'session',
    traceId: event.traceId,
  };
  const { action, detail } = event;
  const recordId = known.userName || (known.userId ?? '');
  await command(ctx, actor, { action, recordKind: 'account', recordId, detail }, async () => undefined);
}

/**
 * Whether a user name is locked: as many failures in a row as the setting allows, the last within its minutes. Counted
 * from the audit itself, so there is no second list; a name without an account locks in the same way.
 */
export async function isLocked(ctx: Context, typed: string): Promise<boolean> {
  const { tries, minutes } = ctx.config.identity.lock;
  const { userId, userName } = await accountTyped(ctx, typed);
  const agencyId = await homeOf(ctx, userId);
  const since = ctx.clock().subtract({ minutes }).toString();
  const { rows } = await ctx.store.read({ agencies: [agencyId] }, (tx) =>
    sql<{ failures: number }>`
      select count(*)::int as failures from audit_event
      where agency_id = ${agencyId} and record_id = ${userName} and action = 'session.failed'
        and recorded_at > greatest(${since}::timestamptz, coalesce((
          select max(recorded_at) from audit_event where agency_id = ${agencyId} and record_id = ${userName}
            and action in ('session.signedIn', 'account.passwordReset')), '-infinity'))`.execute(tx),
  );
  return (rows[0]?.failures ?? 0) >= tries;
}

/** The user name of an account, by which its audit events go. */
export async function userNameOf(ctx: Context, userId: string): Promise<string> {
  const row = await ctx.store.installation((tx) =>
    tx.selectFrom('auth.user').select('username').where('id', '=', userId).executeTakeFirst(),
  );
  return row?.username ?? userId;
}
