import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, testServer, type Visitor } from '../../test/server.ts';
import { uuidv7 } from '../storage/ids.ts';

let server: TestServer;
let visitor: Visitor;
let unitId: string;

beforeAll(async () => {
  server = await testServer();
  visitor = await server.setUp();
  unitId = (await visitor.get<{ id: string }[]>('/api/units'))[0]!.id;
});
afterAll(() => server.close());

const directive = (words: string) => ({
  words,
  leadUnitId: unitId,
  deadline: { kind: 'none' },
  givenOn: '2026-11-24',
});

describe('Idempotency-Key', () => {
  test('the same key gives the same reply and makes nothing twice', async () => {
    const key = { 'idempotency-key': uuidv7() };
    const first = await visitor.call('POST', '/api/directives', directive('Báo cáo một lần'), key);
    const again = await visitor.call('POST', '/api/directives', directive('Báo cáo một lần'), key);
    expect(first.statusCode).toBe(201);
    expect([again.statusCode, again.body]).toEqual([201, first.body]);
    const found = await visitor.get<{ total: number }>(
      `/api/directives?q=${encodeURIComponent('Báo cáo một lần')}`,
    );
    expect(found.total).toBe(1);
  });

  test('another request under the same key is refused', async () => {
    const key = { 'idempotency-key': uuidv7() };
    await visitor.call('POST', '/api/directives', directive('Việc thứ nhất'), key);
    const other = await visitor.call('POST', '/api/directives', directive('Việc thứ hai'), key);
    expect(other.json()).toMatchObject({ status: 422 });
  });

  test('of many at once exactly one takes effect', async () => {
    const key = { 'idempotency-key': uuidv7() };
    const replies = await Promise.all(
      Array.from({ length: 5 }, () =>
        visitor.call('POST', '/api/directives', directive('Cùng một lúc'), key),
      ),
    );
    expect(new Set(replies.map(({ statusCode }) => statusCode)).isSubsetOf(new Set([201, 409]))).toBe(true);
    const found = await visitor.get<{ total: number }>(
      `/api/directives?q=${encodeURIComponent('Cùng một lúc')}`,
    );
    expect(found.total).toBe(1);
  });

  test('a refused request leaves its key free', async () => {
    const key = { 'idempotency-key': uuidv7() };
    const wrong = { ...directive('Giao nhầm đơn vị'), leadUnitId: uuidv7() };
    expect((await visitor.call('POST', '/api/directives', wrong, key)).statusCode).toBe(400);
    expect(
      (await visitor.call('POST', '/api/directives', directive('Giao nhầm đơn vị'), key)).statusCode,
    ).toBe(201);
  });
});

describe('If-Match', () => {
  test('a change needs the version it was made on', async () => {
    const person = await visitor.post<{ id: string }>('/api/persons', { fullName: 'Đỗ Văn Phiên' });
    const address = `/api/persons/${person.id}`;
    const { etag } = (await visitor.call('GET', address)).headers;
    expect(etag).toBe('"1"');
    const change = (match?: string) =>
      visitor.call('PATCH', address, { fullName: `Đỗ Văn ${match}` }, match ? { 'if-match': match } : {});
    expect((await change()).json()).toMatchObject({ status: 428 });
    expect((await change('"1"')).headers.etag).toBe('"2"');
    expect((await change('"1"')).json()).toMatchObject({
      status: 412,
      current: { version: 2, fullName: 'Đỗ Văn "1"' },
    });
  });
});

describe('tokens', () => {
  const tomorrow = () => server.app.ctx.today().add({ days: 1 }).toString();

  test('a token does what its scopes say and no more, until it is revoked', async () => {
    const token = await visitor.post<{ id: string; secret: string }>('/api/tokens', {
      name: 'Báo cáo',
      scopes: ['directive.view'],
      expiresOn: tomorrow(),
    });
    const program = server.visitor(token.secret);
    expect((await program.call('GET', '/api/directives')).statusCode).toBe(200);
    expect((await program.call('GET', '/api/units')).statusCode).toBe(403);
    expect((await program.call('POST', '/api/directives', directive('Vượt quyền'))).statusCode).toBe(403);
    const other = `${token.secret.slice(0, -3)}AAA`;
    expect((await server.visitor(other).call('GET', '/api/directives')).statusCode).toBe(401);
    expect((await visitor.call('DELETE', `/api/tokens/${token.id}`)).statusCode).toBe(204);
    expect((await program.call('GET', '/api/directives')).statusCode).toBe(401);
  });

  test('a token makes no further token, and none for what its maker may not do', async () => {
    const wish = { name: 'Sinh sôi', scopes: ['token.manage', 'directive.view'], expiresOn: tomorrow() };
    const { secret } = await visitor.post<{ secret: string }>('/api/tokens', wish);
    expect((await server.visitor(secret).call('POST', '/api/tokens', wish)).statusCode).toBe(403);
    const more = { ...wish, scopes: ['intake.view', 'không.có'] };
    expect((await visitor.call('POST', '/api/tokens', more)).statusCode).toBe(400);
  });

  test('a token of today has ended', async () => {
    const wish = {
      name: 'Hôm nay',
      scopes: ['directive.view'],
      expiresOn: server.app.ctx.today().toString(),
    };
    expect((await visitor.call('POST', '/api/tokens', wish)).json()).toMatchObject({ status: 400 });
  });
});

describe('every refusal is a problem in Vietnamese with a trace', () => {
  test.each([
    ['an address that is none', 'GET', '/api/khong-co', undefined, {}, 404],
    ['JSON that is none', 'POST', '/api/units', '{"name":', { 'content-type': 'application/json' }, 400],
    ['a kind of body nobody reads', 'POST', '/api/units', '<a/>', { 'content-type': 'application/xml' }, 415],
    ['a field left out', 'POST', '/api/units', { name: 'A' }, {}, 400],
  ] as const)('%s', async (_, method, url, body, headers, status) => {
    const response = await visitor.call(method, url, body, headers);
    expect(response.headers['content-type']).toContain('application/problem+json');
    expect(response.json()).toMatchObject({ status, traceId: response.headers['x-request-id'] });
  });

  test('a body past the limit', async () => {
    const body = { ...directive('x'.repeat(17 * 1024 * 1024)) };
    expect((await visitor.call('POST', '/api/directives', body)).json()).toMatchObject({ status: 413 });
  });
});

test('a field is named and what is wrong with it said in Vietnamese', async () => {
  const { errors } = (await visitor.call('POST', '/api/units', { name: 7, openedOn: 'hôm nay' })).json<{
    errors: { path: string; message: string }[];
  }>();
  expect(errors.map(({ path }) => path)).toEqual(['name', 'openedOn']);
  for (const { message } of errors) expect(message).toMatch(/[àáảãạăâđêôơưếợ]/u);
});

test('OpenAPI names every contract', async () => {
  const api = await visitor.get<{
    openapi: string;
    paths: Record<string, Record<string, { operationId: string }>>;
  }>('/api/openapi.json');
  const ids = Object.values(api.paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  );
  expect(api.openapi).toBe('3.1.0');
  expect(ids.sort()).toEqual(server.app.bounds.map(({ route }) => route.id).sort());
});

test('the page may load nothing from outside', async () => {
  const { headers } = await visitor.call('GET', '/healthz');
  expect(headers['content-security-policy']).toContain("default-src 'self'");
  expect(headers['content-security-policy']).not.toMatch(/https?:|\*/u);
});

test('metrics count by contract, never by address', async () => {
  await visitor.call('GET', `/api/persons/${uuidv7()}`);
  const { body } = await visitor.call('GET', '/metrics');
  expect(body).toMatch(
    /http_request_duration_seconds_count\{method="GET",route="organisation.person",status="404"\} \d+/u,
  );
  expect(body).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-7/u);
});
