import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { openPlanningUnit } from '../../../test/planning-unit.ts';
import { type AssetLine, percentSettled, suggestForm } from '../../domain/assets/asset.ts';
import type { Actor } from '../context.ts';
import { giveByWord } from '../directives/commands.ts';
import { importPortfolio } from '../task-imports/import.ts';
import { getTask } from '../tasks/get.ts';
import { countAssets, reportAssets, settleAssets, undoSettling } from './commands.ts';
import type { AssetTask } from './contract.ts';
import { assetPaper } from './papers.ts';
import { assetWorkspace } from './queries.ts';

let t: TestContext;
let office: Actor;
const look = () => assetWorkspace(t.ctx, office, {});
const named = async (title: string): Promise<AssetTask> =>
  (await look()).items.find((one) => one.title.startsWith(title))!;

beforeAll(async () => {
  t = await testContext();
  office = t.actorOf('office');
  const heads =
    'Mã số;Tên nhiệm vụ;Cấp;Đơn vị quản lý;Tổ chức chủ trì;Chủ nhiệm;Thời gian thực hiện;Ngày nghiệm thu;Xếp loại';
  const rows = ['Máy sấy', 'Giống lúa', 'Lưới điện'].map(
    (words, at) =>
      `ĐT.${at};${words} vùng ven biển;Tỉnh;VP;Viện A;Lê Thị Mai;1/3/2021 - 28/2/2023;20/4/2023;Đạt`,
  );
  const bytes = new TextEncoder().encode([heads, ...rows].join('\n'));
  await importPortfolio(t.ctx, office, { name: 'a.csv', bytes });
});
afterAll(() => t.close());

const line: AssetLine & { id: string | null } = {
  ...{ id: null, name: 'Máy đo độ ẩm', quantity: 2, originalValue: 90_000_000, condition: 'good' },
  ...{ where: 'Viện A', form: null, foundValue: null },
};

test('assets are counted in a list, acted on over many tasks with a look first, and taken back', async () => {
  const { counts, items } = await look();
  expect(counts).toEqual({ plan: 3, decide: 0, handOver: 0, settled: 0 });
  expect(items[0]).toMatchObject({
    due: '2023-05-04',
    late: true,
    authority: { by: 'cơ quan phê duyệt nhiệm vụ' },
  });
  const dryer = await named('Máy sấy');
  const on = '2026-11-20';
  const counted = await countAssets(t.ctx, office, dryer.id, 0, { on, assets: [line] });
  expect(counted.assets[0]?.suggestion?.form).toBe('recorded-as-asset');
  await expect(countAssets(t.ctx, office, dryer.id, 0, { on, assets: [] })).rejects.toMatchObject({
    status: 412,
  });
  const ids = items.map(({ id }) => id);
  const many = { ids, on, restsOn: null, dry: true };
  const dry = await settleAssets(t.ctx, office, { ...many, act: 'planned' });
  expect(dry.done).toEqual([]);
  expect(dry.refused.map(({ reason }) => reason).toSorted()[0]).toContain('chưa có hình thức');
  const said = { ...line, id: counted.assets[0]!.id, form: 'transfer' as const, foundValue: 1_000_000 };
  expect((await countAssets(t.ctx, office, dryer.id, 1, { on, assets: [said] })).version).toBe(2);
  const none = await settleAssets(t.ctx, office, { ...many, dry: false, act: 'none' });
  expect([none.done.length, none.refused.length]).toEqual([2, 1]);
  await settleAssets(t.ctx, office, { ...many, ids: [dryer.id], dry: false, act: 'planned' });
  expect((await look()).counts).toEqual({ plan: 0, decide: 1, handOver: 0, settled: 2 });
  const restsOn = { sign: '12/QĐ-SKHCN', date: on };
  const decided = await settleAssets(t.ctx, office, {
    ...many,
    ids: [dryer.id],
    dry: false,
    act: 'decided',
    restsOn,
  });
  const facts = decided.done.map(({ id, factId }) => ({ id, factId: factId! }));
  expect((await named('Máy sấy')).stage).toBe('handOver');
  expect(await undoSettling(t.ctx, office, facts)).toEqual({ undone: 1 });
  expect((await named('Máy sấy')).stage).toBe('decide');
  await expect(undoSettling(t.ctx, office, facts)).rejects.toMatchObject({ status: 409 });
  expect((await getTask(t.ctx, office, dryer.id)).history.some(({ superseded }) => superseded)).toBe(true);
  const { bytes } = await assetPaper(t.ctx, office, { kind: 'decision', ids }, 'docx');
  expect(bytes.length).toBeGreaterThan(2000);
});

test('how far it has come is the progress of one directive', async () => {
  const { unitId, head, director } = await openPlanningUnit(t);
  const given = await giveByWord(t.ctx, director, {
    ...{ words: 'Xử lý dứt điểm tài sản nhiệm vụ đã nghiệm thu', kind: 'do', leadUnitId: unitId },
    ...{ coordinatingUnitIds: [], product: null, deadline: { kind: 'none' }, givenOn: '2026-11-01' },
  });
  await expect(reportAssets(t.ctx, office, given.id)).rejects.toMatchObject({ status: 403 });
  expect(await reportAssets(t.ctx, head, given.id)).toEqual({ percent: 66 });
  expect((await look()).directive).toMatchObject({ id: given.id, percent: 66, counted: 66 });
});

test('a form is suggested only among those the law lists, none for what is missing, and a hundred percent means all', () => {
  const conditions = ['good', 'repairable', 'broken', 'missing'] as const;
  const forms = ['recorded-as-asset', 'left-to-host', 'transfer', 'liquidation', 'destruction'];
  fc.assert(
    fc.property(
      fc.constantFrom(...conditions),
      fc.option(fc.nat()),
      fc.subarray(forms),
      (condition, foundValue, allowed) => {
        const found = suggestForm({ condition, foundValue }, allowed);
        expect(found === null || allowed.includes(found.form)).toBe(true);
        if (condition === 'missing') expect(found).toBeNull();
      },
    ),
  );
  expect(suggestForm({ condition: 'broken', foundValue: 0 }, forms)?.form).toBe('destruction');
  expect(percentSettled({ plan: 1, decide: 0, handOver: 0, settled: 284 })).toBe(99);
});
