import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sheetOf } from '../src/writing/sheet.ts';
import { launchBrowser } from './browser.ts';
import { startDemo } from './demo.ts';
import { personOf } from './people.ts';
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

const headers = ['Đơn vị', 'Viết tắt', 'Đơn vị cấp trên', 'Họ và tên', 'Mã', 'Chức vụ', 'Vai trò', 'Email'];
const centre = 'Trung tâm Ứng dụng tiến bộ khoa học và công nghệ miền núi';

const workbook = async (rows: string[][]) => ({
  name: 'danh-sach.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: Buffer.from(
    await sheetOf(
      'Danh sách',
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

test.each(['desk', 'phone'] as const)(
  'a list from Excel is looked at, stored, and a person it doubles is merged on a %s',
  async (size) => {
    const known = await personOf(product, size === 'desk' ? 'auditor' : 'director');
    const page = await enter(await openBrowser(browser, size), product, 'administrator');
    await page.goto(`${product.url}/organisation/import`);
    const unit = `${centre} ${size}`;
    const rows = [
      [unit, `TTMN${size}`, '', '', '', '', '', ''],
      [unit, '', '', 'Công Tằng Tôn Nữ Phương Thảo', `M${size}1`, 'Giám đốc Trung tâm', 'Trưởng đơn vị', ''],
      [unit, '', '', known.fullName, `M${size}2`, 'Chuyên viên', 'Chuyên viên', ''],
    ];
    await page.locator('input[type=file]').setInputFiles(await workbook(rows));
    await page.getByRole('heading', { name: 'Xem trước: danh-sach.xlsx' }).waitFor();
    await sound(page, `import-dry-${size}`);
    await page.getByRole('button', { name: 'Nhập 3 dòng' }).click();
    await page.getByRole('heading', { name: 'Đã nhập từ danh-sach.xlsx' }).waitFor();
    await page.getByText('Đã ghi 3 dòng vào sổ tổ chức.').waitFor();
    await sound(page, `import-done-${size}`);

    await page.goto(`${product.url}/organisation?tab=doubles`);
    const pair = page.locator('li', { has: page.locator('.pair') }).filter({ hasText: known.fullName });
    await pair.waitFor();
    await sound(page, `doubles-${size}`);
    await pair.getByRole('button', { name: 'Gộp hai bản ghi' }).click();
    const dialog = page.locator('dialog[open]');
    await dialog.getByText(/^Chuyển sang bản ghi giữ lại/u).waitFor();
    await dialog.getByLabel('Vì sao là một người').fill('Cùng số căn cước, ghi hai lần');
    await sound(page, `merge-${size}`);
    await dialog.getByRole('button', { name: 'Gộp hai bản ghi' }).click();
    await pair.waitFor({ state: 'detached' });
  },
);
