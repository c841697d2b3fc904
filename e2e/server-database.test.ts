import { expect, inject, test } from 'vitest';
import { testDatabase } from '../test/database.ts';
import { discard, startProduct } from './product.ts';

test('it runs on a PostgreSQL 15 server with two roles: set-up, a sign-in, a clean stop', async () => {
  if (!('15' in inject('clusters'))) {
    console.error('Left out: PostgreSQL 15 is not on this machine; the product was not started on a server.');
    return;
  }
  const { store, ownerUrl, appUrl } = await testDatabase('15', 'empty');
  await store.close();
  const product = await startProduct({ env: { DATABASE_URL: appUrl, DATABASE_ADMIN_URL: ownerUrl } });
  const post = (path: string, body: unknown) =>
    fetch(product.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: product.url },
      body: JSON.stringify(body),
    });
  const password = 'mot cau mat khau dai';
  const made = await post('/api/setup', {
    token: product.token,
    agency: { name: 'Sở Khoa học và Công nghệ', shortName: 'Sở KH&CN', sign: 'SKHCN' },
    units: [{ name: 'Văn phòng' }],
    administrator: { fullName: 'Nguyễn Thị Máy Chủ', userName: 'may.chu', password },
  });
  expect(made.status).toBe(201);
  const entered = await post('/api/auth/sign-in/username', { username: 'may.chu', password });
  expect(entered.status).toBe(200);
  expect(await product.stop()).toBe(0);
  await discard(product);
});
