import { sql } from 'kysely';
import type { Store, Tx } from '../../storage/store.ts';
import type { Context } from '../context.ts';

/** The name each unit bears on one day, by id. */
export type UnitNames = ReadonlyMap<string, string>;

interface Named {
  unitId: string;
  name: string;
  from: string;
}

interface Kept {
  version: number;
  /** Every name a unit ever bore, of each unit the latest first. */
  named: readonly Named[];
  /** Of days asked for. */
  onDays: Map<string, UnitNames>;
}

/** Names kept of each store, which one process serves: by agency, until anything of the organisation moves. */
const kept = new WeakMap<Store, Map<string, Kept | 'loading'>>();
/** Days remembered of an agency. */
const mostDays = 400;

function keptOf({ store }: Context): Map<string, Kept | 'loading'> {
  const byAgency = kept.get(store) ?? new Map<string, Kept | 'loading'>();
  kept.set(store, byAgency);
  return byAgency;
}

/** Reads them in a transaction of its own, begun after the version was read: what is kept is never older than that. */
async function keep(ctx: Context, agencyId: string): Promise<void> {
  const byAgency = keptOf(ctx);
  if (byAgency.get(agencyId) === 'loading') return;
  byAgency.set(agencyId, 'loading');
  const version = ctx.access.version();
  try {
    const named = await ctx.store.read({ agencies: [agencyId] }, (tx) => readNamed(tx, agencyId));
    byAgency.set(agencyId, { version, named, onDays: new Map() });
  } catch {
    byAgency.delete(agencyId);
  }
}

async function readNamed(tx: Tx, agencyId: string): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select unit_id as "unitId", name, from_day as from from unit_name
    where agency_id = ${agencyId} order by unit_id, from_day desc, recorded_at desc`.execute(tx);
  return rows;
}

/** @param ever a unit not yet named on the day bears the name it was given last */
function namesOf(named: readonly Named[], day: string, ever: boolean): UnitNames {
  const names = new Map<string, string>();
  const given = new Set<string>();
  for (const { unitId, name, from } of named) {
    if (given.has(unitId)) continue;
    if (from <= day) given.add(unitId);
    if (from <= day || (ever && !names.has(unitId))) names.set(unitId, name);
  }
  return names;
}

/**
 * The names an agency's units bear on a day (ISO); from memory, since every list asks for them.
 * @param ever also units that did not yet exist then, by the name they were given last
 */
export async function unitNamesOn(
  tx: Tx,
  ctx: Context,
  agencyId: string,
  day: string,
  ever = false,
): Promise<UnitNames> {
  const known = keptOf(ctx).get(agencyId);
  if (known === undefined || known === 'loading' || known.version !== ctx.access.version()) {
    void keep(ctx, agencyId);
    return namesOf(await readNamed(tx, agencyId), day, ever);
  }
  const key = ever ? `${day} ever` : day;
  const names = known.onDays.get(key) ?? namesOf(known.named, day, ever);
  if (known.onDays.size >= mostDays) known.onDays.clear();
  known.onDays.set(key, names);
  return names;
}

/** As `unitNamesOn` with `ever`, asked of the database: for a unit that is younger than what is kept. */
export async function unitNamesAnew(tx: Tx, agencyId: string, day: string): Promise<UnitNames> {
  return namesOf(await readNamed(tx, agencyId), day, true);
}
