import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestContext, testContext } from '../../../test/context.ts';
import { defaultTemplate } from '../../writing/official/templates/default.ts';
import type { Actor } from '../context.ts';
import { keepTemplate, listTemplates, templateFile, templateInForce, withdrawTemplate } from './kept.ts';

let t: TestContext;
let office: Actor;
beforeAll(async () => {
  t = await testContext();
  office = t.actorOf('office');
  t.setNow('2026-03-02T03:00:00Z');
});
afterAll(() => t.close());

const template = () => defaultTemplate('assignment', '2026-03-02');
const keep = (from: string, name: string, bytes = template()) =>
  keepTemplate(t.ctx, office, { kind: 'assignment', from, name, bytes });
const inForce = (on: string) =>
  t.ctx.store.read(office.scope, (tx) => templateInForce(tx, t.ctx, office, 'assignment', on));

test('a template is looked at before it is kept, and holds from its day until it is withdrawn', async () => {
  expect((await listTemplates(t.ctx, office)).items.every(({ inForce }) => inForce === null)).toBe(true);
  await expect(keep('2026-03-01', 'hôm qua.docx')).rejects.toMatchObject({ status: 400 });
  const wrong = defaultTemplate('urging-letter', '2026-03-02');
  await expect(keep('2026-03-02', 'nhầm loại.docx', wrong)).rejects.toMatchObject({
    ...{ status: 400, message: expect.stringContaining('tra_loi_truoc_ngay') },
  });
  await expect(keep('2026-03-02', 'ảnh.docx', Buffer.from('không phải Word'))).rejects.toMatchObject({
    status: 422,
  });
  await keep('2026-03-02', 'mẫu sở.docx');
  const { items } = await withdrawTemplate(t.ctx, office, { kind: 'assignment', from: '2026-06-01' });
  const [sheet] = items.filter(({ kind }) => kind === 'assignment');
  expect(sheet).toMatchObject({ inForce: { name: 'mẫu sở.docx', from: '2026-03-02' } });
  expect(sheet?.facts.map(({ name }) => name)).toEqual([null, 'mẫu sở.docx']);
  expect(await inForce('2026-03-01')).toBeNull();
  expect(Buffer.compare((await inForce('2026-05-31'))!, template())).toBe(0);
  expect(await inForce('2026-06-01')).toBeNull();
  await expect(
    withdrawTemplate(t.ctx, office, { kind: 'assignment', from: '2026-07-01' }),
  ).rejects.toMatchObject({ status: 409 });
  const [, first] = sheet?.facts ?? [];
  expect((await templateFile(t.ctx, office, first?.id ?? '')).name).toBe('mẫu sở.docx');
  const other = (await t.newAgency()).actorOf('office');
  await expect(templateFile(t.ctx, other, first?.id ?? '')).rejects.toMatchObject({ status: 404 });
});
