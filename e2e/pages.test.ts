import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { startDemo } from './demo.ts';
import { type PageRecords, placesOf, recordsOf } from './places.ts';
import { discard, type Product } from './product.ts';
import { enter, everyLook, faultsIn, openBrowser, twoLooks } from './screen.ts';

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

/** The office works in every look; for the others its pages differ by what they may do, each on the screen they use. */
test.each([
  ['office', everyLook],
  ['administrator', ['desk-dark']],
  ['director', ['phone-light']],
  ['head', ['zoom-light']],
  ['officer', ['phone-dark']],
  ['auditor', ['desk-light']],
] as const)(
  'every page of the %s is sound in size and theme',
  async (role, looks) => {
    const context = await openBrowser(browser);
    const page = await enter(context, product, role);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    const foreign: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(product.url) && !/^(?:data|blob):/u.test(request.url()))
        foreign.push(request.url());
    });
    const faults: unknown[] = [];
    for (const place of placesOf(role, records)) {
      await page.goto(product.url + place);
      // Of slides the title is one among others, and hidden where another is on.
      await page.locator('main :is(h1, h2):visible').first().waitFor();
      await page.waitForLoadState('networkidle', { timeout: 10_000 }).catch(() => undefined);
      expect(await page.title()).toMatch(/Trọng Tâm/u);
      faults.push(...(await faultsIn(page, `${role}${place}`, looks)));
    }
    expect(faults).toEqual([]);
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
    await context.close();
  },
  600_000,
);

/** What opens over a page: where, who, and what is pressed in turn. */
const overlays: [role: string, place: () => string, ...press: string[]][] = [
  ['office', () => '/', 'key:?'],
  ['office', () => '/', 'css:[popovertarget=user-menu]'],
  ['office', () => '/intake', 'Dán chữ', 'Đọc văn bản này'],
  ['office', () => `/intake/${records.review}`, 'key:?'],
  ['office', () => `/intake/${records.review}`, 'key:s'],
  ['office', () => `/intake/${records.review}`, 'key:u'],
  ['office', () => `/intake/${records.review}`, 'Sửa thông tin văn bản'],
  ['office', () => `/intake/${records.review}`, 'Việc khác với văn bản', 'Bỏ văn bản'],
  ['office', () => `/intake/${records.review}`, 'Việc khác với văn bản', 'Đọc lại'],
  ['office', () => '/conferences', 'Lập hội nghị'],
  ['office', () => `/conferences/${records.conference}?tab=proposals`, 'Ghi kiến nghị'],
  ['office', () => `/conferences/${records.conference}?tab=notice`, 'Chọn việc'],
  ['office', () => `/conferences/${records.conference}?tab=notice`, 'Sửa đánh giá'],
  ['office', () => `/directives/${records.directive}`, 'Đính chính'],
  ['office', () => `/directives/${records.open}`, 'css:.as-of > summary'],
  ['office', () => '/organisation/reorganise', 'text:Một đơn vị thành nhiều'],
  ['office', () => '/organisation?tab=delegations', 'Giao làm thay'],
  ['office', () => `/directives/${records.open}`, 'key:m'],
  ['office', () => `/directives/${records.open}`, 'key:p'],
  ['office', () => `/directives/${records.open}`, 'key:m', 'Tách một phần việc', 'css:dialog [type=submit]'],
  ['office', () => '/directives', 'css:.more-filters > summary'],
  ['office', () => '/directives', 'css:thead [type=checkbox]', 'Làm với các dòng đã chọn', 'Xem trước'],
  ['office', () => '/directives/give', 'Giao việc'],
  ['office', () => '/documents/new', 'Vào sổ'],
  ['administrator', () => '/organisation', 'Thêm đơn vị'],
  ['administrator', () => '/organisation', 'text:Thanh tra Sở', 'Đổi tên'],
  ['administrator', () => '/organisation', 'text:Thanh tra Sở', 'Chuyển cấp trên'],
  ['office', () => '/programme', 'Thêm việc', 'css:dialog [type=submit]'],
  ['administrator', () => '/organisation?tab=persons', 'Thêm người', 'css:dialog [type=submit]'],
  ['administrator', () => '/organisation?tab=persons', 'Sửa'],
  ['administrator', () => '/organisation?tab=persons', 'Thêm vai trò'],
  ['administrator', () => '/organisation?tab=persons', 'Thôi chức vụ'],
  ['administrator', () => '/settings', 'Đổi'],
  ['administrator', () => '/account', 'Tạo mã'],
  ['auditor', () => '/audit', 'Kiểm tra chuỗi băm', 'css:summary'],
];

async function press(page: Page, what: string): Promise<void> {
  const [, how, rest = ''] = /^(key|css|text):(.+)$/u.exec(what) ?? [];
  if (how === 'key') await page.keyboard.press(rest);
  else if (how === 'css') await page.locator(rest).first().click();
  else if (how === 'text') await page.getByText(rest).first().click();
  else
    await page
      .getByRole('button', { name: new RegExp(`^${what}`, 'u') })
      .first()
      .click();
}

test('what opens over a page is sound too, and what a form lacks is said in our words', async () => {
  const faults: unknown[] = [];
  for (const role of new Set(overlays.map(([one]) => one))) {
    const context = await openBrowser(browser);
    const page = await enter(context, product, role);
    for (const [, place, ...presses] of overlays.filter(([one]) => one === role)) {
      await page.goto(product.url + place());
      await page.locator('main h1').first().waitFor();
      await page.waitForLoadState('networkidle', { timeout: 10_000 }).catch(() => undefined);
      for (const what of presses) await press(page, what);
      faults.push(...(await faultsIn(page, `${place()} ${presses.join(' ')}`, twoLooks)));
      if (presses.includes('Vào sổ')) await page.getByText('Cần điền mục này.').first().waitFor();
    }
    await context.close();
  }
  expect(faults).toEqual([]);
}, 600_000);

test('no address of the router is left out here or in the journeys of the set-up and the portal', () => {
  const router = readFileSync(new URL('../src/web/router.tsx', import.meta.url), 'utf8');
  const paths = [...router.matchAll(/(?:path: |page\()'([^']+)'/gu)].map(([, path = '']) => path);
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
