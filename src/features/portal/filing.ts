import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import {
  closedRefusal,
  type FiledContent,
  missingIn,
  receiptNumber,
  refusalWords,
} from '../../domain/calls/dossier.ts';
import { canonicalJson } from '../../domain/canonical.ts';
import type { TaskEvent } from '../../domain/tasks/facts.ts';
import { nextNumber } from '../../storage/counters.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { json } from '../../storage/schema/foundation.ts';
import type { Tx } from '../../storage/store.ts';
import { dossierReceipt } from '../../writing/official/kinds/receipt.ts';
import { standingCall } from '../calls/rows.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { writeApart } from '../papers/apart.ts';
import { frameOf } from '../papers/frame.ts';
import { refuse } from '../policy.ts';
import { holdTask, keepFacts, tellTasks } from '../tasks/change.ts';
import { judged } from '../tasks/judge.ts';
import type { Dossier } from './contract.ts';
import {
  dossierRows,
  filingRows,
  gatesOfDossier,
  type HeldDossier,
  holdDossier,
  readDossier,
  validFiling,
} from './dossiers.ts';
import { insistOpenTo } from './eligibility.ts';
import { ownFiles } from './files.ts';
import { partnerOfActor } from './partner.ts';

/** The day of an instant where the offices are, ISO. */
const dayAt = (instant: Temporal.Instant): string =>
  instant.toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate().toString();

/** Records a step of filing on the task, by its law, in the host's part. @throws Refused 409 */
async function recordOnTask(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  taskId: string,
  { on, event }: { on: string; event: TaskEvent },
): Promise<void> {
  const held = await holdTask(tx, ctx, actor, taskId);
  const { refusal, used } = judged(
    { roles: ['host'], language: actor.language },
    held.facts,
    on,
    event,
    held.law,
  );
  if (refusal) refuse(refusal);
  await keepFacts(tx, ctx, actor, held, [{ taskId, on, body: event, ruleIds: [...used] }]);
}

/** What is filed: the words as they stand and each file by its hash. @throws Refused 400 where something is missing */
async function contentOf(tx: Tx, actor: Actor, { row }: HeldDossier): Promise<FiledContent> {
  const lacking = missingIn(row.content, actor.language);
  if (lacking.length > 0) throw Refused.invalid(lacking, refusalWords[actor.language ?? 'vi'].lacking);
  const files = await ownFiles(tx, actor, row.content.files);
  const { id, name } = partnerOfActor(actor);
  return {
    ...row.content,
    task: { id: row.taskId, title: row.title },
    host: { id, name },
    files: files.map(({ id, name, bytes, sha256 }) => ({ id, name, bytes, sha256 })),
  };
}

/**
 * Files the dossier as it stands, or puts it in the place of what was filed before. It is in time by the instant at
 * which the server had the whole request, however long it then waits for others who file.
 * @throws Refused 400, 404, 409 after closing, 412
 */
export async function submitDossier(
  ctx: Context,
  actor: Actor,
  id: string,
  version: number,
): Promise<Dossier> {
  const filedAt = ctx.clock();
  const act = { action: 'portal.submitted', recordKind: 'portal', recordId: id };
  const dossier = await command(ctx, actor, act, async (tx) => {
    const held = await holdDossier(tx, actor, id);
    const closed = closedRefusal(held.found.call, filedAt, actor.language);
    if (closed !== null) throw Refused.conflict(closed);
    if (held.row.version !== version) throw Refused.stale(await readDossier(tx, ctx, actor, id));
    const content = await contentOf(tx, actor, held);
    const gates = await gatesOfDossier(tx, ctx, actor, held);
    insistOpenTo(gates, actor.language);
    const taskDossierId = validFiling(held.filings)?.taskDossierId ?? uuidv7();
    const { host, investigator } = content;
    if (investigator === null) throw Refused.notFound();
    const on = dayAt(filedAt);
    const event = { kind: 'filed' as const, dossier: taskDossierId, host, investigator };
    await recordOnTask(tx, ctx, actor, held.row.taskId, { on, event });
    await keepFiling(tx, actor, { dossierId: id, taskDossierId, filedAt, content });
    return readDossier(tx, ctx, actor, id, gates);
  });
  tellTasks(ctx, actor.agencyId);
  return dossier;
}

async function keepFiling(
  tx: Tx,
  actor: Actor,
  {
    dossierId,
    taskDossierId,
    filedAt,
    content,
  }: { dossierId: string; taskDossierId: string; filedAt: Temporal.Instant; content: FiledContent },
): Promise<void> {
  const year = Number(dayAt(filedAt).slice(0, 4));
  await tx
    .insertInto('filing')
    .values({
      ...{ agency_id: actor.agencyId, id: uuidv7(), dossier_id: dossierId, task_dossier_id: taskDossierId },
      ...{ number: await nextNumber(tx, actor.agencyId, 'filing', year), year },
      ...{ filed_at: filedAt.toString(), filed_by: actor.name, content: json(content) },
      sha256: createHash('sha256').update(canonicalJson(content)).digest('hex'),
    })
    .execute();
}

/** Takes back what was filed; what is written stays. @throws Refused 404, 409 */
export async function withdrawDossier(
  ctx: Context,
  actor: Actor,
  id: string,
  reason: string,
): Promise<Dossier> {
  const now = ctx.clock();
  const act = { action: 'portal.withdrawn', recordKind: 'portal', recordId: id };
  const dossier = await command(ctx, actor, act, async (tx) => {
    const { row, found, filings } = await holdDossier(tx, actor, id);
    const closed = closedRefusal(found.call, now, actor.language);
    if (closed !== null) throw Refused.conflict(closed);
    const valid = validFiling(filings);
    if (!valid) throw Refused.conflict(refusalWords[actor.language ?? 'vi'].noneFiled);
    const event = { kind: 'withdrawn' as const, dossier: valid.taskDossierId };
    await recordOnTask(tx, ctx, actor, row.taskId, { on: dayAt(now), event });
    await tx
      .insertInto('filing_withdrawal')
      .values({
        ...{ agency_id: actor.agencyId, filing_id: valid.id, reason },
        ...{ withdrawn_at: now.toString(), withdrawn_by: actor.name },
      })
      .execute();
    return readDossier(tx, ctx, actor, id);
  });
  tellTasks(ctx, actor.agencyId);
  return dossier;
}

/** The receipt of one of the host's filings as PDF. @throws Refused 404 */
export async function receiptOf(
  ctx: Context,
  actor: Actor,
  filingId: string,
): Promise<{ name: string; bytes: Uint8Array }> {
  const { paper, number } = await ctx.store.read(actor.scope, async (tx) => {
    const [filing] = (await filingRows(actor, sql`f.id = ${filingId}`).execute(tx)).rows;
    if (!filing) throw Refused.notFound();
    const [row] = (await dossierRows(actor, sql`d.id = ${filing.dossierId}`).execute(tx)).rows;
    if (!row) throw Refused.notFound();
    const { call } = await standingCall(tx, [actor.agencyId], row.callId);
    const date = dayAt(Temporal.Instant.from(filing.filedAt));
    const frame = await frameOf(tx, actor, { on: date, date, recipients: [] });
    const number = receiptNumber(filing);
    const { filedAt, sha256, content } = filing;
    const about = `Thông báo số ${call.number}: ${call.title}`;
    return { number, paper: dossierReceipt({ frame, number, filedAt, sha256, call: about, content }) };
  });
  return { name: `Biên nhận ${number}.pdf`, bytes: await writeApart(paper, 'pdf') };
}
