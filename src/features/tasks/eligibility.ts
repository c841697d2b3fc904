import { sql } from 'kysely';
import { notNow } from '../../domain/permissions/ability.ts';
import {
  type Applicant,
  type Gate,
  gatesOf,
  lastsBeyond,
  type OwnTask,
} from '../../domain/tasks/eligibility.ts';
import type { TaskEvent } from '../../domain/tasks/facts.ts';
import type { Law, TaskRegime } from '../../domain/tasks/law.ts';
import { taskOn } from '../../domain/tasks/task.ts';
import type { Language } from '../../domain/text/language.ts';
import type { Tx } from '../../storage/store.ts';
import { refuse } from '../policy.ts';
import type { HeldTask } from './change.ts';
import { taskFacts } from './facts.ts';
import { witnessed } from './law.ts';

/** Tasks in which somebody has a part, had one before a change, or was barred from new ones. */
export async function tasksEverOf(tx: Tx, agencyId: string, partnerId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select task_id as id from task_now where agency_id = ${agencyId} and partner_ids @> array[${partnerId}::uuid]
    union
    select task_id from task_fact where agency_id = ${agencyId}
      and body ->> 'kind' in ('banned', 'changed', 'changeNotified', 'corrected')
      and body::text like ${`%${partnerId}%`}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** What a new task is that somebody would take: the closing of its call (ISO), its law, its own record where it has one. */
export interface Sought {
  on: string;
  regime: TaskRegime;
  taskId?: string;
  /** In which the gates are told. */
  language?: Language | undefined;
}

/** What keeps somebody from a new task by the records of the agency. */
export async function applicantGates(
  tx: Tx,
  agencyId: string,
  applicant: Applicant,
  { on, regime, taskId, law, language }: Sought & { law: Law },
): Promise<Gate[]> {
  const ids = (await tasksEverOf(tx, agencyId, applicant.id)).filter((id) => id !== taskId);
  const facts = await taskFacts(tx, agencyId, ids);
  const own = [...facts].flatMap(([id, known]): OwnTask[] => {
    const task = taskOn(known, law, { asOf: on });
    return task ? [{ id, task }] : [];
  });
  return gatesOf(applicant, own, { on, regime, law }, language);
}

/**
 * Refuses a dossier or an approval for a host or an investigator who may not take the task, judged on the closing of the call.
 * A dossier is refused only where the bar outlasts the closing: until then what is owed can still be made good; the approval
 * by every gate. What rests on a default in the place of a law not read is shown and refuses nothing.
 * @returns the rules it was judged by @throws Refused 409
 */
export async function insistEligible(
  { tx, id, facts, task, law: whole }: Pick<HeldTask, 'tx' | 'id' | 'facts' | 'task' | 'law'>,
  agencyId: string,
  on: string,
  event: TaskEvent,
): Promise<ReadonlySet<string>> {
  const { law, used } = witnessed(whole);
  if (event.kind !== 'filed' && event.kind !== 'approved') return used;
  // The law of the day it is done on; the closing as it was extended since.
  const { regime } = (taskOn(facts, whole, { asOf: on }) ?? task).law;
  const sought = { on: task.standing.terms.callClosesOn ?? on, regime, taskId: id, law };
  const parts = [
    { ...event.host, as: 'host-organisation' as const },
    { ...event.investigator, as: 'investigator' as const },
  ];
  for (const { id: partnerId, name, as } of parts) {
    if (partnerId === null) continue;
    const gates = await applicantGates(tx, agencyId, { id: partnerId, as }, sought);
    const shut = gates.find((gate) => gate.sure && (event.kind === 'approved' || lastsBeyond(gate)));
    if (shut) refuse(notNow(`${name} không được nhận nhiệm vụ này. ${shut.words}: ${restingWords(shut)}.`));
  }
  return used;
}

const restingWords = ({ tasks }: Gate) => tasks.map(({ title, words }) => `«${title}» (${words})`).join('; ');
