import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { openPlanningUnit, type PlanningUnit } from '../../../test/planning-unit.ts';
import type { Deadline } from '../../domain/deadlines/deadline.ts';
import type { Actor, Context } from '../context.ts';
import { delegate } from '../delegations/commands.ts';
import { actOn } from '../directives/act.ts';
import { correct, giveByWord } from '../directives/commands.ts';
import { getDirective } from '../directives/get.ts';
import { insertPost } from '../organisation/persons.ts';
import { insertUnit } from '../organisation/units.ts';
import { writeLetters } from './letters.ts';
import { tellReminders } from './tell.ts';

let t: TestContext;
let ctx: Context;
let people: PlanningUnit;
let office: Actor;

const id = ({ personId }: Actor) => personId ?? '';
const none: Deadline = { kind: 'none' };
const by = (due: string): Deadline => ({ kind: 'date', due, bound: 'by', text: due, span: [0, 0] });
const give = (words: string, more: object = {}) =>
  giveByWord(ctx, people.director, {
    ...{ words, leadUnitId: people.unitId, coordinatingUnitIds: [], product: 'Báo cáo' },
    ...{ kind: 'do', givenOn: '2026-08-10', deadline: by('2026-10-30'), ...more },
  });

/** Sweeps at an hour of a day; what the letters of that day say, by whom they went to. */
async function lettersAt(day: string, hour = '08:00') {
  t.setNow(Temporal.ZonedDateTime.from(`${day}T${hour}[Asia/Ho_Chi_Minh]`).toInstant().toString());
  await tellReminders(ctx, office.agencyId);
  await writeLetters(ctx, office.agencyId);
  const rows = await ctx.store.read(office.scope, (tx) =>
    tx
      .selectFrom('letter')
      .select(['person_id', 'subject', 'plain'])
      .where('agency_id', '=', office.agencyId)
      .where('day', '=', day)
      .execute(),
  );
  return {
    of: (who: Actor) => rows.find(({ person_id }) => person_id === who.personId),
    count: rows.length,
  };
}

beforeAll(async () => {
  t = await testContext();
  const mail = { smtpUrl: 'smtp://127.0.0.1:1', from: 'Trọng Tâm <nhacviec@so.local>' };
  ctx = { ...t.ctx, config: { ...t.ctx.config, mail } };
  people = await openPlanningUnit(t);
  office = t.actorOf('office');
  await ctx.store.transaction(office.scope, (tx) =>
    tx
      .updateTable('person')
      .set({ email: sql`id || '@so.local'` })
      .where('agency_id', '=', office.agencyId)
      .execute(),
  );
});
afterAll(() => t.close());
beforeEach(() => t.setNow('2026-08-11T00:00:00Z'));

test('the head hears once of work given to the unit, whoever is assigned of theirs; who gave it of nothing', async () => {
  const given = await give('Xây dựng kế hoạch đo lường');
  await lettersAt('2026-08-11', '06:00');
  const first = await lettersAt('2026-08-11');
  expect(first.count).toBe(1);
  const letter = first.of(people.head);
  expect(letter?.subject).toBe('Trọng Tâm 11/08/2026: 1 mới giao');
  for (const said of [
    ...['MỚI GIAO (1)', 'Xây dựng kế hoạch đo lường', 'Phòng Kế hoạch · sản phẩm: Báo cáo'],
    ...['giao ngày 10/08/2026 · hạn 30/10/2026 · còn', `/directives/${given.id}`],
  ])
    expect(letter?.plain).toContain(said);
  const assignee = { personId: id(people.officer), name: '' };
  await actOn(ctx, people.head, given.id, given.version, { act: { kind: 'assigned', assignee } });
  const second = await lettersAt('2026-08-12');
  expect(second.count).toBe(1);
  expect(second.of(people.officer)?.plain).toContain('Xây dựng kế hoạch đo lường');
  expect((await lettersAt('2026-08-13')).count).toBe(0);
});

test('recorded late is told late, with its first day of giving, and once however near its deadline', async () => {
  t.setNow('2026-08-14T00:00:00Z');
  await give('Việc vào sổ muộn', { givenOn: '2026-03-02', deadline: by('2026-08-14') });
  await give('Việc không hạn', { deadline: none });
  const letter = (await lettersAt('2026-08-14')).of(people.head);
  expect(letter?.subject).toBe('Trọng Tâm 14/08/2026: 1 mới giao, 1 đến hạn hôm nay');
  expect(letter?.plain.match(/Việc vào sổ muộn/gu)).toHaveLength(1);
  expect(letter?.plain).toContain('mới giao · sản phẩm: Báo cáo · giao ngày 02/03/2026');
});

test('who stands in hears beside the absent one; a new lead or assignee hears, not who had it before', async () => {
  t.setNow('2026-08-18T00:00:00Z');
  const given = await give('Việc khi trưởng phòng vắng');
  await delegate(ctx, office, {
    ...{ form: 'KT.', fromPersonId: id(people.head), toPersonId: id(people.officer), unitId: null },
    ...{ fromDay: '2026-08-18', lastDay: '2026-08-18', document: 'Giấy uỷ quyền số 5' },
  });
  const away = await lettersAt('2026-08-18');
  expect(away.of(people.officer)?.plain).toContain('KT. Lê Trưởng Phòng');
  expect(away.of(people.head)?.plain).toContain('Việc khi trưởng phòng vắng');
  const other = await ctx.store.transaction(office.scope, async (tx) => {
    const unitId = await insertUnit(tx, ctx, office, { name: 'Phòng Đo lường', openedOn: '2020-01-01' });
    await insertPost(tx, ctx, office, id(people.stranger), { unitId, role: 'head', from: '2020-01-01' });
    return unitId;
  });
  const { version } = await getDirective(ctx, people.director, given.id);
  await actOn(ctx, people.director, given.id, version, {
    act: { kind: 'transferred', lead: { unitId: other, name: '' }, reason: 'Đúng chức năng hơn' },
  });
  const moved = await lettersAt('2026-08-19');
  expect(moved.of(people.stranger)?.plain).toContain('Việc khi trưởng phòng vắng');
  expect(moved.of(people.head)?.plain).not.toContain('Việc khi trưởng phòng vắng');
  expect(moved.of(people.officer)).toBeUndefined();
});

test('who heads a unit that coordinates hears too, of work given and of work it is called to later', async () => {
  t.setNow('2026-08-24T00:00:00Z');
  const other = await ctx.store.transaction(office.scope, async (tx) => {
    const unitId = await insertUnit(tx, ctx, office, { name: 'Phòng Thanh tra', openedOn: '2020-01-01' });
    await insertPost(tx, ctx, office, id(people.officer), { unitId, role: 'head', from: '2020-01-01' });
    return unitId;
  });
  await give('Việc hai phòng cùng làm', { coordinatingUnitIds: [other] });
  const alone = await give('Việc một phòng');
  const first = await lettersAt('2026-08-24');
  expect(first.of(people.head)?.plain).toContain('Việc hai phòng cùng làm');
  const letter = first.of(people.officer);
  expect(letter?.plain).toContain('Phòng Kế hoạch · Phòng Thanh tra phối hợp · sản phẩm: Báo cáo');
  expect(letter?.plain).not.toContain('Việc một phòng');
  const { version } = await getDirective(ctx, people.director, alone.id);
  await correct(ctx, people.director, alone.id, version, {
    ...{ reason: 'thêm đơn vị phối hợp', coordinatingUnitIds: [other] },
  });
  const second = await lettersAt('2026-08-25');
  expect(second.of(people.officer)?.plain).toContain('Việc một phòng');
  expect(second.of(people.head)?.plain ?? '').not.toContain('Việc một phòng');
});
