import { sql } from 'kysely';
import type { Store, Tx } from '../../storage/store.ts';
import type { Context } from '../context.ts';

/** The name each unit bears on one day, by id. */
export type UnitNames = ReadonlyMap<string, string>;

interface Kept {
  day: string;
  version: number;
  names: UnitNames;
}

/** Names of today kept of each store, which one process serves: by agency, until anything of the organisation moves. */
const kept = new WeakMap<Store, Map<string, Kept | 'loading'>>();

function keptOf({ store }: Context): Map<string, Kept | 'loading'> {
  const byAgency = kept.get(store) ?? new Map<string, Kept | 'loading'>();
  kept.set(store, byAgency);
  return byAgency;
}

/** Reads them in a transaction of its own, begun after the version was read: what is kept is never older than that. */
async function keep(ctx: Context, agencyId: string, day: string): Promise<void> {
  const byAgency = keptOf(ctx);
  if (byAgency.get(agencyId) === 'loading') return;
  byAgency.set(agencyId, 'loading');
  const version = ctx.access.version();
  try {
    const names = await ctx.store.read({ agencies: [agencyId] }, (tx) => readNames(tx, agencyId, day));
    byAgency.set(agencyId, { day, version, names });
  } catch {
    byAgency.delete(agencyId);
  }
}

async function readNames(tx: Tx, agencyId: string, day: string): Promise<UnitNames> {
  const { rows } = await sql<{ unitId: string; name: string }>`
    select distinct on (unit_id) unit_id as "unitId", name from unit_name
    where agency_id = ${agencyId} and from_day <= ${day}
    order by unit_id, from_day desc, recorded_at desc`.execute(tx);
  return new Map(rows.map(({ unitId, name }) => [unitId, name]));
}

/** The names an agency's units bear on a day (ISO); those of today from memory, since every list asks for them. */
export async function unitNamesOn(tx: Tx, ctx: Context, agencyId: string, day: string): Promise<UnitNames> {
  const known = keptOf(ctx).get(agencyId);
  if (known && known !== 'loading' && known.day === day && known.version === ctx.access.version())
    return known.names;
  if (day === ctx.today().toString()) void keep(ctx, agencyId, day);
  return readNames(tx, agencyId, day);
}
