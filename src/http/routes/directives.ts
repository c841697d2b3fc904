import type { Context } from '../../features/context.ts';
import * as commands from '../../features/directives/commands.ts';
import {
  correctDirective,
  exportDirectivesCsv,
  exportDirectivesXlsx,
  getDirective,
  giveDirective,
  listDirectives,
} from '../../features/directives/contract.ts';
import { directivesCsv, directivesXlsx } from '../../features/directives/export.ts';
import * as get from '../../features/directives/get.ts';
import * as queries from '../../features/directives/queries.ts';
import { type Bound, bind } from '../bind.ts';
import { download } from '../download.ts';

/** The register of directives. */
export function directiveRoutes(ctx: Context): Bound[] {
  return [
    bind(listDirectives, ({ actor, query }) => queries.listDirectives(ctx, actor, query)),
    bind(exportDirectivesXlsx, async ({ actor, query, reply }) => {
      download(reply, 'Nhiệm vụ giao.xlsx');
      return directivesXlsx(ctx, actor, query);
    }),
    bind(exportDirectivesCsv, async ({ actor, query, reply }) => {
      download(reply, 'Nhiệm vụ giao.csv');
      return directivesCsv(ctx, actor, query);
    }),
    bind(getDirective, ({ actor, params }) => get.getDirective(ctx, actor, params.id)),
    bind(giveDirective, ({ actor, body }) => commands.giveByWord(ctx, actor, body)),
    bind(correctDirective, ({ actor, params, body, version }) =>
      commands.correct(ctx, actor, params.id, version, body),
    ),
  ];
}
