import { type RawBuilder, sql } from 'kysely';
import type { InNameOf } from '../../domain/directives/facts.ts';
import type { RecordedBody, RecordedTaskFact } from '../../domain/tasks/about.ts';
import type { RestsOn } from '../../domain/tasks/facts.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { insertRows } from '../../storage/rows.ts';
import type { Tx } from '../../storage/store.ts';
import type { Actor } from '../context.ts';

/** A fact with the task it is of. */
export type FactRow = RecordedTaskFact & { taskId: string };

/**
 * The facts of tasks: all of an agency's without `taskIds`. Tasks and names are looked up one by one: a database that does not
 * know yet how many facts and partners there are would otherwise hold every one against every other.
 */
export function factRows(agencyId: string, taskIds?: readonly string[]): RawBuilder<FactRow> {
  const of = sql`select * from task_fact f where f.agency_id = ${agencyId}`;
  const facts =
    taskIds === undefined
      ? sql`(${of}) f`
      : sql`unnest(${[...taskIds]}::uuid[]) wanted (id) cross join lateral (${of} and f.task_id = wanted.id offset 0) f`;
  return sql<FactRow>`
    select f.task_id as "taskId", f.id, f.happened_on as "happenedOn", f.recorded_at as "recordedAt",
      coalesce(
        (select p.full_name from person p where p.agency_id = f.agency_id and p.id = f.recorded_by),
        (select o.name from partner_now o where o.agency_id = f.agency_id and o.partner_id = f.recorded_by),
        'Hệ thống') as by, f.recorded_by as "byId", f.in_name_of as "inNameOf",
      f.rests_on as "restsOn", f.rule_ids as "ruleIds", f.body
    from ${facts}`;
}

/** The facts of tasks by task, in no order that means anything; the fold does not depend on it. */
export async function taskFacts(
  tx: Tx,
  agencyId: string,
  taskIds?: readonly string[],
): Promise<Map<string, RecordedTaskFact[]>> {
  const { rows } = await factRows(agencyId, taskIds).execute(tx);
  const facts = new Map<string, RecordedTaskFact[]>();
  for (const { taskId, ...fact } of rows) {
    const list = facts.get(taskId);
    if (list) list.push(fact);
    else facts.set(taskId, [fact]);
  }
  return facts;
}

/** A fact as `packedFacts` has it: without who recorded it and the rules that let it be recorded. */
export type PackedFact = [
  id: string,
  on: string,
  recordedAt: string,
  restsOn: RecordedTaskFact['restsOn'],
  body: RecordedBody,
];

/** Over `task_now n`: the facts of a task as one value, of those that a condition over `task_fact f` leaves. */
export const packedFacts = (condition: RawBuilder<unknown> = sql``): RawBuilder<PackedFact[] | null> =>
  sql<PackedFact[] | null>`(
    select json_agg(json_build_array(f.id, f.happened_on, f.recorded_at, f.rests_on, f.body))
    from task_fact f where f.agency_id = n.agency_id and f.task_id = n.task_id ${condition})`;

export const unpacked = (facts: readonly PackedFact[]): RecordedTaskFact[] =>
  facts.map(([id, happenedOn, recordedAt, restsOn, body]) => ({
    ...{ id, happenedOn, recordedAt, restsOn, body },
    ...{ by: '', byId: null, inNameOf: null, ruleIds: [] },
  }));

/** What is recorded of a task, when, on what it rests and by which rules. */
export interface Recording {
  taskId: string;
  on: string;
  body: RecordedBody;
  restsOn?: RestsOn | null;
  ruleIds?: readonly string[];
  inNameOf?: InNameOf | null;
  /** Where that is not now. */
  recordedAt?: string;
}

/** Records facts of tasks, by a person of the agency or a partner outside, at a moment; `refreshTasks` must follow in the same transaction. @returns their ids */
export async function recordFacts(
  tx: Tx,
  { agencyId, personId, partner }: Pick<Actor, 'agencyId' | 'personId' | 'partner'>,
  now: string,
  facts: readonly Recording[],
): Promise<string[]> {
  const rows = facts.map(({ taskId, on, body, restsOn, ruleIds, inNameOf, recordedAt = now }) => ({
    ...{ agency_id: agencyId, id: uuidv7(), task_id: taskId, happened_on: on },
    ...{ recorded_at: recordedAt, recorded_by: personId ?? partner?.id ?? null },
    ...{ in_name_of: inNameOf ?? null, rests_on: restsOn ?? null, rule_ids: ruleIds ?? [], body },
  }));
  await insertRows(tx, 'task_fact', rows);
  return rows.map(({ id }) => id);
}
