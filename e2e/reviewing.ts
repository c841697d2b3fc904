import type { Page } from 'playwright-core';
import { dialog } from './acting.ts';

/** What people do at a review, as they do it. */

const written = (iso: string) => iso.split('-').reverse().join('/');

/** Fills the open dialog with days of one's own (ISO, first and last) and asks for the review. */
export async function asksForReview(page: Page, [from, to]: readonly [string, string]): Promise<void> {
  await dialog(page).getByLabel('Kỳ', { exact: true }).selectOption('dates');
  await dialog(page).getByLabel('Từ ngày').fill(written(from));
  await dialog(page).getByLabel('Đến ngày').fill(written(to));
  await dialog(page).getByLabel('Hạn để đơn vị').fill(written(to));
  await dialog(page).getByRole('button', { name: 'Mở kỳ' }).click();
}

/** Opens the review of those days from its open dialog. @returns its address */
export async function opensReview(page: Page, days: readonly [string, string]): Promise<string> {
  await asksForReview(page, days);
  await page.getByRole('heading', { level: 1, name: /^Sơ kết, tổng kết từ/u }).waitFor();
  return page.url().replace(/\?.*/u, '');
}

/** A unit writes its page and confirms it. @param faulty words refused first */
export async function writesPage(page: Page, unit: string, words: string, faulty?: string): Promise<void> {
  await page.getByRole('button', { name: `Viết phần của đơn vị : ${unit}` }).click();
  const box = dialog(page).getByLabel('Kết quả thực hiện nhiệm vụ');
  if (faulty !== undefined) {
    await box.fill(faulty);
    await dialog(page).getByText('Không có số liệu {{khong-co}}').waitFor();
  }
  await box.fill(words);
  await dialog(page).getByText('Đọc là:').waitFor();
  await dialog(page).getByRole('button', { name: 'Lưu' }).click();
  await dialog(page).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: `Xác nhận : ${unit}` }).click();
  await page
    .getByText(/Đã xác nhận \d/u)
    .first()
    .waitFor();
}

/** Signs the review that is open, with a reason where units are missing. */
export async function signsReview(page: Page, reason: string): Promise<void> {
  await page.getByRole('button', { name: 'Ký', exact: true }).click();
  const why = dialog(page).getByLabel('Lý do ký khi còn đơn vị chưa xác nhận');
  await dialog(page).getByRole('button', { name: 'Ký', exact: true }).waitFor();
  if ((await why.count()) > 0) await why.fill(reason);
  await dialog(page).getByRole('button', { name: 'Ký', exact: true }).click();
  await page.getByText(/Bản 1, ký ngày/u).waitFor();
}
