import { sql } from 'kysely';
import { sayDay } from '../../domain/deadlines/words.ts';
import { inForce } from '../../domain/rules/rule.ts';
import { type AgencyDecision, decidedRules } from '../../domain/tasks/rules/decisions.ts';
import type { TaskRule } from '../../domain/tasks/rules/rule.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { json } from '../../storage/schema/foundation.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { tellTasks, wrong } from '../tasks/change.ts';
import { agencyLaw } from '../tasks/law.ts';
import { refreshTasks } from '../tasks/now.ts';
import type { RuleDecided, RuleRecord } from './contract.ts';
import { decisionsOf, getRule } from './queries.ts';

/** The rule it stands in the place of must be the one in force on its first day: else somebody decided meanwhile. @throws Refused 404, 409 */
function replacedRule(
  { insteadOf, from }: RuleDecided,
  { rules, agency }: Awaited<ReturnType<typeof agencyLaw>>,
): TaskRule {
  const rule = rules.byId(insteadOf);
  if (!rule || (rule.agency !== undefined && rule.agency !== agency)) throw Refused.notFound();
  const { topic, regime, value } = rule;
  const holds = rules.find(value.kind, { topic, agency, on: from, ...(regime && { regime }) });
  if (holds && holds.id !== insteadOf && holds.regime === regime)
    throw Refused.conflict(
      `Ngày ${sayDay(from)} áp dụng quy tắc khác: ${holds.basis.text}, ${holds.basis.article}. Mở quy tắc ấy rồi ghi quyết định thay nó.`,
      { id: holds.id },
    );
  return rule;
}

/** The decision as it is kept, and the rule it makes. @throws Refused 400 with what is wrong with it, in Vietnamese */
function decisionOf(
  said: RuleDecided,
  {
    replaced,
    agency,
    today,
    earlier,
  }: { replaced: TaskRule; agency: string; today: string; earlier: readonly AgencyDecision[] },
) {
  const { insteadOf: _, to, note, ...decided } = said;
  if (said.date > today) throw wrong('date', `Ngày ký ${sayDay(said.date)} chưa đến. Kiểm tra lại ngày.`);
  if (to !== null && to < said.from) throw wrong('to', 'Ngày hết hiệu lực phải sau ngày có hiệu lực.');
  if (said.value.kind !== replaced.value.kind)
    throw wrong('value.kind', 'Quyết định phải cùng loại với quy tắc nó thay.');
  const { unit, base, comparison } = replaced;
  const decision: AgencyDecision = {
    ...decided,
    ...{ agency, topic: replaced.topic, unit },
    ...(replaced.regime && { regime: replaced.regime }),
    ...(base && { base }),
    ...(comparison && { comparison }),
    ...(to !== null && { to }),
    ...(note !== null && { note }),
  };
  const faults = decidedRules([decision]).faults;
  if (faults.length > 0)
    throw Refused.invalid(
      faults.map(({ words }) => ({ path: 'value', message: `Quyết định chưa đúng: ${words}.` })),
    );
  const rule = inForce(
    decidedRules([...earlier, decision]).rules.filter(({ topic }) => topic === replaced.topic),
    { on: said.from, agency, ...(replaced.regime && { regime: replaced.regime }) },
  );
  if (!rule) throw wrong('from', 'Quyết định không có ngày nào hiệu lực. Kiểm tra lại ngày.');
  return { decision, ruleId: rule.id };
}

async function keepDecision(tx: Tx, ctx: Context, actor: Actor, decision: AgencyDecision): Promise<void> {
  await tx
    .insertInto('rule_decision')
    .values({
      ...{ agency_id: actor.agencyId, id: uuidv7(), recorded_at: ctx.clock().toString() },
      ...{ recorded_by: actor.personId, body: json(decision) },
    })
    .execute();
}

/**
 * Records that an agency decided otherwise than a rule, and derives its tasks anew by it.
 * @throws Refused 400, 404, 409 where another rule than the one looked at holds on its first day
 */
export async function decideRule(ctx: Context, actor: Actor, said: RuleDecided): Promise<RuleRecord> {
  const about = {
    action: 'taskRule.decided',
    recordKind: 'taskRule',
    detail: { number: said.number, insteadOf: said.insteadOf },
  };
  const { ruleId } = await command(ctx, actor, about, async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`rules ${actor.agencyId}`}, 0))`.execute(tx);
    const today = ctx.today().toString();
    const law = await agencyLaw(tx, ctx, actor.agencyId);
    const replaced = replacedRule(said, law);
    const earlier = await decisionsOf(tx, actor.agencyId);
    const made = decisionOf(said, { replaced, agency: law.agency, today, earlier });
    await keepDecision(tx, ctx, actor, made.decision);
    const then = await agencyLaw(tx, ctx, actor.agencyId);
    await refreshTasks(tx, actor.agencyId, { law: then, today });
    return { id: made.ruleId, ruleId: made.ruleId };
  });
  tellTasks(ctx, actor.agencyId);
  return getRule(ctx, actor, ruleId);
}
