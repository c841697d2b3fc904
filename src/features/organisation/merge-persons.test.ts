import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import type { Actor } from '../context.ts';
import { delegate, listDelegations } from '../delegations/commands.ts';
import { actOn } from '../directives/act.ts';
import { giveByWord } from '../directives/commands.ts';
import { getDirective } from '../directives/get.ts';
import { giveAccount } from './accounts.ts';
import { listDoubles, mergePersons, reviewMerge } from './merge-persons.ts';
import { createPerson, getPerson, listPersons } from './persons.ts';

let t: TestContext;
let administrator: Actor;
beforeAll(async () => {
  t = await testContext();
  administrator = t.actorOf('administrator', 'office');
});
afterAll(() => t.close());

const person = (fullName: string, more: { staffCode?: string; email?: string } = {}) =>
  createPerson(t.ctx, administrator, {
    fullName,
    ...more,
    post: { unitId: t.unitId, role: 'officer', title: 'Chuyên viên', from: '2025-01-01' },
  });

test('two records of one person become one; the old name stays in the history and points to the one', async () => {
  const kept = await person('Bùi Thị Oanh');
  const old = await person('Bui Thi Oanh', { staffCode: 'MS77', email: 'oanh@so.vn' });
  await giveAccount(t.ctx, administrator, kept.id, { userName: 'oanh', password: 'x' });
  const found = (await listDoubles(t.ctx, administrator)).find(({ persons }) =>
    persons.some(({ id }) => id === old.id),
  );
  expect(found).toMatchObject({ likeness: ['name'] });

  const given = await giveByWord(t.ctx, administrator, {
    words: 'Việc trong tay người trùng',
    leadUnitId: t.unitId,
    coordinatingUnitIds: [],
    product: null,
    deadline: { kind: 'none' },
    kind: 'do',
    givenOn: '2026-11-02',
  });
  const assigned = await actOn(t.ctx, administrator, given.id, given.version, {
    act: { kind: 'assigned', assignee: { personId: old.id, name: '' } },
  });
  const asOld = { ...administrator, personId: old.id };
  await actOn(t.ctx, asOld, given.id, assigned.version, { act: { kind: 'received' } });
  const days = {
    fromDay: '2026-11-20',
    lastDay: '2026-12-20',
    unitId: null,
    form: 'KT.',
    document: 'Giấy số 1',
  } as const;
  await delegate(t.ctx, administrator, { ...days, fromPersonId: t.personId, toPersonId: old.id });
  await delegate(t.ctx, administrator, { ...days, fromPersonId: kept.id, toPersonId: old.id });

  expect(await reviewMerge(t.ctx, administrator, old.id, kept.id)).toMatchObject({
    posts: 1,
    directives: 1,
    delegations: 2,
  });
  t.setNow('2026-11-24T04:00:00Z');
  const merged = await mergePersons(t.ctx, administrator, old.id, {
    intoId: kept.id,
    reason: 'nhập hai lần',
  });
  expect(merged).toMatchObject({ staffCode: 'MS77', email: 'oanh@so.vn', userName: 'oanh' });
  expect(await getPerson(t.ctx, administrator, old.id)).toMatchObject({
    fullName: 'Bui Thi Oanh',
    mergedInto: { personId: kept.id, name: 'Bùi Thị Oanh' },
    posts: [{ to: '2026-11-24' }],
  });
  expect((await listPersons(t.ctx, administrator, {})).map(({ id }) => id)).not.toContain(old.id);
  const record = await getDirective(t.ctx, administrator, given.id);
  expect(record.assignee).toMatchObject({ personId: kept.id });
  expect(record.history.find(({ kind }) => kind === 'received')).toMatchObject({
    by: 'Bui Thi Oanh',
    nowKnownAs: 'Bùi Thị Oanh',
  });
  const holding = (await listDelegations(t.ctx, administrator)).filter(({ holds }) => holds);
  expect(holding.map(({ from, to }) => [from.personId, to.personId])).toEqual([[t.personId, kept.id]]);
  await expect(
    mergePersons(t.ctx, administrator, old.id, { intoId: t.personId, reason: 'lần nữa' }),
  ).rejects.toMatchObject({ status: 409 });
});

test('with two accounts they are two until one is closed; the one with the account goes on', async () => {
  const one = await person('Đặng Văn Hai');
  const two = await person('Đặng Văn Hai');
  await giveAccount(t.ctx, administrator, one.id, { userName: 'hai1', password: 'x' });
  await expect(
    mergePersons(t.ctx, administrator, one.id, { intoId: two.id, reason: 'một người' }),
  ).rejects.toThrow(/chiều ngược lại/u);
  await giveAccount(t.ctx, administrator, two.id, { userName: 'hai2', password: 'x' });
  await expect(
    mergePersons(t.ctx, administrator, one.id, { intoId: two.id, reason: 'một người' }),
  ).rejects.toThrow(/Nếu cả hai có tài khoản thì đó là hai người/u);
  await expect(
    mergePersons(t.ctx, administrator, one.id, { intoId: one.id, reason: 'chính mình' }),
  ).rejects.toMatchObject({ status: 400 });
});
