import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import type { Deadline } from '../../domain/deadlines/deadline.ts';
import { DirectiveState } from '../../domain/directives/filter.ts';
import { type Phase, standingOf } from '../../domain/directives/standing.ts';
import { stateOn } from '../../domain/directives/state.ts';
import type { DirectiveKind } from '../../domain/documents/reading.ts';
import { importCalendarYear } from '../calendar/import.ts';
import type { Actor } from '../context.ts';
import { insertUnit } from '../organisation/units.ts';
import { changeSetting } from '../settings/settings.ts';
import { correct, type GivenByWord, giveByWord } from './commands.ts';
import { directivesCsv, directivesXlsx } from './export.ts';
import { getDirective } from './get.ts';
import { listDirectives } from './queries.ts';
import { factsOf, nowOf } from './record.ts';
import { stateInSql } from './where.ts';

let t: TestContext;
let office: Actor;

const dated = (due: string, bound: 'before' | 'by' = 'by'): Deadline => ({
  kind: 'date',
  due,
  bound,
  text: due,
  span: [0, 0],
});
const none: Deadline = { kind: 'none' };

function give(words: string, more: Partial<GivenByWord> = {}) {
  return giveByWord(t.ctx, office, {
    words,
    leadUnitId: t.unitId,
    coordinatingUnitIds: [],
    product: null,
    deadline: none,
    kind: 'do',
    givenOn: '2026-11-02',
    ...more,
  });
}
const list = (query: Partial<Parameters<typeof listDirectives>[2]> = {}) =>
  listDirectives(t.ctx, office, { limit: 50, ...query });

beforeAll(async () => {
  t = await testContext();
  office = t.actorOf('office');
});
afterAll(() => t.close());

describe('searching', () => {
  beforeAll(async () => {
    await give('Nghiệm thu đề tài giống lúa mới theo Kế hoạch 16/KH-UBND');
    await give('Nghiêm thủ kỷ luật hành chính');
    await give('Rà soát giá đỡ thiết bị');
  });

  test('without marks it finds both, with marks the one that is meant comes first', async () => {
    expect((await list({ q: 'nghiem thu' })).items).toHaveLength(2);
    const exact = await list({ q: 'nghiêm thủ' });
    expect(exact.items[0]?.words).toBe('Nghiêm thủ kỷ luật hành chính');
    expect(exact.total).toBe(2);
  });

  test('a number of a document, an unfinished word, and words in any order', async () => {
    expect((await list({ q: '16/KH-UBND' })).total).toBe(1);
    expect((await list({ q: 'ra so' })).total).toBe(1);
    expect((await list({ q: 'lua giong' })).total).toBe(1);
  });

  test('what looks like a query language is only words', async () => {
    for (const q of ["' or 1=1 --", 'a & | ! :*', '%', '((', '\\', "nghiem') drop table directive"]) {
      expect((await list({ q })).total).toBeGreaterThanOrEqual(0);
    }
    expect((await list({ q: 'khongcogi' })).total).toBe(0);
  });
});

describe('states', () => {
  test('SQL and the domain say the same of any directive on any day', async () => {
    const day = fc
      .integer({ min: -40, max: 40 })
      .map((days) => Temporal.PlainDate.from('2026-11-24').add({ days }).toString());
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          kind: fc.constantFrom<DirectiveKind>('do', 'stop', 'standing'),
          deadlineKind: fc.constantFrom<Deadline['kind']>('none', 'date', 'month', 'recurring', 'relative'),
          due: fc.option(day),
          phase: fc.constantFrom<Phase>(
            'given',
            'received',
            'refused',
            'submitted',
            'returned',
            'accepted',
            'stopped',
          ),
          suspended: fc.boolean(),
          closedOn: fc.option(day),
          today: day,
          span: fc.integer({ min: 0, max: 9 }),
        }),
        async ({ kind, deadlineKind, due, phase, suspended, closedOn, today, span }) => {
          const asOf = { today, soonUntil: Temporal.PlainDate.from(today).add({ days: span }).toString() };
          const { rows } = await t.ctx.store.read(office.scope, (tx) =>
            sql<{ state: string }>`select ${stateInSql(asOf)} as state from
              (select ${kind}::text as kind, ${deadlineKind}::text as deadline_kind, ${due}::date as due, ${phase}::text as phase,
                ${suspended}::boolean as suspended, ${closedOn}::date as closed_on) n`.execute(tx),
          );
          expect(rows[0]?.state).toBe(stateOn({ kind, deadlineKind, due, phase, suspended, closedOn }, asOf));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('the counts under a filter are the lists they open', async () => {
    await give('Báo cáo tháng trước', { deadline: dated('2026-11-16') });
    await give('Báo cáo tuần này', { deadline: dated('2026-11-26') });
    await give('Báo cáo cuối năm', { deadline: dated('2026-12-31') });
    await give('Thường xuyên kiểm tra', { kind: 'standing' });
    const { counts, total } = await list();
    for (const state of DirectiveState.options)
      expect((await list({ state: [state] })).total).toBe(counts[state]);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(total);
    expect(counts.overdue).toBe(1);
    expect(counts['due-soon']).toBe(1);
  });

  test('«sắp đến hạn» begins where the agency has set it', async () => {
    const before = (await list()).counts['due-soon'];
    await changeSetting(t.ctx, t.actorOf('administrator'), 'dueSoonWorkingDays', {
      value: 30,
      from: '2026-11-24',
    });
    expect((await list()).counts['due-soon']).toBe(before + 1);
    await changeSetting(t.ctx, t.actorOf('administrator'), 'dueSoonWorkingDays', {
      value: 3,
      from: '2026-11-24',
    });
  });
});

describe('pages', () => {
  test.each(['due', 'given', 'unit'] as const)(
    'in the order of %s every directive comes once',
    async (sort) => {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list({ sort, limit: 3, ...(cursor ? { cursor } : {}) });
        seen.push(...page.items.map((row) => row.id));
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBe((await list()).total);
    },
  );

  test('a cursor of somebody else’s making is refused', async () => {
    await expect(list({ cursor: Buffer.from('["0","x"]').toString('base64url') })).rejects.toMatchObject({
      status: 400,
    });
  });
});

describe('putting right', () => {
  test('a correction changes what stands and keeps what was recorded first', async () => {
    const given = await give('Lập danh mục tài sản', { deadline: dated('2026-12-10') });
    const other = await t.ctx.store.transaction(office.scope, (tx) =>
      insertUnit(tx, t.ctx, office, { name: 'Phòng Tài vụ', openedOn: '2020-01-01' }),
    );
    const mended = await correct(t.ctx, office, given.id, given.version, {
      reason: 'Chọn nhầm đơn vị',
      leadUnitId: other,
      deadline: dated('2026-12-13'),
    });
    expect(mended.lead?.name).toBe('Phòng Tài vụ');
    // 13/12/2026 is a Sunday: in time through Monday (BLDS 2015 Đ148 k5).
    expect(mended.dueDay).toBe('2026-12-14');
    expect(mended.history.map((fact) => fact.sentence)).toEqual([
      expect.stringContaining('Đính chính (Chọn nhầm đơn vị)'),
      expect.stringContaining('Văn phòng chủ trì'),
    ]);
    await expect(
      correct(t.ctx, office, given.id, given.version, { reason: 'lần nữa' }),
    ).rejects.toMatchObject({ status: 412 });
  });

  test('a unit of another agency is not there', async () => {
    const other = await t.newAgency();
    await expect(give('Việc sai đơn vị', { leadUnitId: other.unitId })).rejects.toMatchObject({
      status: 400,
    });
    const own = await give('Việc của chúng tôi');
    await expect(getDirective(t.ctx, other.actorOf('director'), own.id)).rejects.toMatchObject({
      status: 404,
    });
    await expect(
      correct(t.ctx, other.actorOf('office'), own.id, 1, { reason: 'của người khác' }),
    ).rejects.toMatchObject({ status: 404 });
  });

  test('the row for lists is what the facts fold to', async () => {
    const calendar = await t.ctx.calendar();
    const rows = await t.ctx.store.read(office.scope, (tx) =>
      tx.selectFrom('directive_now').selectAll().where('agency_id', '=', office.agencyId).execute(),
    );
    const facts = await t.ctx.store.read(office.scope, (tx) =>
      factsOf(
        tx,
        office.agencyId,
        rows.map((row) => row.directive_id),
      ),
    );
    for (const row of rows) {
      const told = facts.get(row.directive_id) ?? [];
      const standing = standingOf(told);
      if (standing === null) throw new Error('a row without facts');
      const folded = nowOf(standing, calendar, { rollForward: true, beforeEndsOnWorkingDay: true }, told);
      expect(row).toMatchObject({
        ...folded,
        deadline: JSON.parse(folded.deadline),
        coordinating: JSON.parse(folded.coordinating),
      });
    }
  });
});

test('an official list of days off re-dates what is open and says which', async () => {
  const given = await give('Tổng hợp số liệu', { deadline: dated('2027-03-01') });
  expect(given.dueDay).toBe('2027-03-01');
  const year = {
    off: ['2027-01-01', '2027-03-01'],
    swappedWorkdays: [],
    decision: 'Thông báo 1/TB-BNV ngày 01/12/2026',
  };
  const admin = t.actorOf('administrator');
  const dry = await importCalendarYear(t.ctx, admin, 2027, year, true);
  expect(dry.moved).toEqual([
    { directiveId: given.id, words: 'Tổng hợp số liệu', from: '2027-03-01', to: '2027-03-02' },
  ]);
  expect((await getDirective(t.ctx, office, given.id)).dueDay).toBe('2027-03-01');
  await importCalendarYear(t.ctx, admin, 2027, year, false);
  expect((await getDirective(t.ctx, office, given.id)).dueDay).toBe('2027-03-02');
});

test('no character people can type moves the columns of an export', async () => {
  const words = 'Rà soát\u001fdanh\u001fmục "hai, ba"\nđể trình';
  await give(words, { product: 'Danh\u001fmục' });
  const { sheets } = await readXlsx(await directivesXlsx(t.ctx, office, { q: 'danh mục để trình' }));
  const [header, row] = sheets[0]!.rows;
  expect(row).toHaveLength(header!.length);
  expect(row![1]).toBe('Rà soát danh mục "hai, ba"\nđể trình');
  expect(row![4]).toBe('Danh mục');
  expect(row![header!.indexOf('Văn bản giao')]).toBe('Giao bằng lời');
});

test('Excel and CSV carry the list under its filter, in its order', async () => {
  const filter = { q: 'bao cao', sort: 'due' as const };
  const { items } = await list(filter);
  const { sheets } = await readXlsx(await directivesXlsx(t.ctx, office, filter));
  expect(sheets[0]?.rows.slice(1).map((row) => row[1])).toEqual(items.map((row) => row.words));
  const csv = (await directivesCsv(t.ctx, office, filter)).toString();
  expect(csv.trim().split('\r\n')).toHaveLength(items.length + 1);
  expect(csv).toContain('Quá hạn');
});
