import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Context } from '../../features/context.ts';
import { writeApart } from '../../features/papers/apart.ts';
import * as contract from '../../features/papers/contract.ts';
import { assignmentPaper, type Paper, urgingPaper } from '../../features/papers/papers.ts';
import { fillFrom, inspectTemplate } from '../../features/papers/templates.ts';
import { defaultTemplate } from '../../writing/official/templates/default.ts';
import type { TemplateKind } from '../../writing/official/templates/fields.ts';
import { type Bound, bind } from '../bind.ts';
import { download } from '../download.ts';
import { readUpload } from '../upload.ts';

/** Official papers written from the register. */
export function paperRoutes(ctx: Context): Bound[] {
  const give = async (reply: FastifyReply, { document, name }: Paper, format: contract.PaperFormat) => {
    const bytes = await writeApart(document, format);
    download(reply, `${name}.${format}`);
    return Buffer.from(bytes);
  };
  const fill = async (
    request: FastifyRequest,
    reply: FastifyReply,
    kind: TemplateKind,
    { data, name }: Paper,
  ) => {
    const { files } = await readUpload(request);
    const bytes = await fillFrom(files[0]!.bytes, kind, data);
    download(reply, `${name}.docx`);
    return Buffer.from(bytes);
  };
  return [
    bind(contract.paperTemplate, async ({ query, reply }) => {
      download(reply, query.kind === 'assignment' ? 'Mẫu phiếu giao việc.docx' : 'Mẫu công văn đôn đốc.docx');
      return Buffer.from(defaultTemplate(query.kind, ctx.today().toString()));
    }),
    bind(contract.inspectPaperTemplate, async ({ query, request }) => {
      const { files } = await readUpload(request);
      return inspectTemplate(files[0]!.bytes, query.kind);
    }),
    bind(contract.fillAssignment, async ({ actor, query, request, reply }) =>
      fill(request, reply, 'assignment', await assignmentPaper(ctx, actor, query)),
    ),
    bind(contract.fillUrgingLetter, async ({ actor, params, query, request, reply }) =>
      fill(request, reply, 'urging-letter', await urgingPaper(ctx, actor, params.id, query.answerBy)),
    ),
    bind(contract.assignmentDocx, async ({ actor, query, reply }) =>
      give(reply, await assignmentPaper(ctx, actor, query), 'docx'),
    ),
    bind(contract.assignmentPdf, async ({ actor, query, reply }) =>
      give(reply, await assignmentPaper(ctx, actor, query), 'pdf'),
    ),
    bind(contract.urgingLetterDocx, async ({ actor, params, query, reply }) =>
      give(reply, await urgingPaper(ctx, actor, params.id, query.answerBy), 'docx'),
    ),
    bind(contract.urgingLetterPdf, async ({ actor, params, query, reply }) =>
      give(reply, await urgingPaper(ctx, actor, params.id, query.answerBy), 'pdf'),
    ),
  ];
}
