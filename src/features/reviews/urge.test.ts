import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { openPlanningUnit, type PlanningUnit } from '../../../test/planning-unit.ts';
import type { Actor, Context } from '../context.ts';
import { giveByWord } from '../directives/commands.ts';
import { writeLetters } from '../urging/letters.ts';
import { confirmPage, writeWords } from './commands.ts';
import { pageLetterOf } from './letter.ts';
import { waitingPages } from './missing.ts';
import { openReviewOf } from './opening.ts';
import { tellMissingPages } from './urge.ts';

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
      .selectFrom('review_told')
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
  const [page, ...others] = (await waitingPages(ctx, people.head)).items;
  expect(others).toEqual([]);
  expect(page).toMatchObject({
    ...{ reviewId: id, unitId: people.unitId, unitsUntil: '2026-06-17' },
    missing: ['words', 'confirmation'],
  });
  expect((await waitingPages(ctx, people.stranger)).items).toEqual([]);
});

test('a unit is told on the days of the ladder, each once, and by letter', async () => {
  t.setNow('2026-06-12T03:00:00Z');
  await tellMissingPages(ctx, office.agencyId);
  expect(await tellMissingPages(ctx, office.agencyId)).toBeNull();
  expect((await told()).every(({ who }) => who === head())).toBe(true);
  t.setNow('2026-06-17T03:00:00Z');
  await tellMissingPages(ctx, office.agencyId);
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
  expect((await waitingPages(ctx, people.head)).items).toEqual([]);
  t.setNow('2026-06-22T03:00:00Z');
  expect(await tellMissingPages(ctx, office.agencyId)).toBeNull();
  // Every five minutes of a day the whole register would be too much.
  const looks = vi.spyOn(ctx.store, 'transaction');
  expect(await tellMissingPages(ctx, office.agencyId)).toBeNull();
  expect(looks).not.toHaveBeenCalled();
  looks.mockRestore();
  await writeLetters(ctx, office.agencyId);
  expect((await letters()).filter(({ plain }) => plain.includes('Sơ kết'))).toHaveLength(1);
});
