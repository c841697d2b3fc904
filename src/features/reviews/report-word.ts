import type { ReviewContent } from '../../domain/reviews/content.ts';
import type { Tx } from '../../storage/store.ts';
import type { Signature } from '../../writing/official/document.ts';
import { docxOf } from '../../writing/official/docx.ts';
import type { Actor, Context } from '../context.ts';
import { templateInForce } from '../papers/kept.ts';
import { fillFrom } from '../papers/templates.ts';
import { type Issue, reportDataOf, reportOf } from './report.ts';

/** A review's report as Word: by the agency's own template where one is in force that day, else as the decree lays it out. */
export async function reportWord(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  { content, signature }: { content: ReviewContent; signature: Signature },
  when: Issue,
): Promise<Uint8Array> {
  const own = await templateInForce(tx, ctx, actor, 'review-report', when.today);
  return own
    ? fillFrom(own, 'review-report', reportDataOf(content, signature, when))
    : docxOf(reportOf(content, signature, when));
}
