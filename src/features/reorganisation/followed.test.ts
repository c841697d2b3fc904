import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import type { DirectiveFilter } from '../../domain/directives/filter.ts';
import { Reorganisation } from '../../domain/organisation/reorganisation.ts';
import type { Role } from '../../domain/permissions/permission.ts';
import type { Actor } from '../context.ts';
import { giveByWord } from '../directives/commands.ts';
import { listDirectives } from '../directives/queries.ts';
import { createFeed, listFeeds, readFeed } from '../feeds/feeds.ts';
import { insertPerson, insertPost } from '../organisation/persons.ts';
import { insertUnit } from '../organisation/units.ts';
import { insertAccount, joinPerson } from '../session/accounts.ts';
import { listViews, saveView } from '../views/saved.ts';
import { reorganise } from './reorganise.ts';

let t: TestContext;
let office: Actor;
let digital: string;
let technology: string;
let head: Actor;
let other: Actor;

const unit = (name: string) =>
  t.ctx.store.transaction(office.scope, (tx) =>
    insertUnit(tx, t.ctx, office, { name, openedOn: '2025-01-01' }),
  );
const person = async (unitId: string, role: Role, fullName: string): Promise<Actor> => {
  const personId = await t.ctx.store.transaction(office.scope, async (tx) => {
    const id = await insertPerson(tx, t.ctx, office, { fullName });
    await insertPost(tx, t.ctx, office, id, { unitId, role, from: '2025-01-01' });
    const account = { userName: `u${id}`, fullName, passwordHash: 'x' };
    const userId = await insertAccount(tx, t.ctx, account);
    await joinPerson(tx, t.ctx, { userId, agencyId: t.agencyId, personId: id });
    return id;
  });
  return { ...t.actorOf(role), personId };
};
const give = (words: string, leadUnitId: string) =>
  giveByWord(t.ctx, office, {
    words,
    leadUnitId,
    coordinatingUnitIds: [],
    product: null,
    deadline: { kind: 'date', due: '2027-03-31', bound: 'by', text: '', span: [0, 0] },
    kind: 'do',
    givenOn: '2026-03-02',
  });
const change = (more: Partial<Reorganisation>) =>
  reorganise(
    t.ctx,
    office,
    Reorganisation.parse({
      effectiveOn: '2026-07-01',
      decision: { number: '15/QĐ-SKHCN', on: '2026-06-25' },
      ...more,
    }),
  );
const merge = (placements: Reorganisation['placements'] = []) =>
  change({
    kind: 'merge',
    sources: [digital, technology],
    targets: [{ name: 'Phòng Công nghệ số' }],
    placements,
  });

/** Words of the directives a kept view shows today. */
const shown = async (query: string) => {
  const filter = Object.fromEntries(new URLSearchParams(query));
  const unitIds = filter.unit?.split(',');
  const asked: DirectiveFilter = {
    ...(unitIds && { unit: unitIds }),
    ...(filter.asOf && { asOf: filter.asOf }),
  };
  const { items } = await listDirectives(t.ctx, office, { ...asked, limit: 50 });
  return items.map(({ words }) => words).sort();
};
const secretOf = (address: string) => new URL(address).pathname.split('/').at(-1) ?? '';

beforeEach(async () => {
  t = await testContext();
  t.setNow('2026-03-02T03:00:00Z');
  office = t.actorOf('office');
  digital = await unit('Phòng Chuyển đổi số');
  technology = await unit('Phòng Công nghệ');
  head = await person(digital, 'head', 'Lê Trưởng Số');
  other = await person(technology, 'head', 'Phạm Trưởng Nghệ');
  await give('Việc của chuyển đổi số', digital);
  await give('Việc của công nghệ', technology);
  await give('Việc của văn phòng', t.unitId);
});
afterEach(() => t.close());

describe('a view kept under a unit', () => {
  const keep = (query: string) => saveView(t.ctx, office, { name: 'Việc của phòng', query, shared: false });
  const view = async () => (await listViews(t.ctx, office))[0]!;

  test('shows after a merger what the successor has, and says so', async () => {
    const kept = await keep(`unit=${digital}&view=board`);
    expect(kept.units).toEqual([]);
    t.setNow('2026-11-24T03:00:00Z');
    await merge();
    await give('Việc giao sau sáp nhập', (await units('Phòng Công nghệ số'))!);
    const now = await view();
    expect(now.units).toEqual([{ from: 'Phòng Chuyển đổi số', to: ['Phòng Công nghệ số'] }]);
    expect(now.query).toContain('view=board');
    expect(await shown(now.query)).toEqual(
      ['Việc của chuyển đổi số', 'Việc của công nghệ', 'Việc giao sau sáp nhập'].sort(),
    );
  });

  test('as of a day before the merger it keeps the units of then', async () => {
    const before = `unit=${digital}&asOf=2026-06-30`;
    await saveView(t.ctx, office, { name: 'Việc ngày 30/6', query: before, shared: false });
    t.setNow('2026-11-24T03:00:00Z');
    await merge();
    const past = (await listViews(t.ctx, office)).find(({ name }) => name === 'Việc ngày 30/6')!;
    expect(past.units).toEqual([]);
    expect(await shown(past.query)).toEqual(['Việc của chuyển đổi số']);
  });

  test('shows after a split what all parts have, and after a new name says the name', async () => {
    await keep(`unit=${digital},${technology}`);
    t.setNow('2026-11-24T03:00:00Z');
    const targets = [{ name: 'Phòng Hạ tầng số' }, { name: 'Phòng Dữ liệu' }];
    await change({ kind: 'split', sources: [digital], targets });
    await change({
      kind: 'rename',
      sources: [technology],
      targets: [{ unitId: technology, name: 'Phòng Đổi mới sáng tạo' }],
    });
    const now = await view();
    expect(now.units).toEqual([
      { from: 'Phòng Chuyển đổi số', to: ['Phòng Hạ tầng số', 'Phòng Dữ liệu'] },
      { from: 'Phòng Công nghệ', to: ['Phòng Đổi mới sáng tạo'] },
    ]);
    expect(await shown(now.query)).toEqual(['Việc của chuyển đổi số', 'Việc của công nghệ'].sort());
  });
});

const units = async (name: string) =>
  (
    await t.ctx.store.read(office.scope, (tx) =>
      tx.selectFrom('unit_name').select('unit_id').where('name', '=', name).execute(),
    )
  )[0]?.unit_id;

describe('a calendar feed of a unit', () => {
  const events = async (address: string) =>
    [...(await readFeed(t.ctx, secretOf(address))).matchAll(/SUMMARY:Hạn: (.*?)\r\n/gu)].map(
      ([, words]) => words,
    );

  test('shows after a merger the successor’s work to who leads it, under both names', async () => {
    const { address } = await createFeed(t.ctx, head, digital);
    expect(await events(address)).toEqual(['Việc của chuyển đổi số']);
    t.setNow('2026-11-24T03:00:00Z');
    await merge();
    expect(new Set(await events(address))).toEqual(new Set(['Việc của chuyển đổi số', 'Việc của công nghệ']));
    const text = (await readFeed(t.ctx, secretOf(address))).replaceAll('\r\n ', '');
    expect(text).toContain('Phòng Công nghệ số (trước là Phòng Chuyển đổi số)');
    expect(text).toContain('Chủ trì: Phòng Công nghệ số');
    expect((await listFeeds(t.ctx, head))[0]?.unit).toEqual({
      id: digital,
      name: 'Phòng Công nghệ số (trước là Phòng Chuyển đổi số)',
    });
  });

  test('is closed to who leads none of the successors', async () => {
    const { address } = await createFeed(t.ctx, other, technology);
    const posts = await t.ctx.store.read(office.scope, (tx) =>
      tx.selectFrom('post_holding').select('id').where('person_id', '=', other.personId).execute(),
    );
    t.setNow('2026-11-24T03:00:00Z');
    await merge([{ record: 'post', id: posts[0]!.id, target: 0, role: 'officer' }]);
    await expect(readFeed(t.ctx, secretOf(address))).rejects.toMatchObject({ status: 404 });
  });

  test('bears the unit’s new name, and its events too', async () => {
    const { address } = await createFeed(t.ctx, head, digital);
    t.setNow('2026-11-24T03:00:00Z');
    await change({
      kind: 'rename',
      sources: [digital],
      targets: [{ unitId: digital, name: 'Phòng Dữ liệu số' }],
    });
    const text = (await readFeed(t.ctx, secretOf(address))).replaceAll('\r\n ', '');
    expect(text).toContain('Hạn nhiệm vụ: Phòng Dữ liệu số');
    expect(text).toContain('Chủ trì: Phòng Dữ liệu số');
    expect(text).not.toContain('Chuyển đổi số\\n');
  });
});
