import { sql } from 'kysely';
import type { ReviewFactBody } from '../../domain/reviews/facts.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { json } from '../../storage/schema/foundation.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, commandThenRead, Refused } from '../context.ts';
import { tellChanged } from '../directives/tell.ts';
import type { Review } from './contract.ts';
import { presentReview } from './queries.ts';
import { type KnownReview, knownReview } from './read.ts';

export const wrong = (path: string, message: string) => Refused.invalid([{ path, message }]);

/** Records a fact of today about a review. */
export async function record(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  reviewId: string,
  body: ReviewFactBody,
): Promise<void> {
  await tx
    .insertInto('review_fact')
    .values({
      agency_id: actor.agencyId,
      id: uuidv7(),
      review_id: reviewId,
      happened_on: ctx.today().toString(),
      recorded_at: ctx.clock().toString(),
      recorded_by: actor.personId,
      body: json(body),
    })
    .execute();
}

/** Of those who would change one thing at once the second waits. */
export async function inLine(tx: Tx, what: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`.execute(tx);
}

/** Records a fact that `make` finds possible, and gives the review as it then stands. Of two at once the second waits. */
export async function change(
  ctx: Context,
  actor: Actor,
  about: { id: string; action: string; detail?: unknown },
  make: (tx: Tx, known: KnownReview) => Promise<ReviewFactBody>,
): Promise<Review> {
  const calendar = await ctx.calendar();
  const { id, action, detail } = about;
  const review = await commandThenRead(
    ctx,
    actor,
    { action, recordKind: 'review', recordId: id, detail },
    async (tx) => {
      await inLine(tx, `review ${actor.agencyId} ${id}`);
      await record(tx, ctx, actor, id, await make(tx, await knownReview(tx, actor.agencyId, id)));
    },
    (tx) => presentReview(tx, ctx, actor, id, calendar),
  );
  tellChanged(ctx, actor.agencyId);
  return review;
}
