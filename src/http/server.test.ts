import { expect, test } from 'vitest';
import { testServer } from '../../test/server.ts';

test('an idle connection outlives the minute for which proxies keep theirs', async () => {
  const { app, close } = await testServer();
  expect(app.server.server.keepAliveTimeout).toBeGreaterThan(60_000);
  await close();
});
