import type { InspectionBody, InspectionOutcome, InspectionPlan } from '../../domain/inspections/facts.ts';
import { findingDirective } from '../../domain/inspections/words.ts';
import { deadlineOfItem } from '../../domain/programme/item.ts';
import type { RestsOn } from '../../domain/tasks/facts.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, commandThenRead, Refused } from '../context.ts';
import { givesInNameOf } from '../directives/doer.ts';
import { insertDirectives } from '../directives/insert.ts';
import { partiesOf } from '../directives/parties.ts';
import { idsOf, refreshNow } from '../directives/record.ts';
import { tellChanged } from '../directives/tell.ts';
import { addFact, beginRecord, holdRecord } from '../planning/facts.ts';
import { refuse } from '../policy.ts';
import { holdTask, keepFacts, refuseFuture, restingOn, tellTasks, wrong } from '../tasks/change.ts';
import { judged } from '../tasks/judge.ts';
import { actingAs, taskPolicy } from '../tasks/policy.ts';
import type { FindingGiven, Inspection, InspectionSaid } from './contract.ts';
import { inspectionPolicy } from './policy.ts';
import { type KnownRound, type KnownRounds, knownRounds, readInspection } from './queries.ts';

const table = 'inspection';
type Cited = Omit<RestsOn, 'documentId'> | null;

/** What is recorded of a round, and on which day. */
interface Made {
  on: string;
  body: InspectionBody;
}

/** A round held by the transaction that changes it. */
interface Held extends KnownRound {
  tx: Tx;
  known: KnownRounds;
  today: string;
}

/** Records facts on one round that `make` finds possible, and gives it as it then stands. */
async function change(
  ctx: Context,
  actor: Actor,
  {
    id,
    act,
    ...about
  }: { id: string; act: 'amend' | 'minute' | 'give' | 'drop'; action: string; detail?: unknown },
  make: (held: Held) => Promise<Made[]> | Made[],
): Promise<Inspection> {
  const round = await commandThenRead(
    ctx,
    actor,
    { ...about, recordKind: 'inspection', recordId: id },
    async (tx) => {
      await holdRecord(tx, actor, table, id);
      const known = await knownRounds(tx, ctx, actor, { id });
      const [held] = known.rounds;
      if (!held) throw Refused.notFound();
      inspectionPolicy.insist(act, actor, held.standing);
      const made = await make({ ...held, tx, known, today: known.today });
      const inNameOf = await givesInNameOf(tx, actor, known.today);
      for (const { on, body } of made)
        await addFact(tx, ctx, actor, table, { recordId: id, on, inNameOf, body });
    },
    (tx) => readInspection(tx, ctx, actor, id),
  );
  tellTasks(ctx, actor.agencyId);
  if (act === 'give') tellChanged(ctx, actor.agencyId);
  return round;
}

/** A plan with the name of its unit; all its tasks must be the agency's. @throws Refused 400 */
async function planOf(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  { unit: unitId, ...said }: InspectionSaid,
): Promise<InspectionPlan> {
  if (said.from > said.to) throw wrong('plan.to', 'Ngày cuối phải sau ngày đầu.');
  const [unit] = await partiesOf(tx, ctx, actor.agencyId, [unitId], ctx.today().toString());
  if (!unit?.unitId) throw wrong('plan.unit', 'Chọn đơn vị chủ trì đợt kiểm tra.');
  const known = await tx
    .selectFrom('task')
    .select('id')
    .where('agency_id', '=', actor.agencyId)
    .where('id', 'in', said.taskIds)
    .execute();
  if (known.length < said.taskIds.length)
    throw wrong('plan.taskIds', 'Có nhiệm vụ không còn trong danh mục của cơ quan. Chọn lại nhiệm vụ.');
  return { ...said, unit: { unitId: unit.unitId, name: unit.name } };
}

/** Puts a round into the plan of its year. @throws Refused 400 */
export async function planInspection(
  ctx: Context,
  actor: Actor,
  { plan, on, restsOn }: { plan: InspectionSaid; on: string; restsOn: Cited },
): Promise<Inspection> {
  const today = ctx.today().toString();
  const round = await commandThenRead(
    ctx,
    actor,
    { action: 'inspection.planned', recordKind: 'inspection', detail: { name: plan.name } },
    async (tx) => {
      refuseFuture(on, today);
      const body = {
        ...{ kind: 'planned' as const, plan: await planOf(tx, ctx, actor, plan) },
        restsOn: await restingOn(tx, actor.agencyId, restsOn),
      };
      const inNameOf = await givesInNameOf(tx, actor, today);
      return { id: await beginRecord(tx, ctx, actor, table, { on, inNameOf, body }) };
    },
    (tx, { id }) => readInspection(tx, ctx, actor, id),
  );
  tellTasks(ctx, actor.agencyId);
  return round;
}

/** Says the plan of a round anew. @throws Refused 400, 404, 409, 412 */
export function amendInspection(
  ctx: Context,
  actor: Actor,
  id: string,
  version: number,
  said: { plan: InspectionSaid; reason: string; on: string; restsOn: Cited },
): Promise<Inspection> {
  const about = { id, act: 'amend' as const, action: 'inspection.amended', detail: { reason: said.reason } };
  return change(ctx, actor, about, async ({ tx, record, today }) => {
    if (record.facts.length !== version) throw Refused.stale();
    refuseFuture(said.on, today);
    const plan = await planOf(tx, ctx, actor, said.plan);
    const restsOn = await restingOn(tx, actor.agencyId, said.restsOn);
    return [{ on: said.on, body: { kind: 'amended', plan, reason: said.reason, restsOn } }];
  });
}

/** Records the minutes of one task: its result as a fact of the task, the findings with the round. @throws Refused 400, 403, 404, 409 */
export function minuteInspection(
  ctx: Context,
  actor: Actor,
  id: string,
  said: {
    taskId: string;
    on: string;
    outcome: InspectionOutcome;
    findings: readonly string[];
    restsOn: Cited;
  },
): Promise<Inspection> {
  const { taskId, on, outcome } = said;
  const about = { id, act: 'minute' as const, action: 'inspection.minuted', detail: { taskId } };
  return change(ctx, actor, about, async ({ tx, standing, today }) => {
    if (!standing.plan.taskIds.includes(taskId))
      throw wrong('taskId', 'Đợt kiểm tra này không có nhiệm vụ ấy. Sửa kế hoạch để thêm vào trước.');
    if (standing.visits.has(taskId))
      throw Refused.conflict(
        'Nhiệm vụ này đã có biên bản trong đợt. Ghi sai thì đính chính ở trang nhiệm vụ.',
      );
    refuseFuture(on, today);
    const held = await holdTask(tx, ctx, actor, taskId);
    taskPolicy.insist('record', actor, { standing: held.task.standing, involved: held.involved });
    const event = { kind: 'inspected' as const, outcome, round: id };
    const { refusal, used } = judged(actingAs(actor), held.facts, on, event, held.law);
    if (refusal) refuse(refusal);
    const restsOn = await restingOn(tx, actor.agencyId, said.restsOn);
    const inNameOf = await givesInNameOf(tx, actor, today);
    const [factId = ''] = await keepFacts(tx, ctx, actor, held, [
      { taskId, on, body: event, restsOn, ruleIds: [...used], inNameOf },
    ]);
    const findings = said.findings.map((words) => ({ id: uuidv7(), words }));
    return [{ on, body: { kind: 'minuted', taskId, factId, findings, restsOn } }];
  });
}

/** Gives findings as directives of the register, and records why others are not given, all in one act. @throws Refused 400, 404, 409 */
export async function giveFindings(
  ctx: Context,
  actor: Actor,
  id: string,
  {
    given,
    spared,
  }: { given: readonly FindingGiven[]; spared: readonly { findingId: string; reason: string }[] },
): Promise<Inspection> {
  const calendar = await ctx.calendar();
  return change(ctx, actor, { id, act: 'give', action: 'inspection.given' }, async (held) => {
    const { tx, today } = held;
    const ids = [...given, ...spared].map(({ findingId }) => findingId);
    if (ids.length === 0) throw wrong('given', 'Chọn ít nhất một kiến nghị.');
    if (new Set(ids).size < ids.length)
      throw wrong('given', 'Mỗi kiến nghị chỉ xử lý một lần. Bỏ dòng trùng.');
    const early = given.findIndex(({ due }) => due < today);
    if (early >= 0) throw wrong(`given.${early}.due`, 'Hạn đã qua. Chọn ngày từ hôm nay trở đi.');
    for (const findingId of ids) openFinding(held, findingId);
    const units = given.map(({ leadUnitId }) => leadUnitId);
    const leads = await partiesOf(tx, ctx, actor.agencyId, units, today);
    const told = await insertDirectives(
      tx,
      ctx,
      actor,
      given.map(({ findingId, product, due }, at) => {
        const { words, taskId, documentId } = openFinding(held, findingId);
        const task = held.known.tasks.get(taskId) ?? { title: '', codes: [] };
        return {
          ...{ words: findingDirective(words, task), kind: 'do' as const, givenOn: today },
          given: {
            ...{ lead: leads[at] ?? null, coordinating: [], product },
            deadline: deadlineOfItem(Number(due.slice(0, 4)), { month: Number(due.slice(5, 7)), day: due }),
          },
          ...(documentId === null
            ? { origin: 'word' as const }
            : { origin: 'document' as const, documentId }),
        };
      }),
    );
    const directiveIds = idsOf(told);
    await refreshNow(tx, actor.agencyId, directiveIds, calendar);
    return [
      ...given.map(({ findingId }, at) => ({
        on: today,
        body: { kind: 'findingGiven' as const, findingId, directiveId: directiveIds[at] ?? '' },
      })),
      ...spared.map((one) => ({ on: today, body: { kind: 'findingSpared' as const, ...one } })),
    ];
  });
}

/** A finding that waits, with the task and the minutes it stands in. @throws Refused 404, 409 */
function openFinding({ standing }: Held, findingId: string) {
  for (const [taskId, { findings, restsOn }] of standing.visits) {
    const found = findings.find(({ id }) => id === findingId);
    if (!found) continue;
    if (found.directiveId !== null || found.spared !== null)
      throw Refused.conflict('Kiến nghị này đã được xử lý. Tải lại để xem.');
    return { ...found, taskId, documentId: restsOn?.documentId ?? null };
  }
  throw Refused.notFound();
}

/** Takes a round out of the plan. @throws Refused 404, 409 */
export const dropInspection = (
  ctx: Context,
  actor: Actor,
  id: string,
  { reason }: { reason: string },
): Promise<Inspection> =>
  change(ctx, actor, { id, act: 'drop', action: 'inspection.dropped', detail: { reason } }, ({ today }) => [
    { on: today, body: { kind: 'dropped', reason } },
  ]);
