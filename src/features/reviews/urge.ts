import { sql } from 'kysely';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import { lateness } from '../../domain/calendar/due.ts';
import type { InNameOf } from '../../domain/directives/facts.ts';
import { missingWords } from '../../domain/reviews/content.ts';
import { type Ladder, remindersOn, type Urgeable } from '../../domain/urging/ladder.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { json } from '../../storage/schema/foundation.ts';
import type { Tx } from '../../storage/store.ts';
import type { DigestLine } from '../../writing/digest.ts';
import type { Context } from '../context.ts';
import { ladderOf, settingsOf } from '../settings/settings.ts';
import { sweepAgency } from '../sweep.ts';
import { peopleOn, recipientsFrom } from '../urging/recipients.ts';
import { sayAbsent } from '../urging/stand-ins.ts';
import { remindersTo } from '../urging/tell.ts';
import { type MissingPage, missingPages, openReviews } from './missing.ts';
import { type KnownReview, knownReviews } from './read.ts';

interface Told {
  unitId: string;
  personId: string;
  day: string;
}

async function toldOf(tx: Tx, agencyId: string, reviewId: string): Promise<Told[]> {
  return tx
    .selectFrom('review_told')
    .select(['unit_id as unitId', 'person_id as personId', 'day'])
    .where('agency_id', '=', agencyId)
    .where('review_id', '=', reviewId)
    .orderBy('day')
    .execute();
}

/** The last day of the ladder that has come for a review; undefined where none has since it was opened. */
function lastRung({ standing }: KnownReview, ladder: Ladder, today: string, calendar: Calendar) {
  const due = Temporal.PlainDate.from(standing.unitsUntil);
  return [...ladder.person, ...ladder.head, ...ladder.director]
    .map((step) => calendar.addWorkingDays(due, step).toString())
    .filter((on) => on <= today && on >= standing.opened.on)
    .reduce<string | undefined>((last, on) => (last !== undefined && last > on ? last : on), undefined);
}

/**
 * When a review was last read in vain, by its id: the whole register is read for that, which need not be again before
 * something happens to the review or a new day comes.
 */
const readInVain = new Map<string, string>();
const momentOf = ({ facts }: KnownReview, today: string) => `${today} ${facts}`;

/**
 * Tells who answers for a unit that its page of a review is missing, on the days of the agency's ladder around the day
 * the units have; each telling is a fact.
 * @returns how many were told; null where nothing was due
 */
export async function tellMissingPages(ctx: Context, agencyId: string): Promise<{ told: number } | null> {
  const calendar = await ctx.calendar();
  const today = ctx.today().toString();
  const open = await ctx.store.read({ agencies: [agencyId] }, (tx) => openReviews(tx, agencyId, today));
  const unread = open.filter((known) => readInVain.get(known.id) !== momentOf(known, today));
  if (unread.length === 0) return null;
  const act = { action: 'review.urged', recordKind: 'review' };
  return sweepAgency(ctx, agencyId, act, async (tx) => {
    const ladder = ladderOf(await settingsOf(tx, agencyId, today));
    const recipients = recipientsFrom(await peopleOn(tx, agencyId, today));
    const due = async (known: KnownReview) => {
      const rung = lastRung(known, ladder, today, calendar);
      const told = await toldOf(tx, agencyId, known.id);
      // The register is read only where a rung has come that nobody was told of yet.
      if (rung === undefined || told.some(({ day }) => day >= rung)) return [];
      const pages = await missingPages(tx, ctx, { agencyId }, known, calendar);
      const reminders = pages.flatMap((page) => remindersOf(known, page, told));
      if (reminders.length === 0) readInVain.set(known.id, momentOf(known, today));
      return reminders;
    };
    const remindersOf = ({ id, standing }: KnownReview, { unitId }: MissingPage, told: Told[]) => {
      const before = new Map(
        told.filter((one) => one.unitId === unitId).map(({ personId, day }) => [personId, day]),
      );
      const page: Urgeable = {
        ...({ id, kind: 'do', phase: 'given', suspended: false } as const),
        ...{ due: standing.unitsUntil, givenOn: standing.opened.on },
      };
      return remindersTo(recipients({ leadUnitId: unitId, assigneeId: null }), (rungs) =>
        remindersOn(page, rungs, before, ladder, { today, calendar }),
      ).map(({ personId, step, inNameOf }) => ({
        ...{ agency_id: agencyId, id: uuidv7(), review_id: id, unit_id: unitId, person_id: personId },
        ...{ day: today, step, in_name_of: inNameOf && json(inNameOf) },
        recorded_at: ctx.clock().toString(),
      }));
    };
    const rows: Awaited<ReturnType<typeof due>> = [];
    for (const known of unread) rows.push(...(await due(known)));
    if (rows.length === 0) return null;
    await tx.insertInto('review_told').values(rows).execute();
    return { told: rows.length };
  });
}

interface Unwritten {
  reviewId: string;
  unitId: string;
  personId: string;
  unit: string | null;
  inNameOf: InNameOf | null;
}

/** Lines of a day's digests about pages of reviews that still wait, of what no letter has carried yet. */
export async function pageLines(
  tx: Tx,
  agencyId: string,
  { today, calendar, url, since }: { today: string; calendar: Calendar; url: string; since: string },
): Promise<(personId: string) => DigestLine[]> {
  const { rows } = await sql<Unwritten>`
    select distinct on (t.person_id, t.review_id, t.unit_id) t.review_id as "reviewId", t.unit_id as "unitId",
      t.person_id as "personId", t.in_name_of as "inNameOf", (
        select u.name from unit_name u where u.agency_id = t.agency_id and u.unit_id = t.unit_id
          and u.from_day <= ${today} order by u.from_day desc, u.recorded_at desc limit 1) as unit
    from review_told t
    where t.agency_id = ${agencyId} and t.day > ${since}
      and not exists (select from letter l where l.agency_id = t.agency_id and l.person_id = t.person_id
        and l.recorded_at >= t.recorded_at)
    order by t.person_id, t.review_id, t.unit_id, t.day desc`.execute(tx);
  if (rows.length === 0) return () => [];
  const known = new Map((await knownReviews(tx, agencyId)).map((review) => [review.id, review.standing]));
  const lineOf = ({ reviewId, unitId, unit, inNameOf }: Unwritten): DigestLine[] => {
    const standing = known.get(reviewId);
    if (!standing || standing.signed !== null || standing.pages.get(unitId)?.confirmed) return [];
    const due = standing.unitsUntil;
    const missing = missingWords(standing.pages.get(unitId)?.words ?? {});
    return [
      {
        words: `Sơ kết ${standing.period.words}: phần của đơn vị còn thiếu ${missing}`,
        ...{ lead: unit, due, lateness: lateness(due, today, calendar).words },
        inNameOf: inNameOf && sayAbsent(inNameOf),
        when: due < today ? 'late' : due === today ? 'today' : 'ahead',
        url: `${url}/reviews/${reviewId}`,
      },
    ];
  };
  const byPerson = Map.groupBy(rows, ({ personId }) => personId);
  return (personId) => (byPerson.get(personId) ?? []).flatMap(lineOf);
}
