import { readFile } from 'node:fs/promises';
import { readXlsx } from 'hucre/xlsx';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sheetOf } from '../src/writing/sheet.ts';
import { launchBrowser } from './browser.ts';
import { startDemo } from './demo.ts';
import { discard, type Product } from './product.ts';
import { axeFaults, enter, openBrowser, overflow, picture } from './screen.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await discard(product);
});

const headers = [
  'Nội dung nhiệm vụ',
  'Đơn vị chủ trì',
  'Sản phẩm',
  'Hạn',
  'Ngày giao',
  'Tình trạng',
  'Ngày hoàn thành',
];
const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const register = async (name: string, rows: string[][]) => ({
  name,
  mimeType,
  buffer: Buffer.from(
    await sheetOf(
      'Sổ theo dõi',
      headers.map((header) => ({ header, width: 20 })),
      rows,
    ),
  ),
});

async function sound(page: Page, name: string): Promise<void> {
  await picture(page, name);
  expect(await overflow(page), name).toBe(0);
  expect(await axeFaults(page), name).toEqual([]);
}

/** A file let go over the page, as from the desktop. */
async function drop(page: Page, { name, buffer }: { name: string; buffer: Buffer }): Promise<void> {
  const carried = await page.evaluateHandle(
    ([fileName, type, base64]) => {
      const bytes = Uint8Array.from(atob(base64!), (letter) => letter.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], fileName!, { type: type! }));
      return data;
    },
    [name, mimeType, buffer.toString('base64')],
  );
  await page.dispatchEvent('main', 'dragover', { dataTransfer: carried });
  await page.dispatchEvent('main', 'drop', { dataTransfer: carried });
}

test.each(['desk', 'phone'] as const)(
  'a register with two faulty rows is mended and brought in on a %s',
  async (size) => {
    const page = await enter(await openBrowser(browser, size), product, 'office');
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(`${product.url}/directives`);
    await page.getByRole('link', { name: 'Nhập từ Excel' }).click();
    await page.getByRole('heading', { name: 'Nhập từ Excel' }).waitFor();
    await sound(page, `bring-in-empty-${size}`);
    for (const act of await page.locator('.drop-acts .button').all())
      expect((await act.boundingBox())?.height, 'on one line').toBeLessThan(50);

    const words = (what: string) => `${what} theo sổ cũ trên máy ${size}`;
    const rows = [
      [words('Rà soát danh mục'), 'Văn phòng', 'Báo cáo', 'không hạn', '02/11/2026', 'Đang thực hiện', ''],
      [words('Kiểm tra phòng thí nghiệm'), 'Phòng Không Có', '', 'cuối năm', '02/11/2026', 'Mới', ''],
      [words('Ký kết hợp đồng'), 'Văn phòng', '', 'quý 4', '02/11/2026', 'Hoàn thành', ''],
    ];
    await drop(page, await register('so-theo-doi.xlsx', rows));
    await page.getByRole('heading', { name: 'Xem trước: so-theo-doi.xlsx' }).waitFor();
    await page.getByText('2 trên 3 dòng có lỗi').waitFor();
    const table = page.getByRole('region', { name: 'Các dòng có lỗi' });
    await table.getByText('Phòng Không Có').waitFor();
    expect(await table.locator('tbody tr').count()).toBe(2);
    expect(await page.getByRole('button', { name: /^Nhập \d/u }).count()).toBe(0);
    await sound(page, `bring-in-faults-${size}`);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải bảng lỗi' }).click(),
    ]);
    const { sheets } = await readXlsx(await readFile(await download.path()));
    expect(sheets[0]!.rows.slice(1).map(([row]) => row)).toEqual([3, 4]);

    rows[1]![1] = 'Văn phòng';
    rows[2]![6] = '10/11/2026';
    await page.locator('input[type=file]').setInputFiles(await register('so-da-sua.xlsx', rows));
    await page.getByText('Sẽ tạo 3 nhiệm vụ').waitFor();
    await sound(page, `bring-in-dry-${size}`);
    await page.getByRole('button', { name: 'Nhập 3 nhiệm vụ' }).press('Enter');
    await page.getByRole('heading', { name: 'Đã nhập từ so-da-sua.xlsx' }).waitFor();
    await sound(page, `bring-in-done-${size}`);
    await page.getByRole('link', { name: 'Xem các nhiệm vụ đã nhập' }).click();
    for (const what of ['Rà soát danh mục', 'Kiểm tra phòng thí nghiệm', 'Ký kết hợp đồng'])
      await page.getByText(words(what)).first().waitFor();
    await page.getByText('3 nhiệm vụ').first().waitFor();

    await page.goto(`${product.url}/directives/import`);
    await page.locator('input[type=file]').setInputFiles(await register('so-da-sua.xlsx', rows));
    await page.getByText('Không ghi lần nữa').waitFor();
    expect(errors).toEqual([]);
  },
  180_000,
);

test('the template of the screen is taken by the screen', async () => {
  const page = await enter(await openBrowser(browser), product, 'director');
  await page.goto(`${product.url}/directives/import`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Tải mẫu Excel' }).click(),
  ]);
  await page.locator('input[type=file]').setInputFiles(await download.path());
  await page.getByText('Sẽ tạo 2 nhiệm vụ').waitFor();
}, 120_000);
