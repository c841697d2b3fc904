import { z } from 'zod';
import type { Actor, Context } from '../context.ts';
import { cursorOf, Moment, readCursor } from '../cursor.ts';
import type { IntakeState } from './contract.ts';
import type { ReadingDesk } from './desk.ts';
import { countDoubts, countWaiting, findIntakes, presentIntake, stateOf } from './rows.ts';

/** Receipt time and id of the last row of a page. */
const After = z.tuple([Moment, z.uuid()]);

/** A page of intakes, newest first, with how much of each review is clear. */
export async function listIntakes(
  ctx: Context,
  actor: Actor,
  desk: ReadingDesk,
  query: { state?: IntakeState; cursor?: string; limit: number; counted?: boolean },
) {
  const after = readCursor(query.cursor, After);
  const { rows, doubts, counts } = await ctx.store.read(actor.scope, async (tx) => {
    const found = await findIntakes(tx, actor.agencyId, {
      state: query.state,
      before: after && { receivedAt: after[0], id: after[1] },
      limit: query.limit + 1,
    });
    const reviewed = found.filter((row) => stateOf(row) === 'reviewing').map((row) => row.id);
    return {
      rows: found,
      doubts: await countDoubts(tx, actor.agencyId, reviewed),
      counts: query.counted ? await countWaiting(tx, actor.agencyId) : null,
    };
  });
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => presentIntake(actor, row, doubts.get(row.id), desk.progressOf(row.id))),
    next: rows.length > query.limit && last ? cursorOf([last.receivedAt, last.id]) : null,
    counts,
  };
}
