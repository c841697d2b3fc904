import { type RawBuilder, sql } from 'kysely';
import { taskOn } from '../../domain/tasks/task.ts';
import type { Tx } from '../../storage/store.ts';
import type { Context } from '../context.ts';
import { taskFacts } from './facts.ts';
import { agencyLaw } from './law.ts';
import { nowOf, timeRows, waitRows } from './now.ts';

/** A statement over the portfolio's tables, asked of it as it stands or as it stood on a day. */
export type ShownPortfolio = <Row>(statement: RawBuilder<Row>) => RawBuilder<Row>;

/** Today: the statement as it is. */
export const asItStands: ShownPortfolio = (statement) => statement;

/**
 * The portfolio as it stood at the end of a day, as known at a moment: its three derived tables, folded from the facts that
 * count, are put in the place of the tables for one statement. Whatever is recorded of later days changes nothing of it.
 */
export async function portfolioAsOf(
  tx: Tx,
  ctx: Context,
  agencyId: string,
  asOf: string,
  knownAt?: string,
): Promise<ShownPortfolio> {
  const law = await agencyLaw(tx, ctx, agencyId);
  const facts = await taskFacts(tx, agencyId);
  const when = { asOf, ...(knownAt !== undefined && { knownAt }) };
  const tasks: object[] = [];
  const waits: object[] = [];
  const times: object[] = [];
  for (const [task_id, own] of facts) {
    const task = taskOn(own, law, when);
    if (task === null) continue;
    const of = { agency_id: agencyId, task_id };
    tasks.push({ ...of, version: own.length, ...nowOf(task, law, own) });
    waits.push(...waitRows(task, law).map((row, place) => ({ ...of, place, ...row })));
    times.push(...timeRows(task, asOf, law).map((row, place) => ({ ...of, place, ...row })));
  }
  return <Row>(statement: RawBuilder<Row>) => sql<Row>`
    with task_now as materialized (
      select r.*, to_tsvector('simple', r.fold) as search from json_to_recordset(${JSON.stringify(tasks)}::json) as r(${columns})),
    task_wait as materialized (select * from json_populate_recordset(null::task_wait, ${JSON.stringify(waits)}::json)),
    task_step_time as materialized (select * from json_populate_recordset(null::task_step_time, ${JSON.stringify(times)}::json))
    select * from (${statement}) shown`;
}

/** The columns of `task_now` that are not worked out from others. */
const columns =
  sql.raw(`agency_id uuid, task_id uuid, version int, title text, level text, type text, field text,
  programme_id uuid, unit_id uuid, unit_name text, regime text, codes text[], host_id uuid, host_name text,
  investigator_id uuid, investigator_name text, partner_ids uuid[], begun_on date, starts_on date, ends_on date, state text,
  phase text, steps text[], main_step text, due date, side text, ended_on date, ended_as text, accepted_on date, rating text, public_result_on date,
  state_money bigint, other_money bigint, times_extended int, last_on date, last_recorded_at timestamptz, fold text`);
