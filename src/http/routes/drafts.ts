import type { Context } from '../../features/context.ts';
import * as commands from '../../features/drafts/commands.ts';
import * as contract from '../../features/drafts/contract.ts';
import { draftsTemplate, importDrafts, previewDrafts } from '../../features/drafts/import.ts';
import * as opinions from '../../features/drafts/opinions.ts';
import { getDraft, listDrafts } from '../../features/drafts/queries.ts';
import { draftsXlsx, opinionsDocx, opinionsXlsx } from '../../features/drafts/table.ts';
import { type Bound, bind } from '../bind.ts';
import { download } from '../download.ts';
import { readUpload } from '../upload.ts';

/** The schedule of legal drafts, and the opinions on each. */
export function draftRoutes(ctx: Context): Bound[] {
  return [
    bind(contract.listDrafts, ({ actor, query }) => listDrafts(ctx, actor, query)),
    bind(contract.exportDrafts, async ({ actor, query, reply }) => {
      download(reply, 'Kế hoạch xây dựng văn bản.xlsx');
      return draftsXlsx(ctx, actor, query);
    }),
    bind(contract.getDraft, ({ actor, params, query }) => getDraft(ctx, actor, params.id, query.asOf)),
    bind(contract.exportOpinions, async ({ actor, params, query, reply }) => {
      const bytes = await opinionsXlsx(ctx, actor, params.id, query.asOf);
      download(reply, 'Tổng hợp ý kiến.xlsx');
      return bytes;
    }),
    bind(contract.writeOpinions, async ({ actor, params, query, reply }) => {
      const bytes = await opinionsDocx(ctx, actor, params.id, query.asOf);
      download(reply, 'Tổng hợp ý kiến.docx');
      return bytes;
    }),
    bind(contract.planDraft, ({ actor, body }) => commands.planDraft(ctx, actor, body)),
    bind(contract.changeDraft, ({ actor, params, body, version }) =>
      commands.changeDraft(ctx, actor, params.id, version, body),
    ),
    bind(contract.moveDraft, ({ actor, params, body }) => commands.moveDraft(ctx, actor, params.id, body)),
    bind(contract.enterStage, ({ actor, params, body }) => commands.enterStage(ctx, actor, params.id, body)),
    bind(contract.sendBackDraft, ({ actor, params, body }) =>
      commands.sendBackDraft(ctx, actor, params.id, body),
    ),
    bind(contract.reportDraft, ({ actor, params, body }) =>
      commands.reportDraft(ctx, actor, params.id, body),
    ),
    bind(contract.stopDraft, ({ actor, params, body }) => commands.stopDraft(ctx, actor, params.id, body)),
    bind(contract.retractDraftFact, ({ actor, params, body }) =>
      commands.retractDraftFact(ctx, actor, params.id, body),
    ),
    bind(contract.askOpinions, ({ actor, params, body }) =>
      opinions.askOpinions(ctx, actor, params.id, body),
    ),
    bind(contract.answerOpinion, ({ actor, params, body }) =>
      opinions.answerOpinion(ctx, actor, params.id, body),
    ),
    bind(contract.importDrafts, async ({ actor, query, request }) => {
      const { files } = await readUpload(request);
      const bring = query.dry ? previewDrafts : importDrafts;
      return bring(ctx, actor, files[0]!, query.year ?? ctx.today().year);
    }),
    bind(contract.draftsTemplate, async ({ reply }) => {
      download(reply, 'Mẫu kế hoạch xây dựng văn bản.xlsx');
      return draftsTemplate(ctx.today().year);
    }),
    bind(contract.handleRemark, ({ actor, params, body }) =>
      opinions.handleRemark(ctx, actor, params.id, body),
    ),
  ];
}
