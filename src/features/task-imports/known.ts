import { sql } from 'kysely';
import type { ImportedTask } from '../../domain/task-imports/row.ts';
import type { RecordedTaskFact } from '../../domain/tasks/about.ts';
import type { Law } from '../../domain/tasks/law.ts';
import { type KnownTask, taskOn } from '../../domain/tasks/task.ts';
import { searchable } from '../../domain/text/search.ts';
import type { Tx } from '../../storage/store.ts';
import { taskFacts } from '../tasks/facts.ts';

interface Found {
  id: string;
  title: string;
  codes: string[];
  host: string | null;
}

/** The tasks on record that a portfolio may speak of. */
export interface KnownTasks {
  /** The one a row means; null where it is new, «several» where more than one may be meant. */
  meant(task: ImportedTask): { id: string; known: KnownTask } | null | 'several';
}

const named = (title: string, host: string | null) => `${searchable(title)}|${searchable(host ?? '')}`;

/**
 * Looks up all tasks of a portfolio at once.
 * @param rows what the portfolio says
 */
export async function knownTasks(
  tx: Tx,
  agencyId: string,
  rows: readonly ImportedTask[],
  { law, today }: { law: Law; today: string },
): Promise<KnownTasks> {
  const { rows: all } = await sql<Found>`
    select task_id as id, title, codes, host_name as host from task_now where agency_id = ${agencyId}`.execute(
    tx,
  );
  const byCode = new Map(
    all.flatMap(({ id, codes }) => codes.map((code) => [searchable(code), id] as const)),
  );
  const byName = new Map<string, string[]>();
  for (const { id, title, host } of all)
    byName.set(named(title, host), [...(byName.get(named(title, host)) ?? []), id]);
  const candidates = ({ codes, title, host }: ImportedTask) => {
    const coded = codes.map((code) => byCode.get(searchable(code))).filter((id) => id !== undefined);
    return coded.length > 0 ? [...new Set(coded)] : (byName.get(named(title, host)) ?? []);
  };
  const ids = [...new Set(rows.flatMap(candidates))].toSorted();
  const facts = ids.length > 0 ? await taskFacts(tx, agencyId, ids) : new Map<string, RecordedTaskFact[]>();
  return {
    meant(task) {
      const found = candidates(task).flatMap((id) => {
        const known = taskOn(facts.get(id) ?? [], law, { asOf: today });
        return known ? [{ id, known }] : [];
      });
      const own = found.filter(({ known }) => isSame(task, known));
      return own.length > 1 ? 'several' : (own[0] ?? null);
    },
  };
}

/** The same code, or the same contract where both have a number and no code parts them. */
function isSame(task: ImportedTask, { about, standing }: KnownTask): boolean {
  const codes = about.codes.map(({ code }) => searchable(code));
  if (task.codes.length > 0 && codes.length > 0)
    return task.codes.some((code) => codes.includes(searchable(code)));
  const [own, record] = [task.contract.number, standing.terms.contract?.number ?? null];
  return own === null || record === null || searchable(own) === searchable(record);
}
