import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { openPlanningUnit, type PlanningUnit } from '../../../test/planning-unit.ts';
import type { ConclusionLine, ConferencePart } from '../../domain/conferences/facts.ts';
import type { Deadline } from '../../domain/deadlines/deadline.ts';
import type { Role } from '../../domain/permissions/permission.ts';
import { read } from '../../reading/read.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Actor } from '../context.ts';
import { delegate } from '../delegations/commands.ts';
import { giveByWord } from '../directives/commands.ts';
import { getDirective } from '../directives/get.ts';
import { getDocument } from '../documents/queries.ts';
import { insertPerson, insertPost } from '../organisation/persons.ts';
import { agencyUnits } from '../organisation/queries.ts';
import { signingOf } from '../papers/signature.ts';
import { amend, answer, attend, openConferenceOf, owe, prepare, proposeFor, write } from './commands.ts';
import { issue } from './issue.ts';
import { attendanceList, conferencePaper } from './papers.ts';
import { getConferenceOf, getNoticeOf, listConferencesOf, listRecordsOfNotice } from './queries.ts';
import { readConclusions } from './read-lines.ts';

let t: TestContext;
let people: PlanningUnit;
let office: Actor;
let late: string;
const plan = {
  ...{ name: 'Hội nghị sơ kết công tác quý III năm 2026', day: '2026-11-24', start: '08:00', end: null },
  ...{ place: 'Phòng họp số 1', chair: 'Trần Giám Đốc', chairTitle: 'Giám đốc Sở', secretary: 'Lê Thư Ký' },
  reviewId: null,
};
const units = () => ({
  office: { unitId: t.unitId, name: 'Văn phòng' },
  planning: { unitId: people.unitId, name: 'Phòng Kế hoạch' },
});
const line = (words: string, term: string, more: Partial<ConclusionLine> = {}): ConclusionLine => ({
  ...{ words, lead: units().planning, coordinating: [], product: null, term, answers: null },
  ...more,
});
const seen = (id: string, who = office) => getConferenceOf(t.ctx, who, id);
const put = async (id: string, one: ConclusionLine) => {
  await write(t.ctx, office, id, 0, { lineId: uuidv7(), line: one });
};

beforeAll(async () => {
  t = await testContext();
  people = await openPlanningUnit(t);
  office = t.actorOf('office');
  const due: Deadline = { kind: 'date', due: '2026-10-20', bound: 'by', text: '20/10/2026', span: [0, 0] };
  late = (
    await giveByWord(t.ctx, people.director, {
      ...{ words: 'Báo cáo giải ngân', leadUnitId: people.unitId, coordinatingUnitIds: [], product: null },
      ...{ deadline: due, kind: 'do', givenOn: '2026-10-01' },
    })
  ).id;
});
afterAll(() => t.close());

describe('from preparing to the issued notice', () => {
  let id: string;
  beforeAll(async () => {
    ({ id } = await openConferenceOf(t.ctx, office, plan));
  });

  test('parts are saved whole, each with its version; of two at once the second is told', async () => {
    const agenda = [{ title: 'Báo cáo kết quả quý III', presenter: 'Phòng Kế hoạch', minutes: 20 }];
    await prepare(t.ctx, office, id, 0, { part: 'agenda', items: agenda });
    await expect(prepare(t.ctx, office, id, 0, { part: 'agenda', items: [] })).rejects.toMatchObject({
      status: 412,
      current: { version: 1 },
    });
    const invitees = [
      { id: uuidv7(), kind: 'unit' as const, name: 'Phòng Kế hoạch', recordId: people.unitId },
      { id: uuidv7(), kind: 'guest' as const, name: 'Sở Tài chính', recordId: null },
    ];
    const made = await prepare(t.ctx, office, id, 0, { part: 'invitees', invitees });
    expect(made.versions).toMatchObject({ plan: 1, agenda: 1, invitees: 1 });
    const stranger = { ...invitees[0]!, recordId: people.director.personId };
    for (const part of [
      { part: 'invitees', invitees: [stranger] },
      { part: 'assessment', words: 'Còn {{khong-co}} việc' },
      { part: 'plan', plan: { ...plan, reviewId: uuidv7() } },
    ] satisfies ConferencePart[])
      await expect(prepare(t.ctx, office, id, made.versions[part.part] ?? 0, part)).rejects.toMatchObject({
        status: 400,
      });
    await attend(t.ctx, office, id, {
      inviteeId: invitees[0]!.id,
      presence: 'in-stead',
      stead: 'Vũ Chuyên Viên',
    });
    const came = await attend(t.ctx, office, id, {
      inviteeId: invitees[1]!.id,
      presence: 'absent',
      stead: 'x',
    });
    expect(came.invitees.map(({ presence, stead }) => [presence, stead])).toEqual([
      ...[
        ['in-stead', 'Vũ Chuyên Viên'],
        ['absent', null],
      ],
    ]);
    expect((await attendanceList(t.ctx, office, id)).bytes.length).toBeGreaterThan(1000);
    const said = async (kind: 'invitation' | 'programme', format: 'docx' | 'pdf') => {
      const { name, bytes } = await conferencePaper(t.ctx, office, id, kind, { format });
      return (await read(bytes, { name })).text.replace(/\s+/gu, ' ');
    };
    expect(await said('invitation', 'docx')).toMatch(
      /GIẤY MỜI.*Phòng Kế hoạch; .*Sở Tài chính.*8 giờ 00, thứ Ba/u,
    );
    expect(await said('programme', 'pdf')).toMatch(/08:00 – 08:20.*Báo cáo kết quả quý III/u);
  });

  test('a unit speaks for itself, and an answer is owed by a day', async () => {
    const ask = { unitId: people.unitId, form: 'petition' as const, words: 'Xin bổ sung biên chế' };
    await expect(proposeFor(t.ctx, people.stranger, id, ask)).rejects.toMatchObject({ status: 403 });
    const [told] = (await proposeFor(t.ctx, people.officer, id, ask)).proposals;
    expect(told).toMatchObject({ state: 'unassigned', own: true, unit: units().planning });
    const proposalId = told!.id;
    await expect(
      answer(t.ctx, people.stranger, id, { proposalId, words: 'Chưa giao' }),
    ).rejects.toMatchObject({ status: 409 });
    await owe(t.ctx, office, id, { proposalId, unitId: t.unitId, due: '2026-11-25' });
    await expect(
      answer(t.ctx, people.officer, id, { proposalId, words: 'Trả lời thay' }),
    ).rejects.toMatchObject({ status: 403 });
    t.setNow('2026-11-27T03:00:00Z');
    expect((await seen(id)).proposals[0]).toMatchObject({ state: 'late' });
    expect((await listConferencesOf(t.ctx, office)).items[0]).toMatchObject({ silent: 1, held: true });
  });

  test('conclusions are lines; two secretaries see each other', async () => {
    const lineId = uuidv7();
    const first = line('Rà soát hồ sơ cải cách hành chính', 'trước 15/12', { product: 'Báo cáo' });
    await write(t.ctx, office, id, 0, { lineId, line: first });
    await expect(
      write(t.ctx, people.director, id, 0, { lineId, line: line('Đè lên', '') }),
    ).rejects.toMatchObject({ status: 412, current: { version: 1, line: { words: first.words } } });
    const foreign = { unitId: uuidv7(), name: 'Phòng lạ' };
    await expect(put(id, line('Việc lạ', '', { lead: foreign }))).rejects.toMatchObject({ status: 400 });
    const read = await readConclusions(
      ...[t.ctx, office, id],
      'Giao Văn phòng chủ trì, phối hợp với Phòng Kế hoạch tổng hợp số liệu giải ngân, hoàn thành trước ngày 20/12/2026.',
    );
    expect(read.lines).toMatchObject([{ lead: units().office, coordinating: [units().planning] }]);
    expect(read.lines[0]!.term).toContain('20/12/2026');
    expect(read.lines[0]!.words).not.toContain('20/12');
  });

  test('what does not hold is told before, and taken with a reason only', async () => {
    const version = async () => (await seen(id)).version;
    await put(id, line('Tham mưu kế hoạch năm sau', 'trong quý I', { coordinating: [units().office] }));
    await put(id, line('Tổng hợp số liệu giải ngân', 'hằng tháng', { lead: units().office }));
    await put(id, line('Duy trì chế độ giao ban tuần', 'thường xuyên', { lead: units().office }));
    const clear = uuidv7();
    await write(t.ctx, office, id, 0, { lineId: clear, line: line('Việc chưa rõ hạn', 'khi nào rảnh') });
    await expect(issue(t.ctx, office, id, await version(), 'vội')).rejects.toMatchObject({ status: 403 });
    await expect(issue(t.ctx, people.director, id, await version(), 'vội')).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('thời hạn chưa hiểu được'),
    });
    await write(t.ctx, office, id, 1, { lineId: clear, line: null });
    const notice = await getNoticeOf(t.ctx, office, id);
    expect(notice.findings.map(({ code }) => code)).toEqual([
      ...['no-product', 'no-product', 'no-product', 'unanswered'],
    ]);
    expect(notice.carried).toMatchObject([{ id: late, timesExtended: 0, firstDue: '2026-10-20' }]);
    expect(notice.assessment).toContain('{{overdue}} nhiệm vụ đã quá hạn');
    const records = await listRecordsOfNotice(t.ctx, office, id, { figure: 'overdue', limit: 50 });
    expect(records).toMatchObject({ items: [{ id: late, words: 'Báo cáo giải ngân' }], total: 1 });
    await expect(issue(t.ctx, people.director, id, await version(), null)).rejects.toMatchObject({
      ...{ status: 400, errors: [{ path: 'reason' }] },
    });
    await expect(issue(t.ctx, people.director, id, (await version()) - 1, 'vội')).rejects.toMatchObject({
      status: 412,
    });
  });

  test('issued: in the book, directives with their words, read back exactly, and frozen', async () => {
    const { version, lines } = await seen(id);
    const made = await issue(t.ctx, people.director, id, version, 'Giám đốc đã đồng ý');
    expect(made.issued).toMatchObject({ number: '01/TB-SKHCN', on: '2026-11-27', by: 'Trần Giám Đốc' });
    const document = await getDocument(t.ctx, office, made.issued!.documentId);
    expect(document).toMatchObject({ direction: 'out', bookNumber: 1, directives: 4, hasOriginal: true });
    for (const { words, directiveId, lead } of made.lines) {
      const given = await getDirective(t.ctx, office, directiveId!);
      expect(given).toMatchObject({ words, lead, document: { id: document.id }, givenOn: '2026-11-27' });
      expect(given.source?.excerpt.words.toLowerCase()).toBe(words.toLowerCase());
    }
    const agency = await t.ctx.store.read(office.scope, (tx) => agencyUnits(tx, office.agencyId));
    for (const format of ['docx', 'pdf'] as const) {
      const { name, bytes } = await conferencePaper(t.ctx, office, id, 'notice', { format });
      expect(name).toBe(`Thông báo 01-TB-SKHCN ${plan.name}.${format}`);
      const { document: head, directives, text } = await read(bytes, { name, agency });
      expect(head).toMatchObject({ kind: 'TB', number: '01/TB-SKHCN' });
      expect(text).not.toContain('DỰ THẢO');
      expect(text.replace(/\s+/gu, ' ')).toMatch(
        /TÌNH HÌNH CÁC NHIỆM VỤ.*Báo cáo giải ngân.*20\/10\/2026 0 24/u,
      );
      const back = directives.map(({ lead, coordinating, deadline, kind }) => [
        ...[
          lead?.name,
          coordinating.map((one) => one.name),
          'due' in deadline ? deadline.due : deadline.kind,
        ],
        kind,
      ]);
      expect(back, format).toEqual([
        ['Phòng Kế hoạch', [], '2026-12-15', 'do'],
        ['Phòng Kế hoạch', ['Văn phòng'], '2027-03-31', 'do'],
        ['Văn phòng', [], 'recurring', 'do'],
        ['Văn phòng', [], 'none', 'standing'],
      ]);
    }
    expect(lines).toHaveLength(4);
    await expect(put(id, line('Sau khi ban hành', ''))).rejects.toMatchObject({ status: 409 });
    await expect(prepare(t.ctx, office, id, 1, { part: 'agenda', items: [] })).rejects.toMatchObject({
      status: 409,
    });
    await amend(t.ctx, office, id, { words: 'Đính chính ngày họp', document: '02/TB-SKHCN' });
    const after = await getNoticeOf(t.ctx, office, id);
    expect(after).toMatchObject({
      number: '01/TB-SKHCN',
      findings: [],
      seal: { reason: 'Giám đốc đã đồng ý' },
    });
    expect((await seen(id)).amendments).toMatchObject([{ words: 'Đính chính ngày họp' }]);
  });

  test('another agency sees nothing of it', async () => {
    const theirs = (await t.newAgency()).actorOf('office');
    await expect(seen(id, theirs)).rejects.toMatchObject({ status: 404 });
    expect((await listConferencesOf(t.ctx, theirs)).items).toEqual([]);
  });
});

describe('who signs, by posts and delegations of the day', () => {
  const linesOf = (who: Actor, on = '2026-11-27') =>
    t.ctx.store.read(who.scope, async (tx) => {
      const { signature, own } = await signingOf(tx, who, on);
      return own ? signature.lines : null;
    });

  test('the director, a deputy, the chief of office, and the chief’s deputy under both', async () => {
    const other = await t.newAgency();
    const admin = other.actorOf('administrator');
    const at = (role: Role, title: string): Promise<Actor> =>
      t.ctx.store.transaction(admin.scope, async (tx) => {
        const personId = await insertPerson(tx, t.ctx, admin, { fullName: `Người ${title}` });
        await insertPost(tx, t.ctx, admin, personId, {
          unitId: other.unitId,
          role,
          title,
          from: '2020-01-01',
        });
        return { ...admin, personId };
      });
    const [leader, deputy, chief, second] = [
      await at('director', 'Giám đốc'),
      await at('director', 'Phó Giám đốc'),
      await at('head', 'Chánh Văn phòng'),
      await at('office', 'Phó Chánh Văn phòng'),
    ];
    expect(await linesOf(leader)).toEqual(['GIÁM ĐỐC']);
    expect(await linesOf(deputy)).toEqual(['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC']);
    expect(await linesOf(chief)).toBeNull();
    await delegate(t.ctx, admin, {
      ...{ form: 'TL.', fromPersonId: leader.personId!, toPersonId: chief.personId!, unitId: null },
      ...{ fromDay: '2026-11-27', lastDay: '2026-12-31', document: 'Giấy uỷ quyền số 3' },
    });
    expect(await linesOf(chief)).toEqual(['TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG']);
    expect(await linesOf(second)).toEqual(['TL. GIÁM ĐỐC', 'KT. CHÁNH VĂN PHÒNG', 'PHÓ CHÁNH VĂN PHÒNG']);
    expect(await linesOf(second, '2027-01-01')).toBeNull();
  });
});
