import { unitFinder } from '../../domain/organisation/find-unit.ts';
import { type ProgrammeTable, programmeOf } from '../../domain/programme/import.ts';
import { Unreadable } from '../../reading/extracted.ts';
import { tableInWorker } from '../../reading/sandbox.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { unitFacts } from '../organisation/queries.ts';
import type { PlanImport } from '../programme/contract.ts';

/** Rows of a table somebody brings in. */
export type TableRows = Awaited<ReturnType<typeof tableInWorker>>;

/** What cannot be read is refused in its own words. */
export async function rowsOf(bytes: Uint8Array, mostRows?: number): Promise<TableRows> {
  try {
    return await tableInWorker(bytes, mostRows);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    if (error.code === 'too-large' || error.code === 'too-many') throw Refused.tooLarge(error.message);
    throw Refused.unprocessable(error.message);
  }
}

/** A table of the year's work checked row by row against the units of today. @throws Refused 422 where it is none */
export async function checkedTable(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  rows: TableRows,
  year: number,
): Promise<ProgrammeTable> {
  const findUnit = unitFinder(await unitFacts(tx, actor.agencyId), ctx.today().toString());
  const table = programmeOf(rows, { year, findUnit });
  if ('refusal' in table) throw Refused.unprocessable(table.refusal);
  return table;
}

/** What a table came to, for who brought it. */
export function presentTable(
  { items, faults, notes }: ProgrammeTable,
  stored: boolean,
  known: string | null,
): PlanImport {
  const faulty = new Set(faults.map(({ row }) => row)).size;
  return {
    ...{ stored: stored || known !== null, rows: items.length + faulty, faulty, notes, knownAt: known },
    faults: faults.slice(0, 1000),
    items: items.map(({ row, planned }) => ({
      ...{ row, words: planned.words, lead: planned.lead.name },
      ...{ month: planned.month, day: planned.day },
    })),
  };
}
