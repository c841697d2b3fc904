import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { dialog } from './acting.ts';
import { launchBrowser } from './browser.ts';
import { startDemo } from './demo.ts';
import { discard, type Product } from './product.ts';
import { enter, faultsIn, openBrowser, twoLooks } from './screen.ts';

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

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();

/** Two ended tasks and a faulty row, with money in millions, as an office keeps them. */
const portfolio = (unit: string) =>
  [
    'Mã số;Tên nhiệm vụ;Cấp;Loại;Đơn vị quản lý;Tổ chức chủ trì;Chủ nhiệm;Thời gian thực hiện;Kinh phí NSNN (triệu đồng);Ngày nghiệm thu;Xếp loại',
    `NK.01;Nhập thử máy sấy hàng loạt;Tỉnh;Đề tài;${unit};Viện Nhập Thử;TS. Lê Thị Mai;3/2021 - 2/2023;800;20/4/2023;Đạt`,
    `NK.02;Nhập thử giống lúa hàng loạt;Tỉnh;Đề tài;${unit};Viện Nhập Thử;Võ Văn Tư;3/2021 - 2/2023;1.200;20/4/2023;Xuất sắc`,
    `NK.03;Nhập thử dòng có lỗi;Huyện;Đề tài;${unit};;Võ Văn Tư;3/2021 - 2/2023;90;;`,
  ].join('\n');

test('a portfolio comes in with its sums held against the file, and the assets of its tasks are settled at once', async () => {
  const page = await enter(await openBrowser(browser), product, 'office');
  await page.goto(`${product.url}/tasks/import`);
  const bring = () =>
    page.locator('input[type=file]').setInputFiles({
      ...{ name: 'danh-muc.csv', mimeType: 'text/csv' },
      buffer: Buffer.from(portfolio('Phòng Quản lý khoa học')),
    });
  await bring();
  await page.getByText('Sẽ tạo 2 nhiệm vụ').waitFor();
  await page.getByText('1 trên 3 dòng có lỗi').waitFor();
  await page.getByText('Khớp: trong tệp').waitFor();
  await page.getByRole('cell', { name: '2.090.000.000' }).waitFor();
  expect(await faultsIn(page, 'task-import', twoLooks)).toEqual([]);
  await press(page, 'Ghi 2 dòng đọc được');
  await page.getByText('Đã tạo 2 nhiệm vụ').waitFor();
  await bring();
  await page.getByText('không có gì để ghi').waitFor();

  await page.goto(`${product.url}/assets?q=hàng loạt`);
  const row = page.getByRole('row', { name: /Nhập thử máy sấy/u });
  await row.getByRole('button', { name: 'Kiểm kê' }).click();
  await dialog(page).getByLabel('Tên tài sản 1').fill('Máy đo độ ẩm');
  await dialog(page).getByLabel('Nguyên giá 1').fill('90.000.000');
  await dialog(page).getByLabel('Giá trị còn lại 1').fill('12.000.000');
  await dialog(page).getByRole('button', { name: 'Điền theo gợi ý' }).click();
  expect(await faultsIn(page, 'asset-count', twoLooks)).toEqual([]);
  await dialog(page).getByRole('button', { name: 'Ghi kiểm kê' }).click();
  await row.getByText('1 tài sản').waitFor();
  await press(page, 'Chọn tất cả đang hiện');
  expect(await faultsIn(page, 'assets', twoLooks)).toEqual([]);
  await press(page, 'Ghi phương án');
  await dialog(page).getByRole('button', { name: 'Xem trước' }).click();
  await dialog(page).getByText('Chưa kê tài sản nào').waitFor();
  await dialog(page).getByRole('button', { name: 'Ghi phương án cho 1 nhiệm vụ' }).click();
  await row.getByText('Chờ quyết định').waitFor();
  await press(page, 'Hoàn tác');
  await row.getByText('Chưa có phương án').waitFor();
});
