import { sayMissing } from '../../domain/reviews/content.ts';
import type { OfficialDocument } from '../../writing/official/document.ts';
import { pageLetter } from '../../writing/official/kinds/page-letter.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { frameOf } from '../papers/frame.ts';
import { wrong } from './change.ts';
import { missingPages } from './missing.ts';
import { knownReview } from './read.ts';

/** A proposal, which whoever signs may change: no law fixes it. */
const usualAnswerDays = 2;

/**
 * A letter that urges a unit on with its page of a review, or all whose page is missing.
 * @throws Refused 404; 400 for a unit that is not asked for anything or a day that is past; 409 where the review is signed
 */
export async function pageLetterOf(
  ctx: Context,
  actor: Actor,
  id: string,
  { unit: unitId, answerBy }: { unit?: string | undefined; answerBy?: string | undefined },
): Promise<{ document: OfficialDocument; name: string }> {
  const calendar = await ctx.calendar();
  const today = ctx.today();
  const on = today.toString();
  return ctx.store.read(actor.scope, async (tx) => {
    const known = await knownReview(tx, actor.agencyId, id);
    const { signed, period, unitsUntil } = known.standing;
    if (signed) throw Refused.conflict('Kỳ này đã ký, không còn đợi đơn vị nào.');
    const missing = await missingPages(tx, ctx, actor, known, calendar);
    const asked = missing.filter((page) => unitId === undefined || page.unitId === unitId);
    if (asked.length === 0) throw wrong('unit', 'Chọn một đơn vị còn thiếu phần của mình trong kỳ này.');
    if (answerBy !== undefined && answerBy <= on) throw wrong('answerBy', 'Chọn một ngày sau hôm nay.');
    const recipients = ['Như trên', 'Lưu: VT'];
    const document = pageLetter({
      frame: await frameOf(tx, actor, { on, date: null, recipients }),
      ...{ unitsUntil, period: period.words },
      units: asked.map((page) => ({
        name: page.unit,
        missing: sayMissing(page.missing),
      })),
      answerBy: answerBy ?? calendar.addWorkingDays(today, usualAnswerDays).toString(),
    });
    return {
      document,
      name: `Công văn đôn đốc sơ kết ${asked.length === 1 ? asked[0]?.unit : 'các đơn vị'}`.replace(
        /[\\/:*?"<>|]/gu,
        '-',
      ),
    };
  });
}
