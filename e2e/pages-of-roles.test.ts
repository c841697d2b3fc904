import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { startDemo } from './demo.ts';
import { type PageRecords, recordsOf } from './places.ts';
import { discard, type Product } from './product.ts';
import { enter, faultsIn, openBrowser, twoLooks } from './screen.ts';
import { follow, settled } from './settled.ts';
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

/** Beside the office's, their pages differ by what they may do: each is looked at on the screen they use. */
test.each([
  ['administrator', 'desk-dark'],
  ['director', 'phone-light'],
  ['head', 'zoom-light'],
  ['officer', 'phone-dark'],
  ['auditor', 'desk-light'],
] as const)(
  'every page of the %s is sound in size and theme',
  async (role, look) => {
    await walkPages({ browser, product, records }, role, [look], follow);
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
  ['office', () => `/tasks/${records.task}`, 'key:e'],
  ['office', () => `/tasks/${records.task}`, 'Đính chính'],
  ['office', () => `/task-rules/${records.rule}`, 'Ghi quyết định của cơ quan', 'css:dialog [type=submit]'],
  ['office', () => '/inspections', 'Lập đợt kiểm tra'],
  ['office', () => '/requests', 'Thêm thành số liệu'],
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
      await settled(page);
      for (const what of presses) await press(page, what);
      faults.push(...(await faultsIn(page, `${place()} ${presses.join(' ')}`, twoLooks)));
      if (presses.includes('Vào sổ')) await page.getByText('Cần điền mục này.').first().waitFor();
    }
    await context.close();
  }
  expect(faults).toEqual([]);
}, 600_000);
