import { sql } from 'kysely';
import type { DirectiveState } from '../../domain/directives/filter.ts';
import { lastly } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import { asOfToday } from '../directives/queries.ts';
import { nobody } from '../directives/rollup.ts';
import { countedRows, type StateCounts, statesOf } from '../directives/standings.ts';
import { agenciesSeenBy } from './agencies.ts';
import type { Overview } from './contract.ts';

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
