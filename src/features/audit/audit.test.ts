import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { sealAudit } from '../../storage/audit.ts';
import { type Actor, command } from '../context.ts';
import { addAlias } from '../organisation/aliases.ts';
import { createUnit, renameUnit } from '../organisation/units.ts';
import { listAudit, verifyAudit } from './queries.ts';
import { auditSentence, sentences } from './sentences.ts';
import { sentencesInEnglish } from './sentences-english.ts';

let t: TestContext;
let actor: Actor;
let unitId: string;
beforeAll(async () => {
  t = await testContext();
  actor = t.actorOf('administrator');
  ({ id: unitId } = await createUnit(t.ctx, actor, { name: 'Phòng A', openedOn: '2026-01-01' }));
  await renameUnit(t.ctx, actor, unitId, { name: 'Phòng B', from: '2026-02-01' });
  await addAlias(t.ctx, actor, t.unitId, 'Hành chính');
});
afterAll(() => t.close());

test('every command is told in a sentence, newest first, page by page', async () => {
  const first = await listAudit(t.ctx, actor, { limit: 2 });
  expect(first.items.map(({ sentence }) => sentence)).toEqual([
    'Nguyễn Thị Thử thêm tên gọi khác của đơn vị «Hành chính»',
    'Nguyễn Thị Thử đổi tên đơn vị «Phòng B»',
  ]);
  const second = await listAudit(t.ctx, actor, { limit: 2, cursor: first.next ?? '' });
  expect(second).toMatchObject({ items: [{ action: 'unit.created', traceId: 'test' }], next: null });
});

test('of one record only its events', async () => {
  const { items } = await listAudit(t.ctx, actor, { limit: 50, recordId: unitId });
  expect(items.map(({ action }) => action)).toEqual(['unit.renamed', 'unit.created']);
});

test('events are shown as sealed once they are, and the chain holds', async () => {
  expect((await listAudit(t.ctx, actor, { limit: 1 })).items[0]?.sealed).toBe(false);
  await sealAudit(t.ctx.store, actor.agencyId);
  expect((await listAudit(t.ctx, actor, { limit: 50 })).items.every(({ sealed }) => sealed)).toBe(true);
  expect(await verifyAudit(t.ctx, actor)).toMatchObject({ ok: true, events: 3, seals: 1, broken: [] });
});

test('another agency sees nothing of it', async () => {
  const stranger = (await t.newAgency()).actorOf('auditor');
  expect(await listAudit(t.ctx, stranger, { limit: 50 })).toEqual({ items: [], next: null });
  expect(await verifyAudit(t.ctx, stranger)).toMatchObject({ events: 0 });
});

test('a foreign cursor is refused', async () => {
  await expect(listAudit(t.ctx, actor, { limit: 5, cursor: 'bừa' })).rejects.toMatchObject({ status: 400 });
});

test('a command that fails leaves no event', async () => {
  const act = { action: 'unit.created', recordKind: 'unit' };
  await expect(
    command(t.ctx, actor, act, () => Promise.reject(new Error('the work failed'))),
  ).rejects.toThrow('the work failed');
  expect((await listAudit(t.ctx, actor, { limit: 50 })).items).toHaveLength(3);
});

test.each([
  ['session.failed', {}, 'An đăng nhập không thành công'],
  ['account.passwordChanged.refused', {}, 'An đổi mật khẩu (không thành công)'],
  ['directive.transferred', null, 'An chuyển đơn vị chủ trì nhiệm vụ'],
  ['directive.received.many', null, 'An nhận nhiệm vụ (nhiều nhiệm vụ một lần)'],
  ['review.split', {}, 'An sửa bản đang rà soát'],
  ['later.invented', null, 'An thực hiện «later.invented»'],
])('%s is told', (action, detail, sentence) => {
  expect(auditSentence({ who: 'An', action, detail })).toBe(sentence);
});

test('every event is told in English too', () => {
  expect(new Set(Object.keys(sentencesInEnglish))).toEqual(new Set(Object.keys(sentences)));
  expect(auditSentence({ who: 'An', action: 'unit.renamed.refused', detail: null }, 'en')).toBe(
    'An renamed a unit (not successful)',
  );
});
