import type { Context } from '../../features/context.ts';
import { decideRule } from '../../features/task-rules/commands.ts';
import * as contract from '../../features/task-rules/contract.ts';
import { getRule, listRules } from '../../features/task-rules/queries.ts';
import { type Bound, bind } from '../bind.ts';

/** The rules of S&T tasks, and what the agency decided otherwise. */
export function taskRuleRoutes(ctx: Context): Bound[] {
  return [
    bind(contract.listRules, ({ actor, query }) => listRules(ctx, actor, query)),
    bind(contract.decideRule, ({ actor, body }) => decideRule(ctx, actor, body)),
    bind(contract.getRule, ({ actor, params }) => getRule(ctx, actor, params.id)),
  ];
}
