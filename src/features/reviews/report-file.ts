import { pdfOf } from '../../writing/official/pdf.ts';
import type { Actor, Context } from '../context.ts';
import { signingOf } from '../papers/signature.ts';
import { type ShownReview, shownReview } from './queries.ts';
import { type Issue, reportOf } from './report.ts';
import { reportWord } from './report-word.ts';
import { reviewWorkbook } from './tables.ts';

/** A file of a review and what it is called. */
interface Written {
  name: string;
  bytes: Uint8Array;
}

/** «Báo cáo 6 tháng đầu năm 2026 (bản 2).docx»: of one that was signed once the version says nothing. */
function fileName(what: string, { snapshot, content, known }: ShownReview, ending: string): string {
  const { versions } = known.standing;
  const which = !snapshot ? ' (dự thảo)' : versions.length > 1 ? ` (bản ${snapshot.version})` : '';
  return `${what} ${content.period.words.replace(/[\\/:*?"<>|]/gu, '-')}${which}.${ending}`;
}

/** The report in a format: as it was issued, or a draft of it as it would be today. @throws Refused 404 */
export async function reportFile(
  ctx: Context,
  actor: Actor,
  id: string,
  format: 'docx' | 'pdf',
  version?: number,
): Promise<Written> {
  const calendar = await ctx.calendar();
  const when: Issue = { today: ctx.today().toString(), issued: null };
  return ctx.store.read(actor.scope, async (tx) => {
    const shown = await shownReview(tx, ctx, actor, id, { calendar, version });
    const { snapshot, content } = shown;
    const name = fileName('Báo cáo', shown, format);
    if (snapshot) {
      const hash = format === 'docx' ? snapshot.docxHash : snapshot.pdfHash;
      return { name, bytes: await ctx.files.read(actor.agencyId, hash) };
    }
    const { signature } = await signingOf(tx, actor, when.today);
    const bytes =
      format === 'docx'
        ? await reportWord(tx, ctx, actor, { content, signature }, when)
        : await pdfOf(reportOf(content, signature, when));
    return { name, bytes };
  });
}

/** Every table of a review as one workbook. @throws Refused 404 */
export async function tablesFile(ctx: Context, actor: Actor, id: string, version?: number): Promise<Written> {
  const calendar = await ctx.calendar();
  const shown = await ctx.store.read(actor.scope, (tx) =>
    shownReview(tx, ctx, actor, id, { calendar, version }),
  );
  return { name: fileName('Bảng số liệu', shown, 'xlsx'), bytes: await reviewWorkbook(shown.content) };
}
