import { searchable } from '../../domain/text/search.ts';
import { nextNumber } from '../../storage/counters.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import type { DocumentRow } from './contract.ts';
import { findDocumentRows, presentDocument } from './queries.ts';

export interface DocumentEntry {
  agencyId: string;
  direction: 'in' | 'out';
  intakeId: string | null;
  readingId: string | null;
  kind: string | null;
  number: string | null;
  date: string | null;
  issuer: string | null;
  subject: string;
  registeredOn: string;
  recordedAt: string;
  recordedBy: string | null;
}

/**
 * Enters a document in its book: the next number of the year, without gaps, because the counter is raised in the
 * same transaction (NĐ 30/2020 Đ15: from 01 on the first of January, one series for each book).
 */
export async function enterInBook(
  tx: Tx,
  entry: DocumentEntry,
): Promise<{ id: string; bookNumber: number; number: string | null }> {
  const year = Number(entry.registeredOn.slice(0, 4));
  const bookNumber = await nextNumber(tx, entry.agencyId, `book.${entry.direction}`, year);
  const id = uuidv7();
  const number =
    entry.number ?? (entry.direction === 'out' && entry.kind ? await ownNumber(tx, entry, bookNumber) : null);
  await tx
    .insertInto('document')
    .values({
      agency_id: entry.agencyId,
      id,
      intake_id: entry.intakeId,
      reading_id: entry.readingId,
      direction: entry.direction,
      book_year: year,
      book_number: bookNumber,
      kind: entry.kind,
      number,
      issued_on: entry.date,
      issuer: entry.issuer,
      subject: entry.subject,
      registered_on: entry.registeredOn,
      recorded_at: entry.recordedAt,
      recorded_by: entry.recordedBy,
      fold: searchable([number ?? '', entry.issuer ?? '', entry.subject].join(' ')),
    })
    .execute();
  return { id, bookNumber, number };
}

/** «05/TB-SKHCN»: two digits below ten, the type's abbreviation, the agency's sign (NĐ 30/2020 Phụ lục I). */
async function ownNumber(tx: Tx, { agencyId, kind }: DocumentEntry, bookNumber: number): Promise<string> {
  const { sign } = await tx
    .selectFrom('agency')
    .select('sign')
    .where('id', '=', agencyId)
    .executeTakeFirstOrThrow();
  return `${String(bookNumber).padStart(2, '0')}/${kind}-${sign}`;
}

export type ByHand = Pick<DocumentEntry, 'direction' | 'kind' | 'number' | 'date' | 'issuer' | 'subject'>;

/** Registers a document without a file. */
export async function registerByHand(ctx: Context, actor: Actor, entry: ByHand): Promise<DocumentRow> {
  return command(ctx, actor, { action: 'document.registered', recordKind: 'document' }, async (tx) => {
    const { id } = await enterInBook(tx, {
      ...entry,
      agencyId: actor.agencyId,
      intakeId: null,
      readingId: null,
      registeredOn: ctx.today().toString(),
      recordedAt: ctx.clock().toString(),
      recordedBy: actor.personId,
    });
    const [row] = await findDocumentRows(tx, actor.agencyId, { id }, { limit: 1 });
    if (!row) throw Refused.notFound();
    return presentDocument(actor, row);
  });
}
