import { sql } from 'kysely';
import type { Law } from '../../domain/tasks/law.ts';
import { newTaskRegimes } from '../../domain/tasks/regime.ts';
import { type AgencyDecision, decidedRules } from '../../domain/tasks/rules/decisions.ts';
import { fileOfRule, publishedTaskRules } from '../../domain/tasks/rules/files.ts';
import type { RulesFilter } from '../../domain/tasks/rules/filter.ts';
import type { TaskRule } from '../../domain/tasks/rules/rule.ts';
import { subjectOf } from '../../domain/tasks/rules/subjects.ts';
import { topicWords } from '../../domain/tasks/rules/topic-words.ts';
import { ruleWords } from '../../domain/tasks/rules/words.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { agencyLaw, agencyRow } from '../tasks/law.ts';
import type { RuleList, RuleRecord, RuleShown } from './contract.ts';
import { rulesPolicy } from './policy.ts';

function present(rule: TaskRule, { language }: Actor): RuleShown {
  const { id, topic, regime, basis, confidence, note, from, to } = rule;
  const published = fileOfRule(id) !== undefined;
  return {
    ...{ id, topic, subject: subjectOf(topic), about: topicWords(rule, language), words: ruleWords(rule) },
    regime: regime ?? null,
    layer: published ? (rule.agency === undefined ? 'national' : 'ministry') : 'own',
    basis,
    confidence,
    note: note ?? null,
    from,
    to: to ?? null,
  };
}

/** What an agency decided otherwise, the oldest first. */
export async function decisionsOf(tx: Tx, agencyId: string): Promise<AgencyDecision[]> {
  const { rows } = await agencyRow(agencyId).execute(tx);
  return rows[0]?.decisions ?? [];
}

/** Every rule an agency can come under: the published ones of everybody and of its ministry, and its own. */
async function known(tx: Tx, agencyId: string, sign: string): Promise<TaskRule[]> {
  const { rules: own } = decidedRules(await decisionsOf(tx, agencyId));
  return [...publishedTaskRules.filter(({ agency }) => agency === undefined || agency === sign), ...own];
}

/** The rules in force on a day under a law, one a topic: the agency's own, else its ministry's, else the national one. */
export async function listRules(
  ctx: Context,
  actor: Actor,
  { on = ctx.today().toString(), regime: asked, subject, only }: RulesFilter,
): Promise<RuleList> {
  return ctx.store.read(actor.scope, async (tx) => {
    const law = await agencyLaw(tx, ctx, actor.agencyId);
    const [first = 'B-science'] = newTaskRegimes(law.rules, { on, agency: law.agency });
    const regime = asked ?? first;
    const topics = new Map(
      (await known(tx, actor.agencyId, law.agency)).map((rule) => [rule.topic, rule.value.kind]),
    );
    const inForce = [...topics].flatMap(([topic, kind]) => {
      const rule = law.rules.find(kind, { topic, regime, on, agency: law.agency });
      return rule ? [present(rule, actor)] : [];
    });
    return {
      ...{ on, regime },
      items: inForce
        .filter((rule) => subject === undefined || rule.subject === subject)
        .filter(({ confidence, layer }) => only === undefined || confidence === only || layer === only)
        .toSorted((a, b) => a.topic.localeCompare(b.topic)),
      doubtful: inForce.filter(({ confidence }) => confidence === 'setting').length,
      decidedHere: inForce.filter(({ layer }) => layer === 'own').length,
      abilities: rulesPolicy.abilitiesOf(actor, null),
    };
  });
}

/** One rule, in force or not. @throws Refused 404 */
export const getRule = (ctx: Context, actor: Actor, id: string): Promise<RuleRecord> =>
  ctx.store.read(actor.scope, async (tx) =>
    readRule(tx, actor, await agencyLaw(tx, ctx, actor.agencyId), id),
  );

/** As `getRule`, in a transaction of the caller. */
export async function readRule(tx: Tx, actor: Actor, { agency = '' }: Law, id: string): Promise<RuleRecord> {
  const all = await known(tx, actor.agencyId, agency);
  const rule = all.find((one) => one.id === id);
  if (!rule) throw Refused.notFound();
  const { rows } = await sql`select 1 from task_fact
    where agency_id = ${actor.agencyId} and rule_ids @> array[${id}] limit 1`.execute(tx);
  return {
    ...present(rule, actor),
    ...{ value: rule.value, unit: rule.unit, base: rule.base ?? null, clockEvent: rule.clockEvent ?? null },
    file: fileOfRule(id) ?? null,
    worked: rule.cases,
    versions: all
      .filter(({ topic }) => topic === rule.topic)
      .toSorted((a, b) => b.from.localeCompare(a.from))
      .map((one) => present(one, actor)),
    used: rows.length > 0,
    abilities: rulesPolicy.abilitiesOf(actor, null),
  };
}
