import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { hostActor, hostedTask, listedTask, partnerOf, pdf, sent } from '../../../test/hosts.ts';
import { DossierContent } from '../../domain/calls/dossier.ts';
import { canonicalJson } from '../../domain/canonical.ts';
import type { TaskEvent } from '../../domain/tasks/facts.ts';
import { extendCall, openCall } from '../calls/commands.ts';
import { getPublicCall, listPublicCalls, publicNotice } from '../calls/public.ts';
import { getCall, readDossierFile } from '../calls/queries.ts';
import type { Actor } from '../context.ts';
import { listSendings } from '../sendings/sendings.ts';
import { recordStep } from '../tasks/commands.ts';
import { getTask } from '../tasks/get.ts';
import { beginDossier, getDossier, saveDossier } from './dossiers.ts';
import { attachFile, readOwnFile } from './files.ts';
import { receiptOf, submitDossier, withdrawDossier } from './filing.ts';
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

const notice = {
  ...{ number: '15/TB-SKHCN', title: 'Tuyển chọn nhiệm vụ KH&CN năm 2027', mode: 'selection' as const },
  ...{
    closesOn: '2026-11-30',
    words: 'Ưu tiên liên kết với doanh nghiệp.',
    contact: 'Phòng QLKH, (0234) 3 000 000',
  },
};
async function calledTask(title: string, more: object = {}) {
  const taskId = await listedTask(t, office, title);
  const call = await openCall(t.ctx, office, { ...notice, on: '2026-10-01', taskIds: [taskId], ...more });
  return { taskId, callId: call.id };
}

/** A dossier of the host for a called task, complete and saved. */
async function written(
  actor: Actor,
  of: { taskId: string; callId: string },
  aims = 'Giảm tổn thất sau thu hoạch',
) {
  const begun = await beginDossier(t.ctx, actor, of);
  const file = await attachFile(t.ctx, actor, sent());
  const content = DossierContent.parse({
    ...{ investigator: { id: null, name: 'TS. Trần Minh Khôi' }, aims, content: 'Chế tạo, thử nghiệm' },
    ...{ months: 24, files: [file.id] },
  });
  return saveDossier(t.ctx, actor, begun.id, begun.version, content);
}

test('a call is one act on each of its tasks, extended by one act, and open by its closing instant', async () => {
  const [one, two] = [
    await listedTask(t, office, 'Nghiên cứu máy sấy vải'),
    await listedTask(t, office, 'Nghiên cứu giống lúa mới'),
  ];
  const open = (more: object) =>
    openCall(t.ctx, office, { ...notice, on: '2026-10-01', taskIds: [one, two], ...more });
  await expect(open({ closesOn: '2026-10-05' })).rejects.toMatchObject({
    status: 409,
    message: expect.stringContaining('đóng sớm nhất'),
  });
  const call = await open({});
  expect(call).toMatchObject({ open: true, tasks: 2, dossiers: 0 });
  expect((await getTask(t.ctx, office, one)).callClosesOn).toBe('2026-11-30');
  const said = { number: '18/TB-SKHCN', closesOn: '2026-12-15', reason: 'mới có ít hồ sơ' };
  await expect(extendCall(t.ctx, office, call.id, { ...said, closesOn: '2026-11-30' })).rejects.toMatchObject(
    {
      errors: [{ path: 'closesOn' }],
    },
  );
  await extendCall(t.ctx, office, call.id, said);
  for (const id of [one, two]) expect((await getTask(t.ctx, office, id)).callClosesOn).toBe('2026-12-15');
  t.setNow('2026-12-15T17:00:00Z');
  expect(await getCall(t.ctx, office, call.id)).toMatchObject({ open: false });
  await expect(extendCall(t.ctx, office, call.id, { ...said, closesOn: '2027-01-15' })).rejects.toMatchObject(
    {
      status: 409,
    },
  );
  // Of a call that failed for one task nothing is left on the others.
  const third = await listedTask(t, office, 'Nghiên cứu bảo quản thanh trà');
  await expect(open({ taskIds: [third, one] })).rejects.toMatchObject({ status: 409 });
  expect((await getTask(t.ctx, office, third)).callClosesOn).toBeNull();
});

test('anybody reads the notice of a call, as Word and PDF, and nothing of what was filed', async () => {
  const of = await calledTask('Nghiên cứu men vi sinh');
  const dossier = await written(institute, of);
  await submitDossier(t.ctx, institute, dossier.id, dossier.version);
  const shown = await getPublicCall(t.ctx, of.callId);
  expect(shown).toMatchObject({
    open: true,
    items: [{ title: 'Nghiên cứu men vi sinh', aims: 'Giảm tổn thất' }],
  });
  expect((await listPublicCalls(t.ctx)).some(({ id }) => id === of.callId)).toBe(true);
  expect(JSON.stringify(shown)).not.toMatch(/Sông Hương|Minh Khôi|hồ sơ đã nộp/u);
  const word = await publicNotice(t.ctx, of.callId, { format: 'docx' });
  expect(Buffer.from(word.bytes).subarray(0, 2).toString()).toBe('PK');
  const paper = await publicNotice(t.ctx, of.callId, { format: 'pdf' });
  expect(Buffer.from(paper.bytes).subarray(0, 5).toString()).toBe('%PDF-');
  expect(paper.name).toBe('Thông báo 15-TB-SKHCN.pdf');
  await expect(publicNotice(t.ctx, of.callId, { format: 'pdf', extension: 1 })).rejects.toMatchObject({
    status: 404,
  });
});

test('a dossier is filed, replaced, withdrawn and filed again until the last instant; one is valid', async () => {
  const of = await calledTask('Nghiên cứu máy sấy nông sản');
  const first = await written(institute, of);
  const filed = await submitDossier(t.ctx, institute, first.id, first.version);
  expect(filed).toMatchObject({ asFiled: true, filings: [{ valid: true, filedAt: '2026-11-24T03:00:00Z' }] });
  expect(filed.filings[0]!.receipt).toMatch(/^TN-2026-\d{5}$/u);
  const receipt = await receiptOf(t.ctx, institute, filed.filings[0]!.id);
  expect(Buffer.from(receipt.bytes).subarray(0, 5).toString()).toBe('%PDF-');

  const changed = await saveDossier(t.ctx, institute, first.id, filed.version, {
    ...filed.content,
    months: 18,
  });
  expect(changed.asFiled).toBe(false);
  await submitDossier(t.ctx, institute, first.id, changed.version);
  await withdrawDossier(t.ctx, institute, first.id, 'sửa dự toán');
  expect((await getCall(t.ctx, office, of.callId)).items[0]).toMatchObject({ count: 0, dossiers: [] });
  t.setNow('2026-11-30T16:59:59.999Z');
  const again = await submitDossier(t.ctx, institute, first.id, changed.version);
  expect(again.filings.map(({ valid }) => valid)).toEqual([true, false, false]);
  const task = await getTask(t.ctx, office, of.taskId);
  expect(task.dossiers).toHaveLength(1);

  t.setNow('2026-11-30T17:00:00Z');
  const late = expect.stringContaining('Đã hết hạn nhận hồ sơ: hết ngày 30/11/2026');
  for (const act of [
    () => submitDossier(t.ctx, institute, first.id, again.version),
    () => withdrawDossier(t.ctx, institute, first.id, 'muộn rồi'),
    () => saveDossier(t.ctx, institute, first.id, again.version, again.content),
  ])
    await expect(act()).rejects.toMatchObject({ status: 409, message: late });
  expect((await getDossier(t.ctx, institute, first.id)).possible.submit).toEqual(late);
});

test('the agency knows how many there are, and whose and what only once they are opened', async () => {
  const of = await calledTask('Nghiên cứu vật liệu xanh');
  for (const actor of [institute, college]) {
    const dossier = await written(actor, of, `Mục tiêu riêng của ${actor.partner?.name}`);
    await submitDossier(t.ctx, actor, dossier.id, dossier.version);
  }
  const names = /Sông Hương|Bến Nghé|Minh Khôi/u;
  const before = [await getCall(t.ctx, office, of.callId), await getTask(t.ctx, office, of.taskId)];
  expect(JSON.stringify(before)).not.toMatch(names);
  expect(before[0]).toMatchObject({ dossiers: 2, items: [{ count: 2, openedOn: null, dossiers: [] }] });
  t.setNow('2026-12-02T03:00:00Z');
  const event = { kind: 'opened' as const, outcome: 'valid' as const };
  await recordStep(t.ctx, office, of.taskId, { on: '2026-12-02', event, restsOn: null });
  const { items } = await getCall(t.ctx, office, of.callId);
  expect(items[0]?.dossiers.map(({ host }) => host.name).sort()).toEqual([
    'Trường Đại học Bến Nghé',
    'Viện Cơ khí Sông Hương',
  ]);
  const [one] = items[0]!.dossiers;
  const { bytes } = await readDossierFile(t.ctx, office, { id: of.callId, fileId: one!.files[0]!.id });
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(one!.files[0]!.sha256);
  const task = { id: of.taskId, title: 'Nghiên cứu vật liệu xanh' };
  const content = { ...one!.content, host: one!.host, task, files: one!.files };
  expect(createHash('sha256').update(canonicalJson(content)).digest('hex')).toBe(one!.sha256);
  expect((await getTask(t.ctx, office, of.taskId)).dossiers.map(({ host }) => host.name)).toContain(
    'Trường Đại học Bến Nghé',
  );
});

test('two editors of one organisation: the second is told what the first saved and loses nothing', async () => {
  const of = await calledTask('Nghiên cứu nuôi trồng rong biển');
  const dossier = await written(institute, of);
  const colleague = { ...institute, userId: 'another', name: 'Lê Đồng Nghiệp' };
  const said = { ...dossier.content, aims: 'Mục tiêu do đồng nghiệp viết' };
  await saveDossier(t.ctx, colleague, dossier.id, dossier.version, said);
  const behind = saveDossier(t.ctx, institute, dossier.id, dossier.version, dossier.content);
  await expect(behind).rejects.toMatchObject({
    status: 412,
    current: { changedBy: 'Lê Đồng Nghiệp', content: { aims: said.aims } },
  });
  await expect(submitDossier(t.ctx, institute, dossier.id, dossier.version)).rejects.toMatchObject({
    status: 412,
  });
  const empty = await saveDossier(
    t.ctx,
    institute,
    dossier.id,
    dossier.version + 1,
    DossierContent.parse({}),
  );
  await expect(submitDossier(t.ctx, institute, dossier.id, empty.version)).rejects.toMatchObject({
    status: 400,
    errors: expect.arrayContaining([expect.objectContaining({ path: 'aims' })]),
  });
});

test('another host’s dossier, file and receipt are as if they were not there; hostile files are refused', async () => {
  const of = await calledTask('Nghiên cứu cảm biến nước');
  const dossier = await written(institute, of);
  const { filings, files } = await submitDossier(t.ctx, institute, dossier.id, dossier.version);
  const absent = { status: 404 };
  await expect(getDossier(t.ctx, college, dossier.id)).rejects.toMatchObject(absent);
  await expect(submitDossier(t.ctx, college, dossier.id, dossier.version)).rejects.toMatchObject(absent);
  await expect(withdrawDossier(t.ctx, college, dossier.id, 'phá')).rejects.toMatchObject(absent);
  await expect(readOwnFile(t.ctx, college, files[0]!.id)).rejects.toMatchObject(absent);
  await expect(receiptOf(t.ctx, college, filings[0]!.id)).rejects.toMatchObject(absent);
  const own = await beginDossier(t.ctx, college, of);
  const stolen = DossierContent.parse({ files: [files[0]!.id] });
  await expect(saveDossier(t.ctx, college, own.id, own.version, stolen)).rejects.toMatchObject({
    status: 400,
  });
  expect(JSON.stringify(await getPortal(t.ctx, college))).not.toMatch(/Sông Hương/u);
  for (const bytes of [
    Buffer.from('MZ chương trình'),
    Buffer.from('chỉ là chữ'),
    Buffer.from('%PDF-1.4 hỏng'),
    Buffer.alloc(0),
  ])
    await expect(attachFile(t.ctx, institute, sent(bytes, 'thuyet-minh.pdf'))).rejects.toMatchObject({
      errors: [{ path: 'file' }],
    });
});

test('a host reports on its own task with files, by the same law, and records nothing that is the agency’s', async () => {
  const running = await hostedTask(t, office, { host: partnerOf(institute) });
  const task = await getOwnTask(t.ctx, institute, running);
  const report = task.steps.find(({ kind }) => kind === 'reported');
  expect(report).toMatchObject({ ability: true });
  const file = await attachFile(t.ctx, institute, sent(pdf, 'bao-cao.pdf'));
  const said = await recordOwnStep(t.ctx, institute, running, {
    event: { kind: 'reported' },
    files: [file.id],
  });
  expect(said.records).toMatchObject([{ on: '2026-11-24', files: [{ name: 'bao-cao.pdf' }] }]);
  expect(await listSendings(t.ctx, office, running)).toMatchObject([
    { became: 'counted', by: 'Viện Cơ khí Sông Hương', files: [{ name: 'bao-cao.pdf' }] },
  ]);
  expect((await getTask(t.ctx, office, running)).history[0]).toMatchObject({ by: 'Viện Cơ khí Sông Hương' });
  const refusedFor = (event: TaskEvent, actor = institute) =>
    recordOwnStep(t.ctx, actor, running, { event, files: [] });
  await expect(refusedFor({ kind: 'inspected', outcome: 'continue' })).rejects.toMatchObject({ status: 403 });
  await expect(refusedFor({ kind: 'acceptanceFiled' })).rejects.toMatchObject({ status: 409 });
  await expect(refusedFor({ kind: 'reported' }, college)).rejects.toMatchObject({ status: 404 });
  const theirs = { id: college.partner!.id, name: 'Trường Đại học Bến Nghé' };
  const change = {
    type: 'host' as const,
    before: partnerOf(institute),
    after: theirs,
    cause: 'merger' as const,
  };
  const asked = refusedFor({ kind: 'changeAsked', changeId: crypto.randomUUID(), change });
  await expect(asked).rejects.toMatchObject({ errors: [{ path: 'event' }] });
});
