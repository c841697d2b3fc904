import { docxOf } from '../../writing/official/docx.ts';
import { pdfOf } from '../../writing/official/pdf.ts';
import type { Actor, Context } from '../context.ts';
import { signatureOf } from '../papers/frame.ts';
import { shownReview } from './queries.ts';
import { reportOf } from './report.ts';

/** The report in a format: as it was issued, or a draft of it as it would be today. @throws Refused 404 */
export async function reportFile(
  ctx: Context,
  actor: Actor,
  id: string,
  format: 'docx' | 'pdf',
  version?: number,
): Promise<{ name: string; bytes: Uint8Array }> {
  const calendar = await ctx.calendar();
  const today = ctx.today().toString();
  const { shown, signature } = await ctx.store.read(actor.scope, async (tx) => ({
    shown: await shownReview(tx, ctx, actor, id, { calendar, version }),
    signature: await signatureOf(tx, actor, today),
  }));
  const { snapshot, content, known } = shown;
  const { versions } = known.standing;
  const which =
    snapshot === undefined ? ' (dự thảo)' : versions.length > 1 ? ` (bản ${snapshot.version})` : '';
  const name = `Báo cáo ${content.period.words.replaceAll('/', '-')}${which}.${format}`;
  if (snapshot) {
    const hash = format === 'docx' ? snapshot.docxHash : snapshot.pdfHash;
    return { name, bytes: await ctx.files.read(actor.agencyId, hash) };
  }
  const report = reportOf(content, signature, { draft: true, today });
  return { name, bytes: format === 'docx' ? docxOf(report) : await pdfOf(report) };
}
