import { sql } from 'kysely';
import { sentenceOf } from '../../domain/directives/sentence.ts';
import type { Place } from '../../domain/documents/reading.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import type { DirectiveRecord } from './contract.ts';
import { asOfToday, findDirectives, presentDirective } from './queries.ts';
import { factsOf } from './record.ts';

/** How much of the document is shown before and after a directive's words. */
const excerptMargin = 280;

type Span = [number, number];

interface SourceRow {
  quantity: DirectiveRecord['quantity'];
  outline: string[];
  spans: Span[];
  documentId: string | null;
  intakeId: string | null;
  fileHash: string | null;
  text: string | null;
  places: Place[] | null;
}

/** One directive with the words it comes from and its history in sentences, newest first. */
export async function getDirective(ctx: Context, actor: Actor, id: string): Promise<DirectiveRecord> {
  const calendar = await ctx.calendar();
  const found = await ctx.store.read(actor.scope, async (tx) => {
    const asOf = await asOfToday(tx, ctx, actor.agencyId, calendar);
    const [row] = await findDirectives(tx, actor.agencyId, { id }, asOf, { limit: 1 });
    if (!row) return undefined;
    const { rows } = await sql<SourceRow>`
      select d.quantity, d.outline, d.spans, doc.id as "documentId", doc.intake_id as "intakeId", i.file_hash as "fileHash",
        r.reading ->> 'text' as text, r.reading -> 'places' as places
      from directive d
      left join document doc on doc.agency_id = d.agency_id and doc.id = d.document_id
      left join intake i on i.agency_id = doc.agency_id and i.id = doc.intake_id
      left join reading r on r.agency_id = doc.agency_id and r.id = doc.reading_id
      where d.agency_id = ${actor.agencyId} and d.id = ${id}`.execute(tx);
    return { asOf, row, source: rows[0], facts: (await factsOf(tx, actor.agencyId, [id])).get(id) ?? [] };
  });
  if (!found?.source) throw Refused.notFound();
  const mayCorrect = actor.permissions.has('directive.give');
  return {
    ...presentDirective(found.row, found.asOf, calendar),
    quantity: found.source.quantity,
    outline: found.source.outline,
    source: sourceOf(found.source),
    history: found.facts
      .toSorted((a, b) => b.recordedAt.localeCompare(a.recordedAt) || b.id.localeCompare(a.id))
      .map((fact) => ({
        id: fact.id,
        happenedOn: fact.happenedOn,
        recordedAt: fact.recordedAt,
        by: fact.by,
        sentence: sentenceOf(fact),
      })),
    abilities: { correct: mayCorrect ? true : 'Chỉ văn phòng hoặc lãnh đạo được đính chính nhiệm vụ.' },
  };
}

function sourceOf({
  documentId,
  intakeId,
  fileHash,
  text,
  spans,
  places,
}: SourceRow): DirectiveRecord['source'] {
  const first = spans[0];
  if (documentId === null || intakeId === null || text === null || fileHash === null || !first) return null;
  const end = spans.at(-1)?.[1] ?? first[1];
  return {
    documentId,
    intakeId,
    spans,
    fileHash,
    excerpt: {
      before: text.slice(Math.max(0, first[0] - excerptMargin), first[0]),
      words: text.slice(first[0], end),
      after: text.slice(end, end + excerptMargin),
    },
    places: (places ?? []).filter((place) =>
      spans.some(([start, stop]) => place.span[0] < stop && place.span[1] > start),
    ),
  };
}
