import { sql } from 'kysely';
import type { RecordedTaskFact, TaskProfile } from '../../domain/tasks/about.ts';
import type { PhaseId, RestsOn, TaskEvent } from '../../domain/tasks/facts.ts';
import type { Law } from '../../domain/tasks/law.ts';
import { stepWordsOf } from '../../domain/tasks/lifecycle/names.ts';
import { getStep } from '../../domain/tasks/lifecycle/opening.ts';
import { taskOn } from '../../domain/tasks/task.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, commandThenRead, Refused } from '../context.ts';
import { partiesOf } from '../directives/parties.ts';
import { refuse } from '../policy.ts';
import { broughtBy, chosenFiles } from '../task-files/files.ts';
import {
  changeTask,
  type HeldTask,
  keepFacts,
  type Made,
  refuseFuture,
  refuseStrangers,
  restingOn,
  tellTasks,
  wrong,
} from './change.ts';
import type { ProfileSaid, Task } from './contract.ts';
import { insistEligible } from './eligibility.ts';
import { eventOf, findTask, presentTask } from './get.ts';
import { judged } from './judge.ts';
import { agencyLaw } from './law.ts';
import { actingAs, taskFactPolicy } from './policy.ts';
import { supersededIds } from './present.ts';

type Cited = Omit<RestsOn, 'documentId'> | null;

/** What is said of a task as a whole, its unit by the name it bears that day. @throws Refused 400 */
async function profileOf(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  { unitId, ...said }: ProfileSaid,
): Promise<TaskProfile> {
  const [unit] = await partiesOf(tx, ctx, actor.agencyId, [unitId], ctx.today().toString());
  if (!unit?.unitId) throw wrong('profile.unitId', 'Chọn đơn vị quản lý nhiệm vụ.');
  if (said.programmeId !== null) await insistProgramme(tx, actor.agencyId, said.programmeId);
  return { ...said, unit: { unitId: unit.unitId, name: unit.name } };
}

async function insistProgramme(tx: Tx, agencyId: string, id: string): Promise<void> {
  const { rows } =
    await sql`select 1 from science_programme where agency_id = ${agencyId} and id = ${id}`.execute(tx);
  if (rows.length === 0)
    throw wrong('profile.programmeId', 'Chương trình này không có trong cơ quan. Chọn lại.');
}

/** Begins a task: with its proposal, or as older files that had come to a phase. @throws Refused 400, 422 */
export async function beginTask(
  ctx: Context,
  actor: Actor,
  said: {
    profile: ProfileSaid;
    on: string;
    takenOver?: PhaseId | undefined;
    code?: string | undefined;
    restsOn: Cited;
    secret: boolean;
  },
): Promise<Task> {
  if (said.secret)
    throw Refused.unprocessable(
      'Nhiệm vụ thuộc bí mật nhà nước không được nhập vào hệ thống này (Luật Bảo vệ bí mật nhà nước Đ5). Theo dõi hồ sơ giấy theo quy chế bảo mật của cơ quan.',
    );
  const today = ctx.today().toString();
  const about = { action: 'task.begun', recordKind: 'task', detail: { title: said.profile.title } };
  const found = await commandThenRead(
    ctx,
    actor,
    about,
    async (tx) => {
      refuseFuture(said.on, today);
      const law = await agencyLaw(tx, ctx, actor.agencyId);
      const profile = await profileOf(tx, ctx, actor, said.profile);
      await refuseStrangers(tx, actor.agencyId, { kind: 'described', profile });
      const id = uuidv7();
      const recorded = { recorded_at: ctx.clock().toString(), recorded_by: actor.personId };
      await tx
        .insertInto('task')
        .values({ agency_id: actor.agencyId, id, ...recorded })
        .execute();
      const restsOn = await restingOn(tx, actor.agencyId, said.restsOn);
      const facts = beginnings(profile, said, law).map((body) => ({
        taskId: id,
        on: said.on,
        body,
        restsOn,
      }));
      await keepFacts(tx, ctx, actor, { law, today }, facts);
      return { id };
    },
    (tx, { id }) => findTask(tx, actor, id),
  );
  tellTasks(ctx, actor.agencyId);
  return presentTask(ctx, actor, found);
}

function beginnings(
  profile: TaskProfile,
  { on, takenOver, code }: { on: string; takenOver?: PhaseId | undefined; code?: string | undefined },
  law: Law,
): Made['body'][] {
  const described = { kind: 'described' as const, profile };
  const coded = code === undefined ? [] : [{ kind: 'coded' as const, code, family: null }];
  if (takenOver) return [described, ...coded, { kind: 'takenOver', phase: takenOver }];
  const first = taskOn([{ ...blank, happenedOn: on, body: described }], law, { asOf: on });
  const proposes = first !== null && getStep(first.law.regime, 'proposed') !== undefined;
  return [described, ...coded, ...(proposes ? [{ kind: 'proposed' as const, title: profile.title }] : [])];
}

const blank: Omit<RecordedTaskFact, 'happenedOn' | 'body'> = {
  ...{ id: '', recordedAt: '', by: '', byId: null, inNameOf: null, restsOn: null, ruleIds: [] },
};

/** Says anew what a task is. @throws Refused 400, 403, 404, 412 */
export function describeTask(
  ctx: Context,
  actor: Actor,
  id: string,
  version: number,
  { profile: said, on }: { profile: ProfileSaid; on: string },
): Promise<Task> {
  return changeTask(
    ctx,
    actor,
    { id, act: 'describe', action: 'task.described' },
    async ({ tx, facts, task, today }) => {
      if (facts.length !== version) throw Refused.stale();
      refuseFuture(on, today);
      const { title } = task.standing.terms;
      if (title !== null && title !== said.title)
        throw wrong(
          'profile.title',
          `Tên theo văn bản là «${title}». Sửa bằng đính chính bước đã ghi tên, hoặc bằng điều chỉnh tên.`,
        );
      const body = { kind: 'described' as const, profile: await profileOf(tx, ctx, actor, said) };
      await refuseStrangers(tx, actor.agencyId, body);
      return [{ on, body }];
    },
  );
}

/** Records a step, or a supplement asked for or received. @throws Refused 400, 403, 404, 409 */
export function recordStep(
  ctx: Context,
  actor: Actor,
  id: string,
  {
    on,
    event,
    restsOn,
    files = [],
  }: { on: string; event: TaskEvent; restsOn: Cited; files?: readonly string[] },
): Promise<Task> {
  const about = { id, act: 'record' as const, action: 'task.recorded', detail: { kind: event.kind } };
  return changeTask(ctx, actor, about, async (held) => {
    refuseFuture(on, held.today);
    if (event.kind === 'inspected' && event.round)
      throw wrong('event.round', 'Ghi biên bản của một đợt kiểm tra ở trang của đợt ấy.');
    await refuseStrangers(held.tx, actor.agencyId, event);
    const { refusal, used } = judged(actingAs(actor), held.facts, on, event, held.law);
    if (refusal) refuse(refusal);
    const gates = await insistEligible(held, actor.agencyId, on, event);
    const ruleIds = [...used, ...gates];
    const kept = await chosenFiles(held.tx, actor, broughtBy(actor), files);
    const rests = await restingOn(held.tx, actor.agencyId, restsOn);
    return [{ on, body: event, restsOn: rests, ruleIds, files: kept.map((file) => file.id) }];
  });
}

/** What is put right may not leave later steps without what they rest on. @throws Refused 409 */
export function refuseBroken({ task, law, today }: HeldTask, facts: readonly RecordedTaskFact[]): void {
  const then = taskOn(facts, law, { asOf: today });
  // Where it makes the task follow another law, all is judged anew and shown as gaps.
  if (then?.law.regime !== task.law.regime) return;
  const known = new Set(task.standing.gaps.map(({ kind, on }) => `${kind} ${on}`));
  const [broken] = then.standing.gaps.filter(({ kind, on }) => !known.has(`${kind} ${on}`));
  if (!broken) return;
  const name = stepWordsOf(then.law.regime, broken.kind);
  throw Refused.conflict(
    `Bước «${name}» ngày ${broken.on.split('-').reverse().join('/')} dựa vào điều này. Đính chính bước ấy trước.`,
  );
}

/** Puts right what was recorded: what should have been and on which day, or nothing. @throws Refused 400, 403, 404, 409 */
export function correctFact(
  ctx: Context,
  actor: Actor,
  id: string,
  { factId, reason, instead, ...said }: Correction,
): Promise<Task> {
  const about = { id, action: 'task.corrected', detail: { factId, reason } };
  return changeTask(ctx, actor, about, async (held) => {
    const fact = held.facts.find((one) => one.id === factId);
    if (!fact) throw Refused.notFound();
    const superseded = supersededIds(held.facts).has(factId);
    const { standing } = held.task;
    taskFactPolicy.insist('correct', actor, { standing, involved: held.involved, fact, superseded });
    const on = said.on ?? fact.happenedOn;
    refuseFuture(on, held.today);
    const body = { kind: 'corrected' as const, supersedes: factId, reason, instead };
    const then = [...held.facts, { ...blank, id: 'new', recordedAt: '9999', happenedOn: on, body }];
    // Moved to a later day, what is told first is which step comes to stand before it.
    if (on > fact.happenedOn) refuseBroken(held, then);
    const used = instead ? await insistInstead(held, actor, { fact, on, instead }) : new Set<string>();
    refuseBroken(held, then);
    const restsOn =
      said.restsOn === undefined
        ? fact.restsOn
        : await restingOn(held.tx, actor.agencyId, said.restsOn ?? null);
    return [{ on, body, restsOn, ruleIds: [...used] }];
  });
}

/** What is put right of a fact; its day and its document stay where they are left out. */
interface Correction {
  factId: string;
  reason: string;
  instead: TaskEvent | null;
  on?: string | undefined;
  restsOn?: Cited | undefined;
}

/** What is put in the place of a fact must have been possible. @throws Refused 400, 403, 409 */
async function insistInstead(
  held: HeldTask,
  actor: Actor,
  { fact, on, instead }: { fact: RecordedTaskFact; on: string; instead: TaskEvent },
): Promise<ReadonlySet<string>> {
  await refuseStrangers(held.tx, actor.agencyId, instead);
  const gates = await insistEligible(held, actor.agencyId, on, instead);
  const { refusal, used } = judged(actingAs(actor), without(held.facts, fact), on, instead, held.law);
  // Of the same step on its day only what it says is put right: that it was due then is on record.
  const same = eventOf(fact)?.kind === instead.kind && on === fact.happenedOn;
  if (refusal && !same) refuse(refusal);
  return used.union(gates);
}

/** Facts as if one, and what it put right before, had never been recorded. */
function without(facts: readonly RecordedTaskFact[], { id, body }: RecordedTaskFact): RecordedTaskFact[] {
  const others = facts.filter((one) => one.id !== id);
  const before = body.kind === 'corrected' && others.find((one) => one.id === body.supersedes);
  return before ? without(others, before) : others;
}

/** Records which law a task follows by a decision. @throws Refused 400, 403, 404, 409 */
export function decideRegime(
  ctx: Context,
  actor: Actor,
  id: string,
  { on, ...decided }: { regime: 'A' | 'B'; number: string; on: string; reason: string },
): Promise<Task> {
  return changeTask(
    ctx,
    actor,
    { id, act: 'decideRegime', action: 'task.regimeDecided', detail: decided },
    ({ today, task }) => {
      refuseFuture(on, today);
      // The transition rule it decides otherwise than, where one chose the law until now.
      const ruleIds = task.law.ruleId === null ? [] : [task.law.ruleId];
      return [{ on, body: { kind: 'regimeDecided', ...decided }, ruleIds }];
    },
  );
}
