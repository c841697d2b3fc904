import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import type { Actor } from '../context.ts';
import * as commands from './commands.ts';
import { draftsTemplate, importDrafts, previewDrafts } from './import.ts';
import { answerOpinion, askOpinions, handleRemark } from './opinions.ts';
import { getDraft, listDrafts } from './queries.ts';
import { draftsXlsx, opinionsDocx, opinionsXlsx } from './table.ts';

let t: TestContext;
let office: Actor;
beforeAll(async () => {
  t = await testContext();
  office = t.actorOf('office');
});
afterAll(() => t.close());
beforeEach(() => t.setNow('2026-06-01T03:00:00Z'));

const days = {
  drafting: '2026-02-02',
  consulting: '2026-04-01',
  appraising: '2026-05-04',
  issued: '2026-07-31',
};
const plan = (more: object = {}) => ({
  ...{ title: 'Quy định hỗ trợ đổi mới', kind: 'committee-decision' as const, leadUnitId: t.unitId },
  ...{ drafter: 'Tổ soạn thảo', submittedTo: 'UBND tỉnh', shortened: false, document: 'Kế hoạch 5/KH' },
  ...{ bases: ['06/2023/TT-BKHCN', '06/2023/TT-BKHCN'], ...more },
});
const begin = (more: object = {}) =>
  commands.planDraft(t.ctx, office, { ...plan(), year: 2026, on: '2026-01-10', days, ...more });
const enter = (
  id: string,
  stage: 'drafting' | 'consulting' | 'appraising' | 'submitted' | 'issued',
  on: string,
  more: object = {},
) =>
  commands.enterStage(t.ctx, office, id, { stage, on, document: null, holder: null, cause: null, ...more });
const at = (path: string) => ({ errors: [{ path }] });

test('a draft goes its stages by dated facts; late ones name a cause, none is passed over against the rules', async () => {
  await expect(begin({ days: { ...days, consulting: '2026-01-15' } })).rejects.toMatchObject(
    at('days.consulting'),
  );
  await expect(begin({ on: '2026-06-02' })).rejects.toMatchObject(at('on'));
  const draft = await begin();
  expect(draft).toMatchObject({
    bases: ['06/2023/TT-BKHCN'],
    state: 'late',
    lateStage: 'drafting',
    next: 'drafting',
  });
  await expect(enter(draft.id, 'drafting', '2026-01-05')).rejects.toMatchObject(at('on'));
  await expect(enter(draft.id, 'drafting', '2026-02-03')).rejects.toMatchObject(at('cause'));
  await enter(draft.id, 'drafting', '2026-02-02');
  await expect(enter(draft.id, 'appraising', '2026-05-04')).rejects.toMatchObject(at('stage'));
  await enter(draft.id, 'consulting', '2026-04-10', { cause: 'people' });
  const appraised = await enter(draft.id, 'appraising', '2026-05-04', { holder: 'Sở Tư pháp' });
  expect(appraised).toMatchObject({ state: 'on-plan', ball: { with: 'outside', names: ['Sở Tư pháp'] } });
  const back = { stage: 'drafting' as const, on: '2026-05-20', document: null, reason: 'viết lại Điều 3' };
  const sent = await commands.sendBackDraft(t.ctx, office, draft.id, back);
  expect(sent).toMatchObject({ stage: 'drafting', state: 'late', lateStage: 'consulting', timesSentBack: 1 });
  const reported = await commands.reportDraft(t.ctx, office, draft.id, {
    ...{ words: 'Đang viết lại', cause: 'outside-papers', on: '2026-05-25' },
  });
  expect(reported).toMatchObject({ cause: 'outside-papers', said: 'Đang viết lại' });
  await enter(draft.id, 'appraising', '2026-05-26', { cause: 'unclear' });
  await enter(draft.id, 'submitted', '2026-05-28');
  await expect(enter(draft.id, 'issued', '2026-05-30')).rejects.toMatchObject(at('document'));
  const issued = await enter(draft.id, 'issued', '2026-05-30', { document: '15/2026/QĐ-UBND' });
  expect(issued).toMatchObject({ state: 'issued', ball: { with: 'nobody' } });
  await expect(enter(draft.id, 'issued', '2026-05-31')).rejects.toMatchObject({ status: 409 });
  const last = issued.history[0]!;
  const retract = (factId: string) =>
    commands.retractDraftFact(t.ctx, office, draft.id, { factId, reason: 'ghi nhầm' });
  const consulted = issued.history.find(({ sentence }) => sentence.startsWith('Lấy ý kiến'))!;
  await expect(retract(consulted.id)).rejects.toMatchObject(at('factId'));
  expect(await retract(last.id)).toMatchObject({ stage: 'submitted', state: 'on-plan' });
  await expect(getDraft(t.ctx, office, draft.id, '2026-01-09')).rejects.toMatchObject({ status: 404 });
  expect(await getDraft(t.ctx, office, draft.id, '2026-05-19')).toMatchObject({
    ...{
      stage: 'appraising',
      timesSentBack: 0,
      abilities: { enter: expect.stringContaining('Trở về hôm nay') },
    },
  });
});

test('the plan is moved with a reason and put right under its version; the first days stay', async () => {
  const draft = await begin();
  const why = { reason: 'chờ luật mới', document: null, on: '2026-05-30' };
  await expect(commands.moveDraft(t.ctx, office, draft.id, { ...why, days })).rejects.toMatchObject(
    at('days.issued'),
  );
  const later = {
    ...days,
    drafting: '2026-07-01',
    consulting: '2026-08-03',
    appraising: '2026-09-01',
    issued: '2026-11-30',
  };
  const moved = await commands.moveDraft(t.ctx, office, draft.id, { ...why, days: later });
  expect(moved).toMatchObject({ state: 'on-plan', timesMoved: 1 });
  expect(moved.stages.at(-1)).toMatchObject({ planned: '2026-11-30', firstPlanned: '2026-07-31' });
  await expect(commands.changeDraft(t.ctx, office, draft.id, draft.version, plan())).rejects.toMatchObject({
    status: 412,
  });
  const changed = await commands.changeDraft(
    t.ctx,
    office,
    draft.id,
    moved.version,
    plan({ title: 'Quy định khác' }),
  );
  expect(changed.title).toBe('Quy định khác');
  const stopped = await commands.stopDraft(t.ctx, office, draft.id, why);
  expect(stopped).toMatchObject({
    state: 'stopped',
    abilities: { move: expect.stringContaining('đã dừng') },
  });
  // Carried over: next year's list shows what this year's plan left open, and not what it stopped.
  const open = await begin({ title: 'Quy định còn mở' });
  const next = await listDrafts(t.ctx, office, { year: 2027 });
  expect(next.items.map(({ id }) => id)).toContain(open.id);
  expect(next.items.map(({ id }) => id)).not.toContain(draft.id);
});

test('opinions run their clocks; silence follows, remarks are dealt with, the table goes out', async () => {
  const draft = await begin();
  const ask = { unitIds: [], outside: ['Sở Tư pháp', 'Sở Tài chính', 'Sở Tư pháp'], document: '9/SKHCN-VP' };
  await expect(
    askOpinions(t.ctx, office, draft.id, { ...ask, outside: [], on: '2026-05-11', due: null }),
  ).rejects.toMatchObject(at('outside'));
  const asked = await askOpinions(t.ctx, office, draft.id, { ...ask, on: '2026-05-11', due: null });
  // Five working days by the setting, from Monday 11 May.
  expect(asked.opinions.map(({ due, state }) => [due, state])).toEqual([
    ['2026-05-18', 'silent'],
    ['2026-05-18', 'silent'],
  ]);
  const [first, second] = asked.opinions;
  const said = { on: '2026-05-20', answer: 'remarks' as const, document: null };
  await expect(
    answerOpinion(t.ctx, office, draft.id, { ...said, askId: first!.id, remarks: [] }),
  ).rejects.toMatchObject(at('remarks'));
  await expect(
    answerOpinion(t.ctx, office, draft.id, { ...said, on: '2026-05-10', askId: first!.id, remarks: ['x'] }),
  ).rejects.toMatchObject(at('on'));
  const remarks = ['Sửa Điều 2', '=HYPERLINK("x")'];
  const answered = await answerOpinion(t.ctx, office, draft.id, { ...said, askId: first!.id, remarks });
  expect(answered.opinions.map(({ state }) => state)).toEqual(['late', 'silent']);
  const answerId = answered.opinions[0]!.answer!.id;
  const handling = { answerId, remark: 0, how: 'explained' as const };
  await expect(handleRemark(t.ctx, office, draft.id, { ...handling, words: '' })).rejects.toMatchObject(
    at('words'),
  );
  await expect(
    handleRemark(t.ctx, office, draft.id, { ...handling, remark: 2, words: 'giữ' }),
  ).rejects.toMatchObject({ status: 404 });
  const handled = await handleRemark(t.ctx, office, draft.id, { ...handling, words: 'giữ như dự thảo' });
  expect(handled.opinions[0]?.remarks.map(({ handled: by }) => by?.how ?? null)).toEqual(['explained', null]);
  expect((await getDraft(t.ctx, office, draft.id, '2026-05-18')).opinions[1]?.state).toBe('waiting');

  const { sheets } = await readXlsx(await opinionsXlsx(t.ctx, office, draft.id));
  expect(sheets[0]?.rows[1]).toEqual(
    expect.arrayContaining([
      'Sở Tư pháp',
      'Nhất trí, có góp ý (20/05/2026)',
      'Sửa Điều 2',
      'Giải trình: giữ như dự thảo',
    ]),
  );
  expect(sheets[0]?.rows[3]).toEqual(
    expect.arrayContaining(['Sở Tài chính', 'Không trả lời, coi như nhất trí']),
  );
  const xml = strFromU8(unzipSync(await opinionsDocx(t.ctx, office, draft.id))['word/document.xml']!);
  for (const words of ['đã gửi lấy ý kiến 2 cơ quan', 'Sửa Điều 2', 'Không trả lời, coi như nhất trí'])
    expect(xml).toContain(words);
  expect(second?.whom).toEqual({ unitId: null, name: 'Sở Tài chính' });
});

test('a list under its filter, as Excel and of one agency only', async () => {
  const draft = await begin({ title: 'Quy định riêng' });
  await enter(draft.id, 'drafting', '2026-02-02');
  const found = await listDrafts(t.ctx, office, { year: 2026, stage: 'drafting', state: ['late'] });
  expect(found.items.map(({ id }) => id)).toContain(draft.id);
  expect(found.items.every(({ stage, state }) => stage === 'drafting' && state === 'late')).toBe(true);
  const { sheets } = await readXlsx(await draftsXlsx(t.ctx, office, { year: 2026, stage: 'drafting' }));
  expect(sheets[0]?.rows.flat()).toEqual(expect.arrayContaining(['Quy định riêng', 'Soạn thảo', 'Chậm']));
  const theirs = (await t.newAgency()).actorOf('office');
  expect((await listDrafts(t.ctx, theirs, { year: 2026 })).items).toEqual([]);
  await expect(opinionsXlsx(t.ctx, theirs, draft.id)).rejects.toMatchObject({ status: 404 });
});

test('a table of the year comes in with all its rows or none, and once', async () => {
  const csv = (...rows: string[]) => ({
    name: 'ke-hoach.csv',
    bytes: Buffer.from(`Nội dung,Sản phẩm,Chủ trì,Cấp trình,Thời gian\r\n${rows.join('\r\n')}`),
    mediaType: 'text/csv',
  });
  const file = csv(
    'Quy định chính sách hỗ trợ sáng kiến,Nghị quyết,Văn phòng,HĐND tỉnh,Tháng 7',
    'Quyết định sửa đổi quy chế,,Văn phòng,UBND tỉnh,15/9',
  );
  const faulty = csv('Quy định thiếu cấp trình,,Văn phòng,,Tháng 7');
  expect(await previewDrafts(t.ctx, office, faulty, 2028)).toMatchObject({
    faults: [{ row: 2, column: 'Cấp trình' }],
  });
  await expect(importDrafts(t.ctx, office, faulty, 2028)).rejects.toMatchObject({ status: 409 });
  expect(await previewDrafts(t.ctx, office, file, 2028)).toMatchObject({ stored: false, rows: 2 });
  expect(await importDrafts(t.ctx, office, file, 2028)).toMatchObject({ stored: true, rows: 2 });
  await expect(importDrafts(t.ctx, office, file, 2028)).rejects.toMatchObject({ status: 409 });
  const { items } = await listDrafts(t.ctx, office, { year: 2028 });
  const own = items.filter(({ year }) => year === 2028);
  expect(own.map(({ kind, stages }) => [kind, stages.at(-1)?.planned])).toEqual([
    ['council-resolution', '2028-07-31'],
    ['committee-decision', '2028-09-15'],
  ]);
  const template = { name: 'mau.xlsx', bytes: await draftsTemplate(2029), mediaType: '' };
  expect(await previewDrafts(t.ctx, office, template, 2029)).toMatchObject({ rows: 1, faulty: 0 });
});

test('who speaks for another unit records nothing, and another agency finds nothing', async () => {
  const head = t.actorOf('head');
  const draft = await begin();
  const other = (await t.newAgency()).actorOf('officer');
  await expect(
    commands.reportDraft(t.ctx, other, draft.id, { words: 'của người khác', cause: null, on: '2026-05-30' }),
  ).rejects.toMatchObject({ status: 404 });
  const stranger = { ...head, personId: other.personId };
  await expect(
    commands.reportDraft(t.ctx, stranger, draft.id, {
      words: 'không phải đơn vị',
      cause: null,
      on: '2026-05-30',
    }),
  ).rejects.toMatchObject({ status: 403 });
});
