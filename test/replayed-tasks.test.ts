import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertTasks, type ToldTask } from '../examples/tasks/replay.ts';
import { type Actor, command } from '../src/features/context.ts';
import { FigureReading, listFigureRecords } from '../src/features/figures/contract.ts';
import { listFiguresOf } from '../src/features/figures/queries.ts';
import { listRecordsOf } from '../src/features/figures/records.ts';
import { correctFact } from '../src/features/tasks/commands.ts';
import { type EmptyContext, emptyContext } from './context.ts';
import { cutOffs, stated, toldYear } from './replayed-tasks.ts';

/** The year of the invented department's tasks, entered as it went; and in another agency weeks late, the last thing first. */
let t: EmptyContext;
let prompt: Actor;
let late: Actor;
const lateBy = 40;

beforeAll(async () => {
  t = await emptyContext();
  t.setNow('2026-11-24T03:00:00Z');
  prompt = await agencyWith((tasks) => tasks, 0);
  const backwards = (tasks: ToldTask[]) =>
    tasks.map((task) => ({ ...task, happenings: task.happenings.toReversed() })).toReversed();
  late = await agencyWith(backwards, lateBy);
});
afterAll(() => t.close());

async function agencyWith(entered: (tasks: ToldTask[]) => ToldTask[], later: number): Promise<Actor> {
  const agency = await t.newAgency();
  const actor = agency.actorOf('director');
  const told = entered(toldYear({ unitId: agency.unitId, name: 'Văn phòng' }));
  const about = { action: 'demo.replayed', recordKind: 'agency', recordId: actor.agencyId };
  await command(t.ctx, actor, about, (tx) => insertTasks(tx, t.ctx, actor, told, { later }));
  return actor;
}

const reading = { period: 'dates', from: '2025-01-01', to: '2025-12-31' } as const;

async function figuresAt(actor: Actor, cutOff: string, more: object = {}): Promise<Record<string, unknown>> {
  const asked = FigureReading.parse({ ...reading, cutOff, ...more });
  const { figures } = await listFiguresOf(t.ctx, actor, asked);
  return Object.fromEntries(figures.map(({ id, value }) => [id, value]));
}

const statedAt = (at: number) =>
  Object.fromEntries(Object.entries(stated).map(([id, values]) => [id, values[at]]));
const told = (figures: Record<string, unknown>) =>
  Object.fromEntries(Object.keys(stated).map((id) => [id, figures[id]]));

test('a year of tasks gives exactly the figures stated at four cut-off dates, late and out of order too', async () => {
  for (const [at, cutOff] of cutOffs.entries()) {
    const figures = await figuresAt(prompt, cutOff);
    expect(told(figures), cutOff).toEqual(statedAt(at));
    expect(await figuresAt(late, cutOff), cutOff).toEqual(figures);
  }
});

test('what is known by the end of the cut-off day alone is counted so, and stays so', async () => {
  const knownAt = '2025-03-31T16:59:59Z';
  const then = await figuresAt(late, '2025-03-31', { knownAt });
  // The contracts of 3/2 and 17/2 were recorded by then, and no result of the year.
  expect(then).toMatchObject({ 'tasks-in-hand': 31, 'tasks-new': 2, 'tasks-accepted': 0 });
  expect(told(await figuresAt(prompt, '2025-03-31', { knownAt }))).toEqual(statedAt(0));
});

test('figures of today are the same from what is kept and from the facts; each opens to its tasks', async () => {
  const today = '2026-11-24';
  const asked = { from: '2026-01-01', to: '2026-12-31' };
  const kept = await figuresAt(prompt, today, asked);
  await t.ctx.store.transaction(prompt.scope, (tx) =>
    sql`delete from task_count where agency_id = ${prompt.agencyId}`.execute(tx),
  );
  expect(await figuresAt(prompt, today, asked)).toEqual(kept);
  const opened = listFigureRecords.query!.parse({
    ...{ ...reading, cutOff: '2025-12-31', figure: 'tasks-not-achieved', limit: '50' },
  });
  const { items, splits, total } = await listRecordsOf(t.ctx, prompt, opened);
  expect(total).toBe(1);
  expect(items[0]).toMatchObject({ words: 'Nhiệm vụ số 27', page: { place: 'tasks' }, state: 'ending' });
  expect(splits.map(({ by }) => by)).toEqual(
    expect.arrayContaining(['unit', 'level', 'taskType', 'field', 'phase', 'step']),
  );
});

test('what is put right to a day after the cut-off is counted no more', async () => {
  const unsettled = async () => (await figuresAt(prompt, '2025-03-31'))['tasks-assets-unsettled'];
  const before = await unsettled();
  const { rows } = await t.ctx.store.read(prompt.scope, (tx) =>
    sql<{ id: string; taskId: string }>`select id, task_id as "taskId" from task_fact
      where agency_id = ${prompt.agencyId} and body ->> 'kind' = 'assetsPlanned' and happened_on = '2025-02-10'`.execute(
      tx,
    ),
  );
  const [{ id: factId, taskId }] = rows as [(typeof rows)[number]];
  const instead = { kind: 'assetsPlanned', none: true } as const;
  await correctFact(t.ctx, prompt, taskId, { factId, instead, on: '2025-04-10', reason: 'ghi nhầm ngày' });
  expect([before, await unsettled()]).toEqual([285, 286]);
});
