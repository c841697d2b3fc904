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
    const all = await findingsBeforeIssue(tx, ctx, actor, content);
    // Where units do not add up to what is in hand, what is made of it does not either, for the same records.
    const whole = all.some(({ kind, figure }) => kind === 'units' && figure === 'in-hand');
    const found = all.filter(({ kind, figure }) => !whole || kind !== 'units' || figure === 'in-hand');
    return {
      items: found.map(({ words, figure, recordIds }) => ({ words, figure, records: recordIds.length })),
    };
  });
}
