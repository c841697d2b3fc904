import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EmptyContext, emptyContext, type TestAgency } from '../../../test/context.ts';
import { engines } from '../../../test/database.ts';
import type { Deadline } from '../../domain/deadlines/deadline.ts';
import type { FactBody } from '../../domain/directives/facts.ts';
import type { DirectiveState, Origin } from '../../domain/directives/filter.ts';
import type { DirectiveKind } from '../../domain/documents/reading.ts';
import { withClient } from '../../storage/pool.ts';
import { countDifferences } from '../../storage/rollup.ts';
import { type Actor, type Context, systemActor } from '../context.ts';
import { insertDirectives } from '../directives/insert.ts';
import { asOfToday } from '../directives/queries.ts';
import { idsOf, recordFact, refreshNow } from '../directives/record.ts';
import { foldAllRollups, foldRollup } from '../directives/rollup.ts';
import { stateInSql } from '../directives/where.ts';
import { insertUnit } from '../organisation/units.ts';
import { reorganise } from '../reorganisation/reorganise.ts';
import { Overview } from './contract.ts';
import { getOverviewOf } from './overview.ts';

const first = Temporal.PlainDate.from('2026-11-24');
const nth = (n: number) => first.add({ days: n }).toString();
const by = (due: string): Deadline => ({ kind: 'date', due, bound: 'by', text: '', span: [0, 0] });
const reason = 'lý do thử';
const looker: Actor = { ...systemActor([]), permissions: new Set(['agency.create', 'agency.view-many']) };

/** What may happen, in any order: more than a clerk would, as the facts allow it. */
const deadline = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -12, max: 14 }).map((n) => by(nth(n))) },
  fc.constantFrom<Deadline>(
    { kind: 'none' },
    { kind: 'recurring', every: ['month'], on: '5', text: '', span: [0, 0] },
    { kind: 'relative', relative: { amount: 5, unit: 'day', from: 'ngày nhận' }, text: '', span: [0, 0] },
  ),
);
const always = (body: FactBody) => fc.constant(body);
const body: fc.Arbitrary<FactBody | 'transferred'> = fc.oneof(
  always({ kind: 'received' }),
  always({ kind: 'submitted', words: '' }),
  always({ kind: 'accepted', words: '' }),
  always({ kind: 'returned', reason }),
  always({ kind: 'refused', reason }),
  always({ kind: 'suspended', reason }),
  always({ kind: 'workResumed' }),
  always({ kind: 'stopped', reason }),
  always({ kind: 'clockStarted', event: 'nhận đủ hồ sơ' }),
  deadline.map<FactBody>((to) => ({ kind: 'extended', deadline: to, reason, objective: false })),
  fc.constant('transferred' as const),
);
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('give' as const),
      agency: fc.nat(1),
      unit: fc.option(fc.nat(2), { freq: 6 }),
      kind: fc.constantFrom<DirectiveKind>('do', 'do', 'stop', 'standing'),
      origin: fc.constantFrom<Origin>('word', 'word', 'part', 'occurrence'),
      deadline,
    }),
  },
  {
    weight: 8,
    // Several at once, some of them twice, as many people act on one directive.
    arbitrary: fc.record({
      does: fc.constant('act' as const),
      acts: fc.array(fc.record({ on: fc.nat(40), unit: fc.nat(2), body }), { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('merge' as const), agency: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('fold' as const), agency: fc.nat(1) }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('turn' as const), days: fc.integer({ min: 1, max: 5 }) }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

interface World {
  t: EmptyContext;
  agencies: { agency: TestAgency; units: string[] }[];
  given: { agency: number; id: string }[];
  day: number;
}

async function newWorld(t: EmptyContext): Promise<World> {
  t.setNow(`${nth(0)}T03:00:00Z`);
  const agencies = [];
  for (let n = 0; n < 2; n += 1) {
    const agency = await t.newAgency();
    const director = agency.actorOf('director');
    const units = [agency.unitId];
    for (const name of ['Phòng Kế hoạch', 'Phòng Quản lý'])
      units.push(
        await t.ctx.store.transaction(director.scope, (tx) =>
          insertUnit(tx, t.ctx, director, { name, openedOn: '2020-01-01' }),
        ),
      );
    agencies.push({ agency, units });
  }
  return { t, agencies, given: [], day: 0 };
}

const party = (units: readonly string[], unit: number) => ({
  name: 'Đơn vị',
  unitId: units[unit % units.length] ?? '',
});

async function give(world: World, one: Extract<Step, { does: 'give' }>): Promise<void> {
  const { agency, units } = world.agencies[one.agency]!;
  const { ctx } = world.t;
  const director = agency.actorOf('director');
  const whole = world.given.find((other) => other.agency === one.agency);
  if (one.origin === 'part' && !whole) return;
  const calendar = await ctx.calendar();
  const [id = ''] = await ctx.store.transaction(director.scope, async (tx) => {
    const lead = one.unit === null ? null : party(units, one.unit);
    const told = await insertDirectives(tx, ctx, director, [
      {
        ...{ words: 'Việc', kind: one.kind, origin: one.origin, givenOn: '2026-11-01' },
        ...(one.origin === 'part' && { parentId: whole?.id }),
        given: { lead, coordinating: [], deadline: one.deadline, product: null },
      },
    ]);
    await refreshNow(tx, agency.agencyId, idsOf(told), calendar);
    return idsOf(told);
  });
  world.given.push({ agency: one.agency, id });
}

async function act(world: World, { on, unit, body }: Extract<Step, { does: 'act' }>['acts'][number]) {
  const one = world.given[on % world.given.length];
  if (!one) return;
  const { agency, units } = world.agencies[one.agency]!;
  const { ctx } = world.t;
  const { agencyId, personId } = agency;
  const calendar = await ctx.calendar();
  await ctx.store.transaction({ agencies: [agencyId] }, async (tx) => {
    await recordFact(tx, {
      ...{ agencyId, directiveId: one.id, recordedBy: personId },
      happenedOn: nth(world.day - (unit % 2)),
      recordedAt: ctx.clock().add({ milliseconds: on }).toString(),
      body: body === 'transferred' ? { kind: 'transferred', lead: party(units, unit), reason } : body,
    });
    await refreshNow(tx, agencyId, [one.id], calendar);
  });
}

/** The last unit but one goes into the first, with all it leads. */
async function merge(world: World, at: number): Promise<void> {
  const { agency, units } = world.agencies[at]!;
  if (units.length < 2) return;
  const gone = units.pop()!;
  await reorganise(world.t.ctx, agency.actorOf('director'), {
    kind: 'merge',
    effectiveOn: nth(world.day),
    decision: { number: '1/QĐ', on: nth(world.day) },
    sources: [gone, units[0]!],
    targets: [{ unitId: units[0]!, name: 'Đơn vị gộp' }],
    placements: [],
  });
}

async function walk(world: World, one: Step): Promise<void> {
  const { ctx } = world.t;
  if (one.does === 'give') await give(world, one);
  else if (one.does === 'act') await Promise.all(one.acts.map((each) => act(world, each)));
  else if (one.does === 'merge') await merge(world, one.agency);
  else if (one.does === 'turn') {
    world.day += one.days;
    world.t.setNow(`${nth(world.day)}T03:00:00Z`);
  } else {
    const { agencyId } = world.agencies[one.agency]!.agency;
    const fold = () =>
      ctx.store.transaction({ agencies: [agencyId] }, (tx) =>
        foldRollup(tx, agencyId, ctx.today().toString()),
      );
    await Promise.all([fold(), fold()]);
  }
}

type Told = Record<string, Record<string, Partial<Record<DirectiveState, number>>>>;

/** Every directive of the agency counted by the state it is in today. */
async function counted(ctx: Context, agencyId: string): Promise<Told[string]> {
  const calendar = await ctx.calendar();
  const rows = await ctx.store.read({ agencies: [agencyId] }, async (tx) => {
    const asOf = await asOfToday(tx, ctx, agencyId, calendar);
    return sql<{ unit: string | null; state: DirectiveState; count: number }>`
      select lead_unit_id as unit, ${stateInSql(asOf)} as state, count(*)::int as count from directive_now n
      where agency_id = ${agencyId} and origin <> 'part' group by 1, 2`.execute(tx);
  });
  const told: Told[string] = {};
  for (const { unit, state, count } of rows.rows) {
    const name = unit ?? '';
    told[name] = { ...told[name], [state]: count };
  }
  return told;
}

const shownIn = (overview: Overview): Told =>
  Object.fromEntries(
    overview.agencies.map(({ id, units }) => [
      id,
      Object.fromEntries(units.map(({ unitId, counts }) => [unitId ?? '', counts])),
    ]),
  );

async function expectEqual(world: World, ownerUrl: string): Promise<void> {
  const { ctx } = world.t;
  const overview = await getOverviewOf(ctx, looker);
  Overview.parse(overview);
  const shown = shownIn(overview);
  for (const { agency } of world.agencies) {
    expect(shown[agency.agencyId]).toEqual(await counted(ctx, agency.agencyId));
    const own = overview.agencies.find(({ id }) => id === agency.agencyId)!;
    for (const state of ['overdue', 'done-late', 'in-time'] as const)
      expect(own.counts[state] ?? 0).toBe(
        own.units.reduce((sum, { counts }) => sum + (counts[state] ?? 0), 0),
      );
  }
  const ids = world.agencies.map(({ agency }) => agency.agencyId);
  const differ = await withClient(ownerUrl, async (client) => {
    await client.query(`set app.agencies = '{${ids.join(',')}}'`);
    return countDifferences(client, ctx.today().toString());
  });
  expect(differ).toBe(0);
}

describe.each(engines())('the roll-up on PostgreSQL %s', (engine) => {
  let t: EmptyContext;
  beforeAll(async () => {
    t = await emptyContext(engine);
  });
  afterAll(() => t.close());

  test('whatever happens in whatever order, it says what counting says, today and on days to come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (steps) => {
        const world = await newWorld(t);
        for (const [at, one] of steps.entries()) {
          await walk(world, one);
          if (at % 7 === 0) await expectEqual(world, t.ownerUrl);
        }
        await expectEqual(world, t.ownerUrl);
        for (const days of [1, 6, 30]) {
          await walk(world, { does: 'turn', days });
          await expectEqual(world, t.ownerUrl);
        }
        await foldAllRollups(t.ctx);
        await expectEqual(world, t.ownerUrl);
      }),
      { numRuns: 12 },
    );
  }, 120_000);

  test('folded, an agency keeps one row for each key and one day for all that is over', async () => {
    const world = await newWorld(t);
    for (let n = 0; n < 6; n += 1)
      await give(world, {
        ...{ does: 'give', agency: 0, unit: 0, kind: 'do', origin: 'word' },
        deadline: by(nth(n - 10)),
      });
    const { agencyId } = world.agencies[0]!.agency;
    const rows = () =>
      t.ctx.store.read({ agencies: [agencyId] }, (tx) =>
        tx
          .selectFrom('directive_rollup')
          .select(['due', 'count'])
          .where('agency_id', '=', agencyId)
          .execute(),
      );
    expect(await rows()).toHaveLength(12);
    await foldAllRollups(t.ctx);
    expect((await rows()).map(({ count }) => count)).toEqual([6, 6]);
    await expectEqual(world, t.ownerUrl);
  });

  test('many at once on one directive leave it counted once', async () => {
    const world = await newWorld(t);
    await give(world, {
      ...{ does: 'give', agency: 0, unit: 0, kind: 'do', origin: 'word' },
      deadline: by(nth(5)),
    });
    const bodies: FactBody[] = [
      { kind: 'submitted', words: '' },
      { kind: 'suspended', reason },
      { kind: 'stopped', reason },
      { kind: 'returned', reason },
    ];
    await Promise.all(bodies.map((one, on) => act(world, { on, unit: 0, body: one })));
    await expectEqual(world, t.ownerUrl);
  });
});
