import { sql } from 'kysely';
import type { PartnerBody } from '../../domain/partners/facts.ts';
import { fold } from '../../domain/text/fold.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { json } from '../../storage/schema/foundation.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { refuseFuture, tellTasks, wrong } from '../tasks/change.ts';
import type { Partner } from './contract.ts';
import { getPartner } from './queries.ts';

interface Said {
  said: PartnerBody;
  on: string;
}

/** What a profile names must be of this agency, and its identifier nobody else's. @throws Refused 400, 409 */
async function insistSound(
  tx: Tx,
  agencyId: string,
  { kind, profile }: PartnerBody,
  own?: string,
): Promise<void> {
  if ('organisationId' in profile && profile.organisationId !== null) {
    const { rows } = await sql`select 1 from partner_now where agency_id = ${agencyId}
      and partner_id = ${profile.organisationId} and kind = 'organisation'`.execute(tx);
    if (rows.length === 0)
      throw wrong('said.profile.organisationId', 'Tổ chức này không có trong danh sách. Chọn lại.');
  }
  if ('personId' in profile && profile.personId !== null) {
    const { rows } =
      await sql`select 1 from person where agency_id = ${agencyId} and id = ${profile.personId}`.execute(tx);
    if (rows.length === 0)
      throw wrong('said.profile.personId', 'Người này không có trong cơ quan. Chọn lại.');
  }
  if (profile.identifier === null) return;
  const { rows } = await sql<{ id: string; name: string }>`select partner_id as id, name from partner_now
    where agency_id = ${agencyId} and kind = ${kind} and identifier = ${profile.identifier}`.execute(tx);
  if (rows[0] && rows[0].id !== own)
    throw Refused.conflict(
      `Mã ${profile.identifier} đã thuộc «${rows[0].name}». Mở bản ghi ấy, hoặc kiểm tra lại mã.`,
      { id: rows[0].id },
    );
}

async function keep(
  tx: Tx,
  ctx: Context,
  { agencyId, personId }: Actor,
  partnerId: string,
  { said, on }: Said,
): Promise<void> {
  const { profile, kind } = said;
  await tx
    .insertInto('partner_fact')
    .values({
      ...{ agency_id: agencyId, id: uuidv7(), partner_id: partnerId, happened_on: on },
      ...{ recorded_at: ctx.clock().toString(), recorded_by: personId, body: json(said) },
    })
    .execute();
  const now = {
    ...{ kind, name: profile.name, identifier: profile.identifier },
    organisation_id: 'organisationId' in profile ? profile.organisationId : null,
    person_id: 'personId' in profile ? profile.personId : null,
    fold: fold([profile.name, profile.identifier].filter(Boolean).join(' ')),
  };
  await tx
    .insertInto('partner_now')
    .values({ agency_id: agencyId, partner_id: partnerId, version: 1, ...now })
    .onConflict((conflict) =>
      conflict
        .columns(['agency_id', 'partner_id'])
        .doUpdateSet((eb) => ({ ...now, version: eb('partner_now.version', '+', 1) })),
    )
    .execute();
}

/** Adds an organisation or a person. @throws Refused 400, 409 */
export async function addPartner(ctx: Context, actor: Actor, said: Said): Promise<Partner> {
  const about = { action: 'partner.added', recordKind: 'partner', detail: { name: said.said.profile.name } };
  const { id } = await command(ctx, actor, about, async (tx) => {
    refuseFuture(said.on, ctx.today().toString());
    await insistSound(tx, actor.agencyId, said.said);
    const id = uuidv7();
    const recorded = { recorded_at: ctx.clock().toString(), recorded_by: actor.personId };
    await tx
      .insertInto('partner')
      .values({ agency_id: actor.agencyId, id, kind: said.said.kind, ...recorded })
      .execute();
    await keep(tx, ctx, actor, id, said);
    return { id };
  });
  tellTasks(ctx, actor.agencyId);
  return getPartner(ctx, actor, id);
}

/** Says anew who a partner is; papers keep the name they were written with. @throws Refused 400, 404, 409, 412 */
export async function describePartner(
  ctx: Context,
  actor: Actor,
  id: string,
  version: number,
  said: Said,
): Promise<Partner> {
  const about = { action: 'partner.described', recordKind: 'partner', recordId: id };
  await command(ctx, actor, about, async (tx) => {
    refuseFuture(said.on, ctx.today().toString());
    const { rows } = await sql<{ kind: string; version: number }>`select kind, version from partner_now
      where agency_id = ${actor.agencyId} and partner_id = ${id} for update`.execute(tx);
    const [known] = rows;
    if (!known) throw Refused.notFound();
    if (known.version !== version) throw Refused.stale();
    if (known.kind !== said.said.kind)
      throw wrong('said.kind', 'Không đổi tổ chức thành cá nhân được. Thêm một bản ghi mới.');
    await insistSound(tx, actor.agencyId, said.said, id);
    await keep(tx, ctx, actor, id, said);
  });
  tellTasks(ctx, actor.agencyId);
  return getPartner(ctx, actor, id);
}
