import type { Followed } from '../organisation/followed.ts';
import type { SavedView } from './contract.ts';

/** Search parameters that name units, each joined by commas. */
const named = ['unit', 'givenBy', 'waiting'] as const;

/** Whether a kept query names a unit. */
export const namesUnits = (query: string): boolean => {
  const search = new URLSearchParams(query);
  return named.some((name) => search.has(name));
};

/**
 * A kept query by what its units have become: a unit that is no more is looked for together with its successors, the
 * standing ones first, since what it finished stays its own. What waits for a unit waits for its one successor.
 * @param days the day it was kept and today; a query as of a day keeps the units of that day
 */
export function followUnits(
  query: string,
  followed: Followed,
  { keptOn, today }: { keptOn: string; today: string },
): Pick<SavedView, 'query' | 'units'> {
  const search = new URLSearchParams(query);
  const day = search.get('asOf') ?? today;
  const units: SavedView['units'] = [];
  for (const name of named) {
    const ids = search.get(name)?.split(',') ?? [];
    for (const id of ids) {
      const from = followed.nameOn(id, keptOn);
      const { standing } = followed.successors(id, day);
      const to = (standing.length > 0 ? standing : [id]).flatMap((one) => followed.nameOn(one, day) ?? []);
      if (from !== null && (to.length > 1 || to[0] !== from)) units.push({ from, to });
    }
    const next = ids.flatMap((id) => followed.withSuccessors(id, day));
    if (name !== 'waiting' && ids.length > 0) search.set(name, [...new Set(next)].join(','));
    if (name === 'waiting' && followed.successors(ids[0] ?? '', day).standing.length === 1)
      search.set(name, next[0] ?? '');
  }
  return { query: search.toString(), units };
}
