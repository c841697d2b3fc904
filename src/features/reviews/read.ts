import { sql } from 'kysely';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import { ReviewContent, type ReviewRead } from '../../domain/reviews/content.ts';
import type { ReviewFact, ReviewPeriod } from '../../domain/reviews/facts.ts';
import { reviewFiguresOf } from '../../domain/reviews/figures.ts';
import { type ReviewStanding, reviewStandingOf } from '../../domain/reviews/standing.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { readPeriod } from '../figures/register.ts';

/** A review with how it stands. */
export interface KnownReview {
  id: string;
  standing: ReviewStanding;
}

/** Reviews of an agency folded from their facts, the latest opened first; or one. */
export async function knownReviews(tx: Tx, agencyId: string, id?: string): Promise<KnownReview[]> {
  const { rows } = await sql<ReviewFact & { reviewId: string }>`
    select f.review_id as "reviewId", f.id, f.happened_on as "happenedOn", f.recorded_at as "recordedAt",
      coalesce(p.full_name, 'Hệ thống') as by, f.body
    from review_fact f left join person p on p.agency_id = f.agency_id and p.id = f.recorded_by
    where f.agency_id = ${agencyId} ${id === undefined ? sql`` : sql`and f.review_id = ${id}`}
    order by f.recorded_at, f.id`.execute(tx);
  return [...Map.groupBy(rows, ({ reviewId }) => reviewId)]
    .flatMap(([reviewId, facts]) => {
      const standing = reviewStandingOf(facts);
      return standing ? [{ id: reviewId, standing }] : [];
    })
    .toReversed();
}

/** @throws Refused 404 */
export async function knownReview(tx: Tx, agencyId: string, id: string): Promise<KnownReview> {
  const [known] = await knownReviews(tx, agencyId, id);
  if (!known) throw Refused.notFound();
  return known;
}

/** The figures of a review over the register as it is known now, whole and by the units that lead. */
export async function readRegister(
  tx: Tx,
  ctx: Context,
  { agencyId }: Pick<Actor, 'agencyId'>,
  { from, to, cutOff }: ReviewPeriod,
  calendar: Calendar,
): Promise<ReviewRead> {
  const today = ctx.today().toString();
  const readUntil = cutOff < today ? cutOff : today;
  const asking = { cut: { from, to, cutOff: readUntil }, knownAt: undefined, unit: undefined, calendar };
  const { register, reading } = await readPeriod(tx, ctx, agencyId, asking);
  const agency = await tx
    .selectFrom('agency')
    .select(['name', 'sign'])
    .where('id', '=', agencyId)
    .executeTakeFirstOrThrow();
  const parts = [...Map.groupBy(register.directives, ({ leadUnitId }) => leadUnitId ?? '')];
  const units = parts.flatMap(([unitId, directives]) => {
    const name = register.asOf.unitNames.get(unitId);
    const figures = reviewFiguresOf(directives, reading);
    const counts = figures.some(
      ({ key, recordIds }) => (key === 'in-hand' || key === 'promised') && recordIds.length > 0,
    );
    return name !== undefined && counts ? [{ unitId, name, figures }] : [];
  });
  return {
    agency,
    rules: { soonUntil: reading.soonUntil, readUntil },
    figures: reviewFiguresOf(register.directives, reading),
    units: units.toSorted((a, b) => a.name.localeCompare(b.name, 'vi') || (a.unitId < b.unitId ? -1 : 1)),
  };
}

/** A review as it was signed. */
export interface Snapshot {
  content: ReviewContent;
  docxHash: string;
  pdfHash: string;
}

/** What was signed; undefined while the review is open. */
export async function findSnapshot(tx: Tx, agencyId: string, id: string): Promise<Snapshot | undefined> {
  const row = await tx
    .selectFrom('review_snapshot')
    .select(['content', 'docx_hash as docxHash', 'pdf_hash as pdfHash'])
    .where('agency_id', '=', agencyId)
    .where('review_id', '=', id)
    .executeTakeFirst();
  return row && { ...row, content: ReviewContent.parse(JSON.parse(row.content)) };
}

/** The words of directives by their ids. */
export async function wordsOf(
  tx: Tx,
  agencyId: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('directive')
    .select(['id', 'words'])
    .where('agency_id', '=', agencyId)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, words }) => [id, words]));
}
