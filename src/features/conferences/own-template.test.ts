import { afterAll, beforeAll, expect, test } from 'vitest';
import { conferencePlan } from '../../../test/conference.ts';
import { type TestContext, testContext } from '../../../test/context.ts';
import { editedTemplate } from '../../../test/edited-template.ts';
import { openPlanningUnit, type PlanningUnit } from '../../../test/planning-unit.ts';
import { read } from '../../reading/read.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { TemplateKind } from '../../writing/official/templates/fields.ts';
import type { Actor } from '../context.ts';
import { keepTemplate, withdrawTemplate } from '../papers/kept.ts';
import { openConferenceOf, prepare, write } from './commands.ts';
import type { ConferencePaper } from './contract.ts';
import { issue } from './issue.ts';
import { conferencePaper } from './papers.ts';
import { getConferenceOf, getNoticeOf } from './queries.ts';

let t: TestContext;
let people: PlanningUnit;
let office: Actor;
const today = '2026-11-24';
beforeAll(async () => {
  t = await testContext();
  people = await openPlanningUnit(t);
  office = t.actorOf('office');
  t.setNow(`${today}T03:00:00Z`);
});
afterAll(() => t.close());

/** A conference with two conclusions, whose notice waits to be issued. */
async function concluded(): Promise<{ id: string; version: number }> {
  const { id } = await openConferenceOf(t.ctx, office, conferencePlan);
  const invitees = [{ id: uuidv7(), kind: 'guest' as const, name: 'Sở Tài chính', recordId: null }];
  await prepare(t.ctx, office, id, 0, { part: 'invitees', invitees });
  const units = [
    { unitId: people.unitId, name: 'Phòng Kế hoạch' },
    { unitId: t.unitId, name: 'Văn phòng' },
  ];
  for (const [at, lead] of units.entries()) {
    const words = ['Rà soát hồ sơ đo lường', 'Tổng hợp số liệu giải ngân'][at] ?? '';
    const line = {
      words,
      lead,
      coordinating: [],
      product: 'Báo cáo',
      term: 'trước 31/12/2026',
      answers: null,
    };
    await write(t.ctx, office, id, 0, { lineId: uuidv7(), line });
  }
  return { id, version: (await getConferenceOf(t.ctx, office, id)).version };
}
const keep = (kind: TemplateKind, change: (xml: string) => string) =>
  keepTemplate(t.ctx, office, {
    ...{ kind, from: today, name: 'mẫu.docx', bytes: editedTemplate(kind, change) },
  });
const textOf = async (id: string, kind: ConferencePaper, more: { layout?: 'standard' } = {}) => {
  const { name, bytes } = await conferencePaper(t.ctx, office, id, kind, { format: 'docx', ...more });
  return (await read(bytes, { name })).text;
};

test('a notice by an edited template is written, read back, issued, and stays as it was', async () => {
  const { id, version } = await concluded();
  await keep('conclusion-notice', (xml) =>
    xml.replace('các đơn vị nghiêm túc thực hiện', '{so_nhiem_vu} việc nêu trên làm ngay'),
  );
  await keep('invitation', (xml) => xml.replace('Rất mong các đại biểu', 'Kính mong quý vị'));
  expect(await textOf(id, 'invitation')).toMatch(/- Sở Tài chính;[\s\S]*Kính mong quý vị/u);
  expect(await textOf(id, 'invitation', { layout: 'standard' })).toContain('Rất mong các đại biểu');
  expect(await textOf(id, 'notice')).toMatch(/DỰ THẢO[\s\S]*2 việc nêu trên làm ngay/u);
  const { lines } = await issue(t.ctx, people.director, id, version, 'Đã thống nhất');
  expect(lines.every(({ directiveId }) => directiveId !== null)).toBe(true);
  const out = await textOf(id, 'notice');
  expect(out).toContain('Số: 01/TB-');
  expect(out).toContain('2 việc nêu trên làm ngay');
  expect(out).not.toContain('DỰ THẢO');
  expect((await getNoticeOf(t.ctx, office, id)).seal?.findings ?? []).not.toContainEqual(
    expect.stringContaining('máy'),
  );
  t.setNow(`${today}T03:10:00Z`);
  await withdrawTemplate(t.ctx, office, { kind: 'conclusion-notice', from: today });
  expect(await textOf(id, 'notice')).toBe(out);
});

test('what a template hides from the reader is told before anything is issued, and taken with a reason only', async () => {
  t.setNow(`${today}T03:20:00Z`);
  const { id, version } = await concluded();
  await keep('conclusion-notice', (xml) =>
    xml
      .replace('{tt_don_vi}. {don_vi}:', 'Việc phải làm {tt_don_vi}')
      .replace('{du_thao}', '{du_thao} {#don_vi_chu_tri}{don_vi} {/don_vi_chu_tri}'),
  );
  await expect(issue(t.ctx, people.director, id, version, null)).rejects.toMatchObject({
    status: 400,
    errors: [{ path: 'reason', message: expect.stringContaining('không đọc lại được') }],
  });
  expect((await getConferenceOf(t.ctx, office, id)).issued).toBeNull();
  await issue(t.ctx, people.director, id, version, 'Mẫu của UBND tỉnh');
  const { number, seal } = await getNoticeOf(t.ctx, office, id);
  expect(number).toMatch(/^02\//u);
  expect(seal).toMatchObject({
    reason: 'Mẫu của UBND tỉnh',
    findings: expect.arrayContaining([expect.stringContaining('«Rà soát hồ sơ đo lường»')]),
  });
});
