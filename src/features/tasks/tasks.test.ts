import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { toAcceptance } from '../../../test/task-facts.ts';
import { PhaseId, type TaskEvent } from '../../domain/tasks/facts.ts';
import { StepName } from '../../domain/tasks/filter.ts';
import type { Actor } from '../context.ts';
import { addPartner } from '../partners/commands.ts';
import { getPartner } from '../partners/queries.ts';
import { boardTasks } from '../portfolio/board.ts';
import { tasksXlsx } from '../portfolio/table.ts';
import { arrangeContract } from './arrange.ts';
import { codeTask, uncodeTask } from './codes.ts';
import * as commands from './commands.ts';
import { getTask } from './get.ts';
import { listTasks, taskWaits } from './list.ts';

let t: TestContext;
let office: Actor;
beforeAll(async () => {
  t = await testContext();
  office = t.actorOf('office');
});
afterAll(() => t.close());
beforeEach(() => t.setNow('2026-11-24T03:00:00Z'));

const profile = (more: object = {}) => ({
  ...{ title: 'Nghiên cứu máy sấy nông sản', level: 'province' as const, type: 'topic' as const },
  ...{ field: 'Cơ khí', programmeId: null, unitId: t.unitId, orderedBy: null, aims: '', products: '' },
  ...{ members: [], ...more },
});
const begin = (on: string, more: object = {}) =>
  commands.beginTask(t.ctx, office, { profile: profile(), on, restsOn: null, secret: false, ...more });
const record = (id: string, on: string, event: TaskEvent, actor = office) =>
  commands.recordStep(t.ctx, actor, id, { on, event, restsOn: null });

/** A task of the law of 2013 that has come to its acceptance council, recorded step by step. */
async function toCouncil(): Promise<string> {
  const [proposed, ...rest] = toAcceptance;
  const { id } = await begin(proposed!.happenedOn);
  for (const { happenedOn, body } of rest) await record(id, happenedOn, body as TaskEvent);
  return id;
}

test('a task runs from its proposal to the council, each step by its law, and is seen as it stood', async () => {
  const id = await toCouncil();
  const task = await getTask(t.ctx, office, id);
  expect(task).toMatchObject({
    state: 'running',
    regime: 'A',
    host: { name: 'Viện Cơ khí Sông Hương' },
    startsOn: '2024-09-04',
    stateMoney: 1_800_000_000,
    law: { reason: expect.stringContaining('15/08/2024') },
    gaps: [],
  });
  const council = task.steps.find(({ kind }) => kind === 'accepted');
  expect(council).toMatchObject({ state: 'open', since: '2026-10-20', ability: true });
  expect(council?.clocks[0]).toMatchObject({ topic: 'task.acceptance.meeting', startedOn: '2026-10-20' });
  expect(task.steps.find(({ kind }) => kind === 'liquidated')?.ability).toMatch(/^Chưa có/u);
  expect(task.changeOptions.find(({ type }) => type === 'extension')).toMatchObject({
    ways: ['ask'],
    limits: [expect.stringMatching(/^Gia hạn 1 lần/u), expect.anything(), expect.anything()],
  });
  const then = await getTask(t.ctx, office, id, '2024-06-05');
  expect(then).toMatchObject({ state: 'proposed', host: null, startsOn: null });
  expect(then.steps.find(({ kind }) => kind === 'opened')?.state).toBe('open');
  expect(then.abilities.record).toMatch(/^Đang xem như ngày/u);
  await expect(getTask(t.ctx, office, id, '2024-01-09')).rejects.toMatchObject({ status: 404 });
});

test('what is not possible is refused with its article, and nothing is recorded', async () => {
  const { id, version } = await begin('2026-11-02');
  expect(await getTask(t.ctx, office, id)).toMatchObject({ regime: 'B-science', state: 'proposed' });
  const early = record(id, '2026-11-03', {
    kind: 'contracted',
    number: '1',
    from: '2026-11-03',
    to: '2027-11-03',
  });
  await expect(early).rejects.toMatchObject({ status: 409, message: expect.stringContaining('Chưa có') });
  await expect(record(id, '2026-11-25', { kind: 'ordered' })).rejects.toMatchObject({
    errors: [{ path: 'on' }],
  });
  const officer = t.actorOf('officer');
  await expect(
    commands.decideRegime(t.ctx, officer, id, {
      regime: 'A',
      on: '2026-11-03',
      number: '1',
      reason: 'xét dở',
    }),
  ).resolves.toBeDefined();
  expect((await getTask(t.ctx, office, id)).version).toBe(version + 1);
  await expect(begin('2026-11-02', { secret: true })).rejects.toMatchObject({ status: 422 });
});

test('a correction keeps what was recorded readable, and cannot take away what later steps rest on', async () => {
  const id = await toCouncil();
  const { history } = await getTask(t.ctx, office, id);
  const contract = history.find(({ sentence }) => sentence.includes('07/2024/HĐ-ĐTĐL'))!;
  const correct = (instead: TaskEvent | null) =>
    commands.correctFact(t.ctx, office, id, { factId: contract.id, reason: 'gõ nhầm số', instead });
  await expect(correct(null)).rejects.toMatchObject({
    status: 409,
    message: expect.stringContaining('dựa vào'),
  });
  const put = {
    kind: 'contracted' as const,
    number: '08/2024/HĐ-ĐTĐL',
    from: '2024-09-04',
    to: '2026-09-04',
  };
  const task = await correct(put);
  expect(task.contract?.number).toBe('08/2024/HĐ-ĐTĐL');
  expect(task.history.find((one) => one.id === contract.id)?.superseded).toBe(true);
  await expect(correct(put)).rejects.toMatchObject({ status: 409 });
});

test('a day and a document are put right too, and a correction itself, as far as the life cycle allows', async () => {
  const id = await toCouncil();
  const newest = async (words: string) =>
    (await getTask(t.ctx, office, id)).history.find(
      (one) => !one.superseded && one.sentence.includes(words),
    )!;
  const correct = async (said: { on?: string; restsOn?: { sign: string; date: string } }) => {
    const { id: factId, event } = await newest('HĐ-ĐTĐL');
    return commands.correctFact(t.ctx, office, id, { factId, reason: 'gõ nhầm', instead: event, ...said });
  };
  await correct({ on: '2024-09-05', restsOn: { sign: '9/QĐ-SKHCN', date: '2024-08-30' } });
  expect(await newest('HĐ-ĐTĐL')).toMatchObject({
    happenedOn: '2024-09-05',
    restsOn: { sign: '9/QĐ-SKHCN' },
  });
  // The correction was wrong too: what it left as it was stays.
  const task = await correct({ on: '2024-09-04' });
  expect(await newest('HĐ-ĐTĐL')).toMatchObject({
    happenedOn: '2024-09-04',
    restsOn: { sign: '9/QĐ-SKHCN' },
  });
  expect(task.history.filter(({ superseded }) => superseded)).toHaveLength(2);
  const waits = { status: 409, message: expect.stringContaining('dựa vào') };
  await expect(correct({ on: '2026-11-20' })).rejects.toMatchObject(waits);
  const early = { status: 409, message: expect.stringContaining('Chưa có') };
  await expect(correct({ on: '2024-01-10' })).rejects.toMatchObject(early);
  await expect(correct({ on: '2027-01-10' })).rejects.toMatchObject({ errors: [{ path: 'on' }] });
});

test('the portfolio, its counts and its waits are the same from the rows kept and from the facts of the day', async () => {
  await toCouncil();
  const query = { limit: 50 };
  const now = await listTasks(t.ctx, office, query);
  const then = await listTasks(t.ctx, office, { ...query, asOf: '2026-11-24' });
  const bare = ({ items, counts, total }: typeof now) => ({ items, counts, total });
  expect(bare(then)).toEqual(bare(now));
  expect(now.counts.running).toBeGreaterThan(0);
  const waits = await taskWaits(t.ctx, office, {});
  expect(await taskWaits(t.ctx, office, { asOf: '2026-11-24' })).toEqual(waits);
  // In the order of a task's life, however the database gives them.
  expect(waits.passed.map(({ step }) => step).slice(0, 4)).toEqual([
    'proposed',
    'ordered',
    'searched',
    'identified',
  ]);
  const found = await listTasks(t.ctx, office, { ...query, q: 'song huong', state: ['running'], late: true });
  expect(found.items.every(({ late, host }) => late && host?.name === 'Viện Cơ khí Sông Hương')).toBe(true);
  expect(found.items.length).toBeGreaterThan(0);
  const board = await boardTasks(t.ctx, office, { by: 'step' });
  expect(await boardTasks(t.ctx, office, { by: 'step', asOf: '2026-11-24' })).toEqual(board);
  // Every number of the board and of the waits opens as many.
  for (const { key, count, late } of board.groups) {
    const under = { ...query, step: [StepName.parse(key)] };
    expect((await listTasks(t.ctx, office, under)).total).toBe(count);
    expect((await listTasks(t.ctx, office, { ...under, late: true })).total).toBe(late);
  }
  const byPhase = await boardTasks(t.ctx, office, { by: 'phase' });
  for (const { key, count } of byPhase.groups)
    expect((await listTasks(t.ctx, office, { ...query, phase: [PhaseId.parse(key)] })).total).toBe(count);
  const [sheet] = (await readXlsx(await tasksXlsx(t.ctx, office, { q: 'song huong' }))).sheets;
  expect(sheet!.rows.filter(([at]) => typeof at === 'number').length).toBe(
    (await listTasks(t.ctx, office, { ...query, q: 'song huong' })).total,
  );
  const first = await listTasks(t.ctx, office, { limit: 1, sort: 'newest' });
  const second = await listTasks(t.ctx, office, { limit: 1, sort: 'newest', cursor: first.next! });
  expect(second.items[0]?.id).not.toBe(first.items[0]?.id);
});

test('codes of a family count on from what is there, however it came; a code stands for one task', async () => {
  const [one, two] = [await toCouncil(), await toCouncil()];
  const on = '2024-09-10';
  await codeTask(t.ctx, office, one, { code: 'ĐTĐLCN.07/24', on });
  await expect(codeTask(t.ctx, office, two, { code: 'ĐTĐLCN.07/24', on })).rejects.toMatchObject({
    status: 409,
  });
  const family = 'task.codes.independent-technology';
  const coded = await codeTask(t.ctx, office, two, { family, parts: {}, on });
  expect(coded.codes).toEqual(['ĐTĐLCN.08/24']);
  expect(coded.codeFamilies.find(({ topic }) => topic === family)).toMatchObject({ parts: [] });
  expect(coded.history[0]?.rules).toMatchObject([{ id: 'codes.independent-technology.2014' }]);
});

test('a code given by mistake is taken back with its reason, may be given again, and the history tells of both', async () => {
  const id = await toCouncil();
  const give = () => codeTask(t.ctx, office, id, { code: 'MS.99/24', on: '2024-09-10' });
  const take = () => uncodeTask(t.ctx, office, id, { code: 'MS.99/24', reason: 'gõ nhầm số' });
  await give();
  const { codes, history } = await take();
  expect(codes).toEqual([]);
  expect(history.slice(0, 2).map(({ sentence }) => sentence)).toEqual([
    ...['Bỏ mã số MS.99/24: gõ nhầm số', 'Mã số MS.99/24'],
  ]);
  // Who took it back a moment later is told so; as of any day it never counted, and it is free again.
  await expect(take()).rejects.toMatchObject({ status: 409, message: expect.stringContaining('không còn') });
  expect((await getTask(t.ctx, office, id, '2024-09-11')).codes).toEqual([]);
  expect((await give()).codes).toEqual(['MS.99/24']);
});

test('signers and instalments are stated as a whole over what was seen, and money is paid of an instalment', async () => {
  const id = await toCouncil();
  const { version } = await getTask(t.ctx, office, id);
  const signers = { agency: null, host: { name: 'Lê An', position: 'Viện trưởng', authority: '' } };
  const plan = (...amounts: number[]) => ({
    ...{ signers, on: '2024-09-04' },
    instalments: amounts.map((amount) => ({
      ...{ needs: 'Báo cáo được xác nhận', on: null, event: 'sau khi ký', amount, advance: false },
    })),
  });
  const arrange = (amounts: number[], seen = version) =>
    arrangeContract(t.ctx, office, id, seen, plan(...amounts));
  const half = 900_000_000;
  await expect(arrange([half])).rejects.toMatchObject({
    errors: [{ path: 'instalments', message: expect.stringContaining('ít hơn') }],
  });
  await expect(
    arrangeContract(t.ctx, office, id, version, { ...plan(half, half), on: '2024-06-01' }),
  ).rejects.toMatchObject({
    errors: [{ path: 'on' }],
  });
  const task = await arrange([half, half]);
  expect(task).toMatchObject({ versions: [{ signers }], payments: { paid: 0, apart: null } });
  expect(task.contractLacks).not.toContain('các đợt cấp kinh phí');
  await expect(arrange([half, half])).rejects.toMatchObject({ status: 412 });
  const paid = { kind: 'disbursed' as const, amount: half, advance: false };
  const unplanned = record(id, '2024-10-01', { ...paid, instalment: 3 });
  await expect(unplanned).rejects.toMatchObject({ errors: [{ path: 'event.instalment' }] });
  expect(await record(id, '2024-10-01', { ...paid, instalment: 2 })).toMatchObject({
    payments: { planned: [{ paid: 0 }, { paid: half, paidOn: ['2024-10-01'] }], beside: null, paid: half },
  });
});

test('whoever carries a task out decides nothing of it, and a partner has all its files', async () => {
  const said = { kind: 'person' as const, profile: { name: 'Trần Chủ Nhiệm', personId: t.personId } };
  const blank = { identifier: null, degree: null, organisationId: null, email: null, phone: null };
  const partner = await addPartner(t.ctx, office, {
    said: { ...said, profile: { ...blank, ...said.profile } },
    on: '2026-01-05',
  });
  const members = [{ id: partner.id, name: partner.name, role: 'main' as const }];
  const { id } = await begin('2026-03-01', { profile: profile({ members }), takenOver: 'running' });
  await expect(record(id, '2026-03-02', { kind: 'reported' })).rejects.toMatchObject({ status: 403 });
  expect((await getTask(t.ctx, office, id)).abilities.record).toMatch(/tham gia thực hiện/u);
  const { files, running } = await getPartner(t.ctx, office, partner.id);
  expect(files.map((file) => file.id)).toEqual([id]);
  expect(running).toBe(1);
});
