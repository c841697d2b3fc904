import type { Context } from '../../features/context.ts';
import * as commands from '../../features/reviews/commands.ts';
import * as contract from '../../features/reviews/contract.ts';
import { getReviewOf, listRecordsOfReview, listReviewsOf } from '../../features/reviews/queries.ts';
import { type Bound, bind } from '../bind.ts';
import { download } from '../download.ts';

/** Reviews of periods. */
export function reviewRoutes(ctx: Context): Bound[] {
  const reportIn = (route: typeof contract.reviewDocx | typeof contract.reviewPdf, format: 'docx' | 'pdf') =>
    bind(route, async ({ actor, params, reply }) => {
      const { name, bytes } = await commands.reportFile(ctx, actor, params.id, format);
      download(reply, name);
      return bytes;
    });
  return [
    bind(contract.listReviews, ({ actor }) => listReviewsOf(ctx, actor)),
    bind(contract.openReview, ({ actor, body }) => commands.openReviewOf(ctx, actor, body)),
    bind(contract.getReview, ({ actor, params }) => getReviewOf(ctx, actor, params.id)),
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
    bind(contract.signReview, ({ actor, params, body }) => commands.sign(ctx, actor, params.id, body.reason)),
    reportIn(contract.reviewDocx, 'docx'),
    reportIn(contract.reviewPdf, 'pdf'),
  ];
}
