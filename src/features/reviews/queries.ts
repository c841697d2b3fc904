import { z } from 'zod';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import { contentOf, missingOf, type ReviewContent } from '../../domain/reviews/content.ts';
import { differenceOf } from '../../domain/reviews/difference.ts';
import type { ReviewFigure } from '../../domain/reviews/figures.ts';
import { emptyPage, notComposed, type ReviewStanding } from '../../domain/reviews/standing.ts';
import { typedNumbers } from '../../domain/reviews/words.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { cursorOf, readCursor } from '../cursor.ts';
import { type Followed, followedUnits } from '../organisation/followed.ts';
import { Id } from '../page.ts';
import { standingUnits } from '../planning/lead.ts';
import { type SpokenFor, speakingFor, unitsSpokenFor } from '../planning/spoken.ts';
import type { FigureTold, listReviewRecords, listReviews, Review, ReviewRow } from './contract.ts';
import { openingPolicy, pagePolicy, reviewPolicy } from './policy.ts';
import { findSnapshot, type KnownReview, knownReview, knownReviews, readRegister, wordsOf } from './read.ts';

/** For whom somebody may speak: their units on the day. */
export interface Speaker {
  today: string;
  followed: Followed;
  spoken: SpokenFor;
}

export async function speakerOf(tx: Tx, ctx: Context, actor: Actor): Promise<Speaker> {
  const today = ctx.today().toString();
  return {
    today,
    followed: await followedUnits(tx, actor.agencyId),
    spoken: await unitsSpokenFor(tx, actor, today),
  };
}

/** What the policy asks of a unit's page. */
export function pageFacts(
  { pages, signed }: ReviewStanding,
  { unitId, name }: { unitId: string; name: string },
  { today, followed, spoken }: Speaker,
) {
  const { words, confirmed } = pages.get(unitId) ?? emptyPage;
  return {
    signed: signed !== null,
    speaks: speakingFor(spoken, standingUnits(followed, { unitId, name }, today)) !== undefined,
    silent: missingOf({ words, confirmed: null }).includes('words'),
    confirmed: confirmed !== null,
  };
}

const rowOf = ({ id, standing }: KnownReview): ReviewRow => ({
  id,
  period: standing.period,
  unitsUntil: standing.unitsUntil,
  opened: standing.opened,
  signed: standing.signed && { on: standing.signed.on, by: standing.signed.by },
  confirmed: [...standing.pages.values()].filter(({ confirmed }) => confirmed !== null).length,
});

/** Reviews of the agency, the latest opened first. */
export async function listReviewsOf(
  ctx: Context,
  actor: Actor,
): Promise<z.infer<(typeof listReviews)['reply']>> {
  const known = await ctx.store.read(actor.scope, (tx) => knownReviews(tx, actor.agencyId));
  return { items: known.map(rowOf), abilities: openingPolicy.abilitiesOf(actor, null) };
}

const told = ({ recordIds, ...figure }: ReviewFigure): FigureTold => ({
  ...figure,
  records: recordIds.length,
});

/** A review as it stands for the actor. @throws Refused 404 */
export async function getReviewOf(ctx: Context, actor: Actor, id: string): Promise<Review> {
  const calendar = await ctx.calendar();
  return ctx.store.read(actor.scope, (tx) => presentReview(tx, ctx, actor, id, calendar));
}

/** As `getReviewOf`, within a transaction. */
export async function presentReview(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  id: string,
  calendar: Calendar,
): Promise<Review> {
  const known = await knownReview(tx, actor.agencyId, id);
  const { standing } = known;
  const { composed, pages, signed, period } = standing;
  const read = await readRegister(tx, ctx, actor, period, calendar);
  const snapshot = await findSnapshot(tx, actor.agencyId, id);
  const content = snapshot?.content ?? contentOf(standing, read);
  const speaker = await speakerOf(tx, ctx, actor);
  return {
    ...rowOf(known),
    readUntil: content.rules.readUntil,
    figures: content.figures.map(told),
    sections: content.sections.map((section) => {
      const { version, last } = composed.get(section.section) ?? notComposed;
      return { ...section, version, composed: last, typed: typedNumbers(section.words) };
    }),
    units: content.units.map((unit) => ({
      ...unit,
      figures: unit.figures.map(told),
      missing: missingOf(unit),
      version: (pages.get(unit.unitId) ?? emptyPage).version,
      abilities: pagePolicy.abilitiesOf(actor, pageFacts(standing, unit, speaker)),
    })),
    signature: signed && {
      ...{ at: signed.at, sha256: signed.sha256, missing: signed.missing, reason: signed.reason },
    },
    difference: snapshot ? await differenceSince(tx, actor.agencyId, snapshot.content, read.figures) : null,
    abilities: reviewPolicy.abilitiesOf(actor, {
      ...{ signed: signed !== null, cutOff: period.cutOff, today: speaker.today },
    }),
  };
}

/** What differs today from what was signed, told by the records. */
async function differenceSince(
  tx: Tx,
  agencyId: string,
  { figures: signed }: ReviewContent,
  today: readonly ReviewFigure[],
): Promise<NonNullable<Review['difference']>> {
  const differing = differenceOf(signed, today);
  const moved = new Map<string, { entered: string[]; left: string[] }>();
  for (const { name, entered, left } of differing)
    for (const side of ['entered', 'left'] as const)
      for (const recordId of { entered, left }[side]) {
        const one = moved.get(recordId) ?? { entered: [], left: [] };
        one[side].push(name);
        moved.set(recordId, one);
      }
  const words = await wordsOf(tx, agencyId, [...moved.keys()]);
  return {
    figures: differing.map(({ entered: _, left: __, ...figure }) => figure),
    records: [...moved].map(([id, sides]) => ({ id, words: words.get(id) ?? '', ...sides })),
  };
}

type Asked = z.output<NonNullable<(typeof listReviewRecords)['query']>>;

/** A page of the records behind a figure of a review, of a signed one those counted then. @throws Refused 404 */
export async function listRecordsOfReview(
  ctx: Context,
  actor: Actor,
  id: string,
  { figure: key, unit, cursor, limit }: Asked,
): Promise<z.infer<(typeof listReviewRecords)['reply']>> {
  const calendar = await ctx.calendar();
  const after = readCursor(cursor, z.tuple([Id]))?.[0];
  return ctx.store.read(actor.scope, async (tx) => {
    const { standing } = await knownReview(tx, actor.agencyId, id);
    const kept = (await findSnapshot(tx, actor.agencyId, id))?.content;
    const { figures, units } = kept ?? (await readRegister(tx, ctx, actor, standing.period, calendar));
    const all = unit === undefined ? figures : units.find(({ unitId }) => unitId === unit)?.figures;
    const figure = all?.find((one) => one.key === key);
    if (!figure) throw Refused.notFound();
    const rest = figure.recordIds.filter((one) => after === undefined || one > after);
    const ids = rest.slice(0, limit);
    const words = await wordsOf(tx, actor.agencyId, ids);
    const last = ids.at(-1);
    return {
      items: ids.map((one) => ({ id: one, words: words.get(one) ?? '' })),
      next: rest.length > limit && last !== undefined ? cursorOf([last]) : null,
      total: figure.recordIds.length,
      figure: told(figure),
    };
  });
}
