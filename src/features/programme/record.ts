import { sql } from 'kysely';
import type { InNameOf } from '../../domain/directives/facts.ts';
import type { ItemFactBody } from '../../domain/programme/item.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { json } from '../../storage/schema/foundation.ts';
import type { Tx } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import { givesInNameOf } from '../directives/doer.ts';
import { type KnownProgramme, knownProgramme } from './queries.ts';

/** The programme of a year, begun where there is none; whoever else changes it meanwhile waits. */
export async function holdProgramme(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  year: number,
): Promise<KnownProgramme & { items: number; inNameOf: InNameOf | null }> {
  const { agencyId } = actor;
  const key = `programme ${agencyId} ${year}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
  const inNameOf = await givesInNameOf(tx, actor, ctx.today().toString());
  const known = await knownProgramme(tx, agencyId, { year });
  if (known) {
    const { items } = await tx
      .selectFrom('programme_item')
      .select((eb) => eb.fn.countAll<number>().as('items'))
      .where('agency_id', '=', agencyId)
      .where('programme_id', '=', known.id)
      .executeTakeFirstOrThrow();
    return { ...known, items: Number(items), inNameOf };
  }
  const id = uuidv7();
  const stamp = { recorded_at: ctx.clock().toString(), recorded_by: actor.personId };
  await tx
    .insertInto('programme')
    .values({ agency_id: agencyId, id, year, ...stamp })
    .execute();
  return { id, year, approval: null, items: 0, inNameOf };
}

/** Puts items into a programme, each with the fact that plans it. @returns their ids */
export async function insertItems(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  into: { programmeId: string; position: number; importId: string | null; inNameOf: InNameOf | null },
  planned: readonly { on: string; body: ItemFactBody }[],
): Promise<string[]> {
  if (planned.length === 0) return [];
  const stamp = {
    agency_id: actor.agencyId,
    recorded_at: ctx.clock().toString(),
    recorded_by: actor.personId,
  };
  const ids = planned.map(() => uuidv7());
  await tx
    .insertInto('programme_item')
    .values(
      ids.map((id, at) => ({
        ...{ ...stamp, id, programme_id: into.programmeId, position: into.position + at },
        import_id: into.importId,
      })),
    )
    .execute();
  await tx
    .insertInto('programme_item_fact')
    .values(
      planned.map(({ on, body }, at) => ({
        ...{ ...stamp, id: uuidv7(), item_id: ids[at] ?? '', happened_on: on, body: json(body) },
        in_name_of: into.inNameOf && json(into.inNameOf),
      })),
    )
    .execute();
  return ids;
}

/** Records one more fact of an item. */
export async function recordItemFact(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  fact: { itemId: string; on: string; inNameOf: InNameOf | null; body: ItemFactBody },
): Promise<void> {
  await tx
    .insertInto('programme_item_fact')
    .values({
      ...{ agency_id: actor.agencyId, id: uuidv7(), item_id: fact.itemId, happened_on: fact.on },
      ...{ recorded_at: ctx.clock().toString(), recorded_by: actor.personId },
      in_name_of: fact.inNameOf && json(fact.inNameOf),
      body: json(fact.body),
    })
    .execute();
}
