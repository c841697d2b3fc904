import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Review } from '../src/features/reviews/contract.ts';
import { dialog, give } from './acting.ts';
import { launchBrowser } from './browser.ts';
import { startDemo } from './demo.ts';
import { signIn } from './people.ts';
import { discard, type Product } from './product.ts';
import { asksForReview, opensReview, signsReview, writesPage } from './reviewing.ts';
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

/** Slides by keys: forward, to a number, to the end, out again; a number on one opens its records. */
async function projects(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Trình chiếu' }).click();
  // The review's own page has a heading too: a key pressed before the slides stand is lost.
  await page.getByRole('region', { name: /^Trang 1 trong/u }).waitFor();
  await picture(page, 'slides-title');
  await page.keyboard.press('ArrowRight');
  await page.getByRole('heading', { name: 'Kết quả chung' }).waitFor();
  await picture(page, 'slides-headline');
  await page.locator('.slide:not([hidden]) [data-figure]').first().click();
  await dialog(page).getByRole('listitem').first().waitFor();
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  const count = await page.locator('.slide').count();
  for (let at = 3; at <= count; at += 1) {
    await page.keyboard.press('ArrowRight');
    await page.getByRole('region', { name: `Trang ${at} trong ${count}` }).waitFor();
    await picture(page, `slides-${at}`);
  }
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('2');
  await page.getByRole('heading', { name: 'Kết quả chung' }).waitFor();
  await page.keyboard.press('End');
  await page.getByRole('region', { name: `Trang ${count} trong ${count}` }).waitFor();
  await page.keyboard.press('Home');
  await page.getByRole('region', { name: `Trang 1 trong ${count}` }).waitFor();
  await page.keyboard.press('f');
  await page.waitForFunction(() => document.fullscreenElement !== null);
  await page.keyboard.press('f');
  await page.waitForFunction(() => document.fullscreenElement === null);
  await page.keyboard.press('2');
  expect(await faultsIn(page, 'slides', ['phone-light'])).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.slide:visible').count()).toBe(count);
  await page.emulateMedia({ media: null });
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Sửa lời : Kết quả thực hiện nhiệm vụ' }).waitFor();
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
  const address = await opensReview(office, [first, today]);

  for (const [unit, size] of [
    [science, 'desk'],
    [digital, 'phone'],
  ] as const) {
    const head = await enter(await openBrowser(browser, size), product, 'head', unit);
    await head.goto(address);
    await writesPage(head, unit, 'Đơn vị phải thực hiện {{in-hand}} nhiệm vụ.', 'Sai {{khong-co}}');
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
  // It saves itself when typing pauses; what was typed and not saved comes back after a crash of the page.
  await dialog(office)
    .getByText(/Đã lưu lúc \d/u)
    .waitFor();
  await box.press('End');
  await box.pressSequentially(' nhiệm vụ.');
  await dialog(office).getByText('giữ trên máy này').waitFor();
  await office.reload();
  await office.getByRole('button', { name: 'Sửa lời : Kết quả thực hiện nhiệm vụ' }).click();
  await dialog(office).getByText('đã được lấy lại').waitFor();
  expect(await box.inputValue()).toBe('Trong kỳ giao mới {{given}} nhiệm vụ.');
  await dialog(office).getByRole('button', { name: 'Lưu' }).click();
  await dialog(office).waitFor({ state: 'detached' });
  await picture(office, 'review-live');
  expect(await faultsIn(office, 'review-live', twoLooks)).toEqual([]);
  expect(await reportIn(office)).toContain('DỰ THẢO');

  await projects(office);

  const signing = await enter(await openBrowser(browser), product, 'director');
  await signing.goto(address);
  await signsReview(signing, 'Đã báo cáo trực tiếp tại giao ban');

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

  // Opened again with a reason, the version that was signed stays readable word for word.
  await signing.getByRole('button', { name: 'Mở lại' }).click();
  await dialog(signing).getByLabel('Lý do mở lại').fill('Bổ sung việc ghi muộn');
  await dialog(signing).getByRole('button', { name: 'Mở lại' }).click();
  await signing.getByRole('link', { name: 'Đang sửa, chưa ký' }).waitFor();
  await picture(signing, 'review-reopened');
  expect(await faultsIn(signing, 'review-reopened', twoLooks)).toEqual([]);
  await signing.getByRole('link', { name: /^Bản 1: ký/u }).click();
  await signing.getByText(/Bản 1, ký ngày/u).waitFor();
  expect(await reportIn(signing)).toBe(report);

  // The same period once more is asked about first.
  await office.goto(`${product.url}/reviews`);
  await office.getByRole('button', { name: 'Mở kỳ sơ kết' }).click();
  await asksForReview(office, [first, today]);
  await dialog(office).getByLabel('Vẫn mở thêm một kỳ').waitFor();
  await picture(office, 'reviews-again');
  await dialog(office).getByLabel('Kỳ', { exact: true }).selectOption('document');
  await dialog(office)
    .getByLabel('Văn bản', { exact: true })
    .locator('option')
    .nth(1)
    .waitFor({ state: 'attached' });
  await picture(office, 'reviews-of-document');
});
