import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type TestServer, testServer, type Visitor } from '../../test/server.ts';
import { INSTALLATION } from '../storage/ids.ts';

let server: TestServer;
let ours: Visitor;

beforeAll(async () => {
  server = await testServer();
  ours = await server.setUp();
  await server.app.run();
});
afterAll(() => server.close());

const statusOf = async () => (await ours.call('GET', '/api/units')).statusCode;

test('what another process does to an account is heard, though its rights are kept in memory', async () => {
  expect(await statusOf()).toBe(200);
  const { store } = server.app.ctx;
  const me = await ours.get<{ user: { id: string }; agency: { id: string } }>('/api/session');
  // As the console does beside us: no command of this process knows of it.
  await store.transaction({ agencies: [INSTALLATION] }, (tx) =>
    tx
      .insertInto('access_change')
      .values({
        user_id: me.user.id,
        agency_id: me.agency.id,
        kind: 'membership',
        open: false,
        recorded_at: '2026-11-26T00:00:00Z',
        recorded_by: null,
      })
      .execute(),
  );
  await vi.waitFor(async () => expect(await statusOf()).toBe(403));
});

test('a session deleted by another process is over', async () => {
  await server.app.ctx.store.installation((tx) => tx.deleteFrom('auth.session').execute());
  await vi.waitFor(async () => expect(await statusOf()).toBe(401));
});
