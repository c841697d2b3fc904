import type { Tx } from '../../storage/store.ts';
import type { Signature } from '../../writing/official/document.ts';
import type { Actor, Context } from '../context.ts';
import { signingOf } from '../papers/signature.ts';
import type { KnownReview } from './read.ts';

/** Lines and name over which the actor signs today; null where none can be put together. */
export async function ownSignature(tx: Tx, ctx: Context, actor: Actor): Promise<Signature | null> {
  const { signature, own } = await signingOf(tx, actor, ctx.today().toString());
  return own ? signature : null;
}

/** What the policy asks of a review as a whole. @param earlier whether a version is shown that does not stand any more */
export async function reviewFacts(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  { standing: { signed, period } }: KnownReview,
  earlier = false,
) {
  const { own: signs, untitled } = await signingOf(tx, actor, ctx.today().toString());
  return {
    signed: signed !== null || earlier,
    earlier,
    ...{ signs, untitled },
    cutOff: period.cutOff,
    today: ctx.today().toString(),
  };
}
