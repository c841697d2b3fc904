import type { Context } from '../../features/context.ts';
import { importProgress } from '../../features/imports/progress.ts';
import * as contract from '../../features/task-imports/contract.ts';
import { importPortfolio, portfolioErrors, previewPortfolio } from '../../features/task-imports/import.ts';
import { portfolioTemplate } from '../../features/task-imports/table.ts';
import { type Bound, bind } from '../bind.ts';
import { download } from '../download.ts';
import { readUpload } from '../upload.ts';

/** Portfolios of S&T tasks from Excel or CSV. */
export function taskImportRoutes(ctx: Context): Bound[] {
  return [
    bind(contract.importPortfolio, async ({ actor, query, request }) => {
      const { files } = await readUpload(request);
      const bring = query.dry ? previewPortfolio : importPortfolio;
      return bring(ctx, actor, files[0]!);
    }),
    bind(contract.portfolioImportProgress, async ({ actor }) => importProgress(actor)),
    bind(contract.portfolioTemplate, async ({ reply }) => {
      download(reply, 'Mẫu danh mục nhiệm vụ.xlsx');
      return portfolioTemplate();
    }),
    bind(contract.portfolioImportErrors, async ({ actor, request, reply }) => {
      const { files } = await readUpload(request);
      download(reply, 'Dòng cần sửa.xlsx');
      return portfolioErrors(ctx, actor, files[0]!);
    }),
  ];
}
