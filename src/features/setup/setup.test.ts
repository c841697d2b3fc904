import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type EmptyContext, emptyContext } from '../../../test/context.ts';
import { changeSuperiorView, createAgency, listAgencies } from '../agencies/agencies.ts';
import { type Actor, type Context, systemActor } from '../context.ts';
import { closeAccount } from '../organisation/accounts.ts';
import { listPersons } from '../organisation/persons.ts';
import { listUnits } from '../organisation/queries.ts';
import { findAccount } from '../session/accounts.ts';
import { actorFrom, openAgency, presentSession, standingOf } from '../session/session.ts';
import { createFirstAgency, makeSetupToken, setupNeeded } from './commands.ts';

let t: EmptyContext;
let ctx: Context;
beforeAll(async () => {
  t = await emptyContext();
  ctx = t.ctx;
});
afterAll(() => t.close());

const nobody = (): Actor => ({ ...systemActor([]), via: 'session', traceId: 'test' });
const through = { via: 'session' as const, traceId: 'test' };

const input = (token: string) => ({
  token,
  agency: { name: 'Sở Khoa học và Công nghệ tỉnh Minh Sơn', shortName: 'Sở KH&CN', sign: 'SKHCN' },
  units: [
    { name: 'Bộ phận Một cửa', parentName: 'văn phòng sở' },
    { name: 'Phòng Quản lý khoa học', abbreviation: 'QLKH' },
    { name: 'Văn phòng Sở', abbreviation: 'VP' },
  ],
  administrator: { fullName: 'Nguyễn Văn An', userName: 'an.nguyen', password: 'mật khẩu dài mười bốn' },
});

async function signedIn(userName: string, wanted: string | null = null): Promise<Actor> {
  const account = await ctx.store.installation((tx) => findAccount(tx, userName));
  if (!account) throw new Error(`No account ${userName}`);
  return actorFrom(await standingOf(ctx, account.id, wanted), account, through);
}

describe('the first agency', () => {
  let agencyId: string;
  let token: string;

  test('is not made in part: a fault leaves the token unspent', async () => {
    token = await makeSetupToken(ctx);
    const units = [{ name: 'Tổ A', parentName: 'Ban không có' }];
    await expect(createFirstAgency(ctx, nobody(), { ...input(token), units })).rejects.toMatchObject({
      status: 400,
    });
    expect(await setupNeeded(ctx)).toBe(true);
  });

  test('is made once, with the token last printed', async () => {
    const lapsed = token;
    token = await makeSetupToken(ctx);
    for (const wrong of ['', 'đoán mò', lapsed]) {
      await expect(createFirstAgency(ctx, nobody(), input(wrong))).rejects.toMatchObject({ status: 403 });
    }
    ({ agencyId } = await createFirstAgency(ctx, nobody(), input(token)));
    expect(await setupNeeded(ctx)).toBe(false);
    for (const spent of [token, await makeSetupToken(ctx)]) {
      await expect(createFirstAgency(ctx, nobody(), input(spent))).rejects.toMatchObject({ status: 403 });
    }
  });

  test('has its units, and an administrator of agency and installation', async () => {
    const actor = await signedIn('an.nguyen');
    expect(actor).toMatchObject({ agencyId, name: 'Nguyễn Văn An' });
    for (const permission of ['organisation.manage', 'intake.confirm', 'agency.create'] as const)
      expect(actor.permissions.has(permission)).toBe(true);
    const units = await listUnits(ctx, actor);
    const office = units.find(({ name }) => name === 'Văn phòng Sở');
    expect(units).toHaveLength(3);
    expect(units.find(({ name }) => name === 'Bộ phận Một cửa')?.parentId).toBe(office?.id);
    expect(office?.persons).toBe(1);
  });
});

describe('further agencies', () => {
  test('an account that exists administers a second agency and opens either', async () => {
    const an = await signedIn('an.nguyen');
    const made = await createAgency(ctx, an, {
      name: 'Chi cục Tiêu chuẩn Đo lường Chất lượng',
      shortName: 'Chi cục TĐC',
      sign: 'TĐC',
      administrator: { fullName: 'Nguyễn Văn An', userName: 'an.nguyen' },
    });
    expect(made).toMatchObject({ persons: 1, directives: 0 });
    const there = await signedIn('an.nguyen', made.id);
    expect(there.agencyId).toBe(made.id);
    expect(there.scope).toEqual({ agencies: [made.id] });
    expect((await presentSession(ctx, there)).agencies).toHaveLength(2);
    expect(await listPersons(ctx, there, {})).toHaveLength(1);
  });

  test('a new account needs a password, one that exists takes none', async () => {
    const an = await signedIn('an.nguyen');
    const administrator = { fullName: 'Trần Mới', userName: 'moi.tran' };
    const agency = { name: 'Trung tâm Ứng dụng', shortName: 'TTUD', sign: 'TTUD' };
    await expect(createAgency(ctx, an, { ...agency, administrator })).rejects.toMatchObject({ status: 400 });
    const stranger = { ...administrator, userName: 'an.nguyen', password: 'mật khẩu dài mười bốn' };
    await expect(createAgency(ctx, an, { ...agency, administrator: stranger })).rejects.toMatchObject({
      status: 400,
      errors: [{ message: expect.stringContaining('Nguyễn Văn An') }],
    });
    expect((await listAgencies(ctx, an)).map(({ sign }) => sign)).not.toContain('TTUD');
  });

  test('a superior authority sees what was granted to it, and may only look', async () => {
    const an = await signedIn('an.nguyen');
    const { agencyId } = await t.newAgency();
    await createAgency(ctx, an, {
      name: 'Uỷ ban nhân dân tỉnh',
      shortName: 'UBND tỉnh',
      sign: 'UBND',
      administrator: { fullName: 'Lê Bình', userName: 'binh.le', password: 'mật khẩu dài mười bốn' },
    });
    await changeSuperiorView(ctx, an, agencyId, { userName: 'binh.le', open: true });
    await changeSuperiorView(ctx, an, agencyId, { userName: 'binh.le', open: true });
    const there = await signedIn('binh.le', agencyId);
    expect(there).toMatchObject({ agencyId, personId: null });
    expect(there.permissions.has('directive.view')).toBe(true);
    expect(there.permissions.has('directive.give')).toBe(false);
    expect((await presentSession(ctx, there)).person).toBeNull();
    await expect(
      changeSuperiorView(ctx, an, agencyId, { userName: 'khong.co', open: true }),
    ).rejects.toMatchObject({ status: 400 });
  });

  test('a view ends at once, with the sessions that used it, and may be given again', async () => {
    const an = await signedIn('an.nguyen');
    const { agencyId } = await t.newAgency();
    const view = (open: boolean) => changeSuperiorView(ctx, an, agencyId, { userName: 'binh.le', open });
    await view(true);
    expect((await signedIn('binh.le', agencyId)).agencyId).toBe(agencyId);
    expect((await listAgencies(ctx, an)).find(({ id }) => id === agencyId)?.viewers).toEqual([
      { userName: 'binh.le', name: 'Lê Bình' },
    ]);
    await view(false);
    expect((await signedIn('binh.le', agencyId)).agencyId).not.toBe(agencyId);
    expect((await listAgencies(ctx, an)).find(({ id }) => id === agencyId)?.viewers).toEqual([]);
    t.setNow('2026-11-24T04:00:00Z');
    await view(true);
    expect((await signedIn('binh.le', agencyId)).agencyId).toBe(agencyId);
  });

  test('a closed account comes into its agency no more, until it is opened again', async () => {
    const an = await signedIn('an.nguyen');
    const made = await createAgency(ctx, an, {
      name: 'Sở Thử Đóng',
      shortName: 'Sở TĐ',
      sign: 'STD',
      administrator: { fullName: 'Đỗ Đóng', userName: 'dong.do', password: 'mật khẩu dài mười bốn' },
    });
    const dong = await signedIn('dong.do', made.id);
    const acting = { ...an, agencyId: made.id, scope: { agencies: [made.id] } };
    await expect(closeAccount(ctx, dong, dong.personId ?? '', false)).rejects.toMatchObject({ status: 409 });
    await closeAccount(ctx, acting, dong.personId ?? '', false);
    expect(await signedIn('dong.do', made.id)).toMatchObject({ personId: null, permissions: new Set() });
    await expect(closeAccount(ctx, acting, dong.personId ?? '', false)).rejects.toMatchObject({
      status: 409,
    });
    t.setNow('2026-11-24T05:00:00Z');
    await closeAccount(ctx, acting, dong.personId ?? '', true);
    expect((await signedIn('dong.do', made.id)).personId).toBe(dong.personId);
  });

  test('an agency that is not theirs is not opened', async () => {
    const binh = await signedIn('binh.le');
    const { agencyId } = await t.newAgency();
    expect((await signedIn('binh.le', agencyId)).agencyId).toBe(binh.agencyId);
    await expect(openAgency(ctx, binh, 'session', agencyId)).rejects.toMatchObject({ status: 404 });
  });
});
