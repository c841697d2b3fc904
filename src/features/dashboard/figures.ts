import { sql } from 'kysely';
import type { Doer } from '../../domain/directives/acts.ts';
import { type DirectiveFilter, filterToQuery } from '../../domain/directives/filter.ts';
import type { AsOf } from '../../domain/directives/state.ts';
import type { RequestFilter } from '../../domain/requests/request.ts';
import type { Tx } from '../../storage/store.ts';
import { directiveWhere, stateInSql } from '../directives/where.ts';
import { fromRequests, requestWhere } from '../requests/queries.ts';
import type { Decide, Figure, UnitShown } from './contract.ts';

/** A number with the list of directives it opens. */
export const figure = (count: number, filter: DirectiveFilter): Figure => ({
  count,
  list: 'directives',
  opens: Object.fromEntries(filterToQuery(filter)),
});

/** A number with the list of questions it opens. */
export const requestFigure = (count: number, filter: RequestFilter): Figure => ({
  count,
  list: 'requests',
  opens: Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value)])),
});

export const unanswered: RequestFilter['state'] = ['late', 'open'];

export async function countRequests(
  tx: Tx,
  agencyId: string,
  filter: RequestFilter,
  at: { day: string; units: readonly string[] },
): Promise<Figure> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${fromRequests} where ${requestWhere(agencyId, filter, at)}`.execute(
    tx,
  );
  return requestFigure(rows[0]?.count ?? 0, filter);
}

/** Units a person heads. */
export const headed = ({ posts }: Doer): string[] => [
  ...new Set(posts.filter(({ role }) => role === 'head').map(({ unitId }) => unitId)),
];

/**
 * What waits for a decision: of all directives for who gives them for the agency, of the parts broken off by the
 * units a head leads for the head; null for who decides nothing.
 */
export async function decideFigures(
  tx: Tx,
  agencyId: string,
  doer: Doer,
  asOf: AsOf,
  unit?: string,
): Promise<Decide | null> {
  const units = headed(doer);
  if (!doer.gives && units.length === 0) return null;
  const scope: DirectiveFilter = doer.gives
    ? { level: 'whole', ...(unit !== undefined && { unit: [unit] }) }
    : { givenBy: units };
  const { rows } = await sql<{ extensions: number; results: number; refused: number }>`
    select count(*) filter (where extension_asked and phase not in ('accepted', 'stopped'))::int as extensions,
      count(*) filter (where state = 'awaiting-confirmation')::int as results,
      count(*) filter (where state = 'refused')::int as refused
    from (select n.extension_asked, n.phase, ${stateInSql(asOf)} as state
      from directive_now n where ${directiveWhere(agencyId, scope, asOf)}
        and (n.phase in ('submitted', 'refused') or n.extension_asked)) counted`.execute(tx);
  const { extensions = 0, results = 0, refused = 0 } = rows[0] ?? {};
  return {
    extensions: figure(extensions, { ...scope, asked: 'yes' }),
    results: figure(results, { ...scope, state: ['awaiting-confirmation'] }),
    refused: figure(refused, { ...scope, state: ['refused'] }),
  };
}

/** Names of the agency's units on a day, by id. */
export async function unitsShown(
  tx: Tx,
  agencyId: string,
  day: string,
): Promise<(unitId: string | null) => UnitShown> {
  const { rows } = await sql<{ unitId: string; name: string; abbreviation: string | null }>`
    select distinct on (unit_id) unit_id as "unitId", name, abbreviation from unit_name
    where agency_id = ${agencyId}
    order by unit_id, (from_day <= ${day}) desc, from_day desc, recorded_at desc`.execute(tx);
  const named = new Map(rows.map((row) => [row.unitId, row]));
  return (unitId) => {
    const unit = unitId === null ? undefined : named.get(unitId);
    if (!unit) return { unitId: null, name: 'Chưa có đơn vị chủ trì', short: '—' };
    return { unitId, name: unit.name, short: unit.abbreviation ?? unit.name };
  };
}

/** The middle of numbers, halfway between two; 0 for none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 0 ? (upper + (sorted[middle - 1] ?? 0)) / 2 : upper;
}
