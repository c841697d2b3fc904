import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestAgency, type TestContext, testContext } from '../../../test/context.ts';
import { toContract } from '../../../test/task-facts.ts';
import type { TaskEvent } from '../../domain/tasks/facts.ts';
import { read } from '../../reading/read.ts';
import { contractPaper } from '../task-contracts/papers.ts';
import { beginTask, correctFact, recordStep } from '../tasks/commands.ts';
import { getTask } from '../tasks/get.ts';
import { listPublicResults } from './public.ts';

let t: TestContext;
let other: TestAgency;
beforeAll(async () => {
  t = await testContext();
  other = await t.newAgency();
}, 60_000);
afterAll(() => t.close());

const officer = (agency: TestAgency = t) => agency.actorOf('office', 'director');

/** A task taken over at its end, with what happened since. */
async function ended(
  title: string,
  field: string,
  steps: [string, TaskEvent][],
  agency: TestAgency = t,
): Promise<string> {
  const profile = {
    ...{
      title,
      level: 'province' as const,
      type: 'topic' as const,
      field,
      programmeId: null,
      orderedBy: null,
    },
    ...{ unitId: agency.unitId, aims: 'Mục tiêu kín', products: '', members: [] },
  };
  const said = { profile, on: '2024-01-02', takenOver: 'after' as const, restsOn: null, secret: false };
  const { id } = await beginTask(t.ctx, officer(agency), said);
  for (const [on, event] of steps) await recordStep(t.ctx, officer(agency), id, { on, event, restsOn: null });
  return id;
}

const recognised: [string, TaskEvent][] = [
  ['2024-04-08', { kind: 'registered', certificate: '1/KQNC' }],
  ['2024-05-06', { kind: 'recognised' }],
];
const applied = (where: string): [string, TaskEvent] => ['2024-06-03', { kind: 'applied', where }];
const ask = (asked: Partial<Parameters<typeof listPublicResults>[1]> = {}) =>
  listPublicResults(t.ctx, { page: 1, ...asked });

test('anybody reads what was recognised and put to use, by agency, field, year and words; nothing else', async () => {
  expect(await ask()).toMatchObject({ agency: null, agencies: [], items: [] });
  await ended('Máy sấy nông sản', 'Cơ khí', [...recognised, applied('Hợp tác xã Phú Mậu')]);
  const rice = await ended('Giống lúa chịu mặn', 'Nông nghiệp', [
    ...recognised,
    applied('Huyện Quảng Điền'),
    ['2025-04-07', { kind: 'effectReported', last: false }],
  ]);
  await ended('Chưa ứng dụng', 'Cơ khí', recognised);
  const foreign = await ended('Của cơ quan khác', 'Y tế', [...recognised, applied('Nơi khác')], other);

  const { agencies } = await ask();
  const own = agencies.find(({ id }) => id === t.agencyId)!;
  const all = await ask({ agency: t.agencyId });
  expect(agencies.map(({ id }) => id).toSorted()).toEqual([t.agencyId, other.agencyId].toSorted());
  expect(all).toMatchObject({ agency: own, fields: ['Cơ khí', 'Nông nghiệp'], years: [2024], total: 2 });
  expect(all.items.find(({ id }) => id === rice)).toEqual({
    ...{
      id: rice,
      title: 'Giống lúa chịu mặn',
      code: null,
      field: 'Nông nghiệp',
      host: null,
      investigator: null,
    },
    ...{ year: 2024, applied: [{ on: '2024-06-03', where: 'Huyện Quảng Điền' }], reports: ['2025-04-07'] },
  });
  expect(JSON.stringify(all)).not.toContain('kín');
  expect(JSON.stringify(all)).not.toContain(foreign);
  expect(JSON.stringify(all)).not.toContain('Chưa ứng dụng');

  const titles = async (asked: Parameters<typeof ask>[0]) =>
    (await ask({ agency: t.agencyId, ...asked })).items.map(({ title }) => title);
  expect(await titles({ field: 'Cơ khí' })).toEqual(['Máy sấy nông sản']);
  expect(await titles({ q: 'giong lua' })).toEqual(['Giống lúa chịu mặn']);
  expect(await titles({ year: 2023 })).toEqual([]);
  expect(await titles({ page: 99 })).toHaveLength(2);
  await expect(ask({ agency: crypto.randomUUID() })).rejects.toMatchObject({ status: 404 });
});

test('what is put right is gone from the page', async () => {
  const id = await ended('Ghi nhầm ứng dụng', 'Cơ khí', [...recognised, applied('Nơi nhầm')]);
  const fact = (await getTask(t.ctx, officer(), id)).history.find(({ event }) => event?.kind === 'applied')!;
  expect((await ask({ agency: t.agencyId, q: 'ghi nhầm' })).total).toBe(1);
  await correctFact(t.ctx, officer(), id, { factId: fact.id, reason: 'ghi nhầm', instead: null });
  expect((await ask({ agency: t.agencyId, q: 'ghi nhầm' })).total).toBe(0);
});

test('a contract is written before and after it is signed, an appendix for each change; not for another agency', async () => {
  const profile = {
    ...{ title: 'Nhiệm vụ có hợp đồng', level: 'province' as const, type: 'topic' as const, field: null },
    ...{
      unitId: t.unitId,
      orderedBy: null,
      programmeId: null,
      aims: 'Một máy',
      products: '02 mô hình',
      members: [],
    },
  };
  const said = { profile, on: '2024-01-02', takenOver: 'selection' as const, restsOn: null, secret: false };
  const { id } = await beginTask(t.ctx, officer(), said);
  const textOf = async (asked: { version?: number } = {}) => {
    const { bytes, name } = await contractPaper(t.ctx, officer(), id, { format: 'docx', ...asked });
    return { text: (await read(bytes, { name: 'a.docx' })).text, name };
  };
  const draft = await textOf();
  expect(draft.name).toBe('Hợp đồng dự thảo.docx');
  for (const lack of ['số hợp đồng', 'tổ chức chủ trì', 'quyết định phê duyệt', 'dự toán theo khoản mục'])
    expect(draft.text).toContain(`[chưa có trong hồ sơ: ${lack}]`);
  await expect(contractPaper(t.ctx, officer(), id, { format: 'pdf', version: 1 })).rejects.toMatchObject({
    status: 404,
  });
  const from = toContract.findIndex(({ body }) => body.kind === 'called');
  for (const { happenedOn: on, body } of toContract.slice(from))
    await recordStep(t.ctx, officer(), id, { on, event: body as TaskEvent, restsOn: null });
  const change = { type: 'extension' as const, before: '2026-09-04', after: '2026-12-04' };
  const changeId = crypto.randomUUID();
  const asked = { kind: 'changeAsked' as const, changeId, change };
  await recordStep(t.ctx, officer(), id, { on: '2025-10-01', event: asked, restsOn: null });
  const changed = { kind: 'changed' as const, changeId, change };
  const restsOn = { sign: '88/QĐ-SKHCN', date: '2025-10-14' };
  await recordStep(t.ctx, officer(), id, { on: '2025-10-15', event: changed, restsOn });
  expect((await getTask(t.ctx, officer(), id)).versions).toMatchObject([
    { nth: 1, change: null },
    { nth: 2, on: '2025-10-15', decision: { sign: '88/QĐ-SKHCN' } },
  ]);
  expect((await textOf({ version: 1 })).text).toContain('Số: 07/2024/HĐ-ĐTĐL');
  const appendix = await textOf({ version: 2 });
  expect(appendix.name).toBe('Phụ lục 1 07-2024-HĐ-ĐTĐL.docx');
  expect(appendix.text).toContain('Căn cứ 88/QĐ-SKHCN ngày 14/10/2025 về việc điều chỉnh;');
  expect(appendix.text).toContain('04/09/2026\t04/12/2026');
  const pdf = await contractPaper(t.ctx, officer(), id, { format: 'pdf', version: 2 });
  expect(Buffer.from(pdf.bytes.slice(0, 5)).toString()).toBe('%PDF-');
  await expect(contractPaper(t.ctx, officer(other), id, { format: 'docx' })).rejects.toMatchObject({
    status: 404,
  });
});
