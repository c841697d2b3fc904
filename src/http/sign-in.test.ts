import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  firstAgency,
  password,
  type TestServer,
  testServer,
  totpCode,
  type Visitor,
} from '../../test/server.ts';
import { makeSetupToken } from '../features/setup/commands.ts';

let server: TestServer;
let administrator: Visitor;

beforeAll(async () => {
  server = await testServer();
  administrator = await server.setUp();
});
afterAll(() => server.close());

async function newAccount(userName: string): Promise<Visitor> {
  const person = await administrator.post<{ id: string }>('/api/persons', { fullName: `Người ${userName}` });
  await administrator.post(`/api/persons/${person.id}/account`, { userName, password });
  return server.visitor();
}

const sentences = async () =>
  (await administrator.get<{ items: { action: string; recordId: string }[] }>('/api/audit?limit=50')).items;
const actionsOf = async (recordId: string) =>
  (await sentences()).filter((row) => row.recordId === recordId).map(({ action }) => action);

test('the set-up token is spent once', async () => {
  const token = await makeSetupToken(server.app.ctx);
  const response = await server.visitor().call('POST', '/api/setup', { token, ...firstAgency });
  expect(response.statusCode).toBeGreaterThanOrEqual(400);
  expect(await server.visitor().get('/api/setup')).toEqual({ needed: false, demo: false });
});

test('signing in and out leaves its trace', async () => {
  const visitor = await newAccount('vao-ra');
  expect((await visitor.signIn('Vao-Ra')).statusCode).toBe(200);
  expect(await visitor.get('/api/session')).toMatchObject({ user: { userName: 'vao-ra' }, permissions: [] });
  expect((await visitor.call('POST', '/api/auth/sign-out')).statusCode).toBe(200);
  expect((await visitor.call('GET', '/api/session')).statusCode).toBe(401);
  expect(await actionsOf('vao-ra')).toEqual(['session.signedOut', 'session.signedIn']);
});

test('five failures lock a user name, also against the right password, and also one that nobody has', async () => {
  const visitor = await newAccount('nhamlan');
  for (const name of ['nhamlan', 'khong-co-ai', 'không phải tên']) {
    for (let tries = 0; tries < 5; tries++) {
      const refused = await visitor.signIn(name, 'sai mật khẩu rồi đấy');
      expect(refused.json()).toMatchObject({
        status: 401,
        detail: expect.stringContaining('Tên đăng nhập hoặc mật khẩu'),
      });
    }
    expect((await visitor.signIn(name)).json()).toMatchObject({ status: 429 });
  }
  expect((await actionsOf('nhamlan')).filter((action) => action === 'session.failed')).toHaveLength(5);
});

test('four failures and a success begin the count anew', async () => {
  const visitor = await newAccount('suytsoat');
  for (let round = 0; round < 2; round++) {
    for (let tries = 0; tries < 4; tries++) await visitor.signIn('suytsoat', 'sai mật khẩu rồi đấy');
    expect((await visitor.signIn('suytsoat')).statusCode).toBe(200);
  }
});

test('guesses sent at once are counted one after another', async () => {
  const visitor = await newAccount('dongloat');
  const guesses = Array.from({ length: 12 }, (_, at) =>
    visitor.signIn('dongloat', `đoán mật khẩu lần ${at}`),
  );
  const statuses = (await Promise.all(guesses)).map(({ statusCode }) => statusCode);
  expect(statuses.filter((status) => status === 401)).toHaveLength(5);
  expect(statuses.filter((status) => status === 429)).toHaveLength(7);
});

describe('a session', () => {
  const sessionCookie = (cookies: { name: string; value: string }[]) =>
    cookies.find(({ name }) => name.endsWith('session_token'));

  test('is kept in a cookie that scripts and other sites do not get', async () => {
    const visitor = await newAccount('banhquy');
    const cookie = sessionCookie((await visitor.signIn('banhquy')).cookies);
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 900 });
  });

  test('ends with its idle time, whatever the caller asks for', async () => {
    const visitor = await newAccount('nhomai');
    const wish = { username: 'nhomai', password, rememberMe: false, callbackURL: 'https://noi.khac/' };
    const response = await visitor.call('POST', '/api/auth/sign-in/username', wish);
    expect(response.headers.location).toBeUndefined();
    const { session } = await visitor.get<{ session: { expiresAt: string } }>('/api/auth/get-session');
    expect(Date.parse(session.expiresAt) - Date.now()).toBeLessThanOrEqual(15 * 60_000);
  });

  test('is a new one at each sign-in, and nothing once signed out', async () => {
    const visitor = await newAccount('codinh');
    const planted = { cookie: 'trongtam.session_token=ke-gian-chon-san.chu-ky' };
    const body = { username: 'codinh', password };
    const first = sessionCookie(
      (await visitor.call('POST', '/api/auth/sign-in/username', body, planted)).cookies,
    );
    expect(first?.value).not.toContain('ke-gian-chon-san');
    const second = sessionCookie((await visitor.signIn('codinh')).cookies);
    expect(second?.value).not.toBe(first?.value);
    const stolen = { cookie: `trongtam.session_token=${encodeURIComponent(second!.value)}` };
    expect((await server.visitor().call('GET', '/api/session', undefined, stolen)).statusCode).toBe(200);
    await visitor.call('POST', '/api/auth/sign-out');
    expect((await server.visitor().call('GET', '/api/session', undefined, stolen)).statusCode).toBe(401);
  });
});

describe('second factor', () => {
  test('the code of an authenticator is asked for and verified', async () => {
    const visitor = await newAccount('hailop');
    await visitor.signIn('hailop');
    const { totpURI } = await visitor.post<{ totpURI: string }>('/api/auth/two-factor/enable', { password });
    await visitor.post('/api/auth/two-factor/verify-totp', { code: totpCode(totpURI) });
    expect(await visitor.get('/api/session')).toMatchObject({ user: { secondFactor: true } });

    const later = server.visitor();
    expect((await later.signIn('hailop')).json()).toMatchObject({ twoFactorRedirect: true });
    expect((await later.call('GET', '/api/session')).statusCode).toBe(401);
    const wrong = totpCode(totpURI, Date.now() - 3_600_000);
    expect(
      (await later.call('POST', '/api/auth/two-factor/verify-totp', { code: wrong })).json(),
    ).toMatchObject({
      status: 401,
    });
    await later.post('/api/auth/two-factor/verify-totp', { code: totpCode(totpURI) });
    expect(await later.get('/api/session')).toMatchObject({ user: { userName: 'hailop' } });
    expect(await actionsOf('hailop')).toEqual(
      expect.arrayContaining([
        'account.secondFactorBegun',
        'account.secondFactorConfirmed',
        'session.passwordGiven',
        'session.signedIn',
      ]),
    );
  });

  test('wrong codes are failures of the account: recorded by its name, five of them lock it', async () => {
    const visitor = await newAccount('doanma');
    await visitor.signIn('doanma');
    const { totpURI } = await visitor.post<{ totpURI: string }>('/api/auth/two-factor/enable', { password });
    await visitor.post('/api/auth/two-factor/verify-totp', { code: totpCode(totpURI) });
    const thief = server.visitor();
    await thief.signIn('doanma');
    for (let tries = 0; tries < 5; tries++)
      await thief.call('POST', '/api/auth/two-factor/verify-totp', { code: '000000' });
    expect((await actionsOf('doanma')).filter((action) => action === 'session.failed')).toHaveLength(5);
    expect((await server.visitor().signIn('doanma')).json()).toMatchObject({ status: 429 });
    const right = { code: totpCode(totpURI) };
    expect(
      (await thief.call('POST', '/api/auth/two-factor/verify-totp', right)).statusCode,
    ).toBeGreaterThanOrEqual(400);
  });

  test('is asked for at every sign-in: no device is trusted', async () => {
    const visitor = await newAccount('thietbi');
    await visitor.signIn('thietbi');
    const { totpURI } = await visitor.post<{ totpURI: string }>('/api/auth/two-factor/enable', { password });
    await visitor.post('/api/auth/two-factor/verify-totp', { code: totpCode(totpURI) });
    const device = server.visitor();
    await device.signIn('thietbi');
    await device.post('/api/auth/two-factor/verify-totp', { code: totpCode(totpURI), trustDevice: true });
    await device.call('POST', '/api/auth/sign-out');
    expect((await device.signIn('thietbi')).json()).toMatchObject({ twoFactorRedirect: true });
  });

  test('a shorter password stands only beside a second factor', async () => {
    const visitor = await newAccount('ngandai');
    await visitor.signIn('ngandai');
    const change = { currentPassword: password, newPassword: 'ngắn thôi' };
    expect((await visitor.call('POST', '/api/auth/change-password', change)).json()).toMatchObject({
      status: 400,
      errors: [{ path: 'newPassword' }],
    });
    const { totpURI } = await visitor.post<{ totpURI: string }>('/api/auth/two-factor/enable', { password });
    await visitor.post('/api/auth/two-factor/verify-totp', { code: totpCode(totpURI) });
    await visitor.post('/api/auth/change-password', change);
    const off = await visitor.call('POST', '/api/auth/two-factor/disable', { password: 'ngắn thôi' });
    expect(off.json()).toMatchObject({ status: 409 });
  });

  test('a key of the device can be registered from here', async () => {
    const options = await administrator.get('/api/auth/passkey/generate-register-options');
    expect(options).toMatchObject({ rp: { name: 'Trọng Tâm' }, challenge: expect.any(String) });
  });
});

describe('what does not come from our page', () => {
  test('paths of the identity library that we do not use are closed', async () => {
    for (const path of [
      'sign-up/email',
      'sign-in/email',
      'update-user',
      'delete-user',
      'without-password/begin',
    ])
      expect((await administrator.call('POST', `/api/auth/${path}`, {})).statusCode).toBe(404);
  });

  test('what is no user name, or no way of asking, is refused and no fault', async () => {
    for (const username of ['a\u0000b', 'a\ud800', ['quantri'], { $ne: '' }, 7, null, 'x'.repeat(10_000)]) {
      const response = await server
        .visitor()
        .call('POST', '/api/auth/sign-in/username', { username, password });
      expect([400, 401], JSON.stringify(username)).toContain(response.statusCode);
    }
    for (const body of ['"chữ"', '[]', 'null', '{"__proto__":{"username":"quantri"}}', '['.repeat(100_000)]) {
      const headers = { 'content-type': 'application/json' };
      const response = await server.visitor().call('POST', '/api/auth/sign-in/username', body, headers);
      expect([400, 401, 429], body.slice(0, 40)).toContain(response.statusCode);
    }
    expect((await administrator.call('HEAD', '/api/auth/get-session')).statusCode).toBe(404);
  });

  test('another site cannot act in the name of who is signed in', async () => {
    const body = { name: 'Phòng Lạ', openedOn: '2026-11-24' };
    const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://nơi.khác' };
    expect((await administrator.call('POST', '/api/units', body, foreign)).statusCode).toBe(403);
    expect((await administrator.call('POST', '/api/auth/sign-out', {}, foreign)).statusCode).toBe(403);
    const old = { origin: 'https://example.org' };
    expect((await administrator.call('POST', '/api/units', body, old)).statusCode).toBe(403);
    expect((await administrator.call('GET', '/api/session')).statusCode).toBe(200);
  });

  test('the demo’s one click is nowhere but in the demo', async () => {
    expect((await administrator.call('GET', '/api/demo/persons')).statusCode).toBe(404);
    expect((await administrator.call('POST', '/api/demo/sign-in', { userId: 'x' })).statusCode).toBe(404);
  });
});
