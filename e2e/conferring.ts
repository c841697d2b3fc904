import type { Page } from 'playwright-core';
import { dialog } from './acting.ts';

/** What people do at a conference, as they do it: its tabs, its dialogs, its lines. */
export interface Concluded {
  words: string;
  lead: string;
  coordinating?: string;
  product?: string;
  /** As people say it. */
  term?: string;
}

const dayWritten = (iso: string) => iso.split('-').reverse().join('/');

/**
 * Opens a conference of a day (ISO) from the list; its page is shown.
 * @param review the words of the review it looks at
 * @returns its address without a tab
 */
export async function opensConference(
  page: Page,
  origin: string,
  name: string,
  day: string,
  review?: string,
): Promise<string> {
  await page.goto(`${origin}/conferences`);
  await page.getByRole('button', { name: 'Lập hội nghị' }).click();
  await dialog(page).getByLabel('Tên hội nghị').fill(name);
  await dialog(page).getByLabel('Ngày họp').fill(dayWritten(day));
  await dialog(page).getByLabel('Địa điểm').fill('Hội trường tầng 2');
  await dialog(page).getByLabel('Người chủ trì', { exact: true }).fill('Giám đốc Sở');
  await dialog(page).getByLabel('Chức vụ người chủ trì').fill('Giám đốc Sở');
  if (review !== undefined) await dialog(page).getByLabel('Kỳ sơ kết').selectOption({ label: review });
  await dialog(page).getByRole('button', { name: 'Lập hội nghị' }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  return page.url().replace(/\?.*/u, '');
}

/** Goes to a part of the conference that is open. */
export const turnsTo = (page: Page, tab: string) =>
  page.getByRole('navigation', { name: 'Hội nghị' }).getByRole('link', { name: tab, exact: true }).click();

/** Writes an agenda item by item, and invites every unit. */
export async function preparesConference(page: Page, items: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'Thêm nội dung' }).click();
  for (const [at, item] of items.entries()) {
    await page.getByLabel(`Nội dung ${at + 1}`, { exact: true }).fill(item);
    if (at < items.length - 1) await page.keyboard.press('Enter');
  }
  await page.getByRole('button', { name: 'Lưu chương trình' }).click();
  await page.getByRole('button', { name: 'Lưu chương trình' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Mời mọi đơn vị' }).click();
  await page.getByRole('button', { name: 'Lưu danh sách mời' }).click();
  await page.getByRole('button', { name: 'Lưu danh sách mời' }).waitFor({ state: 'detached' });
}

/** Moves the conference that is open to a day (ISO) and an hour, and sees it said on its page. */
export async function movesTo(page: Page, day: string, start: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: 'Dời, hoãn, huỷ' }).click();
  await dialog(page).getByLabel('Ngày họp mới').fill(dayWritten(day));
  await dialog(page).getByLabel('Bắt đầu (giờ)').fill(start);
  await dialog(page).getByLabel('Lý do').fill(reason);
  await dialog(page).getByRole('button', { name: 'Dời sang ngày, giờ khác' }).click();
  await page.getByRole('list', { name: 'Dời, hoãn, huỷ' }).getByText(reason).waitFor();
}

/** A unit brings in what it asks for. */
export async function proposesAt(page: Page, words: string): Promise<void> {
  await turnsTo(page, 'Kiến nghị');
  await page.getByRole('button', { name: 'Ghi kiến nghị' }).click();
  await dialog(page).getByLabel('Nội dung').fill(words);
  await dialog(page).getByRole('button', { name: 'Ghi kiến nghị' }).click();
  await page.getByText(words).waitFor();
}

const editor = (page: Page) => page.locator('fieldset.line-editor');

async function takes(page: Page, label: string, name: string): Promise<void> {
  await editor(page).getByRole('combobox', { name: label }).fill(name);
  await editor(page).getByRole('option', { name, exact: true }).click();
}

/** Writes a conclusion into the line that is open; it saves itself. */
export async function writesLine(page: Page, { words, lead, coordinating, product, term }: Concluded) {
  await editor(page).getByLabel('Kết luận').fill(words);
  await takes(page, 'Đơn vị chủ trì', lead);
  if (coordinating) await takes(page, 'Đơn vị phối hợp', coordinating);
  if (product) await editor(page).getByLabel('Sản phẩm').fill(product);
  if (term) await editor(page).getByLabel('Thời hạn').fill(term);
  await editor(page)
    .getByText(/^Đã lưu \d/u)
    .waitFor();
}

/** Ends the line that is open; the next stands ready. */
export async function endsLine(page: Page, words: string): Promise<void> {
  await editor(page).getByLabel('Kết luận').press('Control+Enter');
  await page.locator('ol.lines').getByText(words).first().waitFor();
}

/** Issues the notice; what does not hold is taken with the reason. @returns its number */
export async function issuesNotice(page: Page, reason: string): Promise<string> {
  await turnsTo(page, 'Thông báo');
  await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
  await dialog(page).getByRole('heading', { name: 'Ban hành thông báo' }).waitFor();
  const why = dialog(page).getByLabel('Lý do ban hành');
  if ((await why.count()) > 0) await why.fill(reason);
  await dialog(page).getByRole('button', { name: 'Ban hành', exact: true }).click();
  await dialog(page).waitFor({ state: 'detached' });
  const told = await page.getByText(/Thông báo \d+\/TB-\S+ ban hành ngày/u).textContent();
  return /\d+\/TB-[^\s]+/u.exec(told ?? '')?.[0] ?? '';
}
