import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import type { Actor } from '../context.ts';
import { importErrors, importOrganisation } from './import.ts';
import { listPersons } from './persons.ts';
import { listUnits } from './queries.ts';
import { importTemplate, readSheet, readUnitSheet } from './sheet.ts';

let t: TestContext;
let actor: Actor;
beforeAll(async () => {
  t = await testContext();
  actor = t.actorOf('administrator');
});
afterAll(() => t.close());

const workbook = (...sheets: { name: string; rows: (string | number | null)[][] }[]) => writeXlsx({ sheets });

const list = () =>
  workbook(
    {
      name: 'Đơn vị',
      rows: [
        ['DANH SÁCH ĐƠN VỊ'],
        ['STT', 'Tên đơn vị', 'Tên viết tắt', 'Đơn vị cấp trên'],
        [1, 'Bộ phận Một cửa', 'MC', 'Văn phòng'],
        [2, 'Phòng Quản lý khoa học', 'QLKH', null],
        [3, 'Tổ chuyên gia', null, 'Ban không có'],
        [4, 'Văn phòng', 'VP', null],
      ],
    },
    {
      name: 'Người',
      rows: [
        ['Họ và tên', 'Mã số', 'Phòng, ban', 'Chức vụ', 'Vai trò', 'Email'],
        ['Trần Văn Lâm', 'CC01', 'Phòng Quản lý khoa học', 'Trưởng phòng', null, 'LAM@coquan.vn'],
        ['Lê Thu Hà', 'CC02', 'QLKH', null, 'Văn thư', null],
        ['Phạm Ngọc Yến', 'CC03', 'Phòng lạ', null, null, null],
        ['Vũ Đức Dũng', 'CC04', 'VP', null, 'thủ kho', null],
        ['Đặng Minh', null, 'VP', null, null, 'khong phai thu'],
      ],
    },
  );

test('a dry run tells every row and stores nothing', async () => {
  const result = await importOrganisation(t.ctx, actor, await list(), true);
  expect(result).toMatchObject({
    stored: false,
    units: { new: 2, known: 1 },
    persons: { new: 2, changed: 0, known: 0 },
  });
  expect(result.rows.map(({ row, kind, outcome }) => `${kind} ${row} ${outcome}`).sort()).toEqual([
    'person 2 new',
    'person 3 new',
    'person 4 error',
    'person 5 error',
    'person 6 error',
    'unit 3 new',
    'unit 4 new',
    'unit 5 error',
    'unit 6 known',
  ]);
  expect(await listUnits(t.ctx, actor)).toHaveLength(1);
});

test('the import stores the good rows; the same file again changes nothing', async () => {
  expect(await importOrganisation(t.ctx, actor, await list(), false)).toMatchObject({ stored: true });
  const units = await listUnits(t.ctx, actor);
  expect(units.find(({ name }) => name === 'Bộ phận Một cửa')).toMatchObject({
    abbreviation: 'MC',
    parentId: t.unitId,
  });
  const [lam] = await listPersons(t.ctx, actor, { q: 'CC01' });
  expect(lam).toMatchObject({
    fullName: 'Trần Văn Lâm',
    email: 'lam@coquan.vn',
    posts: [{ role: 'head', title: 'Trưởng phòng', unitName: 'Phòng Quản lý khoa học' }],
  });
  expect((await listPersons(t.ctx, actor, { q: 'CC02' }))[0]?.posts).toMatchObject([{ role: 'office' }]);

  const again = await importOrganisation(t.ctx, actor, await list(), false);
  expect(again).toMatchObject({
    units: { new: 0, known: 3 },
    persons: { new: 0, changed: 0, known: 2 },
  });
  expect(await listUnits(t.ctx, actor)).toHaveLength(units.length);
  expect((await listPersons(t.ctx, actor, { q: 'CC01' }))[0]?.version).toBe(1);
});

test('a code finds the person again: a new name, address or post changes one row', async () => {
  const sheet = await workbook({
    name: 'Người',
    rows: [
      ['Họ tên', 'Mã', 'Đơn vị', 'Chức vụ', 'Vai trò'],
      ['Trần Văn Lãm', 'cc01', 'Văn phòng', 'Chánh Văn phòng', null],
    ],
  });
  const result = await importOrganisation(t.ctx, actor, sheet, false);
  expect(result.persons).toEqual({ new: 0, changed: 1, known: 0 });
  const [changed] = await listPersons(t.ctx, actor, { q: 'CC01' });
  expect(changed).toMatchObject({ fullName: 'Trần Văn Lãm', email: 'lam@coquan.vn', version: 2 });
  expect(changed?.posts.map(({ unitName }) => unitName).sort()).toEqual([
    'Phòng Quản lý khoa học',
    'Văn phòng',
  ]);
});

test('a namesake without a code is not guessed', async () => {
  const sheet = (unit: string) =>
    workbook({
      name: 'A',
      rows: [
        ['Họ tên', 'Đơn vị'],
        ['Lê Thu Hà', unit],
      ],
    });
  const elsewhere = await importOrganisation(t.ctx, actor, await sheet('Văn phòng'), true);
  expect(elsewhere.rows[0]).toMatchObject({ outcome: 'error', message: expect.stringContaining('Ghi mã') });
  const twice = await workbook({
    name: 'A',
    rows: [
      ['Họ tên', 'Đơn vị'],
      ['Hồ Văn Ba', 'VP'],
      ['Hồ Văn Ba', 'VP'],
    ],
  });
  const outcomes = (await importOrganisation(t.ctx, actor, twice, true)).rows.map(({ outcome }) => outcome);
  expect(outcomes).toEqual(['new', 'error']);
});

test('the sheet of faults is the file to mend: it reads back with the same rows', async () => {
  const bytes = await importErrors(t.ctx, actor, await list());
  const { sheets } = await readXlsx(bytes);
  expect(sheets[0]?.rows.slice(1).map((row) => String(row.at(-1)))).toEqual([
    expect.stringContaining('Ban không có'),
    expect.stringContaining('Phòng lạ'),
    expect.stringContaining('thủ kho'),
    expect.stringContaining('khong phai thu'),
  ]);
  const again = await importOrganisation(t.ctx, actor, bytes, true);
  expect(again.rows.map(({ name, outcome }) => [name, outcome])).toEqual([
    ['Tổ chuyên gia', 'error'],
    ['Phạm Ngọc Yến', 'error'],
    ['Vũ Đức Dũng', 'error'],
    ['Đặng Minh', 'error'],
  ]);
});

test('the template can be imported as it is', async () => {
  const rows = await readSheet(await importTemplate());
  expect(rows).toMatchObject([
    { kind: 'unit', name: 'Văn phòng' },
    { kind: 'person', staffCode: 'CC001' },
  ]);
});

test('the first screen takes only the units', async () => {
  expect(await readUnitSheet(await list())).toEqual({
    units: [
      { name: 'Bộ phận Một cửa', abbreviation: 'MC', parentName: 'Văn phòng' },
      { name: 'Phòng Quản lý khoa học', abbreviation: 'QLKH' },
      { name: 'Văn phòng', abbreviation: 'VP' },
    ],
    errors: [{ row: 5, message: expect.stringContaining('Ban không có') }],
  });
});

test.each([
  ['no workbook', new TextEncoder().encode('không phải Excel'), 422],
  ['too large', new Uint8Array((5 << 20) + 1), 413],
])('%s is refused', async (_, bytes, status) => {
  await expect(readSheet(bytes)).rejects.toMatchObject({ status });
});

test('a workbook without known columns is refused with what to do', async () => {
  const sheet = await workbook({ name: 'A', rows: [['Mặt hàng', 'Giá']] });
  await expect(readSheet(sheet)).rejects.toMatchObject({
    status: 422,
    message: expect.stringContaining('mẫu'),
  });
});
