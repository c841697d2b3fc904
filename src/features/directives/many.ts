import { sql } from 'kysely';
import type { DirectiveAct } from '../../domain/directives/facts.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { hold, recordAct } from './act.ts';
import { refreshNow } from './record.ts';
import { recordRetraction } from './retract.ts';
import { tellChanged } from './tell.ts';

export interface Many {
  done: { id: string; words: string; factId: string | null }[];
  refused: { id: string; words: string; reason: string }[];
}

/** Thrown inside the transaction so that a dry run leaves nothing. */
class DryRun extends Error {
  readonly result: Many;
  constructor(result: Many) {
    super('dry run');
    this.result = result;
  }
}

async function wordsOf(tx: Tx, agencyId: string, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('directive')
    .select(['id', 'words'])
    .where('agency_id', '=', agencyId)
    .where('id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, words }) => [id, words]));
}

/**
 * The same act, today, on many directives in one transaction. Those on which it is not possible are left alone and
 * told with the reason; with `dry` nothing is recorded. What is done can be undone by `undoMany`.
 */
export async function actOnMany(
  ctx: Context,
  actor: Actor,
  input: { ids: readonly string[]; act: DirectiveAct; dry: boolean },
): Promise<Many> {
  const calendar = await ctx.calendar();
  const happenedOn = ctx.today().toString();
  const detail = { kind: input.act.kind, ids: input.ids };
  const about = { action: `directive.${input.act.kind}.many`, recordKind: 'directive', detail };
  try {
    const result = await command(ctx, actor, about, async (tx) => {
      const words = await wordsOf(tx, actor.agencyId, input.ids);
      const result: Many = { done: [], refused: [] };
      // Always in the same order, so that two people acting on the same ones do not wait for each other in a ring.
      for (const id of [...new Set(input.ids)].toSorted()) {
        const named = { id, words: words.get(id) ?? '' };
        try {
          const held = await hold(tx, ctx, actor, id);
          const fact = await recordAct(tx, ctx, actor, held, { act: input.act, happenedOn });
          result.done.push({ ...named, factId: input.dry ? null : fact.id });
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
          result.refused.push({ ...named, reason: error.message });
        }
      }
      if (input.dry) throw new DryRun(result);
      await refreshNow(
        tx,
        actor.agencyId,
        result.done.map(({ id }) => id),
        calendar,
      );
      return result;
    });
    tellChanged(ctx, actor.agencyId);
    return result;
  } catch (error) {
    if (error instanceof DryRun) return error.result;
    throw error;
  }
}

/** Somebody else who was reminded of one of the directives after what was done to it; null where nobody was. */
async function toldSince(
  tx: Tx,
  { agencyId, personId }: Actor,
  factIds: readonly string[],
): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select p.full_name as name from directive_fact f
    join urging_told t on t.agency_id = f.agency_id and t.directive_id = f.directive_id and t.recorded_at > f.recorded_at
    join person p on p.agency_id = t.agency_id and p.id = t.person_id
    where f.agency_id = ${agencyId} and f.id = any(${[...factIds]}::uuid[]) and t.person_id is distinct from ${personId}
    order by t.recorded_at, t.id limit 1`.execute(tx);
  return rows[0]?.name ?? null;
}

/**
 * Takes back what was done to many, all or nothing, until others were told: whoever was reminded meanwhile may have acted
 * on it. One by one it can still be taken back, which the history shows. @throws Refused 404, 409
 */
export async function undoMany(
  ctx: Context,
  actor: Actor,
  facts: readonly { id: string; factId: string }[],
): Promise<{ undone: number }> {
  const calendar = await ctx.calendar();
  const about = { action: 'directive.retracted.many', recordKind: 'directive', detail: { facts } };
  await command(ctx, actor, about, async (tx) => {
    const told = await toldSince(
      tx,
      actor,
      facts.map(({ factId }) => factId),
    );
    if (told !== null)
      throw Refused.conflict(
        `Đã báo cho ${told} sau khi làm nên không hoàn tác cả loạt được. Mở từng nhiệm vụ để rút lại nếu cần.`,
      );
    for (const { id, factId } of facts.toSorted((a, b) => a.id.localeCompare(b.id))) {
      const held = await hold(tx, ctx, actor, id);
      await recordRetraction(tx, ctx, actor, held, { factId, reason: 'Hoàn tác việc làm hàng loạt' });
    }
    await refreshNow(
      tx,
      actor.agencyId,
      facts.map(({ id }) => id),
      calendar,
    );
  });
  tellChanged(ctx, actor.agencyId);
  return { undone: facts.length };
}
