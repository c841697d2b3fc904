import { sql } from 'kysely';
import type { Law } from '../../domain/tasks/law.ts';
import { type AgencyDecision, decidedRules } from '../../domain/tasks/rules/decisions.ts';
import type { TaskRule } from '../../domain/tasks/rules/rule.ts';
import { type TaskRules, taskRules } from '../../domain/tasks/rules/rule-set.ts';
import type { Tx } from '../../storage/store.ts';
import type { Context } from '../context.ts';

const published = taskRules();

/** What an agency decided otherwise, the oldest first. */
export async function decisionsOf(tx: Tx, agencyId: string): Promise<AgencyDecision[]> {
  const rows = await tx
    .selectFrom('rule_decision')
    .select('body')
    .where('agency_id', '=', agencyId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  return rows.map(({ body }) => body);
}

/** The working calendar and the rules an agency's tasks live under, its own decisions included. */
export async function agencyLaw(
  tx: Tx,
  ctx: Pick<Context, 'calendar'>,
  agencyId: string,
): Promise<Law & { agency: string }> {
  const { rows } = await sql<{ sign: string }>`select sign from agency where id = ${agencyId}`.execute(tx);
  const decisions = await decisionsOf(tx, agencyId);
  return {
    calendar: await ctx.calendar(),
    rules: decisions.length === 0 ? published : taskRules(decidedRules(decisions).rules),
    agency: rows[0]?.sign ?? '',
  };
}

/** The same law, and which of its rules are looked at from now on: what a decision rests on. */
export function witnessed(law: Law): { law: Law; used: ReadonlySet<string> } {
  const used = new Set<string>();
  const note = <Rule extends TaskRule | undefined>(rule: Rule): Rule => {
    if (rule) used.add(rule.id);
    return rule;
  };
  const { rules } = law;
  const witness: TaskRules = {
    find: (kind, query) => note(rules.find(kind, query)),
    get: (kind, query) => note(rules.get(kind, query)),
    byId: rules.byId,
    under: (kind, prefix, scope) => rules.under(kind, prefix, scope).map(note),
  };
  return { law: { ...law, rules: witness }, used };
}
