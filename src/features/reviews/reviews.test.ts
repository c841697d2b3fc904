import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { openPlanningUnit, type PlanningUnit } from '../../../test/planning-unit.ts';
import type { Deadline } from '../../domain/deadlines/deadline.ts';
import type { DirectiveAct } from '../../domain/directives/facts.ts';
import { defaultTemplate } from '../../writing/official/templates/default.ts';
import type { Actor } from '../context.ts';
import { actOn } from '../directives/act.ts';
import { giveByWord } from '../directives/commands.ts';
import { getDirective } from '../directives/get.ts';
import { insertDirectives } from '../directives/insert.ts';
import { writeNow } from '../directives/record.ts';
import { registerByHand } from '../documents/register.ts';
import { FigureReading } from '../figures/contract.ts';
import { figuresXlsx } from '../figures/table.ts';
import { keepTemplate } from '../papers/kept.ts';
import { answerRequest, askUnit } from '../requests/commands.ts';
import { keptDueSettings } from '../settings/settings.ts';
import { compose, confirmPage, writeWords } from './commands.ts';
import { listReviewRecords, type Review } from './contract.ts';
import { findingsOf } from './findings.ts';
import { openReviewOf } from './opening.ts';
import { getReviewOf, listRecordsOfReview, listReviewsOf } from './queries.ts';
import { reportFile, tablesFile } from './report-file.ts';
import { reopen, sign } from './signing.ts';

let t: TestContext;
let people: PlanningUnit;
let office: Actor;
const ids: Record<string, string> = {};

async function give(words: string, givenOn: string, due: string, leadUnitId = people.unitId) {
  t.setNow(`${givenOn}T03:00:00Z`);
  const deadline: Deadline = { kind: 'date', due, bound: 'by', text: due, span: [0, 0] };
  const asked = { words, leadUnitId, coordinatingUnitIds: [], product: null, deadline, givenOn };
  ids[words] = (await giveByWord(t.ctx, people.director, { ...asked, kind: 'do' })).id;
}
async function act(who: Actor, words: string, one: DirectiveAct, on: string) {
  const { version } = await getDirective(t.ctx, people.director, ids[words]!);
  await actOn(t.ctx, who, ids[words]!, version, { act: one, happenedOn: on });
}
/** The text of a Word file, as Word shows it. */
const wordsIn = (docx: Uint8Array) =>
  new TextDecoder().decode(unzipSync(docx)['word/document.xml']).replaceAll(/<[^>]+>/gu, '');
const half = { kind: 'half', year: 2026, n: 1, unitsUntil: '2026-06-17' } as const;
const seen = (id: string, who = office) => getReviewOf(t.ctx, who, id);
const told = ({ figures }: Pick<Review, 'figures'>, key: string) => figures.find((one) => one.key === key);
const page = (review: Review) => review.units.find(({ unitId }) => unitId === people.unitId)!;
const records = (id: string, figure: string) =>
  listRecordsOfReview(t.ctx, office, id, listReviewRecords.query!.parse({ figure, limit: '1' }));

beforeAll(async () => {
  t = await testContext();
  people = await openPlanningUnit(t);
  office = t.actorOf('office');
  await give('Báo cáo đã xong', '2026-03-02', '2026-04-01');
  await give('Báo cáo còn chậm', '2026-03-02', '2026-05-04');
  await give('Việc của Văn phòng', '2026-03-02', '2026-07-01', t.unitId);
  const due: Deadline = { kind: 'date', due: '2026-03-20', bound: 'by', text: '20/03', span: [0, 0] };
  const { id } = await askUnit(t.ctx, people.stranger, {
    ...{ fromUnitId: t.unitId, toUnitId: people.unitId, words: 'Cho biết số đề tài năm 2026' },
    ...{ deadline: due, directiveId: null },
  });
  t.setNow('2026-04-01T03:00:00Z');
  await answerRequest(t.ctx, people.head, id, 'Có 12 đề tài');
  await act(people.head, 'Báo cáo đã xong', { kind: 'submitted', words: 'xong' }, '2026-04-01');
  await act(people.director, 'Báo cáo đã xong', { kind: 'accepted', words: '' }, '2026-04-01');
  t.setNow('2026-06-10T03:00:00Z');
});
afterAll(() => t.close());

describe('opening', () => {
  test('prefills the days of the decree, and refuses what cannot be', async () => {
    const { id } = await openReviewOf(t.ctx, office, half);
    expect((await seen(id)).period).toEqual({
      ...{ words: '6 tháng đầu năm 2026', from: '2025-12-15', to: '2026-06-14', cutOff: '2026-06-14' },
      ruleId: expect.any(String),
    });
    // The cut-off has not come: what is read is read until today.
    expect((await seen(id)).readUntil).toBe('2026-06-10');
    await expect(sign(t.ctx, people.director, id, 'vội')).rejects.toMatchObject({ status: 409 });
    for (const wrong of [
      { ...half, n: 2 },
      { ...half, n: 3 },
      { ...half, unitsUntil: '2026-06-01' },
      { ...half, cutOff: '2026-07-01' },
      { kind: 'dates', from: '2026-05-01', to: '2026-04-01', unitsUntil: '2026-06-01' } as const,
      { kind: 'half', unitsUntil: '2026-06-17' } as const,
    ])
      await expect(openReviewOf(t.ctx, office, wrong)).rejects.toMatchObject({ status: 400 });
  });
});

describe('of one period', () => {
  test('a second one is asked about and names the first', async () => {
    await openReviewOf(t.ctx, office, { ...half, kind: 'quarter', n: 2 });
    const second = { ...half, kind: 'quarter', n: 2 } as const;
    await expect(openReviewOf(t.ctx, office, second)).rejects.toMatchObject({
      ...{ status: 400, errors: [{ path: 'again', message: expect.stringContaining('10/06/2026') }] },
    });
    await openReviewOf(t.ctx, office, { ...second, again: true });
  });
});

describe('from opening to long after signing', () => {
  let id: string;
  beforeAll(async () => {
    t.setNow('2026-06-15T03:00:00Z');
    ({ id } = await openReviewOf(t.ctx, office, { ...half, again: true }));
  });

  test('drafts words from figures, each with its records', async () => {
    const review = await seen(id);
    expect(review.sections[0]).toMatchObject({ drafted: true, version: 0 });
    expect(review.sections[0]!.text).toContain('Trong kỳ, cơ quan phải thực hiện 3 nhiệm vụ.');
    expect(review.sections[1]!.text).toContain('Đến ngày chốt có 1 nhiệm vụ quá hạn.');
    expect(told(page(review), 'overdue')).toMatchObject({ value: 1, records: 1 });
    const first = await records(id, 'in-hand');
    expect([first.items.length, first.total]).toEqual([1, 3]);
    const [late] = (await records(id, 'overdue')).items;
    expect(late).toEqual({
      ...{ id: ids['Báo cáo còn chậm'], words: 'Báo cáo còn chậm' },
      page: { place: 'directives', id: ids['Báo cáo còn chậm'] },
    });
    await expect(records(id, 'khong-co')).rejects.toMatchObject({ status: 404 });
  });

  test('every table is a sheet of one workbook, what is overdue with its deadlines', async () => {
    const { sheets } = await readXlsx((await tablesFile(t.ctx, office, id)).bytes);
    expect(sheets.map(({ name }) => name)).toEqual([
      ...['Số liệu theo đơn vị', 'Nhiệm vụ quá hạn đến ngày chốt', 'Số liệu của kỳ'],
    ]);
    const [, late] = sheets[1]!.rows;
    expect(late?.slice(1, 3)).toEqual(['Báo cáo còn chậm', 'Phòng Kế hoạch']);
    expect(late?.[4]).toEqual(new Date('2026-05-04T00:00:00Z'));
    expect(late?.[7]).toBeGreaterThan(20);
    const asked = FigureReading.parse({ period: 'half', year: 2026, n: 1 });
    const figures = (await readXlsx(await figuresXlsx(t.ctx, office, asked))).sheets[0]!;
    expect(figures.rows[1]?.slice(0, 3)).toEqual(['Nhiệm vụ giao', 'Nhiệm vụ phải thực hiện trong kỳ', 3]);
  });

  test('slow answers between units are told with the questions they rest on', async () => {
    const review = await seen(id);
    expect(review.sections[1]!.text).toContain('Các đơn vị trả lời nhau chậm: 1 câu hỏi trả lời sau hạn.');
    expect(told(page(review), 'requests-late')).toMatchObject({ value: 1, records: 1 });
    const { items, family } = await records(id, 'requests-late');
    expect([family, items.map(({ words }) => words)]).toEqual(['requests', ['Cho biết số đề tài năm 2026']]);
  });

  test('a unit writes and confirms its own page; of two who write at once the second is told', async () => {
    const write = (who: Actor, version: number, results: string) =>
      writeWords(t.ctx, who, id, version, { unitId: people.unitId, words: { results } });
    await expect(write(people.stranger, 0, 'chiếm lời')).rejects.toMatchObject({ status: 403 });
    await expect(confirmPage(t.ctx, people.head, id, people.unitId)).rejects.toMatchObject({ status: 409 });
    await expect(write(people.head, 0, 'Xong {{acepted}} việc')).rejects.toMatchObject({
      status: 400,
      errors: [{ path: 'words.results', message: expect.stringContaining('{{acepted}}') }],
    });
    const written = await write(people.head, 0, 'Xong {{accepted}} việc, còn 7 việc');
    expect(page(written)).toMatchObject({
      ...{ version: 1, missing: ['confirmation'], text: { results: 'Xong 1 việc, còn 7 việc' } },
    });
    await expect(write(people.officer, 0, 'đè lên')).rejects.toMatchObject({
      ...{ status: 412, current: { version: 1 } },
    });
    const confirmed = await confirmPage(t.ctx, people.head, id, people.unitId);
    expect(page(confirmed)).toMatchObject({ missing: [], confirmed: { by: 'Lê Trưởng Phòng' } });
    await expect(
      writeWords(t.ctx, people.head, id, 0, { unitId: people.director.personId!, words: {} }),
    ).rejects.toMatchObject({ status: 400 });
  });

  test('the office composes, figures stay live, and hand-typed numbers are pointed out', async () => {
    const words = 'Cả kỳ giao {{given}} việc, trong đó 12 việc khó.';
    const review = await compose(t.ctx, office, id, 0, { section: 'results', words });
    expect(review.sections[0]).toMatchObject({ drafted: false, version: 1, typed: ['12'] });
    await expect(
      compose(t.ctx, office, id, 0, { section: 'results', words: 'đè lên' }),
    ).rejects.toMatchObject({ status: 412 });
    await give('Ghi sau khi chốt', '2026-06-12', '2026-06-13');
    t.setNow('2026-06-16T03:00:00Z');
    expect((await seen(id)).sections[0]!.text).toBe('Cả kỳ giao 4 việc, trong đó 12 việc khó.');
  });

  test('signing names who is missing, and freezes every byte', async () => {
    await expect(sign(t.ctx, office, id, null)).rejects.toMatchObject({ status: 403 });
    await expect(sign(t.ctx, people.director, id, null)).rejects.toMatchObject({
      ...{ status: 400, errors: [{ path: 'reason', message: expect.stringContaining('Văn phòng') }] },
    });
    expect(wordsIn((await reportFile(t.ctx, office, id, 'docx')).bytes)).toContain('DỰ THẢO');
    const signed = await sign(t.ctx, people.director, id, 'Văn phòng đã báo cáo miệng');
    expect(signed.signature).toMatchObject({
      missing: [{ name: 'Văn phòng' }],
      reason: 'Văn phòng đã báo cáo miệng',
    });
    expect(signed.difference).toEqual({ figures: [], records: [] });
    const row = await t.ctx.store.read(office.scope, (tx) =>
      tx.selectFrom('review_snapshot').selectAll().where('review_id', '=', id).executeTakeFirstOrThrow(),
    );
    expect(createHash('sha256').update(row.content).digest('hex')).toBe(signed.signature?.sha256);

    const before = {
      docx: await reportFile(t.ctx, office, id, 'docx'),
      pdf: await reportFile(t.ctx, office, id, 'pdf'),
    };
    const said = wordsIn(before.docx.bytes);
    expect(said).toContain('Cả kỳ giao 4 việc');
    expect(said).toContain('Trần Giám Đốc');
    // Signed, it stands in the outgoing book under the number it bears.
    const { issued } = signed.signature!;
    expect(issued?.number).toMatch(/^01\/BC-/u);
    expect(said).toContain('Số: 01/BC-');
    expect(said).not.toContain('DỰ THẢO');

    // Entered months later: it had been done in time.
    t.setNow('2026-09-01T03:00:00Z');
    await act(people.head, 'Báo cáo còn chậm', { kind: 'submitted', words: 'xong' }, '2026-05-04');
    const later = await seen(id);
    for (const part of ['figures', 'sections', 'signature'] as const)
      expect(later[part]).toEqual(signed[part]);
    expect(later.difference?.records).toEqual([
      {
        id: ids['Báo cáo còn chậm'],
        page: { place: 'directives', id: ids['Báo cáo còn chậm'] },
        words: 'Báo cáo còn chậm',
        entered: expect.arrayContaining(['Chờ người giao']),
        left: expect.arrayContaining(['Quá hạn']),
      },
    ]);
    expect(later.difference?.figures.find(({ key }) => key === 'overdue')).toMatchObject({
      signed: 1,
      today: 0,
    });
    expect((await records(id, 'overdue')).total).toBe(1);
    for (const format of ['docx', 'pdf'] as const)
      expect(Buffer.compare((await reportFile(t.ctx, office, id, format)).bytes, before[format].bytes)).toBe(
        0,
      );
    await expect(
      compose(t.ctx, office, id, 1, { section: 'results', words: 'Sửa sau khi ký' }),
    ).rejects.toMatchObject({ status: 409 });
    const row2 = (await listReviewsOf(t.ctx, office)).items.find((one) => one.id === id);
    expect(row2).toMatchObject({ signed: { on: '2026-06-16', by: 'Trần Giám Đốc' }, confirmed: 1 });
  });

  test('opened again with a reason; what was signed stays readable beside what is signed next', async () => {
    await expect(reopen(t.ctx, office, id, 'muốn sửa')).rejects.toMatchObject({ status: 403 });
    const first = await seen(id);
    const issued = await reportFile(t.ctx, office, id, 'docx');
    const open = await reopen(t.ctx, people.director, id, 'Phòng gửi bổ sung số liệu');
    expect(open).toMatchObject({ signed: null, signature: null, difference: null });
    expect(open.abilities).toMatchObject({ sign: true, reopen: expect.stringContaining('đang mở') });
    expect(told(open, 'overdue')?.value).toBe(0);
    // A number typed otherwise than the figure is pointed out before anything is signed.
    const wrong = 'Trong kỳ giao mới 99 nhiệm vụ.';
    await compose(t.ctx, office, id, 1, { section: 'results', words: wrong });
    expect((await findingsOf(t.ctx, office, id)).items.map(({ figure }) => figure)).toContain('given');
    await compose(t.ctx, office, id, 2, { section: 'results', words: 'Bản sửa: giao {{given}} việc.' });
    // From now on the office has a template of its own: what is signed next is laid out by it.
    const bytes = defaultTemplate('review-report', '2026-09-01');
    const template = { kind: 'review-report', from: '2026-09-01', name: 'mẫu.docx', bytes } as const;
    await keepTemplate(t.ctx, office, template);
    await sign(t.ctx, people.director, id, 'đã báo miệng');

    const [now, then] = [await seen(id), await getReviewOf(t.ctx, office, id, 1)];
    expect(now.versions.map(({ version, reopened }) => [version, reopened?.reason])).toEqual([
      [1, 'Phòng gửi bổ sung số liệu'],
      [2, undefined],
    ]);
    expect([now.signature?.version, then.signature?.version]).toEqual([2, 1]);
    expect(now.difference?.figures).toEqual([]);
    expect(then.figures).toEqual(first.figures);
    expect(then.sections.map(({ text }) => text)).toEqual(first.sections.map(({ text }) => text));
    expect(then.difference).toEqual(first.difference);
    expect(then.abilities.sign).not.toBe(true);
    const kept = await reportFile(t.ctx, office, id, 'docx', 1);
    expect(Buffer.compare(kept.bytes, issued.bytes)).toBe(0);
    const said = wordsIn((await reportFile(t.ctx, office, id, 'docx')).bytes);
    expect(said).toContain('Bản sửa: giao 4 việc');
    expect(said).toContain('tỷ lệ xong đúng hạn đầu');
    await expect(getReviewOf(t.ctx, office, id, 3)).rejects.toMatchObject({ status: 404 });
  });

  test('another agency sees nothing of it', async () => {
    const theirs = (await t.newAgency()).actorOf('office');
    await expect(seen(id, theirs)).rejects.toMatchObject({ status: 404 });
    expect((await listReviewsOf(t.ctx, theirs)).items).toEqual([]);
  });
});

test('the carrying-out of one document, since it was issued, counts no work but its own', async () => {
  const head = {
    direction: 'in',
    kind: 'TB',
    number: '12/TB-UBND',
    date: '2026-05-04',
    issuer: 'UBND tỉnh',
  } as const;
  const document = await registerByHand(t.ctx, office, { ...head, subject: 'Kết luận về chuyển đổi số' });
  const given = {
    ...{ lead: { unitId: people.unitId, name: 'Phòng Kế hoạch' }, coordinating: [], product: null },
    deadline: { kind: 'none' } as const,
  };
  await t.ctx.store.transaction(office.scope, async (tx) => {
    const work = { words: 'Rà soát dữ liệu', kind: 'do', origin: 'document', givenOn: '2026-05-05' } as const;
    const told = await insertDirectives(tx, t.ctx, people.director, [
      { ...work, given, documentId: document.id },
    ]);
    const dueSettings = await keptDueSettings(tx, t.ctx, office.agencyId);
    await writeNow(tx, office.agencyId, told, { before: [], calendar: await t.ctx.calendar(), dueSettings });
  });
  const asked = { kind: 'document', documentId: document.id, unitsUntil: '2026-12-17' } as const;
  const { id } = await openReviewOf(t.ctx, office, asked);
  const review = await seen(id);
  expect(review.period).toMatchObject({
    ...{ from: '2026-05-04', to: '2026-09-01', cutOff: '2026-09-01' },
    words: 'thực hiện Thông báo 12/TB-UBND ngày 04/05/2026',
  });
  expect([told(review, 'in-hand')?.value, review.units.map(({ name }) => name)]).toEqual([
    1,
    ['Phòng Kế hoạch'],
  ]);
  await expect(openReviewOf(t.ctx, office, { ...asked, documentId: id })).rejects.toMatchObject({
    status: 400,
  });
});
