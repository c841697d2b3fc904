import type { FactBody } from '../../domain/directives/facts.ts';
import type { Party } from '../../domain/documents/reading.ts';
import {
  type Reorganisation,
  type ReorganisationKind,
  sayDecision,
} from '../../domain/organisation/reorganisation.ts';
import type { ReorganisationPlan } from '../../domain/organisation/reorganise.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { json } from '../../storage/schema/foundation.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { givesInNameOf } from '../directives/doer.ts';
import { refreshNow } from '../directives/record.ts';
import { tellChanged } from '../directives/tell.ts';
import { insertName, insertParent, insertUnit } from '../organisation/units.ts';
import type { ReorganisationRecord } from './contract.ts';
import { type Gathered, gather, notYet, planOf, targetNames } from './gather.ts';
import { movePosts } from './move-posts.ts';
import { findReorganisations } from './queries.ts';

/** What every row of one act shares. */
export interface Doing {
  tx: Tx;
  ctx: Context;
  actor: Actor;
  act: Reorganisation;
  plan: ReorganisationPlan;
  found: Gathered;
  /** The units of `act.targets`, with the names they bear from the day on. */
  targets: Party[];
  reorganisationId: string;
  stamp: { agency_id: string; recorded_at: string; recorded_by: string | null };
}

export const kindWords: Record<ReorganisationKind, string> = {
  merge: 'sáp nhập',
  split: 'chia tách',
  rename: 'đổi tên',
  close: 'giải thể',
};

/**
 * Carries a decision on the organisation out in one transaction: units close, open and are renamed, and every open
 * directive, post, request and unit beneath goes where it was placed. @throws Refused 400, 409
 */
export async function reorganise(
  ctx: Context,
  actor: Actor,
  act: Reorganisation,
): Promise<ReorganisationRecord> {
  const calendar = await ctx.calendar();
  const about = {
    action: 'organisation.reorganised',
    recordKind: 'reorganisation',
    detail: { ...act, decision: sayDecision(act.decision) },
  };
  const { id } = await command(ctx, actor, about, async (tx) => {
    const found = await gather(tx, ctx, actor, act, { calendar, lock: true });
    const plan = planOf(act, found);
    const wait = notYet(ctx, act);
    if (wait !== null) throw Refused.conflict(wait);
    const doing = await begin(tx, ctx, actor, act, plan, found);
    await changeUnits(doing);
    await moveDirectives(doing);
    await movePosts(doing);
    await moveRequests(doing);
    await recordMoves(doing);
    const touched = new Set([...plan.directives, ...plan.successions].map((one) => one.id));
    await refreshNow(tx, actor.agencyId, [...touched], calendar);
    return { id: doing.reorganisationId };
  });
  tellChanged(ctx, actor.agencyId);
  const [made] = await ctx.store.read(actor.scope, (tx) => findReorganisations(tx, actor, id));
  if (!made) throw Refused.notFound();
  return made;
}

/** The act itself, its new units, and its lines. */
async function begin(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  act: Reorganisation,
  plan: ReorganisationPlan,
  found: Gathered,
): Promise<Doing> {
  const reorganisationId = uuidv7();
  const stamp = {
    agency_id: actor.agencyId,
    recorded_at: ctx.clock().toString(),
    recorded_by: actor.personId,
  };
  await tx
    .insertInto('reorganisation')
    .values({
      ...stamp,
      id: reorganisationId,
      kind: act.kind,
      effective_on: act.effectiveOn,
      decision_number: act.decision.number,
      decided_on: act.decision.on,
    })
    .execute();
  const names = targetNames(act, found.before);
  const parent = found.before.units.find(({ id }) => id === act.sources[0])?.parentId ?? null;
  const targets: Party[] = [];
  for (const [at, target] of act.targets.entries()) {
    const name = names[at] ?? '';
    const parentId = target.parentId === undefined ? parent : target.parentId;
    const unitId =
      target.unitId ??
      (await insertUnit(tx, ctx, actor, {
        name,
        abbreviation: target.abbreviation,
        ...(parentId !== null && !plan.closing.includes(parentId) && { parentId }),
        openedOn: act.effectiveOn,
      }));
    targets.push({ unitId, name });
  }
  const lines = act.sources.flatMap((from) =>
    targets.flatMap(({ unitId = '' }, at) =>
      unitId === from && act.kind !== 'rename'
        ? []
        : [
            {
              ...stamp,
              id: uuidv7(),
              reorganisation_id: reorganisationId,
              from_unit_id: from,
              to_unit_id: unitId,
              succeeds: plan.successors.some((one) => one.fromUnitId === from && one.target === at),
            },
          ],
    ),
  );
  if (lines.length > 0) await tx.insertInto('reorganisation_line').values(lines).execute();
  return { tx, ctx, actor, act, plan, found, targets, reorganisationId, stamp };
}

/** Names, closings, and what stood beneath. */
async function changeUnits({ tx, ctx, actor, act, plan, targets, stamp }: Doing): Promise<void> {
  for (const { unitId, target } of plan.renaming) {
    const { abbreviation } = act.targets[target] ?? {};
    const name = { name: targets[target]?.name ?? '', abbreviation, from: act.effectiveOn };
    await insertName(tx, ctx, actor, unitId, name);
  }
  for (const unit of plan.units) {
    const parentId = unit.target === null ? unit.parentId : (targets[unit.target]?.unitId ?? null);
    await insertParent(tx, ctx, actor, unit.id, parentId, unit.on);
  }
  if (plan.closing.length === 0) return;
  await tx
    .insertInto('unit_closing')
    .values(plan.closing.map((unit_id) => ({ ...stamp, unit_id, closed_on: act.effectiveOn })))
    .execute();
}

/** One fact for each directive led by a source, one for each unit it names beside the lead. */
async function moveDirectives(doing: Doing): Promise<void> {
  const { tx, ctx, actor, act, plan, found, targets, stamp } = doing;
  const inNameOf = await givesInNameOf(tx, actor, ctx.today().toString());
  const decision = sayDecision(act.decision);
  const reason = `${kindWords[act.kind]} đơn vị`;
  const nameOf = (unitId: string) => found.before.units.find(({ id }) => id === unitId)?.name ?? '';
  const facts: { directiveId: string; on: string; body: FactBody }[] = [];
  for (const { id, target, stays, assigneeMoves, on } of plan.directives) {
    const lead = targets[target];
    if (stays || !lead) continue;
    const moved = { assignee: assigneeMoves };
    facts.push({
      directiveId: id,
      on,
      body: { kind: 'transferred', lead, reason, act: decision, moved },
    });
  }
  for (const { id, fromUnitId, target, on } of plan.successions) {
    const to = targets[target];
    if (!to) continue;
    const from = { unitId: fromUnitId, name: nameOf(fromUnitId) };
    facts.push({ directiveId: id, on, body: { kind: 'succeeded', from, to, act: decision } });
  }
  for (let at = 0; at < facts.length; at += 500) {
    const rows = facts.slice(at, at + 500).map(({ directiveId, on, body }) => ({
      ...stamp,
      id: uuidv7(),
      directive_id: directiveId,
      happened_on: on,
      in_name_of: inNameOf && json(inNameOf),
      body: json(body),
    }));
    await tx.insertInto('directive_fact').values(rows).execute();
  }
}

async function moveRequests({ tx, plan, targets, stamp }: Doing): Promise<void> {
  const moves = plan.requests
    .filter(({ stays }) => !stays)
    .map(({ id, side, target, on }) => ({
      ...stamp,
      id: uuidv7(),
      request_id: id,
      side,
      unit_id: targets[target]?.unitId ?? '',
      from_day: on,
    }));
  if (moves.length > 0) await tx.insertInto('unit_request_move').values(moves).execute();
}

/** Each record that moved, for the hand-over list. */
async function recordMoves({ tx, plan, targets, stamp, reorganisationId }: Doing): Promise<void> {
  const unitOf = (target: number | null) => (target === null ? null : (targets[target]?.unitId ?? null));
  const moving = <Kind extends 'directive' | 'post' | 'request'>(
    record: Kind,
    list: readonly {
      id: string;
      fromUnitId: string;
      target: number | null;
      stays: boolean;
      on: string;
    }[],
  ) =>
    list
      .filter(({ stays }) => !stays)
      .map((one) => ({ record, id: one.id, from: one.fromUnitId, to: unitOf(one.target), on: one.on }));
  const rows = [
    ...moving('directive', plan.directives),
    ...moving('post', plan.posts),
    ...moving('request', plan.requests),
    ...plan.successions.map(({ id, fromUnitId, target, on }) => ({
      record: 'succession' as const,
      id,
      from: fromUnitId,
      to: unitOf(target),
      on,
    })),
    ...plan.units.map(({ id, fromUnitId, target, parentId, on }) => ({
      record: 'unit' as const,
      id,
      from: fromUnitId,
      to: target === null ? parentId : unitOf(target),
      on,
    })),
  ];
  for (let at = 0; at < rows.length; at += 500) {
    const values = rows.slice(at, at + 500).map(({ record, id, from, to, on }) => ({
      ...stamp,
      id: uuidv7(),
      reorganisation_id: reorganisationId,
      record,
      record_id: id,
      from_unit_id: from,
      to_unit_id: to,
      moved_on: on,
    }));
    await tx.insertInto('reorganisation_move').values(values).execute();
  }
}
