import { type RawBuilder, sql } from 'kysely';
import { closingInstant } from '../../domain/calls/call.ts';
import {
  closedRefusal,
  DossierContent,
  type FiledContent,
  receiptNumber,
  refusalWords,
} from '../../domain/calls/dossier.ts';
import { canonicalJson } from '../../domain/canonical.ts';
import type { TaskRegime } from '../../domain/tasks/law.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { json } from '../../storage/schema/foundation.ts';
import type { Tx } from '../../storage/store.ts';
import { type StandingCall, standingCall, withPartners } from '../calls/rows.ts';
import { type Actor, type Context, command, commandThenRead, Refused } from '../context.ts';
import { agencyLaw } from '../tasks/law.ts';
import type { Dossier, FilingShown, GateShown } from './contract.ts';
import { gatesFor, shutReason } from './eligibility.ts';
import { ownFiles } from './files.ts';
import { isOwnDossier, partnerOfActor } from './partner.ts';

/** A dossier of the host as the database has it. */
export interface DossierRow {
  id: string;
  callId: string;
  taskId: string;
  title: string;
  /** The law the task follows. */
  regime: TaskRegime;
  version: number;
  content: DossierContent;
  changedAt: string;
  changedBy: string;
}

/** Dossiers of one host: the agency and the host come first and always. */
export const dossierRows = (actor: Actor, where: RawBuilder<unknown>, lock = false) => sql<DossierRow>`
  select d.id, d.call_id as "callId", d.task_id as "taskId", n.title, n.regime, d.version, ${withPartners('d')},
    d.changed_at as "changedAt", d.changed_by as "changedBy"
  from dossier d join task_now n on n.agency_id = d.agency_id and n.task_id = d.task_id
  where d.agency_id = ${actor.agencyId} and ${isOwnDossier(actor)} and ${where}
  ${lock ? sql`for update of d` : sql``}`;

/** A filing with what was filed. */
export interface FilingRow extends Omit<FilingShown, 'receipt' | 'valid'> {
  dossierId: string;
  number: number;
  year: number;
  taskDossierId: string;
  content: FiledContent;
}

/** Filings of one host, the newest first. */
export const filingRows = (actor: Actor, where: RawBuilder<unknown>) => sql<FilingRow>`
  select f.id, f.dossier_id as "dossierId", f.number, f.year, f.filed_at as "filedAt", f.filed_by as by, f.sha256,
    f.task_dossier_id as "taskDossierId", ${withPartners('f')}, w.withdrawn_at as "withdrawnAt"
  from filing f join dossier d on d.agency_id = f.agency_id and d.id = f.dossier_id
  left join filing_withdrawal w on w.agency_id = f.agency_id and w.filing_id = f.id
  where f.agency_id = ${actor.agencyId} and ${isOwnDossier(actor)} and ${where}
  order by f.filed_at desc, f.id desc`;

/** A dossier held for a change, with its call and what was filed. */
export interface HeldDossier {
  row: DossierRow;
  found: StandingCall;
  filings: FilingRow[];
}

/** @param lock the row until the transaction ends @throws Refused 404 */
export async function holdDossier(tx: Tx, actor: Actor, id: string, lock = true): Promise<HeldDossier> {
  const [row] = (await dossierRows(actor, sql`d.id = ${id}`, lock).execute(tx)).rows;
  if (!row) throw Refused.notFound();
  const found = await standingCall(tx, [actor.agencyId], row.callId);
  const { rows: filings } = await filingRows(actor, sql`f.dossier_id = ${id}`).execute(tx);
  return { row, found, filings };
}

/** The filing that counts: the last one, unless it was withdrawn. */
export const validFiling = ([last]: readonly FilingRow[]): FilingRow | undefined =>
  last?.withdrawnAt === null ? last : undefined;

/** The words and the files of a dossier as they are filed, without what names the task and the host. */
const said = ({ task: _, host: __, files, ...words }: FiledContent) =>
  canonicalJson({ ...words, files: files.map(({ id }) => id) });

/** What stands between the host, or whom its dossier names, and the task, by the closing of the call. */
export async function gatesOfDossier(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  { row, found }: Pick<HeldDossier, 'row' | 'found'>,
): Promise<GateShown[]> {
  const law = await agencyLaw(tx, ctx, actor.agencyId);
  const { taskId, regime, content } = row;
  const wished = { on: found.call.closesOn, regime, taskId, investigator: content.investigator?.name };
  return gatesFor(tx, actor, { ...wished, law });
}

/**
 * A dossier as its host sees it, in a transaction of the caller.
 * @param known what stands between, where the caller has just looked @throws Refused 404
 */
export async function readDossier(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  id: string,
  known?: GateShown[],
): Promise<Dossier> {
  const { row, found, filings } = await holdDossier(tx, actor, id, false);
  const { call } = found;
  const now = ctx.clock();
  const closed = closedRefusal(call, now, actor.language);
  const valid = validFiling(filings);
  const gates = closed === null ? (known ?? (await gatesOfDossier(tx, ctx, actor, { row, found }))) : [];
  return {
    ...{ id, version: row.version, content: row.content, changedAt: row.changedAt, changedBy: row.changedBy },
    call: { id: found.id, number: call.number, title: call.title, mode: call.mode, closesOn: call.closesOn },
    task: { id: row.taskId, title: row.title },
    ...{ closesAt: closingInstant(call.closesOn).toString(), now: now.toString() },
    files: await ownFiles(tx, actor, row.content.files),
    filings: filings.map((one) => ({ ...one, receipt: receiptNumber(one), valid: one.id === valid?.id })),
    asFiled: valid !== undefined && said(valid.content) === canonicalJson(row.content),
    gates,
    possible: {
      save: closed ?? true,
      submit: closed ?? shutReason(gates, actor.language) ?? true,
      withdraw: closed ?? (valid ? true : refusalWords[actor.language ?? 'vi'].noneFiled),
    },
  };
}

/** @throws Refused 404 */
export async function getDossier(ctx: Context, actor: Actor, id: string): Promise<Dossier> {
  return ctx.store.read(actor.scope, (tx) => readDossier(tx, ctx, actor, id));
}

/** Opens the host's dossier for a task of a call, made now where there is none. @throws Refused 404, 409 */
export async function beginDossier(
  ctx: Context,
  actor: Actor,
  { callId, taskId }: { callId: string; taskId: string },
): Promise<Dossier> {
  const partner = partnerOfActor(actor);
  const mine = sql`d.call_id = ${callId} and d.task_id = ${taskId}`;
  const known = await ctx.store.read(
    actor.scope,
    async (tx) => (await dossierRows(actor, mine).execute(tx)).rows,
  );
  if (known[0]) return getDossier(ctx, actor, known[0].id);
  const act = { action: 'portal.begun', recordKind: 'portal', detail: { callId, taskId } };
  return commandThenRead(
    ctx,
    actor,
    act,
    async (tx) => {
      const { call, taskIds } = await standingCall(tx, [actor.agencyId], callId);
      if (!taskIds.includes(taskId)) throw Refused.notFound();
      const closed = closedRefusal(call, ctx.clock(), actor.language);
      if (closed !== null) throw Refused.conflict(closed);
      const begun = { changed_at: ctx.clock().toString(), changed_by: actor.name };
      await tx
        .insertInto('dossier')
        .values({
          ...{ agency_id: actor.agencyId, id: uuidv7(), call_id: callId, task_id: taskId },
          ...{ partner_id: partner.id, version: 1, content: json(DossierContent.parse({})), ...begun },
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const [row] = (await dossierRows(actor, mine).execute(tx)).rows;
      if (!row) throw Refused.notFound();
      return { id: row.id };
    },
    (tx, { id }) => readDossier(tx, ctx, actor, id),
  );
}

/**
 * Keeps what is typed. Who writes over what another editor of the organisation has saved since is told, with what stands
 * now. @throws Refused 400, 404, 409 after closing, 412
 */
export async function saveDossier(
  ctx: Context,
  actor: Actor,
  id: string,
  version: number,
  content: DossierContent,
): Promise<Dossier> {
  const act = { action: 'portal.saved', recordKind: 'portal', recordId: id };
  return command(ctx, actor, act, async (tx) => {
    const { row, found } = await holdDossier(tx, actor, id);
    const closed = closedRefusal(found.call, ctx.clock(), actor.language);
    if (closed !== null) throw Refused.conflict(closed);
    if (row.version !== version) throw Refused.stale(await readDossier(tx, ctx, actor, id));
    await ownFiles(tx, actor, content.files);
    // Who leads it is a name here: our records of persons are the agency's to tie it to.
    const investigator = content.investigator && { ...content.investigator, id: null };
    await tx
      .updateTable('dossier')
      .set({
        ...{ content: json({ ...content, investigator }), version: version + 1 },
        ...{ changed_at: ctx.clock().toString(), changed_by: actor.name },
      })
      .where('agency_id', '=', actor.agencyId)
      .where('partner_id', '=', partnerOfActor(actor).id)
      .where('id', '=', id)
      .execute();
    return readDossier(tx, ctx, actor, id);
  });
}
