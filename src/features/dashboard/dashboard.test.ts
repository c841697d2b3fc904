import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestAgency, type TestContext, testContext } from '../../../test/context.ts';
import type { Deadline } from '../../domain/deadlines/deadline.ts';
import { dueDayOf } from '../../domain/directives/due-day.ts';
import type { FactBody } from '../../domain/directives/facts.ts';
import type { Origin } from '../../domain/directives/filter.ts';
import { placeOf, type Rated, sharesOf } from '../../domain/directives/rates.ts';
import { standingOf } from '../../domain/directives/standing.ts';
import type { Actor } from '../context.ts';
import { listDirectives as listDirectivesRoute } from '../directives/contract.ts';
import { insertDirectives } from '../directives/insert.ts';
import { listDirectives } from '../directives/queries.ts';
import { factsOf, idsOf, recordFact, refreshNow } from '../directives/record.ts';
import { listFigureRecords } from '../figures/contract.ts';
import { listRecordsOf } from '../figures/records.ts';
import { insertPost } from '../organisation/persons.ts';
import { insertUnit } from '../organisation/units.ts';
import { askUnit } from '../requests/commands.ts';
import { listRequests as listRequestsRoute } from '../requests/contract.ts';
import { listRequests } from '../requests/queries.ts';
import { Figure } from './contract.ts';
import { median } from './figures.ts';
import { getDashboardOf, periodOf } from './queries.ts';
import { getTodayOf } from './today.ts';

let t: TestContext;
beforeAll(async () => {
  t = await testContext();
});
afterAll(() => t.close());

const by = (due: string): Deadline => ({ kind: 'date', due, bound: 'by', text: '', span: [0, 0] });
const from = { period: 'dates' as const, from: '2026-01-05', to: '2026-06-30' };

async function withUnits(agency: TestAgency): Promise<{ units: string[]; director: Actor }> {
  const director = agency.actorOf('director', 'head');
  const second = await t.ctx.store.transaction(director.scope, async (tx) => {
    const id = await insertUnit(tx, t.ctx, director, { name: 'Phòng Kế hoạch', openedOn: '2020-01-01' });
    await insertPost(tx, t.ctx, director, agency.personId, {
      unitId: agency.unitId,
      role: 'head',
      title: 'Trưởng phòng',
      from: '2020-01-01',
    });
    return id;
  });
  return { units: [agency.unitId, second], director };
}

/** Acts in any order, as no clerk would record them: the fold and the rows must still say the same. */
const day = fc
  .integer({ min: 0, max: 200 })
  .map((n) => Temporal.PlainDate.from('2026-01-02').add({ days: n }).toString());
const reason = 'lý do thử';
const always = (body: FactBody) => fc.constant<FactBody>(body);
const act: fc.Arbitrary<FactBody | { waitsFor: number }> = fc.oneof(
  always({ kind: 'submitted', words: '' }),
  always({ kind: 'accepted', words: '' }),
  always({ kind: 'returned', reason }),
  always({ kind: 'refused', reason }),
  always({ kind: 'suspended', reason }),
  always({ kind: 'workResumed' }),
  always({ kind: 'stopped', reason }),
  day.map<FactBody>((due) => ({ kind: 'extended', deadline: by(due), reason, objective: false })),
  day.map<FactBody>((due) => ({ kind: 'extensionAsked', deadline: by(due), reason })),
  fc.record({ waitsFor: fc.nat(1) }),
);
const bodyOf = (one: FactBody | { waitsFor: number }, units: readonly string[]): FactBody =>
  'kind' in one
    ? one
    : {
        kind: 'progressed',
        percent: 10,
        words: '',
        obstacle: { cause: 'other-unit', waitingFor: { name: 'x', unitId: units[one.waitsFor] ?? '' } },
      };
const directives = fc.array(
  fc.record({
    lead: fc.option(fc.nat(1), { freq: 8 }),
    deadline: fc.oneof(
      { weight: 6, arbitrary: day.map(by) },
      { weight: 1, arbitrary: fc.constant<Deadline>({ kind: 'none' }) },
    ),
    origin: fc.constantFrom<Origin>('word', 'word', 'part', 'occurrence'),
    acts: fc.array(fc.tuple(day, act), { maxLength: 4 }),
  }),
  { minLength: 10, maxLength: 30 },
);
type Directives = typeof directives extends fc.Arbitrary<infer List> ? List : never;

async function record(agency: TestAgency, director: Actor, units: readonly string[], generated: Directives) {
  const { agencyId } = agency;
  const calendar = await t.ctx.calendar();
  return t.ctx.store.transaction(director.scope, async (tx) => {
    const given = (lead: number | null, deadline: Deadline) => ({
      lead: lead === null ? null : { name: 'Đơn vị', unitId: units[lead] ?? '' },
      coordinating: [],
      deadline,
      product: null,
    });
    const root = {
      words: 'Việc gốc',
      kind: 'do' as const,
      origin: 'word' as const,
      given: given(0, { kind: 'none' }),
      givenOn: '2026-01-02',
    };
    const [parentId = ''] = idsOf(await insertDirectives(tx, t.ctx, director, [root]));
    const told = await insertDirectives(
      tx,
      t.ctx,
      director,
      generated.map(({ lead, deadline, origin }, at) => ({
        ...root,
        words: `Việc số ${at}`,
        origin,
        given: given(lead, deadline),
        ...(origin !== 'word' && { parentId }),
        ...(origin === 'occurrence' && {
          occurrenceOn: Temporal.PlainDate.from('2026-01-02').add({ days: at }).toString(),
        }),
      })),
    );
    const ids = idsOf(told);
    // Nothing is recorded of a day to come.
    for (const [at, { acts }] of generated.entries())
      for (const [happenedOn, one] of acts.filter(([on]) => on <= t.ctx.today().toString()))
        await recordFact(tx, {
          agencyId,
          directiveId: ids[at] ?? '',
          happenedOn,
          recordedAt: t.ctx.clock().toString(),
          recordedBy: null,
          body: bodyOf(one, units),
        });
    await refreshNow(tx, agencyId, [parentId, ...ids], calendar);
    const facts = await factsOf(tx, agencyId, ids);
    return ids.map((id, at): Rated & { origin: Origin } => {
      const standing = standingOf(facts.get(id) ?? []);
      if (standing === null) throw new Error('not given');
      return {
        origin: generated[at]?.origin ?? 'word',
        firstDue: dueDayOf(standing.firstDeadline, calendar),
        due: dueDayOf(standing.deadline, calendar),
        closedOn: standing.closedOn,
        stoppedOn: standing.stoppedOn,
        suspended: standing.suspendedOn !== null,
      };
    });
  });
}

/** Every number within an answer with where it stands. */
function figuresIn(value: unknown, path = ''): [string, Figure][] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Figure.safeParse(value);
  if (own.success) return [[path, own.data]];
  return Object.entries(value).flatMap(([name, inner]) => figuresIn(inner, `${path}/${name}`));
}

async function opened(actor: Actor, { list, opens }: Figure): Promise<number> {
  if (list === 'figures')
    return (
      (await listRecordsOf(t.ctx, actor, listFigureRecords.query!.parse({ ...opens, limit: 1 }))).total ?? -1
    );
  return list === 'directives'
    ? (await listDirectives(t.ctx, actor, listDirectivesRoute.query!.parse({ ...opens, limit: 1 }))).total
    : (await listRequests(t.ctx, actor, listRequestsRoute.query!.parse({ ...opens, limit: 1 }))).total;
}

test('the shares are those of the domain, and every number is the total of the list it opens', async () => {
  await fc.assert(
    fc.asyncProperty(directives, day, async (generated, today) => {
      const agency = await t.newAgency();
      const { units, director } = await withUnits(agency);
      t.setNow(`${today}T03:00:00Z`);
      const rated = await record(agency, director, units, generated);
      await askUnit(t.ctx, director, {
        fromUnitId: agency.unitId,
        toUnitId: units[1] ?? '',
        words: 'Xin số liệu quý này',
        deadline: by(today),
        directiveId: null,
      });
      const dashboard = await getDashboardOf(t.ctx, director, from);
      const counted = rated.filter(({ origin }) => origin !== 'part');
      const { shares, setAside, base } = dashboard.rates;
      const found = Object.fromEntries(Object.entries(shares).map(([share, { count }]) => [share, count]));
      expect(found).toEqual(sharesOf(counted, from, today));
      expect(setAside.count).toBe(counted.filter((one) => placeOf(one, from, today) === 'set-aside').length);
      expect(base.count).toBe(Object.values(found).reduce((sum, count) => sum + count, 0));
      const one = await getDashboardOf(t.ctx, agency.actorOf('head'), { ...from, unit: units[1] ?? '' });
      const mine = await getTodayOf(t.ctx, agency.actorOf('head'));
      for (const [path, figure] of figuresIn({ dashboard, one, mine }))
        expect([path, await opened(agency.actorOf('head'), figure)]).toEqual([path, figure.count]);
    }),
    { numRuns: 10 },
  );
}, 120_000);

test('beside the year stands the year before, and the middle of what was late', async () => {
  t.setNow('2026-11-24T03:00:00Z');
  const agency = await t.newAgency();
  const { units, director } = await withUnits(agency);
  const done = (due: string, submitted: string): Directives[number] => ({
    lead: 0,
    deadline: by(due),
    origin: 'word',
    acts: [
      [submitted, { kind: 'submitted', words: '' }],
      [submitted, { kind: 'accepted', words: '' }],
    ],
  });
  await record(agency, director, units, [
    done('2025-06-10', '2025-06-10'),
    done('2025-06-10', '2025-06-11'),
    done('2026-03-10', '2026-03-12'),
    done('2026-03-10', '2026-03-16'),
  ]);
  const { rates } = await getDashboardOf(t.ctx, director, { period: 'year' });
  expect(rates).toMatchObject({ base: { count: 2 }, medianLate: 3 });
  expect(rates.before).toMatchObject({ words: 'năm 2025', base: 2, doneByFirst: { count: 1 } });
  expect(await opened(director, rates.before!.doneByFirst)).toBe(1);
});

test('periods close by the decree’s windows or as asked', () => {
  const on = Temporal.PlainDate.from('2026-11-24');
  expect(periodOf({ period: 'month' }, on)).toMatchObject({ from: '2026-11-15', to: '2026-12-14' });
  expect(periodOf({ period: 'quarter' }, on)).toMatchObject({
    from: '2026-09-15',
    to: '2026-12-14',
    words: 'quý IV năm 2026',
  });
  expect(periodOf({ period: 'half' }, on).from).toBe('2026-06-15');
  expect(periodOf({ period: 'year' }, on).from).toBe('2025-12-15');
  expect(periodOf(from, on)).toMatchObject({ from: from.from, to: from.to });
  expect(() => periodOf({ ...from, to: '2025-12-01' }, on)).toThrow('Một số ô chưa đúng');
});

test('the middle of numbers', () => {
  expect([median([]), median([3]), median([9, 1, 4]), median([1, 2, 10, 4])]).toEqual([0, 3, 4, 3]);
});
