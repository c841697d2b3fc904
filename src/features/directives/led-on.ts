import { sql } from 'kysely';
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

/** Rows as they were led on a past day, each unit by its name of that day: three queries for a page of rows. */
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
  const names = await unitNamesOn(tx, agencyId, day);
  const named = (party: Party) => ({ ...party, name: names.get(party.unitId ?? '') ?? party.name });
  return rows.map((row) => {
    const standing = standingOf(facts.get(row.id) ?? [], { asOf: day });
    if (standing === null) return row;
    const lead = standing.lead && named(standing.lead);
    return {
      ...row,
      leadUnitId: lead?.unitId ?? null,
      leadName: lead?.name ?? null,
      coordinating: standing.coordinating.map(named),
    };
  });
}

async function unitNamesOn(tx: Tx, agencyId: string, day: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ unitId: string; name: string }>`
    select distinct on (unit_id) unit_id as "unitId", name from unit_name
    where agency_id = ${agencyId} and from_day <= ${day}
    order by unit_id, from_day desc, recorded_at desc`.execute(tx);
  return new Map(rows.map(({ unitId, name }) => [unitId, name]));
}
