import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import type { Actor } from '../context.ts';
import { actOn } from '../directives/act.ts';
import { getDirective } from '../directives/get.ts';
import { enterStage, planDraft } from '../drafts/commands.ts';
import * as commands from './commands.ts';
import { getSuperiorAct, listActs } from './queries.ts';

let t: TestContext;
let office: Actor;
beforeAll(async () => {
  t = await testContext();
  office = t.actorOf('office');
});
afterAll(() => t.close());

const local = (number: string, bases: string[]) => ({
  ...{ number, title: `Quy định theo ${bases.join()}`, issuedOn: '2018-06-12', leadUnitId: t.unitId },
  ...{ bases, endedOn: null },
});
const above = (changes: string[]) => ({
  ...{ number: '41/2026/TT-BKHCN', title: 'Quy định mới', issuer: 'Bộ KH&CN', effect: 'replaces' as const },
  ...{ issuedOn: '2026-11-01', effectiveOn: '2027-01-01', changes },
});

test('a superior act lists what rests on what it changes and makes a directive of each in one act', async () => {
  const registered = [];
  for (const number of ['25/2018/QĐ-UBND', '31/2019/QĐ-UBND'])
    registered.push(await commands.registerAct(t.ctx, office, local(number, ['6/2023/TT-BKHCN'])));
  await commands.registerAct(t.ctx, office, local('1/2020/QĐ-UBND', ['5/2019/NĐ-CP']));
  const draft = await planDraft(t.ctx, office, {
    ...{ title: 'Quy định từ dự thảo', kind: 'other', leadUnitId: t.unitId, drafter: null, document: null },
    ...{ submittedTo: 'UBND tỉnh', shortened: false, bases: ['Thông tư 06/2023/TT-BKHCN'], year: 2026 },
    ...{ on: '2026-01-05', days: { issued: '2026-10-30' } },
  });
  for (const stage of ['drafting', 'submitted', 'issued'] as const)
    await enterStage(t.ctx, office, draft.id, {
      ...{ stage, on: '2026-10-01', holder: null, cause: null },
      document: stage === 'issued' ? '15/2026/QĐ-UBND' : null,
    });
  const early = { ...above(['06/2023/TT-BKHCN']), effectiveOn: '2026-10-31' };
  await expect(commands.registerSuperior(t.ctx, office, early)).rejects.toMatchObject({
    errors: [{ path: 'effectiveOn' }],
  });
  const superior = await commands.registerSuperior(t.ctx, office, above(['06/2023/TT-BKHCN']));
  expect(superior.touched.map(({ act, state }) => [act.number, state]).toSorted()).toEqual([
    ['15/2026/QĐ-UBND', 'undecided'],
    ['25/2018/QĐ-UBND', 'undecided'],
    ['31/2019/QĐ-UBND', 'undecided'],
  ]);
  const amend = (actId: string, due = '2026-12-31') => ({
    ...{ actId, leadUnitId: t.unitId, product: 'Dự thảo thay thế', due },
  });
  const [first, second] = registered.map(({ id }) => id) as [string, string];
  await expect(
    commands.giveAmendments(t.ctx, office, superior.id, [amend(first), amend(first)]),
  ).rejects.toMatchObject({ errors: [{ path: 'amendments' }] });
  await expect(
    commands.giveAmendments(t.ctx, office, superior.id, [amend(first), amend(second, '2026-11-01')]),
  ).rejects.toMatchObject({ errors: [{ path: 'amendments.1.due' }] });
  const given = await commands.giveAmendments(t.ctx, office, superior.id, [amend(first), amend(draft.id)]);
  const directiveId = given.touched.find(({ act }) => act.id === first)!.directive!.id;
  const directive = await getDirective(t.ctx, office, directiveId);
  expect(directive).toMatchObject({
    words:
      'Rà soát, tham mưu sửa đổi, bổ sung hoặc thay thế 25/2018/QĐ-UBND cho phù hợp với 41/2026/TT-BKHCN',
    ...{ product: 'Dự thảo thay thế', dueDay: '2026-12-31', state: 'in-time' },
  });
  await expect(commands.giveAmendments(t.ctx, office, superior.id, [amend(first)])).rejects.toMatchObject({
    status: 409,
  });
  await expect(
    commands.spareAct(t.ctx, office, superior.id, { actId: first, reason: 'không liên quan' }),
  ).rejects.toMatchObject({ status: 409 });
  const spared = await commands.spareAct(t.ctx, office, superior.id, { actId: second, reason: 'đã phù hợp' });
  expect(spared.touched.find(({ act }) => act.id === second)).toMatchObject({
    ...{ state: 'spared', reason: 'đã phù hợp' },
  });
  // The list follows the directive, and the directive knows the act it was given for.
  await actOn(t.ctx, office, directiveId, directive.version, {
    act: { kind: 'stopped', reason: 'gộp vào việc khác' },
  });
  const now = await getSuperiorAct(t.ctx, office, superior.id);
  expect(now.touched.find(({ act }) => act.id === first)).toMatchObject({
    ...{ state: 'undecided', directive: { state: 'stopped' } },
  });
  const of = await listActs(t.ctx, office, { directive: directiveId });
  expect(of.superior.map(({ id }) => id)).toEqual([superior.id]);
  expect((await listActs(t.ctx, office, { asOf: '2026-10-31' })).superior).toEqual([]);
  // Another agency's act and directive are not there.
  const theirs = (await t.newAgency()).actorOf('office');
  expect(await listActs(t.ctx, theirs, {})).toMatchObject({ local: [], superior: [] });
});

test('two who give the same amendment at once make one directive; acts are put right under their version', async () => {
  const act = await commands.registerAct(t.ctx, office, local('7/2021/QĐ-UBND', ['9/2020/TT-BKHCN']));
  const superior = await commands.registerSuperior(t.ctx, office, {
    ...above(['9/2020/TT-BKHCN']),
    number: '42/2026/TT-BKHCN',
  });
  const amendment = { actId: act.id, leadUnitId: t.unitId, product: 'Dự thảo', due: '2026-12-31' };
  const both = await Promise.allSettled(
    [1, 2].map(() => commands.giveAmendments(t.ctx, office, superior.id, [amendment])),
  );
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const ended = { ...local('7/2021/QĐ-UBND', []), endedOn: '2026-11-20' };
  const corrected = await commands.correctAct(t.ctx, office, act.id, act.version, ended);
  expect(corrected).toMatchObject({ endedOn: '2026-11-20', bases: [] });
  await expect(commands.correctAct(t.ctx, office, act.id, act.version, ended)).rejects.toMatchObject({
    status: 412,
  });
  const moved = { ...above(['9/2020/TT-BKHCN']), number: '43/2026/TT-BKHCN' };
  await expect(
    commands.correctSuperior(t.ctx, office, superior.id, superior.version, moved),
  ).rejects.toMatchObject({ status: 412 });
});
