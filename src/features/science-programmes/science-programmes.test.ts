import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { ScienceProgrammeProfile } from '../../domain/science-programmes/facts.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Actor } from '../context.ts';
import { listFigureRecords } from '../figures/contract.ts';
import { listRecordsOf } from '../figures/records.ts';
import { beginTask } from '../tasks/commands.ts';
import { openScienceProgramme, recordScienceProgramme } from './commands.ts';
import type { ScienceProgrammeSaid } from './contract.ts';
import { getScienceProgramme, listScienceProgrammes } from './queries.ts';

let t: TestContext;
let office: Actor;
beforeAll(async () => {
  t = await testContext();
  office = t.actorOf('office');
});
afterAll(() => t.close());

const profileOf = (code: string, more: object = {}) =>
  ScienceProgrammeProfile.parse({
    ...{ code, name: `Chương trình ${code}`, level: 'province', from: '2026-01-01', to: '2030-12-31' },
    ...more,
  });
const decision = { sign: '412/QĐ-UBND', date: '2026-02-10' };
const open = (code: string, more: { on?: string; actor?: Actor } = {}) =>
  openScienceProgramme(t.ctx, more.actor ?? office, {
    ...{ profile: profileOf(code), on: more.on ?? '2026-02-12', restsOn: decision },
  });
const record = (id: string, version: number, said: ScienceProgrammeSaid, on = '2026-03-01') =>
  recordScienceProgramme(t.ctx, office, id, version, { said, on, restsOn: null });
const board = (name: string): ScienceProgrammeSaid => ({
  ...{ kind: 'boardNamed', members: [{ id: null, name, role: 'head' }] },
});
const begin = (title: string, programmeId: string | null) =>
  beginTask(t.ctx, office, {
    profile: {
      ...{ title, level: 'province', type: 'topic', field: null, programmeId, unitId: t.unitId },
      ...{ orderedBy: null, aims: '', products: '', members: [] },
    },
    ...{ on: '2026-11-02', restsOn: null, secret: false },
  });

test('a programme is recorded with its frame, board and report, has its tasks, and is seen as it stood', async () => {
  const { id, version } = await open('MS.NN/26-30');
  const named = await record(id, version, board('PGS. TS. Hoàng Lâm'));
  const whole = await record(
    ...([
      id,
      named.version,
      { kind: 'reported', year: 2026, words: 'Mở hai nhiệm vụ' },
      '2026-11-20',
    ] as const),
  );
  await begin('Nhân giống mận bằng nuôi cấy mô', id);
  expect(whole).toMatchObject({ version: 3, frame: decision, board: [{ name: 'PGS. TS. Hoàng Lâm' }] });
  expect(whole.history.map(({ sentence }) => sentence)).toEqual([
    'Báo cáo năm 2026: Mở hai nhiệm vụ',
    'Ban chủ nhiệm: PGS. TS. Hoàng Lâm (chủ nhiệm chương trình)',
    'Khung chương trình: MS.NN/26-30 Chương trình MS.NN/26-30',
  ]);
  expect(await getScienceProgramme(t.ctx, office, id)).toMatchObject({
    ...{ tasks: 1, counts: { proposed: 1 }, files: [{ title: 'Nhân giống mận bằng nuôi cấy mô' }] },
  });
  expect(await getScienceProgramme(t.ctx, office, id, '2026-02-20')).toMatchObject({
    ...{ board: [], reports: [], tasks: 0, abilities: { record: expect.stringMatching(/Trở về hôm nay/u) } },
  });
  await expect(getScienceProgramme(t.ctx, office, id, '2026-02-11')).rejects.toMatchObject({ status: 404 });
});

test('what cannot be is refused with what to do, and nothing is kept', async () => {
  const first = await open('MS.CS/26-30');
  const before = await listScienceProgrammes(t.ctx, office, {});
  await expect(open('ms.cs/26-30')).rejects.toMatchObject({
    ...{ status: 409, message: expect.stringContaining('đã thuộc «Chương trình MS.CS/26-30»') },
  });
  await expect(open('MS.YD/26-30', { on: '2026-11-25' })).rejects.toMatchObject({ status: 400 });
  const other = await open('MS.MT/26-30');
  const taken = { kind: 'described' as const, profile: profileOf('MS.CS/26-30') };
  await expect(record(other.id, other.version, taken)).rejects.toMatchObject({ status: 409 });
  await expect(record(uuidv7(), 1, board('TS. An'))).rejects.toMatchObject({ status: 404 });
  // Its own code it may keep.
  const kept = {
    kind: 'described' as const,
    profile: profileOf('MS.CS/26-30', { stateMoney: 5_000_000_000 }),
  };
  expect((await record(first.id, first.version, kept)).stateMoney).toBe(5_000_000_000);
  expect((await listScienceProgrammes(t.ctx, office, {})).items).toHaveLength(before.items.length + 1);
});

test('of two who record at once one is told to look again; of two who take one code one has it', async () => {
  const { id, version } = await open('MS.XH/26-30');
  const both = await Promise.allSettled([
    record(id, version, board('TS. Một')),
    record(id, version, board('TS. Hai')),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { status: 412 } });
  const codes = await Promise.allSettled([open('MS.GD/26-30'), open('MS.GD/26-30')]);
  expect(codes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('another agency neither sees it nor is kept from its code', async () => {
  const { id } = await open('MS.AN/26-30');
  const elsewhere = (await t.newAgency()).actorOf('office');
  await expect(getScienceProgramme(t.ctx, elsewhere, id)).rejects.toMatchObject({ status: 404 });
  expect((await open('MS.AN/26-30', { actor: elsewhere })).code).toBe('MS.AN/26-30');
});

test('a figure told apart by programme names it, and steps in the language of the screens', async () => {
  const { id } = await open('MS.TN/26-30');
  await begin('Cảnh báo sạt lở theo thời gian thực', id);
  const apart = async (actor: Actor) => {
    const query = listFigureRecords.query!.parse({ figure: 'tasks-open', period: 'year', year: '2026' });
    const { splits } = await listRecordsOf(t.ctx, actor, query);
    return (by: string) => splits.find((split) => split.by === by)?.parts ?? [];
  };
  const parts = await apart(office);
  expect(parts('programme')).toContainEqual({
    key: id,
    name: 'MS.TN/26-30 Chương trình MS.TN/26-30',
    value: 1,
  });
  const english = await apart({ ...office, language: 'en' });
  expect(english('phase').map(({ name }) => name)).toEqual(['Proposal']);
  expect(parts('phase')).toEqual([{ key: 'proposal', name: 'Đề xuất, xác định', value: expect.any(Number) }]);
  expect(english('step').map(({ key }) => key)).toEqual(parts('step').map(({ name }) => name));
});
