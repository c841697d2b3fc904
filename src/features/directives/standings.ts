import { type RawBuilder, sql } from 'kysely';
import type { DirectiveState } from '../../domain/directives/filter.ts';
import { type AsOf, buckets } from '../../domain/directives/state.ts';
import type { Tx } from '../../storage/store.ts';
import { nobody } from './rollup.ts';

/** How many stand in each state; what nobody stands in is left out. */
export type StateCounts = Partial<Record<DirectiveState, number>>;

/** Of a unit: how much stands in each of `buckets`, then what is past its last day, what of that is returned, what is soon. */
type Counted = readonly number[];

/** Packed by agency: hundreds of rows of many columns cost more to take in than to count. */
interface OfAgency {
  agencyId: string;
  unitIds: string[];
  counted: Counted[];
}

/** The roll-up of agencies by unit: for each agency the days up to its last that is soon, from the index alone. */
export function countedRows(
  today: string,
  agencies: readonly (readonly [string, Pick<AsOf, 'soonUntil'>])[],
): RawBuilder<OfAgency> {
  const ids = agencies.map(([id]) => id);
  const soons = agencies.map(([, asOf]) => asOf.soonUntil);
  const late = sql`r.due > '-infinity' and r.due < ${today}`;
  const sums = [
    ...buckets.map((bucket) => sql`r.bucket = ${sql.lit(bucket)} and r.due = '-infinity'`),
    late,
    sql`r.bucket = 'returned' and ${late}`,
    sql`r.bucket = 'dated' and r.due >= ${today}`,
  ].map((which) => sql`coalesce(sum(r.count) filter (where ${which}), 0)`);
  return sql<OfAgency>`
    select agency_id as "agencyId", array_to_json(array_agg(lead_unit_id)) as "unitIds", array_to_json(array_agg(sums)) as counted
    from (
      select r.agency_id, r.lead_unit_id, array[${sql.join(sums)}] as sums
      from unnest(${ids}::uuid[], ${soons}::date[]) as a (id, soon)
      cross join lateral (select * from directive_rollup where agency_id = a.id and due <= a.soon offset 0) r
      group by 1, 2) u
    group by 1`;
}

/** What stands in each state. */
export function statesOf(counted: Counted): StateCounts {
  const [late = 0, lateReturned = 0, soon = 0] = counted.slice(buckets.length);
  const counts: StateCounts = {};
  const set = (state: DirectiveState, count: number) => {
    if (count !== 0) counts[state] = count;
  };
  set('overdue', late);
  set('due-soon', soon);
  for (const [at, bucket] of buckets.entries()) {
    const count = counted[at] ?? 0;
    if (bucket === 'dated') set('in-time', count - (late - lateReturned) - soon);
    else set(bucket, bucket === 'returned' ? count - lateReturned : count);
  }
  return counts;
}

/** How many directives of an agency, parts not counted beside the whole, stand in each state today, by the unit that leads; null: no unit. */
export async function standingsOf(
  tx: Tx,
  agencyId: string,
  asOf: AsOf,
): Promise<Map<string | null, StateCounts>> {
  const { rows } = await countedRows(asOf.today, [[agencyId, asOf]]).execute(tx);
  const { unitIds = [], counted = [] } = rows[0] ?? {};
  return new Map(
    unitIds.map((unitId, at) => [unitId === nobody ? null : unitId, statesOf(counted[at] ?? [])]),
  );
}
