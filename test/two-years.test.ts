import { afterAll, beforeAll, expect, test } from 'vitest';
import { foundDepartment } from '../examples/demo.ts';
import { mergerDays, swappedSaturdays, twoYears } from '../examples/two-years/plan.ts';
import { fillPresent } from '../examples/two-years/present.ts';
import { type Department, replayTwoYears } from '../examples/two-years/replay.ts';
import { formerUnits } from '../examples/two-years/works.ts';
import { makeCalendar } from '../src/domain/calendar/calendar.ts';
import { type Doer, refusalOf } from '../src/domain/directives/acts.ts';
import type { ActKind, DirectiveFact } from '../src/domain/directives/facts.ts';
import { type Standing, standingOf } from '../src/domain/directives/standing.ts';
import { permissionsOf } from '../src/domain/permissions/policy.ts';
import type { Actor } from '../src/features/context.ts';
import { listDirectives } from '../src/features/directives/queries.ts';
import { factsOf } from '../src/features/directives/record.ts';
import { handOverList } from '../src/features/reorganisation/hand-over.ts';
import { findReorganisations } from '../src/features/reorganisation/queries.ts';
import { listRequests } from '../src/features/requests/queries.ts';
import { type EmptyContext, emptyContext } from './context.ts';

let t: EmptyContext;
let director: Actor;
let clerk: Actor;
let department: Department;
let facts: Map<string, DirectiveFact[]>;

beforeAll(async () => {
  t = await emptyContext();
  ({ clerk, department } = await foundDepartment(t.ctx));
  await replayTwoYears(t.ctx, clerk, department);
  const permissions = permissionsOf({ roles: ['director'], installationRoles: [], superiorView: false });
  director = { ...clerk, personId: department.director.personId, permissions };
  facts = await t.ctx.store.read(clerk.scope, async (tx) => {
    const rows = await tx
      .selectFrom('directive')
      .select('id')
      .where('agency_id', '=', clerk.agencyId)
      .execute();
    return factsOf(
      tx,
      clerk.agencyId,
      rows.map(({ id }) => id),
    );
  });
});
afterAll(() => t.close());

const kinds = () => [...facts.values()].flat().map(({ body }) => body.kind);
const countOf = (kind: string) => kinds().filter((one) => one === kind).length;

test('two lifelike years: 150 directives, most done, some extended, returned, late, waiting', async () => {
  expect(facts.size).toBeGreaterThanOrEqual(150);
  expect(countOf('extended')).toBeGreaterThan(10);
  expect(countOf('returned')).toBeGreaterThan(8);
  expect(countOf('accepted')).toBeGreaterThan(100);
  const { counts } = await listDirectives(t.ctx, director, { limit: 1 });
  for (const state of ['done-in-time', 'done-late', 'overdue', 'suspended'] as const)
    expect(counts[state], state).toBeGreaterThan(2);
});

test('each act was one that its person could do when it was done', () => {
  for (const one of facts.values()) {
    const sorted = one.toSorted(
      (a, b) => a.recordedAt.localeCompare(b.recordedAt) || a.id.localeCompare(b.id),
    );
    for (const [index, fact] of sorted.entries()) {
      if (index === 0) continue;
      const standing = standingOf(sorted.slice(0, index), { asOf: fact.happenedOn });
      if (!standing) throw new Error('not yet given');
      const around = { giverUnitId: null, deadlineKind: standing.deadline.kind };
      const refusal = refusalOf(fact.body.kind as ActKind, standing, doerOf(fact, standing), around);
      expect(refusal, `${fact.body.kind} of ${standing.lead?.name} on ${fact.happenedOn}`).toBeNull();
    }
  }
});

/** The person who recorded it, as the posts of the department make them. */
function doerOf(fact: DirectiveFact, { lead, assignee }: Standing): Doer {
  const unitId = lead?.unitId ?? '';
  const gives = fact.byId === director.personId;
  const role = fact.byId === assignee?.personId ? 'officer' : 'head';
  return { personId: fact.byId ?? null, gives, posts: [{ unitId, role }] };
}

test('everything happens on working days, some on a swapped Saturday', () => {
  const calendar = makeCalendar();
  const days = new Set([...facts.values()].flat().map(({ happenedOn }) => happenedOn));
  expect([...days].filter((day) => !calendar.isWorkingDay(Temporal.PlainDate.from(day)))).toEqual([]);
  const saturdays = swappedSaturdays(calendar, t.ctx.today());
  expect(saturdays.length).toBeGreaterThan(0);
  const due = twoYears(calendar, t.ctx.today()).flatMap(({ directives }) =>
    directives.map(({ deadline }) => 'due' in deadline && deadline.due),
  );
  for (const saturday of saturdays) expect(due).toContain(saturday.toString());
});

test('two units were merged away; what was open then went to the successor', () => {
  const days = mergerDays(makeCalendar(), t.ctx.today()).map(String);
  const moved = [...facts.values()].flat().filter(({ body }) => body.kind === 'transferred');
  expect(new Set(moved.map(({ happenedOn }) => happenedOn))).toEqual(new Set(days));
  expect(new Set(moved.map(({ body }) => body.kind === 'transferred' && body.lead.name))).toEqual(
    new Set(formerUnits.map(({ into }) => into)),
  );
  for (const one of facts.values()) {
    const now = standingOf(one);
    if (now && now.phase !== 'accepted' && now.phase !== 'stopped')
      expect(formerUnits.map(({ name }) => name)).not.toContain(now.lead?.name);
  }
});

test('each merger is one act with its hand-over list, and its decision is dated as people write days', async () => {
  const acts = await t.ctx.store.read(director.scope, (tx) => findReorganisations(tx, director));
  expect(acts.map(({ kind }) => kind)).toEqual(['merge', 'merge']);
  for (const act of acts) {
    const bytes = await handOverList(t.ctx, director, act.id, { format: 'docx' });
    expect(bytes.length).toBeGreaterThan(2000);
  }
  const said = [...facts.values()]
    .flat()
    .flatMap(({ body }) => (body.kind === 'transferred' ? [body.act] : []));
  for (const act of said) expect(act).toMatch(/ ngày \d{1,2}\/\d{1,2}\/\d{4}$/u);
});

test('every kind of source is there', async () => {
  for (const origin of ['document', 'state-audit', 'inspection'] as const) {
    const { total } = await listDirectives(t.ctx, director, { limit: 1, origin: [origin] });
    expect(total, origin).toBeGreaterThan(1);
  }
});

test('on the day one looks, work waits for decisions, for parts and for answers', async () => {
  await fillPresent(t.ctx, clerk, department);
  const { counts } = await listDirectives(t.ctx, director, { limit: 1 });
  expect(counts['awaiting-confirmation']).toBeGreaterThan(1);
  expect((await listDirectives(t.ctx, director, { limit: 1, asked: 'yes' })).total).toBeGreaterThan(0);
  expect((await listDirectives(t.ctx, director, { limit: 1, level: 'parts' })).total).toBe(2);
  const { counts: asked } = await listRequests(t.ctx, director, { limit: 10 });
  expect(asked).toMatchObject({ late: 1, open: 1, answered: 2 });
});

test('the plan is the same for the same day', () => {
  const calendar = makeCalendar();
  expect(JSON.stringify(twoYears(calendar, t.ctx.today()))).toBe(
    JSON.stringify(twoYears(calendar, t.ctx.today())),
  );
});
