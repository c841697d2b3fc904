import { sql } from 'kysely';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import { ReviewContent } from '../../domain/reviews/content.ts';
import { differenceOf } from '../../domain/reviews/difference.ts';
import { type ReviewFigure, sayFigure } from '../../domain/reviews/figures.ts';
import type { Tx } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import { readRegister } from '../reviews/read.ts';

/** What was last signed of a period of the whole register. */
export interface SignedReview {
  reviewId: string;
  content: ReviewContent;
}

/** The last signed review of each period of the whole register that ended on one of some days. */
export async function signedReviews(
  tx: Tx,
  agencyId: string,
  { endedOn }: { endedOn: readonly string[] },
): Promise<SignedReview[]> {
  const { rows } = await sql<{ reviewId: string; content: string }>`
    select distinct on (f.body -> 'period' ->> 'from', f.body -> 'period' ->> 'to') s.review_id as "reviewId", s.content
    from review_snapshot s
    join review_fact f on f.agency_id = s.agency_id and f.review_id = s.review_id and f.body ->> 'kind' = 'opened'
    where s.agency_id = ${agencyId} and f.body -> 'period' ->> 'to' = any(${[...endedOn]}::text[])
      and f.body -> 'period' -> 'document' is null
    order by f.body -> 'period' ->> 'from', f.body -> 'period' ->> 'to', s.recorded_at desc`.execute(tx);
  return rows.map(({ reviewId, content }) => ({
    reviewId,
    content: ReviewContent.parse(JSON.parse(content)),
  }));
}

/** The figures of a review that was signed, read anew at the same cut-off with all that is recorded today. */
export async function figuresAgain(
  tx: Tx,
  ctx: Context,
  { agencyId }: Pick<Actor, 'agencyId'>,
  { period }: ReviewContent,
  calendar: Calendar,
): Promise<ReviewFigure[]> {
  return (await readRegister(tx, ctx, { agencyId }, period, calendar)).figures;
}

/** A figure that is told otherwise than a signed review told it, with the records that make the difference. */
export interface Differs {
  figure: string;
  words: string;
  recordIds: string[];
}

/** Where figures of the period of a signed review are told otherwise now. */
export function againstSigned(
  { period, figures: signed }: Pick<ReviewContent, 'period' | 'figures'>,
  now: readonly ReviewFigure[],
): Differs[] {
  return differenceOf(signed, now).map(({ key, name, unit, signed: then, today, entered, left }) => ({
    figure: key,
    words: `«${name}» của ${period.words} nay là ${sayFigure({ value: today, unit })}, báo cáo đã ký ghi ${sayFigure({ value: then, unit })}: do ghi muộn hoặc đính chính sau khi ký.`,
    recordIds: [...entered, ...left],
  }));
}

/** Where a period of the whole register that is over differs from the report last signed of it. */
export async function differsFromSigned(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  { from, to }: { from: string; to: string },
  calendar: Calendar,
): Promise<Differs[]> {
  const signed = await signedReviews(tx, actor.agencyId, { endedOn: [to] });
  const review = signed.find(({ content }) => content.period.from === from);
  return review
    ? againstSigned(review.content, await figuresAgain(tx, ctx, actor, review.content, calendar))
    : [];
}
