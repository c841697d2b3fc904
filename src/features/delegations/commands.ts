import { sql } from 'kysely';
import type { DelegationForm } from '../../domain/directives/facts.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import type { Delegation } from './contract.ts';
import { holdsOn } from './lent.ts';
import { delegatingPolicy, delegationPolicy } from './policy.ts';

export interface NewDelegation {
  form: DelegationForm;
  fromPersonId: string;
  toPersonId: string;
  unitId: string | null;
  fromDay: string;
  lastDay: string;
  document: string;
}

async function findDelegations(tx: Tx, actor: Actor, today: string, id?: string): Promise<Delegation[]> {
  const { rows } = await sql<Omit<Delegation, 'abilities'> & { fromId: string }>`
    select d.id, d.form, d.from_person_id as "fromId",
      json_build_object('personId', d.from_person_id, 'name', f.full_name, 'title', (
        select h.title from post_holding h left join post_end x on x.agency_id = h.agency_id and x.post_id = h.id
        where h.agency_id = d.agency_id and h.person_id = d.from_person_id and h.title is not null
          and (d.unit_id is null or h.unit_id = d.unit_id)
          and h.from_day <= d.last_day and (x.to_day is null or x.to_day > d.from_day)
        order by h.from_day, h.id limit 1)) as from,
      json_build_object('personId', d.to_person_id, 'name', t.full_name) as to,
      (select n.name from unit_name n where n.agency_id = d.agency_id and n.unit_id = d.unit_id
        order by (n.from_day <= ${today}) desc, n.from_day desc, n.recorded_at desc limit 1) as "unitName",
      d.from_day as "fromDay", d.last_day as "lastDay", d.document, e.ended_on as "endedOn", ${holdsOn(today)} as holds
    from delegation d
    join person f on f.agency_id = d.agency_id and f.id = d.from_person_id
    join person t on t.agency_id = d.agency_id and t.id = d.to_person_id
    left join delegation_end e on e.agency_id = d.agency_id and e.delegation_id = d.id
    where d.agency_id = ${actor.agencyId} ${id === undefined ? sql`` : sql`and d.id = ${id}`}
    order by d.from_day desc, d.recorded_at desc, d.id`.execute(tx);
  return rows.map(({ fromId, ...row }) => ({
    ...row,
    abilities: delegationPolicy.abilitiesOf(actor, { ...row, fromPersonId: fromId, today }),
  }));
}

/** Every delegation of the actor's agency, the newest first. */
export async function listDelegations(ctx: Context, actor: Actor): Promise<Delegation[]> {
  const today = ctx.today().toString();
  return ctx.store.read(actor.scope, (tx) => findDelegations(tx, actor, today));
}

async function getDelegation(tx: Tx, actor: Actor, today: string, id: string): Promise<Delegation> {
  const [found] = await findDelegations(tx, actor, today, id);
  if (!found) throw Refused.notFound();
  return found;
}

async function refuseStrangers(tx: Tx, actor: Actor, wish: NewDelegation): Promise<void> {
  const known = await tx
    .selectFrom('person as p')
    .select('p.id')
    .where('p.agency_id', '=', actor.agencyId)
    .where('p.id', 'in', [wish.fromPersonId, wish.toPersonId])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('person_merge as m')
            .select('m.merged_id')
            .whereRef('m.agency_id', '=', 'p.agency_id')
            .whereRef('m.merged_id', '=', 'p.id'),
        ),
      ),
    )
    .execute();
  for (const path of ['fromPersonId', 'toPersonId'] as const)
    if (!known.some(({ id }) => id === wish[path]))
      throw Refused.invalid([{ path, message: 'Không có người này trong cơ quan. Chọn lại.' }]);
  if (wish.unitId === null) return;
  const post = await tx
    .selectFrom('post_holding')
    .select('id')
    .where('agency_id', '=', actor.agencyId)
    .where('person_id', '=', wish.fromPersonId)
    .where('unit_id', '=', wish.unitId)
    .executeTakeFirst();
  if (!post)
    throw Refused.invalid([{ path: 'unitId', message: 'Người vắng không giữ chức vụ nào ở đơn vị này.' }]);
}

/**
 * Lets a person act in another's stead from a day to a day, both included; people give their own, leadership, office
 * and administrators anybody's. @throws Refused 400, 403
 */
export async function delegate(ctx: Context, actor: Actor, wish: NewDelegation): Promise<Delegation> {
  delegatingPolicy.insist('delegate', actor, wish);
  if (wish.fromPersonId === wish.toPersonId)
    throw Refused.invalid([{ path: 'toPersonId', message: 'Chọn người khác làm thay.' }]);
  if (wish.lastDay < wish.fromDay)
    throw Refused.invalid([{ path: 'lastDay', message: 'Ngày cuối trước ngày bắt đầu.' }]);
  const today = ctx.today().toString();
  if (wish.lastDay < today)
    throw Refused.invalid([{ path: 'lastDay', message: 'Thời gian uỷ quyền đã qua. Chọn ngày khác.' }]);
  const id = uuidv7();
  const act = { action: 'delegation.given', recordKind: 'delegation', recordId: id, detail: wish };
  return command(ctx, actor, act, async (tx) => {
    await refuseStrangers(tx, actor, wish);
    await tx
      .insertInto('delegation')
      .values({
        agency_id: actor.agencyId,
        id,
        from_person_id: wish.fromPersonId,
        to_person_id: wish.toPersonId,
        form: wish.form,
        unit_id: wish.unitId,
        from_day: wish.fromDay,
        last_day: wish.lastDay,
        document: wish.document,
        recorded_at: ctx.clock().toString(),
        recorded_by: actor.personId,
      })
      .execute();
    return getDelegation(tx, actor, today, id);
  });
}

/** Ends a delegation early: `endedOn` is the first day it no longer holds, not before today. @throws Refused 400, 403, 404, 409 */
export async function endDelegation(
  ctx: Context,
  actor: Actor,
  id: string,
  endedOn: string,
): Promise<Delegation> {
  const today = ctx.today().toString();
  const act = { action: 'delegation.ended', recordKind: 'delegation', recordId: id, detail: { endedOn } };
  return command(ctx, actor, act, async (tx) => {
    const delegation = await getDelegation(tx, actor, today, id);
    const fromPersonId = delegation.from.personId;
    delegationPolicy.insist('end', actor, { ...delegation, fromPersonId, today });
    if (endedOn < today)
      throw Refused.invalid([
        { path: 'endedOn', message: 'Việc đã làm thay vẫn còn hiệu lực: chọn từ hôm nay trở đi.' },
      ]);
    await tx
      .insertInto('delegation_end')
      .values({
        agency_id: actor.agencyId,
        delegation_id: id,
        ended_on: endedOn,
        recorded_at: ctx.clock().toString(),
        recorded_by: actor.personId,
      })
      .execute();
    return getDelegation(tx, actor, today, id);
  });
}
