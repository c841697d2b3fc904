import { recordFile } from '../../storage/files.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { documentLabel } from '../documents/label.ts';
import type { ReceivedFile } from './contract.ts';
import type { ReadingDesk } from './desk.ts';
import { intakePolicy } from './policy.ts';
import { factsOf, findIntake, type IntakeRecord, presentIntake } from './rows.ts';

export interface Incoming {
  name: string;
  bytes: Uint8Array;
  mediaType: string;
  source: 'file' | 'paste' | 'photo';
}

/**
 * Takes one file in: keeps the original by its content hash and asks for a reading. The same bytes again are
 * recognised, not doubled, unless the earlier intake was dropped.
 */
export async function receive(
  ctx: Context,
  actor: Actor,
  desk: ReadingDesk,
  incoming: Incoming,
): Promise<ReceivedFile> {
  const agencyId = actor.agencyId;
  if (incoming.bytes.length === 0) {
    return {
      intake: null,
      name: incoming.name,
      knownAs: null,
      refusal: 'Tệp rỗng. Kiểm tra lại tệp gốc rồi gửi lại.',
    };
  }
  const file = await ctx.files.put(agencyId, incoming.bytes);
  const { hash } = file;
  const known = await findKnown(ctx, actor, hash);
  if (known) return { intake: null, name: incoming.name, knownAs: known, refusal: null };

  const id = uuidv7();
  const intake = await command(
    ctx,
    actor,
    { action: 'intake.received', recordKind: 'intake', recordId: id },
    async (tx) => {
      const now = ctx.clock().toString();
      await recordFile(tx, agencyId, file, incoming.mediaType);
      const { round } = await tx
        .selectFrom('intake')
        .select((eb) => eb.fn.countAll<number>().as('round'))
        .where('agency_id', '=', agencyId)
        .where('file_hash', '=', hash)
        .executeTakeFirstOrThrow();
      await tx
        .insertInto('intake')
        .values({
          agency_id: agencyId,
          id,
          file_hash: hash,
          round: Number(round),
          name: incoming.name,
          source: incoming.source,
          received_at: now,
          received_by: actor.personId,
        })
        .execute();
      await tx
        .insertInto('reading_wish')
        .values({
          agency_id: agencyId,
          id: uuidv7(),
          intake_id: id,
          recorded_at: now,
          recorded_by: actor.personId,
        })
        .execute();
      return findIntake(tx, agencyId, id);
    },
  );
  desk.wake();
  return {
    intake: intake ? presentIntake(actor, intake) : null,
    name: incoming.name,
    knownAs: null,
    refusal: null,
  };
}

/** Where the same bytes already are, if they were received and not dropped. */
async function findKnown(ctx: Context, actor: Actor, hash: string): Promise<ReceivedFile['knownAs']> {
  const row = await ctx.store.read(actor.scope, (tx) =>
    tx
      .selectFrom('intake as i')
      .leftJoin('document as d', (join) =>
        join.onRef('d.agency_id', '=', 'i.agency_id').onRef('d.intake_id', '=', 'i.id'),
      )
      .leftJoin('intake_drop as x', (join) =>
        join.onRef('x.agency_id', '=', 'i.agency_id').onRef('x.intake_id', '=', 'i.id'),
      )
      .where('i.agency_id', '=', actor.agencyId)
      .where('i.file_hash', '=', hash)
      .where('x.id', 'is', null)
      .select(['i.id', 'i.name', 'd.id as documentId', 'd.kind', 'd.number', 'd.issued_on', 'd.subject'])
      .executeTakeFirst(),
  );
  if (!row) return null;
  const label =
    row.documentId === null
      ? row.name
      : documentLabel({
          kind: row.kind,
          number: row.number,
          date: row.issued_on,
          subject: row.subject ?? '',
        });
  return { intakeId: row.id, documentId: row.documentId, label };
}

/** An intake about to be dropped or read again. @throws Refused 404, 409 */
async function intakeFor(tx: Tx, actor: Actor, act: 'drop' | 'readAgain', id: string): Promise<IntakeRecord> {
  const record = await findIntake(tx, actor.agencyId, id);
  if (!record) throw Refused.notFound();
  intakePolicy.insist(act, actor, factsOf(record));
  return record;
}

/** Sets an intake received by mistake aside, with the reason; the original and the reading stay. */
export async function drop(ctx: Context, actor: Actor, id: string, reason: string) {
  const agencyId = actor.agencyId;
  return command(
    ctx,
    actor,
    { action: 'intake.dropped', recordKind: 'intake', recordId: id, detail: { reason } },
    async (tx) => {
      const record = await intakeFor(tx, actor, 'drop', id);
      await tx
        .insertInto('intake_drop')
        .values({
          agency_id: agencyId,
          id: uuidv7(),
          intake_id: id,
          reason,
          recorded_at: ctx.clock().toString(),
          recorded_by: actor.personId,
        })
        .execute();
      return presentIntake(actor, { ...record, dropped: true });
    },
  );
}

/** Asks for another reading of the same original, for one that could not be read or was read badly. */
export async function readAgain(ctx: Context, actor: Actor, desk: ReadingDesk, id: string) {
  const agencyId = actor.agencyId;
  const intake = await command(
    ctx,
    actor,
    { action: 'intake.readAgain', recordKind: 'intake', recordId: id },
    async (tx) => {
      const record = await intakeFor(tx, actor, 'readAgain', id);
      await tx
        .insertInto('reading_wish')
        .values({
          agency_id: agencyId,
          id: uuidv7(),
          intake_id: id,
          recorded_at: ctx.clock().toString(),
          recorded_by: actor.personId,
        })
        .execute();
      const again = await findIntake(tx, agencyId, id);
      return presentIntake(actor, again ?? record);
    },
  );
  desk.wake();
  return intake;
}
