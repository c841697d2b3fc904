import { sql } from 'kysely';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import { lateness } from '../../domain/calendar/due.ts';
import type { InNameOf } from '../../domain/directives/facts.ts';
import { isFirstOfWeek, mayPost } from '../../domain/urging/quiet.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { type DigestLine, writeDigest } from '../../writing/digest.ts';
import { calledOffNews } from '../conferences/news.ts';
import type { Context } from '../context.ts';
import { isOpenAccess } from '../session/access.ts';
import { settingsOf } from '../settings/settings.ts';
import { sweepAgency } from '../sweep.ts';
import { handedWork } from './handed.ts';
import { type News, untold } from './news.ts';
import { owedLines } from './owed.ts';
import { peopleOn, recipientsFrom } from './recipients.ts';
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
    about: [],
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
  news: News[];
  /** Of what units owe beside their directives, by person. */
  owed: (personId: string) => DigestLine[];
  summaries: (personId: string) => ReturnType<Awaited<ReturnType<typeof summariesFor>>>;
  today: Temporal.PlainDate;
  calendar: Calendar;
}

/** The lines of a letter: work that is new and reminded of at once stands once, as the reminder, and says that it is new. */
function linesOf(
  told: readonly Told[],
  news: readonly News[],
  owed: readonly DigestLine[],
  lineOfTold: (told: Told) => DigestLine,
): DigestLine[] {
  const reminded = new Set(told.map(({ directiveId }) => directiveId));
  const isReminded = ({ directiveId }: News) => directiveId !== null && reminded.has(directiveId);
  const isNew = new Map(news.filter(isReminded).map((one) => [one.directiveId, one.line]));
  return [
    ...news.filter((one) => !isReminded(one)).map(({ line }) => line),
    ...owed,
    ...told.map((one) => {
      const fresh = isNew.get(one.directiveId);
      const line = lineOfTold(one);
      return fresh ? { ...line, about: ['mới giao', ...fresh.about] } : line;
    }),
  ];
}

/** Writes one person's letter where there is anything to say. */
async function writeLetter(tx: Tx, ctx: Context, agencyId: string, person: Addressee, writing: Writing) {
  const { today, calendar, agencyName } = writing;
  const { url } = ctx.config;
  const told = writing.told.filter(({ personId }) => personId === person.id);
  const news = writing.news.filter(({ personId }) => personId === person.id);
  const owed = writing.owed(person.id);
  const summaries = writing.summaries(person.id);
  if (told.length + news.length + owed.length + summaries.length === 0) return false;
  const id = uuidv7();
  const lines = linesOf(told, news, owed, (one) => lineOf(one, today, calendar, url));
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
  if (news.length > 0)
    await tx
      .insertInto('letter_news')
      .values(
        news.flatMap(({ factIds }) =>
          factIds.map((fact_id) => ({ agency_id: agencyId, fact_id, person_id: person.id, letter_id: id })),
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
    const people = await peopleOn(tx, agencyId, day);
    const { posts, standIns } = people;
    const holders = [...new Set([...posts, ...standIns].map(({ personId }) => personId))];
    const persons = await addressees(tx, agencyId, day, holders);
    if (persons.length === 0) return null;
    const agency = await tx
      .selectFrom('agency')
      .select('name')
      .where('id', '=', agencyId)
      .executeTakeFirstOrThrow();
    const about = { today, posts, standIns, agencyName: agency.name, url: ctx.config.url };
    const since = today.subtract({ days: staleDays }).toString();
    const newsDay = {
      ...{ agencyId, today: day, since, calendar, people },
      url: ctx.config.url,
      recipients: recipientsFrom(people),
    };
    const weekly = settings['digest.weekly'] && isFirstOfWeek(today, calendar);
    const writing: Writing = {
      agencyName: agency.name,
      told: await unwritten(tx, agencyId, today),
      news: await untold(tx, agencyId, [
        ...(await calledOffNews(tx, newsDay)),
        ...(await handedWork(tx, newsDay)),
      ]),
      owed: await owedLines(tx, ctx, agencyId, { calendar, since }),
      summaries: weekly ? await summariesFor(tx, agencyId, about) : () => [],
      today,
      calendar,
    };
    let letters = 0;
    for (const person of persons) if (await writeLetter(tx, ctx, agencyId, person, writing)) letters += 1;
    return letters > 0 ? { letters } : null;
  });
}
