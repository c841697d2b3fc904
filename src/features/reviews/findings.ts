import type { z } from 'zod';
import type { Actor, Context } from '../context.ts';
import { findingsBeforeIssue } from '../figures/before-issue.ts';
import type { listReviewFindings } from './contract.ts';
import { shownReview } from './queries.ts';

/** What does not hold in a review that is not signed; of a signed one nothing is asked any more. @throws Refused 404 */
export async function findingsOf(
  ctx: Context,
  actor: Actor,
  id: string,
): Promise<z.infer<(typeof listReviewFindings)['reply']>> {
  const calendar = await ctx.calendar();
  return ctx.store.read(actor.scope, async (tx) => {
    const { content, snapshot } = await shownReview(tx, ctx, actor, id, { calendar });
    if (snapshot) return { items: [] };
    const found = await findingsBeforeIssue(tx, ctx, actor, content);
    return {
      items: found.map(({ words, figure, recordIds }) => ({ words, figure, records: recordIds.length })),
    };
  });
}
