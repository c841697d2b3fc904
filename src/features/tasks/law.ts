import { type RawBuilder, sql } from 'kysely';
import type { Law } from '../../domain/tasks/law.ts';
import { type AgencyDecision, decidedRules } from '../../domain/tasks/rules/decisions.ts';
import type { TaskRule } from '../../domain/tasks/rules/rule.ts';
import { type TaskRules, taskRules } from '../../domain/tasks/rules/rule-set.ts';
import type { Tx } from '../../storage/store.ts';
import type { Context } from '../context.ts';

const published = taskRules();

/** What of an agency says which rules hold. */
export interface AgencyRow {
  sign: string;
  decisions: AgencyDecision[] | null;
}

/** The sign of an agency, and what it decided otherwise, the oldest first. */
export const agencyRow = (agencyId: string): RawBuilder<AgencyRow> => sql<AgencyRow>`
  select a.sign, (select json_agg(r.body order by r.recorded_at, r.id) from rule_decision r
    where r.agency_id = a.id) as decisions from agency a where a.id = ${agencyId}`;

/** The working calendar and the rules an agency's tasks live under, its own decisions included. */
export async function lawOf(
  { calendar }: Pick<Context, 'calendar'>,
  [{ sign, decisions } = { sign: '', decisions: null }]: readonly AgencyRow[],
): Promise<Law & { agency: string }> {
  return {
    calendar: await calendar(),
    rules: decisions === null ? published : taskRules(decidedRules(decisions).rules),
    agency: sign,
  };
}

/** As `lawOf`, with the reading of it. */
export async function agencyLaw(
  tx: Tx,
  ctx: Pick<Context, 'calendar'>,
  agencyId: string,
): Promise<Law & { agency: string }> {
  return lawOf(ctx, (await agencyRow(agencyId).execute(tx)).rows);
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
