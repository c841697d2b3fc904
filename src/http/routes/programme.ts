import type { Context } from '../../features/context.ts';
import * as commands from '../../features/programme/commands.ts';
import * as contract from '../../features/programme/contract.ts';
import { importProgramme, previewProgramme, programmeTemplate } from '../../features/programme/import.ts';
import { getProgramme, getProgrammeItem } from '../../features/programme/queries.ts';
import { programmeXlsx } from '../../features/programme/table.ts';
import { type Bound, bind } from '../bind.ts';
import { download } from '../download.ts';
import { readUpload } from '../upload.ts';

/** The year's work programme. */
export function programmeRoutes(ctx: Context): Bound[] {
  return [
    bind(contract.getProgramme, ({ actor, query }) => getProgramme(ctx, actor, query)),
    bind(contract.exportProgramme, async ({ actor, query, reply }) => {
      download(reply, 'Chương trình công tác.xlsx');
      return programmeXlsx(ctx, actor, query);
    }),
    bind(contract.getProgrammeItem, ({ actor, params, query }) =>
      getProgrammeItem(ctx, actor, params.id, query.asOf),
    ),
    bind(contract.addProgrammeItem, ({ actor, body }) => commands.addItem(ctx, actor, body)),
    bind(contract.changeProgrammeItem, ({ actor, params, body, version }) =>
      commands.changeItem(ctx, actor, params.id, version, body),
    ),
    bind(contract.moveProgrammeItem, ({ actor, params, body }) =>
      commands.moveItem(ctx, actor, params.id, body),
    ),
    bind(contract.dropProgrammeItem, ({ actor, params, body }) =>
      commands.dropItem(ctx, actor, params.id, body),
    ),
    bind(contract.giveProgrammeItem, ({ actor, params }) => commands.giveItem(ctx, actor, params.id)),
    bind(contract.approveProgramme, ({ actor, body }) => commands.approveProgramme(ctx, actor, body)),
    bind(contract.importProgramme, async ({ actor, query, request }) => {
      const { files } = await readUpload(request);
      const bring = query.dry ? previewProgramme : importProgramme;
      return bring(ctx, actor, files[0]!, query.year ?? ctx.today().year);
    }),
    bind(contract.programmeTemplate, async ({ reply }) => {
      download(reply, 'Mẫu chương trình công tác.xlsx');
      return programmeTemplate(ctx.today().year);
    }),
  ];
}
