import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { dialog } from './acting.ts';
import { launchBrowser } from './browser.ts';
import { startDemo } from './demo.ts';
import { discard, type Product } from './product.ts';
import { enter, faultsIn, openBrowser, picture, twoLooks } from './screen.ts';

const unit = 'Phòng Quản lý khoa học';
let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser.close();
  await discard(product);
});

const today = Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh');
const said = (day: Temporal.PlainDate) => day.toString().split('-').reverse().join('/');

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

test('a target is assigned, planned, reported behind its plan with a cause, and seen by everybody', async () => {
  const words = `Số sáng chế được nộp đơn ${Date.now()}`;
  const office = await enter(await openBrowser(browser), product, 'office');
  await office.goto(`${product.url}/targets`);
  await office.locator('.target-row').first().waitFor();
  await picture(office, 'targets');
  await press(office, 'Giao chỉ tiêu');
  // By keyboard alone, from field to field.
  await office.keyboard.type(words);
  await dialog(office).getByLabel('Giá trị giao').fill('12 hai');
  await dialog(office).getByText('Chưa phải là số').waitFor();
  await dialog(office).getByLabel('Giá trị giao').fill('1.200');
  await dialog(office).getByLabel('Đơn vị tính').fill('đơn');
  await dialog(office).getByLabel('Đơn vị chủ trì').selectOption({ label: unit });
  await dialog(office).getByLabel('Cấp giao').fill('UBND tỉnh');
  await dialog(office).getByLabel('Văn bản giao').fill('Quyết định 12/QĐ-UBND');
  await dialog(office)
    .getByLabel('Ngày giao')
    .fill(said(today.with({ month: 1, day: 2 })));
  await dialog(office).getByRole('button', { name: 'Ghi chỉ tiêu' }).click();
  await office.getByRole('link', { name: words }).click();
  await office.getByText('ít nhất 1.200 đơn').first().waitFor();
  await press(office, 'Đặt kế hoạch theo quý');
  for (const [at, value] of ['300', '600', '900', '1.200'].entries())
    await dialog(office)
      .getByLabel(/^Hết quý/u)
      .nth(at)
      .fill(value);
  await dialog(office).getByRole('button', { name: 'Lưu kế hoạch' }).click();
  await office.getByText('Kế hoạch luỹ kế hết quý I: 300 đơn').waitFor();

  const head = await enter(await openBrowser(browser, 'phone'), product, 'head', unit);
  await head.goto(`${product.url}/targets`);
  await head.locator('.target-row').first().waitFor();
  await picture(head, 'targets-phone');
  await head.getByRole('link', { name: words }).click();
  await head.getByRole('heading', { level: 1, name: words }).waitFor();
  await head.keyboard.press('e');
  await dialog(head).getByLabel('Kết quả luỹ kế').fill('10');
  await dialog(head).getByRole('button', { name: 'Gửi báo cáo' }).click();
  if (today.month > 3) {
    await dialog(head).getByText('Chọn nguyên nhân').waitFor();
    await dialog(head).getByLabel('Nguyên nhân chậm').selectOption({ label: 'Thiếu kinh phí' });
    await dialog(head).getByRole('button', { name: 'Gửi báo cáo' }).click();
    // Whoever looks at it sees it without asking.
    await office.getByText('Vướng: thiếu kinh phí.').waitFor();
  }
  await office.getByText('Báo cáo kết quả: 10 đơn.').waitFor();
  await picture(office, 'target');
  expect(await faultsIn(office, 'target', twoLooks)).toEqual([]);
  expect(await faultsIn(head, 'target-head', ['phone-light'])).toEqual([]);

  const auditor = await enter(await openBrowser(browser), product, 'auditor');
  await auditor.goto(office.url());
  await auditor.getByText('Báo cáo kết quả: 10 đơn.').waitFor();
  expect(await auditor.getByRole('button', { name: /Báo cáo kết quả|Điều chỉnh|Thôi giao/u }).count()).toBe(
    0,
  );
  const saved = auditor.waitForEvent('download');
  await auditor.goto(`${product.url}/targets`);
  await auditor.getByRole('link', { name: 'Tải Excel' }).click();
  expect((await saved).suggestedFilename()).toBe('Chỉ tiêu.xlsx');
});

test('a unit chosen from a list that comes anew meanwhile stays chosen', async () => {
  const context = await openBrowser(browser);
  const office = await enter(context, product, 'office');
  await office.clock.install();
  await office.goto(`${product.url}/targets`);
  await press(office, 'Giao chỉ tiêu');
  const lead = dialog(office).getByLabel('Đơn vị chủ trì');
  await lead.selectOption({ label: unit });
  await office.keyboard.press('Escape');
  // The list is looked at again when it is old, and then has one unit more.
  await office.clock.fastForward('05:00');
  let answer = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await context.route('**/api/units*', async (route) => {
    const known = await (await route.fetch()).json();
    await asked;
    const more = { ...known[0], id: crypto.randomUUID(), name: 'Trung tâm mới lập' };
    await route.fulfill({ json: [...known, more] });
  });
  await press(office, 'Giao chỉ tiêu');
  await lead.selectOption({ label: unit });
  answer();
  await lead.locator('option', { hasText: 'Trung tâm mới lập' }).waitFor({ state: 'attached' });
  expect(await lead.locator('option:checked').innerText()).toBe(unit);
});
