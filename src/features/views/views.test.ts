import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { DirectiveState } from '../../domain/directives/filter.ts';
import { giveByWord } from '../directives/commands.ts';
import { listDirectives } from '../directives/queries.ts';
import { createUnit } from '../organisation/units.ts';
import { groups, span } from './queries.ts';
import { changeView, endView, listViews, saveView } from './saved.ts';

let t: TestContext;
let research: string;
beforeAll(async () => {
  t = await testContext();
  const office = t.actorOf('office', 'administrator');
  const unit = { name: 'Phòng Quản lý Khoa học', openedOn: '2020-01-01' };
  research = (await createUnit(t.ctx, office, unit)).id;
  const give = (words: string, leadUnitId: string, due: string | null) =>
    giveByWord(t.ctx, office, {
      words,
      leadUnitId,
      coordinatingUnitIds: [],
      product: null,
      kind: 'do',
      givenOn: '2026-10-05',
      deadline: due === null ? { kind: 'none' } : { kind: 'date', due, bound: 'by', text: '', span: [0, 0] },
    });
  for (const day of ['02', '03', '04']) await give(`Rà soát tiến độ ngày ${day}`, t.unitId, `2026-11-${day}`);
  await give('Nghiệm thu đề tài nano', research, '2026-11-27');
  await give('Nghiệm thu đề tài sau năm mới', research, '2027-03-31');
  await give('Duy trì nề nếp', research, null);
});
afterAll(() => t.close());

const all = { by: 'unit', each: 20 } as const;
const idsOf = (grouped: Awaited<ReturnType<typeof groups>>) =>
  grouped.groups.flatMap(({ items }) => items.map(({ id }) => id)).sort();

test('every view shows the directives of the list under the same filter', async () => {
  const actor = t.actorOf('officer');
  const filter = { q: 'nghiem thu', dueTo: '2026-12-31' };
  const list = await listDirectives(t.ctx, actor, { ...filter, limit: 50 });
  const ids = list.items.map(({ id }) => id).sort();
  expect(ids).toHaveLength(1);
  const days = { from: '2026-10-26', to: '2026-12-06' };
  expect(idsOf(await groups(t.ctx, actor, { ...all, ...filter }))).toEqual(ids);
  expect(idsOf(await groups(t.ctx, actor, { ...all, ...filter, by: 'state' }))).toEqual(ids);
  expect(idsOf(await groups(t.ctx, actor, { ...all, ...filter, by: 'day', ...days }))).toEqual(ids);
  const bars = await span(t.ctx, actor, { ...filter, ...days });
  expect(bars.items.map(({ id }) => id)).toEqual(ids);
});

test('a column tells how many it holds, and the first of them in the order of the list', async () => {
  const board = await groups(t.ctx, t.actorOf('head'), { ...all, each: 2 });
  const column = board.groups.find(({ key }) => key === t.unitId);
  expect(column).toMatchObject({ count: 3 });
  expect(column?.items.map(({ dueDay }) => dueDay)).toEqual(['2026-11-02', '2026-11-03']);
  expect(board).toMatchObject({ total: 6, undated: 1 });
  const states = await groups(t.ctx, t.actorOf('head'), { ...all, by: 'state' });
  for (const { key, items } of states.groups)
    for (const { state } of items) expect(state).toBe(DirectiveState.parse(key));
  expect(states.groups.reduce((sum, { count }) => sum + count, 0)).toBe(6);
});

test('a calendar asks for the days shown and still says how many there are', async () => {
  const month = await groups(t.ctx, t.actorOf('head'), {
    ...all,
    by: 'day',
    from: '2026-11-01',
    to: '2026-11-30',
  });
  expect(month.groups.map(({ key, count }) => `${key} ${count}`)).toEqual([
    '2026-11-02 1',
    '2026-11-03 1',
    '2026-11-04 1',
    '2026-11-27 1',
  ]);
  expect(month.total).toBe(6);
});

test('a timeline shows what touches its days: not what ended before or begins after', async () => {
  const actor = t.actorOf('head');
  const later = await span(t.ctx, actor, { from: '2026-12-01', to: '2027-01-31' });
  expect(later.items.map(({ words }) => words)).toEqual(['Nghiệm thu đề tài sau năm mới']);
  expect(later).toMatchObject({ total: 6, within: 1 });
  expect((await span(t.ctx, actor, { from: '2026-01-01', to: '2026-09-30' })).items).toEqual([]);
});

test('a view of one’s own is seen by oneself, one that is shared by the agency', async () => {
  const [office, officer] = [t.actorOf('office'), { ...t.actorOf('officer'), personId: null }];
  const own = await saveView(t.ctx, office, { name: 'Của tôi', query: 'state=overdue', shared: false });
  const shared = await saveView(t.ctx, office, {
    name: 'Quá hạn theo đơn vị',
    query: 'view=board&state=overdue&open=1',
    shared: true,
  });
  expect(shared.query).toBe('state=overdue&view=board');
  expect((await listViews(t.ctx, office)).map(({ id }) => id)).toEqual([shared.id, own.id]);
  const seen = await listViews(t.ctx, officer);
  expect(seen).toMatchObject([{ id: shared.id, shared: true }]);
  expect(seen[0]?.abilities.change).toContain('người khác');
  await expect(changeView(t.ctx, officer, shared.id, { ...shared, shared: false })).rejects.toMatchObject({
    status: 403,
  });
  await expect(endView(t.ctx, officer, own.id)).rejects.toMatchObject({ status: 404 });
  await changeView(t.ctx, office, shared.id, { ...shared, name: 'Trễ hạn theo đơn vị' });
  expect((await listViews(t.ctx, officer)).map(({ name }) => name)).toEqual(['Trễ hạn theo đơn vị']);
  await endView(t.ctx, office, shared.id);
  expect(await listViews(t.ctx, officer)).toEqual([]);
});

test('an officer saves for themselves and shares nothing; what is no filter is refused', async () => {
  const officer = t.actorOf('officer');
  const view = { name: 'Việc của phòng', query: `unit=${research}`, shared: false };
  expect(await saveView(t.ctx, officer, view)).toMatchObject({
    abilities: { change: true, end: true },
    shared: false,
  });
  await expect(saveView(t.ctx, officer, { ...view, shared: true })).rejects.toMatchObject({ status: 403 });
  await expect(saveView(t.ctx, officer, { ...view, query: 'state=gone' })).rejects.toMatchObject({
    status: 400,
  });
});
