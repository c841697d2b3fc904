import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { startDemo } from './demo.ts';
import { signIn } from './people.ts';
import { discard, type Product } from './product.ts';
import { axeFaults, enter, openBrowser, overflow, picture } from './screen.ts';
import { follow } from './settled.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startDemo(), launchBrowser()]);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await discard(product);
});

const sound = async (page: Page) => {
  expect(await overflow(page)).toBe(0);
  expect(await axeFaults(page)).toEqual([]);
};

const numberIn = (text: string) => Number(/[\d.]+/u.exec(text)?.[0].replaceAll('.', ''));

test('from a figure to its records, to one directive, and to the words of its document', async () => {
  const context = await openBrowser(browser);
  const page = await enter(context, product, 'director');
  await page.getByRole('link', { name: 'Số liệu' }).first().click();
  await page.getByText('Các tổng đều khớp').or(page.getByText('Chỗ số không khớp')).first().waitFor();
  await picture(page, 'figures');
  await sound(page);
  const table = page.getByRole('region', { name: 'Nhiệm vụ được giao' });
  const open = table
    .getByRole('row', { name: /^Còn mở đến ngày chốt/u })
    .locator('[data-figure]')
    .first();
  const count = numberIn(await open.innerText());
  expect(count).toBeGreaterThan(3);
  await open.click();
  const panel = page.getByRole('complementary');
  await panel.getByText(`nhiệm vụ đứng sau con số này`).waitFor();
  await panel.getByText('Theo đơn vị').click();
  const parts = await panel.locator('details[open] [data-figure]').allInnerTexts();
  expect(parts.reduce((sum, part) => sum + numberIn(part), 0)).toBe(count);
  await picture(page, 'figures-records');
  await sound(page);
  await panel.locator('details[open] [data-figure]').first().click();
  await panel.getByRole('link', { name: 'Xem cả số' }).waitFor();
  await panel.locator('.records > li').first().waitFor();
  expect(await panel.locator('.records > li').count()).toBe(Math.min(50, numberIn(parts[0] ?? '')));
  await panel.locator('.records > li', { hasText: '/' }).first().getByRole('link').click();
  await page.waitForURL(/\/directives\/[0-9a-f-]{36}/u);
  await page.goBack();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'hidden' });
  // Told apart by field, and the plan of the year beside the rate.
  await table
    .getByRole('row', { name: /^Giao mới trong kỳ/u })
    .locator('[data-figure]')
    .first()
    .click();
  await panel.getByText('Theo lĩnh vực').click();
  await panel.locator('details[open]').getByText('Chuyển đổi số', { exact: true }).waitFor();
  await table.getByRole('link', { name: /kế hoạch 80,0%/u }).click();
  await page.getByText('Đo bằng số liệu').waitFor();
  await sound(page);
  await picture(page, 'figures-plan');
  // Other families open their own records, and go on to a page of each.
  for (const [family, figure, opened] of [
    ['Hỏi đáp giữa các đơn vị', /^Câu hỏi giữa các đơn vị/u, /\/requests\?/u],
    ['Chương trình công tác', /^Việc theo chương trình/u, /\/programme\/[0-9a-f-]{36}/u],
    ['Chỉ tiêu', /^Chỉ tiêu được giao/u, /\/targets\/[0-9a-f-]{36}/u],
    ['Văn bản', /^Văn bản vào sổ/u, /\/documents\/[0-9a-f-]{36}/u],
  ] as const) {
    await page.goto(`${product.url}/figures`);
    const own = page.getByRole('region', { name: family, exact: true });
    await own.getByRole('row', { name: figure }).locator('[data-figure]').first().click();
    await panel.locator('.records > li').first().waitFor();
    await picture(page, `figures-${family}`);
    await panel.locator('.records > li').first().locator('a.two-lines').click();
    await page.waitForURL(opened);
    await page.locator('main [aria-busy=true]').waitFor({ state: 'detached' });
    expect([family, await page.getByRole('alert').count()]).toEqual([family, 0]);
  }
  await context.close();
}, 180_000);

test('last year as it was believed then, on a phone', async () => {
  const context = await openBrowser(browser, 'phone');
  const page = await enter(context, product, 'director');
  const { today } = (await (await (await signIn(product, 'director')).get('/api/session')).json()) as {
    today: string;
  };
  const cutOff = Temporal.PlainDate.from(today).subtract({ months: 4 }).toString();
  await page.goto(`${product.url}/figures?period=quarter&cutOff=${cutOff}&knownOn=${cutOff}&figure=overdue`);
  await page.getByText('như đã biết đến hết ngày').first().waitFor();
  await page.getByRole('complementary').getByText('Cách tính').waitFor();
  await picture(page, 'figures-phone-records');
  await page.goto(`${product.url}/figures?period=quarter&cutOff=${cutOff}`);
  await page
    .getByRole('row', { name: /^Quá hạn Quá hạn,/u })
    .first()
    .waitFor();
  await picture(page, 'figures-phone');
  await sound(page);
  await context.close();
}, 180_000);

test('the office makes a filter a figure of the agency, reads it, and withdraws it', async () => {
  const context = await openBrowser(browser);
  const page = await enter(context, product, 'office');
  await page.goto(`${product.url}/directives?state=overdue&level=whole`);
  await page.getByRole('button', { name: 'Thêm thành số liệu' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tên số liệu').fill('Việc quá hạn cần họp riêng');
  await sound(page);
  await dialog.getByRole('button', { name: 'Thêm thành số liệu' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.goto(`${product.url}/figures`);
  const row = page.getByRole('row', { name: /^Việc quá hạn cần họp riêng/u });
  const overdue = page.getByRole('row', { name: /^Quá hạn Quá hạn,/u });
  await row.waitFor();
  const shownIn = async (of: typeof row) => of.locator('[data-figure]').first().innerText();
  expect(await shownIn(row)).toBe(await shownIn(overdue));
  await row.getByRole('button', { name: 'Thôi dùng' }).click();
  await page.getByRole('dialog').getByLabel('Lý do').fill('đã họp xong');
  await page.getByRole('dialog').getByRole('button', { name: 'Thôi dùng' }).click();
  await row.waitFor({ state: 'hidden' });
  await context.close();
}, 180_000);

/** Pages that show counts, sums or rates, by who sees them. */
const walked: [role: string, ...places: string[]][] = [
  [
    'director',
    '/',
    '/morning?period=quarter',
    '/figures',
    '/directives',
    '/directives?view=board',
    '/requests',
  ],
  ['head', '/', '/directives?view=timeline'],
  ['office', '/', '/documents'],
];

/** Each address once; of a figure of several periods the first. */
const oncePerFigure = (hrefs: readonly string[]): string[] => {
  const figureOf = (href: string) =>
    href.startsWith('/figures') ? new URLSearchParams(href.split('?')[1]).get('figure') : null;
  return [...Map.groupBy(hrefs, (href) => figureOf(href) ?? href).values()].flatMap(([first]) => first ?? []);
};

test.each(walked)(
  'every number the %s sees opens',
  async (role, ...places) => {
    const context = await openBrowser(browser);
    const page = await enter(context, product, role);
    for (const place of places) {
      await follow(page, product.url + place);
      await page.locator('[data-figure]').first().waitFor();
      const doors = await page
        .locator('[data-figure]')
        .evaluateAll((shown) => shown.map((one) => [one.tagName, one.getAttribute('href')] as const));
      for (const [tag, href] of doors)
        expect([place, tag === 'BUTTON' || href?.startsWith('/')]).toEqual([place, true]);
      for (const href of oncePerFigure(doors.flatMap(([, to]) => to ?? []))) {
        await follow(page, product.url + href);
        await page.locator('main h1').first().waitFor();
        expect([href, await page.getByRole('alert').count()]).toEqual([href, 0]);
      }
    }
    await context.close();
  },
  600_000,
);
