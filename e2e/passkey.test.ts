import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { startDemo } from './demo.ts';
import { discard, type Product } from './product.ts';
import { enter, openBrowser } from './screen.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  // A passkey belongs to a name; browsers refuse them on a bare IP number.
  [product, browser] = await Promise.all([startDemo({ hostName: 'localhost' }), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await discard(product);
});

test('a passkey made on this machine signs in without a password', async () => {
  const context = await openBrowser(browser);
  const page = await enter(context, product, 'officer');
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(`${product.url}/account`);
  await page.getByLabel('Tên khóa').fill('Máy bàn của Giang');
  await page.getByRole('button', { name: /Thêm khóa/u }).click();
  await page.getByRole('listitem').filter({ hasText: 'Máy bàn của Giang' }).waitFor();

  await page.locator('[popovertarget=user-menu]').first().click();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.waitForURL(/\/sign-in/u);
  await page.getByRole('button', { name: 'Dùng khóa truy cập của thiết bị' }).click();
  await page.getByText('Chào').first().waitFor();
  expect(await page.locator('main h1').first().innerText()).toContain('Chào');
  await context.close();
});
