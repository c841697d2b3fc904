import type { Calendar } from '../../domain/calendar/calendar.ts';
import type { Deadline } from '../../domain/deadlines/deadline.ts';
import type { DirectiveFact, FactBody, Given } from '../../domain/directives/facts.ts';
import { wantedOccurrences } from '../../domain/directives/occurrences.ts';
import { isOpen, type Standing, standingOf } from '../../domain/directives/standing.ts';
import type { DirectiveKind } from '../../domain/documents/reading.ts';
import type { Tx } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import { settingsOf } from '../settings/settings.ts';
import { allAgencies, sweepAgency } from '../sweep.ts';
import { insertDirectives, type NewDirective } from './insert.ts';
import { factsOf, idsOf, recordFact, refreshNow } from './record.ts';
import { tellChanged } from './tell.ts';

interface Duty {
  id: string;
  words: string;
  action: string;
  kind: DirectiveKind;
  standing: Standing;
}

interface Occurrence {
  id: string;
  on: string;
  facts: DirectiveFact[];
}

const reasonStopped = 'Nhiệm vụ định kỳ đã đổi, tạm hoãn hoặc dừng nên kỳ này không còn';
const reasonRevived = 'Kỳ này lại thuộc nhiệm vụ định kỳ';
const reasonChanged = 'Theo nhiệm vụ định kỳ đã đổi';

const on = (day: string): Deadline => ({ kind: 'date', due: day, bound: 'by', text: '', span: [0, 0] });

const isLive = (duty: Standing) =>
  isOpen(duty) && duty.phase !== 'refused' && duty.suspendedOn === null && duty.deadline.kind === 'recurring';

/** What an occurrence is given with: all that the duty has, due on its day. */
const givenOf = (duty: Standing, day: string): Given => ({
  lead: duty.lead,
  coordinating: duty.coordinating,
  product: duty.product,
  deadline: on(day),
});

/** Duties that recur, or did when occurrences were made of them. */
async function dutiesOf(tx: Tx, agencyId: string): Promise<Duty[]> {
  const rows = await tx
    .selectFrom('directive_now as n')
    .innerJoin('directive as d', (join) =>
      join.onRef('d.agency_id', '=', 'n.agency_id').onRef('d.id', '=', 'n.directive_id'),
    )
    .select(['d.id', 'd.words', 'd.action', 'd.kind'])
    .where('n.agency_id', '=', agencyId)
    .where('d.kind', '<>', 'stop')
    .where((eb) =>
      eb.or([
        eb('n.deadline_kind', '=', 'recurring'),
        eb.exists(
          eb
            .selectFrom('directive_now as o')
            .select('o.directive_id')
            .whereRef('o.agency_id', '=', 'n.agency_id')
            .whereRef('o.parent_id', '=', 'n.directive_id')
            .where('o.origin', '=', 'occurrence'),
        ),
      ]),
    )
    .execute();
  const facts = await factsOf(
    tx,
    agencyId,
    rows.map(({ id }) => id),
  );
  return rows.flatMap((row) => {
    const standing = standingOf(facts.get(row.id) ?? []);
    return standing ? [{ ...row, standing }] : [];
  });
}

/** The occurrences made so far, by duty: those to come with their facts, of those past only the day. */
async function occurrencesOf(tx: Tx, agencyId: string, today: string): Promise<Map<string, Occurrence[]>> {
  const rows = await tx
    .selectFrom('directive')
    .select(['id', 'parent_id', 'occurrence_on as on'])
    .where('agency_id', '=', agencyId)
    .where('occurrence_on', 'is not', null)
    .execute();
  const coming = rows.filter((row) => row.on !== null && row.on > today).map(({ id }) => id);
  const facts = await factsOf(tx, agencyId, coming);
  const made = rows.map((row) => ({ ...row, on: row.on ?? '', facts: facts.get(row.id) ?? [] }));
  return Map.groupBy(made, (row) => row.parent_id ?? '');
}

/**
 * What the calendar has to record of an occurrence still to come so that it follows its duty; nothing where somebody
 * has worked on it already.
 */
function changesOf(occurrence: Occurrence, duty: Standing, wanted: boolean): FactBody[] {
  const standing = standingOf(occurrence.facts);
  const last = occurrence.facts.toSorted((a, b) => a.recordedAt.localeCompare(b.recordedAt)).at(-1);
  const touched = occurrence.facts.some(({ byId }) => byId !== null);
  if (standing === null || last === undefined || touched) return [];
  if (!wanted) return isOpen(standing) ? [{ kind: 'stopped', reason: reasonStopped }] : [];
  const stopped = occurrence.facts.findLast(({ body }) => body.kind === 'stopped');
  const revived: FactBody[] =
    standing.phase === 'stopped' && stopped
      ? [{ kind: 'retracted', supersedes: stopped.id, reason: reasonRevived }]
      : [];
  const given = givenOf(duty, occurrence.on);
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const changed: FactBody[] = same(givenOf(standing, occurrence.on), given)
    ? []
    : [{ kind: 'corrected', supersedes: last.id, reason: reasonChanged, given }];
  const assigned: FactBody[] = same(standing.assignee, duty.assignee)
    ? []
    : [{ kind: 'assigned', assignee: duty.assignee }];
  return [...revived, ...changed, ...assigned];
}

/** A correction dates from the day it was given, a retraction from the day of what it takes back; the rest from today. */
function dayOf(body: FactBody, { facts }: Occurrence, today: string): string {
  const earlier = facts.find((fact) =>
    body.kind === 'retracted'
      ? fact.id === body.supersedes
      : body.kind === 'corrected' && fact.body.kind === 'given',
  );
  return earlier?.happenedOn ?? today;
}

interface Sweeping {
  ctx: Context;
  actor: Actor;
  calendar: Calendar;
  today: string;
  horizonDays: number;
}

/** One duty's occurrences brought to what it says today; gives the ids of those new and those changed. */
async function follow(tx: Tx, duty: Duty, made: readonly Occurrence[], sweeping: Sweeping) {
  const { ctx, actor, calendar, today } = sweeping;
  const { standing } = duty;
  const { deadline, givenOn } = standing;
  const wanted =
    isLive(standing) && deadline.kind === 'recurring'
      ? wantedOccurrences(
          {
            rule: deadline,
            givenOn,
            begun: made.length > 0,
            today,
            horizonDays: sweeping.horizonDays,
          },
          calendar,
        )
      : [];
  const changed: string[] = [];
  const record = async (directiveId: string, happenedOn: string, body: FactBody) => {
    const recordedAt = ctx.clock().toString();
    await recordFact(tx, {
      agencyId: actor.agencyId,
      directiveId,
      happenedOn,
      recordedAt,
      recordedBy: null,
      body,
    });
  };
  for (const occurrence of made.filter((one) => one.on > today)) {
    const bodies = changesOf(occurrence, standing, wanted.includes(occurrence.on));
    for (const body of bodies) await record(occurrence.id, dayOf(body, occurrence, today), body);
    if (bodies.length > 0) changed.push(occurrence.id);
  }
  const there = new Set(made.map((one) => one.on));
  const missing = wanted.filter((day) => !there.has(day));
  const fresh = missing.map((day): NewDirective => {
    const { words, action, kind } = duty;
    const givenToday = day < today ? day : today;
    const given = givenOf(standing, day);
    return {
      words,
      action,
      kind,
      origin: 'occurrence',
      parentId: duty.id,
      occurrenceOn: day,
      given,
      givenOn: givenToday,
    };
  });
  const told = await insertDirectives(tx, ctx, actor, fresh);
  const ids = idsOf(told);
  if (standing.assignee)
    for (const [index, id] of ids.entries())
      await record(id, fresh[index]?.givenOn ?? today, { kind: 'assigned', assignee: standing.assignee });
  return { made: ids, changed };
}

/**
 * Puts the occurrences of the agency's recurring duties in the register, due by the calendar, and lets those still to
 * come follow a duty that was corrected, transferred, suspended or stopped. Running it again changes nothing.
 * @returns how many were made and changed; null where nothing was due
 */
export async function makeOccurrences(
  ctx: Context,
  agencyId: string,
): Promise<{ made: number; changed: number } | null> {
  const calendar = await ctx.calendar();
  const today = ctx.today().toString();
  const act = { action: 'directive.occurrencesMade', recordKind: 'directive' };
  const done = await sweepAgency(ctx, agencyId, act, async (tx, actor) => {
    const duties = await dutiesOf(tx, agencyId);
    if (duties.length === 0) return null;
    const settings = await settingsOf(tx, agencyId, today);
    const byDuty = await occurrencesOf(tx, agencyId, today);
    const sweeping = { ctx, actor, calendar, today, horizonDays: settings['occurrence.horizonDays'] };
    const made: string[] = [];
    const changed: string[] = [];
    for (const duty of duties) {
      const ids = await follow(tx, duty, byDuty.get(duty.id) ?? [], sweeping);
      made.push(...ids.made);
      changed.push(...ids.changed);
    }
    if (made.length + changed.length === 0) return null;
    await refreshNow(tx, agencyId, [...made, ...changed], calendar);
    return { made: made.length, changed: changed.length };
  });
  if (done) tellChanged(ctx, agencyId);
  return done;
}

/** The sweep over all agencies. */
export async function makeAllOccurrences(ctx: Context): Promise<void> {
  for (const agencyId of await allAgencies(ctx)) await makeOccurrences(ctx, agencyId);
}
