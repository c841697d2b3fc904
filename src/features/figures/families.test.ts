import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { openPlanningUnit } from '../../../test/planning-unit.ts';
import type { Deadline } from '../../domain/deadlines/deadline.ts';
import { countsRecords } from '../../domain/figures/figure.ts';
import type { Permission } from '../../domain/permissions/permission.ts';
import type { Actor } from '../context.ts';
import { actOn } from '../directives/act.ts';
import { correct, giveByWord } from '../directives/commands.ts';
import { getDirective } from '../directives/get.ts';
import { listDirectives } from '../directives/queries.ts';
import { registerByHand } from '../documents/register.ts';
import * as drafts from '../drafts/commands.ts';
import { listDrafts } from '../drafts/contract.ts';
import { answerOpinion, askOpinions } from '../drafts/opinions.ts';
import { setUnitField } from '../organisation/units.ts';
import * as programme from '../programme/commands.ts';
import { answerRequest, askUnit } from '../requests/commands.ts';
import * as targets from '../targets/commands.ts';
import { getTarget } from '../targets/queries.ts';
import { type FigureList, FigureReading, listFigureRecords } from './contract.ts';
import { addOwnFigure } from './own.ts';
import { listFiguresOf } from './queries.ts';
import { listRecordsOf } from './records.ts';

let t: TestContext;
let planning: string;
let office: Actor;
let head: Actor;
let director: Actor;

const by = (due: string): Deadline => ({ kind: 'date', due, bound: 'by', text: due, span: [0, 0] });
const at = (day: string) => t.setNow(`${day}T03:00:00Z`);
const listed = (query: Record<string, string> = {}) =>
  listFiguresOf(t.ctx, office, FigureReading.parse(query));
const records = (query: Record<string, string>) =>
  listRecordsOf(t.ctx, office, listFigureRecords.query!.parse({ limit: '200', ...query }));
const valuesIn = ({ figures }: FigureList) => Object.fromEntries(figures.map(({ id, value }) => [id, value]));

async function ask(on: string, due: string, answeredOn: string | null, recordedOn = answeredOn) {
  at(on);
  const asked = { fromUnitId: t.unitId, toUnitId: planning, words: 'Xin số liệu quý', directiveId: null };
  const { id } = await askUnit(t.ctx, director, { ...asked, deadline: by(due) });
  if (answeredOn === null || recordedOn === null) return;
  at(recordedOn);
  await answerRequest(t.ctx, head, id, 'Đã gửi');
}

async function give(words: string, givenOn: string, due: string, leadUnitId = planning) {
  at(givenOn);
  const asked = { words, leadUnitId, coordinatingUnitIds: [], product: null, deadline: by(due), givenOn };
  return (await giveByWord(t.ctx, director, { ...asked, kind: 'do' })).id;
}

async function done(id: string, on: string) {
  at(on);
  for (const act of [
    { kind: 'submitted', words: 'xong' } as const,
    { kind: 'accepted', words: '' } as const,
  ]) {
    const { version } = await getDirective(t.ctx, director, id);
    await actOn(t.ctx, act.kind === 'submitted' ? head : director, id, version, { act, happenedOn: on });
  }
}

beforeAll(async () => {
  t = await testContext();
  ({ unitId: planning, director, head } = await openPlanningUnit(t));
  office = t.actorOf('office');
});
afterAll(() => t.close());

const year = { period: 'year', year: '2026' };

describe('questions between units', () => {
  test('answered in time, late, silent, and how long an answer takes', async () => {
    await ask('2026-01-05', '2026-01-09', '2026-01-08');
    await ask('2026-01-05', '2026-01-09', '2026-01-13');
    await ask('2026-01-05', '2026-01-09', null);
    await ask('2026-01-12', '2026-03-31', null);
    at('2026-01-20');
    const now = await listed(year);
    expect(valuesIn(now)).toMatchObject({
      ...{ 'requests-in-hand': 4, 'requests-carried-over': 0, 'requests-asked': 4, 'requests-in-time': 1 },
      ...{ 'requests-late': 1, 'requests-unanswered': 2, 'requests-silent': 1, 'requests-waiting': 1 },
      // Three working days and seven, the Saturday made up for among them.
      ...{ 'requests-median': 5, 'requests-longest-silence': 8 },
    });
    const earlier = await listed({ ...year, cutOff: '2026-01-09' });
    expect(valuesIn(earlier)).toMatchObject({ 'requests-unanswered': 2, 'requests-silent': 0 });
    const silent = await records({ ...year, figure: 'requests-silent' });
    expect(silent.items).toMatchObject([
      { state: 'late', unit: 'Phòng Kế hoạch', page: { place: 'requests' } },
    ]);
    const month = await listed({ period: 'month', year: '2026', n: '2' });
    expect(valuesIn(month)).toMatchObject({ 'requests-carried-over': 2, 'requests-in-hand': 2 });
    expect(month.findings).toEqual([]);
  });
});

describe('the programme', () => {
  test('of approved programmes, by the months of the period, with what was moved', async () => {
    at('2026-01-10');
    const item = (month: number, leadUnitId = planning) =>
      programme.addItem(t.ctx, office, {
        ...{ words: `Việc tháng ${month}`, leadUnitId, coordinatingUnitIds: [], product: 'Báo cáo' },
        ...{ submittedTo: 'Giám đốc Sở', month, day: null, year: 2026, amendment: null },
      });
    await item(1);
    const moved = await item(2);
    await item(5);
    expect(valuesIn(await listed(year))).toMatchObject({ 'programme-planned': 0 });
    at('2026-01-12');
    const paper = { on: '2026-01-12', document: 'Quyết định 1/QĐ-SKHCN' };
    await programme.approveProgramme(t.ctx, office, { year: 2026, ...paper });
    at('2026-02-10');
    const reason = { reason: 'chờ hướng dẫn', document: 'Thông báo 9/TB-SKHCN', on: '2026-02-09' };
    await programme.moveItem(t.ctx, office, moved.id, { ...reason, month: 6, day: null });
    const quarter = { period: 'quarter', year: '2026', n: '1' };
    expect(valuesIn(await listed(quarter))).toMatchObject({
      ...{ 'programme-planned': 1, 'programme-overdue': 1, 'programme-moved': 1, 'programme-times-moved': 1 },
    });
    expect(valuesIn(await listed({ ...quarter, cutOff: '2026-02-08' }))).toMatchObject({
      'programme-planned': 2,
    });
    const known = { ...quarter, cutOff: '2026-02-09', knownAt: '2026-02-09T20:00:00+07:00' };
    expect(valuesIn(await listed(known))).toMatchObject({ 'programme-planned': 2, 'programme-moved': 0 });
  });
});

describe('targets', () => {
  const assigned = (more: object = {}) => ({
    ...{ year: 2026, words: 'Nhiệm vụ hoàn thành', measure: 'number' as const, unit: 'nhiệm vụ', value: 4 },
    ...{ aim: 'at-least' as const, due: '2026-12-10', leadUnitId: planning, assignedBy: 'UBND tỉnh' },
    ...{ document: 'Quyết định 2/QĐ-UBND', on: '2026-01-15', ...more },
  });

  test('one tied to a figure reads its result off the register, and the figure shows its plan', async () => {
    await done(await give('Việc xong', '2026-02-11', '2026-03-02'), '2026-02-20');
    at('2026-02-21');
    const tied = await targets.assignTarget(t.ctx, office, assigned({ figure: 'accepted' }));
    await targets.planTarget(t.ctx, office, tied.id, [2, 3, 4, 4]);
    const silent = await targets.assignTarget(t.ctx, office, assigned({ words: 'Sáng kiến cơ sở' }));
    expect(await getTarget(t.ctx, head, tied.id)).toMatchObject({
      ...{ result: 1, percent: 25, resultOn: '2026-02-21', state: 'in-time' },
      figure: { id: 'accepted', name: 'Hoàn thành, được nghiệm thu trong kỳ' },
    });
    expect(await getTarget(t.ctx, head, tied.id, '2026-02-21')).toMatchObject({ result: 1 });
    const report = { value: 9, on: '2026-02-20', words: '', cause: null, link: null };
    await expect(targets.reportTarget(t.ctx, head, tied.id, report)).rejects.toMatchObject({ status: 409 });
    const list = await listed(year);
    expect(list.figures.find(({ id }) => id === 'accepted')).toMatchObject({
      ...{ value: 1, plan: { targetId: tied.id, value: 4, toDate: null } },
    });
    expect(valuesIn(list)).toMatchObject({
      'targets-assigned': 2,
      'targets-in-time': 2,
      'targets-silent': 1,
    });
    const { items } = await records({ ...year, figure: 'targets-silent' });
    expect(items.map(({ id }) => id)).toEqual([silent.id]);
    const rate = assigned({ figure: 'rate-by-first' });
    await expect(targets.assignTarget(t.ctx, office, rate)).rejects.toMatchObject({
      errors: [{ path: 'figure' }],
    });
    const unknown = assigned({ figure: 'targets-met' });
    await expect(targets.assignTarget(t.ctx, office, unknown)).rejects.toMatchObject({ status: 400 });
  });
});

describe('legal drafts and opinions on them', () => {
  test('what was entered late changes only readings that know of it', async () => {
    at('2026-01-12');
    const none = { document: null, holder: null, cause: null };
    const { id } = await drafts.planDraft(t.ctx, office, {
      ...{
        title: 'Quy định hỗ trợ đổi mới',
        kind: 'committee-decision',
        leadUnitId: planning,
        drafter: null,
      },
      ...{
        submittedTo: 'UBND tỉnh',
        shortened: false,
        document: null,
        bases: [],
        year: 2026,
        on: '2026-01-12',
      },
      days: { drafting: '2026-01-15', consulting: '2026-02-02', issued: '2026-12-01' },
    });
    at('2026-02-02');
    await drafts.enterStage(t.ctx, office, id, { ...none, stage: 'drafting', on: '2026-01-15' });
    await drafts.enterStage(t.ctx, office, id, { ...none, stage: 'consulting', on: '2026-02-02' });
    const asked = await askOpinions(t.ctx, office, id, {
      ...{ unitIds: [], outside: ['Sở Tư pháp', 'Sở Tài chính'], on: '2026-02-02', due: '2026-02-11' },
      document: null,
    });
    // Answered on the last day in time, entered a week later.
    at('2026-02-18');
    const [first] = asked.opinions;
    await answerOpinion(t.ctx, office, id, {
      ...{ askId: first?.id ?? '', on: '2026-02-11', answer: 'agree', remarks: [], document: null },
    });
    const cut = { ...year, cutOff: '2026-02-12' };
    expect(valuesIn(await listed(cut))).toMatchObject({
      ...{ 'drafts-in-hand': 1, 'drafts-on-plan': 1, 'opinions-asked': 2 },
      ...{ 'opinions-in-time': 1, 'opinions-silent': 1 },
    });
    const known = { ...cut, knownAt: '2026-02-17T20:00:00+07:00' };
    expect(valuesIn(await listed(known))).toMatchObject({ 'opinions-in-time': 0, 'opinions-silent': 2 });
    expect(valuesIn(await listed({ ...cut, knownAt: '2026-01-31T20:00:00+07:00' }))).toMatchObject({
      ...{ 'drafts-in-hand': 1, 'drafts-late': 1, 'opinions-asked': 0 },
    });
    const { items } = await records({ ...known, figure: 'opinions-silent' });
    expect(items.map(({ words }) => words).sort()).toEqual([
      'Sở Tài chính: Quy định hỗ trợ đổi mới',
      'Sở Tư pháp: Quy định hỗ trợ đổi mới',
    ]);
  });
});

describe('fields', () => {
  test('a directive is of its unit’s field on the day it was given, unless a correction says otherwise', async () => {
    at('2026-03-02');
    await setUnitField(t.ctx, office, planning, { field: 'Chuyển đổi số', from: '2026-03-01' });
    const of = await give('Việc số hoá', '2026-03-03', '2026-12-01');
    const own = await give('Việc sở hữu trí tuệ', '2026-03-03', '2026-12-01');
    const { version } = await getDirective(t.ctx, director, own);
    await correct(t.ctx, director, own, version, { reason: 'ghi nhầm', field: 'Sở hữu trí tuệ' });
    const { splits } = await records({ ...year, figure: 'given' });
    const parts = splits.find(({ by: split }) => split === 'field')!.parts;
    expect(Object.fromEntries(parts.map(({ key, value }) => [key, value]))).toEqual({
      ...{ 'Chuyển đổi số': 1, 'Sở hữu trí tuệ': 1, '': 1 },
    });
    const { items } = await listDirectives(t.ctx, director, { field: ['Chuyển đổi số'], limit: 9 });
    expect(items.map(({ id }) => id)).toEqual([of]);
    expect(await getDirective(t.ctx, director, own)).toMatchObject({
      field: { name: 'Sở hữu trí tuệ', own: true },
    });
    expect((await getDirective(t.ctx, director, of)).field).toEqual({ name: 'Chuyển đổi số', own: false });
  });
});

test('an own figure over questions is the same for whoever looks', async () => {
  at('2026-02-27');
  const entry = { date: '2026-02-20', issuer: 'UBND tỉnh', kind: 'KH', number: '3/KH-UBND' };
  await registerByHand(t.ctx, office, { ...entry, direction: 'in', subject: 'Kế hoạch đo lường' });
  at('2026-03-03');
  const mine = { name: 'Của tôi', family: 'requests', query: 'mine=asked', datedBy: 'standing' } as const;
  await expect(addOwnFigure(t.ctx, office, mine)).rejects.toMatchObject({ errors: [{ path: 'query' }] });
});

test.each([
  [
    'programme',
    'moved=true&year=2026&asOf=2026-01-20',
    'moved=true',
    ['Việc tháng 2'],
    '2026-02-09T20:00:00+07:00',
  ],
  [
    ...(['targets', 'state=in-time', 'state=in-time'] as const),
    ...[['Nhiệm vụ hoàn thành', 'Sáng kiến cơ sở'], '2026-02-20T20:00:00+07:00'],
  ],
  [
    'drafts',
    'stage=consulting',
    'stage=consulting',
    ['Quy định hỗ trợ đổi mới'],
    '2026-01-31T20:00:00+07:00',
  ],
  [
    'opinions',
    'state=silent&whom=tai chinh',
    'state=silent&whom=tai+chinh',
    ['Sở Tài chính: Quy định hỗ trợ đổi mới'],
    '2026-01-31T20:00:00+07:00',
  ],
  ['requests', 'state=late&asOf=2026-01-20', 'state=late', ['Xin số liệu quý'], '2026-01-04T20:00:00+07:00'],
  [
    'documents',
    'direction=in&q=kế hoạch&year=2026',
    'q=k%E1%BA%BF+ho%E1%BA%A1ch&direction=in',
    ['Kế hoạch đo lường'],
    '2026-02-26T20:00:00+07:00',
  ],
] as const)(
  'an own figure over %s counts what its filter shows, and not what was entered later',
  async (...row) => {
    const [family, query, kept, words, knownAt] = row;
    const figure = { name: `Riêng: ${family}`, family, query, datedBy: 'standing' } as const;
    const { id } = await addOwnFigure(t.ctx, office, figure);
    const own = async (more: object = {}) =>
      (await listed({ ...year, cutOff: '2026-03-02', ...more })).own.find((one) => one.id === id);
    expect(await own()).toMatchObject({ value: words.length, unit: family, family, query: kept });
    expect(await own({ knownAt })).toMatchObject({ value: 0 });
    expect(await own({ unit: t.unitId })).toMatchObject({ value: 0 });
    const { items, splits } = await records({ ...year, cutOff: '2026-03-02', figure: id });
    expect(items.map((one) => one.words).sort()).toEqual([...words].sort());
    const apart = family === 'documents' ? 'direction' : 'unit';
    expect(splits.find(({ by: split }) => split === apart)?.parts).toMatchObject([{ value: words.length }]);
  },
);

test('who may see an own figure is who may see the list it filters: documents ask for more than figures do', async () => {
  // Opinions are read with what every list of the register is: whoever has figures has them.
  expect(listFigureRecords.permission).toBe(listDrafts.permission);
  const seenBy = async (...permissions: Permission[]) => {
    const viewer = { ...office, permissions: new Set(permissions) };
    const list = await listFiguresOf(t.ctx, viewer, FigureReading.parse(year));
    const opened = list.own.map(async ({ id, value }) => {
      const { total } = await listRecordsOf(
        t.ctx,
        viewer,
        listFigureRecords.query!.parse({ ...year, figure: id }),
      );
      expect(total).toBe(value);
    });
    await Promise.all(opened);
    return list.own.map(({ family }) => family);
  };
  const all = await seenBy('directive.view', 'document.view');
  expect(all).toEqual(expect.arrayContaining(['opinions', 'documents']));
  expect(await seenBy('directive.view')).toEqual(all.filter((family) => family !== 'documents'));
  const ofPapers = (await listed(year)).own.find(({ family }) => family === 'documents')!;
  const blind = { ...office, permissions: new Set<Permission>(['directive.view']) };
  const opening = listFigureRecords.query!.parse({ ...year, figure: ofPapers.id });
  await expect(listRecordsOf(t.ctx, blind, opening)).rejects.toMatchObject({ status: 404 });
});

test('every number of every family is its records, page by page', async () => {
  for (const query of [year, { ...year, cutOff: '2026-02-15' }, { ...year, unit: planning }]) {
    const list = await listed(query);
    for (const { id, unit, value } of list.figures) {
      const page = await records({ ...query, figure: id });
      expect([id, page.figure.value, page.items.length]).toEqual([id, value, page.total]);
      if (countsRecords(unit)) expect([id, page.total]).toEqual([id, value]);
      for (const { parts } of page.splits)
        if (countsRecords(unit)) expect(parts.reduce((sum, part) => sum + (part.value ?? 0), 0)).toBe(value);
    }
    expect(list.findings).toEqual([]);
  }
});
