import { sql } from 'kysely';
import { type SuccessionFacts, type Successors, successorsOf } from '../../domain/organisation/succession.ts';
import type { Tx } from '../../storage/store.ts';

interface Name {
  unitId: string;
  name: string;
  from: string;
}

/** Units through what they have become. */
export interface Followed {
  /** What a unit has become by a day; nothing where it still stands itself. */
  successors(unitId: string, day: string): Successors;
  /** A unit with all it has become by a day, what stands first. */
  withSuccessors(unitId: string, day: string): string[];
  /** The name a unit bore on a day, the nearest where it bore none; null where it is none of the agency. */
  nameOn(unitId: string, day: string): string | null;
}

/** The units of an agency through mergers, splits and new names: some hundreds of rows, folded by the domain. */
export async function followedUnits(tx: Tx, agencyId: string): Promise<Followed> {
  const closings = await tx
    .selectFrom('unit_closing')
    .select(['unit_id as unitId', 'closed_on as closedOn'])
    .where('agency_id', '=', agencyId)
    .execute();
  const { rows: lines } = await sql<SuccessionFacts['lines'][number]>`
    select l.from_unit_id as "fromUnitId", l.to_unit_id as "toUnitId", r.effective_on as on
    from reorganisation_line l join reorganisation r on r.agency_id = l.agency_id and r.id = l.reorganisation_id
    where l.agency_id = ${agencyId} order by r.effective_on, l.id`.execute(tx);
  const { rows: names } = await sql<Name>`
    select unit_id as "unitId", name, from_day as from from unit_name
    where agency_id = ${agencyId} order by from_day, recorded_at`.execute(tx);
  const byUnit = Map.groupBy(names, ({ unitId }) => unitId);
  const successors: Followed['successors'] = (unitId, day) => successorsOf({ closings, lines }, unitId, day);
  return {
    successors,
    withSuccessors(unitId, day) {
      const { standing, between } = successors(unitId, day);
      return [...standing, ...between, unitId];
    },
    nameOn(unitId, day) {
      const own = byUnit.get(unitId) ?? [];
      return (own.findLast(({ from }) => from <= day) ?? own[0])?.name ?? null;
    },
  };
}
