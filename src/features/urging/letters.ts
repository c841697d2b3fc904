import { sql } from 'kysely';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import { lateness } from '../../domain/calendar/due.ts';
import type { InNameOf } from '../../domain/directives/facts.ts';
import { isFirstOfWeek, mayPost } from '../../domain/urging/quiet.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type DigestLine, writeDigest } from '../../writing/digest.ts';
import type { Context } from '../context.ts';
import { pageLines } from '../reviews/urge.ts';
import { isOpenAccess } from '../session/access.ts';
import { settingsOf } from '../settings/settings.ts';
import { sweepAgency } from '../sweep.ts';
import { peopleOn } from './recipients.ts';
import { sayAbsent, stillStandsIn } from './stand-ins.ts';
import { summariesFor } from './summaries.ts';
import { urgedInSql } from './tell.ts';

/** A reminder nobody could be written about within these days has had its time in the application alone. */
const staleDays = 7;

interface Told {
  /** Every telling no letter carries yet: one directive stands in a letter once. */
  toldIds: string[];
  directiveId: string;
  personId: string;
  words: string;
  due: string;
  lead: string | null;
  inNameOf: InNameOf | null;
}

interface Addressee {
  id: string;
  fullName: string;
}

/** The time of the offices. */
export const officeTime = (ctx: Context): Temporal.PlainDateTime =>
  ctx.clock().toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDateTime();

/** Persons with an address and a post who have had no letter today; nobody whose account was closed. */
async function addressees(tx: Tx, agencyId: string, day: string, holders: readonly string[]) {
  const { rows } = await sql<Addressee>`
    select p.id, p.full_name as "fullName" from person p
    where p.agency_id = ${agencyId} and p.email is not null and p.id = any(${[...holders]}::uuid[])
      and not exists (select from letter l where l.agency_id = p.agency_id and l.person_id = p.id and l.day = ${day})
      and not exists (select from membership m where m.agency_id = p.agency_id and m.person_id = p.id
        and not ${isOpenAccess('membership', 'm')})
    order by p.sort_key, p.id`.execute(tx);
  return rows;
}

/** What people were told and no letter carries yet, as it stands now, of work that still waits for them. */
async function unwritten(tx: Tx, agencyId: string, today: Temporal.PlainDate): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select array_agg(t.id) as "toldIds", t.directive_id as "directiveId", t.person_id as "personId", d.words, n.due, coalesce((
        select u.name from unit_name u where u.agency_id = n.agency_id and u.unit_id = n.lead_unit_id
          and u.from_day <= ${today.toString()} order by u.from_day desc, u.recorded_at desc limit 1), n.lead_name) as lead,
      (array_agg(t.in_name_of order by t.day desc))[1] as "inNameOf"
    from urging_told t
    join directive_now n on n.agency_id = t.agency_id and n.directive_id = t.directive_id and ${urgedInSql}
    join directive d on d.agency_id = t.agency_id and d.id = t.directive_id
    where t.agency_id = ${agencyId} and t.day > ${today.subtract({ days: staleDays }).toString()}
      and ${stillStandsIn(today.toString())}
      and not exists (select from letter_told w where w.agency_id = t.agency_id and w.told_id = t.id)
    group by t.directive_id, t.person_id, d.words, n.agency_id, n.lead_unit_id, n.lead_name, n.due
    order by n.due, t.directive_id, t.person_id`.execute(tx);
  return rows;
}

function lineOf(told: Told, today: Temporal.PlainDate, calendar: Calendar, url: string): DigestLine {
  const day = today.toString();
  return {
    words: told.words,
    lead: told.lead,
    due: told.due,
    lateness: lateness(told.due, day, calendar).words,
    inNameOf: told.inNameOf && sayAbsent(told.inNameOf),
    when: told.due < day ? 'late' : told.due === day ? 'today' : 'ahead',
    url: `${url}/directives/${told.directiveId}`,
  };
}

/** What a digest of the day is written from. */
interface Writing {
  agencyName: string;
  told: Told[];
  /** Of pages of reviews that are missing, by person. */
  pages: (personId: string) => DigestLine[];
  summaries: (personId: string) => ReturnType<Awaited<ReturnType<typeof summariesFor>>>;
  today: Temporal.PlainDate;
  calendar: Calendar;
}

/** Writes one person's letter where there is anything to say. */
async function writeLetter(tx: Tx, ctx: Context, agencyId: string, person: Addressee, writing: Writing) {
  const { today, calendar, agencyName } = writing;
  const { url } = ctx.config;
  const told = writing.told.filter(({ personId }) => personId === person.id);
  const pages = writing.pages(person.id);
  const summaries = writing.summaries(person.id);
  if (told.length + pages.length + summaries.length === 0) return false;
  const id = uuidv7();
  const lines = [...pages, ...told.map((one) => lineOf(one, today, calendar, url))];
  const digest = {
    name: person.fullName,
    agency: agencyName,
    day: today.toString(),
    lines,
    summaries,
    url,
  };
  await tx
    .insertInto('letter')
    .values({
      agency_id: agencyId,
      id,
      person_id: person.id,
      day: today.toString(),
      message_id: `<${id}@${new URL(url).hostname}>`,
      ...writeDigest(digest),
      recorded_at: ctx.clock().toString(),
    })
    .execute();
  if (told.length > 0)
    await tx
      .insertInto('letter_told')
      .values(
        told.flatMap(({ toldIds }) =>
          toldIds.map((told_id) => ({ agency_id: agencyId, told_id, letter_id: id })),
        ),
      )
      .execute();
  return true;
}

/**
 * Writes the digests of the day, one a person, once the hour has come and no quiet hour or day off forbids it; sending
 * them is `postLetters`. Nothing is written where no mail server is named, nor in the demo.
 * @returns how many; null where none was due
 */
export async function writeLetters(ctx: Context, agencyId: string): Promise<{ letters: number } | null> {
  if (ctx.config.mail === null || ctx.config.demo) return null;
  const calendar = await ctx.calendar();
  const now = officeTime(ctx);
  const today = now.toPlainDate();
  const day = today.toString();
  const act = { action: 'letter.written', recordKind: 'letter' };
  return sweepAgency(ctx, agencyId, act, async (tx) => {
    const settings = await settingsOf(tx, agencyId, day);
    const quiet = { from: settings['quiet.from'], until: settings['quiet.until'] };
    if (!settings['digest.on'] || now.hour < settings['digest.hour'] || !mayPost(now, quiet, calendar))
      return null;
    const { posts, standIns } = await peopleOn(tx, agencyId, day);
    const holders = [...new Set([...posts, ...standIns].map(({ personId }) => personId))];
    const persons = await addressees(tx, agencyId, day, holders);
    if (persons.length === 0) return null;
    const agency = await tx
      .selectFrom('agency')
      .select('name')
      .where('id', '=', agencyId)
      .executeTakeFirstOrThrow();
    const about = { today, posts, standIns, agencyName: agency.name, url: ctx.config.url };
    const weekly = settings['digest.weekly'] && isFirstOfWeek(today, calendar);
    const writing: Writing = {
      agencyName: agency.name,
      told: await unwritten(tx, agencyId, today),
      pages: await pageLines(tx, agencyId, {
        ...{ today: day, calendar, url: ctx.config.url },
        since: today.subtract({ days: staleDays }).toString(),
      }),
      summaries: weekly ? await summariesFor(tx, agencyId, about) : () => [],
      today,
      calendar,
    };
    let letters = 0;
    for (const person of persons) if (await writeLetter(tx, ctx, agencyId, person, writing)) letters += 1;
    return letters > 0 ? { letters } : null;
  });
}
