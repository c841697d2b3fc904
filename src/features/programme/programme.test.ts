import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { docx, docxParagraph, docxTable } from '../../../test/office-files.ts';
import { sheetOf } from '../../writing/sheet.ts';
import type { Actor } from '../context.ts';
import { actOn } from '../directives/act.ts';
import { getDirective } from '../directives/get.ts';
import * as commands from './commands.ts';
import { importProgramme, previewProgramme, programmeTemplate } from './import.ts';
import { getProgramme, getProgrammeItem } from './queries.ts';
import { programmeXlsx } from './table.ts';

let t: TestContext;
let office: Actor;
beforeAll(async () => {
  t = await testContext();
  office = t.actorOf('office');
});
afterAll(() => t.close());
beforeEach(() => t.setNow('2026-11-24T03:00:00Z'));

const plan = (more: object = {}) => ({
  words: 'Báo cáo sơ kết',
  leadUnitId: t.unitId,
  coordinatingUnitIds: [],
  product: 'Báo cáo',
  submittedTo: 'Giám đốc Sở',
  month: 10,
  day: null,
  ...more,
});
const add = (year: number, more: object = {}) =>
  commands.addItem(t.ctx, office, { ...plan(more), year, amendment: null });
const approve = (year: number) =>
  commands.approveProgramme(t.ctx, office, { year, on: '2026-11-20', document: 'Quyết định 1/QĐ-SKHCN' });
const paper = { reason: 'chờ hướng dẫn của cấp trên', document: 'Thông báo 9/TB-SKHCN', on: '2026-11-23' };

describe('a programme', () => {
  test('is a draft put right in place, then approved and changed by papers only', async () => {
    await expect(approve(2026)).rejects.toMatchObject({ status: 409 });
    const item = await add(2026);
    await expect(add(2026, { day: '2026-11-02' })).rejects.toMatchObject({ errors: [{ path: 'day' }] });
    await expect(
      commands.moveItem(t.ctx, office, item.id, { ...paper, month: 12, day: null }),
    ).rejects.toMatchObject({ status: 409 });
    await expect(commands.giveItem(t.ctx, office, item.id)).rejects.toMatchObject({ status: 409 });
    await expect(
      commands.changeItem(t.ctx, office, item.id, 7, plan({ words: 'Báo cáo khác' })),
    ).rejects.toMatchObject({ status: 412 });
    const changed = await commands.changeItem(t.ctx, office, item.id, item.version, plan({ month: 9 }));
    expect(changed).toMatchObject({ month: 9, firstMonth: 9, timesMoved: 0, state: 'overdue' });
    expect(await approve(2026)).toMatchObject({ approval: { on: '2026-11-20' } });
    await expect(approve(2026)).rejects.toMatchObject({ status: 409 });
    await expect(commands.changeItem(t.ctx, office, item.id, changed.version, plan())).rejects.toMatchObject({
      status: 409,
    });
    const moved = await commands.moveItem(t.ctx, office, item.id, { ...paper, month: 12, day: '2026-12-10' });
    expect(moved).toMatchObject({
      month: 12,
      firstMonth: 9,
      timesMoved: 1,
      dueDay: '2026-12-10',
      state: 'not-given',
    });
    await expect(
      commands.moveItem(t.ctx, office, item.id, { ...paper, month: 11, day: null, on: '2026-11-01' }),
    ).rejects.toMatchObject({ errors: [{ path: 'on' }] });
    await expect(add(2026)).rejects.toMatchObject({ errors: [{ path: 'amendment.document' }] });
    const added = await commands.addItem(t.ctx, office, { ...plan(), year: 2026, amendment: paper });
    expect(added).toMatchObject({ added: true });
    await expect(
      commands.dropItem(t.ctx, office, added.id, { ...paper, document: null }),
    ).rejects.toMatchObject({ errors: [{ path: 'document' }] });
    expect(await commands.dropItem(t.ctx, office, added.id, paper)).toMatchObject({ state: 'dropped' });
    const whole = await getProgramme(t.ctx, office, { year: 2026 });
    expect(whole.moved).toEqual({ items: 1, times: 1 });
    expect(whole.counts).toMatchObject({ 'not-given': 1, dropped: 1 });
    const before = await getProgramme(t.ctx, office, { year: 2026, asOf: '2026-11-22' });
    expect(before.moved).toEqual({ items: 0, times: 0 });
    expect(before.abilities.add).toContain('Trở về hôm nay');
  });

  test('gives an item as a directive in one act, and then stands as that does', async () => {
    const item = await add(2030, { month: 3, day: '2030-03-15' });
    await commands.approveProgramme(t.ctx, office, {
      year: 2030,
      on: '2026-11-20',
      document: 'Quyết định năm 2030',
    });
    const given = await commands.giveItem(t.ctx, office, item.id);
    expect(given.directive).toMatchObject({ state: 'in-time', percent: 0 });
    expect(given.state).toBe('in-work');
    const directive = await getDirective(t.ctx, office, given.directive!.id);
    expect(directive).toMatchObject({ words: 'Báo cáo sơ kết', product: 'Báo cáo', dueDay: '2030-03-15' });
    await expect(commands.giveItem(t.ctx, office, item.id)).rejects.toMatchObject({ status: 409 });
    await expect(
      commands.moveItem(t.ctx, office, item.id, { ...paper, month: 5, day: null }),
    ).rejects.toMatchObject({ status: 409 });
    await actOn(t.ctx, office, directive.id, directive.version, {
      act: { kind: 'stopped', reason: 'không còn cần nữa' },
    });
    expect((await getProgrammeItem(t.ctx, office, item.id)).state).toBe('stopped');
    expect((await getProgrammeItem(t.ctx, office, item.id, '2026-11-24')).abilities.give).toBeDefined();
  });

  test('two who give one item at once make one directive', async () => {
    const item = await add(2031);
    await commands.approveProgramme(t.ctx, office, {
      year: 2031,
      on: '2026-11-20',
      document: 'Quyết định năm 2031',
    });
    const both = await Promise.allSettled([1, 2].map(() => commands.giveItem(t.ctx, office, item.id)));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('belongs to its agency', async () => {
    const item = await add(2032);
    const other = await t.newAgency();
    const theirs = other.actorOf('office');
    expect((await getProgramme(t.ctx, theirs, { year: 2032 })).items).toEqual([]);
    await expect(getProgrammeItem(t.ctx, theirs, item.id)).rejects.toMatchObject({ status: 404 });
    await expect(commands.dropItem(t.ctx, theirs, item.id, paper)).rejects.toMatchObject({ status: 404 });
  });
});

const columns = ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Cấp trình', 'Thời gian'];
const sheet = (...rows: (string | null)[][]) =>
  sheetOf(
    'CTCT',
    columns.map((header) => ({ header, width: 10 })),
    rows,
  );

describe('a table brought in', () => {
  test('from Excel: looked at first, all rows or none, once', async () => {
    const good = await sheet(
      ['Tháng 3', null, null, null, null],
      ['1', 'Kế hoạch chuyển đổi số', 'VP', 'UBND tỉnh', null],
      ['2', 'Báo cáo sáu tháng', 'Văn phòng', null, '15/6'],
    );
    const bad = await sheet(['1', 'Kế hoạch chuyển đổi số', 'Phòng Lạ', null, '15/6']);
    const file = (bytes: Uint8Array) => ({ name: 'ctct.xlsx', bytes });
    const look = await previewProgramme(t.ctx, office, file(good), 2027);
    expect(look).toMatchObject({ stored: false, rows: 2, faulty: 0, knownAt: null });
    expect(look.items.map(({ month, day }) => [month, day])).toEqual([
      [3, null],
      [6, '2027-06-15'],
    ]);
    expect((await getProgramme(t.ctx, office, { year: 2027 })).items).toEqual([]);
    const refused = await importProgramme(t.ctx, office, file(bad), 2027).catch((error: unknown) => error);
    expect(refused).toMatchObject({ status: 409, current: { faults: [{ row: 2 }] } });
    expect(await importProgramme(t.ctx, office, file(good), 2027)).toMatchObject({ stored: true, rows: 2 });
    expect(await importProgramme(t.ctx, office, file(good), 2027)).toMatchObject({
      stored: true,
      knownAt: expect.any(String),
    });
    expect((await getProgramme(t.ctx, office, { year: 2027 })).items).toHaveLength(2);
    await commands.approveProgramme(t.ctx, office, {
      year: 2027,
      on: '2026-11-20',
      document: 'Quyết định năm 2027',
    });
    const more = await sheet(['1', 'Việc nhập sau phê duyệt', 'VP', null, '7']);
    await expect(importProgramme(t.ctx, office, file(more), 2027)).rejects.toMatchObject({ status: 409 });
  });

  test('from Word, with merged month rows', async () => {
    const month: [string, string] = ['<w:gridSpan w:val="5"/>', 'Tháng 8'];
    const table = docxTable([
      columns,
      [month],
      ['1', 'Kiểm tra đo lường tại chợ', 'Văn phòng', 'Giám đốc Sở', ''],
    ]);
    const bytes = docx(docxParagraph('CHƯƠNG TRÌNH CÔNG TÁC') + table);
    const look = await previewProgramme(t.ctx, office, { name: 'ctct.docx', bytes }, 2028);
    expect(look).toMatchObject({ rows: 1, faulty: 0, items: [{ month: 8, lead: 'Văn phòng', row: 3 }] });
  });

  test.each([
    ['no table', new TextEncoder().encode('chỉ là chữ')],
    ['nothing', new Uint8Array()],
    ['a damaged workbook', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3])],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0, 0])],
  ])('%s is refused with what to do', async (_, bytes) => {
    const found = await previewProgramme(t.ctx, office, { name: 'x', bytes }, 2029).catch((e: unknown) => e);
    expect(found).toMatchObject({ status: 422 });
    expect(String((found as Error).message)).toMatch(/Hãy|Tải|Lưu|Thêm|Chọn|lại/u);
  });

  test('the template is taken as it is, and the sheet of the programme is the list', async () => {
    const look = await previewProgramme(
      t.ctx,
      office,
      { name: 'mau.xlsx', bytes: await programmeTemplate(2029) },
      2029,
    );
    expect(look).toMatchObject({ faulty: 0, rows: 2 });
    const { items } = await getProgramme(t.ctx, office, { year: 2027 });
    const { sheets } = await readXlsx(await programmeXlsx(t.ctx, office, { year: 2027 }));
    expect(sheets[0]?.rows.slice(1).map((row) => row[2])).toEqual(items.map(({ words }) => words));
  });
});
