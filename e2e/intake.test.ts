import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { begin, dialog, give, photograph } from './acting.ts';
import { launchBrowser } from './browser.ts';
import { startDemo } from './demo.ts';
import { signIn } from './people.ts';
import { discard, type Product } from './product.ts';
import { axeFaults, enter, openBrowser, overflow, picture } from './screen.ts';

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

/** A photograph as a phone takes it, held upright; its grain keeps it large. */
function fromPhone(): Buffer {
  const canvas = createCanvas(3120, 4160);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#f4f1ea';
  pen.fillRect(0, 0, 3120, 4160);
  for (let at = 0; at < 60_000; at += 1) {
    pen.fillStyle = `hsl(${(at * 37) % 360} 30% ${(at * 53) % 100}%)`;
    pen.fillRect((at * 7919) % 3120, (at * 104_729) % 4160, 9, 5);
  }
  pen.fillStyle = '#111';
  pen.font = '120px serif';
  pen.fillText('Giao Van phong bao cao truoc 15/12/2026', 200, 400);
  return canvas.toBuffer('image/jpeg', 95);
}

const sent = (page: Page) => page.getByRole('region', { name: 'Các tệp vừa gửi' });

test('a photograph from a phone goes out smaller, is seen on its way, and arrives', async () => {
  const context = await openBrowser(browser, 'phone');
  const page = await enter(context, product, 'office');
  await page.goto(`${product.url}/intake`);
  await page.getByRole('button', { name: 'Chụp ảnh' }).waitFor();
  const buffer = fromPhone();
  const line = await context.newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 100,
    downloadThroughput: 1e6,
    uploadThroughput: 400_000,
  });
  await page
    .locator('input[capture]')
    .setInputFiles({ name: 'IMG_2041.jpg', mimeType: 'image/jpeg', buffer });
  await sent(page)
    .getByText(/thu nhỏ còn/u)
    .waitFor();
  await page.waitForFunction(() => {
    const share = document.querySelector<HTMLProgressElement>('.sent-files progress')?.value ?? 0;
    return share > 0 && share < 1;
  });
  await picture(page, 'intake-sending');
  expect(await overflow(page)).toBe(0);
  expect(await axeFaults(page)).toEqual([]);
  const link = sent(page).getByRole('link', { name: 'IMG_2041.jpg' });
  await link.waitFor();
  const id = (await link.getAttribute('href'))?.split('/').at(-1);
  const office = await signIn(product, 'office');
  const bytes = Buffer.from(await (await office.get(`/api/intakes/${id}/original`)).arrayBuffer());
  expect(bytes.length).toBeLessThan(buffer.length);
  const { width, height } = await loadImage(bytes);
  expect([width, height]).toEqual([2250, 3000]);
});

test('files let go over the page are taken, each for itself', async () => {
  const context = await openBrowser(browser);
  const page = await enter(context, product, 'office');
  await page.goto(`${product.url}/intake`);
  await page.getByRole('button', { name: 'Chọn tệp' }).waitFor();
  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    const words = 'CÔNG VĂN\nGiao Văn phòng báo cáo kết quả trước ngày 15/12/2026.';
    transfer.items.add(new File([words], 'Công văn giao việc.txt', { type: 'text/plain' }));
    transfer.items.add(new File([new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0])], 'chương trình.exe'));
    return transfer;
  });
  // Wherever on the page they are let go.
  await page.dispatchEvent('main', 'dragover', { dataTransfer: dropped });
  await page.getByText('Thả ra để tiếp nhận').waitFor();
  await picture(page, 'intake-drag');
  await page.dispatchEvent('main', 'drop', { dataTransfer: dropped });
  await sent(page).getByRole('link', { name: 'Công văn giao việc.txt' }).waitFor();
  await sent(page).getByText('chương trình.exe').first().waitFor();
  expect(await page.getByText('Thả ra để tiếp nhận').count()).toBe(0);
  expect(await axeFaults(page)).toEqual([]);
  await picture(page, 'intake-dropped');
});

test('a chosen file is not lost by loading the page anew: the browser asks first', async () => {
  const given = await give(
    await signIn(product, 'director'),
    'Gửi ảnh hiện trường',
    'Phòng Quản lý khoa học',
  );
  const head = await enter(await openBrowser(browser), product, 'head', 'Phòng Quản lý khoa học');
  const asked: string[] = [];
  head.on('dialog', (question) => {
    asked.push(question.type());
    void question.dismiss();
  });
  await head.goto(`${product.url}/directives/${given.id}`);
  await begin(head, 'Đính kèm sản phẩm');
  await dialog(head).locator('input[multiple]').setInputFiles(photograph);
  await dialog(head).getByText('hien-truong.png').waitFor();
  await head.evaluate(() => setTimeout(() => location.reload()));
  await expect.poll(() => asked).toEqual(['beforeunload']);
  await dialog(head).getByText('hien-truong.png').waitFor();
  // Taken off again there is nothing to lose.
  await dialog(head).getByRole('button', { name: 'Bỏ hien-truong.png' }).click();
  await Promise.all([head.waitForEvent('load'), head.evaluate(() => setTimeout(() => location.reload()))]);
  expect(asked).toHaveLength(1);
});
