import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { standardLimits } from '../../reading/extracted.ts';
import { sheetRows } from '../../reading/formats/sheet-rows.ts';
import type { Actor } from '../context.ts';
import { getTask } from '../tasks/get.ts';
import { listTasks } from '../tasks/list.ts';
import { importPortfolio, portfolioErrors, previewPortfolio } from './import.ts';

let t: TestContext;
let office: Actor;
beforeAll(async () => {
  t = await testContext();
  office = t.actorOf('office');
});
afterAll(() => t.close());

const heads =
  'STT;Mã số;Tên nhiệm vụ;Cấp, loại;Đơn vị quản lý;Tổ chức chủ trì;Chủ nhiệm;Số HĐ;Thời gian thực hiện;Kinh phí NSNN (triệu đồng);Kinh phí khác (triệu đồng);Ngày nghiệm thu;Xếp loại;Số GCN đăng ký kết quả;Ngày cấp GCN;Tình trạng tài sản;Ngày xử lý tài sản;Thanh lý;Quyết toán';
const running =
  '1;ĐT.01;Nghiên cứu máy sấy nông sản;Đề tài cấp tỉnh;VP;Viện Cơ khí;TS. Trần Minh Khôi;07/2024;01/2024 - 12/2026;1.200;300,5;;;;;;;;';
const ended =
  '2;;Khảo nghiệm giống lúa chịu mặn;Dự án SXTN cấp tỉnh;Văn phòng;Viện Lúa;KS Lê Thị Mai;05/2021;1/3/2021 - 28/2/2023;800;0;20/4/2023;Đạt;23/GCN;15/6/2023;Không có;;15/9/2023;chưa';
const faulty = '3;ĐT.03;Đề tài thiếu nhiều ô;cấp huyện;Phòng Lạ;;;;2024;abc;;;;;;;;;';
const fileOf = (...rows: string[]) => ({
  name: 'danh-muc.csv',
  bytes: new TextEncoder().encode([heads, ...rows].join('\n')),
});

test('a portfolio is looked at row by row, stored as facts with their days, and its sums are those of the file', async () => {
  const file = fileOf('I;LĨNH VỰC NÔNG NGHIỆP', running, ended, faulty, 'Tổng cộng;;;;;;;;;2000;300,5');
  const look = await previewPortfolio(t.ctx, office, file);
  expect(look).toMatchObject({
    ...{ stored: false, rows: 3, faulty: 1, partners: 4 },
    sums: {
      file: { rows: 3, stateMoney: 2_000_000_000, otherMoney: 300_500_000 },
      made: { rows: 2, stateMoney: 2_000_000_000, otherMoney: 300_500_000 },
      off: { rows: 0, stateMoney: 0, otherMoney: 0 },
      stated: { stateMoney: 0, otherMoney: 0 },
    },
  });
  expect(look.faults.map(({ column }) => column)).toEqual(
    expect.arrayContaining(['Cấp', 'Đơn vị quản lý', 'Tổ chức chủ trì', 'Chủ nhiệm', 'Kinh phí NSNN']),
  );
  expect(look.items[1]?.does.map(({ on, words }) => `${on} ${words.split(':')[0]}`)).toContain(
    '2023-06-15 Đăng ký, lưu giữ kết quả',
  );
  expect((await listTasks(t.ctx, office, { limit: 10 })).total).toBe(0);
  const done = await importPortfolio(t.ctx, office, file);
  expect(done.sums).toEqual(look.sums);
  const { items } = await listTasks(t.ctx, office, { limit: 10 });
  const [old, now] = ['Khảo nghiệm', 'Nghiên cứu'].map(
    (words) => items.find(({ title }) => title.startsWith(words))!,
  );
  expect(now).toMatchObject({
    state: 'running',
    codes: ['ĐT.01'],
    startsOn: '2024-01-01',
    endsOn: '2026-12-31',
    level: 'province',
  });
  expect(old).toMatchObject({ state: 'ending', rating: 'achieved', regime: 'A', host: { name: 'Viện Lúa' } });
  const task = await getTask(t.ctx, office, old!.id);
  expect(task.steps.find(({ kind }) => kind === 'liquidated')?.doneOn).toEqual(['2023-09-15']);
  expect((await getTask(t.ctx, office, old!.id, '2022-05-01')).state).toBe('running');
});

test('the same file makes nothing twice, a corrected one records what is new and tells what differs', async () => {
  const again = await importPortfolio(t.ctx, office, fileOf(running, ended));
  expect(again).toMatchObject({
    facts: 0,
    partners: 0,
    sums: { made: { rows: 0 }, there: { rows: 2 }, off: { rows: 0, stateMoney: 0 } },
  });
  const settled = ended.replace('chưa', '10/10/2023').replace(';800;', ';850;');
  const more = await importPortfolio(t.ctx, office, fileOf(running, settled));
  expect(more.items[1]).toMatchObject({
    outcome: 'more',
    does: [{ on: '2023-10-10' }, { on: '2023-10-10' }],
    differs: [expect.stringContaining('850.000.000')],
  });
  expect(more.sums.off).toEqual({ rows: 0, stateMoney: 50_000_000, otherMoney: 0 });
  expect((await listTasks(t.ctx, office, { limit: 10 })).total).toBe(2);
  expect((await importPortfolio(t.ctx, office, fileOf(settled))).facts).toBe(0);
});

test('the error sheet holds the faulty rows under the same columns, and is brought in again once mended', async () => {
  const bytes = await portfolioErrors(t.ctx, office, fileOf(running, faulty));
  const rows = [];
  for await (const row of sheetRows(bytes, standardLimits)) rows.push(row.cells);
  expect(rows[1]?.[2]).toBe('Đề tài thiếu nhiều ô');
  expect(rows[1]?.at(-1)).toContain('Ghi cấp');
  const look = await previewPortfolio(t.ctx, office, { name: 'loi.xlsx', bytes });
  expect(look).toMatchObject({ rows: 1, faulty: 1 });
  await expect(
    previewPortfolio(t.ctx, office, { name: 'x.csv', bytes: new TextEncoder().encode('a;b\n1;2') }),
  ).rejects.toMatchObject({ status: 422 });
});
