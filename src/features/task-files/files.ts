import { type RawBuilder, sql } from 'kysely';
import type { AttachmentKind } from '../../domain/calls/dossier.ts';
import { sentInOf } from '../../domain/tasks/sent-in.ts';
import { Unreadable } from '../../reading/extracted.ts';
import { attachmentInWorker } from '../../reading/sandbox.ts';
import { recordFile } from '../../storage/files.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { holdTask, wrong } from '../tasks/change.ts';
import { taskFacts } from '../tasks/facts.ts';
import { taskPolicy } from '../tasks/policy.ts';
import type { AttachedFile, TaskFile } from './contract.ts';

/** A file as it came in. */
export interface SentFile {
  name: string;
  bytes: Buffer;
  mediaType: string;
}

/**
 * Keeps a file that is to go along with something: hostile until it could be opened in a worker with limits. It is its
 * sender's own until a filing or a step names it. @throws Refused 400, 413, 422
 */
export async function keepAttached(
  ctx: Context,
  actor: Actor,
  { name, bytes, mediaType }: SentFile,
  about: { action: string; recordKind: string; recordId?: string },
): Promise<AttachedFile> {
  const kind = await kindOf(bytes);
  const stored = await ctx.files.put(actor.agencyId, bytes);
  const id = uuidv7();
  const act = { ...about, recordId: about.recordId ?? id, detail: { name } };
  await command(ctx, actor, act, async (tx) => {
    await recordFile(tx, actor.agencyId, stored, mediaType);
    await tx
      .insertInto('attached_file')
      .values({
        ...{ agency_id: actor.agencyId, id, partner_id: actor.partner?.id ?? null, file_hash: stored.hash },
        ...{ name, kind, bytes: stored.bytes },
        ...{ recorded_at: ctx.clock().toString(), recorded_by: actor.userId ?? '' },
      })
      .execute();
  });
  return { id, name, kind, bytes: stored.bytes, sha256: stored.hash };
}

async function kindOf(bytes: Buffer): Promise<AttachmentKind> {
  try {
    return await attachmentInWorker(bytes);
  } catch (error) {
    if (error instanceof Unreadable) throw wrong('file', error.message);
    throw error;
  }
}

/** Files of an agency: rows of `attached_file f`. */
export const attachedRows = (agencyId: string, where: RawBuilder<unknown>) => sql<AttachedFile>`
  select f.id, f.name, f.kind, f.bytes::float8 as bytes, f.file_hash as sha256 from attached_file f
  where f.agency_id = ${agencyId} and ${where}`;

/**
 * Files by id, in the order asked for.
 * @param own rows of `attached_file f` that the actor may send along @throws Refused 400 where one is not among them
 */
export async function chosenFiles(
  tx: Tx,
  { agencyId }: Actor,
  own: RawBuilder<unknown>,
  ids: readonly string[],
): Promise<AttachedFile[]> {
  if (ids.length === 0) return [];
  const where = sql`${own} and f.id = any(${[...ids]}::uuid[])`;
  const { rows } = await attachedRows(agencyId, where).execute(tx);
  return ids.map((id) => {
    const file = rows.find((one) => one.id === id);
    if (!file) throw wrong('files', 'Có tệp không còn trên máy chủ. Bỏ tệp ấy khỏi danh sách rồi gửi lại.');
    return file;
  });
}

/** Files an officer may send along with a step: those they brought themselves. */
export const broughtBy = ({ userId }: Actor): RawBuilder<unknown> =>
  sql`f.partner_id is null and f.recorded_by = ${userId ?? ''}`;

/** A file that came along with a fact of a task; `outside` where a host or an investigator sent it. */
export type StepFile = AttachedFile & { factId: string; outside: boolean };

/** Files that came with steps of a task, as kept with each fact. */
export const stepFiles = (agencyId: string, taskId: string) => sql<StepFile>`
  select f.id, f.name, f.kind, f.bytes::float8 as bytes, f.file_hash as sha256, t.id as "factId",
    f.partner_id is not null as outside
  from task_fact t
  join task_fact_file l on l.agency_id = t.agency_id and l.fact_id = t.id
  join attached_file f on f.agency_id = l.agency_id and f.id = l.file_id
  where t.agency_id = ${agencyId} and t.task_id = ${taskId} order by t.recorded_at, f.name, f.id`;

/** Takes a file from an officer who is about to record a step. @throws Refused 400, 403, 404, 413, 422 */
export async function attachTaskFile(
  ctx: Context,
  actor: Actor,
  id: string,
  sent: SentFile,
): Promise<AttachedFile> {
  // Before any byte is kept.
  await ctx.store.transaction(actor.scope, async (tx) => {
    const { task, involved } = await holdTask(tx, ctx, actor, id);
    taskPolicy.insist('record', actor, { standing: task.standing, involved });
  });
  return keepAttached(ctx, actor, sent, { action: 'task.attached', recordKind: 'task', recordId: id });
}

/** Files of a task by the fact they are evidence of. @throws Refused 404 */
export async function listTaskFiles(
  ctx: Context,
  { scope, agencyId }: Actor,
  id: string,
): Promise<TaskFile[]> {
  return ctx.store.read(scope, async (tx) => {
    const facts = (await taskFacts(tx, agencyId, [id])).get(id);
    if (!facts) throw Refused.notFound();
    const noted = new Map(sentInOf(facts).map(({ id, notedBy }) => [id, notedBy]));
    const { rows } = await stepFiles(agencyId, id).execute(tx);
    return rows.map(({ outside: _, ...file }) => ({
      ...file,
      factId: noted.get(file.factId) ?? file.factId,
    }));
  });
}

/** A file that came along with a step. @throws Refused 404 */
export async function readTaskFile(
  ctx: Context,
  { scope, agencyId }: Actor,
  { id, fileId }: { id: string; fileId: string },
): Promise<{ name: string; bytes: Buffer }> {
  const { rows } = await ctx.store.read(scope, (tx) => stepFiles(agencyId, id).execute(tx));
  const file = rows.find((one) => one.id === fileId);
  if (!file) throw Refused.notFound();
  return { name: file.name, bytes: await ctx.files.read(agencyId, file.sha256) };
}
