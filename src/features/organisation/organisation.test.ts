import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { matchUnit } from '../../domain/organisation/match.ts';
import type { Actor } from '../context.ts';
import { giveAccount } from './accounts.ts';
import { addAlias, endAlias, learnAlias } from './aliases.ts';
import { changePerson, createPerson, endPost, getPerson, holdPost, listPersons } from './persons.ts';
import { agencyUnits, listUnits } from './queries.ts';
import { createUnit, moveUnit, renameUnit } from './units.ts';

let t: TestContext;
let actor: Actor;
beforeAll(async () => {
  t = await testContext();
  actor = t.actorOf('administrator');
});
afterAll(() => t.close());

const unitCalled = async (name: string, on?: string) =>
  (await listUnits(t.ctx, actor, on)).find((unit) => unit.name === name);

describe('units over time', () => {
  test('every day has its own name and parent; papers of before still mean the unit', async () => {
    const made = await createUnit(t.ctx, actor, { name: 'Phòng Quản lý khoa học', openedOn: '2024-01-01' });
    await renameUnit(t.ctx, actor, made.id, {
      name: 'Phòng Khoa học và Đổi mới',
      abbreviation: 'KHĐM',
      from: '2026-03-01',
    });
    await moveUnit(t.ctx, actor, made.id, { parentId: t.unitId, from: '2026-06-01' });

    expect((await unitCalled('Phòng Quản lý khoa học', '2026-02-28'))?.parentId).toBeNull();
    expect(await unitCalled('Phòng Quản lý khoa học', '2023-12-31')).toBeUndefined();
    expect(await unitCalled('Phòng Quản lý khoa học')).toBeUndefined();
    const now = await unitCalled('Phòng Khoa học và Đổi mới');
    expect(now).toMatchObject({
      id: made.id,
      abbreviation: 'KHĐM',
      parentId: t.unitId,
      formerNames: [{ name: 'Phòng Quản lý khoa học', until: '2026-02-28' }],
    });

    const agency = await t.ctx.store.read(actor.scope, (tx) => agencyUnits(tx, actor.agencyId));
    expect(matchUnit('phòng quản lý khoa học', agency, '2019-05-05')?.unitId).toBe(made.id);
    expect(matchUnit('Phòng QLKH', agency, '2026-11-01')?.unitId).toBeUndefined();
    expect(matchUnit('Phòng Khoa học và Đổi mới', agency, '2026-11-01')?.unitId).toBe(made.id);
  });

  test('a name corrected for the same day replaces the wrong one without becoming a former name', async () => {
    const made = await createUnit(t.ctx, actor, { name: 'Phòng Kế toán', openedOn: '2026-01-01' });
    t.setNow('2026-11-24T03:00:01Z');
    const mended = await renameUnit(t.ctx, actor, made.id, { name: 'Phòng Tài chính', from: '2026-01-01' });
    expect(mended).toMatchObject({ name: 'Phòng Tài chính', formerNames: [] });
  });

  test('a unit is not put under itself, nor twice under one name', async () => {
    const above = await createUnit(t.ctx, actor, { name: 'Chi cục', openedOn: '2026-01-01' });
    const below = await createUnit(t.ctx, actor, {
      name: 'Đội kiểm tra',
      parentId: above.id,
      openedOn: '2026-01-01',
    });
    await expect(
      moveUnit(t.ctx, actor, above.id, { parentId: below.id, from: '2026-02-01' }),
    ).rejects.toMatchObject({ status: 409 });
    await expect(createUnit(t.ctx, actor, { name: 'chi cục', openedOn: '2026-01-01' })).rejects.toMatchObject(
      { status: 400 },
    );
  });
});

describe('aliases', () => {
  const learn = (unitId: string, alias: string) =>
    t.ctx.store.transaction(actor.scope, (tx) => learnAlias(tx, t.ctx, actor, unitId, alias));

  test('what a person corrected is learned once and read the next time', async () => {
    await learn(t.unitId, 'Bộ phận Hành chính');
    await learn(t.unitId, 'BỘ PHẬN HÀNH CHÍNH');
    const unit = await unitCalled('Văn phòng');
    expect(unit?.aliases).toMatchObject([{ alias: 'Bộ phận Hành chính', learned: true }]);
    const agency = await t.ctx.store.read(actor.scope, (tx) => agencyUnits(tx, actor.agencyId));
    expect(matchUnit('Bộ phận hành chính', agency)?.unitId).toBe(t.unitId);
  });

  test('the name of another unit is not learned and cannot be added', async () => {
    const other = await createUnit(t.ctx, actor, { name: 'Thanh tra', openedOn: '2026-01-01' });
    await learn(t.unitId, 'thanh tra');
    expect((await unitCalled('Văn phòng'))?.aliases).toHaveLength(1);
    await expect(addAlias(t.ctx, actor, t.unitId, 'Thanh Tra')).rejects.toMatchObject({ status: 409 });
    expect((await addAlias(t.ctx, actor, other.id, 'Thanh tra')).aliases).toEqual([]);
  });

  test('an alias ended is no longer used', async () => {
    const [alias] = (await addAlias(t.ctx, actor, t.unitId, 'Phòng Hành chính')).aliases.filter(
      (one) => one.alias === 'Phòng Hành chính',
    );
    const after = await endAlias(t.ctx, actor, t.unitId, alias?.id ?? '');
    expect(after.aliases.map((one) => one.alias)).toEqual(['Bộ phận Hành chính']);
    await expect(endAlias(t.ctx, actor, t.unitId, alias?.id ?? '')).rejects.toMatchObject({ status: 404 });
  });
});

describe('persons', () => {
  const post = () => ({ unitId: t.unitId, role: 'officer' as const, from: '2026-01-01' });

  test('are found by part of the name without marks, in the order of given names', async () => {
    await createPerson(t.ctx, actor, { fullName: 'Lê Văn Ước', post: post() });
    await createPerson(t.ctx, actor, { fullName: 'Phạm Thị Đan', post: post() });
    const names = (await listPersons(t.ctx, actor, { unitId: t.unitId })).map(({ fullName }) => fullName);
    expect(names).toEqual(['Phạm Thị Đan', 'Lê Văn Ước']);
    expect(await listPersons(t.ctx, actor, { q: 'van uoc' })).toMatchObject([{ fullName: 'Lê Văn Ước' }]);
    expect(await listPersons(t.ctx, actor, { q: '%' })).toEqual([]);
  });

  test('a change against an old version is refused and shows what stands', async () => {
    const { id, version } = await createPerson(t.ctx, actor, { fullName: 'Vũ Minh Sơn' });
    const changed = await changePerson(t.ctx, actor, id, version, { email: 'son@coquan.vn' });
    expect(changed).toMatchObject({ fullName: 'Vũ Minh Sơn', email: 'son@coquan.vn', version: version + 1 });
    await expect(changePerson(t.ctx, actor, id, version, { fullName: 'Vũ Minh Sang' })).rejects.toMatchObject(
      { status: 412, current: { email: 'son@coquan.vn' } },
    );
  });

  test('a post is held from its day until the day it ends', async () => {
    const { id } = await createPerson(t.ctx, actor, { fullName: 'Bùi Thu Trang', post: post() });
    const [held] = (await holdPost(t.ctx, actor, id, { ...post(), role: 'head', from: '2026-05-01' })).posts;
    await endPost(t.ctx, actor, id, held?.id ?? '', '2026-09-01');
    const rolesOn = async (on: string) =>
      (await listPersons(t.ctx, actor, { q: 'bui thu trang', on }))[0]?.posts.map(({ role }) => role);
    expect(await rolesOn('2026-04-30')).toEqual(['officer']);
    expect(await rolesOn('2026-08-31')).toEqual(['head', 'officer']);
    expect(await rolesOn('2026-09-01')).toEqual(['officer']);
    expect((await getPerson(t.ctx, actor, id)).posts).toHaveLength(2);
  });

  test('one account for a person, one person for a user name', async () => {
    const first = await createPerson(t.ctx, actor, { fullName: 'Đỗ Quốc Lâm' });
    const second = await createPerson(t.ctx, actor, { fullName: 'Đỗ Quốc Lập' });
    const account = { userName: 'lam.do', password: 'mật khẩu đủ dài' };
    expect(await giveAccount(t.ctx, actor, first.id, account)).toMatchObject({ userName: 'lam.do' });
    await expect(
      giveAccount(t.ctx, actor, first.id, { ...account, userName: 'lam.do2' }),
    ).rejects.toMatchObject({ status: 409 });
    await expect(giveAccount(t.ctx, actor, second.id, account)).rejects.toMatchObject({ status: 400 });
    const elsewhere = await t.newAgency();
    const admin = elsewhere.actorOf('administrator');
    const joined = await giveAccount(t.ctx, admin, elsewhere.personId, { userName: 'lam.do' });
    expect(joined).toMatchObject({ userName: 'lam.do' });
    await expect(giveAccount(t.ctx, actor, second.id, { userName: 'khong.co' })).rejects.toMatchObject({
      status: 400,
    });
  });

  test('two persons do not share a code', async () => {
    await createPerson(t.ctx, actor, { fullName: 'Hoàng Anh', staffCode: 'CC09' });
    await expect(
      createPerson(t.ctx, actor, { fullName: 'Hoàng Ánh', staffCode: 'CC09' }),
    ).rejects.toMatchObject({ status: 400 });
  });
});

test('nothing of one agency is seen or changed from another', async () => {
  const other = await t.newAgency();
  const stranger = other.actorOf('administrator');
  expect((await listUnits(t.ctx, stranger)).map(({ id }) => id)).toEqual([other.unitId]);
  expect((await listPersons(t.ctx, stranger, {})).map(({ id }) => id)).toEqual([other.personId]);
  const refused = { status: 404 };
  await expect(getPerson(t.ctx, stranger, t.personId)).rejects.toMatchObject(refused);
  await expect(
    renameUnit(t.ctx, stranger, t.unitId, { name: 'Phòng lạ', from: '2026-01-01' }),
  ).rejects.toMatchObject(refused);
  await expect(addAlias(t.ctx, stranger, t.unitId, 'Phòng lạ')).rejects.toMatchObject(refused);
  await expect(changePerson(t.ctx, stranger, t.personId, 1, { email: null })).rejects.toMatchObject(refused);
  await expect(
    holdPost(t.ctx, stranger, other.personId, { unitId: t.unitId, role: 'head', from: '2026-01-01' }),
  ).rejects.toMatchObject({ status: 400 });
});
