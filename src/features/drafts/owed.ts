import type { Calendar } from '../../domain/calendar/calendar.ts';
import { opinionsOf } from '../../domain/drafts/opinions.ts';
import { draftStandingOf, endedOn } from '../../domain/drafts/standing.ts';
import type { Tx } from '../../storage/store.ts';
import type { Followed } from '../organisation/followed.ts';
import { partyOn } from '../planning/lead.ts';
import type { Waiting } from '../planning/owed.ts';
import { dueSettingsByDay } from '../settings/settings.ts';
import { knownDrafts, lastDayOf } from './queries.ts';

/** Opinions on legal drafts under way that units were asked for and have not given. */
export async function opinionsAwaited(
  tx: Tx,
  agencyId: string,
  { today, followed, calendar }: { today: string; followed: Followed; calendar: Calendar },
): Promise<Waiting[]> {
  const dueSettings = await dueSettingsByDay(tx, agencyId);
  return (await knownDrafts(tx, agencyId)).flatMap(({ id: recordId, facts }) => {
    const standing = draftStandingOf(facts, { asOf: today });
    if (standing === null || endedOn(standing) !== null) return [];
    const opinions = opinionsOf(facts, today, lastDayOf(standing, { calendar, dueSettings }));
    return opinions.flatMap(({ id, whom, sentOn, lastDay, answeredOn }) => {
      if (answeredOn !== null || whom.unitId === undefined) return [];
      const now = partyOn(followed, whom, today);
      return [
        {
          ...({ kind: 'opinion', owedId: id, recordId, words: standing.now.title } as const),
          ...{ due: lastDay, since: sentOn },
          facts: facts.length,
          whose: async () => [{ unitId: now.unitId, unit: now.name, missing: [] }],
        },
      ];
    });
  });
}
