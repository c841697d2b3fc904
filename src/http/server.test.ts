import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { testServer } from '../../test/server.ts';

test('an idle connection outlives the minute for which proxies keep theirs', async () => {
  const { app, close } = await testServer();
  expect(app.server.server.keepAliveTimeout).toBeGreaterThan(60_000);
  await close();
});

test('a question that never ends does not hold up the end of the server', async () => {
  const { app, close } = await testServer();
  const address = new URL(await app.server.listen({ host: '127.0.0.1', port: 0 }));
  const half = connect(Number(address.port), address.hostname);
  half.on('error', () => undefined);
  await once(half, 'connect');
  const ended = new Promise((resolve) => half.once('close', resolve));
  const head = [
    'Host: here',
    `Origin: ${address.origin}`,
    'Content-Type: application/json',
    'Content-Length: 99',
  ];
  half.write(`POST /api/auth/sign-in/username HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n{`);
  // Its head has arrived and its body is waited for.
  await sleep(200);
  await Promise.all([ended, close()]);
  expect(half.destroyed).toBe(true);
});
