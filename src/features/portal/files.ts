import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import type { AttachedFile } from '../task-files/contract.ts';
import { attachedRows, chosenFiles, keepAttached, type SentFile } from '../task-files/files.ts';
import { isHeld } from './holding.ts';
import { partnerOfActor } from './partner.ts';

/** All files one host may keep here, bytes: no account outside fills the disk of the agency. */
const mostBytes = 4 * 2 ** 30;

/** Takes a file a host brings. @throws Refused 400, 413, 422 */
export async function attachFile(ctx: Context, actor: Actor, sent: SentFile): Promise<AttachedFile> {
  await refuseFull(ctx, actor, sent.bytes.length);
  return keepAttached(ctx, actor, sent, { action: 'portal.attached', recordKind: 'portal' });
}

async function refuseFull(ctx: Context, actor: Actor, more: number): Promise<void> {
  const { id } = partnerOfActor(actor);
  const { rows } = await ctx.store.read(actor.scope, (tx) =>
    sql<{ bytes: number }>`select coalesce(sum(bytes), 0)::float8 as bytes from attached_file
      where agency_id = ${actor.agencyId} and partner_id = ${id}`.execute(tx),
  );
  if ((rows[0]?.bytes ?? 0) + more > mostBytes)
    throw Refused.tooLarge('Tổng dung lượng tệp của đơn vị đã đến 4 GB. Liên hệ cơ quan để được hướng dẫn.');
}

/**
 * Rows of `attached_file f` that are somebody's outside: of an organisation all that its people brought, of an account for one
 * investigator what it brought itself and what came with steps of this one's tasks.
 */
function isOwnFile(actor: Actor): RawBuilder<unknown> {
  const { id, investigator } = partnerOfActor(actor);
  const own = sql`f.partner_id = ${id}`;
  if (!investigator) return own;
  return sql`${own} and (f.recorded_by = ${actor.userId ?? ''} or exists (
    select from task_fact_file l
    join task_fact t on t.agency_id = l.agency_id and t.id = l.fact_id
    join task_now n on n.agency_id = t.agency_id and n.task_id = t.task_id
    where l.agency_id = f.agency_id and l.file_id = f.id and ${isHeld(actor)}))`;
}

/** Files of the host by id, in the order asked for. @throws Refused 400 where one is not theirs */
export const ownFiles = (tx: Tx, actor: Actor, ids: readonly string[]): Promise<AttachedFile[]> =>
  chosenFiles(tx, actor, isOwnFile(actor), ids);

/** A file of the host's own. @throws Refused 404 */
export async function readOwnFile(
  ctx: Context,
  actor: Actor,
  id: string,
): Promise<{ name: string; bytes: Buffer }> {
  const { rows } = await ctx.store.read(actor.scope, (tx) =>
    attachedRows(actor.agencyId, sql`${isOwnFile(actor)} and f.id = ${id}`).execute(tx),
  );
  const [file] = rows;
  if (!file) throw Refused.notFound();
  return { name: file.name, bytes: await ctx.files.read(actor.agencyId, file.sha256) };
}
