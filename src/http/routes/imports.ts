import type { Context } from '../../features/context.ts';
import * as contract from '../../features/imports/contract.ts';
import { importDirectives, importErrors, previewImport } from '../../features/imports/import.ts';
import { importProgress } from '../../features/imports/progress.ts';
import { importTemplate } from '../../features/imports/table.ts';
import { type Bound, bind } from '../bind.ts';
import { download } from '../download.ts';
import { readUpload } from '../upload.ts';

/** Registers of directives from Excel or CSV. */
export function importRoutes(ctx: Context): Bound[] {
  return [
    bind(contract.importDirectives, async ({ actor, query, request }) => {
      const { files } = await readUpload(request);
      return query.dry ? previewImport(ctx, actor, files[0]!) : importDirectives(ctx, actor, files[0]!);
    }),
    bind(contract.getImportProgress, async ({ actor }) => importProgress(actor)),
    bind(contract.directiveImportTemplate, async ({ reply }) => {
      download(reply, 'Mẫu nhập nhiệm vụ.xlsx');
      return importTemplate(ctx.today());
    }),
    bind(contract.directiveImportErrors, async ({ actor, request, reply }) => {
      const { files } = await readUpload(request);
      download(reply, 'Dòng cần sửa.xlsx');
      return importErrors(ctx, actor, files[0]!);
    }),
  ];
}
