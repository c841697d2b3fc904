import { type RawBuilder, sql } from 'kysely';
import type { Doer } from '../../domain/directives/acts.ts';
import { bindingFacts, type DirectiveFact, sayAuthor } from '../../domain/directives/facts.ts';
import { sentenceOf } from '../../domain/directives/sentence.ts';
import { sentenceInEnglish } from '../../domain/directives/sentence-english.ts';
import { type Standing, standingOf } from '../../domain/directives/standing.ts';
import type { AsOf } from '../../domain/directives/state.ts';
import { excerptMargin } from '../../domain/documents/excerpt.ts';
import type { Place } from '../../domain/documents/reading.ts';
import { lastly, type Tx } from '../../storage/store.ts';
import { type Act, type Actor, type Context, commandThenRead, Refused } from '../context.ts';
import { asItStands, factsBy, onlyLookedAt, type Shown, shownTree } from './as-of.ts';
import type { DirectiveRecord, TreeRow } from './contract.ts';
import { doerOf, doerWith, leadRows } from './doer.ts';
import { directivePolicy, factPolicy } from './policy.ts';
import { asOfToday, type FoundOne, foundById, presentDirective, type ShownOn } from './queries.ts';
import { factRows } from './record.ts';
import { tellChanged } from './tell.ts';
import { treeFrom, treeOfOne, treeRows } from './tree.ts';

interface SourceRow {
  intakeId: string | null;
  fileHash: string | null;
  text: string | null;
  places: Place[] | null;
}

/** The words of the document a directive comes from. */
const sourceRows = (agencyId: string, documentId: string | null): RawBuilder<SourceRow> => sql<SourceRow>`
  select doc.intake_id as "intakeId", i.file_hash as "fileHash", r.reading ->> 'text' as text,
    r.reading -> 'places' as places
  from document doc
  left join intake i on i.agency_id = doc.agency_id and i.id = doc.intake_id
  left join reading r on r.agency_id = doc.agency_id and r.id = doc.reading_id
  where doc.agency_id = ${agencyId} and doc.id = ${documentId}`;

/** The actor as one who acts today, as the door found them; commands look again in their own transaction. */
async function doerToday(tx: Tx, actor: Actor, day: string): Promise<Doer> {
  const { held } = actor;
  return held?.day === day ? doerWith(actor, held.posts, held.lent) : doerOf(tx, actor, day);
}

interface Around {
  source: SourceRow | undefined;
  tree: TreeRow[];
  giverUnitId: string | null;
}

/** What stands around a directive: most have no document, no parts and no whole, and need no further question. */
async function around(
  ctx: Context,
  { agencyId, scope }: Actor,
  row: FoundOne,
  day: AsOf,
  shown: Shown,
): Promise<Around> {
  const isPart = row.origin === 'part';
  const lone = !row.hasParts && !isPart;
  if (lone && row.documentId === null) return { source: undefined, tree: treeOfOne(row), giverUnitId: null };
  return ctx.store.read(scope, async (tx) => {
    const [[source], tree, [whole]] = await lastly(tx, [
      sourceRows(agencyId, row.documentId),
      shown(treeRows(agencyId, row.id, day)),
      leadRows(agencyId, isPart ? row.parentId : null),
    ]);
    return { source, tree: treeFrom(tree), giverUnitId: whole?.leadUnitId ?? null };
  });
}

/** A directive as it was found, from which `recordOf` makes what is told of it. */
interface FoundRecord {
  today: ShownOn;
  row: FoundOne | undefined;
  facts: DirectiveFact[];
  doer: Doer;
  shown: Shown;
}

/** The last question of a transaction: one directive with its facts. */
async function findRecord(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  id: string,
  asOf?: string,
): Promise<FoundRecord> {
  const { agencyId } = actor;
  const calendar = await ctx.calendar();
  const today = await asOfToday(tx, ctx, agencyId, calendar, asOf);
  const shown = asOf === undefined ? asItStands : await shownTree(tx, agencyId, id, today, calendar);
  const doer = await doerToday(tx, actor, today.today);
  const [[row], facts] = await lastly(tx, [shown(foundById(agencyId, id, today)), factRows(agencyId, [id])]);
  return { today, row, facts: factsBy(facts, asOf), doer, shown };
}

/**
 * One directive with the words it comes from and its history in sentences, newest first.
 * @param asOf the day as of which it is shown; nothing can be done then
 * @throws Refused 404
 */
export async function getDirective(
  ctx: Context,
  actor: Actor,
  id: string,
  asOf?: string,
): Promise<DirectiveRecord> {
  const found = await ctx.store.read(actor.scope, (tx) => findRecord(tx, ctx, actor, id, asOf));
  const record = await recordOf(ctx, actor, found);
  return asOf === undefined ? record : onlyLookedAt(record, asOf);
}

/**
 * Changes a directive, or gives one, and tells it as it stands at the end of the same transaction; whoever looks at the
 * register hears of it.
 * @param work gives the id of the directive to tell
 */
export async function changeDirective(
  ctx: Context,
  actor: Actor,
  act: Act,
  work: (tx: Tx) => Promise<{ id: string }>,
): Promise<DirectiveRecord> {
  const found = await commandThenRead(ctx, actor, act, work, (tx, { id }) => findRecord(tx, ctx, actor, id));
  tellChanged(ctx, actor.agencyId);
  return recordOf(ctx, actor, found);
}

async function recordOf(ctx: Context, actor: Actor, found: FoundRecord): Promise<DirectiveRecord> {
  const { row, facts, doer } = found;
  const standing = standingOf(facts);
  if (!row || standing === null) throw Refused.notFound();
  const calendar = await ctx.calendar();
  const { source, tree, giverUnitId } = await around(ctx, actor, row, found.today, found.shown);
  const relations = { giverUnitId, deadlineKind: row.deadline.kind };
  return {
    ...presentDirective(row, found.today, calendar),
    quantity: row.quantity,
    outline: row.outline,
    field: row.field,
    sourceNumber: row.sourceNumber,
    source: source ? sourceOf(row, source) : null,
    tree,
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
    abilities: directivePolicy.abilitiesOf(actor, { standing, doer, around: relations }),
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
      by: fact.byId === null && actor.language === 'en' ? 'The system' : sayAuthor(fact),
      nowKnownAs: fact.nowKnownAs ?? null,
      sentence: actor.language === 'en' ? sentenceInEnglish(fact) : sentenceOf(fact),
      retracted: fact.body.kind !== 'retracted' && !binding.has(fact.id),
      abilities: factPolicy.abilitiesOf(actor, { facts, factId: fact.id }),
    }));
}

function sourceOf(
  { documentId, spans }: FoundOne,
  { intakeId, fileHash, text, places }: SourceRow,
): DirectiveRecord['source'] {
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
