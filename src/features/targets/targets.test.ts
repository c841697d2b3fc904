import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import type { Role } from '../../domain/permissions/permission.ts';
import { permissionsOf } from '../../domain/permissions/policy.ts';
import type { Actor } from '../context.ts';
import { registerByHand } from '../documents/register.ts';
import { insertPerson, insertPost } from '../organisation/persons.ts';
import { insertUnit } from '../organisation/units.ts';
import { reorganise } from '../reorganisation/reorganise.ts';
import * as commands from './commands.ts';
import type { Assigning } from './contract.ts';
import { getTarget, listTargets } from './queries.ts';
import { targetsXlsx } from './table.ts';

let t: TestContext;
let office: Actor;
let research: string;
let officer: Actor;

async function personAt(unitId: string, role: Role, fullName: string): Promise<Actor> {
  const personId = await t.ctx.store.transaction(office.scope, async (tx) => {
    const id = await insertPerson(tx, t.ctx, office, { fullName });
    await insertPost(tx, t.ctx, office, id, { unitId, role, from: '2020-01-01' });
    return id;
  });
  const permissions = permissionsOf({ roles: [role], installationRoles: [], superiorView: false });
  return { ...office, personId, permissions, name: fullName };
}

beforeAll(async () => {
  t = await testContext();
  office = t.actorOf('office');
  research = await t.ctx.store.transaction(office.scope, (tx) =>
    insertUnit(tx, t.ctx, office, { name: 'Phòng Quản lý khoa học', openedOn: '2020-01-01' }),
  );
  officer = await personAt(research, 'officer', 'Ngô Người Làm');
});
afterAll(() => t.close());
beforeEach(() => t.setNow('2026-11-24T03:00:00Z'));

const said = (more: Partial<Assigning> = {}): Assigning & { year: number } => ({
  year: 2026,
  words: 'Số nhiệm vụ khoa học được nghiệm thu',
  measure: 'number',
  unit: 'nhiệm vụ',
  aim: 'at-least',
  value: 12,
  due: '2026-12-31',
  leadUnitId: research,
  assignedBy: 'UBND tỉnh',
  document: 'Quyết định 233/QĐ-UBND ngày 15/01/2026',
  on: '2026-01-15',
  ...more,
});
const assign = (more: Partial<Assigning> = {}) => commands.assignTarget(t.ctx, office, said(more));
const report = (id: string, value: number, more: object = {}, who = officer) =>
  commands.reportTarget(t.ctx, who, id, {
    value,
    on: '2026-11-20',
    words: '',
    cause: null,
    link: null,
    ...more,
  });

describe('a target through its year', () => {
  test('is assigned by a registered decision, planned, reported, amended and told in sentences', async () => {
    const { id: documentId } = await registerByHand(t.ctx, office, {
      ...{ direction: 'in', kind: 'QĐ', number: '233/QĐ-UBND', date: '2026-01-15' },
      ...{ issuer: 'UBND tỉnh', subject: 'Giao chỉ tiêu năm 2026' },
    });
    const target = await assign();
    expect(target.document).toEqual({ words: 'Quyết định 233/QĐ-UBND ngày 15/01/2026', documentId });
    expect(target.lead).toEqual({ unitId: research, name: 'Phòng Quản lý khoa học' });
    const { id } = target;
    await commands.planTarget(t.ctx, officer, id, [2, 5, 8, 12]);
    await expect(report(id, 6)).rejects.toMatchObject({ status: 400, errors: [{ path: 'cause' }] });
    const late = await report(id, 6, { cause: 'money', words: 'Chưa cấp đủ kinh phí' });
    expect(late).toMatchObject({ state: 'late', cause: 'money', percent: 50, percentToDate: 75 });
    expect(late.lateness).toMatch(/^muộn \d+ ngày làm việc$/u);
    expect(await getTarget(t.ctx, office, id, '2026-11-19')).toMatchObject({ result: null, cause: null });
    const past = await getTarget(t.ctx, office, id, '2026-11-19');
    expect(past.abilities.amend).toContain('Trở về hôm nay');
    const { year: _, ...whole } = said({ value: 6, on: '2026-11-22', document: 'Quyết định 900/QĐ-UBND' });
    await expect(
      commands.amendTarget(t.ctx, office, id, 1, { ...whole, reason: 'cắt giảm kinh phí' }),
    ).rejects.toMatchObject({ status: 412 });
    const amended = await commands.amendTarget(t.ctx, office, id, late.version, {
      ...whole,
      reason: 'cắt giảm kinh phí',
    });
    expect(amended).toMatchObject({ state: 'met', value: 6, firstValue: 12, timesAmended: 1, cause: null });
    expect(amended.history.map(({ sentence }) => sentence.split(/[ :]/u, 2).join(' '))).toEqual([
      'Điều chỉnh',
      'Báo cáo',
      'Kế hoạch',
      'Giao chỉ',
    ]);
  });

  test('files show the result and come back as they were sent', async () => {
    const { id } = await assign({ words: 'Ban hành kế hoạch chuyển đổi số', measure: 'yes-no' });
    const bytes = new TextEncoder().encode('biên bản');
    await report(id, 1);
    const file = { name: 'bien-ban.txt', bytes, mediaType: 'text/plain' };
    const target = await commands.attachToTarget(t.ctx, officer, id, [file]);
    expect(target).toMatchObject({ state: 'met', value: 1, unit: '', aim: 'at-least' });
    const kept = await commands.targetEvidence(t.ctx, officer, id, target.evidence[0]!.id);
    expect(kept.name).toBe('bien-ban.txt');
    expect(Buffer.from(kept.bytes)).toEqual(Buffer.from(bytes));
    await expect(
      commands.attachToTarget(t.ctx, officer, id, [{ ...file, bytes: new Uint8Array() }]),
    ).rejects.toMatchObject({ status: 400 });
  });

  test('is withdrawn by a document and then closed to everything', async () => {
    const { id } = await assign();
    const ended = { reason: 'chuyển sang năm 2027', document: 'Công văn 12/UBND-KT', on: '2026-11-23' };
    expect(await commands.withdrawTarget(t.ctx, office, id, ended)).toMatchObject({ state: 'withdrawn' });
    await expect(report(id, 1)).rejects.toMatchObject({ status: 409 });
    await expect(commands.withdrawTarget(t.ctx, office, id, ended)).rejects.toMatchObject({ status: 409 });
    expect((await getTarget(t.ctx, office, id, '2026-11-22')).state).not.toBe('withdrawn');
  });

  test('a mistake is taken back by who made it, once, and never counted', async () => {
    const { id } = await assign();
    const wrong = await report(id, 120);
    const factId = wrong.history[0]!.id;
    const back = { factId, reason: 'ghi nhầm' };
    await expect(commands.retractTargetFact(t.ctx, office, id, back)).rejects.toMatchObject({ status: 403 });
    const target = await commands.retractTargetFact(t.ctx, officer, id, back);
    expect(target).toMatchObject({ result: null, state: 'in-time' });
    expect(target.history.find((one) => one.id === factId)?.retracted).toBe(true);
    await expect(commands.retractTargetFact(t.ctx, officer, id, back)).rejects.toMatchObject({ status: 409 });
    const first = target.history.at(-1)!.id;
    await expect(
      commands.retractTargetFact(t.ctx, office, id, { factId: first, reason: 'ghi nhầm' }),
    ).rejects.toMatchObject({ status: 409 });
  });
});

describe('what cannot be', () => {
  test.each([
    ['hạn trước ngày giao', { due: '2026-01-10' }, 'due'],
    ['hạn của năm khác', { due: '2029-01-10' }, 'due'],
    ['ngày giao chưa đến', { on: '2026-12-01' }, 'on'],
    ['tiền không có đơn vị tính', { measure: 'money' as const, unit: '' }, 'unit'],
    ['đơn vị lạ', { leadUnitId: '0198c0de-0000-7000-8000-000000000001' }, 'unit'],
  ])('%s', async (_, more, path) => {
    await expect(assign(more)).rejects.toMatchObject({ status: 400, errors: [{ path }] });
  });

  test('quarters that fall, days to come, words for done', async () => {
    const { id } = await assign();
    await expect(commands.planTarget(t.ctx, officer, id, [5, 3, null, null])).rejects.toMatchObject({
      errors: [{ path: 'quarters.1' }],
    });
    await expect(report(id, 1, { on: '2026-11-25' })).rejects.toMatchObject({ errors: [{ path: 'on' }] });
    await expect(report(id, 1, { on: '2025-12-31' })).rejects.toMatchObject({ errors: [{ path: 'on' }] });
    const done = await assign({ measure: 'yes-no' });
    await expect(report(done.id, 7)).rejects.toMatchObject({ errors: [{ path: 'value' }] });
  });

  test('reporting for a unit where one has no post, or of another agency', async () => {
    const { id } = await assign();
    const stranger = await personAt(t.unitId, 'head', 'Đỗ Người Khác');
    await expect(report(id, 1, {}, stranger)).rejects.toMatchObject({ status: 403 });
    const other = await t.newAgency();
    await expect(report(id, 1, {}, other.actorOf('office'))).rejects.toMatchObject({ status: 404 });
    expect((await listTargets(t.ctx, other.actorOf('office'), { year: 2026 })).items).toEqual([]);
  });

  test('two reports at once both stand', async () => {
    const { id } = await assign({ words: 'Hai người cùng báo cáo một lúc' });
    await Promise.all([report(id, 12, { on: '2026-11-10' }), report(id, 13, { on: '2026-11-11' })]);
    expect((await getTarget(t.ctx, office, id)).reports.map(({ value }) => value)).toEqual([12, 13]);
  });
});

test('the list counts what it opens, and the sheet is the list', async () => {
  const all = await listTargets(t.ctx, office, { year: 2026 });
  for (const [state, count] of Object.entries(all.counts))
    expect((await listTargets(t.ctx, office, { year: 2026, state: [state as 'met'] })).items).toHaveLength(
      count,
    );
  const { sheets } = await readXlsx(await targetsXlsx(t.ctx, office, { year: 2026 }));
  expect(sheets[0]?.rows.slice(1).map((row) => row[1])).toEqual(all.items.map(({ words }) => words));
  expect((await listTargets(t.ctx, office, { year: 2026, unit: t.unitId })).items).toEqual([]);
});

test('a unit merged into another hands its targets on', async () => {
  const former = await t.ctx.store.transaction(office.scope, (tx) =>
    insertUnit(tx, t.ctx, office, { name: 'Phòng Sở hữu trí tuệ', openedOn: '2020-01-01' }),
  );
  const { id } = await assign({ leadUnitId: former });
  await expect(report(id, 1)).rejects.toMatchObject({ status: 403 });
  await reorganise(t.ctx, office, {
    kind: 'merge',
    effectiveOn: '2026-11-20',
    decision: { number: '90/QĐ-SKHCN', on: '2026-11-18' },
    sources: [former],
    targets: [{ unitId: research }],
    placements: [],
  });
  expect((await report(id, 1)).lead).toEqual({ unitId: research, name: 'Phòng Quản lý khoa học' });
  expect((await getTarget(t.ctx, office, id, '2026-11-19')).lead.name).toBe('Phòng Sở hữu trí tuệ');
});
