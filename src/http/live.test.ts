import { PassThrough } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { password, type TestServer, testServer, type Visitor } from '../../test/server.ts';
import type { Actor } from '../features/context.ts';
import { actorResolver } from './actor.ts';
import { streamEvents } from './events.ts';

let server: TestServer;
let ours: Visitor;
let theirs: Visitor;

beforeAll(async () => {
  server = await testServer();
  ours = await server.setUp();
  await ours.post('/api/agencies', {
    name: 'Sở Công Thương Thử nghiệm',
    shortName: 'Sở CT',
    sign: 'SCT',
    administrator: { fullName: 'Người Bên Kia', userName: 'benkia', password },
  });
  theirs = server.visitor();
  await theirs.signIn('benkia');
});
afterAll(() => server.close());

test('a change of a directive is heard in its own agency only, as a hint without words of it', async () => {
  const here = await ours.listen('/api/directives/events');
  const there = await theirs.listen('/api/directives/events');
  const [unit] = await ours.get<{ id: string }[]>('/api/units');
  const given = await ours.post<{ id: string; version: number }>('/api/directives', {
    words: 'Việc bí mật để nghe',
    leadUnitId: unit!.id,
    deadline: { kind: 'none' },
    givenOn: '2026-11-24',
  });
  await vi.waitFor(() => expect(here.text().match(/"changed"/gu)).toHaveLength(1));
  await ours.post(
    `/api/directives/${given.id}/corrections`,
    { reason: 'ghi thiếu sản phẩm', product: 'Báo cáo' },
    { 'if-match': `"${given.version}"` },
  );
  await vi.waitFor(() => expect(here.text().match(/"changed"/gu)).toHaveLength(2));
  expect(here.text()).not.toContain('bí mật');
  expect(there.text()).not.toContain('changed');
  here.leave();
  there.leave();
});

describe('a line does not outlive the right to listen', () => {
  const events = '/api/directives/events';
  let officeId: string;
  beforeAll(async () => {
    const units = await ours.get<{ id: string; name: string }[]>('/api/units');
    officeId = units.find(({ name }) => name === 'Văn phòng')!.id;
  });
  afterEach(() => vi.useRealTimers());

  let joined = 0;
  async function join() {
    joined += 1;
    const userName = `nguoinghe${joined}`;
    const person = await ours.post<{ id: string }>('/api/persons', { fullName: `Người Nghe ${joined}` });
    const posts = `/api/persons/${person.id}/posts`;
    await ours.post(posts, { unitId: officeId, role: 'officer', from: '2020-01-01' });
    await ours.post(`/api/persons/${person.id}/account`, { userName, password });
    const visitor = server.visitor();
    await visitor.signIn(userName, password);
    return { id: person.id, userName, visitor };
  }

  test('signing out ends it, and only the lines of that session', async () => {
    const { visitor, userName } = await join();
    const elsewhere = server.visitor();
    await elsewhere.signIn(userName, password);
    const here = await visitor.listen(events);
    const there = await elsewhere.listen(events);
    await visitor.call('POST', '/api/auth/sign-out', {});
    await vi.waitFor(() => expect(here.ended()).toBe(true));
    expect(there.ended()).toBe(false);
    expect((await elsewhere.call('POST', '/api/auth/revoke-other-sessions', {})).statusCode).toBe(200);
    expect(there.ended()).toBe(false);
    there.leave();
  });

  test('an account that is closed hears nothing from then on', async () => {
    const { id, visitor } = await join();
    const line = await visitor.listen(events);
    await ours.call('PUT', `/api/persons/${id}/account/access`, { open: false });
    await vi.waitFor(() => expect(line.ended()).toBe(true));
  });

  test('at once: the post has ended', async () => {
    const [left, stays] = [await join(), await join()];
    const lines = { left: await left.visitor.listen(events), stays: await stays.visitor.listen(events) };
    const { posts } = await ours.get<{ posts: { id: string }[] }>(`/api/persons/${left.id}`);
    await ours.post(`/api/persons/${left.id}/posts/${posts[0]!.id}/end`, { to: '2026-01-01' });
    await vi.waitFor(() => expect(lines.left.ended()).toBe(true));
    expect(lines.stays.ended()).toBe(false);
    lines.stays.leave();
  });

  test('at the next heartbeat: the session has run out', async () => {
    const [idle, stays] = [await join(), await join()];
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const lines = { idle: await idle.visitor.listen(events), stays: await stays.visitor.listen(events) };
    await server.app.ctx.store.installation((tx) =>
      tx
        .updateTable('auth.session')
        .set({ expiresAt: '2026-01-01T00:00:00Z' })
        .where('userId', '=', (eb) =>
          eb.selectFrom('auth.user').select('id').where('username', '=', idle.userName),
        )
        .execute(),
    );
    expect(lines.idle.ended()).toBe(false);
    vi.advanceTimersByTime(25_000);
    vi.useRealTimers();
    await vi.waitFor(() => expect(lines.idle.ended()).toBe(true));
    expect(lines.stays.ended()).toBe(false);
    expect(lines.stays.text()).toContain('still here');
    lines.stays.leave();
  });

  test('a line that stays open keeps no session alive: the library that prolongs is not asked', async () => {
    const { visitor, userName } = await join();
    const { ctx } = server.app;
    const [session] = await ctx.store.installation((tx) =>
      tx
        .selectFrom('auth.session as s')
        .innerJoin('auth.user as u', 'u.id', 's.userId')
        .select(['s.id', 'u.id as userId'])
        .where('u.username', '=', userName)
        .execute(),
    );
    const { agency } = await visitor.get<{ agency: { id: string } }>('/api/session');
    const resolver = actorResolver(ctx, () => Promise.reject(new Error('the library was asked')));
    const request = {
      id: 'test',
      headers: { cookie: 'trongtam.session_token=x' },
      signedIn: { sessionId: session!.id, user: { id: session!.userId, name: '', secondFactor: false } },
    } as unknown as FastifyRequest;
    const actor = { agencyId: agency.id } as Actor;
    expect(await resolver.again(request, actor)).toMatchObject({ userId: session!.userId });
    await visitor.call('POST', '/api/auth/sign-out', {});
    expect(await resolver.again(request, actor)).toBeNull();
  });

  test('who left before the line was open leaves nothing behind that would keep the process up', () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { ctx } = server.app;
    const raw = Object.assign(
      new PassThrough().on('error', () => undefined),
      { writeHead: () => undefined },
    );
    raw.destroy();
    const reply = { raw, hijack: () => undefined } as unknown as FastifyReply;
    const request = { raw: new PassThrough() } as unknown as FastifyRequest;
    streamEvents(ctx, 'a topic', { userId: 'u', name: 'n' } as Actor, request, reply);
    expect(ctx.live.present('a topic')).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('a token that is revoked hears nothing from the next heartbeat on', async () => {
    const wish = { name: 'Chương trình nghe', scopes: ['directive.view'], expiresOn: '2027-12-31' };
    const { id, secret } = await ours.post<{ id: string; secret: string }>('/api/tokens', wish);
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const line = await server.visitor(secret).listen(events);
    expect(line.status).toBe(200);
    await ours.call('DELETE', `/api/tokens/${id}`);
    vi.advanceTimersByTime(25_000);
    vi.useRealTimers();
    await vi.waitFor(() => expect(line.ended()).toBe(true));
  });
});
