import { sql } from 'kysely';
import { isAbout, type RecordedTaskFact } from '../../domain/tasks/about.ts';
import type { TaskEvent, TaskFactBody } from '../../domain/tasks/facts.ts';
import { getStep } from '../../domain/tasks/lifecycle/opening.ts';
import { taskOn } from '../../domain/tasks/task.ts';
import { taskSentence } from '../../domain/tasks/words.ts';
import { lastly, type Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { historyOn, onlyToday } from '../planning/shown.ts';
import type { Task } from './contract.ts';
import { type PackedFact, packedFacts, taskNamed, unpacked } from './facts.ts';
import { type AgencyRow, type agencyLaw, agencyRow, lawOf } from './law.ts';
import { nowOf } from './now.ts';
import { rolesOf, type TaskFacts, taskFactPolicy, taskPolicy } from './policy.ts';
import {
  codeFamilies,
  presentChangeOptions,
  presentContract,
  presentLife,
  presentRow,
  rulesCited,
  supersededIds,
} from './present.ts';
import { sealedFacts, sealedWords, withoutNames } from './sealed.ts';

/** As which partners a person of the agency is on record. */
const partnersBeing = (agencyId: string, personId: string | null) => sql<{ id: string }>`
  select partner_id as id from partner_now where agency_id = ${agencyId} and person_id = ${personId}`;

/** Whether a person of the agency is the investigator or a member of a task. */
export async function isInvolved(
  tx: Tx,
  agencyId: string,
  personId: string | null,
  partnerIds: readonly string[],
): Promise<boolean> {
  const { rows } = await partnersBeing(agencyId, personId).execute(tx);
  return rows.some(({ id }) => partnerIds.includes(id));
}

/** A task as it was found, from which `presentTask` makes what is told of it. */
interface FoundTask extends AgencyRow {
  id: string;
  /** As which partners the viewer is on record. */
  own: string[] | null;
  facts: PackedFact[] | null;
}

/** The last question of a transaction: one task with its facts, and what of the agency it is read by. */
export async function findTask(tx: Tx, { agencyId, personId }: Actor, id: string): Promise<FoundTask> {
  const [[found]] = await lastly(tx, [
    sql<FoundTask>`
      select ${id} as id, law.*, ${packedFacts('told')} as facts,
        (select array_agg(id) from (${partnersBeing(agencyId, personId)}) partners) as own
      from (${agencyRow(agencyId)}) law, ${taskNamed(agencyId, id)}`,
  ]);
  if (!found) throw Refused.notFound();
  return found;
}

/** One task as it stands, or stood on a day. @throws Refused 404 */
export async function getTask(ctx: Context, actor: Actor, id: string, asOf?: string): Promise<Task> {
  const found = await ctx.store.read(actor.scope, (tx) => findTask(tx, actor, id));
  return presentTask(ctx, actor, found, asOf);
}

/** What the viewer is told of a task. @throws Refused 404 before anything of it happened */
export async function presentTask(
  ctx: Context,
  actor: Actor,
  found: FoundTask,
  asOf?: string,
): Promise<Task> {
  const today = ctx.today().toString();
  const day = asOf ?? today;
  const law = await lawOf(ctx, [found]);
  const facts = unpacked(found.facts);
  const task = taskOn(facts, law, { asOf: day });
  if (task === null) throw Refused.notFound();
  const of = { agency_id: actor.agencyId, task_id: found.id };
  const row = { ...of, version: facts.length, ...nowOf(task, law, facts) };
  const involved = found.own?.some((partner) => row.partner_ids.includes(partner)) ?? false;
  const about: TaskFacts = { standing: task.standing, involved };
  const mayRecord = day === today && !involved && actor.permissions.has('task.record');
  const { language } = actor;
  const life = presentLife(task, { day, language, law, roles: mayRecord ? rolesOf(actor) : null });
  const sealed = sealedFacts(facts, task.standing);
  return {
    ...presentRow(row, { day, language }),
    asOf: day,
    profile: task.about.profile,
    ...life,
    ...presentContract(facts, task),
    changeOptions:
      life.contract && row.state === 'running' ? presentChangeOptions(task, { day, language, law }) : [],
    codeFamilies: codeFamilies(task.law.regime, day, law),
    dossiers: withoutNames(life.dossiers, sealed.dossiers, language),
    history: presentHistory(facts, {
      ...{ day, today, actor, about, law },
      regime: task.law.regime,
      sealed: sealed.ids,
    }),
    abilities: onlyToday(taskPolicy.abilitiesOf(actor, about), { day, today }),
  };
}

/** The step a fact records or puts in the place of another, for putting it right; null where it records none. */
export function eventOf({ body }: RecordedTaskFact): TaskEvent | null {
  if (isAbout({ body })) return null;
  const said = body as TaskFactBody;
  return said.kind === 'corrected' ? said.instead : said;
}

/** The article on which the step stands that a fact records, or puts in the place of another. */
function articleOf(fact: RecordedTaskFact, regime: Task['regime']): string | null {
  const event = eventOf(fact);
  if (event === null || event.kind === 'takenOver') return null;
  return getStep(regime, 'of' in event ? event.of : event.kind)?.step.basis ?? null;
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
    sealed,
  }: {
    day: string;
    today: string;
    actor: Actor;
    about: TaskFacts;
    regime: Task['regime'];
    law: Awaited<ReturnType<typeof agencyLaw>>;
    sealed: ReadonlySet<string>;
  },
): Task['history'] {
  const superseded = supersededIds(facts);
  return historyOn(facts, day).map(({ fact, told }) => ({
    ...told,
    sentence: taskSentence(fact.body, regime, actor.language),
    event: sealed.has(fact.id) ? null : eventOf(fact),
    ...(sealed.has(fact.id) && sealedWords(fact.body.kind, actor.language)),
    restsOn: fact.restsOn,
    basis: articleOf(fact, regime),
    rules: rulesCited(fact.ruleIds, law, actor.language),
    superseded: superseded.has(fact.id),
    abilities: onlyToday(
      taskFactPolicy.abilitiesOf(actor, { ...about, fact, superseded: superseded.has(fact.id) }),
      { day, today },
    ),
  }));
}
