import { sql } from 'kysely';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import { type DueSettings, lateness, lateOf } from '../../domain/calendar/due.ts';
import { dueDayOf } from '../../domain/directives/due-day.ts';
import { itemIsUnder, type ProgrammeFilter } from '../../domain/programme/filter.ts';
import {
  deadlineOfItem,
  type ItemFact,
  ItemState,
  itemStandingOf,
  itemStateOn,
} from '../../domain/programme/item.ts';
import { itemSentence } from '../../domain/programme/words.ts';
import type { SourceNamed } from '../../domain/targets/facts.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { asOfToday } from '../directives/queries.ts';
import { type Followed, followedUnits } from '../organisation/followed.ts';
import { type DirectiveThen, directivesOn } from '../planning/directives.ts';
import { toldColumns } from '../planning/fact-columns.ts';
import { partyOn } from '../planning/lead.ts';
import { historyOn, onlyToday } from '../planning/shown.ts';
import { dueSettingsByDay } from '../settings/settings.ts';
import type { Programme, ProgrammeItem, ProgrammeItemRecord } from './contract.ts';
import { itemPolicy, programmePolicy } from './policy.ts';

/** The programme of a year as far as it goes. */
export interface KnownProgramme {
  id: string;
  year: number;
  approval: { on: string; document: SourceNamed; by: string } | null;
}

/** Of a year, or with an item of this id; undefined where there is none. */
export async function knownProgramme(
  tx: Tx,
  agencyId: string,
  which: { year: number } | { itemId: string },
): Promise<KnownProgramme | undefined> {
  const { rows } = await sql<
    Omit<KnownProgramme, 'approval'> & { on: string | null; document: SourceNamed | null; by: string }
  >`
    select g.id, g.year, a.approved_on as on, a.document, coalesce(p.full_name, 'Hệ thống') as by
    from programme g left join programme_approval a on a.agency_id = g.agency_id and a.programme_id = g.id
    left join person p on p.agency_id = a.agency_id and p.id = a.recorded_by
    where g.agency_id = ${agencyId} and ${
      'year' in which
        ? sql`g.year = ${which.year}`
        : sql`g.id = (select i.programme_id from programme_item i where i.agency_id = ${agencyId} and i.id = ${which.itemId})`
    }`.execute(tx);
  return rows.map(({ on, document, by, ...known }) => ({
    ...known,
    approval: on === null || document === null ? null : { on, document, by },
  }))[0];
}

export interface KnownItem {
  id: string;
  facts: ItemFact[];
}

/**
 * Items with their facts in the order of the programme: all of one, or one.
 * @param knownAt leaves out what was recorded later
 */
export async function knownItems(
  tx: Tx,
  agencyId: string,
  which: { programmeId: string } | { id: string },
  knownAt?: string,
): Promise<KnownItem[]> {
  const { rows } = await sql<ItemFact & { itemId: string }>`
    select i.id as "itemId", ${toldColumns}, f.in_name_of as "inNameOf"
    from programme_item i join programme_item_fact f on f.agency_id = i.agency_id and f.item_id = i.id
    left join person p on p.agency_id = f.agency_id and p.id = f.recorded_by
    where i.agency_id = ${agencyId} and ${
      'id' in which ? sql`i.id = ${which.id}` : sql`i.programme_id = ${which.programmeId}`
    } ${knownAt === undefined ? sql`` : sql`and f.recorded_at <= ${knownAt}::timestamptz`} order by i.position, i.id, f.recorded_at, f.id`.execute(
    tx,
  );
  return [...Map.groupBy(rows, ({ itemId }) => itemId)].map(([id, facts]) => ({
    id,
    facts: facts.map(({ itemId: _, ...fact }) => fact),
  }));
}

export interface Shown {
  day: string;
  today: string;
  calendar: Calendar;
  followed: Followed;
  settings: (on: string) => DueSettings;
  directives: ReadonlyMap<string, DirectiveThen>;
  actor: Actor;
}

/** What items are shown by: the day, today unless told, and how their directives stood then, as known at a moment. */
export async function shownOn(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  { items, asOf, knownAt }: { items: readonly KnownItem[]; asOf: string | undefined; knownAt?: string },
): Promise<Shown> {
  const { agencyId } = actor;
  const calendar = await ctx.calendar();
  const day = await asOfToday(tx, ctx, agencyId, calendar, asOf);
  const settings = await dueSettingsByDay(tx, agencyId);
  const ids = items.flatMap(({ facts }) =>
    facts.flatMap(({ body }) => (body.kind === 'given' ? [body.directiveId] : [])),
  );
  return {
    ...{ day: day.today, today: ctx.today().toString(), calendar, settings, actor },
    followed: await followedUnits(tx, agencyId),
    directives: await directivesOn(tx, agencyId, ids, { day, calendar, settings, knownAt }),
  };
}

/** Last day in time of an item by the programme. */
export const dueOfItem = (
  year: number,
  planned: Parameters<typeof deadlineOfItem>[1],
  { calendar, settings }: Pick<Shown, 'calendar' | 'settings'>,
): string => {
  const deadline = deadlineOfItem(year, planned);
  const due = dueDayOf(deadline, calendar, settings(`${year}-01-01`));
  return due ?? ('due' in deadline ? deadline.due : `${year}-12-31`);
};

/** An item as it stood on the day; null before it was planned. */
export function presentItem(
  { id, facts }: KnownItem,
  known: KnownProgramme,
  shown: Shown,
): ProgrammeItem | null {
  const { day, calendar, followed, actor } = shown;
  const standing = itemStandingOf(facts, day);
  if (standing === null) return null;
  const { now, directiveId, ...rest } = standing;
  const found = directiveId === null ? undefined : shown.directives.get(directiveId);
  const dueDay = dueOfItem(known.year, now, shown);
  const state = itemStateOn(standing, { due: dueDay, day, directive: found?.state ?? null });
  const late = state === 'overdue' && dueDay < day ? lateness(dueDay, day, calendar) : null;
  const { words, product, submittedTo, month, day: on } = now;
  return {
    ...{ id, year: known.year, words, product, submittedTo, month, day: on, dueDay, state },
    ...{ firstMonth: rest.firstMonth, timesMoved: rest.timesMoved, added: rest.added },
    lead: partyOn(followed, now.lead, day),
    coordinating: now.coordinating.map((party) => partyOn(followed, party, day)),
    droppedOn: rest.droppedOn,
    lateness: late?.words ?? '',
    late: late && lateOf(late, false),
    cause: state === 'overdue' ? (found?.cause ?? null) : null,
    directive: found ? { id: found.id, state: found.state, percent: found.percent } : null,
    version: facts.length,
    abilities: onlyToday(
      itemPolicy.abilitiesOf(actor, { standing, approved: known.approval !== null }),
      shown,
    ),
  };
}

/** The programme of a year under a filter, as it stands or stood on a day. */
export async function getProgramme(ctx: Context, actor: Actor, filter: ProgrammeFilter): Promise<Programme> {
  const year = filter.year ?? ctx.today().year;
  const { known, items, shown, years } = await ctx.store.read(actor.scope, async (tx) => {
    const known = await knownProgramme(tx, actor.agencyId, { year });
    const items = known ? await knownItems(tx, actor.agencyId, { programmeId: known.id }) : [];
    const years = await tx
      .selectFrom('programme')
      .select('year')
      .where('agency_id', '=', actor.agencyId)
      .orderBy('year', 'desc')
      .execute();
    return { known, items, years, shown: await shownOn(tx, ctx, actor, { items, asOf: filter.asOf }) };
  });
  const all = known
    ? items.map((item) => presentItem(item, known, shown)).filter((item) => item !== null)
    : [];
  const rows = all.filter((row) => itemIsUnder({ ...filter, state: undefined }, row));
  const count = (state: ItemState) => rows.filter((row) => row.state === state).length;
  const wanted = filter.state?.length ? filter.state : ItemState.options;
  const approval = known?.approval && known.approval.on <= shown.day ? known.approval : null;
  const whole = { approved: known?.approval !== null && known !== undefined, items: items.length };
  return {
    year,
    asOf: shown.day,
    approval,
    items: rows
      .filter(({ state }) => wanted.includes(state))
      .toSorted((a, b) => a.month - b.month || a.dueDay.localeCompare(b.dueDay)),
    counts: Object.fromEntries(
      ItemState.options.map((state) => [state, count(state)]),
    ) as Programme['counts'],
    moved: {
      items: rows.filter(({ timesMoved }) => timesMoved > 0).length,
      times: rows.reduce((sum, { timesMoved }) => sum + timesMoved, 0),
    },
    years: years.map((one) => one.year),
    abilities: onlyToday(programmePolicy.abilitiesOf(actor, whole), shown),
  };
}

/** One item with its history. @throws Refused 404 */
export async function getProgrammeItem(
  ctx: Context,
  actor: Actor,
  id: string,
  asOf?: string,
): Promise<ProgrammeItemRecord> {
  const { known, items, shown } = await ctx.store.read(actor.scope, async (tx) => {
    const known = await knownProgramme(tx, actor.agencyId, { itemId: id });
    const items = await knownItems(tx, actor.agencyId, { id });
    return { known, items, shown: await shownOn(tx, ctx, actor, { items, asOf }) };
  });
  const [item] = items;
  const row = known && item && presentItem(item, known, shown);
  if (!row || !item) throw Refused.notFound();
  return {
    ...row,
    history: historyOn(item.facts, shown.day).map(({ fact, told }) => ({
      ...told,
      sentence: itemSentence(fact.body, row.year),
    })),
  };
}
