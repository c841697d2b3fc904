import type { Tx } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import type { ProgrammeItem } from './contract.ts';
import { type KnownProgramme, knownItems, knownProgramme, presentItem, shownOn } from './queries.ts';

/**
 * Items of all programmes of some years that were approved by a day, each as it stood then.
 * @param then the day, and the moment up to which what was recorded counts; all counts unless told
 */
export async function programmesThen(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  years: { first: number; last: number },
  { asOf, knownAt }: { asOf: string; knownAt?: string },
): Promise<ProgrammeItem[]> {
  const found = await tx
    .selectFrom('programme as g')
    .innerJoin('programme_approval as a', (join) =>
      join.onRef('a.agency_id', '=', 'g.agency_id').onRef('a.programme_id', '=', 'g.id'),
    )
    .select('g.year')
    .where('g.agency_id', '=', actor.agencyId)
    .where('g.year', '>=', years.first)
    .where('g.year', '<=', years.last)
    .where('a.approved_on', '<=', asOf)
    .$if(knownAt !== undefined, (query) => query.where('a.recorded_at', '<=', knownAt ?? ''))
    .execute();
  const items: ProgrammeItem[] = [];
  for (const { year } of found) {
    const known = await knownProgramme(tx, actor.agencyId, { year });
    if (known) items.push(...(await itemsOf(tx, ctx, actor, known, { asOf, knownAt })));
  }
  return items;
}

async function itemsOf(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  known: KnownProgramme,
  { asOf, knownAt }: { asOf: string; knownAt: string | undefined },
): Promise<ProgrammeItem[]> {
  const items = await knownItems(tx, actor.agencyId, { programmeId: known.id }, knownAt);
  const shown = await shownOn(tx, ctx, actor, { items, asOf, knownAt });
  return items.map((item) => presentItem(item, known, shown)).filter((item) => item !== null);
}
