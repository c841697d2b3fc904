import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { toContract } from '../../../test/task-facts.ts';
import type { TaskEvent } from '../../domain/tasks/facts.ts';
import type { Actor } from '../context.ts';
import { getDirective } from '../directives/get.ts';
import { FigureReading } from '../figures/contract.ts';
import { listFiguresOf } from '../figures/queries.ts';
import { addPartner } from '../partners/commands.ts';
import { beginTask, correctFact, recordStep } from '../tasks/commands.ts';
import { getTask } from '../tasks/get.ts';
import * as commands from './commands.ts';
import type { InspectionSaid } from './contract.ts';
import { getInspection, listInspections } from './queries.ts';

let t: TestContext;
let office: Actor;
let officer: Actor;
beforeAll(async () => {
  t = await testContext();
  t.setNow('2026-11-24T03:00:00Z');
  [office, officer] = [t.actorOf('office'), t.actorOf('officer')];
});
afterAll(() => t.close());

const profile = (more: object) => ({
  ...{ title: '', level: 'province' as const, type: 'topic' as const, field: 'Cơ khí', programmeId: null },
  ...{ unitId: t.unitId, orderedBy: null, aims: '', products: '', members: [], ...more },
});
/** A running task, taken over from older files. */
const begin = async (title: string, more: object = {}) => {
  const said = {
    profile: profile({ title, ...more }),
    on: '2024-05-10',
    takenOver: 'running' as const,
    restsOn: null,
    secret: false,
  };
  return (await beginTask(t.ctx, office, said)).id;
};
const plan = (taskIds: string[], more: object = {}): InspectionSaid => ({
  ...{ name: 'Kiểm tra đợt 1 năm 2026', from: '2026-11-02', to: '2026-11-27', unit: t.unitId, team: '' },
  ...{ taskIds, ...more },
});
const open = (taskIds: string[], more: object = {}) =>
  commands.planInspection(t.ctx, office, {
    ...{ plan: plan(taskIds, more), on: '2026-01-12' },
    restsOn: { sign: '18/QĐ-SKHCN', date: '2026-01-12' },
  });
const minute = (id: string, taskId: string, more: object = {}, actor = office) =>
  commands.minuteInspection(t.ctx, actor, id, {
    ...{ taskId, on: '2026-11-20', outcome: 'continue' as const, findings: [], restsOn: null, ...more },
  });

test('a round runs from the plan of the year to the directives its findings become', async () => {
  const [mill, dryer] = [await begin('Nghiên cứu máy xay'), await begin('Nghiên cứu máy sấy')];
  const round = await open([mill, dryer]);
  expect(round).toMatchObject({ state: 'running', restsOn: { sign: '18/QĐ-SKHCN' }, version: 1 });
  await minute(round.id, mill, {
    outcome: 'adjust',
    findings: ['Hoàn thiện hồ sơ mua sắm thiết bị', 'Nộp báo cáo quý III'],
    restsOn: { sign: '05/BB-KT', date: '2026-11-20' },
  });
  const done = await minute(round.id, dryer);
  expect(done.state).toBe('done');
  expect(done.abilities.minute).toMatch(/đã có biên bản/u);
  const [first, second] = done.tasks[0]?.findings ?? [];
  const given = {
    given: [{ findingId: first!.id, leadUnitId: t.unitId, product: 'Báo cáo', due: '2026-12-15' }],
    spared: [{ findingId: second!.id, reason: 'đã nộp ngay' }],
  };
  const after = await commands.giveFindings(t.ctx, office, round.id, given);
  expect(after.tasks[0]).toMatchObject({
    ...{ outcome: 'adjust', inspectedOn: '2026-11-20', minutes: { sign: '05/BB-KT' } },
    findings: [{ directive: { state: 'in-time' } }, { spared: 'đã nộp ngay', directive: null }],
  });
  const directive = await getDirective(t.ctx, office, after.tasks[0]!.findings[0]!.directive!.id);
  expect(directive.words).toBe(
    'Thực hiện kiến nghị kiểm tra nhiệm vụ «Nghiên cứu máy xay»: Hoàn thiện hồ sơ mua sắm thiết bị',
  );
  // What was given or spared is not given again, by whoever asks at once.
  await expect(commands.giveFindings(t.ctx, office, round.id, given)).rejects.toMatchObject({ status: 409 });
  // Each task has minutes of its own; in the figures they are one round of two tasks.
  const { figures } = await listFiguresOf(t.ctx, office, FigureReading.parse({ family: 'inspections' }));
  const counted = (one: string) => figures.find((figure) => figure.id === one)?.value;
  expect([counted('inspections-rounds'), counted('inspections-held')]).toEqual([1, 2]);
  // As it stood before the visit.
  expect(await getInspection(t.ctx, office, round.id, '2026-11-05')).toMatchObject({
    ...{ state: 'running', abilities: { amend: expect.stringMatching(/^Đang xem như ngày/u) } },
    tasks: [{ inspectedOn: null }, { inspectedOn: null }],
  });
});

test('minutes put right on the task no longer count, and the task is inspected again', async () => {
  const task = await begin('Nghiên cứu lò hơi');
  const { id } = await open([task]);
  await minute(id, task);
  await expect(minute(id, task)).rejects.toMatchObject({ status: 409 });
  const fact = (await getTask(t.ctx, office, task)).history.find(({ event }) => event?.kind === 'inspected');
  const said = { factId: fact!.id, reason: 'ghi nhầm nhiệm vụ', instead: null };
  await correctFact(t.ctx, office, task, said);
  expect(await getInspection(t.ctx, office, id)).toMatchObject({
    tasks: [{ inspectedOn: null, outcome: null }],
  });
  expect((await minute(id, task, { outcome: 'propose-termination' })).tasks[0]?.outcome).toBe(
    'propose-termination',
  );
});

test('the plan changes under its version and with a reason; what is wrong in it is said', async () => {
  const [task, more] = [await begin('Nghiên cứu giống lúa'), await begin('Nghiên cứu giống ngô')];
  const round = await open([task]);
  const said = { plan: plan([task, more], { to: '2026-12-20' }), reason: 'thêm nhiệm vụ', on: '2026-11-24' };
  const amend = (version: number) =>
    commands.amendInspection(t.ctx, office, round.id, version, { ...said, restsOn: null });
  expect(await amend(1)).toMatchObject({ amended: 1, to: '2026-12-20', version: 2 });
  await expect(amend(1)).rejects.toMatchObject({ status: 412 });
  await expect(open([task], { to: '2026-11-01' })).rejects.toMatchObject({ errors: [{ path: 'plan.to' }] });
  const stranger = '00000000-0000-4000-8000-000000000001';
  await expect(open([stranger])).rejects.toMatchObject({ errors: [{ path: 'plan.taskIds' }] });
  await expect(minute(round.id, stranger)).rejects.toMatchObject({ errors: [{ path: 'taskId' }] });
  await expect(minute(round.id, task, { on: '2026-11-25' })).rejects.toMatchObject({
    errors: [{ path: 'on' }],
  });
  const dropped = await commands.dropInspection(t.ctx, office, round.id, { reason: 'gộp vào đợt 2' });
  expect(dropped).toMatchObject({ state: 'dropped', dropped: { reason: 'gộp vào đợt 2' } });
  await expect(minute(round.id, task)).rejects.toMatchObject({ status: 409 });
});

test('whoever carries a task out writes no minutes of it', async () => {
  const said = { kind: 'person' as const, profile: { name: 'Chuyên viên', personId: officer.personId } };
  const own = await addPartner(t.ctx, office, { said: said as never, on: '2026-01-02' });
  const task = await begin('Nghiên cứu của chuyên viên', {
    members: [{ id: own.id, name: 'Chuyên viên', role: 'main' }],
  });
  const { id } = await open([task]);
  await expect(minute(id, task, {}, officer)).rejects.toMatchObject({ status: 403 });
  expect((await getInspection(t.ctx, office, id)).tasks[0]?.inspectedOn).toBeNull();
});

test('tasks due for inspection in the year stand beside the plan until a round names them', async () => {
  const year = (of = 2026) => listInspections(t.ctx, office, { year: of });
  const title = 'Nghiên cứu máy sấy nông sản';
  const [proposed, ...rest] = toContract;
  const said = { profile: profile({ title }), on: proposed!.happenedOn, restsOn: null, secret: false };
  const contracted = (await beginTask(t.ctx, office, said)).id;
  for (const { happenedOn: on, body } of rest)
    await recordStep(t.ctx, office, contracted, { on, event: body as TaskEvent, restsOn: null });
  const old = await begin('Nghiên cứu chờ kiểm tra');
  const { due } = await year();
  // A year after the contract (TT 04/2015/TT-BKHCN Đ5); of older files without a contract no day is known.
  expect(due[0]).toMatchObject({ taskId: contracted, due: '2025-09-04' });
  expect(due.find(({ taskId }) => taskId === old)).toMatchObject({ due: null });
  const { id } = await open([contracted]);
  expect((await year()).due.map(({ taskId }) => taskId)).not.toContain(contracted);
  expect((await year(2024)).due.map(({ taskId }) => taskId)).not.toContain(contracted);
  const rounds = await listInspections(t.ctx, office, { taskId: contracted });
  expect(rounds.items.map((row) => row.id)).toEqual([id]);
});
