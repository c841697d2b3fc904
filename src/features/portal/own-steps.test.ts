import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { hostActor, hostedTask, listedTask, partnerOf, recordSteps, sent } from '../../../test/hosts.ts';
import type { Change } from '../../domain/tasks/change.ts';
import type { TaskEvent } from '../../domain/tasks/facts.ts';
import type { Actor } from '../context.ts';
import { listSendings, sendBack } from '../sendings/sendings.ts';
import { attachTaskFile, listTaskFiles, readTaskFile } from '../task-files/files.ts';
import { recordStep } from '../tasks/commands.ts';
import { getTask } from '../tasks/get.ts';
import { beginDossier } from './dossiers.ts';
import { attachFile, readOwnFile } from './files.ts';
import { getPortal } from './home.ts';
import { recordOwnStep } from './own-steps.ts';
import { getOwnTask } from './own-task.ts';

let t: TestContext;
let office: Actor;
let institute: Actor;
let college: Actor;
beforeAll(async () => {
  t = await testContext();
  office = t.actorOf('office');
  institute = await hostActor(t, office, 'Viện Cơ khí Sông Hương');
  college = await hostActor(t, office, 'Trường Đại học Bến Nghé');
});
afterAll(() => t.close());
beforeEach(() => t.setNow('2026-11-24T03:00:00Z'));

const say = (actor: Actor, id: string, event: TaskEvent, files: string[] = []) =>
  recordOwnStep(t.ctx, actor, id, { event, files });
const changeAsked = (change: Change) => ({
  ...{ kind: 'changeAsked' as const, changeId: crypto.randomUUID(), change },
});

test('between the council and the approval, the host whose dossier was proposed finishes it in the portal, no other', async () => {
  const id = await listedTask(t, office, 'Nghiên cứu cố định đạm');
  const [ours, theirs] = [crypto.randomUUID(), crypto.randomUUID()];
  const filed = (dossier: string, actor: Actor) => ({
    ...{ kind: 'filed' as const, dossier, host: partnerOf(actor), investigator: partnerOf(actor) },
  });
  await recordSteps(t, office, id, [
    ['2026-09-03', { kind: 'called', mode: 'direct', closesOn: '2026-10-05' }],
    ['2026-10-01', filed(ours, institute)],
    ['2026-10-02', filed(theirs, college)],
    ['2026-10-06', { kind: 'opened', outcome: 'valid' }],
  ]);
  const scored = { kind: 'scored' as const, outcome: 'proposed' as const };
  const record = (event: TaskEvent) =>
    recordStep(t.ctx, office, id, { on: '2026-10-20', event, restsOn: null });
  await expect(record({ ...scored, dossier: crypto.randomUUID() })).rejects.toMatchObject({
    message: expect.stringContaining('Chọn lại trong các hồ sơ đã nộp'),
  });
  await expect(getOwnTask(t.ctx, institute, id)).rejects.toMatchObject({ status: 404 });
  await record({ ...scored, dossier: ours });
  const listed = async (actor: Actor) => (await getPortal(t.ctx, actor)).tasks.map((task) => task.id);
  expect(await listed(institute)).toContain(id);
  expect(await listed(college)).not.toContain(id);
  await expect(getOwnTask(t.ctx, college, id)).rejects.toMatchObject({ status: 404 });
  await expect(say(college, id, { kind: 'estimateFiled' })).rejects.toMatchObject({ status: 404 });
  expect((await getOwnTask(t.ctx, institute, id)).steps).toMatchObject([
    { kind: 'estimateFiled', state: 'open', saying: 'fact', ability: true },
  ]);
  const file = await attachFile(t.ctx, institute, sent());
  await say(institute, id, { kind: 'estimateFiled' }, [file.id]);
  const told = (await getTask(t.ctx, office, id)).steps.find(({ kind }) => kind === 'estimateFiled');
  expect(told).toMatchObject({ state: 'done', doneOn: ['2026-11-24'] });
  // Filing goes by the dossier and its receipt alone.
  await expect(say(institute, id, filed(ours, institute))).rejects.toMatchObject({ status: 403 });
});

test('what a result hangs on or both sign is sent in, and counts once the agency records it or sends it back', async () => {
  const id = await hostedTask(t, office, { host: partnerOf(institute) });
  await recordSteps(t, office, id, [
    ['2026-08-03', { kind: 'terminationAsked', reason: 'không còn mặt bằng' }],
    ['2026-08-10', { kind: 'suspended', reason: 'chờ quyết định' }],
    ['2026-08-20', { kind: 'stopReported' }],
    ['2026-09-01', { kind: 'terminated', reason: 'không còn mặt bằng', refund: 3e8 }],
  ]);
  const file = await attachFile(t.ctx, institute, sent(undefined, 'chung-tu.pdf'));
  const paid = { kind: 'refunded' as const, amount: 3e8, full: true };
  const mine = await say(institute, id, paid, [file.id]);
  expect(mine.records).toMatchObject([{ step: 'refunded', became: 'waiting', files: [{ id: file.id }] }]);
  const before = await getTask(t.ctx, office, id);
  expect(before.steps.find(({ kind }) => kind === 'refunded')).toMatchObject({ state: 'open', doneOn: [] });
  expect(before.history[0]).toMatchObject({ by: 'Viện Cơ khí Sông Hương', event: null });

  const [waiting] = await listSendings(t.ctx, office, id);
  expect(waiting).toMatchObject({ became: 'waiting', event: paid, on: '2026-11-24' });
  expect(waiting?.files).toMatchObject([{ name: 'chung-tu.pdf' }]);
  expect(waiting?.abilities.sendBack).toBe(true);
  const at = { id, factId: waiting!.id };
  await sendBack(t.ctx, office, at, 'chứng từ không đọc được');
  await expect(sendBack(t.ctx, office, at, 'lần nữa')).rejects.toMatchObject({ status: 409 });
  expect((await getOwnTask(t.ctx, institute, id)).records).toMatchObject([
    { became: 'returned', reason: 'chứng từ không đọc được' },
  ]);

  t.setNow('2026-11-25T03:00:00Z');
  await say(institute, id, paid);
  t.setNow('2026-11-26T03:00:00Z');
  // Taken note of as of the day it was paid.
  await recordStep(t.ctx, office, id, { on: '2026-11-23', event: paid, restsOn: null });
  const [noted] = (await getOwnTask(t.ctx, institute, id)).records;
  expect(noted).toMatchObject({ became: 'noted', step: 'refunded' });
  expect((await listSendings(t.ctx, office, id)).map(({ became }) => became)).toEqual(['noted', 'returned']);
  await say(institute, id, { kind: 'settled' });
  await expect(say(institute, id, { kind: 'settled' })).rejects.toMatchObject({
    ...{ status: 409, message: expect.stringContaining('đang chờ cơ quan ghi nhận') },
  });
});

test('every change is asked for or told with its before and after, by who decides it, within its limits', async () => {
  const id = await hostedTask(t, office, { host: partnerOf(institute), until: '2027-03-05' });
  const { changeOptions, now } = await getOwnTask(t.ctx, institute, id);
  const ways = Object.fromEntries(changeOptions.map(({ type, ways }) => [type, ways.join(' ')]));
  expect(ways).toEqual({
    ...{ extension: 'ask', shortening: 'ask', content: 'ask', investigator: 'ask', host: 'ask' },
    ...{ equipment: 'ask', 'name-aim-product': '', 'budget-move': 'host ask' },
  });
  expect(changeOptions.find(({ type }) => type === 'extension')).toMatchObject({
    parts: [{ by: 'cơ quan chủ trì nhiệm vụ' }],
    limits: [
      expect.stringMatching(/^Gia hạn 1 lần; đã gia hạn 0 lần/u),
      expect.stringMatching(/^Thêm không quá 12 tháng/u),
      expect.stringMatching(/^Đề nghị trước khi hết hợp đồng ít nhất 1 tháng/u),
    ],
  });
  // In English all but what the law itself is cited by.
  const english = (await getOwnTask(t.ctx, { ...institute, language: 'en' }, id)).changeOptions[0];
  expect(english).toMatchObject({ parts: [{ by: 'the ministry or agency' }] });
  expect(english?.limits.map((limit) => limit.replace(/ \(.*\)\.$/u, ''))).toEqual([
    'May be extended once; extended so far: 0',
    'By no more than 12 months',
    'To be asked for at least 1 month before the contract ends',
  ]);
  const lines = (first: number, second: number) => [
    { item: 'Nhân công', amount: first, khoan: true },
    { item: 'Vật tư', amount: second, khoan: true },
  ];
  const within: Change = { type: 'budget-move', before: lines(3e8, 2e8), after: lines(25e7, 25e7) };
  await expect(say(institute, id, changeAsked(within))).rejects.toMatchObject({
    message: expect.stringContaining('tổ chức chủ trì tự quyết định rồi thông báo'),
  });
  await say(institute, id, { ...changeAsked(within), kind: 'changeNotified' });
  const lead: Change = {
    ...{ type: 'investigator', before: now.investigator!, cause: 'own-request' },
    after: { id: null, name: 'TS. Lê Thị Mới' },
  };
  const { changes } = await say(institute, id, changeAsked(lead));
  expect(changes).toMatchObject([
    { state: 'asked', change: { before: { name: 'TS. Trần Minh Khôi' }, after: { name: 'TS. Lê Thị Mới' } } },
    { state: 'notified', change: { type: 'budget-move' } },
  ]);
  const tooLong: Change = { type: 'extension', before: '2027-03-05', after: '2028-06-05' };
  await expect(say(institute, id, changeAsked(tooLong))).rejects.toMatchObject({
    message: expect.stringContaining('gia hạn không quá 12 tháng'),
  });
  const name: Change = {
    ...{ type: 'name-aim-product', what: 'name', before: 'a', after: 'b', consent: true },
  };
  await expect(say(institute, id, changeAsked(name))).rejects.toMatchObject({
    message: expect.stringContaining('không được thay đổi'),
  });
});

test('an account for one investigator of an organisation sees and tells of that one’s tasks, while they lead them', async () => {
  const [khoi, mai] = [
    await hostActor(t, office, 'TS. Trần Minh Khôi', 'person'),
    await hostActor(t, office, 'TS. Lý Thị Mai', 'person'),
  ];
  const assistant: Actor = {
    ...{ ...institute, userId: 'assistant', name: 'Trợ lý của TS. Khôi' },
    partner: { ...institute.partner!, investigator: partnerOf(khoi) },
  };
  const host = partnerOf(institute);
  const own = await hostedTask(t, office, { host, investigator: partnerOf(khoi), title: 'Của Khôi' });
  const others = await hostedTask(t, office, { host, investigator: partnerOf(mai), title: 'Của Mai' });
  const elsewhere = { host: partnerOf(college), investigator: partnerOf(khoi), title: 'Của Khôi ở trường' };
  const atCollege = await hostedTask(t, office, elsewhere);
  const home = await getPortal(t.ctx, assistant);
  expect(home).toMatchObject({ tasks: [{ id: own }], calls: [], gates: [] });
  for (const id of [others, atCollege]) {
    await expect(getOwnTask(t.ctx, assistant, id)).rejects.toMatchObject({ status: 404 });
    await expect(say(assistant, id, { kind: 'reported' })).rejects.toMatchObject({ status: 404 });
  }
  const callId = crypto.randomUUID();
  const begun = beginDossier(t.ctx, assistant, { callId, taskId: own });
  await expect(begun).rejects.toMatchObject({ status: 404 });

  const file = async (actor: Actor, name: string) =>
    (await attachFile(t.ctx, actor, sent(undefined, name))).id;
  const [kept, sentOwn, sentOthers] = [
    await file(institute, 'chua-gui.pdf'),
    await file(institute, 'bao-cao-khoi.pdf'),
    await file(institute, 'bao-cao-mai.pdf'),
  ];
  await say(institute, own, { kind: 'reported' }, [sentOwn]);
  await say(institute, others, { kind: 'reported' }, [sentOthers]);
  expect(await readOwnFile(t.ctx, assistant, sentOwn)).toMatchObject({ name: 'bao-cao-khoi.pdf' });
  for (const id of [kept, sentOthers]) {
    await expect(readOwnFile(t.ctx, assistant, id)).rejects.toMatchObject({ status: 404 });
    await expect(say(assistant, own, { kind: 'reported' }, [id])).rejects.toMatchObject({ status: 400 });
  }
  const { records } = await say(assistant, own, { kind: 'reported' }, [await file(assistant, 'cua-toi.pdf')]);
  expect(records).toHaveLength(2);
  expect((await getPortal(t.ctx, institute)).tasks.map(({ id }) => id)).toEqual(
    expect.arrayContaining([own, others]),
  );

  // Once another leads the task it is out of sight, in the list and as the page.
  const lead: Change = {
    ...{ type: 'investigator', before: partnerOf(khoi), after: partnerOf(mai), cause: 'own-request' },
  };
  const asked = changeAsked(lead);
  await recordSteps(t, office, own, [
    ['2026-11-20', asked],
    ['2026-11-24', { ...asked, kind: 'changed' }],
  ]);
  expect((await getPortal(t.ctx, assistant)).tasks).toEqual([]);
  await expect(getOwnTask(t.ctx, assistant, own)).rejects.toMatchObject({ status: 404 });
  await expect(readOwnFile(t.ctx, assistant, sentOwn)).rejects.toMatchObject({ status: 404 });
});

test('an officer puts files to a step by the same road: checked, told with the step, and not for whoever is outside', async () => {
  const id = await hostedTask(t, office, { host: partnerOf(institute) });
  const hostile = attachTaskFile(t.ctx, office, id, sent(Buffer.from('MZ chương trình')));
  await expect(hostile).rejects.toMatchObject({ errors: [{ path: 'file' }] });
  const nowhere = attachTaskFile(t.ctx, office, crypto.randomUUID(), sent());
  await expect(nowhere).rejects.toMatchObject({ status: 404 });
  const file = await attachTaskFile(t.ctx, office, id, sent(undefined, 'bien-ban.pdf'));
  const theirs = await attachFile(t.ctx, institute, sent(undefined, 'cua-vien.pdf'));
  const record = (actor: Actor, files: string[]) => {
    const event = { kind: 'reported' as const };
    return recordStep(t.ctx, actor, id, { on: '2026-11-23', event, restsOn: null, files });
  };
  // Neither what a host brought nor what another officer did not send yet.
  const colleague = { ...office, userId: 'another officer' };
  for (const [actor, id] of [
    [office, theirs.id],
    [colleague, file.id],
  ] as const)
    await expect(record(actor, [id])).rejects.toMatchObject({ errors: [{ path: 'files' }] });
  const { history } = await record(office, [file.id]);
  expect(await listTaskFiles(t.ctx, office, id)).toMatchObject([
    { name: 'bien-ban.pdf', factId: history[0]!.id },
  ]);
  const { bytes } = await readTaskFile(t.ctx, office, { id, fileId: file.id });
  expect(bytes).toEqual(sent().bytes);
  expect(await listSendings(t.ctx, office, id)).toEqual([]);
  expect(JSON.stringify(await getOwnTask(t.ctx, institute, id))).not.toContain('bien-ban');
  await expect(readOwnFile(t.ctx, institute, file.id)).rejects.toMatchObject({ status: 404 });
});

test('the first page tells of each task the same steps that wait on its own page, and which were sent', async () => {
  const { tasks } = await getPortal(t.ctx, institute);
  expect(tasks.length).toBeGreaterThan(3);
  expect(tasks.flatMap(({ due }) => due.filter(({ sent }) => sent)).length).toBeGreaterThan(0);
  for (const { id, due } of tasks) {
    const { steps, records } = await getOwnTask(t.ctx, institute, id);
    const waiting = new Set(records.flatMap(({ became, step }) => (became === 'waiting' ? step : [])));
    for (const { step, sent } of due) expect(sent, step).toBe(waiting.has(step));
    const open = steps.filter(({ state }) => state === 'open').map(({ kind }) => kind);
    expect(new Set(due.map(({ step }) => step))).toEqual(new Set(open));
  }
});
