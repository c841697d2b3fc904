import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import type { Actor } from '../context.ts';
import { actOn } from '../directives/act.ts';
import { giveByWord } from '../directives/commands.ts';
import { insertPost } from '../organisation/persons.ts';
import { listLetters, sendLetterAgain } from './log.ts';
import { recordDelivery } from './post.ts';
import { listReminders, readReminders } from './reminders.ts';
import { tellReminders } from './tell.ts';
import { urgeAll } from './urge.ts';

let t: TestContext;
let head: Actor;

beforeAll(async () => {
  t = await testContext();
  head = t.actorOf('head');
  t.setNow('2026-08-10T02:00:00Z');
  await t.ctx.store.transaction(head.scope, async (tx) => {
    await insertPost(tx, t.ctx, head, t.personId, { unitId: t.unitId, role: 'head', from: '2020-01-01' });
    await tx.updateTable('person').set({ email: 'thu@so.local' }).where('id', '=', t.personId).execute();
  });
  for (const [words, due] of [
    ['Việc đến hạn sau', '2026-08-13'],
    ['Việc đến hạn trước', '2026-08-12'],
    ['Việc còn lâu', '2026-12-30'],
  ] as const)
    await giveByWord(t.ctx, t.actorOf('director'), {
      words,
      leadUnitId: t.unitId,
      coordinatingUnitIds: [],
      product: null,
      deadline: { kind: 'date', due, bound: 'by', text: due, span: [0, 0] },
      kind: 'do',
      givenOn: '2026-08-10',
    });
});
afterAll(() => t.close());

test('told once by however many sweeps; the most urgent first, with words for how it stands today', async () => {
  t.setNow('2026-08-12T02:00:00Z');
  const results = await Promise.all([1, 2, 3].map(() => tellReminders(t.ctx, t.agencyId)));
  expect(results.filter((result) => result !== null)).toEqual([{ told: 2 }]);
  expect(await tellReminders(t.ctx, t.agencyId)).toBeNull();
  const { unread, items } = await listReminders(t.ctx, head);
  expect(unread).toBe(2);
  expect(items.map(({ words, lateness }) => [words, lateness])).toEqual([
    ['Việc đến hạn trước', 'đến hạn hôm nay'],
    ['Việc đến hạn sau', 'còn 1 ngày làm việc'],
  ]);
});

test('what is read is gone until the next day of the ladder; nobody reads for another', async () => {
  const { items } = await listReminders(t.ctx, head);
  const ids = items.map(({ id }) => id);
  const stranger = await t.newAgency();
  await readReminders(t.ctx, stranger.actorOf('head'), ids);
  await readReminders(t.ctx, { ...head, personId: crypto.randomUUID() }, ids);
  expect((await listReminders(t.ctx, head)).unread).toBe(2);
  expect((await readReminders(t.ctx, head, ids)).unread).toBe(0);
  t.setNow('2026-08-13T02:00:00Z');
  await tellReminders(t.ctx, t.agencyId);
  expect((await listReminders(t.ctx, head)).items.map(({ words }) => words)).toEqual([
    'Việc đến hạn trước',
    'Việc đến hạn sau',
  ]);
});

test('work handed in no longer reminds', async () => {
  const [first] = (await listReminders(t.ctx, head)).items;
  await actOn(t.ctx, head, first?.directiveId ?? '', 1, { act: { kind: 'submitted', words: 'xong' } });
  expect((await listReminders(t.ctx, head)).unread).toBe(1);
});

test('the delivery log tells state, answer and next try; only what is stuck can be sent again', async () => {
  const mail = { smtpUrl: 'smtp://127.0.0.1:1', from: 'nhacviec@so.local' };
  const ctx = { ...t.ctx, config: { ...t.ctx.config, mail } };
  const admin = t.actorOf('administrator');
  await urgeAll(ctx);
  const all = { limit: 50, troubled: false };
  const { items, configured, withoutAddress } = await listLetters(ctx, admin, all);
  expect({ configured, withoutAddress }).toEqual({ configured: true, withoutAddress: 0 });
  expect(items).toMatchObject([
    { person: 'Nguyễn Thị Thử', address: 'thu@so.local', day: '2026-08-13', state: 'waiting', tries: 1 },
  ]);
  expect(items[0]?.events.at(-1)).toMatchObject({
    kind: 'failed',
    words: expect.stringContaining('ECONNREFUSED'),
  });
  expect(JSON.stringify(items)).not.toContain('Việc đến hạn');
  const id = items[0]?.id ?? '';
  await expect(sendLetterAgain(ctx, admin, id)).rejects.toMatchObject({ status: 409 });
  await recordDelivery(ctx, t.agencyId, id, { try: 2, kind: 'begun' });
  await recordDelivery(ctx, t.agencyId, id, { try: 2, kind: 'unknown' });
  expect((await listLetters(ctx, admin, { ...all, troubled: true })).items[0]?.state).toBe('unknown');
  const stranger = (await t.newAgency()).actorOf('administrator');
  await expect(sendLetterAgain(ctx, stranger, id)).rejects.toMatchObject({ status: 404 });
  expect(await sendLetterAgain(ctx, admin, id)).toMatchObject({ state: 'waiting' });
  expect((await listLetters(ctx, stranger, all)).items).toEqual([]);
});
