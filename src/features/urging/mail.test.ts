import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { type MailServer, startMailServer } from '../../../test/mail-server.ts';
import type { Deadline } from '../../domain/deadlines/deadline.ts';
import type { Role } from '../../domain/permissions/permission.ts';
import type { Actor, Context } from '../context.ts';
import { actOn } from '../directives/act.ts';
import { giveByWord } from '../directives/commands.ts';
import { endPost, getPerson, insertPerson, insertPost } from '../organisation/persons.ts';
import { insertUnit } from '../organisation/units.ts';
import { changeSetting } from '../settings/settings.ts';
import { writeLetters } from './letters.ts';
import { postLetters } from './post.ts';
import { tellReminders } from './tell.ts';
import { urgeAll } from './urge.ts';

let t: TestContext;
let server: MailServer;
/** The context with a mail server named; «restarts» make another one on the same database. */
let ctx: Context;
let director: Actor;
let unitId: string;

const by = (due: string): Deadline => ({ kind: 'date', due, bound: 'by', text: due, span: [0, 0] });
const withMail = (smtpUrl: string): Context => ({
  ...t.ctx,
  config: { ...t.ctx.config, mail: { smtpUrl, from: 'Trọng Tâm <nhacviec@so.local>' } },
});

async function person(fullName: string, role: Role, email: string | null, unit = unitId): Promise<string> {
  const office = t.actorOf('office');
  return t.ctx.store.transaction(office.scope, async (tx) => {
    const id = await insertPerson(tx, t.ctx, office, { fullName, ...(email && { email }) });
    await insertPost(tx, t.ctx, office, id, { unitId: unit, role, from: '2020-01-01' });
    return id;
  });
}

const give = (words: string, due: string, givenOn: string) =>
  giveByWord(t.ctx, director, {
    words,
    leadUnitId: unitId,
    coordinatingUnitIds: [],
    product: null,
    deadline: by(due),
    kind: 'do',
    givenOn,
  });

/** Hanoi time. */
const at = (day: string, time: string) =>
  t.setNow(Temporal.ZonedDateTime.from(`${day}T${time}[Asia/Ho_Chi_Minh]`).toInstant().toString());
const sweepAt = async (day: string, time: string, context = ctx) => {
  at(day, time);
  await urgeAll(context);
};
const facts = () =>
  t.ctx.store.read({ agencies: [t.agencyId] }, (tx) =>
    tx
      .selectFrom('letter_delivery')
      .select(['try', 'kind', 'permanent', 'words'])
      .orderBy('recorded_at')
      .orderBy('id')
      .execute(),
  );
const kinds = async () => (await facts()).map(({ kind }) => kind);
const subjectsTo = (address: string) =>
  server.taken.filter(({ to }) => to.includes(address)).map(({ subject }) => subject);

beforeEach(async () => {
  t = await testContext();
  server = await startMailServer();
  ctx = withMail(server.url);
  director = t.actorOf('director');
  at('2026-08-10', '09:00');
  unitId = await t.ctx.store.transaction(director.scope, (tx) =>
    insertUnit(tx, t.ctx, director, { name: 'Phòng Quản lý khoa học', openedOn: '2020-01-01' }),
  );
  await person('Lê Trưởng Phòng', 'head', 'truong@so.local');
});
afterEach(async () => {
  await server.stop();
  await t.close();
});

test('a month with a holiday and a swapped Saturday: each day of the ladder once, no mail on a day off', async () => {
  await person('Trần Giám Đốc', 'director', 'giamdoc@so.local', t.unitId);
  await changeSetting(t.ctx, director, 'digest.weekly', { value: false, from: '2026-08-01' });
  await give('Báo cáo tiến độ <đề tài> & dự án', '2026-08-28', '2026-08-10');
  for (
    let day = Temporal.PlainDate.from('2026-08-10');
    day.toString() <= '2026-09-14';
    day = day.add({ days: 1 })
  )
    for (const time of ['06:30', '07:00', '07:05', '12:00', '17:59', '20:00'])
      await sweepAt(day.toString(), time);
  // The 22nd is worked for the 31st; 29/8–2/9 are off; the ladder counts working days.
  expect(subjectsTo('truong@so.local')).toEqual([
    'Trọng Tâm 10/08/2026: 1 mới giao',
    'Trọng Tâm 20/08/2026: 1 sắp đến hạn',
    'Trọng Tâm 25/08/2026: 1 sắp đến hạn',
    'Trọng Tâm 27/08/2026: 1 sắp đến hạn',
    'Trọng Tâm 28/08/2026: 1 đến hạn hôm nay',
    'Trọng Tâm 03/09/2026: 1 quá hạn',
    'Trọng Tâm 07/09/2026: 1 quá hạn',
  ]);
  expect(subjectsTo('giamdoc@so.local')).toEqual(['Trọng Tâm 09/09/2026: 1 quá hạn']);
  const [mail] = server.taken;
  expect(mail?.raw).toContain('Auto-Submitted: auto-generated');
  expect(mail?.raw).toMatch(/Content-Type: multipart\/alternative/iu);
  expect(new Set(server.taken.map(({ messageId }) => messageId)).size).toBe(server.taken.length);
}, 240_000);

test('server down for a day, with restarts: nothing lost, nothing twice, the pauses grow', async () => {
  await give('Báo cáo quý', '2026-08-12', '2026-08-10');
  const port = Number(new URL(server.url).port);
  await server.stop();
  for (let hour = 7; hour < 24; hour++)
    for (const minute of ['00', '05', '30']) {
      const restarted = withMail(server.url);
      await sweepAt('2026-08-11', `${String(hour).padStart(2, '0')}:${minute}`, restarted);
    }
  const failures = await facts();
  expect(failures.some(({ kind }) => kind === 'handed')).toBe(false);
  const tries = failures.filter(({ kind }) => kind === 'failed').length;
  expect(tries).toBeGreaterThan(5);
  expect(tries).toBeLessThan(12);
  server = await startMailServer({ port });
  for (const time of ['06:00', '07:00', '07:05', '13:00']) await sweepAt('2026-08-12', time);
  expect(new Set(subjectsTo('truong@so.local'))).toEqual(
    new Set(['Trọng Tâm 11/08/2026: 1 sắp đến hạn', 'Trọng Tâm 12/08/2026: 1 đến hạn hôm nay']),
  );
  expect(server.taken).toHaveLength(2);
});

test('what was told while digests were off comes in one letter, once', async () => {
  await changeSetting(t.ctx, director, 'digest.on', { value: false, from: '2026-08-01' });
  await changeSetting(t.ctx, director, 'digest.on', { value: true, from: '2026-08-13' });
  await give('Báo cáo quý', '2026-08-12', '2026-08-10');
  for (const day of ['2026-08-11', '2026-08-12', '2026-08-13', '2026-08-14', '2026-08-18'])
    await sweepAt(day, '07:00');
  expect(subjectsTo('truong@so.local')).toEqual([
    'Trọng Tâm 13/08/2026: 1 quá hạn',
    'Trọng Tâm 18/08/2026: 1 quá hạn',
  ]);
});

test('what is told in the evening or on a day off is written the next working morning', async () => {
  await give('Báo cáo quý', '2026-08-17', '2026-08-10');
  // The third working day before: told on the evening of the 12th.
  await sweepAt('2026-08-12', '19:00');
  // The last one before: the system comes up on the Saturday after.
  await sweepAt('2026-08-13', '06:59');
  await sweepAt('2026-08-13', '07:00');
  await sweepAt('2026-08-15', '10:00');
  await sweepAt('2026-08-16', '10:00');
  expect(subjectsTo('truong@so.local')).toEqual(['Trọng Tâm 13/08/2026: 1 sắp đến hạn']);
  await sweepAt('2026-08-17', '07:00');
  expect(subjectsTo('truong@so.local')[1]).toBe('Trọng Tâm 17/08/2026: 1 đến hạn hôm nay');
});

test('two sweeps at once send one mail', async () => {
  await give('Báo cáo quý', '2026-08-12', '2026-08-10');
  at('2026-08-11', '07:00');
  await Promise.all([urgeAll(ctx), urgeAll(withMail(server.url)), urgeAll(ctx)]);
  await urgeAll(ctx);
  expect(subjectsTo('truong@so.local')).toHaveLength(1);
  expect(await kinds()).toEqual(['begun', 'handed', 'sent']);
});

test('of two processes that both saw a letter waiting, only the one that begins the try goes to the server', async () => {
  await give('Báo cáo quý', '2026-08-12', '2026-08-10');
  at('2026-08-11', '07:00');
  await tellReminders(ctx, t.agencyId);
  await writeLetters(ctx, t.agencyId);
  let reads = 0;
  const slow: Context['store'] = {
    ...ctx.store,
    read: async (scope, work) => {
      const seen = await ctx.store.read(scope, work);
      reads += 1;
      // Settings, then the letters: by the time it acts on these, the other has sent them.
      if (reads === 2) await postLetters(ctx, t.agencyId);
      return seen;
    },
  };
  await postLetters({ ...ctx, store: slow }, t.agencyId);
  expect(reads).toBe(2);
  expect(server.connections).toBe(1);
  expect(await kinds()).toEqual(['begun', 'handed', 'sent']);
});

describe('what the server does with a letter', () => {
  beforeEach(async () => {
    await give('Báo cáo quý', '2026-08-12', '2026-08-10');
  });

  test('a 250 ends it; the log keeps the answer', async () => {
    await sweepAt('2026-08-11', '07:00');
    expect((await facts()).at(-1)).toMatchObject({ kind: 'sent', words: expect.stringContaining('đã nhận') });
  });

  test('a line broken after the body was given: never given again by itself', async () => {
    server.manner = 'take-and-break';
    await sweepAt('2026-08-11', '07:00');
    expect(await kinds()).toEqual(['begun', 'handed', 'unknown']);
    server.manner = 'take';
    for (const time of ['07:30', '09:00', '17:00']) await sweepAt('2026-08-11', time);
    expect(server.taken).toHaveLength(1);
  });

  test('a process that dies while the body goes out: the next one does not give it again', async () => {
    server.manner = 'take-and-break';
    const dying = withMail(server.url);
    at('2026-08-11', '07:00');
    let writes = 0;
    const store: Context['store'] = {
      ...dying.store,
      transaction: (scope, work) => {
        // Reminders, letters, begun, handed, and then no more.
        writes += 1;
        return writes > 4 ? Promise.reject(new Error('killed')) : dying.store.transaction(scope, work);
      },
    };
    await expect(urgeAll({ ...dying, store })).rejects.toThrow();
    expect(await kinds()).toEqual(['begun', 'handed']);
    server.manner = 'take';
    for (const time of ['07:05', '07:20', '12:00']) await sweepAt('2026-08-11', time);
    expect(server.taken).toHaveLength(1);
  });

  test('a process that dies before the body was given: the letter is tried again', async () => {
    at('2026-08-11', '07:00');
    let writes = 0;
    const store: Context['store'] = {
      ...ctx.store,
      transaction: (scope, work) => {
        writes += 1;
        return writes > 3 ? Promise.reject(new Error('killed')) : ctx.store.transaction(scope, work);
      },
    };
    await expect(urgeAll({ ...ctx, store })).rejects.toThrow();
    expect(await kinds()).toEqual(['begun']);
    await sweepAt('2026-08-11', '07:10');
    expect(server.taken).toHaveLength(0);
    await sweepAt('2026-08-11', '07:16');
    expect(server.taken).toHaveLength(1);
  });

  test('busy for now: again after a pause, with the same Message-ID', async () => {
    server.manner = 'refuse-for-now';
    await sweepAt('2026-08-11', '07:00');
    server.manner = 'take';
    await sweepAt('2026-08-11', '07:00');
    expect(server.taken).toHaveLength(0);
    await sweepAt('2026-08-11', '07:01');
    expect(await kinds()).toEqual(['begun', 'handed', 'failed', 'begun', 'handed', 'sent']);
  });

  test('no such mailbox: told once, not tried again', async () => {
    server.manner = 'no-such-person';
    for (const time of ['07:00', '08:00', '12:00']) await sweepAt('2026-08-11', time);
    const all = await facts();
    expect(all.map(({ kind }) => kind)).toEqual(['begun', 'failed']);
    expect(all[1]).toMatchObject({ permanent: true, words: expect.stringContaining('hộp thư') });
  });
});

test('a wrong password stays out of the log, and the right one signs in', async () => {
  await server.stop();
  server = await startMailServer({ password: 'mật khẩu thư' });
  await give('Báo cáo quý', '2026-08-12', '2026-08-10');
  const wrong = server.url.replace(/:[^:@]+@/u, ':sai-mat-khau@');
  await sweepAt('2026-08-11', '07:00', withMail(wrong));
  const [, failed] = await facts();
  expect(failed).toMatchObject({ kind: 'failed', permanent: false });
  expect(failed?.words).not.toContain('sai-mat-khau');
  await sweepAt('2026-08-11', '08:00', withMail(server.url));
  expect(server.taken).toHaveLength(1);
});

test('whose work is done in time hears nothing', async () => {
  const done = await give('Báo cáo quý', '2026-08-12', '2026-08-10');
  await sweepAt('2026-08-11', '06:00');
  const head = { ...t.actorOf('head'), personId: await person('Phó Phòng', 'head', null) };
  const received = await actOn(t.ctx, head, done.id, done.version, { act: { kind: 'received' } });
  await actOn(t.ctx, head, done.id, received.version, { act: { kind: 'submitted', words: 'xong' } });
  await sweepAt('2026-08-11', '07:30');
  expect(server.taken).toHaveLength(0);
});

test('the work of who left falls to the head, and who left hears nothing', async () => {
  const office = t.actorOf('office');
  const left = await person('Vũ Chuyên Viên', 'officer', 'chuyenvien@so.local');
  const given = await give('Báo cáo quý', '2026-08-12', '2026-08-10');
  const assignee = { personId: left, name: '' };
  await actOn(t.ctx, director, given.id, given.version, { act: { kind: 'assigned', assignee } });
  await sweepAt('2026-08-11', '07:00');
  const [post] = (await getPerson(t.ctx, office, left)).posts;
  await endPost(t.ctx, office, left, post?.id ?? '', '2026-08-12');
  await sweepAt('2026-08-12', '07:00');
  expect(subjectsTo('chuyenvien@so.local')).toEqual(['Trọng Tâm 11/08/2026: 1 sắp đến hạn']);
  expect(subjectsTo('truong@so.local')).toEqual([
    'Trọng Tâm 11/08/2026: 1 mới giao',
    'Trọng Tâm 12/08/2026: 1 đến hạn hôm nay',
  ]);
});

test('on the first working day of a week heads get their unit and the director all, without a reminder', async () => {
  await person('Trần Giám Đốc', 'director', 'giamdoc@so.local', t.unitId);
  await person('Vũ Chuyên Viên', 'officer', 'chuyenvien@so.local');
  at('2026-08-07', '09:00');
  await give('Việc còn lâu mới đến hạn', '2026-12-30', '2026-08-07');
  await sweepAt('2026-08-17', '07:00');
  await sweepAt('2026-08-18', '07:00');
  expect(Object.fromEntries(server.taken.map(({ to, subject }) => [to[0], subject]))).toEqual({
    'giamdoc@so.local': 'Trọng Tâm 17/08/2026: Tổng hợp tuần của Sở Khoa học và Công nghệ',
    'truong@so.local': 'Trọng Tâm 17/08/2026: Tổng hợp tuần của Phòng Quản lý khoa học',
  });
  expect(server.taken).toHaveLength(2);
  // Monday to Wednesday are off: the week begins on Thursday.
  await sweepAt('2026-08-31', '07:00');
  await sweepAt('2026-09-03', '07:00');
  expect(server.taken).toHaveLength(4);
});

test('without a mail server, and in the demo, nothing is written', async () => {
  await give('Báo cáo quý', '2026-08-12', '2026-08-10');
  await sweepAt('2026-08-11', '07:00', t.ctx);
  await sweepAt('2026-08-11', '07:00', { ...ctx, config: { ...ctx.config, demo: true } });
  const letters = await t.ctx.store.read(director.scope, (tx) =>
    tx.selectFrom('letter').select('id').execute(),
  );
  expect(letters).toEqual([]);
  expect(server.connections).toBe(0);
});
