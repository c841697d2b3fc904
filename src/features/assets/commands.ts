import { sql } from 'kysely';
import { type AssetBody, type AssetLine, percentSettled } from '../../domain/assets/asset.ts';
import { actRefusal } from '../../domain/tasks/acts.ts';
import type { StepBody } from '../../domain/tasks/facts.ts';
import { taskOn } from '../../domain/tasks/task.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { json } from '../../storage/schema/foundation.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, commandThenRead, Refused } from '../context.ts';
import { hold, recordAct, writeHeld } from '../directives/act.ts';
import { givesInNameOf } from '../directives/doer.ts';
import { changeDirective } from '../directives/get.ts';
import { refuse } from '../policy.ts';
import {
  type HeldTask,
  holdTask,
  keepFacts,
  type Made,
  refuseFuture,
  restingOn,
  tellTasks,
  wrong,
} from '../tasks/change.ts';
import { refuseBroken } from '../tasks/commands.ts';
import { noteDecider } from '../tasks/judge.ts';
import { witnessed } from '../tasks/law.ts';
import { actingAs, taskPolicy } from '../tasks/policy.ts';
import { supersededIds } from '../tasks/present.ts';
import type { AssetAct, AssetTask, ManyDone } from './contract.ts';
import { assetTaskPolicy } from './policy.ts';
import { assetsOf, assetTask, stageCounts } from './queries.ts';

/** Records what a count found: what differs from what is on record, nothing twice. @throws Refused 400, 403, 404, 412 */
export async function countAssets(
  ctx: Context,
  actor: Actor,
  id: string,
  version: number,
  { on, assets }: { on: string; assets: readonly (AssetLine & { id: string | null })[] },
): Promise<AssetTask> {
  const about = {
    action: 'asset.counted',
    recordKind: 'asset',
    recordId: id,
    detail: { assets: assets.length },
  };
  const task = await commandThenRead(
    ctx,
    actor,
    about,
    async (tx) => {
      const held = await holdTask(tx, ctx, actor, id);
      assetTaskPolicy.insist('count', actor, held);
      refuseFuture(on, held.today);
      const { lines, versions } = await assetsOf(tx, actor.agencyId, [id]);
      if ((versions.get(id) ?? 0) !== version) throw Refused.stale();
      await recordLines(tx, ctx, actor, { taskId: id, on }, changesOf(lines.get(id) ?? [], assets));
    },
    (tx) => assetTask(tx, ctx, actor, id),
  );
  tellTasks(ctx, actor.agencyId);
  return task;
}

/** What is new, said otherwise or gone. @throws Refused 400 for a line that is of no asset of the task */
function changesOf(
  before: readonly { id: string; line: AssetLine }[],
  after: readonly (AssetLine & { id: string | null })[],
): { id: string; body: AssetBody }[] {
  const kept = new Map(before.map(({ id, line }) => [id, line]));
  const listed = after.flatMap(({ id, ...line }, at) => {
    if (id !== null && !kept.has(id))
      throw wrong(`assets.${at}.id`, 'Tài sản này không thuộc nhiệm vụ. Mở lại danh sách.');
    const known = id === null ? undefined : kept.get(id);
    const fields = Object.keys(line) as (keyof AssetLine)[];
    const same = known !== undefined && fields.every((field) => known[field] === line[field]);
    return same ? [] : [{ id: id ?? uuidv7(), body: { kind: 'listed' as const, line } }];
  });
  const gone = before.filter(({ id }) => !after.some((one) => one.id === id));
  return [...listed, ...gone.map(({ id }) => ({ id, body: { kind: 'unlisted' as const } }))];
}

async function recordLines(
  tx: Tx,
  ctx: Context,
  { agencyId, personId }: Actor,
  { taskId, on }: { taskId: string; on: string },
  changes: readonly { id: string; body: AssetBody }[],
): Promise<void> {
  if (changes.length === 0) return;
  const recorded = { agency_id: agencyId, recorded_at: ctx.clock().toString(), recorded_by: personId };
  await tx
    .insertInto('asset_fact')
    .values(
      changes.map(({ id, body }) => ({
        ...{ ...recorded, id: uuidv7(), task_id: taskId, asset_id: id, happened_on: on, body: json(body) },
      })),
    )
    .execute();
}

const bodies: Record<AssetAct, StepBody> = {
  none: { kind: 'assetsPlanned', none: true },
  planned: { kind: 'assetsPlanned', none: false },
  decided: { kind: 'assetsDecided' },
  handedOver: { kind: 'assetsHandedOver' },
};

/** What the list of assets must be before it is acted on. */
function listRefusal(act: AssetAct, lines: readonly { line: AssetLine }[]): string | null {
  if (act === 'none') return lines.length > 0 ? 'Đã kê tài sản: không ghi là không có tài sản được.' : null;
  if (act !== 'planned') return null;
  if (lines.length === 0) return 'Chưa kê tài sản nào. Kiểm kê trước, hoặc ghi là không có tài sản.';
  const open = lines.filter(({ line }) => line.form === null || line.foundValue === null).length;
  return open > 0 ? `${open} tài sản chưa có hình thức xử lý hoặc giá trị còn lại.` : null;
}

/** Thrown inside the transaction so that a dry run leaves nothing. */
class DryRun extends Error {
  readonly result: ManyDone;
  constructor(result: ManyDone) {
    super('dry run');
    this.result = result;
  }
}

interface Settling {
  act: AssetAct;
  on: string;
  restsOn: { sign: string; date: string } | null;
}

async function settledBy(held: HeldTask, actor: Actor, { act, on, restsOn }: Settling): Promise<Made> {
  taskPolicy.insist('record', actor, { standing: held.task.standing, involved: held.involved });
  const { lines } = await assetsOf(held.tx, actor.agencyId, [held.id]);
  const lacking = listRefusal(act, lines.get(held.id) ?? []);
  if (lacking !== null) throw Refused.conflict(lacking);
  const { law, used } = witnessed(held.law);
  const then = taskOn(held.facts, law, { asOf: on });
  if (then === null) throw Refused.conflict('Ngày này trước khi có nhiệm vụ.');
  const body = bodies[act];
  noteDecider(body.kind, { regime: then.law.regime, on, law });
  const refusal = actRefusal(body.kind, then.standing, { on, law, ...actingAs(actor), body });
  if (refusal) refuse(refusal);
  return { on, body, restsOn: await restingOn(held.tx, actor.agencyId, restsOn), ruleIds: [...used] };
}

/**
 * Records one step of the settlement on many tasks in one transaction. Those on which it is not possible are left alone and
 * told with the reason; with `dry` nothing is recorded. @throws Refused 400
 */
export async function settleAssets(
  ctx: Context,
  actor: Actor,
  { ids, dry, ...settling }: Settling & { ids: readonly string[]; dry: boolean },
): Promise<ManyDone> {
  const today = ctx.today().toString();
  refuseFuture(settling.on, today);
  const about = { action: `asset.${settling.act}`, recordKind: 'asset', detail: { ids } };
  try {
    const result = await command(ctx, actor, about, async (tx) => {
      const result: ManyDone = { done: [], refused: [] };
      const inNameOf = await givesInNameOf(tx, actor, today);
      const made: { held: HeldTask; fact: Made }[] = [];
      // Always in the same order, so that two people acting on the same ones do not wait for each other in a ring.
      for (const id of [...new Set(ids)].toSorted()) {
        let words = '';
        try {
          const held = await holdTask(tx, ctx, actor, id);
          words = held.task.title;
          made.push({ held, fact: await settledBy(held, actor, settling) });
          result.done.push({ id, words, factId: null });
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
          result.refused.push({ id, words, reason: error.message });
        }
      }
      if (dry) throw new DryRun(result);
      const [first] = made;
      if (!first) return result;
      const facts = made.map(({ held, fact }) => ({ ...fact, taskId: held.id, inNameOf }));
      const factIds = await keepFacts(tx, ctx, actor, first.held, facts);
      return { ...result, done: result.done.map((one, at) => ({ ...one, factId: factIds[at] ?? null })) };
    });
    tellTasks(ctx, actor.agencyId);
    return result;
  } catch (error) {
    if (error instanceof DryRun) return error.result;
    throw error;
  }
}

/** Takes back what was recorded on many, all or nothing, while no later step rests on it. @throws Refused 403, 404, 409 */
export async function undoSettling(
  ctx: Context,
  actor: Actor,
  facts: readonly { id: string; factId: string }[],
): Promise<{ undone: number }> {
  const about = { action: 'asset.undone', recordKind: 'asset', detail: { facts } };
  await command(ctx, actor, about, async (tx) => {
    const inNameOf = await givesInNameOf(tx, actor, ctx.today().toString());
    for (const { id, factId } of facts.toSorted((a, b) => a.id.localeCompare(b.id))) {
      const held = await holdTask(tx, ctx, actor, id);
      taskPolicy.insist('record', actor, { standing: held.task.standing, involved: held.involved });
      const fact = held.facts.find((one) => one.id === factId);
      if (!fact || !Object.values(bodies).some(({ kind }) => kind === fact.body.kind))
        throw Refused.notFound();
      if (supersededIds(held.facts).has(factId)) throw Refused.conflict('Điều này đã được đính chính.');
      const body = {
        kind: 'corrected' as const,
        supersedes: factId,
        reason: 'Hoàn tác việc làm hàng loạt',
        instead: null,
      };
      const undone = { ...fact, id: 'new', recordedAt: '9999', body };
      refuseBroken(held, [...held.facts, undone]);
      await keepFacts(tx, ctx, actor, held, [
        { taskId: id, on: fact.happenedOn, body, restsOn: fact.restsOn, inNameOf },
      ]);
    }
  });
  tellTasks(ctx, actor.agencyId);
  return { undone: facts.length };
}

/** Reports under a directive of the register how many of all tasks are settled, and keeps it linked. @throws Refused 403, 404, 409 */
export async function reportAssets(
  ctx: Context,
  actor: Actor,
  directiveId: string,
): Promise<{ percent: number }> {
  const { agencyId, personId } = actor;
  let percent = 0;
  const about = { action: 'asset.reported', recordKind: 'directive', recordId: directiveId };
  await changeDirective(ctx, actor, about, async (tx) => {
    const held = await hold(tx, ctx, actor, directiveId);
    const counts = await stageCounts(tx, agencyId);
    percent = percentSettled(counts);
    const words = `Tài sản nhiệm vụ KH&CN: đã xử lý ${counts.settled}; chờ bàn giao ${counts.handOver}; chờ quyết định ${counts.decide}; chưa có phương án ${counts.plan}.`;
    const act = { kind: 'progressed' as const, percent, words, obstacle: null };
    const fact = await recordAct(tx, ctx, actor, held, { act, happenedOn: ctx.today().toString() });
    await writeHeld(tx, ctx, agencyId, held, [fact]);
    await sql`insert into asset_directive (agency_id, id, directive_id, recorded_at, recorded_by)
      values (${agencyId}, ${uuidv7()}, ${directiveId}, ${ctx.clock().toString()}, ${personId})`.execute(tx);
    return { id: directiveId };
  });
  return { percent };
}
