import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { docx, docxTable } from '../test/office-files.ts';
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
const next = today.year + 1;
const columns = ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Cấp trình', 'Thời gian'];

const wordTable = (lead: string) => ({
  name: 'chuong-trinh.docx',
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer: Buffer.from(
    docx(
      docxTable([
        columns,
        [['<w:gridSpan w:val="5"/>', 'Tháng 3']],
        ['1', 'Tuần lễ sở hữu trí tuệ', unit, 'Giám đốc Sở', ''],
        ['2', 'Đề án nhân lực khoa học', lead, 'UBND tỉnh', '15/6'],
      ]),
    ),
  ),
});

test('the year seen as months by everybody, on a desk and a phone', async () => {
  const office = await enter(await openBrowser(browser), product, 'office');
  await office.goto(`${product.url}/programme`);
  await office.locator('.month li').first().waitFor();
  await picture(office, 'programme');
  expect(await faultsIn(office, 'programme', twoLooks)).toEqual([]);
  const shown = await office.locator('.month li').count();
  await office.getByRole('checkbox', { name: /đã chuyển tháng/u }).check();
  await office.waitForURL(/moved=true/u);
  await office.waitForFunction((all) => document.querySelectorAll('.month li').length < all, shown);
});

test('next year comes in from Word, is approved, and an item becomes a directive', async () => {
  const office = await enter(await openBrowser(browser), product, 'office');
  await office.goto(`${product.url}/programme?year=${next}`);
  await office.getByRole('link', { name: 'Nhập từ Word, Excel' }).click();
  const choose = office.locator('input[type=file]');
  await choose.setInputFiles(wordTable('Phòng Không Có'));
  await office.getByText('1 trên 2 dòng có lỗi').waitFor();
  await office.getByText('Không có đơn vị «Phòng Không Có»').waitFor();
  await picture(office, 'programme-faults');
  await choose.setInputFiles(wordTable('Văn phòng Sở'));
  await office.getByText(`Sẽ thêm 2 việc vào chương trình năm ${next}`).waitFor();
  await office.getByRole('button', { name: 'Nhập 2 việc' }).click();
  await office.getByRole('link', { name: 'Xem chương trình' }).click();
  await office.getByText('Chưa phê duyệt: còn sửa thẳng được.').waitFor();

  await office.getByRole('button', { name: 'Ghi phê duyệt' }).click();
  await dialog(office).getByLabel('Văn bản', { exact: true }).fill('Quyết định 99/QĐ-SKHCN');
  await dialog(office).getByRole('button', { name: 'Ghi phê duyệt' }).click();
  await office.getByText(/Phê duyệt ngày/u).waitFor();
  await office.getByRole('link', { name: 'Đề án nhân lực khoa học' }).click();
  await office.getByRole('button', { name: 'Chuyển tháng' }).click();
  await dialog(office).getByLabel('Tháng', { exact: true }).selectOption({ label: 'Tháng 8' });
  await dialog(office).getByLabel('Văn bản', { exact: true }).fill('Thông báo 5/TB-SKHCN');
  await dialog(office).getByLabel('Lý do').fill('chờ hướng dẫn của Bộ');
  await dialog(office).getByRole('button', { name: 'Chuyển sang tháng này' }).click();
  await office.getByText('Chuyển sang tháng 8 tại Thông báo 5/TB-SKHCN').waitFor();
  await office.getByRole('button', { name: 'Giao thành nhiệm vụ' }).click();
  await office.getByRole('link', { name: 'Mở nhiệm vụ' }).waitFor();
  await picture(office, 'programme-item');
  expect(await faultsIn(office, 'programme-item', twoLooks)).toEqual([]);
  await office.getByRole('link', { name: 'Mở nhiệm vụ' }).click();
  await office.getByRole('heading', { level: 1, name: 'Đề án nhân lực khoa học' }).waitFor();

  const officer = await enter(await openBrowser(browser, 'phone'), product, 'officer', unit);
  await officer.goto(`${product.url}/programme?year=${next}`);
  await officer.getByText('từ tháng 6, chuyển 1 lần').waitFor();
  await picture(officer, 'programme-phone');
  expect(await officer.getByRole('button', { name: 'Thêm việc' }).count()).toBe(0);
});
