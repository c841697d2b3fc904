import { sql } from 'kysely';
import { isOpenAt } from '../../domain/calls/call.ts';
import { receiptNumber } from '../../domain/calls/dossier.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { agencyLaw } from '../tasks/law.ts';
import { rulesCited } from '../tasks/present.ts';
import type { Call, CallList, CallRow } from './contract.ts';
import { callPolicy, callsPolicy } from './policy.ts';
import { type StandingCall, standingCall, standingCalls, type ValidFiling, validFilings } from './rows.ts';

function presentCall({ id, taskIds, call }: StandingCall, now: Temporal.Instant, dossiers: number): CallRow {
  const { number, title, mode, openedOn, closesOn } = call;
  const open = isOpenAt(closesOn, now);
  return { id, number, title, mode, openedOn, closesOn, open, tasks: taskIds.length, dossiers };
}

/** Calls of the agency with how many dossiers came for each. */
export async function listCalls(ctx: Context, actor: Actor): Promise<CallList> {
  return ctx.store.read(actor.scope, async (tx) => {
    const calls = await standingCalls(tx, [actor.agencyId]);
    const { rows } = await validFilings(sql`f.agency_id = ${actor.agencyId}`).execute(tx);
    const counts = Map.groupBy(rows, ({ callId }) => callId);
    return {
      items: calls.map((one) => presentCall(one, ctx.clock(), counts.get(one.id)?.length ?? 0)),
      abilities: callsPolicy.abilitiesOf(actor, null),
    };
  });
}

interface CalledTask {
  taskId: string;
  title: string;
  /** The dossiers of this call were opened on. */
  openedOn: string | null;
}

/** The tasks of a call and when their dossiers were opened: the first opening since the call. */
async function calledTasks(tx: Tx, agencyId: string, { id, call }: StandingCall): Promise<CalledTask[]> {
  const { rows } = await sql<CalledTask>`
    select t.task_id as "taskId", n.title, (
      select min(f.happened_on) from task_fact f
      where f.agency_id = t.agency_id and f.task_id = t.task_id and f.body->>'kind' = 'opened'
        and f.happened_on >= ${call.openedOn}::date and not exists (select from task_fact c
          where c.agency_id = f.agency_id and c.task_id = f.task_id and c.body->>'supersedes' = f.id::text)
    ) as "openedOn"
    from call_task t join task_now n on n.agency_id = t.agency_id and n.task_id = t.task_id
    where t.agency_id = ${agencyId} and t.call_id = ${id} order by n.title, t.task_id`.execute(tx);
  return rows;
}

/** The rules by which its tasks were called, and its closing extended. */
async function rulesOfCall(tx: Tx, agencyId: string, { id, call }: StandingCall): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct unnest(f.rule_ids) as id from task_fact f
    join call_task t on t.agency_id = f.agency_id and t.task_id = f.task_id
    where f.agency_id = ${agencyId} and t.call_id = ${id} and f.happened_on >= ${call.openedOn}::date
      and f.body->>'kind' in ('called', 'callExtended') order by 1`.execute(tx);
  return rows.map((row) => row.id);
}

function presentFiling({ id, filedAt, sha256, content, ...filing }: ValidFiling) {
  const { host, files, task: _, ...words } = content;
  return { id, receipt: receiptNumber(filing), filedAt, sha256, host, content: words, files };
}

/** One call. Before the dossiers of a task are opened nothing is told but how many there are. @throws Refused 404 */
export async function getCall(ctx: Context, actor: Actor, id: string): Promise<Call> {
  return ctx.store.read(actor.scope, async (tx) => {
    const found = await standingCall(tx, [actor.agencyId], id);
    const tasks = await calledTasks(tx, actor.agencyId, found);
    const { rows } = await validFilings(sql`f.agency_id = ${actor.agencyId} and d.call_id = ${id}`).execute(
      tx,
    );
    const { words, contact, firstClosesOn, extensions } = found.call;
    const law = await agencyLaw(tx, ctx, actor.agencyId);
    const ruleIds = await rulesOfCall(tx, actor.agencyId, found);
    const now = ctx.clock();
    return {
      ...presentCall(found, now, rows.length),
      ...{ version: found.version, words, contact, firstClosesOn, extensions },
      rules: rulesCited(ruleIds, law, actor.language),
      items: tasks.map((task) => {
        const filings = rows.filter(({ taskId }) => taskId === task.taskId);
        const dossiers = task.openedOn === null ? [] : filings.map(presentFiling);
        return { ...task, count: filings.length, dossiers };
      }),
      abilities: callPolicy.abilitiesOf(actor, { call: found.call, now }),
    };
  });
}

/** A file of a dossier that was opened. @throws Refused 404 */
export async function readDossierFile(
  ctx: Context,
  actor: Actor,
  { id, fileId }: { id: string; fileId: string },
): Promise<{ name: string; bytes: Buffer }> {
  const { items } = await getCall(ctx, actor, id);
  const file = items
    .flatMap(({ dossiers }) => dossiers.flatMap(({ files }) => files))
    .find((one) => one.id === fileId);
  if (!file) throw Refused.notFound();
  return { name: file.name, bytes: await ctx.files.read(actor.agencyId, file.sha256) };
}
