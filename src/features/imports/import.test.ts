import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { standardLimits } from '../../reading/extracted.ts';
import { withClient } from '../../storage/pool.ts';
import { countDifferences } from '../../storage/rollup.ts';
import { type SheetColumn, sheetOf } from '../../writing/sheet.ts';
import { type Actor, Refused } from '../context.ts';
import { giveByWord } from '../directives/commands.ts';
import { directivesXlsx } from '../directives/export.ts';
import { getDirective } from '../directives/get.ts';
import { listDirectives } from '../directives/queries.ts';
import { factsOf, refreshNow } from '../directives/record.ts';
import { addAlias } from '../organisation/aliases.ts';
import { importDirectives, importErrors, previewImport } from './import.ts';
import { checkInWorker, importLimits } from './sandbox.ts';
import { importTemplate } from './table.ts';

let t: TestContext;
let actor: Actor;
beforeAll(async () => {
  t = await testContext();
  actor = t.actorOf('office');
  await addAlias(t.ctx, t.actorOf('administrator'), t.unitId, 'Bộ phận tổng hợp');
});
afterAll(() => t.close());

const columns: SheetColumn[] = [
  'STT',
  'Hạn',
  'Nội dung nhiệm vụ',
  'Đơn vị chủ trì',
  'Ngày giao',
  'Tình trạng',
  'Ngày hoàn thành',
  'Tiến độ %',
  'Văn bản giao số',
].map((header) => ({ header, width: 20 }));
type Cells = (string | number | null | Temporal.PlainDate)[];
const day = (iso: string) => Temporal.PlainDate.from(iso);
const book = async (name: string, rows: Cells[]) => ({ name, bytes: await sheetOf('Sổ', columns, rows) });
const text = (name: string, ...lines: string[]) => ({
  name,
  bytes: new TextEncoder().encode(lines.join('\r\n')),
});

const register = (mark: string): Cells[] => [
  [1, day('2026-12-15'), `Rà soát hồ sơ ${mark}`, 'Văn phòng', day('2026-11-02'), 'moi', null, 0, null],
  [
    2,
    'trước 20/12',
    `Xây dựng kế hoạch ${mark}`,
    'VP',
    day('2026-11-02'),
    'đang thực hiện',
    null,
    40,
    '12/TB-SKHCN',
  ],
  [3, 'không hạn', `Trình báo cáo ${mark}`, 'van phong', day('2026-11-02'), 'Chờ phê duyệt', null, 90, null],
  [
    4,
    day('2026-11-10'),
    `Ký hợp đồng ${mark}`,
    'Bộ phận tổng hợp',
    day('2026-11-02'),
    'Hoàn thành',
    day('2026-11-12'),
    100,
    null,
  ],
  [5, 'quý 4', `Tập huấn nghiệp vụ ${mark}`, 'Văn phòng', day('2026-11-02'), 'Tạm dừng', null, 10, null],
  [6, 'cuối năm', `Mua sắm thiết bị ${mark}`, 'Văn phòng', day('2026-11-02'), 'Huỷ', null, null, null],
];

const count = async () => (await listDirectives(t.ctx, actor, { limit: 1 })).total;
const imported = (id: string | null) => listDirectives(t.ctx, actor, { import: id ?? '', limit: 100 });

test('a look tells how many directives a file makes and stores nothing', async () => {
  const before = await count();
  const seen = await previewImport(t.ctx, actor, await book('so.xlsx', register('xem trước')));
  expect(seen).toMatchObject({ stored: false, id: null, rows: 6, faulty: 0, faults: [], known: null });
  expect(seen.notes).toEqual([expect.stringMatching(/^4 dòng .*hôm nay/u)]);
  expect(await count()).toBe(before);
});

test('percent is read as Excel shows it, and sheets that are not read are named', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'Sổ năm',
        columns: columns.map(({ header }) => ({
          header,
          ...(header === 'Tiến độ %' && { numFmt: '0%', style: { numFmt: '0%' } }),
        })),
        rows: [
          columns.map(({ header }) => header),
          ...[1, 0.45, 0.07].map((share, at) => [
            at + 1,
            'không hạn',
            `Tiến độ theo phần trăm ${share}`,
            'Văn phòng',
            '02/11/2026',
            'Đang thực hiện',
            '',
            share,
            '',
          ]),
        ],
      },
      { name: 'Ghi chú & nháp', rows: [['Không phải sổ']] },
    ],
  });
  const seen = await importDirectives(t.ctx, actor, { name: 'phần trăm.xlsx', bytes });
  expect(seen).toMatchObject({ rows: 3, faulty: 0 });
  expect(seen.notes[0]).toBe(
    'Chỉ đọc trang tính đầu. Chưa đọc: «Ghi chú & nháp»; cần nhập thì lưu mỗi trang thành một tệp.',
  );
  const { items } = await imported(seen.id);
  expect(items.map(({ words, percent }) => `${words}: ${percent}`).toSorted()).toEqual([
    'Tiến độ theo phần trăm 0.07: 7',
    'Tiến độ theo phần trăm 0.45: 45',
    'Tiến độ theo phần trăm 1: 100',
  ]);
});

test('a register is stored in one act, its status words as facts, and is found again by its import', async () => {
  const file = await book('sổ năm.xlsx', register('sổ năm'));
  const result = await importDirectives(t.ctx, actor, file);
  expect(result).toMatchObject({ stored: true, rows: 6, faulty: 0 });
  const { items, total } = await imported(result.id);
  expect(total).toBe(6);
  const states = Object.fromEntries(items.map(({ words, state }) => [words.split(' ')[0], state]));
  expect(states).toEqual({
    Rà: 'in-time',
    Xây: 'in-time',
    Trình: 'awaiting-confirmation',
    Ký: 'done-late',
    Tập: 'suspended',
    Mua: 'stopped',
  });
  const plan = items.find(({ words }) => words.startsWith('Xây'))!;
  expect(plan).toMatchObject({
    percent: 40,
    lead: { unitId: t.unitId, name: 'Văn phòng' },
    origin: 'document',
  });
  const record = await getDirective(t.ctx, actor, plan.id);
  expect(record.history.map(({ kind }) => kind).sort()).toEqual(['given', 'progressed', 'received']);
  expect(record.sourceNumber).toBe('12/TB-SKHCN');
  const { rows } = await t.ctx.store.read(actor.scope, (tx) =>
    sql<{ detail: object; record_id: string }>`select detail, record_id from audit_event
      where agency_id = ${t.agencyId} and action = 'directive.imported' and record_id = ${result.id}`.execute(
      tx,
    ),
  );
  expect(rows).toEqual([
    {
      record_id: result.id,
      detail: { rows: 6, fileName: 'sổ năm.xlsx', fileHash: expect.stringMatching(/^[0-9a-f]{64}$/u) },
    },
  ]);
});

test('what lists go by is what the facts say, and words are found with and without marks', async () => {
  const result = await importDirectives(t.ctx, actor, await book('b.xlsx', register('đối chiếu')));
  const ids = (await imported(result.id)).items.map(({ id }) => id);
  const calendar = await t.ctx.calendar();
  const rows = () =>
    t.ctx.store.read(actor.scope, (tx) =>
      tx
        .selectFrom('directive_now')
        .selectAll()
        .where('agency_id', '=', t.agencyId)
        .where('directive_id', 'in', ids)
        .orderBy('directive_id')
        .execute(),
    );
  const written = await rows();
  await t.ctx.store.transaction(actor.scope, (tx) => refreshNow(tx, t.agencyId, ids, calendar));
  expect((await rows()).map((row) => ({ ...row, version: row.version - 1 }))).toEqual(written);
  const facts = await t.ctx.store.read(actor.scope, (tx) => factsOf(tx, t.agencyId, ids));
  expect([...facts.values()].flat().every(({ byId }) => byId === actor.personId)).toBe(true);
  for (const q of ['đối chiếu', 'doi chieu', 'hồ sơ đối'])
    expect((await listDirectives(t.ctx, actor, { q, limit: 10 })).total).toBe(q === 'hồ sơ đối' ? 1 : 6);
});

test('the number a register names goes out again with the export', async () => {
  const { id } = await importDirectives(t.ctx, actor, await book('xuất.xlsx', register('xuất ra')));
  const bytes = await directivesXlsx(t.ctx, actor, { import: id ?? '' });
  const [head = [], ...rows] = (await readXlsx(bytes)).sheets[0]?.rows ?? [];
  const told = rows.map((row) => [row[head.indexOf('Văn bản giao')], row[head.indexOf('Văn bản giao số')]]);
  expect(told).toHaveLength(6);
  expect(told).toContainEqual(['Văn bản chưa vào sổ', '12/TB-SKHCN']);
  expect(told).toContainEqual(['Giao bằng lời', null]);
});

test('what came in is counted in the roll-up of all agencies', async () => {
  await importDirectives(t.ctx, actor, await book('cộng.xlsx', register('cộng')));
  const differ = await withClient(t.ownerUrl, async (client) => {
    await client.query("begin; set local app.agencies = '*'");
    return countDifferences(client, t.ctx.today().toString());
  });
  expect(differ).toBe(0);
});

test('the same file again is recognised, also by two at once, and is not doubled', async () => {
  const file = await book('hai lần.xlsx', register('hai lần'));
  const both = await Promise.all([
    importDirectives(t.ctx, actor, file),
    importDirectives(t.ctx, actor, file),
  ]);
  expect(both.map(({ known }) => known !== null).sort()).toEqual([false, true]);
  expect(new Set(both.map(({ id }) => id)).size).toBe(1);
  const before = await count();
  const again = await importDirectives(t.ctx, actor, { ...file, name: 'tên khác.xlsx' });
  expect(again).toMatchObject({ stored: true, rows: 6, known: { fileName: 'hai lần.xlsx', rows: 6 } });
  expect(await previewImport(t.ctx, actor, file)).toMatchObject({ stored: true, known: { rows: 6 } });
  expect(await count()).toBe(before);
});

test('one faulty row keeps every row out; faults are told by row and column and stand in the error sheet', async () => {
  const rows = register('lỗi');
  rows[1]![3] = 'Phòng lạ';
  rows[3]![6] = null;
  const file = await book('lỗi.xlsx', rows);
  const before = await count();
  const seen = await previewImport(t.ctx, actor, file);
  expect(seen).toMatchObject({ stored: false, rows: 6, faulty: 2 });
  expect(seen.faults).toEqual([
    { row: 3, column: 'Đơn vị chủ trì', message: expect.stringContaining('«Phòng lạ»') },
    { row: 5, column: 'Ngày hoàn thành', message: expect.stringContaining('cần ngày hoàn thành') },
  ]);
  const refused = await importDirectives(t.ctx, actor, file).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refused);
  expect(refused).toMatchObject({ status: 409, current: { faulty: 2, faults: seen.faults } });
  expect(await count()).toBe(before);
  const sheet = (await readXlsx(await importErrors(t.ctx, actor, file))).sheets[0]!.rows;
  expect(sheet).toHaveLength(3);
  expect(sheet[1]).toEqual(
    expect.arrayContaining([3, 'Phòng lạ', expect.stringContaining('Đơn vị chủ trì: ')]),
  );
  rows[1]![3] = 'Văn phòng';
  rows[3]![6] = day('2026-11-12');
  expect(await importDirectives(t.ctx, actor, await book('đã sửa.xlsx', rows))).toMatchObject({
    stored: true,
    rows: 6,
  });
});

test('CSV is read with commas, semicolons or tabs, with quotes and lines in cells', async () => {
  const comma = text(
    'a.csv',
    '\uFEFFHạn,Nội dung,Chủ trì,Ghi chú',
    '"không hạn","Làm việc với ""đoàn"", báo cáo",VP,"một\r\nhai"',
    '',
    '31/12/2026,Chuẩn bị hội nghị,Văn phòng,',
  );
  const result = await importDirectives(t.ctx, actor, comma);
  expect(result.rows).toBe(2);
  const words = (await imported(result.id)).items.map((one) => one.words).sort();
  expect(words).toEqual(['Chuẩn bị hội nghị', 'Làm việc với "đoàn", báo cáo']);
  for (const sign of [';', '\t'])
    expect(
      await previewImport(
        t.ctx,
        actor,
        text('b.csv', ['Nội dung', 'Chủ trì', 'Hạn'].join(sign), ['Việc phải làm', 'VP', 'quý 4'].join(sign)),
      ),
    ).toMatchObject({ rows: 1, faulty: 0 });
});

test.each([
  ['nothing', new Uint8Array(), 422],
  ['a program', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 0]), 422],
  ['half a workbook', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), 422],
  ['words without a table', new TextEncoder().encode('Kính gửi các đơn vị'), 422],
  ['a table without units', new TextEncoder().encode('Nội dung,Hạn\nViệc phải làm,quý 4'), 422],
  ['a header alone', new TextEncoder().encode('Nội dung,Chủ trì,Hạn\n'), 422],
])('%s is refused in words', async (_, bytes, status) => {
  for (const look of [previewImport, importDirectives, importErrors])
    await expect(look(t.ctx, actor, { name: 'x', bytes })).rejects.toMatchObject({ status });
});

test('limits of time and memory hold whatever the file', async () => {
  const lines = [
    'Nội dung,Chủ trì,Hạn',
    ...Array.from({ length: 50_000 }, (_, at) => `Việc số ${at},VP,quý 4`),
  ];
  const { bytes } = text('dài.csv', ...lines);
  const basis = {
    ...{ today: '2026-11-24', recordedAt: '2026-11-24T03:00:00Z', years: [], decided: [], documents: [] },
    units: { units: [], names: [], parents: [], closings: [], aliases: [] },
  };
  const within = (limits: object) =>
    checkInWorker(bytes, basis, { wanted: 'check' }, { ...importLimits, ...limits });
  await expect(within({ milliseconds: 1 })).rejects.toMatchObject({ code: 'timeout' });
  await expect(within({ bytes: 1000 })).rejects.toMatchObject({ code: 'too-large' });
  expect((await within(standardLimits)).checked).toMatchObject({ rows: 50_000, faulty: 50_000 });
});

test('a database that fails under way is told as such, and nothing stays', async () => {
  const lines = [
    'Nội dung,Chủ trì,Hạn',
    ...Array.from({ length: 1200 }, (_, at) => `Việc số ${at},VP,quý 4`),
  ];
  const file = text('hỏng.csv', ...lines);
  const before = await count();
  const failing = { ...actor, personId: 'không phải là mã' };
  await expect(importDirectives(t.ctx, failing, file)).rejects.toThrow(/uuid/u);
  expect(await count()).toBe(before);
  expect(await importDirectives(t.ctx, actor, file)).toMatchObject({ stored: true, rows: 1200, known: null });
  expect(await count()).toBe(before + 1200);
  // The planner knows of them at once: a search must not compare every row with every other.
  const { rows } = await t.ctx.store.read(actor.scope, (tx) =>
    sql<{
      rows: number;
    }>`select reltuples::int as rows from pg_class where relname = 'directive_now'`.execute(tx),
  );
  expect(rows[0]?.rows).toBeGreaterThanOrEqual(1200);
});

test('units and files of another agency are not known here', async () => {
  const other = await (async () => {
    const agency = await t.newAgency();
    return { ...agency, actor: agency.actorOf('office') };
  })();
  const file = await book('chung.xlsx', register('chung'));
  const ours = await importDirectives(t.ctx, actor, file);
  expect(
    await importDirectives(t.ctx, other.actor, await book('khác.xlsx', register('kia').slice(0, 3))),
  ).toMatchObject({ known: null });
  // The alias is ours alone, so the same file has a fault there and is not known.
  expect(await previewImport(t.ctx, other.actor, file)).toMatchObject({ known: null, faulty: 1 });
  const theirs = await listDirectives(t.ctx, other.actor, { import: ours.id ?? '', limit: 10 });
  expect(theirs.total).toBe(0);
});

test('the template is a register that can be imported, and acts on what came in go on as ever', async () => {
  const bytes = await importTemplate(t.ctx.today());
  expect(await previewImport(t.ctx, actor, { name: 'mẫu.xlsx', bytes })).toMatchObject({
    rows: 2,
    faults: [],
    faulty: 0,
  });
  const long = 'x'.repeat(4000);
  const given = { leadUnitId: t.unitId, coordinatingUnitIds: [], product: null, kind: 'do' as const };
  await giveByWord(t.ctx, actor, {
    ...given,
    words: `Một chữ rất dài ${long}`,
    deadline: { kind: 'none' },
    givenOn: '2026-11-24',
  });
  expect((await listDirectives(t.ctx, actor, { q: 'rất dài', limit: 1 })).total).toBe(1);
});
