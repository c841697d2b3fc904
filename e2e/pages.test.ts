import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { startDemo } from './demo.ts';
import { type PageRecords, placesOf, recordsOf } from './places.ts';
import { discard, type Product } from './product.ts';
import { enter, everyLook, openBrowser } from './screen.ts';
import { walkPages } from './walking.ts';

let product: Product;
let browser: Browser;
let records: PageRecords;

beforeAll(async () => {
  [product, browser] = await Promise.all([startDemo(), launchBrowser()]);
  records = await recordsOf(product);
});
afterAll(async () => {
  await browser.close();
  await discard(product);
});

/** The office works in every look; its pages are the most, the others' are looked at in pages-of-roles.test.ts. */
test('every page of the office is sound in size and theme', async () => {
  await walkPages({ browser, product, records }, 'office', everyLook, (page, address) => page.goto(address));
}, 600_000);

test('no address of the router is left out here or in the journeys of the set-up and the portal', () => {
  const router = readFileSync(new URL('../src/web/router.tsx', import.meta.url), 'utf8');
  const paths = [...router.matchAll(/(?:path: |page\(\s*)'([^']+)'/gu)].map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(15);
  const walked = ['office', 'administrator', 'auditor']
    .flatMap((role) => placesOf(role, records))
    .map((place) => place.split('?')[0]);
  const elsewhere = ['/set-up', '/sign-in', '/agencies', '/overview', '/calls/$id'];
  // Rules are known by their names.
  const rule = String.raw`[a-z-]+\.[\w.-]+`;
  const left = paths.filter((path) => {
    const shape = new RegExp(
      `^${path.replace(/\$\w+/gu, `(?:[0-9a-f-]{36}|${rule})`).replace(/^\$$/u, '.+')}$`,
      'u',
    );
    return !elsewhere.includes(path) && !walked.some((place) => shape.test(place ?? ''));
  });
  expect(left).toEqual([]);
});

test('where somebody may not go they are told, and an address that does not exist says so', async () => {
  const context = await openBrowser(browser);
  const page = await enter(context, product, 'officer');
  await page.goto(`${product.url}/audit`);
  await page.getByText(/quyền/iu).first().waitFor();
  await page.goto(`${product.url}/khong-co`);
  await page.getByText('Không có trang này').waitFor();
  await page.getByRole('link', { name: 'Nhiệm vụ giao' }).first().waitFor();
  await page.goto(`${product.url}/directives/00000000-0000-4000-8000-000000000000`);
  await page
    .getByText(/Không tìm thấy|không có bản ghi/iu)
    .first()
    .waitFor();
  await context.close();
});

test('keys of the review are the screen’s own, and those of the frame still lead away', async () => {
  const context = await openBrowser(browser);
  const page = await enter(context, product, 'office');
  await page.goto(`${product.url}/intake/${records.review}`);
  await page.locator('.line-row').first().waitFor();
  await page.keyboard.press('?');
  await page.getByRole('heading', { name: 'Phím tắt khi xem lại' }).waitFor();
  await page.keyboard.press('Escape');
  // Given up by one Esc: the next key is the row's again.
  await page.keyboard.press('u');
  await page.keyboard.type('phong');
  await page.keyboard.press('Escape');
  await page.keyboard.press('d');
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset.field)).toBe('deadline');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Việc khác với văn bản' }).click();
  await page.keyboard.press('Escape');
  await page.locator('#review-more').waitFor({ state: 'hidden' });
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await page.waitForURL(`${product.url}/directives`);
  await context.close();
});

test('the language changes and stays', async () => {
  const context = await openBrowser(browser);
  const page = await enter(context, product, 'officer');
  await page.locator('[popovertarget=user-menu]').first().click();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('link', { name: 'Directives' }).first().waitFor();
  await page.reload();
  await page.getByRole('link', { name: 'Directives' }).first().waitFor();
  await context.close();
});
