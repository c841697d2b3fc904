import { searchable } from '../../domain/text/search.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import type { Unit } from './contract.ts';
import { getUnit, unitFacts, unitToChange } from './queries.ts';

/** Units already called by these words, now or formerly, without regard to marks, case and signs. */
async function unitsCalled(tx: Tx, agencyId: string, alias: string): Promise<Set<string>> {
  const { names, aliases } = await unitFacts(tx, agencyId);
  const called = [
    ...names.flatMap(({ unitId, name, abbreviation }) => [
      { unitId, words: name },
      { unitId, words: abbreviation ?? '' },
    ]),
    ...aliases.map(({ unitId, alias: words }) => ({ unitId, words })),
  ];
  const wanted = searchable(alias);
  return new Set(called.filter(({ words }) => searchable(words) === wanted).map(({ unitId }) => unitId));
}

async function insertAlias(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  entry: { unitId: string; alias: string; learned: boolean },
): Promise<void> {
  await tx
    .insertInto('unit_alias')
    .values({
      agency_id: actor.agencyId,
      id: uuidv7(),
      unit_id: entry.unitId,
      alias: entry.alias.trim().normalize('NFC'),
      learned: entry.learned,
      recorded_at: ctx.clock().toString(),
      recorded_by: actor.personId,
    })
    .execute();
}

/**
 * Keeps how a document called a unit, after a person said which unit it meant, in the caller's transaction. Nothing is
 * learned from words that already call a unit, this or another: one correction does not rename anyone.
 */
export async function learnAlias(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  unitId: string,
  alias: string,
): Promise<void> {
  if (searchable(alias).length < 2 || (await unitsCalled(tx, actor.agencyId, alias)).size > 0) return;
  await insertAlias(tx, ctx, actor, { unitId, alias, learned: true });
}

/** Adds another name of a unit by hand. @throws Refused 409 where it calls another unit */
export async function addAlias(ctx: Context, actor: Actor, unitId: string, alias: string): Promise<Unit> {
  const act = { action: 'unit.aliasAdded', recordKind: 'unit', recordId: unitId, detail: { alias } };
  return command(ctx, actor, act, async (tx) => {
    const day = ctx.today().toString();
    await unitToChange(tx, actor, 'addAlias', unitId, day);
    const called = await unitsCalled(tx, actor.agencyId, alias);
    if (called.has(unitId)) return getUnit(tx, ctx, actor, unitId, day);
    if (called.size > 0) throw Refused.conflict(`«${alias}» đang là tên của đơn vị khác. Chọn tên gọi khác.`);
    await insertAlias(tx, ctx, actor, { unitId, alias, learned: false });
    return getUnit(tx, ctx, actor, unitId, day);
  });
}

/** Stops using another name of a unit; it stays in the record. */
export async function endAlias(ctx: Context, actor: Actor, unitId: string, aliasId: string): Promise<Unit> {
  const act = { action: 'unit.aliasEnded', recordKind: 'unit', recordId: unitId, detail: { aliasId } };
  return command(ctx, actor, act, async (tx) => {
    const day = ctx.today().toString();
    const { unit } = await unitToChange(tx, actor, 'endAlias', unitId, day);
    if (!unit.aliases.some(({ id }) => id === aliasId)) throw Refused.notFound();
    await tx
      .insertInto('unit_alias_end')
      .values({
        agency_id: actor.agencyId,
        alias_id: aliasId,
        recorded_at: ctx.clock().toString(),
        recorded_by: actor.personId,
      })
      .execute();
    return getUnit(tx, ctx, actor, unitId, day);
  });
}
