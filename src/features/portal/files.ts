import { type RawBuilder, sql } from 'kysely';
import type { AttachmentKind } from '../../domain/calls/dossier.ts';
import { Unreadable } from '../../reading/extracted.ts';
import { attachmentInWorker } from '../../reading/sandbox.ts';
import { recordFile } from '../../storage/files.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { wrong } from '../tasks/change.ts';
import type { PortalFile } from './contract.ts';
import { isHeld } from './holding.ts';
import { partnerOfActor } from './partner.ts';

/** All files one host may keep here, bytes: no account outside fills the disk of the agency. */
const mostBytes = 4 * 2 ** 30;

/**
 * Takes a file a host brings: hostile until it could be opened in a worker with limits. It is the host's own until a
 * filing or a step names it. @throws Refused 400, 413, 422
 */
export async function attachFile(
  ctx: Context,
  actor: Actor,
  { name, bytes, mediaType }: { name: string; bytes: Buffer; mediaType: string },
): Promise<PortalFile> {
  const partner = partnerOfActor(actor);
  await refuseFull(ctx, actor, bytes.length);
  const kind = await kindOf(bytes);
  const stored = await ctx.files.put(actor.agencyId, bytes);
  const id = uuidv7();
  const act = { action: 'portal.attached', recordKind: 'portal', recordId: id, detail: { name } };
  await command(ctx, actor, act, async (tx) => {
    await recordFile(tx, actor.agencyId, stored, mediaType);
    await tx
      .insertInto('portal_file')
      .values({
        ...{ agency_id: actor.agencyId, id, partner_id: partner.id, file_hash: stored.hash, name, kind },
        ...{ bytes: stored.bytes, recorded_at: ctx.clock().toString(), recorded_by: actor.userId ?? '' },
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

async function refuseFull(ctx: Context, actor: Actor, more: number): Promise<void> {
  const { id } = partnerOfActor(actor);
  const { rows } = await ctx.store.read(actor.scope, (tx) =>
    sql<{ bytes: number }>`select coalesce(sum(bytes), 0)::float8 as bytes from portal_file
      where agency_id = ${actor.agencyId} and partner_id = ${id}`.execute(tx),
  );
  if ((rows[0]?.bytes ?? 0) + more > mostBytes)
    throw Refused.tooLarge('Tổng dung lượng tệp của đơn vị đã đến 4 GB. Liên hệ cơ quan để được hướng dẫn.');
}

const fileRows = (agencyId: string, where: RawBuilder<unknown>) => sql<PortalFile>`
  select f.id, f.name, f.kind, f.bytes::float8 as bytes, f.file_hash as sha256 from portal_file f
  where f.agency_id = ${agencyId} and ${where}`;

/**
 * Files somebody outside may send along: of an organisation all that its people brought, of an account for one investigator
 * what it brought itself.
 */
const isOwnFile = (actor: Actor): RawBuilder<unknown> => {
  const { id, investigator } = partnerOfActor(actor);
  return sql`f.partner_id = ${id} ${investigator ? sql`and f.recorded_by = ${actor.userId ?? ''}` : sql``}`;
};

/** Files somebody outside may read: what they may send along, and what came with steps of their own tasks. */
const isReadable = (
  actor: Actor,
): RawBuilder<unknown> => sql`(${isOwnFile(actor)} or f.partner_id = ${partnerOfActor(actor).id}
  and exists (select from task_fact_file l
    join task_fact t on t.agency_id = l.agency_id and t.id = l.fact_id
    join task_now n on n.agency_id = t.agency_id and n.task_id = t.task_id
    where l.agency_id = f.agency_id and l.file_id = f.id and ${isHeld(actor)}))`;

/** Files of the host by id, in the order asked for. @throws Refused 400 where one is not theirs */
export async function ownFiles(tx: Tx, actor: Actor, ids: readonly string[]): Promise<PortalFile[]> {
  if (ids.length === 0) return [];
  const where = sql`${isOwnFile(actor)} and f.id = any(${[...ids]}::uuid[])`;
  const { rows } = await fileRows(actor.agencyId, where).execute(tx);
  return ids.map((id) => {
    const file = rows.find((one) => one.id === id);
    if (!file) throw wrong('files', 'Có tệp không còn trên máy chủ. Bỏ tệp ấy khỏi danh sách rồi gửi lại.');
    return file;
  });
}

/** A file of the host's own. @throws Refused 404 */
export async function readOwnFile(
  ctx: Context,
  actor: Actor,
  id: string,
): Promise<{ name: string; bytes: Buffer }> {
  const { rows } = await ctx.store.read(actor.scope, (tx) =>
    fileRows(actor.agencyId, sql`${isReadable(actor)} and f.id = ${id}`).execute(tx),
  );
  const [file] = rows;
  if (!file) throw Refused.notFound();
  return { name: file.name, bytes: await ctx.files.read(actor.agencyId, file.sha256) };
}

/** A file that came along with a fact of a task. */
export type StepFile = PortalFile & { factId: string };

/** Files that came with what hosts said of a task, as kept with each fact. */
export const stepFiles = (agencyId: string, taskId: string) => sql<StepFile>`
  select p.id, p.name, p.kind, p.bytes::float8 as bytes, p.file_hash as sha256, t.id as "factId"
  from task_fact t
  join task_fact_file l on l.agency_id = t.agency_id and l.fact_id = t.id
  join portal_file p on p.agency_id = l.agency_id and p.id = l.file_id
  where t.agency_id = ${agencyId} and t.task_id = ${taskId} order by t.recorded_at, p.name, p.id`;
