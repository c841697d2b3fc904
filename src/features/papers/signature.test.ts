import { afterAll, beforeAll, expect, test } from 'vitest';
import { conferencePlan } from '../../../test/conference.ts';
import { type TestContext, testContext } from '../../../test/context.ts';
import type { Role } from '../../domain/permissions/permission.ts';
import { read } from '../../reading/read.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { openConferenceOf, write } from '../conferences/commands.ts';
import { issue } from '../conferences/issue.ts';
import { conferencePaper } from '../conferences/papers.ts';
import { getConferenceOf } from '../conferences/queries.ts';
import type { Actor } from '../context.ts';
import { delegate } from '../delegations/commands.ts';
import { insertPerson, insertPost } from '../organisation/persons.ts';
import { openReviewOf } from '../reviews/opening.ts';
import { getReviewOf } from '../reviews/queries.ts';
import { reportFile } from '../reviews/report-file.ts';
import { reopen, sign } from '../reviews/signing.ts';
import { noTitle } from './signature.ts';

let t: TestContext;
let office: Actor;
let who: Record<'leader' | 'deputy' | 'bare' | 'chief' | 'second', Actor>;

/** Somebody with a post, allowed what a director is: rights come by delegation as well. */
const at = (role: Role, fullName: string, title?: string): Promise<Actor> =>
  t.ctx.store.transaction(office.scope, async (tx) => {
    const personId = await insertPerson(tx, t.ctx, office, { fullName });
    await insertPost(tx, t.ctx, office, personId, { unitId: t.unitId, role, title, from: '2020-01-01' });
    return { ...t.actorOf('director', 'office'), personId };
  });
/** What a paper says as Word and as PDF, on one line each. */
const saidIn = async (paper: (format: 'docx' | 'pdf') => Promise<{ name: string; bytes: Uint8Array }>) =>
  Promise.all(
    (['docx', 'pdf'] as const).map(async (format) => {
      const { name, bytes } = await paper(format);
      return (await read(bytes, { name })).text.replace(/\s+/gu, ' ');
    }),
  );

beforeAll(async () => {
  t = await testContext();
  office = t.actorOf('office');
  who = {
    leader: await at('director', 'Trần Minh', 'Giám đốc'),
    deputy: await at('director', 'Lê Phó', 'Phó Giám đốc'),
    bare: await at('director', 'Đỗ Chưa Ghi'),
    chief: await at('head', 'Phạm Chánh', 'Chánh Văn phòng'),
    second: await at('office', 'Vũ Phó Chánh', 'Phó Chánh Văn phòng'),
  };
});
afterAll(() => t.close());

test('a review bears the lines of who signed it: KT. for the leader, TL. at the leader’s order', async () => {
  const dates = { kind: 'dates', from: '2026-11-02', to: '2026-11-20', cutOff: '2026-11-20' } as const;
  const { id } = await openReviewOf(t.ctx, office, { ...dates, year: 2026, unitsUntil: '2026-11-20' });
  const report = (format: 'docx' | 'pdf') => reportFile(t.ctx, office, id, format);
  await sign(t.ctx, who.deputy, id, 'đơn vị đã báo miệng');
  for (const said of await saidIn(report)) expect(said).toMatch(/KT\. GIÁM ĐỐC PHÓ GIÁM ĐỐC.*Lê Phó/u);
  await reopen(t.ctx, who.leader, id, 'Bổ sung số liệu');
  await expect(sign(t.ctx, who.chief, id, 'x')).rejects.toMatchObject({ status: 403 });
  await delegate(t.ctx, office, {
    ...{ form: 'TL.', fromPersonId: who.leader.personId ?? '', toPersonId: who.chief.personId ?? '' },
    ...{ unitId: null, fromDay: '2026-11-24', lastDay: '2026-12-31', document: 'Giấy uỷ quyền số 3' },
  });
  await sign(t.ctx, who.chief, id, 'đơn vị đã báo miệng');
  for (const said of await saidIn(report)) expect(said).toMatch(/TL\. GIÁM ĐỐC CHÁNH VĂN PHÒNG.*Phạm Chánh/u);
});

test('a leader without a title is told to have it entered, and signs nothing as the director meanwhile', async () => {
  const dates = { kind: 'dates', from: '2026-11-03', to: '2026-11-20', cutOff: '2026-11-20' } as const;
  const { id } = await openReviewOf(t.ctx, office, { ...dates, year: 2026, unitsUntil: '2026-11-20' });
  expect((await getReviewOf(t.ctx, who.bare, id)).abilities.sign).toBe(noTitle);
  await expect(sign(t.ctx, who.bare, id, 'x')).rejects.toMatchObject({ status: 403, message: noTitle });
});

test('a notice bears the stacked lines of the chief’s deputy; without a title nobody issues it', async () => {
  const { id } = await openConferenceOf(t.ctx, office, {
    ...conferencePlan,
    day: '2026-11-24',
    reviewId: null,
  });
  const line = {
    ...{ words: 'Rà soát hồ sơ', lead: { unitId: t.unitId, name: '' }, coordinating: [], product: 'Báo cáo' },
    ...{ term: 'trước 31/12/2026', answers: null },
  };
  await write(t.ctx, office, id, 0, { lineId: uuidv7(), line });
  const { version } = await getConferenceOf(t.ctx, who.second, id);
  const without = issue(t.ctx, who.bare, id, version, null);
  await expect(without).rejects.toMatchObject({ status: 403, message: noTitle });
  await issue(t.ctx, who.second, id, version, null);
  for (const said of await saidIn((format) => conferencePaper(t.ctx, office, id, 'notice', { format })))
    expect(said).toMatch(/TL\. GIÁM ĐỐC KT\. CHÁNH VĂN PHÒNG PHÓ CHÁNH VĂN PHÒNG.*Vũ Phó Chánh/u);
});
