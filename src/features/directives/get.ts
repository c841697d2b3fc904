import { sql } from 'kysely';
import { bindingFacts, type DirectiveFact, sayAuthor } from '../../domain/directives/facts.ts';
import { sentenceOf } from '../../domain/directives/sentence.ts';
import { type Standing, standingOf } from '../../domain/directives/standing.ts';
import type { Place } from '../../domain/documents/reading.ts';
import { together } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import type { DirectiveRecord } from './contract.ts';
import { doerWith, leadOf, lentOn, postsOn } from './doer.ts';
import { ledOn } from './led-on.ts';
import { directivePolicy, factPolicy } from './policy.ts';
import { asOfToday, foundById, presentDirective } from './queries.ts';
import { factRows } from './record.ts';
import { treeFrom, treeRows } from './tree.ts';

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

/**
 * One directive with the words it comes from and its history in sentences, newest first.
 * @param asOf a past day whose units and names are shown
 */
export async function getDirective(
  ctx: Context,
  actor: Actor,
  id: string,
  asOf?: string,
): Promise<DirectiveRecord> {
  const calendar = await ctx.calendar();
  const found = await ctx.store.read(actor.scope, async (tx) => {
    const today = await asOfToday(tx, ctx, actor.agencyId, calendar);
    const source = sql<SourceRow>`
      select d.quantity, d.outline, d.spans, doc.id as "documentId", doc.intake_id as "intakeId", i.file_hash as "fileHash",
        r.reading ->> 'text' as text, r.reading -> 'places' as places
      from directive d
      left join document doc on doc.agency_id = d.agency_id and doc.id = d.document_id
      left join intake i on i.agency_id = doc.agency_id and i.id = doc.intake_id
      left join reading r on r.agency_id = doc.agency_id and r.id = doc.reading_id
      where d.agency_id = ${actor.agencyId} and d.id = ${id}`;
    const [rows, sources, facts, posts, tree] = await together(tx, [
      foundById(actor.agencyId, id, today),
      source,
      factRows(actor.agencyId, [id]),
      postsOn(actor, today.today),
      treeRows(actor.agencyId, id, today),
    ]);
    const [row] = asOf === undefined ? rows : await ledOn(tx, actor.agencyId, rows, asOf);
    if (!row || (asOf !== undefined && row.givenOn > asOf)) return undefined;
    const giverUnitId =
      row.origin === 'part' && row.parentId !== null ? await leadOf(tx, actor.agencyId, row.parentId) : null;
    const doer = doerWith(actor, posts, await lentOn(tx, actor, today.today));
    return { today, row, source: sources[0], facts, doer, giverUnitId, tree: treeFrom(tree) };
  });
  const standing = found ? standingOf(found.facts) : null;
  if (!found?.source || standing === null) throw Refused.notFound();
  const { row, facts, doer } = found;
  const around = { giverUnitId: found.giverUnitId, deadlineKind: row.deadline.kind };
  return {
    ...presentDirective(row, found.today, calendar),
    quantity: found.source.quantity,
    outline: found.source.outline,
    source: sourceOf(found.source),
    tree: found.tree,
    evidence: standing.evidence.map(({ factId, name, link, fileHash }) => ({
      id: factId,
      name,
      link: link ?? null,
      file: fileHash !== undefined,
    })),
    asked: standing.extensionAsked,
    firstDeadline: standing.firstDeadline,
    timesReturned: standing.timesReturned,
    clock: clockOf(standing),
    suspendedOn: standing.suspendedOn,
    history: historyOf(facts, actor),
    abilities: directivePolicy.abilitiesOf(actor, { standing, doer, around }),
  };
}

function clockOf({ clock }: Standing): DirectiveRecord['clock'] {
  if (clock === null) return null;
  const last = clock.pauses.at(-1);
  return { startedOn: clock.startedOn, standsSince: last && last.to === undefined ? last.from : null };
}

/** Newest first; what was taken back stays, marked. */
function historyOf(facts: readonly DirectiveFact[], actor: Actor): DirectiveRecord['history'] {
  const binding = new Set(bindingFacts(facts).map(({ id }) => id));
  return facts
    .toSorted((a, b) => b.recordedAt.localeCompare(a.recordedAt) || b.id.localeCompare(a.id))
    .map((fact) => ({
      id: fact.id,
      kind: fact.body.kind,
      happenedOn: fact.happenedOn,
      recordedAt: fact.recordedAt,
      by: sayAuthor(fact),
      nowKnownAs: fact.nowKnownAs ?? null,
      sentence: sentenceOf(fact),
      retracted: fact.body.kind !== 'retracted' && !binding.has(fact.id),
      abilities: factPolicy.abilitiesOf(actor, { facts, factId: fact.id }),
    }));
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
