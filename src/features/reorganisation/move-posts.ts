import { uuidv7 } from '../../storage/ids.ts';
import { insertPost } from '../organisation/persons.ts';
import type { Doing } from './reorganise.ts';

/** Posts end at their old unit and begin at the new one on the same day; delegations limited to the unit go along. */
export async function movePosts(doing: Doing): Promise<void> {
  const { tx, ctx, actor, plan, found, targets, stamp } = doing;
  const moving = plan.posts.filter(({ stays }) => !stays);
  if (moving.length > 0)
    await tx
      .insertInto('post_end')
      .values(moving.map(({ id, on }) => ({ ...stamp, post_id: id, to_day: on })))
      .execute();
  for (const { id, target, role, title, on } of moving) {
    const unitId = target === null ? undefined : targets[target]?.unitId;
    const personId = found.before.posts.find((post) => post.id === id)?.personId;
    if (unitId === undefined || personId === undefined) continue;
    const holdsAlready = found.before.posts.some(
      (post) => post.personId === personId && post.unitId === unitId && post.role === role && post.id !== id,
    );
    if (holdsAlready) continue;
    await insertPost(tx, ctx, actor, personId, { unitId, role, title: title ?? undefined, from: on });
  }
  await moveDelegations(doing);
}

async function moveDelegations({ tx, actor, act, plan, targets, stamp }: Doing): Promise<void> {
  if (plan.closing.length === 0) return;
  const limited = await tx
    .selectFrom('delegation as d')
    .leftJoin('delegation_end as e', (join) =>
      join.onRef('e.agency_id', '=', 'd.agency_id').onRef('e.delegation_id', '=', 'd.id'),
    )
    .selectAll('d')
    .where('d.agency_id', '=', actor.agencyId)
    .where('d.unit_id', 'in', plan.closing)
    .where('d.last_day', '>=', act.effectiveOn)
    .where('e.delegation_id', 'is', null)
    .execute();
  for (const delegation of limited) {
    const successor = plan.successors.find(({ fromUnitId }) => fromUnitId === delegation.unit_id);
    const unitId = targets[successor?.target ?? 0]?.unitId ?? null;
    const from_day = delegation.from_day > act.effectiveOn ? delegation.from_day : act.effectiveOn;
    await tx
      .insertInto('delegation_end')
      .values({ ...stamp, delegation_id: delegation.id, ended_on: from_day })
      .execute();
    await tx
      .insertInto('delegation')
      .values({ ...delegation, ...stamp, id: uuidv7(), unit_id: unitId, from_day })
      .execute();
  }
}
