import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Review } from '../src/features/reviews/contract.ts';
import { dialog, give } from './acting.ts';
import { launchBrowser } from './browser.ts';
import { startDemo } from './demo.ts';
import { signIn } from './people.ts';
import { discard, type Product } from './product.ts';
import { axeFaults, enter, faultsIn, openBrowser, picture, twoLooks } from './screen.ts';

const science = 'Phòng Quản lý khoa học';
const digital = 'Phòng Chuyển đổi số';
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

const today = Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh').toString();
const said = (day: string) => day.split('-').reverse().join('/');
/** Before the day on which directives of this journey are given. */
const first = '2026-11-01';

async function reportIn(page: Page): Promise<string> {
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Tải Word' }).click();
  const chunks: Buffer[] = [];
  for await (const chunk of await (await saved).createReadStream()) chunks.push(chunk as Buffer);
  const xml = new TextDecoder().decode(unzipSync(Buffer.concat(chunks))['word/document.xml']);
  return xml.replaceAll(/<[^>]+>/gu, '');
}

async function writesAndConfirms(page: Page, unit: string, words: string): Promise<void> {
  await page.getByRole('button', { name: `Viết phần của đơn vị : ${unit}` }).click();
  await dialog(page).getByLabel('Kết quả thực hiện nhiệm vụ').fill('Sai {{khong-co}}');
  await dialog(page).getByText('Không có số liệu {{khong-co}}').waitFor();
  await dialog(page).getByLabel('Kết quả thực hiện nhiệm vụ').fill(words);
  await dialog(page).getByText('Đọc là:').waitFor();
  await dialog(page).getByRole('button', { name: 'Lưu' }).click();
  await dialog(page).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: `Xác nhận : ${unit}` }).click();
  await page
    .getByText(/Đã xác nhận \d/u)
    .first()
    .waitFor();
}

test('a review is opened, written by units, composed, signed, and stays as it was', async () => {
  const director = await signIn(product, 'director');
  for (const unit of [science, digital]) await give(director, `Việc trong kỳ của ${unit}`, unit);

  const office = await enter(await openBrowser(browser), product, 'office');
  await office.goto(`${product.url}/reviews`);
  await office.getByText('Đã ký').first().waitFor();
  await picture(office, 'reviews');
  expect(await faultsIn(office, 'reviews', twoLooks)).toEqual([]);
  await office.getByRole('button', { name: 'Mở kỳ sơ kết' }).click();
  expect(await dialog(office).getByLabel('Ngày chốt số liệu').inputValue()).toMatch(/^14\/(06|12)\//u);
  expect(await axeFaults(office)).toEqual([]);
  await picture(office, 'reviews-open');
  await dialog(office).getByLabel('Kỳ', { exact: true }).selectOption('dates');
  await dialog(office).getByLabel('Từ ngày').fill(said(first));
  await dialog(office).getByLabel('Đến ngày').fill(said(today));
  await dialog(office).getByLabel('Hạn để đơn vị').fill(said(today));
  await dialog(office).getByRole('button', { name: 'Mở kỳ' }).click();
  await office.getByRole('heading', { level: 1, name: /^Sơ kết, tổng kết từ/u }).waitFor();
  const address = office.url().replace(/\?.*/u, '');

  for (const [unit, size] of [
    [science, 'desk'],
    [digital, 'phone'],
  ] as const) {
    const head = await enter(await openBrowser(browser, size), product, 'head', unit);
    await head.goto(address);
    await writesAndConfirms(head, unit, 'Đơn vị phải thực hiện {{in-hand}} nhiệm vụ.');
    await picture(head, `review-unit-${size}`);
  }
  // Whoever looks at it sees it without asking.
  await office.getByText('Đơn vị phải thực hiện').nth(1).waitFor();

  await office.getByRole('button', { name: 'Sửa lời : Kết quả thực hiện nhiệm vụ' }).click();
  const box = dialog(office).getByLabel('Kết quả thực hiện nhiệm vụ');
  await box.fill('Trong kỳ giao mới ');
  await dialog(office).getByLabel('Chèn số liệu').selectOption({ label: 'Giao mới trong kỳ' });
  expect(await box.inputValue()).toBe('Trong kỳ giao mới {{given}}');
  await picture(office, 'review-compose');
  await dialog(office).getByRole('button', { name: 'Lưu' }).click();
  await dialog(office).waitFor({ state: 'detached' });
  await picture(office, 'review-live');
  expect(await faultsIn(office, 'review-live', twoLooks)).toEqual([]);
  expect(await reportIn(office)).toContain('DỰ THẢO');

  const signing = await enter(await openBrowser(browser), product, 'director');
  await signing.goto(address);
  await signing.getByRole('button', { name: 'Ký', exact: true }).click();
  await picture(signing, 'review-sign');
  const reason = dialog(signing).getByLabel('Lý do ký khi còn đơn vị chưa xác nhận');
  if ((await reason.count()) > 0) await reason.fill('Đã báo cáo trực tiếp tại giao ban');
  await dialog(signing).getByRole('button', { name: 'Ký', exact: true }).click();
  await signing.getByText(/Bản đã ký ngày/u).waitFor();

  const id = address.split('/').at(-1) ?? '';
  const asked = async () => (await (await director.get(`/api/reviews/${id}`)).json()) as Review;
  const review = await asked();
  const given = review.figures.find(({ key }) => key === 'given')?.value;
  const report = await reportIn(signing);
  expect(report).not.toContain('DỰ THẢO');
  expect(report).toContain(`Trong kỳ giao mới ${given}`);
  for (const { name, figures } of review.units)
    expect(report).toContain(`${name}${figures.find(({ key }) => key === 'in-hand')?.value}`);

  // A number opens exactly the records that were counted.
  await signing
    .getByRole('button', { name: `Giao mới trong kỳ: ${given}` })
    .first()
    .click();
  await dialog(signing).getByText(`${given} nhiệm vụ`).waitFor();
  await signing.keyboard.press('Escape');

  const late = `Ghi muộn sau khi ký ${Date.now()}`;
  await give(director, late, science);
  await signing.reload();
  await signing.getByRole('link', { name: late }).waitFor();
  await signing.getByText(/nay tính vào: .*Giao mới trong kỳ/u).waitFor();
  const after = await asked();
  expect(after.sections).toEqual(review.sections);
  expect(after.figures).toEqual(review.figures);
  expect(await reportIn(signing)).toBe(report);
  await picture(signing, 'review-signed');
  expect(await faultsIn(signing, 'review-signed', twoLooks)).toEqual([]);
});
