import { type RawBuilder, sql } from 'kysely';
import {
  type AssetLine,
  AssetStage,
  percentSettled,
  SettlementForm,
  suggestForm,
} from '../../domain/assets/asset.ts';
import { type Law, ruleFor, type TaskRegime, taskRegimes } from '../../domain/tasks/law.ts';
import { deciderWordsOf } from '../../domain/tasks/lifecycle/names.ts';
import { getStep } from '../../domain/tasks/lifecycle/opening.ts';
import { authorityOver } from '../../domain/tasks/rules/amounts.ts';
import { searchQuery } from '../../domain/text/search.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { assetAuthority } from '../tasks/judge.ts';
import { agencyLaw } from '../tasks/law.ts';
import { ruleCited } from '../tasks/present.ts';
import type { Asset, AssetFilter, AssetTask, AssetWorkspace } from './contract.ts';
import { assetsPolicy, assetTaskPolicy } from './policy.ts';

/** Tasks shown at once. */
const mostShown = 500;
/** Laws under which assets have steps of their own. */
const regimes = taskRegimes.filter((regime) => getStep(regime, 'assetsPlanned') !== undefined);

const stage = sql<AssetStage>`case when 'assetsPlanned' = any(n.steps) then 'plan' when 'assetsDecided' = any(n.steps) then 'decide'
  when 'assetsHandedOver' = any(n.steps) then 'handOver' else 'settled' end`;

/** Tasks that leave assets: those past their contract, and those whose assets are waited for already. */
const leaving = (
  agencyId: string,
): RawBuilder<unknown> => sql`n.agency_id = ${agencyId} and n.regime = any(${regimes}::text[])
  and n.ended_as is distinct from 'not-carried-out'
  and (n.state in ('ending', 'ended') or n.steps && array['assetsPlanned', 'assetsDecided', 'assetsHandedOver'])`;

function narrowed({ q, unit, late }: AssetFilter, today: string): RawBuilder<unknown> {
  const words = q === undefined ? null : searchQuery(q);
  return sql`${words ? sql`and n.search @@ ${words}::tsquery` : sql``} ${unit ? sql`and n.unit_id = ${unit}` : sql``}
    ${late === undefined ? sql`` : sql`and coalesce(w.due < ${today}::date, false) = ${late}`}`;
}

interface Row {
  id: string;
  title: string;
  codes: string[];
  host: string | null;
  unit: string;
  endedOn: string | null;
  stage: AssetStage;
  regime: TaskRegime;
  due: string | null;
  partners: string[];
}

const rowsFrom = (agencyId: string): RawBuilder<unknown> => sql`from task_now n left join lateral (
    select min(w.due) as due from task_wait w where w.agency_id = n.agency_id and w.task_id = n.task_id
      and w.step in ('assetsPlanned', 'assetsDecided', 'assetsHandedOver')) w on true where ${leaving(agencyId)}`;

const columns = sql`n.task_id as id, n.title, n.codes, n.host_name as host, n.unit_name as unit, n.regime,
  coalesce(n.accepted_on, n.ends_on) as "endedOn", ${stage} as stage, w.due, n.partner_ids as partners`;

interface LineRow {
  taskId: string;
  id: string;
  countedOn: string;
  line: AssetLine;
}

/** The assets of tasks as counted last, and how often anything was recorded of each task's. */
export async function assetsOf(
  tx: Tx,
  agencyId: string,
  taskIds: readonly string[],
): Promise<{ lines: Map<string, LineRow[]>; versions: Map<string, number> }> {
  const of = sql`where f.agency_id = ${agencyId} and f.task_id = any(${[...taskIds]}::uuid[])`;
  const { rows } = await sql<LineRow & { listed: boolean }>`
    select distinct on (f.task_id, f.asset_id) f.task_id as "taskId", f.asset_id as id, f.happened_on as "countedOn",
      f.body -> 'line' as line, f.body ->> 'kind' = 'listed' as listed
    from asset_fact f ${of} order by f.task_id, f.asset_id, f.happened_on desc, f.recorded_at desc, f.id desc`.execute(
    tx,
  );
  const { rows: counted } = await sql<{ taskId: string; count: number }>`
    select f.task_id as "taskId", count(*)::int as count from asset_fact f ${of} group by f.task_id`.execute(
    tx,
  );
  const lines = new Map<string, LineRow[]>();
  for (const row of rows) if (row.listed) lines.set(row.taskId, [...(lines.get(row.taskId) ?? []), row]);
  return { lines, versions: new Map(counted.map(({ taskId, count }) => [taskId, count])) };
}

interface Shown {
  today: string;
  law: Law;
  actor: Actor;
  own: ReadonlySet<string>;
}

function presentTask(
  row: Row,
  lines: readonly LineRow[],
  version: number,
  { today, law, actor, own }: Shown,
): AssetTask {
  const { regime, partners, ...told } = row;
  const asked = { regime, on: today };
  const rule = ruleFor('authority-by-amount', { topic: assetAuthority, ...asked }, law);
  const listed = ruleFor('list', { topic: 'task.assets.forms', ...asked }, law)?.value.items ?? [];
  const sum = (of: (line: AssetLine) => number) => lines.reduce((total, { line }) => total + of(line), 0);
  const originalValue = sum((line) => line.originalValue);
  return {
    ...{ ...told, version, late: row.due !== null && row.due < today },
    assets: lines.map(
      ({ id, countedOn, line }): Asset => ({ id, countedOn, ...line, suggestion: suggestForm(line, listed) }),
    ),
    ...{ originalValue, foundValue: sum((line) => line.foundValue ?? 0) },
    authority: rule
      ? {
          by: deciderWordsOf(authorityOver(rule, originalValue), actor.language),
          rule: ruleCited(rule, actor.language),
        }
      : null,
    forms: SettlementForm.options.filter((form) => listed.includes(form)),
    abilities: assetTaskPolicy.abilitiesOf(actor, { involved: partners.some((id) => own.has(id)) }),
  };
}

async function present(tx: Tx, ctx: Context, actor: Actor, rows: readonly Row[]): Promise<AssetTask[]> {
  const { agencyId, personId } = actor;
  const { lines, versions } = await assetsOf(
    tx,
    agencyId,
    rows.map(({ id }) => id),
  );
  const { rows: own } = await sql<{ id: string }>`
    select partner_id as id from partner_now where agency_id = ${agencyId} and person_id = ${personId}`.execute(
    tx,
  );
  const law = await agencyLaw(tx, ctx, agencyId);
  const shown = { today: ctx.today().toString(), law, actor, own: new Set(own.map(({ id }) => id)) };
  return rows.map((row) => presentTask(row, lines.get(row.id) ?? [], versions.get(row.id) ?? 0, shown));
}

/** Tasks with their assets, by id and in that order; what leaves no assets is left out. */
export async function assetTasks(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  ids: readonly string[],
): Promise<AssetTask[]> {
  const { rows } = await sql<Row>`select ${columns} ${rowsFrom(actor.agencyId)}
    and n.task_id = any(${[...ids]}::uuid[]) order by n.codes, n.title, n.task_id`.execute(tx);
  return present(tx, ctx, actor, rows);
}

/** One of them. @throws Refused 404 */
export async function assetTask(tx: Tx, ctx: Context, actor: Actor, id: string): Promise<AssetTask> {
  const [task] = await assetTasks(tx, ctx, actor, [id]);
  if (!task) throw Refused.notFound();
  return task;
}

/** How many tasks stand in each stage. */
export async function stageCounts(
  tx: Tx,
  agencyId: string,
  where: RawBuilder<unknown> = sql``,
): Promise<AssetWorkspace['counts']> {
  const { rows } = await sql<{ stage: AssetStage; count: number }>`
    select ${stage} as stage, count(*)::int as count ${rowsFrom(agencyId)} ${where} group by 1`.execute(tx);
  const counts = { plan: 0, decide: 0, handOver: 0, settled: 0 };
  for (const row of rows) counts[row.stage] = row.count;
  return counts;
}

async function linkedDirective(
  tx: Tx,
  agencyId: string,
): Promise<{ id: string; words: string; percent: number } | null> {
  const { rows } = await sql<{ id: string; words: string; percent: number }>`
    select d.id, d.words, n.percent from asset_directive a
    join directive d on d.agency_id = a.agency_id and d.id = a.directive_id
    join directive_now n on n.agency_id = d.agency_id and n.directive_id = d.id
    where a.agency_id = ${agencyId} order by a.recorded_at desc, a.id desc limit 1`.execute(tx);
  return rows[0] ?? null;
}

/** The tasks whose assets are to be settled, and how far that has come. */
export async function assetWorkspace(
  ctx: Context,
  actor: Actor,
  filter: AssetFilter,
): Promise<AssetWorkspace> {
  const { agencyId } = actor;
  const today = ctx.today().toString();
  const where = narrowed(filter, today);
  return ctx.store.read(actor.scope, async (tx) => {
    const { rows } = await sql<Row>`select ${columns} ${rowsFrom(agencyId)} ${where}
      ${filter.stage ? sql`and ${stage} = ${filter.stage}` : sql``}
      order by ${stage} = 'settled', w.due nulls last, n.task_id limit ${mostShown}`.execute(tx);
    const counts = await stageCounts(tx, agencyId, where);
    const linked = await linkedDirective(tx, agencyId);
    const all = AssetStage.options.reduce((sum, one) => sum + counts[one], 0);
    return {
      today,
      items: await present(tx, ctx, actor, rows),
      total: filter.stage ? counts[filter.stage] : all,
      counts,
      directive: linked && { ...linked, counted: percentSettled(await stageCounts(tx, agencyId)) },
      abilities: assetsPolicy.abilitiesOf(actor, null),
    };
  });
}
