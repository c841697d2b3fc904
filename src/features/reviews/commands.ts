import type { ReviewSection, SectionWords } from '../../domain/reviews/facts.ts';
import { emptyPage, notComposed } from '../../domain/reviews/standing.ts';
import { faultIn } from '../../domain/reviews/words.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { change, wrong } from './change.ts';
import type { Review } from './contract.ts';
import { pagePolicy, reviewPolicy } from './policy.ts';
import { pageFacts, speakerOf } from './queries.ts';
import { type KnownReview, readRegister } from './read.ts';
import { reviewFacts } from './signer.ts';

/** @throws Refused 400 for words whose figures are none, in the place they stand */
function refuseFaults(path: (section: string) => string, words: SectionWords): void {
  const errors = Object.entries(words).flatMap(([section, one]) => {
    const message = faultIn(one);
    return message === null ? [] : [{ path: path(section), message }];
  });
  if (errors.length > 0) throw Refused.invalid(errors);
}

/** The unit of a review as the register names it now. @throws Refused 400 for one that has nothing in the period */
async function unitOf(tx: Tx, ctx: Context, actor: Actor, { standing }: KnownReview, unitId: string) {
  const { units } = await readRegister(tx, ctx, actor, standing.period, await ctx.calendar());
  const unit = units.find((one) => one.unitId === unitId);
  if (!unit) throw wrong('unitId', 'Đơn vị này không có nhiệm vụ trong kỳ. Chọn đơn vị trong danh sách.');
  return unit;
}

/** Keeps the words of a unit. @throws Refused 400, 403, 404, 409, 412 where somebody wrote meanwhile */
export async function writeWords(
  ctx: Context,
  actor: Actor,
  id: string,
  version: number,
  { unitId, words }: { unitId: string; words: SectionWords },
): Promise<Review> {
  return change(ctx, actor, { id, action: 'review.written', detail: { unitId } }, async (tx, known) => {
    const { standing } = known;
    const name = standing.signed ? '' : (await unitOf(tx, ctx, actor, known, unitId)).name;
    pagePolicy.insist('write', actor, pageFacts(standing, { unitId, name }, await speakerOf(tx, ctx, actor)));
    const page = standing.pages.get(unitId) ?? emptyPage;
    if (page.version !== version) throw Refused.stale({ version: page.version, words: page.words });
    refuseFaults((section) => `words.${section}`, words);
    return { kind: 'unit-words', unitId, words };
  });
}

/** A unit stands by its figures and words. @throws Refused 400, 403, 404, 409 */
export async function confirmPage(ctx: Context, actor: Actor, id: string, unitId: string): Promise<Review> {
  return change(ctx, actor, { id, action: 'review.confirmed', detail: { unitId } }, async (tx, known) => {
    const { standing } = known;
    const name = standing.signed ? '' : (await unitOf(tx, ctx, actor, known, unitId)).name;
    pagePolicy.insist(
      'confirm',
      actor,
      pageFacts(standing, { unitId, name }, await speakerOf(tx, ctx, actor)),
    );
    return { kind: 'unit-confirmed', unitId };
  });
}

/** Keeps what the office makes of a section. @throws Refused 400, 404, 409, 412 where somebody wrote meanwhile */
export async function compose(
  ctx: Context,
  actor: Actor,
  id: string,
  version: number,
  { section, words }: { section: ReviewSection; words: string },
): Promise<Review> {
  return change(ctx, actor, { id, action: 'review.composed', detail: { section } }, async (tx, known) => {
    reviewPolicy.insist('compose', actor, await reviewFacts(tx, ctx, actor, known));
    const now = known.standing.composed.get(section) ?? notComposed;
    if (now.version !== version) throw Refused.stale({ version: now.version, words: now.words });
    refuseFaults(() => 'words', { [section]: words });
    return { kind: 'composed', section, words };
  });
}
