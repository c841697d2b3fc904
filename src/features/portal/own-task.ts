import { type RawBuilder, sql } from 'kysely';
import type { StepKind, TaskEvent } from '../../domain/tasks/facts.ts';
import { changeWordsOf, stepWordsOf } from '../../domain/tasks/lifecycle/names.ts';
import type { TaskRole } from '../../domain/tasks/roles.ts';
import { taskOn, taskState } from '../../domain/tasks/task.ts';
import { taskSentence } from '../../domain/tasks/words.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, commandThenRead, Refused } from '../context.ts';
import { refuse } from '../policy.ts';
import { holdTask, keepFacts, namedIn, tellTasks, wrong } from '../tasks/change.ts';
import { taskFacts } from '../tasks/facts.ts';
import { judged } from '../tasks/judge.ts';
import { agencyLaw } from '../tasks/law.ts';
import { presentLife } from '../tasks/present.ts';
import type { PortalTask } from './contract.ts';
import { ownFiles, stepFiles } from './files.ts';
import { partnerOfActor } from './partner.ts';

/** The part of a partner in tasks of theirs: the organisation hosts, the person leads. */
export const roleOfPartner = (actor: Actor): TaskRole =>
  partnerOfActor(actor).kind === 'organisation' ? 'host' : 'investigator';

/** Which rows of `task_now n` are the partner's own: those of a contract or an approval that names them. */
export const ownTask = (actor: Actor): RawBuilder<unknown> => {
  const { id, kind } = partnerOfActor(actor);
  return kind === 'organisation' ? sql`n.host_id = ${id}` : sql`n.investigator_id = ${id}`;
};

/** @throws Refused 404 for another's task as for none */
async function insistOwn(
  tx: Tx,
  actor: Actor,
  taskId: string,
): Promise<{ hostId: string | null; leadId: string | null }> {
  const { rows } = await sql<{ hostId: string | null; leadId: string | null }>`
    select n.host_id as "hostId", n.investigator_id as "leadId" from task_now n
    where n.agency_id = ${actor.agencyId} and n.task_id = ${taskId} and ${ownTask(actor)}`.execute(tx);
  if (!rows[0]) throw Refused.notFound();
  return rows[0];
}

/** What partners record by themselves: their reports, dossiers and wishes. What settles money or ends a task is the agency's to record. */
const recordedByPartners: ReadonlySet<StepKind> = new Set<StepKind>([
  'reported',
  'updated',
  'changeAsked',
  'changeNotified',
  'terminationAsked',
  'stopReported',
  'selfAssessed',
  'acceptanceFiled',
  'completed',
  'finalFiled',
  'failureReported',
  'finalised',
  'estimateFiled',
  'appraisalFinalised',
  'paymentAsked',
  'assetsPlanned',
  'ownershipAsked',
  'applied',
  'effectReported',
]);

const byAgency = 'Cơ quan ghi bước này khi nhận được hồ sơ.';

/** A partner's own task in a transaction of the caller. @throws Refused 404 */
async function readOwn(tx: Tx, ctx: Context, actor: Actor, id: string): Promise<PortalTask> {
  await insistOwn(tx, actor, id);
  const role = roleOfPartner(actor);
  const { language } = actor;
  const day = ctx.today().toString();
  const law = await agencyLaw(tx, ctx, actor.agencyId);
  const facts = (await taskFacts(tx, actor.agencyId, [id])).get(id) ?? [];
  const task = taskOn(facts, law, { asOf: day });
  if (task === null) throw Refused.notFound();
  const life = presentLife(task, { day, language, law, roles: [role] });
  const { rows: files } = await stepFiles(actor.agencyId, id).execute(tx);
  const own = facts.filter(({ byId }) => byId === partnerOfActor(actor).id);
  const { regime } = task.law;
  return {
    ...{ id, title: task.title, codes: task.about.codes.map(({ code }) => code), state: taskState(task) },
    contract: life.contract,
    phases: life.phases,
    phase: task.standing.ended ? null : (task.standing.open[0]?.phase.id ?? null),
    steps: life.steps
      .filter(({ who, state }) => who.includes(role) && state !== 'ahead' && state !== 'past')
      .map((step) => ({ ...step, ...(!recordedByPartners.has(step.kind) && { ability: byAgency }) })),
    supplements: task.standing.supplements
      .filter(({ receivedOn }) => receivedOn === null)
      .map(({ of, askedOn }) => ({
        ...{ of, askedOn, name: stepWordsOf(regime, of, language) },
        clocks: life.steps.find(({ kind }) => kind === of)?.clocks ?? [],
      })),
    changes: life.changes.map(({ changeId, change, state, on }) => ({
      ...{ changeId, state, on, words: changeWordsOf(change.type, language) },
    })),
    records: own
      .toSorted((a, b) => b.recordedAt.localeCompare(a.recordedAt))
      .map((fact) => ({
        ...{ id: fact.id, on: fact.happenedOn, recordedAt: fact.recordedAt },
        words: taskSentence(fact.body, regime, language),
        files: files.filter(({ factId }) => factId === fact.id),
      })),
  };
}

/** One of the partner's own tasks: what is due from them, what they sent. @throws Refused 404 */
export async function getOwnTask(ctx: Context, actor: Actor, id: string): Promise<PortalTask> {
  return ctx.store.read(actor.scope, (tx) => readOwn(tx, ctx, actor, id));
}

/** What a partner may not say by themselves. @throws Refused 400, 403 */
function insistTheirs(event: TaskEvent): void {
  if (event.kind === 'supplementReceived') return;
  if (!(recordedByPartners as ReadonlySet<string>).has(event.kind)) throw Refused.forbidden(byAgency);
  if (event.kind === 'effectReported' && event.last)
    throw wrong('event.last', 'Cơ quan xác định đâu là báo cáo cuối. Gửi báo cáo như các lần trước.');
}

/**
 * Records a step of the partner's own task today, in their part and by the same decision as everywhere, with the files
 * that came with it. @throws Refused 400, 403, 404, 409
 */
export async function recordOwnStep(
  ctx: Context,
  actor: Actor,
  id: string,
  { event, files }: { event: TaskEvent; files: string[] },
): Promise<PortalTask> {
  const act = { action: 'portal.recorded', recordKind: 'portal', recordId: id, detail: { kind: event.kind } };
  const task = await commandThenRead(
    ctx,
    actor,
    act,
    async (tx) => {
      const { hostId, leadId } = await insistOwn(tx, actor, id);
      insistTheirs(event);
      // Another partner's record is named by nobody outside: existing or not, the answer is the same.
      if (namedIn(event).some((named) => named.id !== hostId && named.id !== leadId))
        throw wrong('event', 'Ghi họ tên hoặc tên tổ chức bằng chữ; cơ quan gắn với bản ghi của mình sau.');
      const held = await holdTask(tx, ctx, actor, id);
      const { refusal, used } = judged(
        { roles: [roleOfPartner(actor)], language: actor.language },
        ...([held.facts, held.today, event, held.law] as const),
      );
      if (refusal) refuse(refusal);
      const kept = await ownFiles(tx, actor, files);
      const [factId] = await keepFacts(tx, ctx, actor, held, [
        { taskId: id, on: held.today, body: event, ruleIds: [...used] },
      ]);
      if (factId !== undefined && kept.length > 0)
        await tx
          .insertInto('task_fact_file')
          .values(kept.map((file) => ({ agency_id: actor.agencyId, fact_id: factId, file_id: file.id })))
          .execute();
    },
    (tx) => readOwn(tx, ctx, actor, id),
  );
  tellTasks(ctx, actor.agencyId);
  return task;
}
