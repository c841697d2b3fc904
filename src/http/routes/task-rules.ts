import type { Context } from '../../features/context.ts';
import * as overlaps from '../../features/task-overlaps/contract.ts';
import { findOverlaps } from '../../features/task-overlaps/queries.ts';
import { decideRule } from '../../features/task-rules/commands.ts';
import * as contract from '../../features/task-rules/contract.ts';
import { getRule, listRules } from '../../features/task-rules/queries.ts';
import { type Bound, bind } from '../bind.ts';

/** What new tasks are held to: the rules, what the agency decided otherwise, and what was done before. */
export function taskRuleRoutes(ctx: Context): Bound[] {
  return [
    bind(contract.listRules, ({ actor, query }) => listRules(ctx, actor, query)),
    bind(contract.decideRule, ({ actor, body }) => decideRule(ctx, actor, body)),
    bind(overlaps.findOverlaps, ({ actor, body }) => findOverlaps(ctx, actor, body)),
    bind(contract.getRule, ({ actor, params }) => getRule(ctx, actor, params.id)),
  ];
}
