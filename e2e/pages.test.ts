import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { type Caller, signIn } from './people.ts';
import { discard, type Product, startProduct } from './product.ts';
import { axeFaults, enter, openBrowser, overflow, picture, type Size } from './screen.ts';

let product: Product;
let browser: Browser;
let clerk: Caller;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct({ demo: true }), launchBrowser()]);
  clerk = await signIn(product, 'office');
});
afterAll(async () => {
  await browser.close();
  await discard(product);
});

/** Every place a person of a role can go, with the pages of one record each. */
async function placesOf(role: string): Promise<string[]> {
  const first = async (path: string) =>
    ((await (await clerk.get(path)).json()) as { items: { id: string }[] }).items[0]?.id;
  const records = [
    `/directives/${await first('/api/directives')}`,
    `/documents/${await first('/api/documents')}`,
  ];
  const review = `/intake/${await first('/api/intakes?state=reviewing')}`;
  const everybody = [
    '/',
    '/directives',
    '/directives?state=overdue',
    '/requests',
    '/morning?period=quarter',
    '/documents',
    '/organisation',
    '/calendar',
    '/account',
    ...records,
  ];
  const more: Record<string, string[]> = {
    office: ['/intake', review, '/documents/new', '/directives/give'],
    auditor: ['/audit'],
    administrator: ['/organisation/import', '/settings', '/audit'],
    director: [],
    head: [],
    officer: [],
  };
  return [...everybody, ...(more[role] ?? [])];
}

const looks: [Size, 'light' | 'dark', string][] = [
  ['desk', 'light', 'office'],
  ['phone', 'light', 'office'],
  ['desk', 'dark', 'administrator'],
  ['zoom', 'light', 'auditor'],
  ['phone', 'dark', 'director'],
  ['desk', 'light', 'officer'],
];

test.each(looks)(
  'on a %s in the %s theme every page of the %s is sound',
  async (size, theme, role) => {
    const context = await openBrowser(browser, size, theme);
    const page = await enter(context, product, role);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(product.url) && !/^(?:data|blob):/u.test(request.url()))
        foreign.push(request.url());
    });
    const faults: unknown[] = [];
    for (const place of await placesOf(role)) {
      await page.goto(product.url + place);
      await page.locator('main h1').first().waitFor();
      await page.waitForLoadState('networkidle').catch(() => undefined);
      await picture(page, `${size}-${theme}-${role}${place.replaceAll(/[/?=]/gu, '_').slice(0, 24)}`);
      const beyond = await overflow(page);
      if (beyond > 0) faults.push({ place, beyond });
      for (const fault of await axeFaults(page)) faults.push({ place, ...fault });
      expect(await page.title()).toMatch(/Trọng Tâm/u);
    }
    expect(faults).toEqual([]);
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    await context.close();
  },
  240_000,
);

test('where somebody may not go they are told, and an address that does not exist says so', async () => {
  const context = await openBrowser(browser);
  const page = await enter(context, product, 'officer');
  await page.goto(`${product.url}/audit`);
  await page.getByText(/quyền/iu).first().waitFor();
  await page.goto(`${product.url}/khong-co`);
  await page.getByText('Không có trang này').waitFor();
  await page.goto(`${product.url}/directives/00000000-0000-4000-8000-000000000000`);
  await page
    .getByText(/Không tìm thấy|không có bản ghi/iu)
    .first()
    .waitFor();
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
