import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { DocumentFilter } from '../../domain/documents/filter.ts';
import type { Citation } from '../../domain/documents/reading.ts';
import { searchQuery } from '../../domain/text/search.ts';
import type { Tx } from '../../storage/store.ts';
import { type CellValue, sheetOf } from '../../writing/sheet.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { cursorOf, readCursor } from '../cursor.ts';
import type { DocumentRecord, DocumentRow } from './contract.ts';
import { documentPolicy } from './policy.ts';

export type Filter = DocumentFilter & { id?: string };

/** Book year, number and id of the last row of a page. */
const After = z.tuple([z.int32(), z.int32(), z.uuid()]);

/** A row, whoever looks at it. */
type Found = Omit<DocumentRow, 'abilities'>;

interface Selected extends Found {
  total: number;
}

/** A row with what the actor may do with it. */
export const presentDocument = <Row extends Found>(actor: Actor, row: Row) => ({
  ...row,
  abilities: documentPolicy.abilitiesOf(actor, row),
});

const columns = sql`
  d.id, d.direction, d.book_year as "bookYear", d.book_number as "bookNumber", d.kind, d.number, d.issued_on as date, d.issuer,
  d.subject, d.registered_on as "registeredOn", d.intake_id is not null as "hasOriginal",
  (select count(*)::int from directive v where v.agency_id = d.agency_id and v.document_id = d.id) as directives`;

/** The filter as SQL over `document d`; the agency is part of it, so that no list can forget it. */
function where(agencyId: string, filter: Filter): RawBuilder<unknown> {
  const query = filter.q === undefined ? null : searchQuery(filter.q);
  return sql`d.agency_id = ${agencyId}
    ${filter.id ? sql`and d.id = ${filter.id}` : sql``}
    ${filter.direction ? sql`and d.direction = ${filter.direction}` : sql``}
    ${filter.year ? sql`and d.book_year = ${filter.year}` : sql``}
    ${filter.kind ? sql`and d.kind = ${filter.kind}` : sql``}
    ${query ? sql`and d.search @@ to_tsquery('simple', ${query})` : sql``}`;
}

/** Documents of the register, newest entry first, with the exact total under the filter. */
export async function findDocumentRows(
  tx: Tx,
  agencyId: string,
  filter: Filter,
  page: { limit: number; after?: z.infer<typeof After> },
): Promise<Selected[]> {
  const { rows } = await sql<Selected>`
    with matching as (select d.* from document d where ${where(agencyId, filter)})
    select ${columns}, (select count(*)::int from matching) as total
    from matching d
    ${page.after ? sql`where (d.book_year, d.book_number, d.id) < (${page.after[0]}::int, ${page.after[1]}::int, ${page.after[2]}::uuid)` : sql``}
    order by d.book_year desc, d.book_number desc, d.id desc
    limit ${page.limit}`.execute(tx);
  return rows;
}

/** All documents under a filter. */
export async function documentIdsUnder(tx: Tx, agencyId: string, filter: Filter): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select d.id from document d where ${where(agencyId, filter)}`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** A page of the register. */
export async function listDocuments(
  ctx: Context,
  actor: Actor,
  query: Filter & { cursor?: string; limit: number },
) {
  const after = readCursor(query.cursor, After);
  const rows = await ctx.store.read(actor.scope, (tx) =>
    findDocumentRows(tx, actor.agencyId, query, { limit: query.limit + 1, after }),
  );
  const items = rows.slice(0, query.limit).map(({ total: _, ...row }) => presentDocument(actor, row));
  const last = items.at(-1);
  return {
    items,
    next: rows.length > query.limit && last ? cursorOf([last.bookYear, last.bookNumber, last.id]) : null,
    total: rows[0]?.total ?? 0,
  };
}

/** One document with its text, its original and the papers it cites, those in the register linked. */
export async function getDocument(ctx: Context, actor: Actor, id: string): Promise<DocumentRecord> {
  const { rows } = await ctx.store.read(actor.scope, (tx) =>
    sql<
      Found &
        Pick<DocumentRecord, 'registeredBy' | 'file' | 'text'> & {
          citations: Citation[];
          known: { number: string; id: string }[];
        }
    >`
      select ${columns}, coalesce(p.full_name, 'Hệ thống') as "registeredBy", r.reading ->> 'text' as text,
        case when i.id is null then null else
          json_build_object('hash', f.hash, 'name', i.name, 'bytes', f.bytes, 'intakeId', i.id) end as file,
        coalesce(r.reading -> 'citations', '[]') as citations,
        coalesce((select json_agg(json_build_object('number', k.number, 'id', k.id)) from document k
          where k.agency_id = d.agency_id and k.id <> d.id
            and k.number in (select c ->> 'number' from jsonb_array_elements(coalesce(r.reading -> 'citations', '[]')) c)), '[]') as known
      from document d
      left join person p on p.agency_id = d.agency_id and p.id = d.recorded_by
      left join intake i on i.agency_id = d.agency_id and i.id = d.intake_id
      left join file f on f.agency_id = i.agency_id and f.hash = i.file_hash
      left join reading r on r.agency_id = d.agency_id and r.id = d.reading_id
      where ${where(actor.agencyId, { id })}`.execute(tx),
  );
  const row = rows[0];
  if (!row) throw Refused.notFound();
  const { known, citations, ...document } = row;
  const ids = new Map(known.map((one) => [one.number, one.id]));
  return {
    ...presentDocument(actor, document),
    citations: citations.map((citation) => ({ ...citation, documentId: ids.get(citation.number) ?? null })),
  };
}

/** The register as an Excel sheet under the same filter as the list. */
export async function exportDocuments(ctx: Context, actor: Actor, filter: Filter): Promise<Uint8Array> {
  const rows = await ctx.store.read(actor.scope, (tx) =>
    findDocumentRows(tx, actor.agencyId, filter, { limit: 100_000 }),
  );
  const day = (text: string | null): CellValue => (text === null ? null : Temporal.PlainDate.from(text));
  return sheetOf(
    'Sổ văn bản',
    [
      { header: 'Sổ', width: 8 },
      { header: 'Năm', width: 8 },
      { header: 'Số vào sổ', width: 10 },
      { header: 'Ngày vào sổ', width: 12 },
      { header: 'Số, ký hiệu', width: 22 },
      { header: 'Ngày văn bản', width: 12 },
      { header: 'Cơ quan ban hành', width: 36 },
      { header: 'Trích yếu', width: 80 },
      { header: 'Số nhiệm vụ', width: 12 },
    ],
    rows.map((row) => [
      row.direction === 'in' ? 'Đến' : 'Đi',
      row.bookYear,
      row.bookNumber,
      day(row.registeredOn),
      row.number,
      day(row.date),
      row.issuer,
      row.subject,
      row.directives,
    ]),
  );
}
