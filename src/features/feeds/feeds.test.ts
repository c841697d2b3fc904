import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestServer, testServer, type Visitor } from '../../../test/server.ts';

let server: TestServer;
let admin: Visitor;
let head: Visitor;
let officer: Visitor;
let unitId: string;
let officeId: string;
let headId: string;
let officerId: string;

const password = 'một mật khẩu đủ dài';
const today = () => server.app.ctx.today().toString();

async function join(fullName: string, userName: string, role: string, unit: string) {
  const { id } = await admin.post<{ id: string }>('/api/persons', { fullName });
  await admin.post(`/api/persons/${id}/posts`, { unitId: unit, role, from: '2020-01-01' });
  await admin.post(`/api/persons/${id}/account`, { userName, password });
  const visitor = server.visitor();
  await visitor.signIn(userName, password);
  return { id, visitor };
}

const give = (by: Visitor, words: string, due: string, leadUnitId: string) =>
  by.post<{ id: string; version: number }>('/api/directives', {
    words,
    leadUnitId,
    deadline: { kind: 'date', due, bound: 'by', text: due, span: [0, 0] },
    givenOn: today(),
  });

beforeAll(async () => {
  server = await testServer();
  admin = await server.setUp();
  const units = await admin.get<{ id: string; name: string }[]>('/api/units');
  officeId = units.find(({ name }) => name === 'Văn phòng')!.id;
  unitId = units.find(({ name }) => name === 'Phòng Quản lý Khoa học')!.id;
  const office = await join('Văn Thư', 'vanthu', 'office', officeId);
  const headed = await join('Lê Trưởng Phòng', 'truongphong', 'head', unitId);
  const staff = await join('Vũ Chuyên Viên', 'chuyenvien', 'officer', unitId);
  [head, headId, officer, officerId] = [headed.visitor, headed.id, staff.visitor, staff.id];
  const own = await give(office.visitor, 'Việc của chuyên viên, gấp', '2099-06-01', unitId);
  const assignee = { personId: officerId, name: '' };
  await office.visitor.post(
    `/api/directives/${own.id}/acts`,
    { act: { kind: 'assigned', assignee } },
    { 'if-match': `"${own.version}"` },
  );
  await give(office.visitor, 'Việc của phòng', '2099-06-02', unitId);
  await give(office.visitor, 'Việc của văn phòng', '2099-06-03', officeId);
}, 60_000);
afterAll(() => server.close());

const make = async (by: Visitor, unit: string | null = null) => {
  const made = await by.post<{ id: string; address: string }>('/api/calendar-feeds', { unitId: unit });
  return { id: made.id, path: new URL(made.address).pathname };
};
/** Nobody signed in, as a calendar program is. */
const read = (path: string, headers = {}) => server.visitor().call('GET', path, undefined, headers);
const none = async (path: string) => {
  const response = await read(path);
  return { status: response.statusCode, ...response.json<{ detail: string }>(), traceId: '' };
};

describe('what an address shows', () => {
  test('a person: what they have in hand', async () => {
    const { path } = await make(officer);
    const response = await read(path);
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(response.body).toContain('SUMMARY:Hạn: Việc của chuyên viên\\, gấp');
    expect(response.body.match(/BEGIN:VEVENT/gu)).toHaveLength(1);
  });

  test('a head: besides, what nobody of the unit has in hand; a unit: all it leads', async () => {
    const mine = await read((await make(head)).path);
    expect(mine.body).toContain('Việc của phòng');
    expect(mine.body).not.toContain('chuyên viên');
    const all = await read((await make(head, unitId)).path);
    expect(all.body.match(/BEGIN:VEVENT/gu)).toHaveLength(2);
    expect(all.body).not.toContain('Việc của văn phòng');
  });

  test('unchanged it is not sent again; only its hash is kept', async () => {
    const { path } = await make(officer);
    const { headers } = await read(path);
    expect((await read(path, { 'if-none-match': headers.etag })).statusCode).toBe(304);
    const secret = path.split('/').at(-1) ?? '';
    const { ctx } = server.app;
    const [{ id } = { id: '' }] = await ctx.store.installation((tx) =>
      tx.selectFrom('agency').select('id').execute(),
    );
    const kept = await ctx.store.read({ agencies: [id] }, async (tx) => [
      await tx.selectFrom('calendar_feed').selectAll().execute(),
      await tx.selectFrom('audit_event').selectAll().execute(),
      await tx.selectFrom('idempotency').selectAll().execute(),
    ]);
    expect(JSON.stringify(kept)).not.toContain(secret.slice(60, 75));
  });
});

describe('where there is nothing to read the answer is one and the same', () => {
  let path: string;
  let id: string;
  beforeEach(async () => {
    ({ id, path } = await make(officer));
  });
  const unknown = () => none(`/calendar/${'A'.repeat(75)}.ics`);

  test('malformed, unknown, or a letter changed', async () => {
    const expected = await unknown();
    expect(expected.status).toBe(404);
    const at = path.length - 10;
    const changed = path.slice(0, at) + (path[at] === 'A' ? 'B' : 'A') + path.slice(at + 1);
    for (const other of ['/calendar/x', '/calendar/x.ics', changed, path.replace('.ics', '')])
      expect(await none(other)).toEqual(expected);
  });

  test('revoked, and only by its maker', async () => {
    expect((await head.call('DELETE', `/api/calendar-feeds/${id}`)).statusCode).toBe(404);
    expect((await read(path)).statusCode).toBe(200);
    expect((await officer.call('DELETE', `/api/calendar-feeds/${id}`)).statusCode).toBe(204);
    expect(await none(path)).toEqual(await unknown());
    expect((await officer.get<{ id: string }[]>('/api/calendar-feeds')).map((feed) => feed.id)).not.toContain(
      id,
    );
  });

  test('the agency in an address is another one', async () => {
    await admin.post('/api/agencies', {
      name: 'Sở Công Thương Thử nghiệm',
      shortName: 'Sở CT',
      sign: 'SCT',
      administrator: { fullName: 'Người Bên Kia', userName: 'benkia', password },
    });
    const agencies = await server.app.ctx.store.installation((tx) =>
      tx.selectFrom('agency').select('id').where('sign', '=', 'SCT').execute(),
    );
    const bytes = Buffer.from(path.slice('/calendar/'.length, -4), 'base64url');
    Buffer.from(agencies[0]!.id.replaceAll('-', ''), 'hex').copy(bytes);
    expect(await none(`/calendar/${bytes.toString('base64url')}.ics`)).toEqual(await unknown());
  });

  test('its maker’s account was closed', async () => {
    const access = `/api/persons/${officerId}/account/access`;
    expect((await admin.call('PUT', access, { open: false })).statusCode).toBe(200);
    expect(await none(path)).toEqual(await unknown());
    await admin.call('PUT', access, { open: true });
    expect((await read(path)).statusCode).toBe(200);
    await officer.signIn('chuyenvien', password);
  });

  test('its maker left; or leads the unit no more', async () => {
    const ofUnit = await make(head, unitId);
    for (const personId of [officerId, headId]) {
      const person = await admin.get<{ posts: { id: string }[] }>(`/api/persons/${personId}`);
      await admin.post(`/api/persons/${personId}/posts/${person.posts[0]?.id}/end`, { to: today() });
    }
    expect(await none(path)).toEqual(await unknown());
    expect(await none(ofUnit.path)).toEqual(await unknown());
  });
});

test('an officer makes no feed of a unit, an administrator without a post in the register none at all', async () => {
  const body = { unitId };
  const keeper = await join('Trần Quản Trị Mạng', 'quantrimang', 'administrator', officeId);
  expect((await keeper.visitor.call('POST', '/api/calendar-feeds', {})).statusCode).toBe(403);
  const { visitor } = await join('Đỗ Chuyên Viên', 'dochuyenvien', 'officer', unitId);
  expect((await visitor.call('POST', '/api/calendar-feeds', body)).statusCode).toBe(403);
});
