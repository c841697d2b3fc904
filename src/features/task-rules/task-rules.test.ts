import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { toContract } from '../../../test/task-facts.ts';
import type { TaskEvent } from '../../domain/tasks/facts.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { importCalendarYear } from '../calendar/import.ts';
import { getCalendarYear } from '../calendar/queries.ts';
import type { Actor } from '../context.ts';
import { findOverlaps } from '../task-overlaps/queries.ts';
import { beginTask, recordStep } from '../tasks/commands.ts';
import { getTask } from '../tasks/get.ts';
import { deriveTasksAnew, examineTasks, staleTasks } from '../tasks/redate.ts';
import { decideRule } from './commands.ts';
import type { RuleDecided } from './contract.ts';
import { getRule, listRules } from './queries.ts';

let t: TestContext;
let office: Actor;
beforeAll(async () => {
  t = await testContext();
  office = t.actorOf('office');
  t.setNow('2024-06-04T03:00:00Z');
});
afterAll(() => t.close());

const opening = 'task.selection.opening';
const decided = (more: Partial<RuleDecided> = {}): RuleDecided => ({
  ...{
    insteadOf: '',
    number: '12/QĐ-SKHCN',
    date: '2024-05-01',
    article: 'Điều 3',
    from: '2024-05-02',
    to: null,
  },
  ...{ value: { kind: 'term', amount: 5, direction: 'after' }, note: null, ...more },
});
const inForce = async () =>
  (await listRules(t.ctx, office, { regime: 'A', subject: 'selection' })).items.find(
    ({ topic }) => topic === opening,
  )!;
const dueOf = async (id: string) => (await getTask(t.ctx, office, id)).due;

async function waitingForOpening(): Promise<string> {
  const profile = {
    ...{
      title: 'Nghiên cứu máy sấy nông sản',
      level: 'province' as const,
      type: 'topic' as const,
      field: null,
    },
    ...{ programmeId: null, unitId: t.unitId, orderedBy: null, aims: '', products: '', members: [] },
  };
  const { id } = await beginTask(t.ctx, office, { profile, on: '2024-01-10', restsOn: null, secret: false });
  for (const { happenedOn: on, body } of toContract.slice(1)) {
    if (body.kind === 'opened') break;
    await recordStep(t.ctx, office, id, { on, event: body as TaskEvent, restsOn: null });
  }
  return id;
}

test('a decision holds from its day, moves the clocks of tasks, and is read with what it replaced', async () => {
  const id = await waitingForOpening();
  expect(await dueOf(id)).toBe('2024-06-12');
  const { id: insteadOf, layer, about } = await inForce();
  expect({ layer, about }).toEqual({ layer: 'national', about: expect.stringMatching(/^Mở/u) });

  const rule = await decideRule(t.ctx, office, decided({ insteadOf }));
  expect(rule).toMatchObject({ layer: 'own', basis: { article: 'Điều 3' }, file: null, from: '2024-05-02' });
  expect(rule.versions.map((one) => one.id)).toContain(insteadOf);
  expect(await inForce()).toMatchObject({ id: rule.id, words: expect.stringContaining('5 ngày làm việc') });
  expect(await dueOf(id)).toBe('2024-06-10');
  expect((await getRule(t.ctx, office, insteadOf)).file).toBe('rules/tasks/selection.json');

  // Who looked at the rule of before is told which holds now.
  const again = decideRule(t.ctx, office, decided({ insteadOf, from: '2024-05-10' }));
  await expect(again).rejects.toMatchObject({ status: 409, current: { id: rule.id } });
});

test('a decision that makes no whole rule is refused with what is wrong, and nothing is kept', async () => {
  const { id: insteadOf } = await inForce();
  const refused = (more: Partial<RuleDecided>) => decideRule(t.ctx, office, decided({ insteadOf, ...more }));
  await expect(refused({ value: { kind: 'limit', amount: 3 } })).rejects.toMatchObject({
    errors: [{ path: 'value.kind' }],
  });
  await expect(refused({ to: '2024-05-01' })).rejects.toMatchObject({ errors: [{ path: 'to' }] });
  await expect(refused({ date: '2024-06-05' })).rejects.toMatchObject({ errors: [{ path: 'date' }] });
  await expect(refused({ insteadOf: 'selection.lottery' })).rejects.toMatchObject({ status: 404 });
  expect((await inForce()).id).toBe(insteadOf);
});

test('settings are counted and found', async () => {
  const { doubtful, items } = await listRules(t.ctx, office, { regime: 'A', only: 'setting' });
  expect(doubtful).toBeGreaterThan(0);
  expect(items).toHaveLength(doubtful);
  expect(items.every(({ note }) => note !== null)).toBe(true);
});

test('tasks follow an imported calendar, and what is not what its facts give is put right', async () => {
  const id = await waitingForOpening();
  const before = await dueOf(id);
  const { off } = await getCalendarYear(t.ctx, office, 2024);
  const list = {
    off: [...off.map(({ day }) => day), '2024-06-07'],
    swappedWorkdays: [],
    decision: 'Thông báo thử',
  };
  await importCalendarYear(t.ctx, office, 2024, list, false);
  expect(await dueOf(id)).not.toBe(before);
  const stale = () => t.ctx.store.read(office.scope, (tx) => staleTasks(tx, t.ctx, office.agencyId));
  expect(await stale()).toEqual([]);
  await t.ctx.store.transaction(office.scope, (tx) =>
    sql`update task_now set due = '2024-01-01' where agency_id = ${office.agencyId} and task_id = ${id}`.execute(
      tx,
    ),
  );
  expect(await stale()).toEqual([id]);
  expect(await examineTasks(t.ctx)).toMatchObject({
    ok: false,
    message: expect.stringContaining('1 nhiệm vụ'),
  });
  expect(await deriveTasksAnew(t.ctx)).toBe(1);
  await t.ctx.store.transaction(office.scope, (tx) =>
    sql`update task_count set counted = counted || '{"timesExtended": 7}' where task_id = ${id}`.execute(tx),
  );
  expect(await stale()).toEqual([id]);
  expect(await deriveTasksAnew(t.ctx)).toBe(1);
  expect(await stale()).toEqual([]);
  expect(await examineTasks(t.ctx)).toMatchObject({ ok: true });
});

test('a proposal is held against every task of the agency, and another agency has none', async () => {
  const id = await waitingForOpening();
  const proposal = { title: 'Máy sấy các loại nông sản', aims: '', products: '', besides: null };
  const { items } = await findOverlaps(t.ctx, office, proposal);
  expect(items[0]).toMatchObject({
    task: { title: 'Nghiên cứu máy sấy nông sản' },
    shared: ['máy sấy', 'nông sản'],
  });
  const others = await findOverlaps(t.ctx, office, { ...proposal, besides: id });
  expect(others.items.map(({ task }) => task.id)).not.toContain(id);
  const elsewhere = await findOverlaps(t.ctx, { ...office, agencyId: uuidv7() }, proposal);
  expect(elsewhere.items).toEqual([]);
});
