import { type RawBuilder, sql } from 'kysely';
import type { DirectiveState } from '../../domain/directives/filter.ts';
import { type Bucket, buckets } from '../../domain/directives/state.ts';
import { lastly } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import { asOfToday, type ShownOn } from '../directives/queries.ts';
import { nobody } from '../directives/rollup.ts';
import { agenciesSeenBy } from './agencies.ts';
import type { Overview, StateCounts } from './contract.ts';

/** Of a unit: how much stands in each bucket, and what of it is past its last day or due soon. */
type Counted = { agencyId: string; unitId: string } & Record<
  Bucket | 'late' | 'lateReturned' | 'soon',
  number
>;

/** The roll-up of agencies by unit: for each agency the days up to its last that is soon, from the index alone. */
function countedRows(today: string, agencies: readonly (readonly [string, ShownOn])[]): RawBuilder<Counted> {
  const ids = agencies.map(([id]) => id);
  const soons = agencies.map(([, asOf]) => asOf.soonUntil);
  const sum = (name: string, which: RawBuilder<unknown>) =>
    sql`coalesce(sum(r.count) filter (where ${which}), 0)::int as ${sql.id(name)}`;
  const late = sql`r.due > '-infinity' and r.due < ${today}`;
  return sql<Counted>`
    select r.agency_id as "agencyId", r.lead_unit_id as "unitId",
      ${sql.join(buckets.map((bucket) => sum(bucket, sql`r.bucket = ${sql.lit(bucket)} and r.due = '-infinity'`)))},
      ${sum('late', late)}, ${sum('lateReturned', sql`r.bucket = 'returned' and ${late}`)},
      ${sum('soon', sql`r.bucket = 'dated' and r.due >= ${today}`)}
    from unnest(${ids}::uuid[], ${soons}::date[]) as a (id, soon)
    cross join lateral (select * from directive_rollup where agency_id = a.id and due <= a.soon offset 0) r
    group by 1, 2`;
}

/** What stands in each state. */
function statesOf(counted: Counted): StateCounts {
  const { late, lateReturned, soon, dated } = counted;
  const counts: StateCounts = {};
  const set = (state: DirectiveState, count: number) => {
    if (count !== 0) counts[state] = count;
  };
  set('overdue', late);
  set('due-soon', soon);
  set('in-time', dated - (late - lateReturned) - soon);
  for (const bucket of buckets)
    if (bucket !== 'dated')
      set(bucket, bucket === 'returned' ? counted.returned - lateReturned : counted[bucket]);
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
    const counted = Map.groupBy(rows, ({ agencyId }) => agencyId);
    return {
      asOf: today,
      agencies: agencies
        .map((agency) => {
          const units = (counted.get(agency.id) ?? [])
            .map((unit) => ({
              unitId: unit.unitId === nobody ? null : unit.unitId,
              name: shown.get(agency.id)?.unitNames.get(unit.unitId) ?? '',
              counts: statesOf(unit),
            }))
            .filter(({ counts }) => Object.keys(counts).length > 0)
            .toSorted((a, b) => inOrder.compare(a.name, b.name));
          return { ...agency, counts: sumOf(units), units };
        })
        .toSorted((a, b) => inOrder.compare(a.name, b.name)),
    };
  });
}
