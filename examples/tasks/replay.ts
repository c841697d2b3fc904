import { AssetLine } from '../../src/domain/assets/asset.ts';
import type { TaskProfile } from '../../src/domain/tasks/about.ts';
import type { Arrangement } from '../../src/domain/tasks/arrangement.ts';
import type { Named } from '../../src/domain/tasks/change.ts';
import type { RestsOn } from '../../src/domain/tasks/facts.ts';
import { countAssets } from '../../src/features/assets/commands.ts';
import { assetWorkspace } from '../../src/features/assets/queries.ts';
import { type Actor, type Context, command } from '../../src/features/context.ts';
import { addPartner } from '../../src/features/partners/commands.ts';
import { decideRule } from '../../src/features/task-rules/commands.ts';
import { listRules } from '../../src/features/task-rules/queries.ts';
import { type Recording, recordFacts } from '../../src/features/tasks/facts.ts';
import { agencyLaw } from '../../src/features/tasks/law.ts';
import { refreshTasks } from '../../src/features/tasks/now.ts';
import { uuidv7 } from '../../src/storage/ids.ts';
import type { Tx } from '../../src/storage/store.ts';
import { momentOf } from '../two-years/moment.ts';
import type { Department } from '../two-years/replay.ts';
import { calledOrders, replayCalls } from './calls.ts';
import { courseOf } from './course.ts';
import { arrangementOf, disbursed } from './money.ts';
import type { Happening, TaskPlan } from './plan.ts';
import { type ExampleTask, exampleHosts, exampleInvestigators, exampleTasks } from './plans.ts';
import { replayScienceProgrammes } from './programmes.ts';
import { ruled } from './ruled.ts';

/** A task as it is put into an empty portfolio: what it is, and what happens to it. */
export interface ToldTask {
  profile: TaskProfile;
  code: { code: string; on: string } | null;
  /** Who signs its contract and how it is paid. */
  arrangement?: Arrangement & { on: string };
  happenings: readonly Happening[];
}

/**
 * Puts the sixty tasks of the department into its portfolio, with hosts and investigators; in bulk, each fact with its own two
 * clocks, since step by step through the commands it would take a minute.
 */
export async function replayTasks(ctx: Context, actor: Actor, department: Department): Promise<void> {
  const partners = await addPartners(ctx, actor);
  const programmeOf = await replayScienceProgrammes(ctx, actor);
  const today = ctx.today();
  const told = coded(exampleTasks(today), today.toString()).map(({ task, code }): ToldTask => {
    const [host, investigator] = [partners.hosts[task.hostAt]!, partners.investigators[task.investigatorAt]!];
    const plan: TaskPlan = { ...task, host, investigator, number: `${task.order}/HĐ-SKHCN` };
    const profile = profileOf(task, department, programmeOf(task));
    const arrangement = arrangementOf(plan, exampleHosts[task.hostAt]!, department.director.name);
    const course = [...courseOf(plan), ...disbursed(plan)];
    return { profile, code, arrangement, happenings: uncalled(task.order, course) };
  });
  const about = { action: 'demo.replayed', recordKind: 'agency', recordId: actor.agencyId };
  await command(ctx, actor, about, (tx) => insertTasks(tx, ctx, actor, told, { withRules: true }));
  await decideOwnRule(ctx, actor);
  await countSomeAssets(ctx, actor);
  await replayCalls(ctx, actor, partners, await idsByOrder(ctx, actor));
}

/** Of tasks the demo's own calls are for, what comes before them: the calls tell the rest. */
function uncalled(order: number, happenings: readonly Happening[]): readonly Happening[] {
  const call = happenings.findIndex(({ body }) => body.kind === 'called');
  return [...calledOrders.open, calledOrders.closed].some((one) => one === order)
    ? happenings.slice(0, call)
    : happenings;
}

/** The ids of the tasks by their place among the sixty, found by their titles. */
async function idsByOrder(ctx: Context, actor: Actor): Promise<Map<number, string>> {
  const rows = await ctx.store.read(actor.scope, (tx) =>
    tx.selectFrom('task_now').select(['task_id', 'title']).where('agency_id', '=', actor.agencyId).execute(),
  );
  const ids = new Map(rows.map(({ task_id, title }) => [title, task_id]));
  return new Map(exampleTasks(ctx.today()).map(({ order, title }) => [order, ids.get(title) ?? '']));
}

/** The department opens dossiers sooner than the law asks for: one rule of its own, for every screen that cites it. */
async function decideOwnRule(ctx: Context, actor: Actor): Promise<void> {
  const from = `${ctx.today().year}-02-01`;
  const { items } = await listRules(ctx, actor, { on: from, regime: 'B-science', subject: 'selection' });
  const rule = items.find(({ topic }) => topic === 'task.selection.opening');
  if (!rule) throw new Error('No rule says when dossiers are opened');
  await decideRule(ctx, actor, {
    ...{ insteadOf: rule.id, number: '18/QĐ-SKHCN', date: `${ctx.today().year}-01-15`, article: 'Điều 2' },
    ...{ from, to: null, value: { kind: 'term', amount: 7, direction: 'after' } },
    note: 'Rút ngắn theo cam kết cải cách hành chính của Sở.',
  });
}

/** What tasks of the demo leave behind: the first of them in each stage, in what condition. */
const exampleAssets: readonly AssetLine[] = [
  ['Máy sấy đối lưu 50 kg/mẻ', 1, 185_000_000, 'good', 96_000_000],
  ['Máy tính xách tay', 2, 44_000_000, 'repairable', 9_000_000],
  ['Tủ cấy vô trùng', 1, 62_000_000, 'broken', null],
].map(([name, quantity, originalValue, condition, foundValue]) =>
  AssetLine.parse({ name, quantity, originalValue, condition, foundValue, where: 'Kho tổ chức chủ trì' }),
);

/** Lists of assets for some tasks whose assets are not settled, so that the workspace shows lists and values. */
async function countSomeAssets(ctx: Context, actor: Actor): Promise<void> {
  const { items } = await assetWorkspace(ctx, actor, {});
  const waiting = items.filter(({ stage }) => stage !== 'settled').slice(0, 5);
  for (const [at, { id, version }] of waiting.entries()) {
    const assets = exampleAssets
      .slice(0, 1 + (at % exampleAssets.length))
      .map((line) => ({ ...line, id: null, originalValue: line.originalValue + at * 7_000_000 }));
    await countAssets(ctx, actor, id, version, { on: ctx.today().toString(), assets });
  }
}

/**
 * Records tasks as they stand today, each fact on the morning of its day, or so many days later; with the rules each step rests
 * on where asked, which takes a reading of the whole task for each.
 * @returns their ids
 */
export async function insertTasks(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  tasks: readonly ToldTask[],
  { later = 0, withRules = false }: { later?: number; withRules?: boolean } = {},
): Promise<string[]> {
  const today = ctx.today().toString();
  const begun = tasks.map(({ happenings, ...task }) => ({
    ...task,
    id: uuidv7(),
    happenings: happenings.filter(({ on }) => on <= today),
  }));
  const factOf = (taskId: string, on: string, body: Recording['body']): Recording => ({
    ...{ taskId, on, body, recordedAt: momentOn(on, later) },
  });
  const known = begun.filter(({ happenings }) => happenings.length > 0);
  const recorded = { agency_id: actor.agencyId, recorded_by: actor.personId };
  const rows = known.map(({ id, happenings }) => ({
    ...recorded,
    id,
    recorded_at: momentOn(firstDay(happenings), later),
  }));
  await tx.insertInto('task').values(rows).execute();
  const law = await agencyLaw(tx, ctx, actor.agencyId);
  const told = known.map(({ id, profile, code, arrangement, happenings }): Recording[] => [
    factOf(id, firstDay(happenings), { kind: 'described', profile }),
    ...(code && code.on <= today
      ? [factOf(id, code.on, { kind: 'coded', code: code.code, family: 'task.codes.own' })]
      : []),
    ...(arrangement && arrangement.on <= today ? [factOf(id, arrangement.on, arranged(arrangement))] : []),
    ...happenings.map(({ on, body, paper }) => ({
      ...factOf(id, on, body),
      restsOn: paperOf(on, body, paper),
    })),
  ]);
  const facts = told.flatMap((own) => (withRules ? ruled(own, law) : own));
  await recordFacts(tx, actor, ctx.clock().toString(), facts);
  const ids = known.map(({ id }) => id);
  await refreshTasks(tx, actor.agencyId, { law, today }, ids);
  return ids;
}

const arranged = ({ signers, instalments }: Arrangement): Recording['body'] => ({
  ...{ kind: 'contractArranged', signers, instalments },
});
const firstDay = (happenings: readonly Happening[]) =>
  happenings.reduce((first, { on }) => (on < first ? on : first), '9999');
const momentOn = (day: string, later: number) =>
  momentOf(Temporal.PlainDate.from(day).add({ days: later }), 30);

/** Signs of the papers that decisions and evidence usually rest on. */
const signs: Partial<Record<Happening['body']['kind'], string>> = {
  approved: 'QĐ-SKHCN',
  disbursed: 'GRDT-SKHCN',
  changed: 'QĐ-SKHCN',
  applied: 'BB-UDKQ',
  effectReported: 'BC-HQUD',
};

/** What a step rests on: a round of inspections on the plan of its half-year, decisions and evidence on a paper of the day. */
function paperOf(on: string, { kind }: Happening['body'], paper: string | undefined): RestsOn | null {
  if (paper !== undefined) return { documentId: null, sign: paper, date: `${on.slice(0, 4)}-01-15` };
  const sign = signs[kind];
  const number = Temporal.PlainDate.from(on).dayOfYear;
  return sign === undefined ? null : { documentId: null, sign: `${number}/${sign}`, date: on };
}

function profileOf(task: ExampleTask, { units }: Department, programmeId: string | null): TaskProfile {
  const { title, level, type, field, unit } = task;
  return {
    ...{ title, level, type, field, programmeId, orderedBy: null, members: [] },
    unit: { unitId: units.get(unit) ?? '', name: unit },
    aims: `Làm chủ và đưa vào sản xuất: ${title.charAt(0).toLowerCase()}${title.slice(1)}.`,
    products: 'Quy trình kỹ thuật; mô hình trình diễn; báo cáo tổng hợp.',
  };
}

/** Codes of the department's own family, given with the contract and counted by its year; none before that. */
function coded(tasks: readonly ExampleTask[], today: string) {
  const orders = new Map<string, number>();
  return tasks.map((task) => {
    const on = task.contractOn;
    if (on > today) return { task, code: null };
    const year = on.slice(0, 4);
    const order = (orders.get(year) ?? 0) + 1;
    orders.set(year, order);
    return { task, code: { code: `SKHCN.${String(order).padStart(2, '0')}/${year}`, on } };
  });
}

async function addPartners(ctx: Context, actor: Actor): Promise<{ hosts: Named[]; investigators: Named[] }> {
  const on = `${ctx.today().year - 4}-01-05`;
  const blank = { identifier: null, email: null, phone: null };
  const hosts: Named[] = [];
  for (const [at, host] of exampleHosts.entries()) {
    const profile = {
      ...blank,
      ...host,
      address: 'Tỉnh Minh Sơn',
      identifier: `46000${String(at).padStart(5, '0')}`,
    };
    const { id, name } = await addPartner(ctx, actor, { said: { kind: 'organisation', profile }, on });
    hosts.push({ id, name });
  }
  const investigators: Named[] = [];
  for (const { name, degree, at } of exampleInvestigators) {
    const profile = { ...blank, name, degree, organisationId: hosts[at]?.id ?? null, personId: null };
    const { id } = await addPartner(ctx, actor, { said: { kind: 'person', profile }, on });
    investigators.push({ id, name: `${degree} ${name}` });
  }
  return { hosts, investigators };
}
