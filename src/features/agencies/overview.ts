import { type RawBuilder, sql } from 'kysely';
import type { DirectiveState } from '../../domain/directives/filter.ts';
import { buckets } from '../../domain/directives/state.ts';
import { lastly } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import { asOfToday, type ShownOn } from '../directives/queries.ts';
import { nobody } from '../directives/rollup.ts';
import { agenciesSeenBy } from './agencies.ts';
import type { Overview, StateCounts } from './contract.ts';

/** Of a unit: how much stands in each of `buckets`, then what is past its last day, what of that is returned, what is soon. */
type Counted = readonly number[];

/** Packed by agency: hundreds of rows of many columns cost more to take in than to count. */
interface OfAgency {
  agencyId: string;
  unitIds: string[];
  counted: Counted[];
}

/** The roll-up of agencies by unit: for each agency the days up to its last that is soon, from the index alone. */
function countedRows(today: string, agencies: readonly (readonly [string, ShownOn])[]): RawBuilder<OfAgency> {
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
function statesOf(counted: Counted): StateCounts {
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

function sumOf(units: readonly { counts: StateCounts }[]): StateCounts {
  const sum: StateCounts = {};
  for (const { counts } of units)
    for (const [state, count] of Object.entries(counts) as [DirectiveState, number][])
      sum[state] = (sum[state] ?? 0) + count;
  return sum;
}

const inOrder = new Intl.Collator('vi');

/** All agencies the actor looks over, each with how many directives stand in each state today, by the unit that leads. */
export async function getOverviewOf(ctx: Context, actor: Actor): Promise<Overview> {
  const [ids, calendar] = await Promise.all([agenciesSeenBy(ctx, actor), ctx.calendar()]);
  const today = ctx.today().toString();
  return ctx.store.read({ agencies: ids }, async (tx) => {
    const asOf = await Promise.all(
      ids.map(async (id) => [id, await asOfToday(tx, ctx, id, calendar)] as const),
    );
    const shown = new Map(asOf);
    const [agencies, rows] = await lastly(tx, [
      sql<{ id: string; name: string; shortName: string }>`
        select id, name, short_name as "shortName" from agency where id = any(${ids}::uuid[])`,
      countedRows(today, asOf),
    ]);
    const found = new Map(rows.map((row) => [row.agencyId, row]));
    return {
      asOf: today,
      agencies: agencies
        .map((agency) => {
          const { unitIds = [], counted = [] } = found.get(agency.id) ?? {};
          const units = unitIds
            .map((unitId, at) => ({
              unitId: unitId === nobody ? null : unitId,
              name: shown.get(agency.id)?.unitNames.get(unitId) ?? '',
              counts: statesOf(counted[at] ?? []),
            }))
            .filter(({ counts }) => Object.keys(counts).length > 0)
            .toSorted((a, b) => inOrder.compare(a.name, b.name));
          return { ...agency, counts: sumOf(units), units };
        })
        .toSorted((a, b) => inOrder.compare(a.name, b.name)),
    };
  });
}
