import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { password, type TestServer, testServer, type Visitor } from '../../test/server.ts';

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
