import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { openPlanningUnit } from '../../../test/planning-unit.ts';
import type { Deadline } from '../../domain/deadlines/deadline.ts';
import type { DirectiveAct } from '../../domain/directives/facts.ts';
import type { DirectiveFilter } from '../../domain/directives/filter.ts';
import type { Actor } from '../context.ts';
import { groups, span } from '../views/queries.ts';
import { actOn } from './act.ts';
import { correct, giveByWord } from './commands.ts';
import { directivesCsv } from './export.ts';
import { getDirective } from './get.ts';
import { givePart } from './parts.ts';
import { listDirectives } from './queries.ts';

let t: TestContext;
let planning: string;
let director: Actor;
let head: Actor;
const ids: Record<string, string> = {};
const day = '2026-11-10';
let before: Awaited<ReturnType<typeof everything>>;

const by = (due: string): Deadline => ({ kind: 'date', due, bound: 'by', text: due, span: [0, 0] });

async function give(words: string, due: string, givenOn = '2026-11-02') {
  const made = await giveByWord(t.ctx, director, {
    words,
    leadUnitId: planning,
    coordinatingUnitIds: [],
    product: null,
    deadline: by(due),
    kind: 'do',
    givenOn,
  });
  ids[words] = made.id;
}

async function act(who: Actor, words: string, one: DirectiveAct, on: string) {
  t.setNow(`${on}T03:00:00Z`);
  const { version } = await getDirective(t.ctx, director, ids[words]!);
  await actOn(t.ctx, who, ids[words]!, version, { act: one, happenedOn: on });
}

/** Versions and what may be done are of now; all else is of the day. */
const ofTheDay = <Row extends { version: number }>({ version: _, ...row }: Row) => row;

/** What every screen shows, today or as of a day. */
async function everything(asOf?: string) {
  const filter: DirectiveFilter = asOf === undefined ? {} : { asOf };
  const list = await listDirectives(t.ctx, director, { ...filter, limit: 100 });
  const board = await groups(t.ctx, director, { ...filter, by: 'state', each: 20 });
  const month = { by: 'day', each: 20, from: '2026-11-01', to: '2026-11-30' } as const;
  const calendar = await groups(t.ctx, director, { ...filter, ...month });
  const timeline = await span(t.ctx, director, { ...filter, from: '2026-10-01', to: '2026-12-31' });
  const records = await Promise.all(
    ['Việc sẽ xong', 'Việc sẽ gia hạn', 'Việc có phần'].map(async (words) => {
      const {
        version: _,
        abilities: __,
        history,
        ...record
      } = await getDirective(t.ctx, director, ids[words]!, asOf);
      return { ...record, history: history.map(({ abilities: ___, ...said }) => said) };
    }),
  );
  const grouped = (found: typeof board) => ({
    ...found,
    groups: found.groups.map((group) => ({ ...group, items: group.items.map(ofTheDay) })),
  });
  return {
    list: { ...list, items: list.items.map(ofTheDay) },
    board: grouped(board),
    calendar: grouped(calendar),
    timeline: { ...timeline, items: timeline.items.map(ofTheDay) },
    csv: await directivesCsv(t.ctx, director, filter),
    records,
  };
}

beforeAll(async () => {
  t = await testContext();
  ({ unitId: planning, director, head } = await openPlanningUnit(t));
  t.setNow('2026-11-02T03:00:00Z');
  await give('Việc sẽ xong', '2026-11-06');
  await give('Việc sẽ gia hạn', '2026-11-09');
  await give('Việc sẽ chuyển', '2026-11-12');
  await give('Việc sẽ dừng', '2026-11-27');
  await give('Việc có phần', '2026-11-30');
  const whole = await getDirective(t.ctx, head, ids['Việc có phần']!);
  const parted = await givePart(t.ctx, head, whole.id, whole.version, {
    words: 'Phần thứ nhất',
    leadUnitId: planning,
    assigneeId: null,
    coordinatingUnitIds: [],
    product: null,
    deadline: by('2026-11-13'),
    weight: 1,
  });
  ids['Phần thứ nhất'] = parted.tree.find(({ words }) => words === 'Phần thứ nhất')!.id;
  const half = { kind: 'progressed', percent: 40, words: '', obstacle: null } as const;
  await act(head, 'Việc sẽ xong', half, '2026-11-05');
  await act(
    head,
    'Việc sẽ gia hạn',
    { kind: 'extensionAsked', deadline: by('2026-11-20'), reason: 'chờ số liệu' },
    '2026-11-06',
  );
  t.setNow(`${day}T03:00:00Z`);
  before = await everything();
  // All that follows happens after the day.
  await act(head, 'Việc sẽ xong', { kind: 'submitted', words: 'xong' }, '2026-11-11');
  await act(director, 'Việc sẽ xong', { kind: 'accepted', words: '' }, '2026-11-12');
  await act(
    director,
    'Việc sẽ gia hạn',
    { kind: 'extended', deadline: by('2026-11-20'), reason: 'đồng ý', objective: false },
    '2026-11-11',
  );
  await act(
    director,
    'Việc sẽ chuyển',
    { kind: 'transferred', lead: { unitId: t.unitId, name: '' }, reason: 'đúng việc' },
    '2026-11-16',
  );
  await act(director, 'Việc sẽ dừng', { kind: 'stopped', reason: 'không cần nữa' }, '2026-11-17');
  await act(head, 'Phần thứ nhất', { ...half, percent: 90 }, '2026-11-18');
  await give('Việc giao sau', '2026-12-01', '2026-11-19');
  t.setNow('2026-11-24T03:00:00Z');
});
afterAll(() => t.close());

describe('as of a day', () => {
  test('list, counts, board, calendar, timeline, export and records show what they showed on that day', async () => {
    expect(before.list.counts).toMatchObject({ overdue: 2, 'due-soon': 2, 'in-time': 2, 'done-late': 0 });
    const then = await everything(day);
    for (const part of ['list', 'board', 'calendar', 'timeline', 'csv', 'records'] as const)
      expect(then[part], part).toEqual(before[part]);
    const now = await everything();
    expect(now.list.counts).toMatchObject({ 'done-late': 1, stopped: 1 });
    expect(now.list.items).not.toEqual(then.list.items);
  });

  test('the filter asks for what held on that day: state, unit, asked, share, dates', async () => {
    const found = async (filter: DirectiveFilter) =>
      (await listDirectives(t.ctx, director, { ...filter, asOf: day, limit: 50 })).items
        .map(({ words }) => words)
        .sort();
    expect(await found({ state: ['overdue'] })).toEqual(['Việc sẽ gia hạn', 'Việc sẽ xong']);
    expect(await found({ state: ['stopped', 'done-late'] })).toEqual([]);
    expect(await found({ asked: 'yes' })).toEqual(['Việc sẽ gia hạn']);
    expect(await found({ dueTo: '2026-11-09', level: 'whole' })).toEqual(['Việc sẽ gia hạn', 'Việc sẽ xong']);
    expect(await found({ unit: [t.unitId] })).toEqual([]);
    expect(await found({ unit: [planning], part: 'any', q: 'chuyen' })).toEqual(['Việc sẽ chuyển']);
    expect(await found({ share: ['overdue'] })).toEqual(['Việc sẽ gia hạn', 'Việc sẽ xong']);
    expect(await found({ givenBy: [planning] })).toEqual(['Phần thứ nhất']);
    expect(await found({ origin: ['part'], givenBy: [planning] })).toEqual(['Phần thứ nhất']);
  });

  test('pages of it follow one another without a gap', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listDirectives(t.ctx, director, { asOf: day, limit: 2, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual(before.list.items.map(({ id }) => id));
  });

  test('a record is only looked at: nothing of a past day can be done, and why is said', async () => {
    const record = await getDirective(t.ctx, head, ids['Việc sẽ gia hạn']!, day);
    expect(record.history.map(({ kind }) => kind)).toEqual(['extensionAsked', 'given']);
    expect(record.history.some(({ abilities }) => abilities.retract === true)).toBe(false);
    expect(Object.values(record.abilities).every((ability) => ability !== true)).toBe(true);
    expect(Object.values(record.abilities)[0]).toContain('10/11/2026');
    await expect(getDirective(t.ctx, head, ids['Việc giao sau']!, day)).rejects.toMatchObject({
      status: 404,
    });
  });

  test('a correction that is recorded later puts right what was given, and so the past too', async () => {
    const { version } = await getDirective(t.ctx, director, ids['Việc sẽ dừng']!);
    t.setNow('2026-11-25T03:00:00Z');
    const correction = { reason: 'ghi nhầm hạn', deadline: by('2026-11-28') };
    const { id } = await correct(t.ctx, director, ids['Việc sẽ dừng']!, version, correction);
    const { state, dueDay } = await getDirective(t.ctx, director, id, day);
    expect({ state, dueDay }).toEqual({ state: 'in-time', dueDay: '2026-11-30' });
  });

  test('another agency sees nothing of it', async () => {
    const theirs = (await t.newAgency()).actorOf('director');
    expect((await listDirectives(t.ctx, theirs, { asOf: day, limit: 50 })).total).toBe(0);
    await expect(getDirective(t.ctx, theirs, ids['Việc sẽ xong']!, day)).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe('a day to come', () => {
  const acts: readonly DirectiveAct[] = [
    { kind: 'received' },
    { kind: 'refused', reason: 'không thuộc chức năng' },
    { kind: 'submitted', words: 'xong' },
    { kind: 'returned', reason: 'bổ sung' },
    { kind: 'accepted', words: '' },
    { kind: 'extensionAsked', deadline: by('2027-01-29'), reason: 'chờ số liệu' },
    { kind: 'extended', deadline: by('2027-01-29'), reason: 'đồng ý', objective: false },
    { kind: 'suspended', reason: 'chờ chỉ đạo' },
    { kind: 'stopped', reason: 'hết cần' },
  ];

  test('is none on which an act happened, nor is one before the day it is given on', async () => {
    t.setNow('2026-12-01T03:00:00Z');
    await give('Việc ngày mai', '2026-12-25');
    await give('Việc sẽ giao', '2026-12-25', '2026-12-08');
    const refusal = async (words: string, who: Actor, one: DirectiveAct, happenedOn: string) => {
      const { id, version } = await getDirective(t.ctx, director, ids[words]!);
      return actOn(t.ctx, who, id, version, { act: one, happenedOn }).catch((error: unknown) => error);
    };
    const at = (message: string) => ({ status: 400, errors: [{ path: 'happenedOn', message }] });
    for (const who of [director, head])
      for (const one of acts) {
        expect(await refusal('Việc ngày mai', who, one, '2026-12-02')).toMatchObject(
          at('Ngày xảy ra không thể sau hôm nay.'),
        );
        expect(await refusal('Việc sẽ giao', who, one, '2026-12-01')).toMatchObject(
          at('Ngày xảy ra trước ngày giao nhiệm vụ. Chọn ngày khác.'),
        );
      }
  });
});
