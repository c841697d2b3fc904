import { mkdir, rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { layDemo } from './demo.ts';
import { discard, type Product, startProduct } from './product.ts';
import { faultsIn, openBrowser, twoLooks } from './screen.ts';
import { settled } from './settled.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await discard(product);
});

const expectSound = async (page: Page, name: string) =>
  expect(await faultsIn(page, name, twoLooks)).toEqual([]);

test('a new user makes an agency from the printed address, signs in and receives a first document', async () => {
  const context = await openBrowser(browser);
  const page = await context.newPage();
  expect(product.token).not.toBeNull();
  await page.goto(`${product.url}/?token=${product.token}`);
  await page.getByRole('button', { name: /Tạo cơ quan/u }).waitFor();
  await expectSound(page, 'set-up');
  await page.getByRole('button', { name: /Tạo cơ quan/u }).click();
  await page.getByLabel(/Tên đầy đủ|Tên cơ quan/u).fill('Sở Khoa học và Công nghệ tỉnh Minh Sơn');
  await page
    .getByLabel(/ngắn|viết tắt/iu)
    .first()
    .fill('Sở KH&CN Minh Sơn');
  await page
    .getByLabel(/ký hiệu/iu)
    .first()
    .fill('SKHCN');
  await page.getByRole('button', { name: /Tiếp/u }).click();
  await page.locator('textarea').first().fill('Văn phòng Sở; VP\nPhòng Quản lý khoa học; QLKH');
  // Understood as people write it, with what was understood beneath.
  await page.getByRole('cell', { name: 'QLKH', exact: true }).waitFor();
  await expectSound(page, 'set-up-units');
  await page.getByRole('button', { name: /Tiếp/u }).click();
  await page.getByLabel(/Họ/u).fill('Nguyễn Thị Quản Trị');
  await page.getByLabel(/Tên đăng nhập/u).fill('quan.tri');
  for (const field of await page.locator('input[type=password]').all()) await field.fill('ngan');
  await page.getByRole('button', { name: /Tạo cơ quan/u }).click();
  await page.getByText('Cần ít nhất 14 ký tự.').waitFor();
  const password = 'mot cau mat khau dai';
  for (const field of await page.locator('input[type=password]').all()) await field.fill(password);
  await expectSound(page, 'set-up-administrator');
  await page.getByRole('button', { name: /Tạo cơ quan/u }).click();

  const signIn = page.getByRole('button', { name: 'Đăng nhập', exact: true });
  const inside = page.getByRole('link', { name: 'Nhiệm vụ giao' }).first();
  await Promise.race([signIn.waitFor(), inside.waitFor()]);
  if (await signIn.isVisible()) {
    await expectSound(page, 'sign-in');
    await page.getByLabel('Tên đăng nhập').fill('quan.tri');
    await page.locator('input[type=password]').fill('sai mat khau roi');
    await signIn.click();
    await page.getByRole('alert').first().waitFor();
    await page.locator('input[type=password]').fill(password);
    await signIn.click();
  }
  await inside.waitFor();
  await expectSound(page, 'today-empty');
  await page.goto(`${product.url}/organisation`);
  await page.getByText('Phòng Quản lý khoa học').first().waitFor();
  await page.goto(`${product.url}/intake`);
  await expectSound(page, 'intake-empty');
  for (const place of ['/documents', '/directives', '/organisation?tab=persons', '/agencies', '/overview']) {
    await page.goto(product.url + place);
    await page.locator('main h1').first().waitFor();
    await settled(page);
    await expectSound(page, `empty${place.replaceAll(/[/?=]/gu, '_')}`);
  }
  for (const act of ['Thêm cơ quan', 'Cho cấp trên xem']) {
    await page.goto(`${product.url}/agencies`);
    await page.getByRole('button', { name: act }).first().click();
    await expectSound(page, act.replaceAll(' ', '-'));
  }
  await context.close();
});

test('the printed token works once', async () => {
  const answer = await fetch(`${product.url}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: product.url },
    body: JSON.stringify({
      token: product.token,
      agency: { name: 'Sở khác', shortName: 'Khác', sign: 'SK' },
      units: [],
      administrator: { fullName: 'Kẻ Khác', userName: 'ke.khac', password: 'mat khau rat dai day' },
    }),
  });
  expect([403, 404, 409]).toContain(answer.status);
});

test('who only wants to look is taken to the demo at the same address', async () => {
  const fresh = await startProduct();
  // Where a demo lies already it is opened as it is; that an empty one is filled is seen where the tests fill theirs.
  await mkdir(`${fresh.dataDir}-demo`, { mode: 0o711 });
  await layDemo(`${fresh.dataDir}-demo`);
  const context = await openBrowser(browser);
  const page = await context.newPage();
  await page.goto(`${fresh.url}/?token=${fresh.token}`);
  await page.getByRole('button', { name: /bản mẫu/iu }).click();
  await page.getByText('Bản mẫu: chọn một người để vào').waitFor({ timeout: 150_000 });
  await context.close();
  await discard(fresh);
  await rm(`${fresh.dataDir}-demo`, { recursive: true, force: true });
});
