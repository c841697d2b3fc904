import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import type { Deadline, Recurrence } from '../../domain/deadlines/deadline.ts';
import type { DirectiveAct } from '../../domain/directives/facts.ts';
import type { Actor } from '../context.ts';
import { insertUnit } from '../organisation/units.ts';
import { actOn } from './act.ts';
import { correct, giveByWord } from './commands.ts';
import { getDirective } from './get.ts';
import { makeAllOccurrences, makeOccurrences } from './occurrences.ts';

const open: TestContext[] = [];
let t: TestContext;
let director: Actor;
let other: string;

beforeEach(async () => {
  t = await testContext();
  open.push(t);
  director = t.actorOf('director');
  other = await t.ctx.store.transaction(director.scope, (tx) =>
    insertUnit(tx, t.ctx, director, { name: 'Phòng Kế hoạch', openedOn: '2020-01-01' }),
  );
});
afterAll(() => Promise.all(open.map((one) => one.close())));

const every = (recurrence: Recurrence, on?: string): Deadline => ({
  kind: 'recurring',
  every: [recurrence],
  on,
  text: 'định kỳ',
  span: [0, 0],
});

const give = (deadline: Deadline, givenOn: string) =>
  giveByWord(t.ctx, director, {
    words: 'Báo cáo kết quả thực hiện nhiệm vụ',
    leadUnitId: t.unitId,
    coordinatingUnitIds: [],
    product: 'Báo cáo',
    deadline,
    kind: 'do',
    givenOn,
  });

const act = async (id: string, one: DirectiveAct) => {
  const { version } = await getDirective(t.ctx, director, id);
  return actOn(t.ctx, director, id, version, { act: one });
};

/** What stands in the register of a duty, by day. */
const made = (duty: string) =>
  t.ctx.store.read(director.scope, (tx) =>
    tx
      .selectFrom('directive as d')
      .innerJoin('directive_now as n', 'n.directive_id', 'd.id')
      .select(['d.id', 'd.occurrence_on as on', 'n.due', 'n.phase', 'n.lead_name as lead', 'n.product'])
      .where('d.agency_id', '=', t.agencyId)
      .where('d.parent_id', '=', duty)
      .orderBy('d.occurrence_on')
      .execute(),
  );
const days = async (duty: string) => (await made(duty)).map((one) => one.on);
const sweepOn = (day: string) => {
  t.setNow(`${day}T01:00:00Z`);
  return makeOccurrences(t.ctx, t.agencyId);
};

test('over a year the calendar makes each occurrence once, Tết and a swapped Saturday in it', async () => {
  t.setNow('2026-01-05T01:00:00Z');
  const { id } = await give(every('week', 'thứ Bảy'), '2026-01-05');
  const monthly = await give(every('month', '20'), '2026-01-05');
  for (let day = Temporal.PlainDate.from('2026-01-05'); day.year === 2026; day = day.add({ days: 3 })) {
    t.setNow(`${day.toString()}T01:00:00Z`);
    await makeAllOccurrences(t.ctx);
  }
  const weekly = await made(id);
  expect(weekly.filter(({ on }) => (on ?? '') < '2027').length).toBe(51);
  const dueOf = (on: string) => weekly.find((one) => one.on === on)?.due;
  // 22/08/2026 is worked for 31/08; 14/02 runs into Tết and through to the Monday after.
  expect(dueOf('2026-08-22')).toBe('2026-08-22');
  expect(dueOf('2026-08-29')).toBe('2026-09-03');
  expect(dueOf('2026-02-14')).toBe('2026-02-23');
  const months = (await made(monthly.id)).filter(({ on }) => (on ?? '') < '2027');
  expect(months.map(({ on }) => on)).toHaveLength(12);
  expect(months.find(({ on }) => on === '2026-02-20')?.due).toBe('2026-02-23');
});

test('a duty given long ago brings the running month and what is to come, no flood', async () => {
  const { id } = await give(every('month', '5'), '2022-03-01');
  await sweepOn('2026-11-25');
  expect(await days(id)).toEqual(['2026-11-05', '2026-12-05', '2027-01-05']);
});

test('two sweeps at once and a sweep again make nothing twice and leave one audit event', async () => {
  const { id } = await give(every('month', '5'), '2026-11-20');
  const results = await Promise.all([sweepOn('2026-11-25'), sweepOn('2026-11-25'), sweepOn('2026-11-25')]);
  expect(results.filter((result) => result !== null)).toEqual([{ made: 2, changed: 0 }]);
  expect(await days(id)).toEqual(['2026-12-05', '2027-01-05']);
  const events = await t.ctx.store.read(director.scope, (tx) =>
    tx.selectFrom('audit_event').select('id').where('action', '=', 'directive.occurrencesMade').execute(),
  );
  expect(events).toHaveLength(1);
});

describe('what happens to the duty reaches only what is still to come', () => {
  let duty: string;
  beforeEach(async () => {
    t.setNow('2026-10-01T01:00:00Z');
    duty = (await give(every('month', '5'), '2026-10-01')).id;
    await sweepOn('2026-10-01');
    await sweepOn('2026-11-25');
    expect(await days(duty)).toEqual(['2026-10-05', '2026-11-05', '2026-12-05', '2027-01-05']);
  });
  const phases = async () => (await made(duty)).map(({ phase }) => phase);

  test('a new rule stops those it no longer names and makes those it does', async () => {
    const { version } = await getDirective(t.ctx, director, duty);
    await correct(t.ctx, director, duty, version, { reason: 'đổi ngày', deadline: every('month', '20') });
    await sweepOn('2026-11-25');
    expect(await days(duty)).toEqual(['2026-10-05', '2026-11-05', '2026-12-05', '2026-12-20', '2027-01-05']);
    expect(await phases()).toEqual(['given', 'given', 'stopped', 'given', 'stopped']);
  });

  test('another lead takes over those to come', async () => {
    await act(duty, { kind: 'transferred', lead: { unitId: other, name: '' }, reason: 'chuyển phòng' });
    await sweepOn('2026-11-25');
    const leads = (await made(duty)).map(({ lead }) => lead);
    expect(leads).toEqual(['Văn phòng', 'Văn phòng', 'Phòng Kế hoạch', 'Phòng Kế hoạch']);
    expect(await sweepOn('2026-11-25')).toBeNull();
  });

  test('suspended they rest, resumed they are there again', async () => {
    await act(duty, { kind: 'suspended', reason: 'chờ chỉ đạo' });
    await sweepOn('2026-11-25');
    expect(await phases()).toEqual(['given', 'given', 'stopped', 'stopped']);
    expect(await sweepOn('2026-11-26')).toBeNull();
    await act(duty, { kind: 'workResumed' });
    await sweepOn('2026-11-26');
    expect(await phases()).toEqual(['given', 'given', 'given', 'given']);
  });

  test('stopped none is made any more', async () => {
    await act(duty, { kind: 'stopped', reason: 'hết nhiệm vụ' });
    await sweepOn('2026-12-25');
    expect(await days(duty)).toHaveLength(4);
    expect(await phases()).toEqual(['given', 'given', 'given', 'stopped']);
  });

  test('one somebody has worked on is left alone', async () => {
    const next = (await made(duty))[2]?.id ?? '';
    await act(next, { kind: 'transferred', lead: { unitId: other, name: '' }, reason: 'kỳ này' });
    await act(duty, { kind: 'stopped', reason: 'hết nhiệm vụ' });
    await sweepOn('2026-11-26');
    expect(await phases()).toEqual(['given', 'given', 'given', 'stopped']);
  });
});
