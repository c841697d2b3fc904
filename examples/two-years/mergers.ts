import type { Party } from '../../src/domain/documents/reading.ts';
import type { Reorganisation } from '../../src/domain/organisation/reorganisation.ts';
import type { Actor, Context } from '../../src/features/context.ts';
import { insertUnit } from '../../src/features/organisation/units.ts';
import { uuidv7 } from '../../src/storage/ids.ts';
import type { Tx } from '../../src/storage/store.ts';
import { momentOf } from './moment.ts';
import type { Department } from './replay.ts';
import { formerUnits } from './works.ts';

/** A unit of the first year, and what became of it. */
export interface Merger {
  unitId: string;
  into: Party;
  on: Temporal.PlainDate;
  decision: Reorganisation['decision'];
  /** Directives that were open and moved along. */
  moved: string[];
}

/** The former units, open from the beginning until the day they are merged away; their people are their successors'. */
export async function openFormerUnits(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  { units, teams }: Department,
  days: readonly Temporal.PlainDate[],
): Promise<Merger[]> {
  const mergers: Merger[] = [];
  for (const [index, { name, abbreviation, into, act }] of formerUnits.entries()) {
    const on = days[index] ?? ctx.today();
    const openedOn = ctx.today().subtract({ years: 4 }).with({ month: 1, day: 1 }).toString();
    const unitId = await insertUnit(tx, ctx, actor, { name, abbreviation, openedOn });
    await tx
      .insertInto('unit_closing')
      .values({ ...stampOf(actor, on), unit_id: unitId, closed_on: on.toString() })
      .execute();
    const team = teams.get(into);
    units.set(name, unitId);
    if (team) teams.set(name, team);
    mergers.push({
      unitId,
      into: { name: into, unitId: units.get(into) ?? '' },
      on,
      decision: { number: act, on: on.subtract({ days: 12 }).toString() },
      moved: [],
    });
  }
  return mergers;
}

const stampOf = (actor: Actor, on: Temporal.PlainDate) => ({
  agency_id: actor.agencyId,
  recorded_at: momentOf(on, 59),
  recorded_by: actor.personId,
});

/** The reviewed act behind a merger, with each directive that moved: its hand-over list is made from these. */
export async function recordMerger(
  tx: Tx,
  actor: Actor,
  { unitId, into, on, decision, moved }: Merger,
): Promise<void> {
  const stamp = stampOf(actor, on);
  const reorganisation_id = uuidv7();
  await tx
    .insertInto('reorganisation')
    .values({
      ...stamp,
      id: reorganisation_id,
      kind: 'merge',
      effective_on: on.toString(),
      decision_number: decision.number,
      decided_on: decision.on,
    })
    .execute();
  const sides = { from_unit_id: unitId, to_unit_id: into.unitId ?? '' };
  await tx
    .insertInto('reorganisation_line')
    .values({ ...stamp, ...sides, id: uuidv7(), reorganisation_id, succeeds: true })
    .execute();
  if (moved.length > 0)
    await tx
      .insertInto('reorganisation_move')
      .values(
        moved.map((record_id) => ({
          ...stamp,
          ...sides,
          id: uuidv7(),
          reorganisation_id,
          record: 'directive' as const,
          record_id,
          moved_on: on.toString(),
        })),
      )
      .execute();
}
