import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import type { Actor } from '../context.ts';
import { changeSetting, dueSettingsOf, listSettings, settingsOf } from './settings.ts';

let t: TestContext;
let actor: Actor;
beforeAll(async () => {
  t = await testContext();
  actor = t.actorOf('administrator');
});
afterAll(() => t.close());

const on = (day: string, agencyId = t.agencyId) =>
  t.ctx.store.read({ agencies: [agencyId] }, (tx) => settingsOf(tx, agencyId, day));

test('until an agency decides, defaults hold and say so', async () => {
  expect(await on('2026-11-24')).toEqual({
    dueSoonWorkingDays: 3,
    'due.rollForward': true,
    'due.beforeEndsOnWorkingDay': true,
    'report.nineMonthsClosingDay': 14,
    'occurrence.horizonDays': 45,
    'urging.person': [-7, -3, -1, 0, 1],
    'urging.head': [1, 3],
    'urging.director': [5],
    'drafts.opinionWorkingDays': 5,
    'drafts.silenceAgrees': true,
    'digest.on': true,
    'digest.hour': 7,
    'digest.weekly': true,
    'quiet.from': 18,
    'quiet.until': 7,
  });
  const listed = await listSettings(t.ctx, actor);
  expect(listed.every(({ from, basis }) => from === null && basis.startsWith('Mặc định'))).toBe(true);
});

test('a decision holds from its day; earlier days and other agencies keep what they had', async () => {
  await changeSetting(t.ctx, actor, 'dueSoonWorkingDays', { value: 5, from: '2026-11-01' });
  await changeSetting(t.ctx, actor, 'due.rollForward', { value: false, from: '2026-11-01' });
  const listed = await changeSetting(t.ctx, actor, 'dueSoonWorkingDays', { value: 7, from: '2027-01-01' });
  expect((await on('2026-10-31')).dueSoonWorkingDays).toBe(3);
  expect((await on('2026-11-01')).dueSoonWorkingDays).toBe(5);
  expect((await on('2027-01-01')).dueSoonWorkingDays).toBe(7);
  expect(dueSettingsOf(await on('2026-11-24'))).toEqual({ rollForward: false, beforeEndsOnWorkingDay: true });
  expect(listed.find(({ key }) => key === 'dueSoonWorkingDays')).toMatchObject({
    value: 5,
    usual: 3,
    from: '2026-11-01',
    upcoming: [{ value: 7, from: '2027-01-01' }],
  });
  const other = await t.newAgency();
  expect((await on('2027-01-01', other.agencyId)).dueSoonWorkingDays).toBe(3);
});

test('the days of a ladder are kept in order, each once', async () => {
  const value = [3, -1, 3, 0];
  await changeSetting(t.ctx, actor, 'urging.person', { value, from: '2026-11-01' });
  expect((await on('2026-11-02'))['urging.person']).toEqual([-1, 0, 3]);
});

test('of two decisions for one day the later stands', async () => {
  await changeSetting(t.ctx, actor, 'report.nineMonthsClosingDay', { value: 20, from: '2026-09-01' });
  await changeSetting(t.ctx, actor, 'report.nineMonthsClosingDay', { value: 25, from: '2026-09-01' });
  expect((await on('2026-09-01'))['report.nineMonthsClosingDay']).toBe(25);
});

test.each([
  ['dueSoonWorkingDays', 0],
  ['dueSoonWorkingDays', true],
  ['due.rollForward', 1],
  ['urging.person', [0.5]],
  ['urging.head', 3],
  ['quiet.from', 24],
] as const)('%s does not take %j', async (key, value) => {
  await expect(changeSetting(t.ctx, actor, key, { value, from: '2026-11-01' })).rejects.toMatchObject({
    status: 400,
  });
});
