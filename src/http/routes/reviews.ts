import type { Context } from '../../features/context.ts';
import { writeApart } from '../../features/papers/apart.ts';
import * as commands from '../../features/reviews/commands.ts';
import * as contract from '../../features/reviews/contract.ts';
import { findingsOf } from '../../features/reviews/findings.ts';
import { pageLetterOf } from '../../features/reviews/letter.ts';
import { openReviewOf } from '../../features/reviews/opening.ts';
import { getReviewOf, listRecordsOfReview, listReviewsOf } from '../../features/reviews/queries.ts';
import { reportFile, tablesFile } from '../../features/reviews/report-file.ts';
import { reopen, sign } from '../../features/reviews/signing.ts';
import { type Bound, bind } from '../bind.ts';
import { download } from '../download.ts';

/** Reviews of periods. */
export function reviewRoutes(ctx: Context): Bound[] {
  const reportIn = (route: typeof contract.reviewDocx | typeof contract.reviewPdf, format: 'docx' | 'pdf') =>
    bind(route, async ({ actor, params, query, reply }) => {
      const { name, bytes } = await reportFile(ctx, actor, params.id, format, query.version);
      download(reply, name);
      return bytes;
    });
  const letterIn = (
    route: typeof contract.reviewLetterDocx | typeof contract.reviewLetterPdf,
    format: 'docx' | 'pdf',
  ) =>
    bind(route, async ({ actor, params, query, reply }) => {
      const { document, name } = await pageLetterOf(ctx, actor, params.id, query);
      const bytes = await writeApart(document, format);
      download(reply, `${name}.${format}`);
      return Buffer.from(bytes);
    });
  return [
    letterIn(contract.reviewLetterDocx, 'docx'),
    letterIn(contract.reviewLetterPdf, 'pdf'),
    bind(contract.listReviews, ({ actor }) => listReviewsOf(ctx, actor)),
    bind(contract.openReview, ({ actor, body }) => openReviewOf(ctx, actor, body)),
    bind(contract.getReview, ({ actor, params, query }) => getReviewOf(ctx, actor, params.id, query.version)),
    bind(contract.listReviewFindings, ({ actor, params }) => findingsOf(ctx, actor, params.id)),
    bind(contract.listReviewRecords, ({ actor, params, query }) =>
      listRecordsOfReview(ctx, actor, params.id, query),
    ),
    bind(contract.writeUnitWords, ({ actor, params, body, version }) =>
      commands.writeWords(ctx, actor, params.id, version, body),
    ),
    bind(contract.confirmUnit, ({ actor, params, body }) =>
      commands.confirmPage(ctx, actor, params.id, body.unitId),
    ),
    bind(contract.composeSection, ({ actor, params, body, version }) =>
      commands.compose(ctx, actor, params.id, version, body),
    ),
    bind(contract.signReview, ({ actor, params, body }) => sign(ctx, actor, params.id, body.reason)),
    bind(contract.reopenReview, ({ actor, params, body }) => reopen(ctx, actor, params.id, body.reason)),
    reportIn(contract.reviewDocx, 'docx'),
    bind(contract.reviewXlsx, async ({ actor, params, query, reply }) => {
      const { name, bytes } = await tablesFile(ctx, actor, params.id, query.version);
      download(reply, name);
      return Buffer.from(bytes);
    }),
    reportIn(contract.reviewPdf, 'pdf'),
  ];
}
