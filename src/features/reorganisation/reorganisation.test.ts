import { unzipSync } from 'fflate';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import type { Deadline } from '../../domain/deadlines/deadline.ts';
import { standingOf } from '../../domain/directives/standing.ts';
import { matchUnit } from '../../domain/organisation/match.ts';
import { Reorganisation } from '../../domain/organisation/reorganisation.ts';
import type { Role } from '../../domain/permissions/permission.ts';
import { read } from '../../reading/read.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { json } from '../../storage/schema/foundation.ts';
import type { Actor } from '../context.ts';
import { actOn } from '../directives/act.ts';
import { giveByWord } from '../directives/commands.ts';
import { getDirective } from '../directives/get.ts';
import { listDirectives } from '../directives/queries.ts';
import { factsOf, nowOf } from '../directives/record.ts';
import { retract } from '../directives/retract.ts';
import { insertPerson, insertPost, listPersons } from '../organisation/persons.ts';
import { agencyUnits, listUnits } from '../organisation/queries.ts';
import { insertUnit } from '../organisation/units.ts';
import { requestSide } from '../requests/sides.ts';
import { dueSettingsByDay } from '../settings/settings.ts';
import { handOverList } from './hand-over.ts';
import { previewReorganisation } from './preview.ts';
import { listReorganisations } from './queries.ts';
import { reorganise } from './reorganise.ts';

let t: TestContext;
let office: Actor;
let head: Actor;
let digital: string;
let technology: string;
let officer: string;

const by = (due: string): Deadline => ({ kind: 'date', due, bound: 'by', text: '', span: [0, 0] });
const person = (unitId: string, role: Role, fullName: string, title?: string) =>
  t.ctx.store.transaction(office.scope, async (tx) => {
    const id = await insertPerson(tx, t.ctx, office, { fullName });
    await insertPost(tx, t.ctx, office, id, { unitId, role, title, from: '2025-01-01' });
    return id;
  });
const unit = (name: string) =>
  t.ctx.store.transaction(office.scope, (tx) =>
    insertUnit(tx, t.ctx, office, { name, openedOn: '2025-01-01' }),
  );
const give = (
  words: string,
  leadUnitId: string,
  givenOn: string,
  more: { with?: string[]; due?: string } = {},
) =>
  giveByWord(t.ctx, office, {
    words,
    leadUnitId,
    coordinatingUnitIds: more.with ?? [],
    product: null,
    deadline: by(more.due ?? '2026-12-31'),
    kind: 'do',
    givenOn,
  });

const merger = (more: Partial<Reorganisation> = {}) =>
  Reorganisation.parse({
    kind: 'merge',
    effectiveOn: '2026-07-01',
    decision: { number: '15/QĐ-SKHCN', on: '2026-06-25' },
    sources: [digital, technology],
    targets: [{ name: 'Phòng Công nghệ số', abbreviation: 'CNS' }],
    ...more,
  });

beforeAll(async () => {
  t = await testContext();
  t.setNow('2026-11-24T03:00:00Z');
  office = t.actorOf('office');
  digital = await unit('Phòng Chuyển đổi số');
  technology = await unit('Phòng Công nghệ');
  head = { ...office, personId: await person(digital, 'head', 'Lê Trưởng Số', 'Trưởng phòng') };
  officer = await person(digital, 'officer', 'Vũ Chuyên Viên');
  await person(technology, 'head', 'Phạm Trưởng Nghệ', 'Trưởng phòng');
});
afterAll(() => t.close());

describe('a merger in mid-year', () => {
  let done: Awaited<ReturnType<typeof give>>;
  let open: typeof done;
  let helped: typeof done;
  let requestId: string;
  let act: Reorganisation;

  beforeAll(async () => {
    done = await give('Việc đã xong từ năm trước', digital, '2025-03-03', { due: '2025-06-30' });
    for (const one of [
      { kind: 'received' },
      { kind: 'submitted', words: '' },
      { kind: 'accepted', words: '' },
    ] as const)
      done = await actOn(t.ctx, head, done.id, done.version, {
        act: one,
        happenedOn: '2025-06-02',
      });
    open = await give('Việc đang làm dở dang', digital, '2025-11-03', { with: [technology] });
    open = await actOn(t.ctx, head, open.id, open.version, { act: { kind: 'received' } });
    open = await actOn(t.ctx, head, open.id, open.version, {
      act: { kind: 'assigned', assignee: { personId: officer, name: '' } },
    });
    open = await actOn(t.ctx, office, open.id, open.version, {
      act: { kind: 'extended', deadline: by('2027-03-31'), reason: 'chờ số liệu', objective: true },
    });
    helped = await give('Việc của văn phòng có phối hợp', t.unitId, '2026-02-02', {
      with: [digital, technology],
    });
    requestId = uuidv7();
    await t.ctx.store.transaction(office.scope, (tx) =>
      tx
        .insertInto('unit_request')
        .values({
          agency_id: t.agencyId,
          id: requestId,
          directive_id: null,
          from_unit_id: t.unitId,
          to_unit_id: digital,
          words: 'Cho số liệu',
          asked_on: '2026-06-20',
          deadline: json(by('2026-07-10')),
          due: '2026-07-10',
          recorded_at: t.ctx.clock().toString(),
          recorded_by: null,
        })
        .execute(),
    );
    act = merger();
    t.setNow('2026-11-24T04:00:00Z');
  });
  beforeEach(() => t.setNow('2026-11-24T04:00:00Z'));

  test('is shown before it is done, and showing records nothing', async () => {
    const preview = await previewReorganisation(t.ctx, office, act);
    expect(preview).toMatchObject({
      notYet: null,
      closing: ['Phòng Chuyển đổi số', 'Phòng Công nghệ'],
      opening: ['Phòng Công nghệ số'],
      targets: [{ unitId: null, name: 'Phòng Công nghệ số' }],
    });
    expect(preview.directives.map(({ id }) => id)).toEqual([open.id]);
    expect(preview.directives[0]).toMatchObject({
      firstDueDay: '2026-12-31',
      dueDay: '2027-03-31',
      assignee: 'Vũ Chuyên Viên',
      assigneeMoves: true,
    });
    expect(preview.successions).toHaveLength(3);
    expect(preview.posts.map(({ person: who, newRole, secondHead }) => [who, newRole, secondHead])).toEqual([
      ['Lê Trưởng Số', 'head', false],
      ['Vũ Chuyên Viên', 'officer', false],
      ['Phạm Trưởng Nghệ', 'officer', true],
    ]);
    expect(preview.requests).toMatchObject([{ id: requestId, side: 'answers', dueDay: '2026-07-10' }]);
    expect(preview.clocks).toBe(2);
    expect(await listReorganisations(t.ctx, office)).toEqual([]);
    expect((await listUnits(t.ctx, office)).map(({ name }) => name)).toContain('Phòng Công nghệ');
  });

  test('waits for its day, and refuses what is out of order with every reason', async () => {
    const future = merger({ effectiveOn: '2027-01-01' });
    expect((await previewReorganisation(t.ctx, office, future)).notYet).toMatch(/chưa có hiệu lực/u);
    await expect(reorganise(t.ctx, office, future)).rejects.toMatchObject({ status: 409 });
    await expect(
      reorganise(t.ctx, office, merger({ sources: [digital, uuidv7()], effectiveOn: '2026-06-01' })),
    ).rejects.toMatchObject({ status: 400, errors: [{ path: 'effectiveOn' }, { path: 'sources.1' }] });
    expect(await listReorganisations(t.ctx, office)).toEqual([]);
  });

  test('moves everything open in one act', async () => {
    const made = await reorganise(t.ctx, office, act);
    expect(made).toMatchObject({
      directives: 1,
      decision: { number: '15/QĐ-SKHCN', on: '2026-06-25' },
      lines: [
        { from: 'Phòng Chuyển đổi số', to: 'Phòng Công nghệ số' },
        { from: 'Phòng Công nghệ', to: 'Phòng Công nghệ số' },
      ],
    });
    const record = await getDirective(t.ctx, office, open.id);
    expect(record).toMatchObject({
      lead: { name: 'Phòng Công nghệ số' },
      coordinating: [],
      assignee: { personId: officer },
      firstDueDay: '2026-12-31',
      dueDay: '2027-03-31',
    });
    const moved = record.history.find(({ kind }) => kind === 'transferred');
    expect(moved).toMatchObject({ happenedOn: '2026-07-01' });
    expect(moved?.sentence).toContain('Quyết định số 15/QĐ-SKHCN ngày 25/6/2026');
    expect(await getDirective(t.ctx, office, helped.id)).toMatchObject({
      lead: { name: 'Văn phòng' },
      coordinating: [{ name: 'Phòng Công nghệ số' }],
    });
    const { rows } = await t.ctx.store.read(office.scope, (tx) =>
      sql<{
        unit: string;
      }>`select ${requestSide('answers')} as unit from unit_request q where q.agency_id = ${t.agencyId} and q.id = ${requestId}`.execute(
        tx,
      ),
    );
    const merged = (await listUnits(t.ctx, office)).find(({ name }) => name === 'Phòng Công nghệ số');
    expect(rows[0]?.unit).toBe(merged?.id);
    expect(merged).toMatchObject({ head: { fullName: 'Lê Trưởng Số' }, persons: 3, openedOn: '2026-07-01' });
  });

  test('what lists filter by is equal to the fold', async () => {
    const calendar = await t.ctx.calendar();
    await t.ctx.store.read(office.scope, async (tx) => {
      const settings = await dueSettingsByDay(tx, t.agencyId);
      const now = await tx
        .selectFrom('directive_now')
        .selectAll()
        .where('agency_id', '=', t.agencyId)
        .execute();
      const facts = await factsOf(
        tx,
        t.agencyId,
        now.map(({ directive_id }) => directive_id),
      );
      for (const row of now) {
        const told = facts.get(row.directive_id)!;
        const derived = nowOf(standingOf(told)!, calendar, settings(row.given_on), told);
        for (const column of [
          'lead_unit_id',
          'lead_name',
          'unit_ids',
          'assignee_id',
          'phase',
          'due',
        ] as const)
          expect(row[column]).toEqual(derived[column]);
        expect(row.coordinating).toEqual(JSON.parse(derived.coordinating));
      }
    });
  });

  test('last year still says last year’s names, and finds by last year’s unit', async () => {
    const filter = { limit: 50, asOf: '2025-12-31' };
    const { items } = await listDirectives(t.ctx, office, filter);
    expect(items.map(({ id, lead }) => [id, lead?.name])).toEqual([
      [open.id, 'Phòng Chuyển đổi số'],
      [done.id, 'Phòng Chuyển đổi số'],
    ]);
    expect(items[0]?.coordinating).toEqual([{ unitId: technology, name: 'Phòng Công nghệ' }]);
    const ofUnit = await listDirectives(t.ctx, office, { ...filter, unit: [digital] });
    expect(ofUnit.total).toBe(2);
    expect(await getDirective(t.ctx, office, open.id, '2025-12-31')).toMatchObject({
      lead: { name: 'Phòng Chuyển đổi số' },
    });
    const today = await listDirectives(t.ctx, office, { limit: 50, unit: [digital] });
    expect(today.items.map(({ id, lead }) => [id, lead?.name])).toEqual([[done.id, 'Phòng Chuyển đổi số']]);
    expect((await listUnits(t.ctx, office, '2025-12-31')).map(({ name }) => name)).toEqual([
      'Văn phòng',
      'Phòng Chuyển đổi số',
      'Phòng Công nghệ',
    ]);
    expect((await listPersons(t.ctx, office, { on: '2025-12-31', unitId: digital })).length).toBe(2);
  });

  test('a paper of today that still names the old unit means the new one; one of last year the old one', async () => {
    const units = await t.ctx.store.read(office.scope, (tx) => agencyUnits(tx, t.agencyId));
    const merged = (await listUnits(t.ctx, office)).find(({ name }) => name === 'Phòng Công nghệ số');
    expect(matchUnit('Phòng Chuyển đổi số', units, '2026-10-10')?.unitId).toBe(merged?.id);
    expect(matchUnit('Phòng Chuyển đổi số', units, '2025-10-10')?.unitId).toBe(digital);
    expect(matchUnit('Phòng Công nghệ', units)?.unitId).toBe(merged?.id);
  });

  test('the hand-over list is a Word file laid out by decree 30/2020 that reads back', async () => {
    const [made] = await listReorganisations(t.ctx, office);
    const bytes = await handOverList(t.ctx, office, made!.id, { format: 'docx' });
    const reading = await read(bytes, { name: 'bàn giao.docx' });
    for (const words of [
      'BIÊN BẢN BÀN GIAO',
      'Quyết định số 15/QĐ-SKHCN ngày 25/6/2026',
      'Bên giao: Phòng Chuyển đổi số (Lê Trưởng Số). Bên nhận: Phòng Công nghệ số (Lê Trưởng Số).',
      'Việc đang làm dở dang',
      '31/12/2026',
      '31/03/2027',
      'Chưa đến hạn',
      'Vũ Chuyên Viên',
    ])
      expect(reading.text).toContain(words);
    expect(reading.text).not.toContain('Việc đã xong');
    const part = (name: string) => new TextDecoder().decode(unzipSync(bytes)[name]);
    expect(part('word/document.xml')).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    expect(part('word/document.xml')).toContain('w:top="1134" w:right="850" w:bottom="1134" w:left="1701"');
    expect(part('word/styles.xml')).toContain('Times New Roman');
    await expect(handOverList(t.ctx, office, uuidv7(), { format: 'docx' })).rejects.toMatchObject({
      status: 404,
    });
    const later = await actOn(t.ctx, office, open.id, (await getDirective(t.ctx, office, open.id)).version, {
      act: { kind: 'stopped', reason: 'không cần nữa' },
    });
    expect(later.state).toBe('stopped');
    expect(await handOverList(t.ctx, office, made!.id, { format: 'docx' })).toEqual(bytes);
  });

  test('is not done twice', async () => {
    await expect(reorganise(t.ctx, office, act)).rejects.toMatchObject({ status: 400 });
  });
});

test('a split moves what is placed elsewhere; who stays lays it down', async () => {
  const laboratory = await unit('Phòng Đo lường');
  await person(laboratory, 'head', 'Đỗ Trưởng Đo', 'Trưởng phòng');
  const measurer = await person(laboratory, 'officer', 'Bùi Đo Lường');
  const goes = await give('Việc chuyển sang tổ mới', laboratory, '2026-09-01');
  await actOn(t.ctx, office, goes.id, goes.version, {
    act: { kind: 'assigned', assignee: { personId: measurer, name: '' } },
  });
  const stays = await give('Việc ở lại phòng cũ', laboratory, '2026-09-01');
  t.setNow('2026-11-24T05:00:00Z');
  const made = await reorganise(
    t.ctx,
    office,
    Reorganisation.parse({
      kind: 'split',
      effectiveOn: '2026-11-01',
      decision: { number: '30/QĐ-SKHCN', on: '2026-10-20' },
      sources: [laboratory],
      targets: [{ unitId: laboratory }, { name: 'Tổ Kiểm định' }],
      placements: [{ record: 'directive', id: goes.id, target: 1 }],
    }),
  );
  expect(made.directives).toBe(1);
  expect(await getDirective(t.ctx, office, goes.id)).toMatchObject({
    lead: { name: 'Tổ Kiểm định' },
    assignee: null,
  });
  expect(await getDirective(t.ctx, office, stays.id)).toMatchObject({ lead: { name: 'Phòng Đo lường' } });
});

test('who led on a day is the same asked of the database and folded, transfers taken back left out', async () => {
  const one = await give('Việc chuyển nhầm rồi rút lại', t.unitId, '2026-04-01');
  const rows = (await listUnits(t.ctx, office)).map(({ id }) => id);
  const wrong = await actOn(t.ctx, office, one.id, one.version, {
    act: { kind: 'transferred', lead: { unitId: rows.at(-1), name: '' }, reason: 'chuyển nhầm' },
    happenedOn: '2026-05-01',
  });
  await retract(t.ctx, office, one.id, wrong.version, {
    factId: wrong.history.find(({ kind }) => kind === 'transferred')!.id,
    reason: 'ghi nhầm',
  });
  const facts = await t.ctx.store.read(office.scope, async (tx) => {
    const all = await tx.selectFrom('directive').select('id').where('agency_id', '=', t.agencyId).execute();
    return factsOf(
      tx,
      t.agencyId,
      all.map(({ id }) => id),
    );
  });
  for (const asOf of [
    '2025-03-03',
    '2026-04-30',
    '2026-05-02',
    '2026-06-30',
    '2026-07-01',
    '2026-11-01',
    '2026-11-24',
  ])
    for (const unitId of [digital, technology, ...rows]) {
      const { items } = await listDirectives(t.ctx, office, { limit: 200, asOf, unit: [unitId] });
      const folded = [...facts].filter(([, list]) => standingOf(list, { asOf })?.lead?.unitId === unitId);
      expect(new Set(items.map(({ id }) => id)), `${asOf} ${unitId}`).toEqual(
        new Set(folded.map(([id]) => id)),
      );
    }
});

test('a renaming leaves the work where it is, under each day’s own name', async () => {
  const library = await unit('Phòng Thư viện');
  const one = await give('Việc của thư viện', library, '2026-03-03');
  await give('Việc có thư viện phối hợp', t.unitId, '2026-03-03', { with: [library] });
  await reorganise(
    t.ctx,
    office,
    Reorganisation.parse({
      kind: 'rename',
      effectiveOn: '2026-08-01',
      decision: { number: '40/QĐ-SKHCN', on: '2026-07-20' },
      sources: [library],
      targets: [{ unitId: library, name: 'Phòng Thông tin khoa học' }],
    }),
  );
  expect((await getDirective(t.ctx, office, one.id)).lead?.name).toBe('Phòng Thông tin khoa học');
  expect((await getDirective(t.ctx, office, one.id, '2026-07-31')).lead?.name).toBe('Phòng Thư viện');
  const helping = async (asOf?: string) =>
    (await listDirectives(t.ctx, office, { limit: 50, q: 'thư viện phối hợp', asOf })).items[0]
      ?.coordinating[0]?.name;
  expect(await helping()).toBe('Phòng Thông tin khoa học');
  expect(await helping('2026-07-31')).toBe('Phòng Thư viện');
});
