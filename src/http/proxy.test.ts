import { afterAll, expect, test } from 'vitest';
import { password, type TestServer, testServer } from '../../test/server.ts';

const servers: TestServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

/** The address of a failed sign-in as the audit has it, behind so many proxies. */
async function addressBehind(proxies: string, forwarded: string): Promise<unknown> {
  const server = await testServer({ TRONGTAM_TRUST_PROXY: proxies });
  servers.push(server);
  const administrator = await server.setUp();
  const body = { username: 'quantri', password: `${password} sai` };
  await server.visitor().call('POST', '/api/auth/sign-in/username', body, { 'x-forwarded-for': forwarded });
  const { items } = await administrator.get<{ items: { action: string; detail: { ip: string } }[] }>(
    '/api/audit',
  );
  return items.find(({ action }) => action === 'session.failed')?.detail.ip;
}

test.each([
  ['nobody’s word is believed', '0', '203.0.113.9', /^10\./u],
  ['only the entry of our proxy is believed', '1', '203.0.113.9, 192.0.2.7', /^192\.0\.2\.7$/u],
  ['two proxies add two entries', '2', '203.0.113.9, 192.0.2.7, 10.1.1.1', /^192\.0\.2\.7$/u],
])('%s', async (_, proxies, forwarded, address) => {
  expect(await addressBehind(proxies, forwarded)).toMatch(address);
});
