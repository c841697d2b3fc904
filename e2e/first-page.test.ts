import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { startDemo } from './demo.ts';
import { personOf } from './people.ts';
import { discard, type Product } from './product.ts';
import { enterAs, openBrowser } from './screen.ts';
import { settled } from './settled.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await discard(product);
});

test.each(['officer', 'head', 'office', 'director', 'auditor', 'administrator'])(
  'what is asked early for the %s is what the first page shows, and is asked once',
  async (role) => {
    const context = await openBrowser(browser);
    const page = await enterAs(context, product, await personOf(product, role));
    await settled(page);
    const asked: string[] = [];
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      if (pathname.startsWith('/api/')) asked.push(pathname + search);
    });
    await page.goto(product.url);
    await page.locator('main h1').first().waitFor();
    await page.locator('main .skeleton').first().waitFor({ state: 'detached' });
    const left = await page.evaluate(() =>
      [...(globalThis as unknown as { trongtamEarly: Map<string, unknown> }).trongtamEarly]
        .filter(([, answer]) => answer !== undefined)
        .map(([address]) => address),
    );
    expect(left).toEqual([]);
    expect(asked).toContain('/api/session');
    expect(asked.filter((address, at) => asked.indexOf(address) < at)).toEqual([]);
    await context.close();
  },
);

test('who has not signed in is led to the sign-in, and in from there', async () => {
  const context = await openBrowser(browser);
  const page = await context.newPage();
  await page.goto(product.url);
  await page.waitForURL(/\/sign-in/u);
  await page.locator('button', { hasText: (await personOf(product, 'director')).fullName }).click();
  await page.waitForURL(`${product.url}/`);
  await page.getByText('Chào').first().waitFor();
  await context.close();
});
