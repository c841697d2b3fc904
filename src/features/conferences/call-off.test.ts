import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { conferencePlan } from '../../../test/conference.ts';
import { type TestContext, testContext } from '../../../test/context.ts';
import { openPlanningUnit, type PlanningUnit } from '../../../test/planning-unit.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Actor, Context } from '../context.ts';
import { delegate } from '../delegations/commands.ts';
import { writeLetters } from '../urging/letters.ts';
import { callOff } from './call-off.ts';
import { attend, openConferenceOf, prepare, write } from './commands.ts';
import { issue } from './issue.ts';
import { getConferenceOf, listConferencesOf } from './queries.ts';

let t: TestContext;
let ctx: Context;
let people: PlanningUnit;
let office: Actor;
let id: string;
const invitee = uuidv7();
const reason = 'Trùng lịch họp của UBND tỉnh';
const off = (form: 'moved' | 'postponed' | 'cancelled', day: string | null = null, version?: number) =>
  getConferenceOf(ctx, office, id).then(({ versions }) =>
    callOff(ctx, office, id, version ?? versions.plan ?? 0, {
      ...{ form, to: day === null ? null : { day, start: '14:00' }, reason },
    }),
  );
const line = (lead: { unitId: string; name: string }) => ({
  ...{ words: 'Rà soát hồ sơ đo lường', lead, coordinating: [], product: 'Báo cáo rà soát' },
  ...{ term: 'trước 31/12/2026', answers: null },
});

/** Writes the letters of a day; what they say, by person. */
async function lettersOf(day: string) {
  t.setNow(`${day}T03:00:00Z`);
  await writeLetters(ctx, office.agencyId);
  const rows = await ctx.store.read(office.scope, (tx) =>
    tx.selectFrom('letter').select(['person_id', 'plain']).where('day', '=', day).execute(),
  );
  return new Map(rows.map(({ person_id, plain }) => [person_id, plain]));
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
  t.setNow('2026-11-23T03:00:00Z');
  ({ id } = await openConferenceOf(ctx, office, { ...conferencePlan, day: '2026-11-26', reviewId: null }));
  const name = 'Phòng Kế hoạch';
  const invitees = [
    { id: invitee, kind: 'unit' as const, name, recordId: people.unitId },
    { id: uuidv7(), kind: 'guest' as const, name: 'Sở Tài chính', recordId: null },
  ];
  await prepare(ctx, office, id, 0, { part: 'invitees', invitees });
});
afterAll(() => t.close());

test('the day people were invited to is moved by an act with its reason, never in silence', async () => {
  const { plan, versions } = await getConferenceOf(ctx, office, id);
  const silent = { part: 'plan' as const, plan: { ...plan, day: '2026-11-27' } };
  await expect(prepare(ctx, office, id, versions.plan ?? 0, silent)).rejects.toMatchObject({
    errors: [{ path: 'day', message: expect.stringContaining('nêu lý do') }],
  });
  await expect(off('moved', '2026-11-20')).rejects.toMatchObject({ errors: [{ path: 'day' }] });
  await expect(off('moved')).rejects.toMatchObject({ errors: [{ path: 'day' }] });
  const moved = await off('moved', '2026-11-27');
  expect(moved).toMatchObject({ day: '2026-11-27', start: '14:00', calledOff: null });
  await expect(off('cancelled', null, versions.plan)).rejects.toMatchObject({ status: 412 });
});

test('those invited are told once, who stands in beside them, and of the last word only', async () => {
  const [from, to] = [people.head.personId ?? '', people.officer.personId ?? ''];
  await delegate(ctx, office, {
    ...{ form: 'KT.', fromPersonId: from, toPersonId: to, unitId: null },
    ...{ fromDay: '2026-11-23', lastDay: '2026-11-23', document: 'Giấy uỷ quyền số 7' },
  });
  await off('postponed');
  await expect(off('postponed')).rejects.toMatchObject({ errors: [{ path: 'form' }] });
  const letters = await lettersOf('2026-11-23');
  expect([...letters.keys()].toSorted()).toEqual([from, to].toSorted());
  expect(letters.get(from)).toContain('HỘI NGHỊ THAY ĐỔI (1)');
  expect(letters.get(from)).toContain('hoãn, không họp ngày 27/11/2026; sẽ báo ngày mới');
  expect(letters.get(from)).toContain(`lý do: ${reason}`);
  expect(letters.get(to)).toContain('KT. Lê Trưởng Phòng');
  expect((await lettersOf('2026-11-24')).size).toBe(0);
});

test('put off it waits for a day; the page and the list say so; with a day it is held', async () => {
  t.setNow('2026-11-28T03:00:00Z');
  const came = { inviteeId: invitee, presence: 'present' as const, stead: null };
  await expect(attend(ctx, office, id, came)).rejects.toMatchObject({ status: 409 });
  expect((await listConferencesOf(ctx, office)).items[0]).toMatchObject({
    ...{ held: false, calledOff: { form: 'postponed', reason } },
  });
  const again = await off('moved', '2026-11-30');
  expect(again.changes.map(({ form }) => form)).toEqual(['moved', 'postponed', 'moved']);
  expect(again).toMatchObject({ calledOff: null, day: '2026-11-30' });
  t.setNow('2026-11-30T03:00:00Z');
  await attend(ctx, office, id, came);
});

test('with conclusions it cannot be called off; issued, who must carry them out is told at once', async () => {
  const lead = { unitId: people.unitId, name: '' };
  const { lines } = await write(ctx, office, id, 0, { lineId: uuidv7(), line: line(lead) });
  const refused = { status: 409, message: expect.stringContaining('đã có kết luận') };
  await expect(off('cancelled')).rejects.toMatchObject(refused);
  await expect(off('moved', '2026-12-02')).rejects.toMatchObject(refused);
  const { version } = await getConferenceOf(ctx, people.director, id);
  const issued = await issue(ctx, people.director, id, version, null);
  expect(lines).toHaveLength(1);
  const letter = (await lettersOf('2026-11-30')).get(people.head.personId ?? '');
  for (const said of [
    'Rà soát hồ sơ đo lường',
    `sản phẩm: Báo cáo rà soát · Thông báo ${issued.issued?.number} ngày 30/11/2026 · hạn 30/12/2026`,
  ])
    expect(letter).toContain(said);
});
