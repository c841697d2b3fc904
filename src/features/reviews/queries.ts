import { z } from 'zod';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import type { RecordUnit } from '../../domain/figures/figure.ts';
import { contentOf, missingOf, type ReviewContent, type ReviewRead } from '../../domain/reviews/content.ts';
import { differenceOf } from '../../domain/reviews/difference.ts';
import { familyOf, type ReviewFigure } from '../../domain/reviews/figures.ts';
import {
  emptyPage,
  notComposed,
  type ReviewStanding,
  type SignedVersion,
} from '../../domain/reviews/standing.ts';
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
import {
  findSnapshot,
  type KnownReview,
  knownReview,
  knownReviews,
  type NamedRecord,
  readRegister,
  recordsNamed,
  type Snapshot,
  unnamed,
} from './read.ts';
import { reviewFacts } from './signer.ts';

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
  earlier = false,
) {
  const { words, confirmed } = pages.get(unitId) ?? emptyPage;
  return {
    signed: signed !== null || earlier,
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

/** A review as it stands for the actor, or a version as it was signed. @throws Refused 404 */
export async function getReviewOf(ctx: Context, actor: Actor, id: string, version?: number): Promise<Review> {
  const calendar = await ctx.calendar();
  return ctx.store.read(actor.scope, (tx) => presentReview(tx, ctx, actor, id, calendar, version));
}

/** What of a review is shown: what was signed, or what the register makes of it while it is open. */
export interface ShownReview {
  known: KnownReview;
  content: ReviewContent;
  /** Undefined where the register of today is shown. */
  snapshot: Snapshot | undefined;
}

/** A version of a review, unless told the one that stands. @throws Refused 404 */
export async function shownReview(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  id: string,
  { calendar, version, read }: { calendar: Calendar; version?: number | undefined; read?: ReviewRead },
): Promise<ShownReview> {
  const known = await knownReview(tx, actor.agencyId, id);
  const { signed, period } = known.standing;
  const which = version ?? signed?.version;
  if (which === undefined || which === 0) {
    const register = read ?? (await readRegister(tx, ctx, actor, period, calendar));
    return { known, content: contentOf(known.standing, register), snapshot: undefined };
  }
  const snapshot = await findSnapshot(tx, actor.agencyId, id, which);
  if (!snapshot) throw Refused.notFound();
  return { known, content: snapshot.content, snapshot };
}

/** As `getReviewOf`, within a transaction. */
export async function presentReview(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  id: string,
  calendar: Calendar,
  version?: number,
): Promise<Review> {
  const { period } = (await knownReview(tx, actor.agencyId, id)).standing;
  const read = await readRegister(tx, ctx, actor, period, calendar);
  const { known, content, snapshot } = await shownReview(tx, ctx, actor, id, { calendar, version, read });
  const { standing } = known;
  const { composed, pages, versions } = standing;
  const earlier = snapshot !== undefined && snapshot.version !== standing.signed?.version;
  const speaker = await speakerOf(tx, ctx, actor);
  return {
    ...rowOf(known),
    readUntil: content.rules.readUntil,
    figures: content.figures.map(told),
    overdue: content.overdue,
    sections: content.sections.map((section) => {
      const { version, last } = composed.get(section.section) ?? notComposed;
      return { ...section, version, composed: last, typed: typedNumbers(section.words) };
    }),
    units: content.units.map((unit) => ({
      ...unit,
      figures: unit.figures.map(told),
      missing: missingOf(unit),
      version: (pages.get(unit.unitId) ?? emptyPage).version,
      abilities: pagePolicy.abilitiesOf(actor, pageFacts(standing, unit, speaker, earlier)),
    })),
    versions: versions.map(asTold),
    signature: versions.filter(({ version }) => version === snapshot?.version).map(asTold)[0] ?? null,
    difference: snapshot
      ? await differenceSince(tx, ctx, actor, { content: snapshot.content, now: read.figures, calendar })
      : null,
    abilities: reviewPolicy.abilitiesOf(actor, await reviewFacts(tx, ctx, actor, known, earlier)),
  };
}

const asTold = ({ lines, ...version }: SignedVersion) => ({ ...version, lines: [...lines] });

/** What differs today from what was signed, told by the records. */
async function differenceSince(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  {
    content: { figures: signed, period },
    now,
    calendar,
  }: { content: ReviewContent; now: readonly ReviewFigure[]; calendar: Calendar },
): Promise<NonNullable<Review['difference']>> {
  const differing = differenceOf(signed, now);
  const moved = new Map<string, { family: RecordUnit; entered: string[]; left: string[] }>();
  for (const { key, name, entered, left } of differing)
    for (const side of ['entered', 'left'] as const)
      for (const recordId of { entered, left }[side]) {
        const one = moved.get(recordId) ?? { family: familyOf(key), entered: [], left: [] };
        one[side].push(name);
        moved.set(recordId, one);
      }
  const named = new Map<string, NamedRecord>();
  for (const [family, some] of Map.groupBy(moved, ([, one]) => one.family)) {
    const ids = some.map(([id]) => id);
    for (const [id, one] of await recordsNamed(tx, ctx, actor, { family, ids, period, calendar }))
      named.set(id, one);
  }
  return {
    figures: differing.map(({ entered: _, left: __, ...figure }) => figure),
    records: [...moved].map(([id, { entered, left }]) => ({
      ...{ id, entered, left },
      ...(named.get(id) ?? unnamed),
    })),
  };
}

type Asked = z.output<NonNullable<(typeof listReviewRecords)['query']>>;

/** A page of the records behind a figure of a review, of a signed one those counted then. @throws Refused 404 */
export async function listRecordsOfReview(
  ctx: Context,
  actor: Actor,
  id: string,
  { figure: key, unit, version, cursor, limit }: Asked,
): Promise<z.infer<(typeof listReviewRecords)['reply']>> {
  const calendar = await ctx.calendar();
  const after = readCursor(cursor, z.tuple([Id]))?.[0];
  return ctx.store.read(actor.scope, async (tx) => {
    const { content } = await shownReview(tx, ctx, actor, id, { calendar, version });
    const { figures, units } = content;
    const all = unit === undefined ? figures : units.find(({ unitId }) => unitId === unit)?.figures;
    const figure = all?.find((one) => one.key === key);
    if (!figure) throw Refused.notFound();
    const rest = figure.recordIds.filter((one) => after === undefined || one > after);
    const ids = rest.slice(0, limit);
    const family = familyOf(key);
    const named = await recordsNamed(tx, ctx, actor, { family, ids, period: content.period, calendar });
    const last = ids.at(-1);
    return {
      items: ids.map((one) => ({ id: one, ...(named.get(one) ?? unnamed) })),
      next: rest.length > limit && last !== undefined ? cursorOf([last]) : null,
      total: figure.recordIds.length,
      figure: told(figure),
      family,
    };
  });
}
