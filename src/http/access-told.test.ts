import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type TestServer, testServer, type Visitor } from '../../test/server.ts';
import { makeAccessWatch } from '../features/access-watch.ts';
import { systemActor } from '../features/context.ts';
import { closeAccount } from '../features/organisation/accounts.ts';

let server: TestServer;
let ours: Visitor;

beforeAll(async () => {
  server = await testServer();
  ours = await server.setUp();
  await server.app.run();
});
afterAll(() => server.close());

test('what the console does to an account beside us is heard, though rights are kept in memory', async () => {
  const statusOf = async () => (await ours.call('GET', '/api/units')).statusCode;
  expect(await statusOf()).toBe(200);
  const { agency, person } = await ours.get<{ agency: { id: string }; person: { id: string } }>(
    '/api/session',
  );
  // Another process has a watch of its own.
  const beside = { ...server.app.ctx, access: makeAccessWatch() };
  await closeAccount(beside, systemActor([agency.id], agency.id), person.id, false);
  await vi.waitFor(async () => expect(await statusOf()).toBe(401));
});
