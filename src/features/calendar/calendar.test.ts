import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestAgency, type TestContext, testContext } from '../../../test/context.ts';
import type { Actor, Context } from '../context.ts';
import { giveByWord } from '../directives/commands.ts';
import { getDirective } from '../directives/get.ts';
import { deriveAnew } from '../directives/redate.ts';
import { importCalendarYear } from './import.ts';
import { getCalendarYear } from './queries.ts';

let t: TestContext;
let ctx: Context;
let importer: Actor;
let here: string;
let elsewhere: string;

async function give(agency: TestAgency, due: string): Promise<string> {
  const { id } = await giveByWord(ctx, agency.actorOf('director'), {
    words: 'Báo cáo kết quả thực hiện nhiệm vụ quý III',
    leadUnitId: agency.unitId,
    coordinatingUnitIds: [],
    product: null,
    deadline: { kind: 'date', due, bound: 'by', text: 'đến hết ngày', span: [0, 12] },
    kind: 'do',
    givenOn: '2026-11-24',
  });
  return id;
}

beforeAll(async () => {
  t = await testContext();
  ctx = t.ctx;
  importer = { ...t.actorOf('director'), permissions: new Set(['calendar.import', 'calendar.view']) };
  here = await give(t, '2027-09-01');
  elsewhere = await give(await t.newAgency(), '2027-09-01');
  await give(t, '2027-06-01');
});
afterAll(() => t.close());

/** The estimate of 2027 has 02/9 and 03/9; the notice here moves the second day to 01/9. */
const notice = {
  off: ['2027-01-01', '2027-09-01', '2027-09-02', '2027-11-24'],
  swappedWorkdays: ['2027-09-11'],
  decision: 'Thông báo 1234/TB-BNV ngày 20/11/2026',
};

test('a dry run tells what would move, in this agency only, and stores nothing', async () => {
  const { moved, year } = await importCalendarYear(ctx, importer, 2027, notice, true);
  expect(moved).toMatchObject([{ directiveId: here, from: '2027-09-01', to: '2027-09-03' }]);
  expect(year).toMatchObject({ year: 2027, provisional: false, source: notice.decision });
  expect((await getCalendarYear(ctx, importer, 2027)).provisional).toBe(true);
  expect((await getDirective(ctx, importer, here)).dueDay).toBe('2027-09-01');
});

test('an import moves the day of every agency, not the deadline as said', async () => {
  await importCalendarYear(ctx, importer, 2027, notice, false);
  expect(await getCalendarYear(ctx, importer, 2027)).toMatchObject({
    provisional: false,
    confidence: 'HIGH',
    swappedWorkdays: ['2027-09-11'],
  });
  expect(await getDirective(ctx, importer, here)).toMatchObject({
    dueDay: '2027-09-03',
    deadline: { due: '2027-09-01' },
  });
  const rows = await ctx.store.installation((tx) => tx.selectFrom('agency').select('id').execute());
  const due = await ctx.store.read({ agencies: rows.map(({ id }) => id) }, (tx) =>
    tx.selectFrom('directive_now').select('due').where('directive_id', '=', elsewhere).executeTakeFirst(),
  );
  expect(due?.due).toBe('2027-09-03');
});

test('of two lists for a year the later counts', async () => {
  const { moved } = await importCalendarYear(
    ctx,
    importer,
    2027,
    { ...notice, off: ['2027-01-01'], swappedWorkdays: [] },
    false,
  );
  expect(moved).toMatchObject([{ directiveId: here, to: '2027-09-01' }]);
});

test('two lists imported at once are both derived from, and what was given meanwhile is put right', async () => {
  const inBoth = await give(t, '2029-09-03');
  const { off } = await getCalendarYear(ctx, importer, 2029);
  const days = off.map(({ day }) => day);
  expect(days).toContain('2029-09-03');
  const list = (year: number, off: string[]) =>
    importCalendarYear(ctx, importer, year, { off, swappedWorkdays: [], decision: 'Thông báo thử' }, false);
  await Promise.all([
    list(
      2029,
      days.filter((day) => day !== '2029-09-03'),
    ),
    list(2030, ['2030-01-01']),
  ]);
  expect((await getDirective(ctx, importer, inBoth)).dueDay).toBe('2029-09-03');

  await ctx.store.transaction(importer.scope, (tx) =>
    tx.updateTable('directive_now').set({ due: '2029-09-05' }).where('directive_id', '=', inBoth).execute(),
  );
  expect(await deriveAnew(ctx)).toBe(1);
  expect((await getDirective(ctx, importer, inBoth)).dueDay).toBe('2029-09-03');
  expect(await deriveAnew(ctx)).toBe(0);
});

test('a list of another year, or a worked day that is no rest day, is refused day by day', async () => {
  await expect(
    importCalendarYear(
      ctx,
      importer,
      2027,
      { ...notice, off: ['2026-09-02'], swappedWorkdays: ['2027-09-08'] },
      true,
    ),
  ).rejects.toMatchObject({ status: 400, errors: [{}, {}] });
});
