import { isUnder } from '../../domain/organisation/units.ts';
import { fold } from '../../domain/text/fold.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import type { Unit } from './contract.ts';
import { findUnits, getUnit, type UnitFound, unitToChange } from './queries.ts';

export interface NewUnit {
  name: string;
  abbreviation?: string;
  parentId?: string;
  openedOn: string;
}

const later = (a: string, b: string) => (a > b ? a : b);

/** Records a unit with its first name and parent, in the caller's transaction; gives its id. */
export async function insertUnit(tx: Tx, ctx: Context, actor: Actor, unit: NewUnit): Promise<string> {
  const id = uuidv7();
  const stamp = {
    agency_id: actor.agencyId,
    recorded_at: ctx.clock().toString(),
    recorded_by: actor.personId,
  };
  await tx
    .insertInto('unit')
    .values({ ...stamp, id, opened_on: unit.openedOn })
    .execute();
  await insertName(tx, ctx, actor, id, { ...unit, from: unit.openedOn });
  if (unit.parentId) await insertParent(tx, ctx, actor, id, unit.parentId, unit.openedOn);
  return id;
}

/** Records that a unit bears a name from a day on, in the caller's transaction. */
export async function insertName(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  unitId: string,
  name: { name: string; abbreviation?: string; from: string },
): Promise<void> {
  await tx
    .insertInto('unit_name')
    .values({
      agency_id: actor.agencyId,
      id: uuidv7(),
      unit_id: unitId,
      name: name.name.normalize('NFC'),
      abbreviation: name.abbreviation?.normalize('NFC') || null,
      from_day: name.from,
      recorded_at: ctx.clock().toString(),
      recorded_by: actor.personId,
    })
    .execute();
}

/** Records what a unit stands under from a day on, in the caller's transaction. */
export async function insertParent(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  unitId: string,
  parentId: string | null,
  from: string,
): Promise<void> {
  await tx
    .insertInto('unit_parent')
    .values({
      agency_id: actor.agencyId,
      id: uuidv7(),
      unit_id: unitId,
      parent_id: parentId,
      from_day: from,
      recorded_at: ctx.clock().toString(),
      recorded_by: actor.personId,
    })
    .execute();
}

/** Records what field a unit works in from a day on, in the caller's transaction. */
export async function insertField(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  unitId: string,
  { field, from }: { field: string | null; from: string },
): Promise<void> {
  await tx
    .insertInto('unit_field')
    .values({
      agency_id: actor.agencyId,
      id: uuidv7(),
      unit_id: unitId,
      field: field?.normalize('NFC') ?? null,
      from_day: from,
      recorded_at: ctx.clock().toString(),
      recorded_by: actor.personId,
    })
    .execute();
}

function refuseTakenName(units: readonly UnitFound[], name: string, except?: string): void {
  const taken = units.find((unit) => unit.id !== except && fold(unit.name) === fold(name));
  if (taken)
    throw Refused.invalid([{ path: 'name', message: `Đã có đơn vị «${taken.name}». Chọn tên khác.` }]);
}

/** Opens a unit from a day on. */
export async function createUnit(ctx: Context, actor: Actor, unit: NewUnit): Promise<Unit> {
  return command(
    ctx,
    actor,
    { action: 'unit.created', recordKind: 'unit', detail: { name: unit.name } },
    async (tx) => {
      const day = later(unit.openedOn, ctx.today().toString());
      const units = await findUnits(tx, actor.agencyId, day);
      refuseTakenName(units, unit.name);
      if (unit.parentId && !units.some(({ id }) => id === unit.parentId))
        throw Refused.invalid([{ path: 'parentId', message: 'Đơn vị trên không có trong cơ quan.' }]);
      const id = await insertUnit(tx, ctx, actor, unit);
      return getUnit(tx, ctx, actor, id, day);
    },
  );
}

/** Gives a unit another name from a day on; for the days before it keeps the old one. */
export async function renameUnit(
  ctx: Context,
  actor: Actor,
  unitId: string,
  name: { name: string; abbreviation?: string; from: string },
): Promise<Unit> {
  const act = { action: 'unit.renamed', recordKind: 'unit', recordId: unitId, detail: name };
  return command(ctx, actor, act, async (tx) => {
    const day = later(name.from, ctx.today().toString());
    const { unit, units } = await unitToChange(tx, actor, 'rename', unitId, day);
    refuseTakenName(units, name.name, unitId);
    if (name.from < unit.openedOn) {
      throw Refused.invalid([{ path: 'from', message: 'Ngày đổi tên trước ngày thành lập đơn vị.' }]);
    }
    await insertName(tx, ctx, actor, unitId, name);
    return getUnit(tx, ctx, actor, unitId, day);
  });
}

/** Puts a unit under another from a day on, or directly under the agency. */
export async function moveUnit(
  ctx: Context,
  actor: Actor,
  unitId: string,
  { parentId, from }: { parentId: string | null; from: string },
): Promise<Unit> {
  const act = { action: 'unit.moved', recordKind: 'unit', recordId: unitId, detail: { parentId, from } };
  return command(ctx, actor, act, async (tx) => {
    const day = later(from, ctx.today().toString());
    const { units } = await unitToChange(tx, actor, 'move', unitId, day);
    if (parentId !== null) {
      if (!units.some(({ id }) => id === parentId))
        throw Refused.invalid([{ path: 'parentId', message: 'Đơn vị trên không có trong cơ quan.' }]);
      if (isUnder(units, parentId, unitId))
        throw Refused.conflict('Đơn vị không thể thuộc chính nó hoặc đơn vị trực thuộc nó.');
    }
    await insertParent(tx, ctx, actor, unitId, parentId, from);
    return getUnit(tx, ctx, actor, unitId, day);
  });
}

/** Says what field a unit works in from a day on; null takes it away. Directives given before keep theirs. */
export async function setUnitField(
  ctx: Context,
  actor: Actor,
  unitId: string,
  { field, from }: { field: string | null; from: string },
): Promise<Unit> {
  const act = { action: 'unit.fieldSet', recordKind: 'unit', recordId: unitId, detail: { field, from } };
  return command(ctx, actor, act, async (tx) => {
    const day = later(from, ctx.today().toString());
    await unitToChange(tx, actor, 'setField', unitId, day);
    await insertField(tx, ctx, actor, unitId, { field, from });
    return getUnit(tx, ctx, actor, unitId, day);
  });
}
