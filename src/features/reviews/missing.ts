import type { Calendar } from '../../domain/calendar/calendar.ts';
import { contentOf, type Missing, missingOf } from '../../domain/reviews/content.ts';
import type { Tx } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import type { Followed } from '../organisation/followed.ts';
import { partyOn } from '../planning/lead.ts';
import type { Waiting } from '../planning/owed.ts';
import { type KnownReview, knownReviews, readRegister } from './read.ts';

/** A unit's page that a review waits for. */
export interface MissingPage {
  unitId: string;
  unit: string;
  missing: Missing[];
}

/** Reviews under way whose period has begun: only they wait for anybody. */
async function openReviews(tx: Tx, agencyId: string, today: string): Promise<KnownReview[]> {
  const known = await knownReviews(tx, agencyId);
  return known.filter(({ standing: { signed, period } }) => signed === null && period.from <= today);
}

/** Pages of a review that are not confirmed. */
export async function missingPages(
  tx: Tx,
  ctx: Context,
  agency: Pick<Actor, 'agencyId'>,
  { standing }: KnownReview,
  calendar: Calendar,
): Promise<MissingPage[]> {
  const { units } = contentOf(standing, await readRegister(tx, ctx, agency, standing.period, calendar));
  return units
    .map((unit) => ({ unitId: unit.unitId, unit: unit.name, missing: missingOf(unit) }))
    .filter(({ missing }) => missing.length > 0);
}

/** Reviews under way as what units owe their pages to. */
export async function pagesAwaited(
  tx: Tx,
  ctx: Context,
  agencyId: string,
  { today, followed, calendar }: { today: string; followed: Followed; calendar: Calendar },
): Promise<Waiting[]> {
  return (await openReviews(tx, agencyId, today)).map((known) => ({
    ...({ kind: 'review-page', owedId: known.id, recordId: known.id } as const),
    words: known.standing.period.words,
    ...{ due: known.standing.unitsUntil, since: known.standing.opened.on },
    facts: known.facts,
    whose: async () => {
      const pages = await missingPages(tx, ctx, { agencyId }, known, calendar);
      return pages.map(({ unitId, unit, missing }) => {
        const now = partyOn(followed, { unitId, name: unit }, today);
        return { unitId: now.unitId, unit: now.name, missing };
      });
    },
  }));
}
