import type { Tx } from '../../storage/store.ts';
import type { Followed } from '../organisation/followed.ts';
import { partyOn } from '../planning/lead.ts';
import type { Waiting } from '../planning/owed.ts';
import { listedConferences } from './read.ts';

/** Answers to proposals of units that are owed and not given yet. */
export async function answersAwaited(
  tx: Tx,
  agencyId: string,
  { today, followed }: { today: string; followed: Followed },
): Promise<Waiting[]> {
  const known = await listedConferences(tx, agencyId);
  return known.flatMap(({ id: recordId, conference: { proposals, version } }) =>
    proposals.flatMap(({ id, words, owed, answered }) => {
      if (owed === null || answered !== null) return [];
      const now = partyOn(followed, owed.by, today);
      return [
        {
          ...({ kind: 'answer', owedId: id, recordId, words } as const),
          ...{ due: owed.due, since: owed.on },
          facts: version,
          whose: async () => [{ unitId: now.unitId, unit: now.name, missing: [] }],
        },
      ];
    }),
  );
}
