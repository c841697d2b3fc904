import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Context } from '../../features/context.ts';
import { writeApart } from '../../features/papers/apart.ts';
import * as contract from '../../features/papers/contract.ts';
import {
  keepTemplate,
  listTemplates,
  templateFile,
  templateInForce,
  withdrawTemplate,
} from '../../features/papers/kept.ts';
import { assignmentPaper, type Paper, urgingPaper } from '../../features/papers/papers.ts';
import { fillFrom, inspectTemplate, writeWord } from '../../features/papers/templates.ts';
import { defaultTemplate } from '../../writing/official/templates/default.ts';
import { type TemplateKind, templateNames } from '../../writing/official/templates/fields.ts';
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
  /** In the agency's own template where one is in force, unless the layout of the decree is asked for. */
  const giveWord = async (
    { actor, reply, layout }: { actor: Actor; reply: FastifyReply; layout: 'standard' | undefined },
    kind: TemplateKind,
    paper: Paper,
  ) => {
    const on = ctx.today().toString();
    const own = layout
      ? null
      : await ctx.store.read(actor.scope, (tx) => templateInForce(tx, ctx, actor, kind, on));
    const bytes = await writeWord(paper, kind, own);
    download(reply, `${paper.name}.docx`);
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
      download(reply, `Mẫu ${templateNames[query.kind].toLocaleLowerCase('vi')}.docx`);
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
    bind(contract.assignmentDocx, async ({ actor, query: { layout, ...filter }, reply }) =>
      giveWord({ actor, reply, layout }, 'assignment', await assignmentPaper(ctx, actor, filter)),
    ),
    bind(contract.assignmentPdf, async ({ actor, query: { layout: _, ...filter }, reply }) =>
      give(reply, await assignmentPaper(ctx, actor, filter), 'pdf'),
    ),
    bind(contract.urgingLetterDocx, async ({ actor, params, query: { answerBy, layout }, reply }) =>
      giveWord({ actor, reply, layout }, 'urging-letter', await urgingPaper(ctx, actor, params.id, answerBy)),
    ),
    bind(contract.listPaperTemplates, ({ actor }) => listTemplates(ctx, actor)),
    bind(contract.keepPaperTemplate, async ({ actor, query, request }) => {
      const { files } = await readUpload(request);
      const { name, bytes } = files[0]!;
      const from = query.from ?? ctx.today().toString();
      return keepTemplate(ctx, actor, { kind: query.kind, from, name, bytes });
    }),
    bind(contract.withdrawPaperTemplate, ({ actor, body }) => withdrawTemplate(ctx, actor, body)),
    bind(contract.keptTemplateFile, async ({ actor, query, reply }) => {
      const { name, bytes } = await templateFile(ctx, actor, query.id);
      download(reply, name);
      return Buffer.from(bytes);
    }),
    bind(contract.urgingLetterPdf, async ({ actor, params, query, reply }) =>
      give(reply, await urgingPaper(ctx, actor, params.id, query.answerBy), 'pdf'),
    ),
  ];
}
