import { sayDay } from '../../domain/deadlines/words.ts';
import { searchable } from '../../domain/text/search.ts';
import { nextNumber, numberToCome } from '../../storage/counters.ts';
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

/** A place in a book, and the number a paper bears by it. */
export interface BookPlace {
  year: number;
  bookNumber: number;
  number: string | null;
}

type BookEntry = Pick<DocumentEntry, 'agencyId' | 'direction' | 'kind' | 'number' | 'registeredOn'>;

/**
 * Makes a paper that bears its number, and takes the place it bears. It is made for the place that comes next and only then
 * is the place taken, so that the book is held while the paper is entered, not while files are written. Where another
 * paper took that place meanwhile, this one is made once more, holding the next.
 * @param make leaves nothing in the database, since it may be asked twice
 */
export async function madeInPlace<Made>(
  tx: Tx,
  entry: BookEntry,
  make: (place: BookPlace) => Promise<Made>,
): Promise<{ taken: BookPlace; made: Made }> {
  const expected = await placeIn(tx, entry, numberToCome);
  const made = await make(expected);
  const taken = await placeIn(tx, entry, nextNumber);
  return { taken, made: taken.bookNumber === expected.bookNumber ? made : await make(taken) };
}

async function placeIn(tx: Tx, entry: BookEntry, numberOf: typeof nextNumber): Promise<BookPlace> {
  const year = Number(entry.registeredOn.slice(0, 4));
  const bookNumber = await numberOf(tx, entry.agencyId, `book.${entry.direction}`, year);
  const number =
    entry.number ?? (entry.direction === 'out' && entry.kind ? await ownNumber(tx, entry, bookNumber) : null);
  return { year, bookNumber, number };
}

/**
 * Enters a document in its book: the next number of the year, without gaps, because the counter is raised in the
 * same transaction (NĐ 30/2020 Đ15: from 01 on the first of January, one series for each book).
 * @param taken its place, where it was taken before
 */
export async function enterInBook(
  tx: Tx,
  entry: DocumentEntry,
  taken?: BookPlace,
): Promise<{ id: string; bookNumber: number; number: string | null }> {
  const { year, bookNumber, number } = taken ?? (await placeIn(tx, entry, nextNumber));
  const id = uuidv7();
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
async function ownNumber(
  tx: Tx,
  { agencyId, kind }: Pick<DocumentEntry, 'agencyId' | 'kind'>,
  bookNumber: number,
): Promise<string> {
  const { sign } = await tx
    .selectFrom('agency')
    .select('sign')
    .where('id', '=', agencyId)
    .executeTakeFirstOrThrow();
  return `${String(bookNumber).padStart(2, '0')}/${kind}-${sign}`;
}

export type ByHand = Pick<DocumentEntry, 'direction' | 'kind' | 'number' | 'date' | 'issuer' | 'subject'>;

/** Registers a document without a file. @throws Refused 400 for one that bears a day to come */
export async function registerByHand(ctx: Context, actor: Actor, entry: ByHand): Promise<DocumentRow> {
  const today = ctx.today().toString();
  if (entry.date !== null && entry.date > today)
    throw Refused.invalid([
      {
        path: 'date',
        message: `Ngày văn bản không thể sau ngày vào sổ ${sayDay(today)}. Xem lại ngày ghi trên văn bản.`,
      },
    ]);
  return command(ctx, actor, { action: 'document.registered', recordKind: 'document' }, async (tx) => {
    const { id } = await enterInBook(tx, {
      ...entry,
      agencyId: actor.agencyId,
      intakeId: null,
      readingId: null,
      registeredOn: today,
      recordedAt: ctx.clock().toString(),
      recordedBy: actor.personId,
    });
    const [row] = await findDocumentRows(tx, actor.agencyId, { id }, { limit: 1 });
    if (!row) throw Refused.notFound();
    return presentDocument(actor, row);
  });
}
