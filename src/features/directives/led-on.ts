import { standingOf } from '../../domain/directives/standing.ts';
import type { Party } from '../../domain/documents/reading.ts';
import type { Tx } from '../../storage/store.ts';
import { factsOf } from './record.ts';

interface Led {
  id: string;
  leadUnitId: string | null;
  leadName: string | null;
  coordinating: Party[];
}

/** Rows as they were led on a past day: one query more for a page of rows. */
export async function ledOn<Row extends Led>(
  tx: Tx,
  agencyId: string,
  rows: readonly Row[],
  day: string,
): Promise<Row[]> {
  const facts = await factsOf(
    tx,
    agencyId,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const standing = standingOf(facts.get(row.id) ?? [], { asOf: day });
    if (standing === null) return row;
    const { lead, coordinating } = standing;
    return { ...row, leadUnitId: lead?.unitId ?? null, leadName: lead?.name ?? null, coordinating };
  });
}
