import { type RawBuilder, sql } from 'kysely';
import type { DirectiveState } from '../../domain/directives/filter.ts';
import type { Bucket } from '../../domain/directives/state.ts';
import { lastly } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import { asOfToday, type ShownOn } from '../directives/queries.ts';
import { nobody } from '../directives/rollup.ts';
import { agenciesSeenBy } from './agencies.ts';
import type { Overview, StateCounts } from './contract.ts';

/** Of a bucket: all of it, what of it is past its last day, what is due soon. */
type Counted = [bucket: Bucket, all: number, late: number, soon: number];

interface OfAgency {
  agencyId: string;
  units: { unitId: string; counted: Counted[] }[];
}

/**
 * The roll-up of agencies by unit and bucket: for each agency the days up to its last that is soon, from the index alone.
 */
function countedRows(today: string, agencies: readonly (readonly [string, ShownOn])[]): RawBuilder<OfAgency> {
  const ids = agencies.map(([id]) => id);
  const soons = agencies.map(([, asOf]) => asOf.soonUntil);
  return sql<OfAgency>`
    select agency_id as "agencyId", json_agg(json_build_object('unitId', lead_unit_id, 'counted', counted)) as units from (
      select agency_id, lead_unit_id, json_agg(json_build_array(bucket, whole, late, soon)) as counted from (
        select r.agency_id, r.lead_unit_id, r.bucket,
          coalesce(sum(r.count) filter (where r.due = '-infinity'), 0) as whole,
          coalesce(sum(r.count) filter (where r.due > '-infinity' and r.due < ${today}), 0) as late,
          coalesce(sum(r.count) filter (where r.due >= ${today}), 0) as soon
        from unnest(${ids}::uuid[], ${soons}::date[]) as a (id, soon)
        join directive_rollup r on r.agency_id = a.id and r.due <= a.soon
        group by r.agency_id, r.lead_unit_id, r.bucket) s
      where whole <> 0 group by agency_id, lead_unit_id) u
    group by agency_id`;
}

/** What stands in each state, in the order given. */
function statesOf(counted: readonly Counted[]): StateCounts {
  const counts: StateCounts = {};
  const add = (state: DirectiveState, count: number) => {
    if (count !== 0) counts[state] = (counts[state] ?? 0) + count;
  };
  for (const [bucket, all, late, soon] of counted) {
    add('overdue', late);
    if (bucket === 'dated') {
      add('due-soon', soon);
      add('in-time', all - late - soon);
    } else add(bucket, all - late);
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
    const counted = new Map(rows.map(({ agencyId, units }) => [agencyId, units]));
    return {
      asOf: today,
      agencies: agencies
        .map((agency) => {
          const units = (counted.get(agency.id) ?? [])
            .map(({ unitId, counted }) => ({
              unitId: unitId === nobody ? null : unitId,
              name: shown.get(agency.id)?.unitNames.get(unitId) ?? '',
              counts: statesOf(counted),
            }))
            .toSorted((a, b) => inOrder.compare(a.name, b.name));
          return { ...agency, counts: sumOf(units), units };
        })
        .toSorted((a, b) => inOrder.compare(a.name, b.name)),
    };
  });
}
