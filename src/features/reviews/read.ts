import { sql } from 'kysely';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import type { Counted } from '../../domain/figures/counted.ts';
import type { FigureValues } from '../../domain/figures/evaluate.ts';
import type { FigureValue, Reading, RecordUnit } from '../../domain/figures/figure.ts';
import { type OverdueLine, ReviewContent, type ReviewRead } from '../../domain/reviews/content.ts';
import type { ReviewFact, ReviewPeriod } from '../../domain/reviews/facts.ts';
import { besideDirectives, isHandedIn, type Proved, reviewFiguresOf } from '../../domain/reviews/figures.ts';
import { type ReviewStanding, reviewStandingOf } from '../../domain/reviews/standing.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused, systemActor } from '../context.ts';
import { documentLabel } from '../documents/label.ts';
import type { FigureRecord } from '../figures/contract.ts';
import type { FamilyAsking } from '../figures/families/family.ts';
import { askingOf, readFamily } from '../figures/read.ts';
import { type Asking, readPeriod } from '../figures/register.ts';
import { toldColumns } from '../planning/fact-columns.ts';
import { taskLines } from './task-lines.ts';

/** A review with how it stands. */
export interface KnownReview {
  id: string;
  standing: ReviewStanding;
  /** How much has happened to it. */
  facts: number;
}

/** Reviews of an agency folded from their facts, the latest opened first; or one. */
export async function knownReviews(tx: Tx, agencyId: string, id?: string): Promise<KnownReview[]> {
  const { rows } = await sql<ReviewFact & { reviewId: string }>`
    select f.review_id as "reviewId", ${toldColumns}
    from review_fact f left join person p on p.agency_id = f.agency_id and p.id = f.recorded_by
    where f.agency_id = ${agencyId} ${id === undefined ? sql`` : sql`and f.review_id = ${id}`}
    order by f.recorded_at, f.id`.execute(tx);
  return [...Map.groupBy(rows, ({ reviewId }) => reviewId)]
    .flatMap(([reviewId, facts]) => {
      const standing = reviewStandingOf(facts);
      return standing ? [{ id: reviewId, standing, facts: facts.length }] : [];
    })
    .toReversed();
}

/** @throws Refused 404 */
export async function knownReview(tx: Tx, agencyId: string, id: string): Promise<KnownReview> {
  const [known] = await knownReviews(tx, agencyId, id);
  if (!known) throw Refused.notFound();
  return known;
}

/** What is read for a period: until its cut-off, or today before that has come. */
function askingFor({ from, to, cutOff }: ReviewPeriod, ctx: Context, calendar: Calendar): Asking {
  const today = ctx.today().toString();
  const cut = { from, to, cutOff: cutOff < today ? cutOff : today };
  return { cut, knownAt: undefined, unit: undefined, calendar };
}

/** The figures of a review over the register as it is known now, whole and by the units that lead. */
export async function readRegister(
  tx: Tx,
  ctx: Context,
  { agencyId }: Pick<Actor, 'agencyId'>,
  period: ReviewPeriod,
  calendar: Calendar,
): Promise<ReviewRead> {
  const asking = askingFor(period, ctx, calendar);
  const readUntil = asking.cut.cutOff;
  const { register, reading } = await readPeriod(tx, ctx, agencyId, asking);
  const { document } = period;
  const given = document && (await givenBy(tx, agencyId, document.id));
  const counted = given ? register.directives.filter(({ id }) => given.has(id)) : register.directives;
  const agency = await tx
    .selectFrom('agency')
    .select(['name', 'sign'])
    .where('id', '=', agencyId)
    .executeTakeFirstOrThrow();
  const proved = await provedOf(tx, agencyId, counted.filter(isHandedIn), readUntil);
  // What is beside directives is of no document.
  const read = document
    ? null
    : await askingOf(tx, ctx, systemActor([agencyId], agencyId), { ...asking, calendar });
  const beside = read ? await readBeside(read) : [];
  const besideOf = (unitId: string): FigureValues =>
    new Map(
      beside.flatMap(({ values, byUnit }) =>
        [...values.keys()].map((id) => [id, byUnit(id).get(unitId) ?? none] as const),
      ),
    );
  const parts = [...Map.groupBy(counted, ({ leadUnitId }) => leadUnitId ?? '')];
  const units = parts.flatMap(([unitId, directives]) => {
    const name = register.asOf.unitNames.get(unitId);
    const figures = reviewFiguresOf(directives, reading, proved, besideOf(unitId));
    const counts = figures.some(
      ({ key, recordIds }) => (key === 'in-hand' || key === 'promised') && recordIds.length > 0,
    );
    return name !== undefined && counts ? [{ unitId, name, figures }] : [];
  });
  const all = new Map(beside.flatMap(({ values }) => [...values]));
  const figures = reviewFiguresOf(counted, reading, proved, all);
  const overdueIds = new Set(figures.find(({ key }) => key === 'overdue')?.recordIds);
  const overdue = counted.filter(({ id }) => overdueIds.has(id));
  return {
    agency,
    tasks: read ? await taskLines(read, figures) : [],
    overdue: await overdueLines(tx, agencyId, overdue, { reading, names: register.asOf.unitNames }),
    rules: { soonUntil: reading.soonUntil, readUntil },
    figures,
    units: units.toSorted((a, b) => a.name.localeCompare(b.name, 'vi') || (a.unitId < b.unitId ? -1 : 1)),
  };
}

/** What a unit has none of. */
const none: FigureValue = { value: null, recordIds: [] };

interface Beside {
  values: FigureValues;
  byUnit(id: string): ReadonlyMap<string, FigureValue>;
}

/** The other families a review tells of, read once; seen the same whoever looks, since they are frozen with it. */
async function readBeside(read: FamilyAsking): Promise<Beside[]> {
  const told: Beside[] = [];
  for (const family of besideDirectives) {
    const one = (await readFamily[family](read)).told;
    const values = one.values();
    const byUnit = new Map<string, ReadonlyMap<string, FigureValue>>();
    for (const id of values.keys()) byUnit.set(id, one.apart(id, 'unit')[0]?.parts ?? new Map());
    told.push({ values, byUnit: (id) => byUnit.get(id) ?? new Map() });
  }
  return told;
}

/** Which of some directives have proof of a product that happened by the cut-off and counts. */
async function provedOf(
  tx: Tx,
  agencyId: string,
  directives: readonly Counted[],
  cutOff: string,
): Promise<Proved> {
  const { rows } = await sql<{ id: string }>`
    select distinct f.directive_id as id
    from unnest(${directives.map(({ id }) => id)}::uuid[]) as asked (id)
    join directive_fact f on f.agency_id = ${agencyId} and f.directive_id = asked.id
    where f.body ->> 'kind' = 'evidenced' and f.happened_on <= ${cutOff}
      and not exists (select from directive_fact r where r.agency_id = f.agency_id
        and r.directive_id = f.directive_id and r.body ->> 'kind' = 'retracted'
        and r.body ->> 'supersedes' = f.id::text)`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

interface Named {
  id: string;
  words: string;
  document: Parameters<typeof documentLabel>[0] | null;
}

/** What was overdue at the cut-off, the longest first. */
async function overdueLines(
  tx: Tx,
  agencyId: string,
  overdue: readonly Counted[],
  { reading, names }: { reading: Reading; names: ReadonlyMap<string, string> },
): Promise<OverdueLine[]> {
  if (overdue.length === 0) return [];
  const { rows } = await sql<Named>`
    select v.id, v.words, case when d.id is not null then json_build_object(
      'kind', d.kind, 'number', d.number, 'date', d.issued_on, 'subject', d.subject) end as document
    from directive v left join document d on d.agency_id = v.agency_id and d.id = v.document_id
    where v.agency_id = ${agencyId} and v.id = any(${overdue.map(({ id }) => id)}::uuid[])`.execute(tx);
  const named = new Map(rows.map((row) => [row.id, row]));
  return overdue
    .map(({ id, leadUnitId, firstDue, due, timesExtended, cause }): OverdueLine => {
      const { words = '', document = null } = named.get(id) ?? {};
      return {
        ...{ id, words, firstDue, due, timesExtended, cause },
        unit: names.get(leadUnitId ?? '') ?? null,
        source: document && documentLabel(document),
        daysLate: due === null ? 0 : reading.daysLate(due, reading.cutOff),
      };
    })
    .toSorted((a, b) => b.daysLate - a.daysLate || (a.id < b.id ? -1 : 1));
}

/** Directives that a document has given. */
async function givenBy(tx: Tx, agencyId: string, documentId: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('directive')
    .select('id')
    .where('agency_id', '=', agencyId)
    .where('document_id', '=', documentId)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** A review as it was signed at one time. */
export interface Snapshot {
  version: number;
  content: ReviewContent;
  docxHash: string;
  pdfHash: string;
}

/** What was signed as a version of a review. */
export async function findSnapshot(
  tx: Tx,
  agencyId: string,
  id: string,
  version: number,
): Promise<Snapshot | undefined> {
  const row = await tx
    .selectFrom('review_snapshot')
    .select(['version', 'content', 'docx_hash as docxHash', 'pdf_hash as pdfHash'])
    .where('agency_id', '=', agencyId)
    .where('review_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return row && { ...row, content: ReviewContent.parse(JSON.parse(row.content)) };
}

/** A record by its words, with its own page. */
export type NamedRecord = Pick<FigureRecord, 'words' | 'page'>;
export const unnamed: NamedRecord = { words: '', page: null };

/** The words of records of a family and the page of each by their ids; what is no longer read for the period has none. */
export async function recordsNamed(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  {
    family,
    ids,
    period,
    calendar,
  }: { family: RecordUnit; ids: readonly string[]; period: ReviewPeriod; calendar: Calendar },
): Promise<Map<string, NamedRecord>> {
  if (ids.length === 0) return new Map();
  if (family !== 'directives') {
    const read = await askingOf(tx, ctx, actor, askingFor(period, ctx, calendar));
    const lines = await (await readFamily[family](read)).linesOf(ids);
    return new Map(lines.map(({ id, words, page }) => [id, { words, page }]));
  }
  const rows = await tx
    .selectFrom('directive')
    .select(['id', 'words'])
    .where('agency_id', '=', actor.agencyId)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, words }) => [id, { words, page: { place: 'directives', id } }]));
}
