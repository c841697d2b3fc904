import type { Calendar } from '../../domain/calendar/calendar.ts';
import { lateness, lateOf } from '../../domain/calendar/due.ts';
import { contentOf, type Missing, missingOf } from '../../domain/reviews/content.ts';
import type { Tx } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import { standingUnits } from '../planning/lead.ts';
import { speakingFor } from '../planning/spoken.ts';
import type { WaitingPage } from './contract.ts';
import { speakerOf } from './queries.ts';
import { type KnownReview, knownReviews, readRegister } from './read.ts';

/** A unit's page that a review waits for. */
export interface MissingPage {
  unitId: string;
  unit: string;
  missing: Missing[];
}

/** Reviews under way whose period has begun: only they wait for anybody. */
export async function openReviews(tx: Tx, agencyId: string, today: string): Promise<KnownReview[]> {
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

/** What reviews under way wait for from the units the actor speaks for, the nearest deadline first. */
export async function waitingPages(ctx: Context, actor: Actor): Promise<{ items: WaitingPage[] }> {
  const calendar = await ctx.calendar();
  return ctx.store.read(actor.scope, async (tx) => {
    const { today, followed, spoken } = await speakerOf(tx, ctx, actor);
    if (spoken.size === 0) return { items: [] };
    const items: WaitingPage[] = [];
    for (const known of await openReviews(tx, actor.agencyId, today)) {
      const { period, unitsUntil } = known.standing;
      const late = lateness(unitsUntil, today, calendar);
      for (const page of await missingPages(tx, ctx, actor, known, calendar)) {
        const units = standingUnits(followed, { unitId: page.unitId, name: page.unit }, today);
        if (speakingFor(spoken, units) === undefined) continue;
        const until = { unitsUntil, lateness: late.words, late: lateOf(late, false) };
        items.push({ reviewId: known.id, words: period.words, ...page, ...until });
      }
    }
    return { items: items.toSorted((a, b) => (a.unitsUntil < b.unitsUntil ? -1 : 1)) };
  });
}
