import { sql } from 'kysely';
import { closingInstant, isOpenAt } from '../../domain/calls/call.ts';
import { receiptNumber } from '../../domain/calls/dossier.ts';
import type { RecordedTaskFact } from '../../domain/tasks/about.ts';
import type { StepKind } from '../../domain/tasks/facts.ts';
import { sayingOf } from '../../domain/tasks/host-part.ts';
import type { TaskRegime } from '../../domain/tasks/law.ts';
import { stepWordsOf } from '../../domain/tasks/lifecycle/names.ts';
import { getStep } from '../../domain/tasks/lifecycle/opening.ts';
import type { TaskRole } from '../../domain/tasks/roles.ts';
import { isSent } from '../../domain/tasks/sent-in.ts';
import { taskOn } from '../../domain/tasks/task.ts';
import type { Tx } from '../../storage/store.ts';
import { type StandingCall, standingCalls } from '../calls/rows.ts';
import type { Actor, Context } from '../context.ts';
import { taskFacts } from '../tasks/facts.ts';
import { agencyLaw } from '../tasks/law.ts';
import type { GateShown, PortalHome } from './contract.ts';
import { dossierRows, filingRows, validFiling } from './dossiers.ts';
import { gatesFor } from './eligibility.ts';
import { isHolder, maybeOwn, roleOfPartner } from './holding.ts';
import { partnerOfActor } from './partner.ts';

/** A call stays in sight of hosts for so long after it closed, with what they filed. */
const shownDays = 60;

async function callsFor(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  calls: readonly StandingCall[],
): Promise<PortalHome['calls']> {
  const now = ctx.clock();
  const { rows: dossiers } = await dossierRows(actor, sql`true`).execute(tx);
  const { rows: filings } = await filingRows(actor, sql`true`).execute(tx);
  const titles = await calledOf(tx, actor, calls);
  const dossierFor = (callId: string, taskId: string) => {
    const row = dossiers.find((one) => one.callId === callId && one.taskId === taskId);
    if (!row) return null;
    const filing = validFiling(filings.filter(({ dossierId }) => dossierId === row.id));
    return {
      id: row.id,
      receipt: filing ? receiptNumber(filing) : null,
      filedAt: filing?.filedAt ?? null,
    };
  };
  return calls.map(({ id, call, taskIds }) => ({
    ...{ id, number: call.number, title: call.title, closesOn: call.closesOn },
    closesAt: closingInstant(call.closesOn).toString(),
    open: isOpenAt(call.closesOn, now),
    tasks: titles
      .filter((task) => taskIds.includes(task.id))
      .toSorted((a, b) => a.title.localeCompare(b.title, 'vi'))
      .map(({ id: taskId, title }) => ({ id: taskId, title, dossier: dossierFor(id, taskId) })),
  }));
}

/** The tasks called for, each with the law it follows. */
async function calledOf(tx: Tx, actor: Actor, calls: readonly StandingCall[]) {
  const { rows } = await sql<{ id: string; title: string; regime: TaskRegime }>`
    select task_id as id, title, regime from task_now where agency_id = ${actor.agencyId}
      and task_id = any(${calls.flatMap(({ taskIds }) => taskIds)}::uuid[])`.execute(tx);
  return rows;
}

/** What stands between the partner and the tasks called for now, each reason once. */
async function gatesNow(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  calls: readonly StandingCall[],
): Promise<GateShown[]> {
  const open = calls.filter(({ call }) => isOpenAt(call.closesOn, ctx.clock()));
  if (open.length === 0) return [];
  const law = await agencyLaw(tx, ctx, actor.agencyId);
  const called = await calledOf(tx, actor, open);
  const wished = open.flatMap(({ call, taskIds }) =>
    called.filter(({ id }) => taskIds.includes(id)).map(({ regime }) => `${call.closesOn} ${regime}`),
  );
  const gates: GateShown[] = [];
  for (const one of new Set(wished)) {
    const [on = '', regime = ''] = one.split(' ');
    gates.push(...(await gatesFor(tx, actor, { on, regime: regime as TaskRegime, law })));
  }
  return [...new Map(gates.map((gate) => [gate.words, gate])).values()];
}

type TaskRow = Omit<PortalHome['tasks'][number], 'due'> & {
  regime: TaskRegime;
  waits: { step: StepKind; due: string | null }[];
};

/** The host's own tasks with what waits for them. */
async function tasksOf(tx: Tx, ctx: Context, actor: Actor): Promise<PortalHome['tasks']> {
  const today = ctx.today().toString();
  const { rows } = await sql<TaskRow>`
    select n.task_id as id, n.title, n.codes, n.state, n.ends_on as "endsOn", n.regime, (
      select coalesce(json_agg(json_build_object('step', w.step, 'due', w.due) order by w.due nulls last, w.place), '[]')
      from task_wait w where w.agency_id = n.agency_id and w.task_id = n.task_id) as waits
    from task_now n where n.agency_id = ${actor.agencyId} and ${maybeOwn(actor)}
    order by (n.state = 'ended'), n.begun_on desc, n.task_id`.execute(tx);
  const looked = rows.filter(({ state, waits }) => state === 'proposed' || waits.length > 0);
  const facts = await taskFacts(
    tx,
    actor.agencyId,
    looked.map(({ id }) => id),
  );
  const own = await withoutOthers(tx, ctx, actor, { rows, facts });
  return own.map(({ regime, waits, ...row }) => ({
    ...row,
    // Also what they do together with the agency: the same steps as on the page of the task.
    due: waits
      .filter(({ step }) => isTheirs(regime, step, roleOfPartner(actor)))
      .map(({ step, due }) => ({
        ...{ step, due, name: stepWordsOf(regime, step, actor.language) },
        late: due !== null && due < today,
        sent: isSent(facts.get(row.id) ?? [], step),
      })),
  }));
}

/** Whether a step is one the host or the investigator says by themselves. */
function isTheirs(regime: TaskRegime, kind: StepKind, role: TaskRole): boolean {
  const placed = getStep(regime, kind);
  return placed !== undefined && sayingOf(placed.step, role) !== null;
}

/** Without those not approved yet that the council proposed for another. */
async function withoutOthers(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  { rows, facts }: { rows: TaskRow[]; facts: ReadonlyMap<string, RecordedTaskFact[]> },
): Promise<TaskRow[]> {
  if (rows.every(({ state }) => state !== 'proposed')) return rows;
  const law = await agencyLaw(tx, ctx, actor.agencyId);
  const asOf = ctx.today().toString();
  return rows.filter(({ id, state }) => {
    const task = state === 'proposed' ? taskOn(facts.get(id) ?? [], law, { asOf }) : null;
    return state !== 'proposed' || (task !== null && isHolder(actor, task.standing));
  });
}

/** What a host or investigator finds on coming in: calls to answer, own dossiers, own tasks. */
export async function getPortal(ctx: Context, actor: Actor): Promise<PortalHome> {
  const { id, kind, name, investigator } = partnerOfActor(actor);
  return ctx.store.read(actor.scope, async (tx) => {
    const { rows } = await sql<{
      name: string;
    }>`select name from agency where id = ${actor.agencyId}`.execute(tx);
    const since = ctx.clock().subtract({ hours: shownDays * 24 });
    const calls = (await standingCalls(tx, [actor.agencyId])).filter(
      ({ call }) => Temporal.Instant.compare(closingInstant(call.closesOn), since) > 0,
    );
    return {
      partner: { id, kind, name },
      agency: rows[0]?.name ?? '',
      now: ctx.clock().toString(),
      gates: investigator ? [] : await gatesNow(tx, ctx, actor, calls),
      // Only organisations file (Luật 29/2013 Đ29): an investigator's dossier goes through their organisation.
      calls: kind === 'organisation' && !investigator ? await callsFor(tx, ctx, actor, calls) : [],
      tasks: await tasksOf(tx, ctx, actor),
    };
  });
}
