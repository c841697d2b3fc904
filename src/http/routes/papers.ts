import type { FastifyReply } from 'fastify';
import type { Context } from '../../features/context.ts';
import * as contract from '../../features/papers/contract.ts';
import { assignmentPaper, type Paper, urgingPaper } from '../../features/papers/papers.ts';
import { writeApart } from '../../features/papers/write-apart.ts';
import { type Bound, bind } from '../bind.ts';
import { download } from '../download.ts';

/** Official papers written from the register. */
export function paperRoutes(ctx: Context): Bound[] {
  const give = async (reply: FastifyReply, { document, name }: Paper, format: contract.PaperFormat) => {
    const bytes = await writeApart(document, format);
    download(reply, `${name}.${format}`);
    return Buffer.from(bytes);
  };
  return [
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
