import { type RawBuilder, sql } from 'kysely';
import type { InNameOf } from '../../domain/directives/facts.ts';
import type { RecordedBody, RecordedTaskFact } from '../../domain/tasks/about.ts';
import type { RestsOn } from '../../domain/tasks/facts.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { insertRows } from '../../storage/rows.ts';
import type { Tx } from '../../storage/store.ts';
import type { Actor } from '../context.ts';

/** A fact as one value of the database; without its end where nobody asks who recorded it and by which rules. */
export type PackedFact = [
  id: string,
  happenedOn: string,
  recordedAt: string,
  restsOn: RestsOn | null,
  body: RecordedBody,
  ruleIds?: string[],
  inNameOf?: InNameOf | null,
  byId?: string | null,
  by?: string,
];

const parts = {
  // Lines of cost are a third of all that is recorded, and no figure looks at them.
  bare: sql`f.id, f.happened_on, f.recorded_at, f.rests_on, f.body - 'lines'`,
  told: sql`f.id, f.happened_on, f.recorded_at, f.rests_on, f.body, f.rule_ids, f.in_name_of, f.recorded_by, coalesce(
    (select p.full_name from person p where p.agency_id = f.agency_id and p.id = f.recorded_by),
    (select o.name from partner_now o where o.agency_id = f.agency_id and o.partner_id = f.recorded_by),
    'Hệ thống')`,
};

/**
 * Over a task `n`: its facts in one value, which is read many times as fast as a row for each; null where it has none. Tasks and
 * names are looked up one by one: a database that does not know yet how many facts and partners there are would otherwise hold
 * every one against every other.
 * @param which told: with who recorded them, by which rules, and with lines of cost
 * @param condition over `task_fact f`, beginning with «and»
 */
export const packedFacts = (
  which: keyof typeof parts,
  condition: RawBuilder<unknown> = sql``,
): RawBuilder<PackedFact[] | null> =>
  sql<PackedFact[] | null>`(select json_agg(json_build_array(${parts[which]}))
    from task_fact f where f.agency_id = n.agency_id and f.task_id = n.task_id ${condition})`;

export const unpacked = (facts: readonly PackedFact[] | null): RecordedTaskFact[] =>
  (facts ?? []).map(
    ([id, happenedOn, recordedAt, restsOn, body, ruleIds = [], inNameOf = null, byId = null, by = '']) => ({
      ...{ id, happenedOn, recordedAt: recordedAt.replace('+00:00', 'Z') },
      ...{ by, byId, inNameOf, restsOn, ruleIds, body },
    }),
  );

/** `n` of one task. */
export const taskNamed = (agencyId: string, id: string) =>
  sql`(select ${agencyId}::uuid as agency_id, ${id}::uuid as task_id) n`;

/**
 * The facts of tasks by task, all of an agency's without `taskIds`; in no order that means anything, the fold does not depend
 * on it.
 */
export async function taskFacts(
  tx: Tx,
  agencyId: string,
  taskIds?: readonly string[],
): Promise<Map<string, RecordedTaskFact[]>> {
  const tasks =
    taskIds === undefined
      ? sql`select agency_id, id as task_id from task where agency_id = ${agencyId}`
      : sql`select ${agencyId}::uuid as agency_id, unnest(${[...taskIds]}::uuid[]) as task_id`;
  const { rows } = await sql<{ id: string; facts: PackedFact[] | null }>`
    select n.task_id as id, ${packedFacts('told')} as facts from (${tasks}) n`.execute(tx);
  return new Map(rows.flatMap(({ id, facts }) => (facts ? [[id, unpacked(facts)] as const] : [])));
}

/** What is recorded of a task, when, on what it rests and by which rules. */
export interface Recording {
  taskId: string;
  on: string;
  body: RecordedBody;
  restsOn?: RestsOn | null;
  ruleIds?: readonly string[];
  inNameOf?: InNameOf | null;
  /** Ids of files that go along. */
  files?: readonly string[];
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
  const links = facts.flatMap(({ files = [] }, at) =>
    files.map((file_id) => ({ agency_id: agencyId, fact_id: rows[at]?.id, file_id })),
  );
  await insertRows(tx, 'task_fact_file', links);
  return rows.map(({ id }) => id);
}
