import { sql } from 'kysely';
import { isAbout, type RecordedTaskFact } from '../../domain/tasks/about.ts';
import type { TaskEvent } from '../../domain/tasks/facts.ts';
import { taskOn } from '../../domain/tasks/task.ts';
import { taskSentence } from '../../domain/tasks/words.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { historyOn, onlyToday } from '../planning/shown.ts';
import type { Task } from './contract.ts';
import { taskFacts } from './facts.ts';
import { agencyLaw } from './law.ts';
import { nowOf } from './now.ts';
import { rolesOf, type TaskFacts, taskFactPolicy, taskPolicy } from './policy.ts';
import { codeFamilies, presentLife, presentRow, ruleCited, supersededIds } from './present.ts';

/** Whether a person of the agency is the investigator or a member of a task. */
export async function isInvolved(
  tx: Tx,
  agencyId: string,
  personId: string | null,
  partnerIds: readonly string[],
): Promise<boolean> {
  if (personId === null || partnerIds.length === 0) return false;
  const { rows } = await sql`
    select 1 from partner_now where agency_id = ${agencyId} and person_id = ${personId}
      and partner_id = any(${[...partnerIds]}::uuid[])`.execute(tx);
  return rows.length > 0;
}

/** One task as it stands, or stood on a day. @throws Refused 404 */
export async function getTask(ctx: Context, actor: Actor, id: string, asOf?: string): Promise<Task> {
  return ctx.store.read(actor.scope, (tx) => readTask(tx, ctx, actor, id, asOf));
}

/** As `getTask`, in a transaction of the caller. */
export async function readTask(tx: Tx, ctx: Context, actor: Actor, id: string, asOf?: string): Promise<Task> {
  const today = ctx.today().toString();
  const day = asOf ?? today;
  const law = await agencyLaw(tx, ctx, actor.agencyId);
  const facts = (await taskFacts(tx, actor.agencyId, [id])).get(id) ?? [];
  const task = taskOn(facts, law, { asOf: day });
  if (task === null) throw Refused.notFound();
  const row = { agency_id: actor.agencyId, task_id: id, version: facts.length, ...nowOf(task, law, facts) };
  const involved = await isInvolved(tx, actor.agencyId, actor.personId, row.partner_ids);
  const about: TaskFacts = { standing: task.standing, involved };
  const mayRecord = day === today && !involved && actor.permissions.has('task.record');
  return {
    ...presentRow(row, day),
    asOf: day,
    profile: task.about.profile,
    ...presentLife(task, { day, law, roles: mayRecord ? rolesOf(actor) : null }),
    codeFamilies: codeFamilies(task.law.regime, day, law),
    history: presentHistory(facts, { day, today, actor, about, regime: task.law.regime, law }),
    abilities: onlyToday(taskPolicy.abilitiesOf(actor, about), { day, today }),
  };
}

function presentHistory(
  facts: readonly RecordedTaskFact[],
  {
    day,
    today,
    actor,
    about,
    regime,
    law,
  }: {
    day: string;
    today: string;
    actor: Actor;
    about: TaskFacts;
    regime: Task['regime'];
    law: Awaited<ReturnType<typeof agencyLaw>>;
  },
): Task['history'] {
  const superseded = supersededIds(facts);
  return historyOn(facts, day).map(({ fact, told }) => ({
    ...told,
    sentence: taskSentence(fact.body, regime),
    event: fact.body.kind === 'corrected' || isAbout({ body: fact.body }) ? null : (fact.body as TaskEvent),
    restsOn: fact.restsOn,
    rules: fact.ruleIds.flatMap((id) => {
      const rule = law.rules.byId(id);
      return rule ? [ruleCited(rule)] : [];
    }),
    superseded: superseded.has(fact.id),
    abilities: onlyToday(
      taskFactPolicy.abilitiesOf(actor, { ...about, fact, superseded: superseded.has(fact.id) }),
      { day, today },
    ),
  }));
}
