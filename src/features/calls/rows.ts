import { type RawBuilder, sql } from 'kysely';
import { type CallFact, callOf, type KnownCall } from '../../domain/calls/call.ts';
import type { FiledContent } from '../../domain/calls/dossier.ts';
import type { Tx } from '../../storage/store.ts';
import { Refused } from '../context.ts';

/** A call with its tasks, as the database has it. */
export interface FoundCall {
  id: string;
  agencyId: string;
  agency: string;
  taskIds: string[];
  facts: CallFact[];
}

/** Calls of these agencies with their facts and tasks in one statement, the newest first. */
const callRows = (agencies: readonly string[], id?: string): RawBuilder<FoundCall> => sql<FoundCall>`
  select c.id, c.agency_id as "agencyId", a.name as agency,
    (select json_agg(t.task_id order by t.task_id) from call_task t
      where t.agency_id = c.agency_id and t.call_id = c.id) as "taskIds",
    (select json_agg(json_build_object('happenedOn', f.happened_on, 'recordedAt', f.recorded_at, 'body', f.body)
      order by f.recorded_at) from call_fact f where f.agency_id = c.agency_id and f.call_id = c.id) as facts
  from call c join agency a on a.id = c.agency_id
  where c.agency_id = any(${[...agencies]}::uuid[]) ${id === undefined ? sql`` : sql`and c.id = ${id}`}
  order by c.recorded_at desc, c.id desc`;

/** A call as it stands with where it comes from. */
export interface StandingCall extends Omit<FoundCall, 'facts'> {
  call: KnownCall;
  /** How many facts it has. */
  version: number;
}

export async function standingCalls(
  tx: Tx,
  agencies: readonly string[],
  id?: string,
): Promise<StandingCall[]> {
  const { rows } = await callRows(agencies, id).execute(tx);
  return rows.flatMap(({ facts, ...row }) => {
    const call = callOf(facts);
    return call ? [{ ...row, call, version: facts.length }] : [];
  });
}

/** @throws Refused 404 */
export async function standingCall(tx: Tx, agencies: readonly string[], id: string): Promise<StandingCall> {
  const [found] = await standingCalls(tx, agencies, id);
  if (!found) throw Refused.notFound();
  return found;
}

/** What a dossier says; those written before partners could be named have none. @param row that has the column `content` */
export const withPartners = (row: 'd' | 'f'): RawBuilder<unknown> =>
  sql`'{"partners": []}'::jsonb || ${sql.ref(`${row}.content`)} as content`;

/** The filing of each dossier that counts: the last one that was not withdrawn; `where` is on `d` and `f`. */
export const validFilings = (where: RawBuilder<unknown>) => sql<ValidFiling>`
  select distinct on (f.agency_id, f.dossier_id) f.id, d.id as "dossierId", d.call_id as "callId", d.task_id as "taskId",
    d.partner_id as "partnerId", f.number, f.year, f.filed_at as "filedAt", f.sha256, ${withPartners('f')},
    f.task_dossier_id as "taskDossierId"
  from filing f join dossier d on d.agency_id = f.agency_id and d.id = f.dossier_id
  where ${where} and not exists (select from filing_withdrawal w
    where w.agency_id = f.agency_id and w.filing_id = f.id)
    and not exists (select from filing l where l.agency_id = f.agency_id and l.dossier_id = f.dossier_id
      and (l.filed_at, l.id) > (f.filed_at, f.id))
  order by f.agency_id, f.dossier_id, f.filed_at desc, f.id desc`;

export interface ValidFiling {
  id: string;
  dossierId: string;
  callId: string;
  taskId: string;
  partnerId: string;
  number: number;
  year: number;
  filedAt: string;
  sha256: string;
  content: FiledContent;
  taskDossierId: string;
}
