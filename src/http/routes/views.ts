import type { Context } from '../../features/context.ts';
import * as contract from '../../features/views/contract.ts';
import { groups, span } from '../../features/views/queries.ts';
import * as saved from '../../features/views/saved.ts';
import { type Bound, bind } from '../bind.ts';

/** The ways to look at directives, and those kept under a name. */
export function viewRoutes(ctx: Context): Bound[] {
  return [
    bind(contract.groupDirectives, ({ actor, query }) => groups(ctx, actor, query)),
    bind(contract.spanDirectives, ({ actor, query }) => span(ctx, actor, query)),
    bind(contract.listViews, ({ actor }) => saved.listViews(ctx, actor)),
    bind(contract.saveView, ({ actor, body }) => saved.saveView(ctx, actor, body)),
    bind(contract.changeView, ({ actor, params, body }) => saved.changeView(ctx, actor, params.id, body)),
    bind(contract.endView, async ({ actor, params }) => {
      await saved.endView(ctx, actor, params.id);
      return undefined;
    }),
  ];
}
