import { createHash, randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { INSTALLATION } from '../../storage/ids.ts';
import { foundAgency, founder, newAgencyId } from '../agencies/found.ts';
import { type Actor, type Context, command, Refused, systemActor } from '../context.ts';
import type { CreateFirstAgency } from './contract.ts';

const hashOf = (token: string) => createHash('sha256').update(token.trim()).digest('hex');

/** Whether there is no agency yet. */
export async function setupNeeded(ctx: Context): Promise<boolean> {
  const agency = await ctx.store.installation((tx) =>
    tx.selectFrom('agency').select('id').limit(1).executeTakeFirst(),
  );
  return agency === undefined;
}

/** A new one-time token for the first start; earlier ones no longer work. Only its hash is kept. */
export async function makeSetupToken(ctx: Context): Promise<string> {
  const token = randomBytes(18).toString('base64url');
  await command(ctx, systemActor([INSTALLATION]), setupAct, async (tx) => {
    await tx.deleteFrom('setup_token').where('spent_at', 'is', null).execute();
    await tx
      .insertInto('setup_token')
      .values({ hash: hashOf(token), made_at: ctx.clock().toString() })
      .execute();
  });
  return token;
}

const setupAct = { action: 'setup.tokenMade', recordKind: 'installation', recordId: 'setup' };
const foreignToken = () =>
  Refused.forbidden(
    'Mã cài đặt không đúng hoặc đã dùng. Lấy mã mới ở cửa sổ khởi động, hoặc khởi động lại để có mã khác.',
  );

/** Whether the token is the one printed at start and not spent. @throws Refused 403 otherwise */
export async function checkSetupToken(ctx: Context, token: string): Promise<void> {
  const row = await ctx.store.installation((tx) =>
    tx
      .selectFrom('setup_token')
      .select('hash')
      .where('hash', '=', hashOf(token))
      .where('spent_at', 'is', null)
      .executeTakeFirst(),
  );
  if (!row) throw foreignToken();
}

/**
 * The first agency with its units and administrator, who also administers the installation: all in one transaction
 * with the spending of the token, so neither can happen twice.
 */
export async function createFirstAgency(
  ctx: Context,
  actor: Actor,
  input: z.infer<typeof CreateFirstAgency>,
): Promise<{ agencyId: string }> {
  await checkSetupToken(ctx, input.token);
  // A token that was never spent must not make a second «first» agency.
  if (!(await setupNeeded(ctx))) throw foreignToken();
  const passwordHash = await ctx.hashPassword(input.administrator.password);
  const agencyId = newAgencyId();
  const act = { action: 'agency.created', recordKind: 'agency', recordId: agencyId };
  const acting = founder(actor, agencyId);
  await command(ctx, acting, act, async (tx) => {
    const now = ctx.clock().toString();
    const spent = await tx
      .updateTable('setup_token')
      .set({ spent_at: now })
      .where('hash', '=', hashOf(input.token))
      .where('spent_at', 'is', null)
      .returning('hash')
      .executeTakeFirst();
    if (!spent) throw foreignToken();
    const userId = await foundAgency(tx, ctx, acting, {
      ...input,
      administrator: { ...input.administrator, passwordHash },
    });
    await tx
      .insertInto('installation_role')
      .values({ user_id: userId, role: 'installation-administrator', recorded_at: now })
      .execute();
  });
  return { agencyId };
}
