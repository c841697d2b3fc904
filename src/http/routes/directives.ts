import type { Context } from '../../features/context.ts';
import { actOn } from '../../features/directives/act.ts';
import * as commands from '../../features/directives/commands.ts';
import * as contract from '../../features/directives/contract.ts';
import { attach, getEvidence } from '../../features/directives/evidence.ts';
import { directivesCsv, directivesXlsx } from '../../features/directives/export.ts';
import * as get from '../../features/directives/get.ts';
import { actOnMany, undoMany } from '../../features/directives/many.ts';
import { givePart } from '../../features/directives/parts.ts';
import * as queries from '../../features/directives/queries.ts';
import { retract } from '../../features/directives/retract.ts';
import { directivesTopic } from '../../features/directives/tell.ts';
import { tasksTopic } from '../../features/tasks/change.ts';
import { type Bound, bind } from '../bind.ts';
import { download, downloadBytes } from '../download.ts';
import { streamEvents } from '../events.ts';
import { readUpload } from '../upload.ts';

/** The register of directives. */
export function directiveRoutes(ctx: Context): Bound[] {
  return [
    bind(contract.listDirectives, ({ actor, query }) => queries.listDirectives(ctx, actor, query)),
    bind(contract.exportDirectivesXlsx, async ({ actor, query, reply }) => {
      download(reply, 'Nhiệm vụ giao.xlsx');
      return directivesXlsx(ctx, actor, query);
    }),
    bind(contract.exportDirectivesCsv, async ({ actor, query, reply }) => {
      download(reply, 'Nhiệm vụ giao.csv');
      return directivesCsv(ctx, actor, query);
    }),
    bind(contract.watchDirectives, async ({ actor, request, reply }) => {
      const topics = [directivesTopic(actor.agencyId)];
      if (actor.permissions.has('task.view')) topics.push(tasksTopic(actor.agencyId));
      streamEvents(ctx, topics, actor, request, reply);
    }),
    bind(contract.getDirective, ({ actor, params, query }) =>
      get.getDirective(ctx, actor, params.id, query.asOf),
    ),
    bind(contract.giveDirective, ({ actor, body }) => commands.giveByWord(ctx, actor, body)),
    bind(contract.correctDirective, ({ actor, params, body, version }) =>
      commands.correct(ctx, actor, params.id, version, body),
    ),
    bind(contract.actOnDirective, ({ actor, params, body, version }) =>
      actOn(ctx, actor, params.id, version, body),
    ),
    bind(contract.retractFact, ({ actor, params, body, version }) =>
      retract(ctx, actor, params.id, version, body),
    ),
    bind(contract.givePart, ({ actor, params, body, version }) =>
      givePart(ctx, actor, params.id, version, body),
    ),
    bind(contract.attachEvidence, async ({ actor, params, request }) =>
      attach(ctx, actor, params.id, (await readUpload(request)).files),
    ),
    bind(contract.getEvidence, async ({ actor, params, reply }) => {
      const { name, bytes } = await getEvidence(ctx, actor, params.id, params.factId);
      downloadBytes(reply, name);
      return bytes;
    }),
    bind(contract.actOnMany, ({ actor, body }) => actOnMany(ctx, actor, body)),
    bind(contract.undoMany, ({ actor, body }) => undoMany(ctx, actor, body.facts)),
  ];
}
