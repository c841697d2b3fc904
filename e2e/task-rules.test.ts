import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { dialog } from './acting.ts';
import { launchBrowser } from './browser.ts';
import { startDemo } from './demo.ts';
import { discard, type Product } from './product.ts';
import { enter, faultsIn, openBrowser, picture, twoLooks } from './screen.ts';

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

test('a rule is found, decided otherwise and read again; a programme is recorded with board and report', async () => {
  const office = await enter(await openBrowser(browser), product, 'office');
  await office.goto(`${product.url}/task-rules?only=setting`);
  await office.getByRole('heading', { name: 'Quy tắc nhiệm vụ KH&CN' }).waitFor();
  await office.getByText('chưa chắc: mặc định').first().waitFor();
  await picture(office, 'task-rules');
  await office.goto(`${product.url}/task-rules?subject=selection&regime=A&on=2024-06-01`);
  await office.getByRole('link', { name: /^Mở/u }).first().click();
  await office.getByRole('heading', { name: 'Các bản của quy tắc này' }).waitFor();
  expect(await faultsIn(office, 'task-rule', twoLooks)).toEqual([]);

  await office.getByRole('button', { name: 'Ghi quyết định của cơ quan' }).click();
  await dialog(office).getByLabel('Số', { exact: true }).fill('5');
  await dialog(office).getByLabel('Số quyết định').fill('12/QĐ-SKHCN');
  await dialog(office).getByLabel('Điều, khoản').fill('Điều 3');
  await picture(office, 'task-rule-decide');
  await dialog(office).getByRole('button', { name: 'Ghi quyết định' }).click();
  await office.getByText('của cơ quan').first().waitFor();
  await office
    .getByText(/(?<!\d)5 ngày làm việc/u)
    .first()
    .waitFor();
  await picture(office, 'task-rule');

  // Who decides by value: bands that no text gives are added on the screen.
  await office.goto(`${product.url}/task-rules?subject=assets&regime=A`);
  await office.getByRole('link', { name: 'Ai quyết định xử lý tài sản theo giá trị' }).click();
  await office.getByRole('button', { name: 'Ghi quyết định của cơ quan' }).click();
  await dialog(office).getByRole('button', { name: 'Thêm khoảng giá trị' }).click();
  await dialog(office).getByLabel('Đến', { exact: true }).fill('500.000.000');
  await dialog(office).getByLabel('Ai quyết định').selectOption('thủ trưởng đơn vị');
  await dialog(office).getByLabel('Số quyết định').fill('13/QĐ-SKHCN');
  await dialog(office).getByLabel('Điều, khoản').fill('Điều 4');
  await picture(office, 'task-rule-bands');
  expect(await faultsIn(office, 'task-rule-bands', twoLooks)).toEqual([]);
  await dialog(office).getByRole('button', { name: 'Ghi quyết định' }).click();
  await office
    .getByText(/đến 500.000.000 đồng: thủ trưởng đơn vị; còn lại: cơ quan phê duyệt nhiệm vụ/u)
    .first()
    .waitFor();

  await office.goto(`${product.url}/science-programmes`);
  await office.getByRole('button', { name: 'Ghi chương trình' }).click();
  const form = dialog(office);
  await form.getByLabel('Mã số').fill('KC.07/21-30');
  await form.getByLabel('Tên chương trình').fill('Công nghệ sau thu hoạch');
  await form.getByLabel('Bắt đầu').fill('1/1/2021');
  await form.getByLabel('Kết thúc').fill('31/12/2030');
  await form.getByLabel('Chỉ tiêu').fill('Quy trình chuyển giao: 10');
  await form.getByLabel('Kinh phí khung').fill('20.000.000.000');
  await form.getByRole('button', { name: 'Ghi chương trình' }).click();
  await office.getByRole('heading', { name: 'KC.07/21-30 Công nghệ sau thu hoạch' }).waitFor();
  await office.getByRole('button', { name: 'Ghi ban chủ nhiệm' }).click();
  await dialog(office).getByLabel('Họ tên, chủ nhiệm chương trình').fill('GS. Lê An');
  await dialog(office).getByRole('button', { name: 'Ghi ban chủ nhiệm' }).click();
  await office.getByText('GS. Lê An, chủ nhiệm chương trình').waitFor();
  await office.getByRole('button', { name: 'Ghi báo cáo năm' }).click();
  await dialog(office).getByLabel('Kết quả năm').fill('Mở 3 nhiệm vụ');
  await dialog(office).getByRole('button', { name: 'Ghi báo cáo' }).click();
  await office.getByText('Mở 3 nhiệm vụ').first().waitFor();
  await picture(office, 'science-programme');
  expect(await faultsIn(office, 'science-programme', twoLooks)).toEqual([]);
});
