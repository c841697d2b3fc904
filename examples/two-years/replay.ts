import type { Calendar } from '../../src/domain/calendar/calendar.ts';
import type { DirectiveFact } from '../../src/domain/directives/facts.ts';
import { isOpen, standingOf } from '../../src/domain/directives/standing.ts';
import type { Party } from '../../src/domain/documents/reading.ts';
import { sayDecision } from '../../src/domain/organisation/reorganisation.ts';
import { type Actor, type Context, command } from '../../src/features/context.ts';
import { insertDirectives } from '../../src/features/directives/insert.ts';
import { factsOf, idsOf, refreshNow } from '../../src/features/directives/record.ts';
import { enterInBook } from '../../src/features/documents/register.ts';
import { uuidv7 } from '../../src/storage/ids.ts';
import { json } from '../../src/storage/schema/foundation.ts';
import type { Tx } from '../../src/storage/store.ts';
import { chance, courseOf, type Recorder, type Step } from './course.ts';
import { type Merger, openFormerUnits, recordMerger } from './mergers.ts';
import { momentOf } from './moment.ts';
import { mergerDays, type PlannedNotice, twoYears } from './plan.ts';
import { formerUnits } from './works.ts';

/** People of a unit: its head, and its officers in turn. */
export interface Team {
  head: { personId: string; name: string };
  officers: { personId: string; name: string }[];
}

/** The department the two years are replayed in. */
export interface Department {
  /** Units by name. */
  units: Map<string, string>;
  /** Teams by unit name. */
  teams: Map<string, Team>;
  director: { personId: string; name: string };
}

/**
 * Puts two years of notices, directives and what became of them into an empty register, in one transaction, each with
 * its own two clocks. Two units of the first year are merged into others on the way.
 */
export async function replayTwoYears(ctx: Context, actor: Actor, department: Department): Promise<void> {
  const calendar = await ctx.calendar();
  const today = ctx.today();
  const about = { action: 'demo.replayed', recordKind: 'agency', recordId: actor.agencyId };
  await command(ctx, actor, about, async (tx) => {
    const mergers = await openFormerUnits(tx, ctx, actor, department, mergerDays(calendar, today));
    const ids: string[] = [];
    for (const [index, notice] of twoYears(calendar, today).entries())
      ids.push(...(await replayNotice(tx, ctx, actor, { notice, index, department, mergers, calendar })));
    for (const merger of mergers) await recordMerger(tx, actor, merger);
    await refreshNow(tx, actor.agencyId, ids, calendar);
  });
}

interface OneNotice {
  notice: PlannedNotice;
  index: number;
  department: Department;
  mergers: readonly Merger[];
  calendar: Calendar;
}

async function replayNotice(tx: Tx, ctx: Context, actor: Actor, one: OneNotice): Promise<string[]> {
  const { notice, index, department, mergers, calendar } = one;
  const givenOn = notice.on.toString();
  const document = await enterInBook(tx, {
    agencyId: actor.agencyId,
    direction: notice.direction,
    intakeId: null,
    readingId: null,
    kind: notice.kind,
    number: notice.direction === 'in' ? `${12 + index}/KL-${notice.sign}` : null,
    date: givenOn,
    issuer: notice.issuer,
    subject: notice.subject,
    registeredOn: givenOn,
    recordedAt: momentOf(notice.on, 0),
    recordedBy: actor.personId,
  });
  const then: Context = { ...ctx, clock: () => Temporal.Instant.from(momentOf(notice.on, 5)) };
  const directives = notice.directives.map(({ unit, words, product, deadline }, at) => {
    const others = [...department.units].filter(
      ([name]) => name !== unit && !formerUnits.some((one) => one.name === name),
    );
    const [otherName = '', otherId = ''] = others[(index + at) % others.length] ?? [];
    const lead: Party = { name: unit, unitId: department.units.get(unit) ?? '' };
    const other: Party = { name: otherName, unitId: otherId };
    return { words, product, deadline, lead, other, coordinating: (index + at) % 3 === 0 ? [other] : [] };
  });
  const told = await insertDirectives(
    tx,
    then,
    actor,
    directives.map(({ words, product, deadline, lead, coordinating }, at) => ({
      words,
      kind: 'do',
      origin: notice.origin,
      documentId: document.id,
      ordinal: at + 1,
      given: { lead, coordinating, deadline, product },
      givenOn,
    })),
  );
  const ids = idsOf(told);
  const given = await factsOf(tx, actor.agencyId, ids);
  for (const [at, id] of ids.entries()) {
    const directive = directives[at];
    if (!directive) continue;
    const team = department.teams.get(directive.lead.name);
    if (!team) throw new Error(`No people for ${directive.lead.name}`);
    const random = chance(1000 * index + at);
    const assignee = team.officers[Math.floor(random() * team.officers.length)] ?? team.head;
    const { deadline, product, other } = directive;
    const course = courseOf(
      { on: notice.on, deadline, product, assignee, other },
      calendar,
      ctx.today(),
      random,
    );
    const merger = mergers.find(({ unitId }) => unitId === directive.lead.unitId);
    const steps = throughMerger(given.get(id) ?? [], course, merger);
    if (merger && steps.some(({ body }) => body.kind === 'transferred')) merger.moved.push(id);
    await insertSteps(tx, actor, id, steps, {
      head: team.head.personId,
      officer: assignee.personId,
      director: department.director.personId,
    });
  }
  return ids;
}

/** What is open when its unit is merged away moves to the successor as it stands, with whoever has it in hand. */
function throughMerger(
  given: readonly DirectiveFact[],
  course: readonly Step[],
  merger: Merger | undefined,
): Step[] {
  if (!merger) return [...course];
  const before = course.filter(({ on }) => Temporal.PlainDate.compare(on, merger.on) < 0);
  const standing = standingOf([...given, ...before.map(asFact)]);
  if (standing === null || !isOpen(standing)) return [...course];
  const moved = { assignee: standing.assignee !== null };
  const { into: lead, decision } = merger;
  const body = {
    kind: 'transferred',
    lead,
    reason: 'sáp nhập đơn vị',
    act: sayDecision(decision),
    moved,
  } as const;
  return [...before, { on: merger.on, by: 'director', body }, ...course.slice(before.length)];
}

const asFact = ({ on, body }: Step, index: number): DirectiveFact => ({
  id: `step-${String(index).padStart(3, '0')}`,
  happenedOn: on.toString(),
  recordedAt: momentOf(on, 60 + index),
  by: '',
  body,
});

async function insertSteps(
  tx: Tx,
  actor: Actor,
  directiveId: string,
  steps: readonly Step[],
  recorders: Record<Recorder, string>,
): Promise<void> {
  if (steps.length === 0) return;
  await tx
    .insertInto('directive_fact')
    .values(
      steps.map((step, index) => ({
        agency_id: actor.agencyId,
        id: uuidv7(),
        directive_id: directiveId,
        happened_on: step.on.toString(),
        recorded_at: momentOf(step.on, 60 + index),
        recorded_by: recorders[step.by],
        in_name_of: null,
        body: json(step.body),
      })),
    )
    .execute();
}
