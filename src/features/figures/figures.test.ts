import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { openPlanningUnit } from '../../../test/planning-unit.ts';
import type { Deadline } from '../../domain/deadlines/deadline.ts';
import type { DirectiveAct } from '../../domain/directives/facts.ts';
import { shareNames } from '../../domain/directives/rates.ts';
import { standingOf } from '../../domain/directives/standing.ts';
import { countedOf } from '../../domain/figures/counted.ts';
import { directiveFigureIds } from '../../domain/figures/directive-ids.ts';
import { countsRecords } from '../../domain/figures/figure.ts';
import type { Actor } from '../context.ts';
import { getDashboardOf } from '../dashboard/queries.ts';
import { actOn } from '../directives/act.ts';
import { giveByWord } from '../directives/commands.ts';
import { getDirective } from '../directives/get.ts';
import { listDirectives } from '../directives/queries.ts';
import { factsOf } from '../directives/record.ts';
import { dueSettingsByDay } from '../settings/settings.ts';
import { type FigureList, FigureReading, listFigureRecords } from './contract.ts';
import { addOwnFigure, withdrawOwnFigure } from './own.ts';
import { listFiguresOf } from './queries.ts';
import { listRecordsOf } from './records.ts';
import { readPeriod } from './register.ts';

let t: TestContext;
let planning: string;
let director: Actor;
let head: Actor;
const ids: Record<string, string> = {};

const by = (due: string): Deadline => ({ kind: 'date', due, bound: 'by', text: due, span: [0, 0] });
const reading = (query: Record<string, string> = {}) => FigureReading.parse(query);
const listed = (query?: Record<string, string>, who = director) => listFiguresOf(t.ctx, who, reading(query));
const records = (query: Record<string, string>) =>
  listRecordsOf(t.ctx, director, listFigureRecords.query!.parse(query));
const valueIn = ({ figures }: FigureList, id: string) => figures.find((one) => one.id === id)?.value;

async function give(words: string, givenOn: string, due: string | null, leadUnitId = planning) {
  t.setNow(`${givenOn}T03:00:00Z`);
  const made = await giveByWord(t.ctx, director, {
    words,
    leadUnitId,
    coordinatingUnitIds: [],
    product: null,
    deadline: due === null ? { kind: 'none' } : by(due),
    kind: 'do',
    givenOn,
  });
  ids[words] = made.id;
}

async function act(who: Actor, words: string, one: DirectiveAct, on: string, recordedOn = on) {
  t.setNow(`${recordedOn}T03:00:00Z`);
  const { version } = await getDirective(t.ctx, director, ids[words]!);
  await actOn(t.ctx, who, ids[words]!, version, { act: one, happenedOn: on });
}

const submitted: DirectiveAct = { kind: 'submitted', words: 'xong' };
const accepted: DirectiveAct = { kind: 'accepted', words: '' };

beforeAll(async () => {
  t = await testContext();
  ({ unitId: planning, director, head } = await openPlanningUnit(t));
  await give('Xong năm trước', '2025-10-01', '2025-11-03');
  await act(head, 'Xong năm trước', submitted, '2025-11-03');
  await act(director, 'Xong năm trước', accepted, '2025-11-04');
  await give('Kỳ trước chuyển sang', '2026-02-02', '2026-03-13');
  await give('Gia hạn', '2026-09-01', '2026-10-02');
  await give('Xong muộn', '2026-09-16', '2026-10-15');
  await give('Ghi muộn', '2026-09-16', '2026-10-16');
  await give('Không hạn', '2026-09-21', null, t.unitId);
  await act(
    director,
    'Gia hạn',
    { kind: 'extended', deadline: by('2026-12-31'), reason: 'chờ số liệu', objective: false },
    '2026-10-01',
  );
  await act(head, 'Xong muộn', submitted, '2026-10-20');
  await act(director, 'Xong muộn', accepted, '2026-10-21');
  // Done in October, entered in November.
  await act(head, 'Ghi muộn', submitted, '2026-10-14', '2026-11-16');
  await act(director, 'Ghi muộn', accepted, '2026-10-14', '2026-11-17');
  t.setNow('2026-11-24T03:00:00Z');
});
afterAll(() => t.close());

const quarter = { period: 'quarter' };

describe('figures of a quarter', () => {
  test('carried over and new make what was in hand, with the periods they are compared with', async () => {
    const list = await listed(quarter);
    expect(list.period).toMatchObject({ from: '2026-09-15', to: '2026-12-14', cutOff: '2026-11-24' });
    expect(list.before).toMatchObject({ words: 'quý III năm 2026', cutOff: '2026-08-24' });
    expect(list.lastYear).toMatchObject({ words: 'quý IV năm 2025', cutOff: '2025-11-24' });
    expect(Object.fromEntries(list.figures.map(({ id, value }) => [id, value]))).toMatchObject({
      ...{ 'in-hand': 5, 'carried-over': 2, given: 3, accepted: 2, open: 3, overdue: 1, undated: 1 },
      ...{ promised: 3, 'done-by-first': 1, 'done-after-first': 1, 'rate-by-first': 334 },
      ...{ 'extended-promised': 1, 'median-late': 3, 'times-extended': 1 },
    });
    expect(list.figures.find(({ id }) => id === 'in-hand')).toMatchObject({ before: 1, lastYear: 1 });
    expect(list.findings).toEqual([]);
  });

  test('every number opens exactly its records, page by page, as they stood then', async () => {
    for (const query of [quarter, { ...quarter, cutOff: '2026-10-20' }, { ...quarter, unit: planning }]) {
      const list = await listed(query);
      for (const { id: figure, unit } of list.figures) {
        const seen: string[] = [];
        let cursor: string | undefined;
        let value: number | null = null;
        do {
          const page = await records({ ...query, figure, limit: '2', ...(cursor && { cursor }) });
          seen.push(...page.items.map(({ id }) => id));
          expect(page.total).toBeGreaterThanOrEqual(seen.length);
          cursor = page.next ?? undefined;
          value = page.figure.value;
        } while (cursor);
        expect([figure, value]).toEqual([figure, valueIn(list, figure)]);
        if (countsRecords(unit)) expect([figure, ...seen]).toHaveLength(value! + 1);
      }
    }
    const then = await records({ ...quarter, cutOff: '2026-10-20', figure: 'awaiting' });
    expect(then.items).toMatchObject([{ words: 'Xong muộn', state: 'awaiting-confirmation' }]);
  });

  test('counted by the database they are what the domain makes of every directive', async () => {
    // Known up to a moment they are folded; nothing is recorded later.
    const known = { knownAt: '2026-11-30T00:00:00Z' };
    const readings: Record<string, string>[] = [
      quarter,
      { period: 'year', unit: planning },
      { ...quarter, by: 'unit', key: planning },
    ];
    for (const figure of directiveFigureIds)
      for (const query of readings) {
        const now = await records({ ...query, figure });
        const folded = await records({ ...query, ...known, figure });
        expect([figure, now.figure, now.items, now.splits]).toEqual([
          figure,
          folded.figure,
          folded.items,
          folded.splits,
        ]);
      }
  });

  test('told apart by unit and cause, each part opens its own', async () => {
    const { splits, total } = await records({ ...quarter, figure: 'open' });
    const units = splits.find(({ by: split }) => split === 'unit')!.parts;
    expect(units.map(({ value }) => value)).toEqual([2, 1]);
    expect(total).toBe(3);
    const part = await records({ ...quarter, figure: 'open', by: 'unit', key: t.unitId });
    expect(part.items.map(({ words }) => words)).toEqual(['Không hạn']);
    expect(part.figure.value).toBe(1);
  });

  test('what is known today, and what was believed when October was told', async () => {
    const cut = { ...quarter, cutOff: '2026-10-31' };
    expect(valueIn(await listed(cut), 'done-by-first')).toBe(1);
    const believed = await listed({ ...cut, knownAt: '2026-11-01T00:00:00+07:00' });
    expect(valueIn(believed, 'done-by-first')).toBe(0);
    expect(valueIn(believed, 'overdue-promised')).toBe(1);
    expect(valueIn(await listed({ ...cut, knownAt: '2026-11-17T10:00:00+07:00' }), 'done-by-first')).toBe(1);
  });

  test('a month that does not begin with what the last one ended with is pointed out', async () => {
    const november = { period: 'month', cutOff: '2026-11-24', year: '2026', n: '12' };
    const { findings, period } = await listed(november);
    expect(period).toMatchObject({ from: '2026-11-15', words: 'tháng 12 năm 2026' });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ figure: 'carried-over' });
    expect(findings[0]!.words).toContain('khác nhau ở 1 nhiệm vụ');
  });

  test('today they are the numbers of the dashboard and of the list', async () => {
    const list = await listed({ period: 'year' });
    const dashboard = await getDashboardOf(t.ctx, director, { period: 'year' });
    const ofShare = { overdue: 'overdue-promised', extended: 'extended-promised' } as Record<string, string>;
    for (const share of shareNames)
      expect([share, valueIn(list, ofShare[share] ?? share)]).toEqual([
        share,
        dashboard.rates.shares[share].count,
      ]);
    expect(valueIn(list, 'promised')).toBe(dashboard.rates.base.count);
    expect(valueIn(list, 'overdue')).toBe(dashboard.overdue.all.count);
    const { counts } = await listDirectives(t.ctx, director, { level: 'whole', limit: 1 });
    expect(valueIn(list, 'due-soon')).toBe(counts['due-soon']);
  });

  test.each([undefined, '2026-11-10T00:00:00Z'])(
    'the register gives directives as their facts do, known at %s',
    async (knownAt) => {
      const calendar = await t.ctx.calendar();
      for (const cutOff of ['2026-09-30', '2026-10-20', '2026-11-24']) {
        const cut = { from: '2025-01-01', to: '2026-12-31', cutOff };
        const { read, folded } = await t.ctx.store.read(director.scope, async (tx) => {
          const { register } = await readPeriod(tx, t.ctx, t.agencyId, {
            cut,
            knownAt,
            unit: undefined,
            calendar,
          });
          const facts = await factsOf(tx, t.agencyId, Object.values(ids), knownAt);
          const settings = await dueSettingsByDay(tx, t.agencyId);
          return {
            read: register.directives,
            folded: [...facts].flatMap(([id, own]) => {
              const standing = standingOf(own, { asOf: cutOff });
              const identity = { id, kind: 'do', origin: 'word' } as const;
              return standing ? [countedOf(identity, standing, calendar, settings(standing.givenOn))] : [];
            }),
          };
        });
        const inOrder = <T extends { id: string }>(list: T[]) =>
          list.toSorted((a, b) => a.id.localeCompare(b.id));
        expect(inOrder(read)).toEqual(inOrder(folded));
      }
    },
  );
});

test.each([
  [{ period: 'dates' }, 'Chọn ngày đầu'],
  [{ period: 'quarter', cutOff: '2026-12-01' }, 'chưa đến'],
  [{ period: 'quarter', year: '2026', n: '1', cutOff: '2026-05-01' }, 'nằm trong kỳ, từ 15/12/2025'],
  [{ period: 'quarter', year: '2026', n: '9' }, 'Không có kỳ'],
  [{ period: 'nine-months', cutOff: '2026-11-20' }, 'nằm trong kỳ'],
  [{ period: 'year', year: '2018' }, 'Chưa có quy tắc kỳ báo cáo'],
])('%j is refused in words that say what to do', async (query, words) => {
  const refused = await listed(query).then(
    () => null,
    (error: { status: number; errors: { message: string }[] }) => error,
  );
  expect(refused).toMatchObject({ status: 400 });
  expect(refused?.errors[0]?.message).toContain(words);
});

describe('figures of the agency’s own', () => {
  test('a filter of the register under a name, counted and opened like the others, and withdrawn', async () => {
    const office = t.actorOf('office');
    const late = {
      name: 'Việc của phòng đã xong',
      family: 'directives',
      query: `unit=${planning}&asOf=2020-01-01&sort=due`,
      datedBy: 'closed',
    } as const;
    const { id } = await addOwnFigure(t.ctx, office, late);
    const own = async (query?: Record<string, string>) =>
      (await listed({ ...quarter, ...query })).own.find((one) => one.id === id);
    expect(await own()).toMatchObject({
      ...{ value: 2, before: 0, lastYear: 1, query: `unit=${planning}` },
      abilities: { withdraw: true },
    });
    expect(await own({ cutOff: '2026-10-31', knownAt: '2026-11-01T00:00:00Z' })).toMatchObject({ value: 1 });
    expect(await own({ unit: t.unitId })).toMatchObject({ value: 0 });
    const opened = await records({ ...quarter, figure: id });
    expect(opened.items.map(({ words }) => words).sort()).toEqual(['Ghi muộn', 'Xong muộn']);
    expect(opened.splits[0]?.parts.map(({ value }) => value)).toEqual([2]);
    await expect(addOwnFigure(t.ctx, office, late)).rejects.toMatchObject({ errors: [{ path: 'name' }] });
    await withdrawOwnFigure(t.ctx, office, id, 'không dùng nữa');
    expect(await own()).toBeUndefined();
    expect(await own({ cutOff: '2026-11-23' })).toMatchObject({ withdrawn: { on: '2026-11-24' } });
    await expect(withdrawOwnFigure(t.ctx, office, id, 'lần nữa')).rejects.toMatchObject({ status: 409 });
  });

  test('what is no filter, or not the agency’s, is refused', async () => {
    const bad = {
      name: 'Sai bộ lọc',
      family: 'directives',
      query: 'state=gone',
      datedBy: 'standing',
    } as const;
    for (const wrong of [
      bad,
      { ...bad, query: 'moved=true' },
      { ...bad, family: 'targets', query: 'moved=true' },
      { ...bad, family: 'programme', query: 'stage=drafting' },
      { ...bad, family: 'drafts', query: 'givenFrom=2026-01-01' },
    ] as const)
      await expect(addOwnFigure(t.ctx, director, wrong), wrong.query).rejects.toMatchObject({
        ...{ status: 400, errors: [{ path: 'query', message: expect.stringContaining('Lọc lại ở') }] },
      });
    const dated = { ...bad, family: 'targets', query: '', datedBy: 'closed' } as const;
    await expect(addOwnFigure(t.ctx, director, dated)).rejects.toMatchObject({
      errors: [{ path: 'datedBy' }],
    });
    const theirs = (await t.newAgency()).actorOf('office');
    await expect(withdrawOwnFigure(t.ctx, theirs, ids['Gia hạn']!, 'lạ')).rejects.toMatchObject({
      status: 404,
    });
    expect(valueIn(await listed(quarter, theirs), 'in-hand')).toBe(0);
  });
});
