import { sql } from 'kysely';
import type { z } from 'zod';
import { recordAudit } from '../../storage/audit.ts';
import { INSTALLATION } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { changeAccess, isOpenAccess } from '../session/access.ts';
import { findAccount } from '../session/accounts.ts';
import type { Agency, createAgency as createAgencyRoute } from './contract.ts';
import { foundAgency, founder, newAgencyId } from './found.ts';
import { agencyPolicy } from './policy.ts';

type AgencyRow = z.infer<typeof Agency>;
type NewAgency = z.infer<NonNullable<typeof createAgencyRoute.body>>;

/** Agencies by id with how many persons and directives they keep, in the order of their names. */
async function findAgencies(tx: Tx, actor: Actor, ids: readonly string[]): Promise<AgencyRow[]> {
  const { rows } = await sql<Omit<AgencyRow, 'abilities'>>`
    select a.id, a.name, a.short_name as "shortName", a.sign,
      (select count(*)::int from person p where p.agency_id = a.id) as persons,
      (select count(*)::int from directive d where d.agency_id = a.id) as directives,
      coalesce((select json_agg(json_build_object('userName', u.username, 'name', u.name) order by u.username)
        from superior_view v join auth."user" u on u.id = v.user_id
        where v.agency_id = a.id and ${isOpenAccess('view', 'v')}), '[]') as viewers
    from agency a where a.id = any (${ids}::uuid[]) order by a.name, a.id`.execute(tx);
  return rows.map((row) => ({ ...row, abilities: agencyPolicy.abilitiesOf(actor, null) }));
}

/** Agencies the actor may look over: all for an administrator of the installation, else those granted. */
export async function agenciesSeenBy(ctx: Context, actor: Actor): Promise<string[]> {
  const all = actor.permissions.has('agency.create');
  const rows = await ctx.store.read({ agencies: [] }, (tx) =>
    all
      ? tx.selectFrom('agency').select('id').execute()
      : tx
          .selectFrom('superior_view')
          .select('agency_id as id')
          .where('user_id', '=', actor.userId ?? '')
          .where(isOpenAccess('view', 'superior_view'))
          .execute(),
  );
  return rows.map(({ id }) => id);
}

/** The agencies of the installation that the actor may look over. */
export async function listAgencies(ctx: Context, actor: Actor): Promise<AgencyRow[]> {
  const agencies = await agenciesSeenBy(ctx, actor);
  return ctx.store.read({ agencies }, (tx) => findAgencies(tx, actor, agencies));
}

/** Founds a further agency with its administrator, who may already have an account. */
export async function createAgency(
  ctx: Context,
  actor: Actor,
  { administrator, ...agency }: NewAgency,
): Promise<AgencyRow> {
  const { password } = administrator;
  const passwordHash = password === undefined ? null : await ctx.hashPassword(password);
  const acting = founder(actor, newAgencyId());
  const { agencyId } = acting;
  const act = {
    action: 'agency.created',
    recordKind: 'agency',
    recordId: agencyId,
    detail: { name: agency.name },
  };
  const scope = { agencies: [...actor.scope.agencies, ...acting.scope.agencies] };
  return command(ctx, { ...actor, scope }, act, async (tx) => {
    await foundAgency(tx, ctx, acting, {
      agency,
      units: [],
      administrator: { ...administrator, passwordHash },
    });
    // The new agency's auditors see who founded it, too.
    const { userId, traceId } = actor;
    await recordAudit(tx, { ...act, agencyId, userId: userId ?? undefined, traceId });
    const [made] = await findAgencies(tx, actor, [agencyId]);
    if (!made) throw Refused.notFound();
    return made;
  });
}

/**
 * Lets an account look into an agency, or no longer; what stands already stays. @throws Refused 400 for an unknown
 * account
 */
export async function changeSuperiorView(
  ctx: Context,
  actor: Actor,
  agencyId: string,
  { userName, open }: { userName: string; open: boolean },
): Promise<void> {
  const acting = { ...actor, agencyId, personId: null, scope: { agencies: [agencyId, INSTALLATION] } };
  const act = {
    action: open ? 'agency.viewGranted' : 'agency.viewEnded',
    recordKind: 'agency',
    recordId: agencyId,
    detail: { userName },
  };
  const known = await ctx.store.installation((tx) =>
    tx.selectFrom('agency').select('id').where('id', '=', agencyId).executeTakeFirst(),
  );
  if (!known) throw Refused.notFound();
  await command(ctx, acting, act, async (tx) => {
    const account = await findAccount(tx, userName);
    if (!account) {
      throw Refused.invalid([
        {
          path: 'userName',
          message: 'Không có tài khoản này. Kiểm tra tên đăng nhập, hoặc cấp tài khoản trước.',
        },
      ]);
    }
    const userId = account.id;
    const isOpen = await mayView(tx, userId, agencyId);
    if (isOpen === open) return;
    if (isOpen !== null) return changeAccess(tx, ctx, acting, { userId, agencyId, kind: 'view', open });
    if (!open) return;
    const recorded_at = ctx.clock().toString();
    await tx
      .insertInto('superior_view')
      .values({ user_id: userId, agency_id: agencyId, recorded_at })
      .execute();
    await tx
      .insertInto('installation_role')
      .values({ user_id: userId, role: 'superior-viewer', recorded_at })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}

/** Whether an account may look into an agency from above; null where it never could. */
async function mayView(tx: Tx, userId: string, agencyId: string): Promise<boolean | null> {
  const row = await tx
    .selectFrom('superior_view as v')
    .select(isOpenAccess('view', 'v').as('open'))
    .where('v.user_id', '=', userId)
    .where('v.agency_id', '=', agencyId)
    .executeTakeFirst();
  return row?.open ?? null;
}
