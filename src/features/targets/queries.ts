import { sql } from 'kysely';
import type { Calendar } from '../../domain/calendar/calendar.ts';
import { lateness, lateOf } from '../../domain/calendar/due.ts';
import { bindingFacts } from '../../domain/directives/facts.ts';
import type { Assignment, TargetFact } from '../../domain/targets/facts.ts';
import { type TargetFilter, targetIsUnder } from '../../domain/targets/filter.ts';
import {
  judge,
  milestonesOf,
  type TargetStanding,
  TargetState,
  targetStandingOf,
} from '../../domain/targets/standing.ts';
import { targetSentence } from '../../domain/targets/words.ts';
import type { Tx } from '../../storage/store.ts';
import { type Actor, type Context, Refused } from '../context.ts';
import { figuresToTie } from '../figures/tied.ts';
import { type Followed, followedUnits } from '../organisation/followed.ts';
import { actedColumns } from '../planning/fact-columns.ts';
import { partyOn, standingUnits } from '../planning/lead.ts';
import { historyOn, onlyToday } from '../planning/shown.ts';
import { type SpokenFor, speakingFor, unitsSpokenFor } from '../planning/spoken.ts';
import type { Target, TargetRow } from './contract.ts';
import { type Measured, measuredOn, withMeasured } from './measured.ts';
import { assigningPolicy, targetFactPolicy, targetPolicy } from './policy.ts';

/** A target with all its facts. */
export interface KnownTarget {
  id: string;
  year: number;
  facts: TargetFact[];
}

/** Targets of an agency with their facts: those of a year, or one. */
export async function knownTargets(
  tx: Tx,
  agencyId: string,
  which: { year: number } | { id: string },
): Promise<KnownTarget[]> {
  const { rows } = await sql<TargetFact & { targetId: string; year: number }>`
    select t.id as "targetId", t.year, ${actedColumns}
    from target t join target_fact f on f.agency_id = t.agency_id and f.target_id = t.id
    left join person p on p.agency_id = f.agency_id and p.id = f.recorded_by
    where t.agency_id = ${agencyId} and ${'id' in which ? sql`t.id = ${which.id}` : sql`t.year = ${which.year}`}
    order by t.id, f.recorded_at, f.id`.execute(tx);
  return [...Map.groupBy(rows, ({ targetId }) => targetId)].map(([id, facts]) => ({
    id,
    year: facts[0]?.year ?? 0,
    facts: facts.map(({ targetId: _, year: __, ...fact }) => fact),
  }));
}

/** What targets are shown by: the day, the units as they stand then, for whom the viewer speaks today. */
export interface Shown {
  day: string;
  today: string;
  calendar: Calendar;
  followed: Followed;
  spoken: SpokenFor;
  actor: Actor;
  /** What figures say of those they measure. */
  measured: Measured;
  /** Names of figures that measure. */
  figures: ReadonlyMap<string, { name: string }>;
}

export async function shownOn(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  known: readonly KnownTarget[],
  { asOf, knownAt }: { asOf?: string; knownAt?: string } = {},
): Promise<Shown> {
  const today = ctx.today().toString();
  const day = asOf ?? today;
  return {
    day,
    measured: await measuredOn(tx, ctx, actor, known, { day, knownAt }),
    figures: await figuresToTie(tx, ctx, actor),
    today,
    calendar: await ctx.calendar(),
    followed: await followedUnits(tx, actor.agencyId),
    spoken: await unitsSpokenFor(tx, actor, today),
    actor,
  };
}

/** Whether the viewer speaks today for a unit that leads it. */
export const leadsTarget = ({ now }: TargetStanding, { followed, spoken, today }: Shown): boolean =>
  speakingFor(spoken, standingUnits(followed, now.lead, today)) !== undefined;

const figureOfTarget = ({ figure: id }: Assignment, { figures }: Shown) =>
  id ? { id, name: figures.get(id)?.name ?? 'Số liệu đã thôi dùng' } : null;

/** A target as it stood on the day; null before it was assigned. */
export function presentTarget({ id, year, facts }: KnownTarget, shown: Shown): TargetRow | null {
  const { day, calendar, followed, actor } = shown;
  const folded = targetStandingOf(facts, day);
  if (folded === null) return null;
  const standing = withMeasured(folded, shown.measured.get(id));
  const { now, reports, quarters } = standing;
  const { lateSince, ...judged } = judge(standing, year, day);
  const behind = judged.state === 'late' || judged.state === 'failed';
  const late = behind && lateSince !== null ? lateness(lateSince, day, calendar) : null;
  const last = reports.at(-1);
  const { words, measure, unit, aim, value, due, assignedBy, document } = now;
  return {
    ...{ id, year, words, measure, unit, aim, value, due, assignedBy, document, quarters, ...judged },
    firstValue: standing.firstValue,
    timesAmended: standing.timesAmended,
    figure: figureOfTarget(now, shown),
    lead: partyOn(followed, now.lead, day),
    assignedOn: standing.assignedOn,
    milestones: milestonesOf(standing, year),
    reports: reports.map(({ on, value: reported }) => ({ day: on, value: reported })),
    resultOn: last?.on ?? null,
    lateness: late?.words ?? '',
    late: late && lateOf(late, false),
    cause: behind ? (last?.cause ?? null) : null,
    withdrawnOn: standing.withdrawnOn,
    version: facts.length,
    abilities: onlyToday(
      targetPolicy.abilitiesOf(actor, { standing, leads: leadsTarget(standing, shown) }),
      shown,
    ),
  };
}

/** One target with its history. */
export function presentWhole(known: KnownTarget, shown: Shown): Target | null {
  const row = presentTarget(known, shown);
  if (row === null) return null;
  const facts = known.facts.filter(({ happenedOn }) => happenedOn <= shown.day);
  const binding = new Set(bindingFacts(facts).map(({ id }) => id));
  const standing = targetStandingOf(facts);
  return {
    ...row,
    evidence: standing?.evidence.map(({ factId, name }) => ({ id: factId, name })) ?? [],
    history: historyOn(facts, shown.day).map(({ fact, told }) => {
      const retracted = fact.body.kind !== 'retracted' && !binding.has(fact.id);
      return {
        ...told,
        sentence: targetSentence(fact.body, row),
        link: fact.body.kind === 'reported' ? fact.body.link : null,
        retracted,
        abilities: onlyToday(targetFactPolicy.abilitiesOf(shown.actor, { fact, retracted }), shown),
      };
    }),
  };
}

const order: readonly TargetState[] = ['failed', 'late', 'in-time', 'met', 'withdrawn'];

/** The latest first, then by the last day and the words. */
const byUrgency = (a: TargetRow, b: TargetRow) =>
  order.indexOf(a.state) - order.indexOf(b.state) ||
  a.due.localeCompare(b.due) ||
  a.words.localeCompare(b.words, 'vi') ||
  a.id.localeCompare(b.id);

/** Targets of the year under a filter, and how many stand in each state under the rest of it. */
export async function listTargets(ctx: Context, actor: Actor, filter: TargetFilter) {
  const year = filter.year ?? ctx.today().year;
  const { known, shown, years } = await ctx.store.read(actor.scope, async (tx) => {
    const known = await knownTargets(tx, actor.agencyId, { year });
    const shown = await shownOn(tx, ctx, actor, known, filter);
    const years = await tx
      .selectFrom('target')
      .select('year')
      .distinct()
      .where('agency_id', '=', actor.agencyId)
      .orderBy('year', 'desc')
      .execute();
    return { known, shown, years };
  });
  const rows = known
    .map((one) => presentTarget(one, shown))
    .filter((row) => row !== null)
    .filter((row) => targetIsUnder({ unit: filter.unit }, row));
  const counts = Object.fromEntries(
    TargetState.options.map((state) => [state, rows.filter((row) => row.state === state).length]),
  ) as Record<TargetState, number>;
  const wanted = filter.state?.length ? filter.state : TargetState.options;
  return {
    year,
    asOf: shown.day,
    items: rows.filter(({ state }) => wanted.includes(state)).toSorted(byUrgency),
    counts,
    years: years.map((one) => one.year),
    abilities: assigningPolicy.abilitiesOf(actor, null),
  };
}

/** One target as it stands, or stood on a day. @throws Refused 404 */
export async function getTarget(ctx: Context, actor: Actor, id: string, asOf?: string): Promise<Target> {
  const { known, shown } = await ctx.store.read(actor.scope, async (tx) => {
    const known = await knownTargets(tx, actor.agencyId, { id });
    return { known, shown: await shownOn(tx, ctx, actor, known, { asOf }) };
  });
  const target = known[0] && presentWhole(known[0], shown);
  if (!target) throw Refused.notFound();
  return target;
}
