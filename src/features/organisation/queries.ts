import type { AgencyUnits } from '../../domain/organisation/match.ts';
import { namesForReading, type UnitFacts, unitsOn } from '../../domain/organisation/units.ts';
import type { Role } from '../../domain/permissions/permission.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import type { Unit } from './contract.ts';
import { unitPolicy } from './policy.ts';
import { unitFields } from './unit-fields.ts';

/** Everything recorded of an agency's units; some hundreds of rows, folded by the domain. */
export async function unitFacts(tx: Tx, agencyId: string): Promise<UnitFacts> {
  const units = await tx
    .selectFrom('unit')
    .select(['id', 'opened_on as openedOn'])
    .where('agency_id', '=', agencyId)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute();
  const names = await tx
    .selectFrom('unit_name')
    .select(['unit_id as unitId', 'name', 'abbreviation', 'from_day as from', 'recorded_at as recordedAt'])
    .where('agency_id', '=', agencyId)
    .execute();
  const parents = await tx
    .selectFrom('unit_parent')
    .select(['unit_id as unitId', 'parent_id as parentId', 'from_day as from', 'recorded_at as recordedAt'])
    .where('agency_id', '=', agencyId)
    .execute();
  const closings = await tx
    .selectFrom('unit_closing')
    .select(['unit_id as unitId', 'closed_on as closedOn'])
    .where('agency_id', '=', agencyId)
    .execute();
  const aliases = await tx
    .selectFrom('unit_alias as a')
    .leftJoin('unit_alias_end as e', (join) =>
      join.onRef('e.agency_id', '=', 'a.agency_id').onRef('e.alias_id', '=', 'a.id'),
    )
    .select(['a.id', 'a.unit_id as unitId', 'a.alias', 'a.learned'])
    .where('a.agency_id', '=', agencyId)
    .where('e.alias_id', 'is', null)
    .orderBy('a.recorded_at')
    .execute();
  const successions = await tx
    .selectFrom('reorganisation_line as l')
    .innerJoin('reorganisation as r', (join) =>
      join.onRef('r.agency_id', '=', 'l.agency_id').onRef('r.id', '=', 'l.reorganisation_id'),
    )
    .select(['l.from_unit_id as fromUnitId', 'l.to_unit_id as toUnitId', 'r.effective_on as on'])
    .where('l.agency_id', '=', agencyId)
    .where('l.succeeds', '=', true)
    .execute();
  return { units, names, parents, closings, aliases, successions };
}

/** The agency and every name of its units, in the shape the reader matches printed names against. */
export async function agencyUnits(tx: Tx, agencyId: string): Promise<AgencyUnits> {
  const agency = await tx
    .selectFrom('agency')
    .select(['name', 'short_name as shortName'])
    .where('id', '=', agencyId)
    .executeTakeFirstOrThrow();
  return { agency, units: namesForReading(await unitFacts(tx, agencyId)) };
}

/** Who heads each unit and how many persons it has on a day. */
async function staffOn(tx: Tx, agencyId: string, day: string) {
  return tx
    .selectFrom('post_holding as h')
    .innerJoin('person as p', (join) =>
      join.onRef('p.agency_id', '=', 'h.agency_id').onRef('p.id', '=', 'h.person_id'),
    )
    .leftJoin('post_end as e', (join) =>
      join.onRef('e.agency_id', '=', 'h.agency_id').onRef('e.post_id', '=', 'h.id'),
    )
    .select(['h.unit_id as unitId', 'h.role', 'p.id as personId', 'p.full_name as fullName'])
    .where('h.agency_id', '=', agencyId)
    .where('h.from_day', '<=', day)
    .where((eb) => eb.or([eb('e.to_day', 'is', null), eb('e.to_day', '>', day)]))
    .orderBy('h.from_day', 'desc')
    .execute();
}

/** A unit as it stands on a day, whoever looks at it. */
export type UnitFound = Omit<Unit, 'abilities'>;

/** The units as they stand on a day, each with its head and number of persons. */
export async function findUnits(tx: Tx, agencyId: string, day: string): Promise<UnitFound[]> {
  const facts = await unitFacts(tx, agencyId);
  const fields = await unitFields(tx, agencyId);
  const staff = Map.groupBy(await staffOn(tx, agencyId, day), ({ unitId }) => unitId);
  return unitsOn(facts, day).map((unit) => {
    const posts = staff.get(unit.id) ?? [];
    const first = (wanted: Role) => posts.find(({ role }) => role === wanted);
    // A director in charge has a post at the unit beside its head.
    const head = first('head') ?? first('director');
    return {
      ...unit,
      field: fields.on(unit.id, day),
      head: head ? { personId: head.personId, fullName: head.fullName } : null,
      persons: new Set(posts.map(({ personId }) => personId)).size,
    };
  });
}

/** The units of the actor's agency on a day, today unless told. */
export async function listUnits(ctx: Context, actor: Actor, on = ctx.today().toString()): Promise<Unit[]> {
  const units = await ctx.store.read(actor.scope, (tx) => findUnits(tx, actor.agencyId, on));
  return units.map((unit) => presentUnit(ctx, actor, unit));
}

/** A unit with what the actor may do with it from today on. */
const presentUnit = (ctx: Context, actor: Actor, unit: UnitFound): Unit => ({
  ...unit,
  abilities: unitPolicy.abilitiesOf(actor, { closedOn: unit.closedOn, on: ctx.today().toString() }),
});

const unknownUnit = () => Refused.notFound('Không có đơn vị này trong cơ quan, hoặc đơn vị đã giải thể.');

/** One unit on a day as the actor sees it. @throws Refused 404 */
export async function getUnit(tx: Tx, ctx: Context, actor: Actor, id: string, day: string): Promise<Unit> {
  const unit = (await findUnits(tx, actor.agencyId, day)).find((one) => one.id === id);
  if (!unit) throw unknownUnit();
  return presentUnit(ctx, actor, unit);
}

/** A unit about to be changed from a day on, among the units of that day. @throws Refused 404, 409 once it is no more */
export async function unitToChange(
  tx: Tx,
  actor: Actor,
  act: keyof typeof unitPolicy.rules,
  id: string,
  on: string,
): Promise<{ unit: UnitFound; units: UnitFound[] }> {
  const units = await findUnits(tx, actor.agencyId, on);
  const unit = units.find((one) => one.id === id);
  unitPolicy.insist(act, actor, { closedOn: unit?.closedOn ?? (await closingOf(tx, actor, id)), on });
  if (!unit) throw unknownUnit();
  return { unit, units };
}

async function closingOf(tx: Tx, actor: Actor, unitId: string): Promise<string | null> {
  const closing = await tx
    .selectFrom('unit_closing')
    .select('closed_on')
    .where('agency_id', '=', actor.agencyId)
    .where('unit_id', '=', unitId)
    .executeTakeFirst();
  return closing?.closed_on ?? null;
}
