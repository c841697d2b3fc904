import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { type MailServer, startMailServer } from '../../../test/mail-server.ts';
import type { Role } from '../../domain/permissions/permission.ts';
import type { Actor, Context } from '../context.ts';
import { delegate, endDelegation } from '../delegations/commands.ts';
import { actOn } from '../directives/act.ts';
import { giveByWord } from '../directives/commands.ts';
import { insertPerson, insertPost } from '../organisation/persons.ts';
import { listUnits } from '../organisation/queries.ts';
import { insertUnit } from '../organisation/units.ts';
import { changeSetting } from '../settings/settings.ts';
import { listReminders } from './reminders.ts';
import { urgeAll } from './urge.ts';

let t: TestContext;
let server: MailServer;
let ctx: Context;
let director: Actor;
let research: string;
let people: Record<'head' | 'deputy' | 'officer' | 'first' | 'second', string>;

async function person(
  fullName: string,
  email: string,
  posts: [unitId: string, role: Role, title?: string][],
) {
  const office = t.actorOf('office');
  return t.ctx.store.transaction(office.scope, async (tx) => {
    const id = await insertPerson(tx, t.ctx, office, { fullName, email: `${email}@so.local` });
    for (const [unitId, role, title] of posts)
      await insertPost(tx, t.ctx, office, id, { unitId, role, title, from: '2020-01-01' });
    return id;
  });
}
const unit = (name: string, parentId?: string) =>
  t.ctx.store.transaction(director.scope, (tx) =>
    insertUnit(tx, t.ctx, director, { name, parentId, openedOn: '2020-01-01' }),
  );
const give = (words: string, due: string, leadUnitId = research, givenOn = '2026-08-10') =>
  giveByWord(t.ctx, director, {
    words,
    leadUnitId,
    coordinatingUnitIds: [],
    product: null,
    deadline: { kind: 'date', due, bound: 'by', text: due, span: [0, 0] },
    kind: 'do',
    givenOn,
  });
const sweepAt = async (day: string, time: string) => {
  t.setNow(Temporal.ZonedDateTime.from(`${day}T${time}[Asia/Ho_Chi_Minh]`).toInstant().toString());
  await urgeAll(ctx);
};
const lettersTo = (name: string) => server.taken.filter(({ to }) => to.includes(`${name}@so.local`));
const subjects = (name: string) => lettersTo(name).map(({ subject }) => subject);
const textTo = async (personId: string) =>
  (
    await t.ctx.store.read(director.scope, (tx) =>
      tx.selectFrom('letter').select('plain').where('person_id', '=', personId).execute(),
    )
  )
    .map(({ plain }) => plain)
    .join('\n');
const remindersOf = async (personId: string) =>
  (await listReminders(t.ctx, { ...t.actorOf('officer'), personId })).items;

const lend = (more: { from?: string; to?: string; unitId?: string | null; lastDay?: string } = {}) =>
  delegate(t.ctx, t.actorOf('office'), {
    form: 'KT.',
    fromPersonId: more.from ?? people.head,
    toPersonId: more.to ?? people.deputy,
    unitId: more.unitId ?? null,
    fromDay: '2026-08-11',
    lastDay: more.lastDay ?? '2026-08-12',
    document: 'Giấy uỷ quyền số 5',
  });

beforeEach(async () => {
  t = await testContext();
  server = await startMailServer();
  ctx = {
    ...t.ctx,
    config: { ...t.ctx.config, mail: { smtpUrl: server.url, from: 'Trọng Tâm <nhacviec@so.local>' } },
  };
  director = t.actorOf('director');
  t.setNow('2026-08-10T02:00:00Z');
  research = await unit('Phòng Quản lý khoa học');
  people = {
    head: await person('Lê Trưởng Phòng', 'truong', [[research, 'head', 'Trưởng phòng']]),
    deputy: await person('Vũ Phó Phòng', 'pho', [[research, 'officer', 'Phó Trưởng phòng']]),
    officer: await person('Ngô Chuyên Viên', 'chuyenvien', [[research, 'officer']]),
    first: await person('Trần Giám Đốc', 'giamdoc', [[t.unitId, 'director', 'Giám đốc']]),
    second: await person('Đỗ Phó Giám Đốc', 'phogiamdoc', [[t.unitId, 'director', 'Phó Giám đốc']]),
  };
});
afterEach(async () => {
  await server.stop();
  await t.close();
});

describe('who acts in the stead of another', () => {
  test('hears what the absent one hears, both names said, as long as it holds', async () => {
    await give('Báo cáo quý', '2026-08-12');
    await lend();
    await sweepAt('2026-08-11', '07:00');
    expect(subjects('truong')).toEqual(['Trọng Tâm 11/08/2026: 1 sắp đến hạn']);
    expect(subjects('pho')).toEqual(['Trọng Tâm 11/08/2026: 1 sắp đến hạn']);
    expect(await textTo(people.deputy)).toContain('Kính gửi Vũ Phó Phòng');
    expect(await textTo(people.deputy)).toContain('KT. Trưởng phòng Lê Trưởng Phòng');
    expect(await textTo(people.head)).not.toContain('KT.');
    expect(await remindersOf(people.deputy)).toMatchObject([
      { words: 'Báo cáo quý', inNameOf: 'KT. Trưởng phòng Lê Trưởng Phòng' },
    ]);
    expect(await remindersOf(people.head)).toMatchObject([{ words: 'Báo cáo quý', inNameOf: null }]);
    await sweepAt('2026-08-12', '07:00');
    await sweepAt('2026-08-13', '07:00');
    expect(subjects('pho')).toEqual([
      'Trọng Tâm 11/08/2026: 1 sắp đến hạn',
      'Trọng Tâm 12/08/2026: 1 đến hạn hôm nay',
    ]);
    expect(subjects('truong')).toHaveLength(3);
    expect(await remindersOf(people.deputy)).toEqual([]);
  });

  test('hears at once what the absent one was told before, and own work as own', async () => {
    const own = await give('Việc của phó phòng', '2026-08-11');
    const assignee = { personId: people.deputy, name: '' };
    await actOn(t.ctx, director, own.id, own.version, { act: { kind: 'assigned', assignee } });
    const theirs = await give('Việc của chuyên viên', '2026-08-13');
    await actOn(t.ctx, director, theirs.id, theirs.version, {
      act: { kind: 'assigned', assignee: { personId: people.officer, name: '' } },
    });
    await lend({ from: people.officer });
    await sweepAt('2026-08-10', '07:00');
    expect(await remindersOf(people.deputy)).toMatchObject([{ words: 'Việc của phó phòng', inNameOf: null }]);
    await sweepAt('2026-08-11', '07:00');
    expect((await remindersOf(people.deputy)).map(({ words, inNameOf }) => [words, inNameOf])).toEqual([
      ['Việc của phó phòng', null],
      ['Việc của chuyên viên', 'KT. Ngô Chuyên Viên'],
    ]);
  });

  test('a delegation limited to another unit lends no reminder of this one', async () => {
    const other = await unit('Phòng Đo lường');
    await t.ctx.store.transaction(director.scope, (tx) =>
      insertPost(tx, t.ctx, director, people.head, { unitId: other, role: 'head', from: '2020-01-01' }),
    );
    await give('Việc của khoa học', '2026-08-12');
    await give('Việc của đo lường', '2026-08-12', other);
    await lend({ unitId: other });
    await sweepAt('2026-08-11', '07:00');
    expect((await remindersOf(people.deputy)).map(({ words }) => words)).toEqual(['Việc của đo lường']);
    expect(await remindersOf(people.head)).toHaveLength(2);
  });

  test('ended early: what was told and not yet written is written to the absent one alone', async () => {
    await give('Báo cáo quý', '2026-08-12');
    const lent = await lend({ lastDay: '2026-08-31' });
    await sweepAt('2026-08-11', '19:00');
    expect(await remindersOf(people.deputy)).toHaveLength(1);
    await endDelegation(t.ctx, t.actorOf('office'), lent.id, '2026-08-12');
    await sweepAt('2026-08-12', '07:00');
    expect(subjects('pho')).toEqual([]);
    expect(subjects('truong')).toHaveLength(1);
    expect(await remindersOf(people.deputy)).toEqual([]);
  });

  test('gets the week’s summary of the units headed in the other’s stead', async () => {
    t.setNow('2026-08-07T02:00:00Z');
    await give('Việc còn lâu mới đến hạn', '2026-12-30', research, '2026-08-07');
    await lend({ lastDay: '2026-08-31' });
    await sweepAt('2026-08-17', '07:00');
    expect(subjects('pho')).toEqual([
      'Trọng Tâm 17/08/2026: Tổng hợp tuần của Phòng Quản lý khoa học (KT. Trưởng phòng Lê Trưởng Phòng)',
    ]);
    expect(subjects('truong')).toEqual(['Trọng Tâm 17/08/2026: Tổng hợp tuần của Phòng Quản lý khoa học']);
  });
});

describe('the director in charge', () => {
  const told = async () => [
    (await remindersOf(people.first)).map(({ words }) => words),
    (await remindersOf(people.second)).map(({ words }) => words),
  ];
  beforeEach(() => changeSetting(t.ctx, director, 'digest.on', { value: false, from: '2026-08-01' }));
  const charge = (unitId: string, personId: string) =>
    t.ctx.store.transaction(director.scope, (tx) =>
      insertPost(tx, t.ctx, director, personId, { unitId, role: 'director', from: '2020-01-01' }),
    );

  test('hears of the units in their charge and what stands under them; of all others every director hears', async () => {
    const under = await unit('Tổ Thẩm định', research);
    const other = await unit('Phòng Đo lường');
    await charge(research, people.second);
    await give('Việc phòng có lãnh đạo phụ trách', '2026-08-12');
    await give('Việc tổ trực thuộc', '2026-08-12', under);
    await give('Việc phòng không ai phụ trách', '2026-08-12', other);
    await sweepAt('2026-08-19', '07:00');
    const [first, second] = await told();
    expect(first).toEqual(['Việc phòng không ai phụ trách']);
    expect(second?.toSorted()).toEqual([
      'Việc phòng có lãnh đạo phụ trách',
      'Việc phòng không ai phụ trách',
      'Việc tổ trực thuộc',
    ]);
  });

  test('does not take the place of the unit’s head', async () => {
    const later = { unitId: research, role: 'director', from: '2024-01-01' } as const;
    await t.ctx.store.transaction(director.scope, (tx) =>
      insertPost(tx, t.ctx, director, people.second, later),
    );
    const found = (await listUnits(t.ctx, director)).find(({ id }) => id === research);
    expect(found?.head?.fullName).toBe('Lê Trưởng Phòng');
  });

  test('absent, is stood in for by whoever acts for them', async () => {
    await charge(research, people.second);
    await give('Việc phòng có lãnh đạo phụ trách', '2026-08-12');
    await lend({ from: people.second, to: people.first, lastDay: '2026-08-31' });
    await sweepAt('2026-08-19', '07:00');
    expect(await remindersOf(people.first)).toMatchObject([{ inNameOf: 'KT. Phó Giám đốc Đỗ Phó Giám Đốc' }]);
  });
});
