import type { Reading } from '../../domain/documents/reading.ts';
import { lineOf } from '../../domain/intake/line.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type Context, command, systemActor } from '../context.ts';

/** The reader's own version, kept with each reading: a later reader may read better. */
export const readerVersion = '1';

/** Live topic of one intake: progress of reading, edits of the review, who is there. */
export const topicOf = (agencyId: string, intakeId: string) => `intake:${agencyId}:${intakeId}`;

/** What came of reading: the reading, or a refusal that says what to do. */
export type ReadingOutcome = { reading: Reading } | { refusal: string };

/**
 * Records the outcome of a wished reading. A reading also begins the review: its head, and a line for each
 * directive read. Reading again replaces the clerk's lines, so the earlier ones stay only in the acts.
 */
export async function beginReview(
  ctx: Context,
  wish: { agencyId: string; intakeId: string; wishId: string },
  outcome: ReadingOutcome,
): Promise<void> {
  const actor = systemActor([wish.agencyId], wish.agencyId);
  const read = 'reading' in outcome;
  const action = read ? 'intake.read' : 'intake.unreadable';
  await command(ctx, actor, { action, recordKind: 'intake', recordId: wish.intakeId }, async (tx) => {
    const now = ctx.clock().toString();
    const readingId = uuidv7();
    await tx
      .insertInto('reading')
      .values({
        agency_id: wish.agencyId,
        id: readingId,
        intake_id: wish.intakeId,
        wish_id: wish.wishId,
        reader_version: readerVersion,
        reading: read ? JSON.stringify(outcome.reading) : null,
        refusal: read ? null : outcome.refusal,
        recorded_at: now,
      })
      .execute();
    if (read) await startLines(tx, wish, readingId, outcome.reading, now);
  });
  ctx.live.tell(topicOf(wish.agencyId, wish.intakeId), { event: 'state' });
}

async function startLines(
  tx: Tx,
  { agencyId, intakeId }: { agencyId: string; intakeId: string },
  readingId: string,
  reading: Reading,
  now: string,
): Promise<void> {
  await tx
    .insertInto('review_head')
    .values({
      agency_id: agencyId,
      intake_id: intakeId,
      reading_id: readingId,
      head: JSON.stringify(reading.document),
      version: 1,
      changed_at: now,
      changed_by: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'intake_id']).doUpdateSet((eb) => ({
        reading_id: eb.ref('excluded.reading_id'),
        head: eb.ref('excluded.head'),
        version: eb('review_head.version', '+', 1),
        changed_at: eb.ref('excluded.changed_at'),
        changed_by: null,
      })),
    )
    .execute();
  await tx
    .updateTable('review_line')
    .set((eb) => ({ present: false, version: eb('version', '+', 1), changed_at: now }))
    .where('agency_id', '=', agencyId)
    .where('intake_id', '=', intakeId)
    .where('present', '=', true)
    .execute();
  if (reading.directives.length === 0) return;
  await tx
    .insertInto('review_line')
    .values(
      reading.directives.map((directive) => {
        const { fields, readAs } = lineOf(directive);
        return {
          agency_id: agencyId,
          intake_id: intakeId,
          id: uuidv7(),
          position: directive.ordinal,
          fields: JSON.stringify(fields),
          read_as: JSON.stringify(readAs),
          present: true,
          version: 1,
          changed_at: now,
          changed_by: null,
        };
      }),
    )
    .execute();
}
