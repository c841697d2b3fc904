import type { Calendar } from '../../domain/calendar/calendar.ts';
import { type DueSettings, lastDayInTime, lateness, lateOf } from '../../domain/calendar/due.ts';
import { bindingFacts } from '../../domain/directives/facts.ts';
import { ballOf } from '../../domain/drafts/ball.ts';
import { type DraftFact, type DraftFactBody, placeOf, Stage } from '../../domain/drafts/facts.ts';
import { type DraftFilter, draftIsUnder } from '../../domain/drafts/filter.ts';
import { type Opinion, opinionsOf } from '../../domain/drafts/opinions.ts';
import { optionalStages } from '../../domain/drafts/stages.ts';
import {
  type DraftStanding,
  DraftState,
  draftStandingOf,
  endedOn,
  judgeDraft,
  type LastDay,
} from '../../domain/drafts/standing.ts';
import { draftSentence } from '../../domain/drafts/words.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { type Followed, followedUnits } from '../organisation/followed.ts';
import { type KnownRecord, knownRecords } from '../planning/facts.ts';
import { partyOn, standingUnits } from '../planning/lead.ts';
import { historyOn, onlyToday } from '../planning/shown.ts';
import { type SpokenFor, speakingFor, unitsSpokenFor } from '../planning/spoken.ts';
import type { Settings } from '../settings/contract.ts';
import { dueSettingsByDay, settingsOf } from '../settings/settings.ts';
import type { Draft, DraftList, DraftRow, OpinionShown, StageShown } from './contract.ts';
import { draftFactPolicy, draftPolicy, opinionPolicy, planningPolicy } from './policy.ts';

/** A draft with all its facts. */
export type KnownDraft = KnownRecord<DraftFactBody> & { year: number };

/** Drafts of an agency with their facts: all, or one. */
export async function knownDrafts(tx: Tx, agencyId: string, id?: string): Promise<KnownDraft[]> {
  const years = await tx
    .selectFrom('draft')
    .select(['id', 'year'])
    .where('agency_id', '=', agencyId)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .execute();
  const yearOf = new Map(years.map((one) => [one.id, one.year]));
  const records = await knownRecords(tx, agencyId, 'draft', id);
  return records.map((record) => ({ ...record, year: yearOf.get(record.id) ?? 0 }));
}

/** What drafts are shown by: the day, the units as they stand then, for whom the viewer speaks today. */
export interface Shown {
  day: string;
  today: string;
  calendar: Calendar;
  dueSettings: (on: string) => DueSettings;
  settings: Settings;
  followed: Followed;
  spoken: SpokenFor;
  actor: Actor;
}

export async function shownOn(tx: Tx, ctx: Context, actor: Actor, asOf?: string): Promise<Shown> {
  const today = ctx.today().toString();
  const day = asOf ?? today;
  return {
    ...{ day, today, actor, calendar: await ctx.calendar() },
    dueSettings: await dueSettingsByDay(tx, actor.agencyId),
    settings: await settingsOf(tx, actor.agencyId, day),
    followed: await followedUnits(tx, actor.agencyId),
    spoken: await unitsSpokenFor(tx, actor, today),
  };
}

/** The last day in time for a planned day, by how the agency read days when the draft was planned. */
export function lastDayOf(
  { plannedOn }: Pick<DraftStanding, 'plannedOn'>,
  { calendar, dueSettings }: Pick<Shown, 'calendar' | 'dueSettings'>,
): LastDay {
  const settings = dueSettings(plannedOn);
  return (due) => lastDayInTime({ due, bound: 'by' }, calendar, settings)?.toString() ?? due;
}

/** Whether the viewer speaks today for a unit that leads it. */
export const leadsDraft = ({ now }: DraftStanding, { followed, spoken, today }: Shown): boolean =>
  speakingFor(spoken, standingUnits(followed, now.lead, today)) !== undefined;

function stagesOf(standing: DraftStanding, { day, calendar }: Shown, lastDay: LastDay): StageShown[] {
  const optional = optionalStages(standing.now, day);
  const running = endedOn(standing) === null;
  return Stage.options.map((stage) => {
    const reached = standing.reached[stage];
    const planned = standing.days[stage] ?? null;
    const behind = !reached && placeOf(stage) < placeOf(standing.stage);
    const compared = reached?.on ?? (running && !behind ? day : null);
    const against =
      planned !== null && compared !== null ? lateness(lastDay(planned), compared, calendar) : null;
    return {
      ...{ stage, planned, firstPlanned: standing.firstDays[stage] ?? null },
      ...{ reachedOn: reached?.on ?? null, passedOver: behind, optional: optional.includes(stage) },
      document: reached?.document ?? null,
      holder: reached?.holder ?? null,
      cause: reached?.cause ?? null,
      late: against && (against.late || reached) ? lateOf(against, reached !== undefined) : null,
      lateness: against?.late ? against.words : '',
    };
  });
}

/** A draft as it stood on the day; null before it was planned. */
export function presentDraft({ id, year, facts }: KnownDraft, shown: Shown): DraftRow | null {
  const { day, calendar, followed, actor } = shown;
  const standing = draftStandingOf(facts, { asOf: day });
  if (standing === null) return null;
  const lastDay = lastDayOf(standing, shown);
  const { lateSince, ...judged } = judgeDraft(standing, day, lastDay);
  const opinions = opinionsOf(facts, day, lastDay);
  const until = standing.reached.issued?.on ?? day;
  const late = lateSince === null ? null : lateness(lateSince, until, calendar);
  const { lead, ...plan } = standing.now;
  return {
    ...{ ...plan, id, year, plannedOn: standing.plannedOn, stage: standing.stage, ...judged },
    lead: partyOn(followed, lead, day),
    stages: stagesOf(standing, shown, lastDay),
    lateness: late?.words ?? '',
    late: late && lateOf(late, standing.reached.issued !== undefined),
    said: standing.report?.words ?? '',
    ball: ballOf(standing, opinions),
    asked: opinions.map(({ whom, state }) => ({ name: whom.name, state })),
    ...{ timesMoved: standing.timesMoved, timesSentBack: standing.timesSentBack },
    stoppedOn: standing.stoppedOn,
    version: facts.length,
    abilities: onlyToday(
      draftPolicy.abilitiesOf(actor, { standing, leads: leadsDraft(standing, shown) }),
      shown,
    ),
  };
}

/** Whether the viewer speaks for the unit that was asked. */
export const speaksForAsked = (
  { whom }: Pick<Opinion, 'whom'>,
  { followed, spoken, today }: Shown,
): boolean =>
  whom.unitId !== undefined && speakingFor(spoken, standingUnits(followed, whom, today)) !== undefined;

function presentOpinion(opinion: Opinion, standing: DraftStanding, shown: Shown): OpinionShown {
  const { day, calendar, actor, followed } = shown;
  const { answeredOn: _, ...told } = opinion;
  const { whom, answer, lastDay } = told;
  const facts = {
    ...{ standing, leads: leadsDraft(standing, shown) },
    ownAnswer: speaksForAsked(opinion, shown),
  };
  return {
    ...told,
    whom: whom.unitId === undefined ? { unitId: null, name: whom.name } : partyOn(followed, whom, day),
    late: lateOf(lateness(lastDay, answer?.on ?? day, calendar), answer !== null),
    abilities: onlyToday(opinionPolicy.abilitiesOf(actor, facts), shown),
  };
}

/** Whom an ask, or the answer to it, is of. */
function namesOf(facts: readonly DraftFact[]): (factId: string) => string {
  const byId = new Map(facts.map(({ id, body }) => [id, body]));
  return function nameOf(factId): string {
    const body = byId.get(factId);
    if (body?.kind === 'answered') return nameOf(body.ask);
    return body?.kind === 'asked' ? body.whom.name : '…';
  };
}

/** One draft with its opinions and history. */
export function presentWhole(known: KnownDraft, shown: Shown): Draft | null {
  const row = presentDraft(known, shown);
  const standing = draftStandingOf(known.facts, { asOf: shown.day });
  if (row === null || standing === null) return null;
  const binding = new Set(bindingFacts(known.facts, { asOf: shown.day }).map(({ id }) => id));
  const nameOf = namesOf(known.facts);
  return {
    ...row,
    days: standing.days,
    opinions: opinionsOf(known.facts, shown.day, lastDayOf(standing, shown)).map((opinion) =>
      presentOpinion(opinion, standing, shown),
    ),
    silenceAgrees: shown.settings['drafts.silenceAgrees'],
    opinionWorkingDays: shown.settings['drafts.opinionWorkingDays'],
    history: historyOn(known.facts, shown.day).map(({ fact, told }) => {
      const retracted = fact.body.kind !== 'retracted' && !binding.has(fact.id);
      return {
        ...{ ...told, sentence: draftSentence(fact.body, nameOf), retracted },
        abilities: onlyToday(draftFactPolicy.abilitiesOf(shown.actor, { fact, retracted }), shown),
      };
    }),
  };
}

/** The latest first, then by the day it is to be issued. */
const byUrgency = (a: DraftRow, b: DraftRow) =>
  DraftState.options.indexOf(a.state) - DraftState.options.indexOf(b.state) ||
  issuingDay(a).localeCompare(issuingDay(b)) ||
  a.title.localeCompare(b.title, 'vi') ||
  a.id.localeCompare(b.id);
const issuingDay = ({ stages }: DraftRow) => stages.at(-1)?.planned ?? '';

/** Of the plan of the year, or of an earlier one and still open when the year began. */
export const ofYear = ({ stages, stoppedOn, year: own }: DraftRow, year: number): boolean => {
  const ended = stages.at(-1)?.reachedOn ?? stoppedOn;
  return own === year || (own < year && (ended === null || ended >= `${year}-01-01`));
};

/** The schedule of a year under a filter, as it stands or stood on a day. */
export async function listDrafts(ctx: Context, actor: Actor, filter: DraftFilter): Promise<DraftList> {
  const year = filter.year ?? ctx.today().year;
  const { known, shown } = await ctx.store.read(actor.scope, async (tx) => ({
    known: await knownDrafts(tx, actor.agencyId),
    shown: await shownOn(tx, ctx, actor, filter.asOf),
  }));
  const rows = known
    .map((one) => presentDraft(one, shown))
    .filter((row) => row !== null)
    .filter((row) => ofYear(row, year))
    .filter((row) => draftIsUnder({ ...filter, state: undefined }, row));
  const count = (state: DraftState) => rows.filter((row) => row.state === state).length;
  const wanted = filter.state?.length ? filter.state : DraftState.options;
  return {
    ...{ year, asOf: shown.day },
    items: rows.filter(({ state }) => wanted.includes(state)).toSorted(byUrgency),
    counts: Object.fromEntries(
      DraftState.options.map((state) => [state, count(state)]),
    ) as DraftList['counts'],
    years: [...new Set(known.map((one) => one.year))].toSorted((a, b) => b - a),
    abilities: onlyToday(planningPolicy.abilitiesOf(actor, null), shown),
  };
}

/** One draft as it stands, or stood on a day. @throws Refused 404 */
export async function getDraft(ctx: Context, actor: Actor, id: string, asOf?: string): Promise<Draft> {
  const { known, shown } = await ctx.store.read(actor.scope, async (tx) => ({
    known: await knownDrafts(tx, actor.agencyId, id),
    shown: await shownOn(tx, ctx, actor, asOf),
  }));
  const draft = known[0] && presentWhole(known[0], shown);
  if (!draft) throw Refused.notFound();
  return draft;
}
