import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { hostActor, hostedTask, listedTask, partnerOf, recordSteps, sent } from '../../../test/hosts.ts';
import { DossierContent } from '../../domain/calls/dossier.ts';
import { openCall } from '../calls/commands.ts';
import type { Actor } from '../context.ts';
import { beginDossier, getDossier, saveDossier } from './dossiers.ts';
import { attachFile } from './files.ts';
import { submitDossier } from './filing.ts';
import { getPortal } from './home.ts';

let t: TestContext;
let institute: Actor;
let college: Actor;
let company: Actor;
let lan: Actor;
let of: { taskId: string; callId: string };
beforeAll(async () => {
  t = await testContext();
  t.setNow('2026-11-24T03:00:00Z');
  const office = t.actorOf('office');
  institute = await hostActor(t, office, 'Viện Cơ khí Sông Hương');
  college = await hostActor(t, office, 'Trường Đại học Bến Nghé');
  company = await hostActor(t, office, 'Công ty Cơ khí Phú Bài');
  lan = await hostActor(t, office, 'TS. Phạm Thị Lan', 'person');
  const stopped = (refund: number) =>
    [
      ['2026-08-03', { kind: 'terminationAsked', reason: 'không còn mặt bằng' }],
      ['2026-08-10', { kind: 'suspended', reason: 'chờ quyết định' }],
      ['2026-08-20', { kind: 'stopReported' }],
      ['2026-09-01', { kind: 'terminated', reason: 'không còn mặt bằng', refund }],
    ] as const;
  const owing = await hostedTask(t, office, {
    ...{ host: partnerOf(college), investigator: partnerOf(lan), title: 'Nhiệm vụ riêng của trường' },
  });
  await recordSteps(t, office, owing, stopped(3e8));
  const barred = await hostedTask(t, office, { host: partnerOf(company), title: 'Nhiệm vụ của công ty' });
  const ban = { kind: 'banned' as const, who: partnerOf(company), until: '2029-12-31', reason: 'bỏ dở' };
  await recordSteps(t, office, barred, [...stopped(0), ['2026-09-10', ban]]);
  const taskId = await listedTask(t, office, 'Nghiên cứu máy sấy vải');
  const call = await openCall(t.ctx, office, {
    ...{ number: '15/TB-SKHCN', title: 'Tuyển chọn nhiệm vụ KH&CN năm 2027', mode: 'selection', words: '' },
    ...{ closesOn: '2026-12-31', contact: 'Phòng QLKH', on: '2026-10-01', taskIds: [taskId] },
  });
  of = { taskId, callId: call.id };
});
afterAll(() => t.close());

async function written(actor: Actor, investigator: string) {
  const begun = await beginDossier(t.ctx, actor, of);
  const file = await attachFile(t.ctx, actor, sent());
  const content = DossierContent.parse({
    ...{ investigator: { id: null, name: investigator }, aims: 'Giảm tổn thất', content: 'Chế tạo' },
    ...{ months: 24, files: [file.id] },
  });
  return saveDossier(t.ctx, actor, begun.id, begun.version, content);
}

test('who owes is told before the closing, of its own files alone, and may still file', async () => {
  const home = await getPortal(t.ctx, college);
  const owed = home.gates.find(({ words }) => words.includes('thu hồi'));
  expect(owed).toMatchObject({ who: 'self', shuts: false, tasks: [{ title: 'Nhiệm vụ riêng của trường' }] });
  const dossier = await written(college, 'TS. Phạm Thị Lan');
  expect(dossier.gates.map(({ who }) => who)).toEqual(expect.arrayContaining(['self', 'investigator']));
  const filed = await submitDossier(t.ctx, college, dossier.id, dossier.version);
  expect(filed.filings).toMatchObject([{ valid: true }]);
  expect((await getPortal(t.ctx, lan)).gates).toMatchObject([
    { who: 'self', tasks: [{ title: 'Nhiệm vụ riêng của trường' }] },
  ]);
});

test('what an investigator owes at another host is told to nobody else', async () => {
  const dossier = await written(institute, 'TS. Phạm Thị Lan');
  expect(dossier.gates).toEqual([]);
  const filed = await submitDossier(t.ctx, institute, dossier.id, dossier.version);
  const seen = JSON.stringify([filed, await getPortal(t.ctx, institute)]);
  expect(seen).not.toMatch(/riêng của trường|Bến Nghé|thu hồi/u);
});

test('a bar that outlasts the closing is told before, and refuses the filing, not the writing', async () => {
  // A suspension bars by a default in the place of a law not read: told, and no more than that.
  expect((await getPortal(t.ctx, company)).gates).toMatchObject([
    { shuts: false, until: '2027-08-10' },
    { shuts: true, until: '2029-12-31' },
  ]);
  const dossier = await written(company, 'KS. Nguyễn Văn Chế');
  const refused = expect.stringMatching(/^Đơn vị không được nhận nhiệm vụ này\. .+«Nhiệm vụ của công ty»/u);
  expect((await getDossier(t.ctx, company, dossier.id)).possible).toMatchObject({
    ...{ save: true, submit: refused },
  });
  const filing = submitDossier(t.ctx, company, dossier.id, dossier.version);
  await expect(filing).rejects.toMatchObject({ status: 409, message: refused });
});
