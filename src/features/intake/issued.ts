import type { Reading } from '../../domain/documents/reading.ts';
import { recordFile, type StoredFile } from '../../storage/files.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { json } from '../../storage/schema/foundation.ts';
import type { Tx } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import { readerVersion } from './begin.ts';

/** A paper of our own as it was read back. */
export interface IssuedPaper {
  name: string;
  file: StoredFile;
  mediaType: string;
  reading: Reading;
}

/**
 * Keeps a paper the agency issued as originals are kept that come in: its file, and what the reader makes of it. So it
 * opens in the register to its own words. A document must name it in the same transaction.
 */
export async function keepIssued(
  tx: Tx,
  ctx: Context,
  { agencyId, personId }: Actor,
  { name, file, mediaType, reading }: IssuedPaper,
): Promise<{ intakeId: string; readingId: string }> {
  const [intakeId, wishId, readingId] = [uuidv7(), uuidv7(), uuidv7()];
  const now = ctx.clock().toString();
  await recordFile(tx, agencyId, file, mediaType);
  await tx
    .insertInto('intake')
    .values({
      ...{ agency_id: agencyId, id: intakeId, file_hash: file.hash, round: 0, name, source: 'issued' },
      ...{ received_at: now, received_by: personId },
    })
    .execute();
  await tx
    .insertInto('reading_wish')
    .values({ agency_id: agencyId, id: wishId, intake_id: intakeId, recorded_at: now, recorded_by: personId })
    .execute();
  await tx
    .insertInto('reading')
    .values({
      ...{ agency_id: agencyId, id: readingId, intake_id: intakeId, wish_id: wishId },
      ...{ reader_version: readerVersion, reading: json(reading), refusal: null, recorded_at: now },
    })
    .execute();
  return { intakeId, readingId };
}
