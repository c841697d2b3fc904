import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { openPlanningUnit, type PlanningUnit } from '../../../test/planning-unit.ts';
import { answer, openConferenceOf, owe, proposeFor } from '../conferences/commands.ts';
import type { Actor, Context } from '../context.ts';
import { delegate } from '../delegations/commands.ts';
import { giveByWord } from '../directives/commands.ts';
import { enterStage, planDraft } from '../drafts/commands.ts';
import { answerOpinion, askOpinions } from '../drafts/opinions.ts';
import { confirmPage, writeWords } from '../reviews/commands.ts';
import { pageLetterOf } from '../reviews/letter.ts';
import { openReviewOf } from '../reviews/opening.ts';
import { writeLetters } from './letters.ts';
import { listOwedOf, tellOwed } from './owed.ts';

let t: TestContext;
let ctx: Context;
let people: PlanningUnit;
let office: Actor;
let id: string;

beforeAll(async () => {
  t = await testContext();
  const mail = { smtpUrl: 'smtp://127.0.0.1:1', from: 'Trọng Tâm <nhacviec@so.local>' };
  ctx = { ...t.ctx, config: { ...t.ctx.config, mail } };
  people = await openPlanningUnit(t);
  office = t.actorOf('office');
  t.setNow('2026-03-02T03:00:00Z');
  await giveByWord(ctx, people.director, {
    ...{ words: 'Báo cáo tháng', leadUnitId: people.unitId, coordinatingUnitIds: [], product: null },
    ...{ kind: 'do', givenOn: '2026-03-02', deadline: { kind: 'none' } },
  });
  await ctx.store.transaction(office.scope, (tx) =>
    tx
      .updateTable('person')
      .set({ email: 'truongphong@so.local' })
      .where('id', '=', people.head.personId)
      .execute(),
  );
  t.setNow('2026-06-12T03:00:00Z');
  const asked = { kind: 'half', year: 2026, n: 1, unitsUntil: '2026-06-17' } as const;
  ({ id } = await openReviewOf(ctx, office, asked));
});
afterAll(() => t.close());

const told = () =>
  ctx.store.read(office.scope, (tx) =>
    tx
      .selectFrom('owed_told')
      .select(['person_id as who', 'day', 'step'])
      .where('agency_id', '=', office.agencyId)
      .orderBy('recorded_at')
      .execute(),
  );
const letters = () =>
  ctx.store.read(office.scope, (tx) =>
    tx.selectFrom('letter').select(['subject', 'plain']).where('agency_id', '=', office.agencyId).execute(),
  );
const head = () => people.head.personId;

test('who speaks for a unit sees on Today what its page lacks', async () => {
  const [page, ...others] = (await listOwedOf(ctx, people.head)).items;
  expect(others).toEqual([]);
  expect(page).toMatchObject({
    ...{ kind: 'review-page', recordId: id, unitId: people.unitId, due: '2026-06-17' },
    missing: ['words', 'confirmation'],
  });
  expect((await listOwedOf(ctx, people.stranger)).items).toEqual([]);
});

test('a unit is told on the days of the ladder, each once, and by letter', async () => {
  t.setNow('2026-06-12T03:00:00Z');
  await tellOwed(ctx, office.agencyId);
  expect(await tellOwed(ctx, office.agencyId)).toBeNull();
  expect((await told()).every(({ who }) => who === head())).toBe(true);
  t.setNow('2026-06-17T03:00:00Z');
  await tellOwed(ctx, office.agencyId);
  expect((await told()).at(-1)).toMatchObject({ who: head(), day: '2026-06-17' });
  await writeLetters(ctx, office.agencyId);
  const [letter] = await letters();
  expect(letter?.plain).toContain('Sơ kết 6 tháng đầu năm 2026: phần của đơn vị còn thiếu');
  expect(letter?.plain).toContain(`/reviews/${id}`);
});

test('a letter urges the unit on until it has confirmed; then nothing does', async () => {
  const asked = { unit: people.unitId };
  const { document } = await pageLetterOf(ctx, office, id, asked);
  expect(JSON.stringify(document)).toContain('còn thiếu: lời của đơn vị, xác nhận');
  expect((await pageLetterOf(ctx, office, id, {})).document.title).toMatchObject({ to: ['Phòng Kế hoạch'] });
  const past = { ...asked, answerBy: '2026-06-16' };
  await expect(pageLetterOf(ctx, office, id, past)).rejects.toMatchObject({ status: 400 });
  const words = { results: 'Phải thực hiện {{in-hand}} việc' };
  await writeWords(ctx, people.head, id, 0, { unitId: people.unitId, words });
  await confirmPage(ctx, people.head, id, people.unitId);
  await expect(pageLetterOf(ctx, office, id, asked)).rejects.toMatchObject({ status: 400 });
  expect((await listOwedOf(ctx, people.head)).items).toEqual([]);
  t.setNow('2026-06-22T03:00:00Z');
  expect(await tellOwed(ctx, office.agencyId)).toBeNull();
  // Every five minutes of a day the whole register would be too much.
  const looks = vi.spyOn(ctx.store, 'transaction');
  expect(await tellOwed(ctx, office.agencyId)).toBeNull();
  expect(looks).not.toHaveBeenCalled();
  looks.mockRestore();
  await writeLetters(ctx, office.agencyId);
  expect((await letters()).filter(({ plain }) => plain.includes('Sơ kết'))).toHaveLength(1);
});

test('an answer owed to a proposal is told who owes it and who stands in, until it is given', async () => {
  t.setNow('2026-07-01T03:00:00Z');
  const conference = await openConferenceOf(ctx, office, {
    ...{ name: 'Hội nghị tháng 6', day: '2026-07-01', start: '08:00', end: null, place: 'Phòng họp 1' },
    ...{ chair: 'Trần Giám Đốc', chairTitle: 'Giám đốc Sở', secretary: null, reviewId: null },
  });
  const ask = { unitId: t.unitId, form: 'petition' as const, words: 'Xin bổ sung máy quét' };
  const proposalId = (await proposeFor(ctx, office, conference.id, ask)).proposals[0]!.id;
  const owed = { proposalId, unitId: people.unitId, due: '2026-07-08' };
  await owe(ctx, office, conference.id, owed);
  expect((await listOwedOf(ctx, people.head)).items).toMatchObject([
    { kind: 'answer', recordId: conference.id, words: ask.words, due: '2026-07-08' },
  ]);
  expect((await listOwedOf(ctx, people.stranger)).items).toEqual([]);
  await delegate(ctx, office, {
    ...{ form: 'KT.', fromPersonId: people.head.personId ?? '', toPersonId: people.officer.personId ?? '' },
    ...{ unitId: null, fromDay: '2026-07-07', lastDay: '2026-07-07', document: 'Giấy uỷ quyền số 6' },
  });
  t.setNow('2026-07-07T03:00:00Z');
  await tellOwed(ctx, office.agencyId);
  await tellOwed(ctx, office.agencyId);
  const heard = (await told()).filter(({ day }) => day === '2026-07-07');
  expect(heard.map(({ who }) => who).toSorted()).toEqual([head(), people.officer.personId].toSorted());
  await writeLetters(ctx, office.agencyId);
  const told7 = (await letters()).filter(({ plain }) =>
    plain.includes('Trả lời kiến nghị: Xin bổ sung máy quét'),
  );
  expect(told7).toHaveLength(1);
  await answer(ctx, people.head, conference.id, { proposalId, words: 'Đã đưa vào dự toán' });
  t.setNow('2026-07-09T03:00:00Z');
  expect(await tellOwed(ctx, office.agencyId)).toBeNull();
  expect((await listOwedOf(ctx, people.head)).items).toEqual([]);
});

test('an opinion on a draft is owed by the units asked, until it is given or the draft ends', async () => {
  t.setNow('2026-08-03T03:00:00Z');
  const days = { drafting: '2026-08-03', consulting: '2026-08-04', issued: '2026-12-30' };
  const draft = await planDraft(ctx, office, {
    ...{ title: 'Quy định hỗ trợ đổi mới', kind: 'committee-decision', leadUnitId: t.unitId, bases: [] },
    ...{ drafter: 'Tổ soạn thảo', submittedTo: 'UBND tỉnh', shortened: false, document: null },
    ...{ year: 2026, on: '2026-08-03', days },
  });
  const stage = { document: null, holder: null, cause: null };
  await enterStage(ctx, office, draft.id, { ...stage, stage: 'drafting', on: '2026-08-03' });
  await enterStage(ctx, office, draft.id, { ...stage, stage: 'consulting', on: '2026-08-03' });
  const asked = await askOpinions(ctx, office, draft.id, {
    ...{
      unitIds: [people.unitId],
      outside: ['Sở Tư pháp'],
      on: '2026-08-03',
      due: '2026-08-10',
      document: null,
    },
  });
  const [owed, ...others] = (await listOwedOf(ctx, people.head)).items;
  expect(others).toEqual([]);
  expect(owed).toMatchObject({
    kind: 'opinion',
    recordId: draft.id,
    due: '2026-08-10',
    unit: 'Phòng Kế hoạch',
  });
  t.setNow('2026-08-11T03:00:00Z');
  await tellOwed(ctx, office.agencyId);
  await writeLetters(ctx, office.agencyId);
  const urged = (await letters()).filter(({ plain }) =>
    plain.includes('Góp ý dự thảo: Quy định hỗ trợ đổi mới'),
  );
  expect(urged.map(({ subject }) => subject)).toEqual(['Trọng Tâm 11/08/2026: 1 quá hạn']);
  expect(urged[0]?.plain).toContain(`/drafts/${draft.id}`);
  const said = { on: '2026-08-11', answer: 'agree' as const, remarks: [], document: null };
  const askId = asked.opinions.find(({ whom }) => whom.unitId === people.unitId)?.id ?? '';
  await answerOpinion(ctx, people.head, draft.id, { askId, ...said });
  expect((await listOwedOf(ctx, people.head)).items).toEqual([]);
});
