import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../storage/store.ts';

export interface UnitFields {
  /** The field of a unit's work on a day (ISO); null where it has none. */
  on(unitId: string | null, day: string): string | null;
  /** Days on which some unit changed its field, the first first. */
  days: readonly string[];
}

interface Dated {
  unitId: string;
  field: string | null;
  from: string;
}

/** The fields of all units of an agency, as known at a moment: some hundreds of rows. */
export async function unitFields(tx: Tx, agencyId: string, knownAt?: string): Promise<UnitFields> {
  const { rows } = await sql<Dated>`
    select unit_id as "unitId", field, from_day as from from unit_field
    where agency_id = ${agencyId} ${knownAt === undefined ? sql`` : sql`and recorded_at <= ${knownAt}::timestamptz`}
    order by from_day desc, recorded_at desc, id desc`.execute(tx);
  const byUnit = Map.groupBy(rows, ({ unitId }) => unitId);
  return {
    on: (unitId, day) => byUnit.get(unitId ?? '')?.find(({ from }) => from <= day)?.field ?? null,
    days: [...new Set(rows.map(({ from }) => from))].toReversed(),
  };
}

/** The field of a directive asked of the database, over `directive_now n`: its own, else its lead unit's that day. */
export const fieldInSql: RawBuilder<string | null> = sql<string | null>`coalesce(n.field, (
  select u.field from unit_field u
  where u.agency_id = n.agency_id and u.unit_id = n.lead_unit_id and u.from_day <= n.given_on
  order by u.from_day desc, u.recorded_at desc, u.id desc limit 1))`;
