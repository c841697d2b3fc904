import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
afterAll(async () => {
  await browser.close();
  await discard(product);
});

/** The first role of the demo somebody of whom was reminded of something. */
async function reminded(): Promise<{ role: string; unread: number }> {
  for (const role of ['head', 'office', 'director', 'officer']) {
    const answer = await (await signIn(product, role)).get('/api/reminders');
    const { unread } = (await answer.json()) as { unread: number };
    if (unread > 0) return { role, unread };
  }
  throw new Error('Nobody of the demo was reminded');
}

test('the bell says how many, opens the list by keyboard, and what is read stays read', async () => {
  const { role, unread } = await reminded();
  const context = await openBrowser(browser, 'phone');
  const page = await enter(context, product, role);
  const bell = page.getByRole('button', { name: `Nhắc việc: ${unread} chưa đọc` });
  await bell.focus();
  await page.keyboard.press('Enter');
  const panel = page.locator('#reminders');
  await panel
    .getByRole('button', { name: /^Đánh dấu đã đọc/u })
    .first()
    .waitFor();
  await picture(page, 'reminders-phone');
  expect(await overflow(page)).toBe(0);
  expect(await axeFaults(page)).toEqual([]);
  await panel
    .getByRole('button', { name: /^Đánh dấu đã đọc/u })
    .first()
    .click();
  await page.getByRole('button', { name: `Nhắc việc: ${unread - 1} chưa đọc` }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: `Nhắc việc: ${unread - 1} chưa đọc` }).waitFor();
  await context.close();
});

test('a calendar address is made, read by a program, revoked, and then nothing', async () => {
  const context = await openBrowser(browser);
  const page = await enter(context, product, 'head');
  await page.goto(`${product.url}/account`);
  await page.getByRole('button', { name: 'Tạo địa chỉ lịch' }).click();
  const address = await page.locator('code.secret', { hasText: '.ics' }).innerText();
  const answer = await fetch(address);
  expect(answer.headers.get('content-type')).toContain('text/calendar');
  expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n/u);
  await page.getByRole('button', { name: 'Thu hồi địa chỉ lịch: Việc của tôi' }).click();
  await page.getByText('Chưa có địa chỉ lịch nào.').waitFor();
  expect((await fetch(address)).status).toBe(404);
  await context.close();
});

test('an administrator changes the ladder in words of days', async () => {
  const context = await openBrowser(browser);
  const page = await enter(context, product, 'administrator');
  await page.goto(`${product.url}/settings`);
  await page.getByRole('button', { name: /^Đổi: Nhắc trưởng đơn vị/u }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Giá trị').fill('−2 0 1 3');
  await dialog.getByRole('button', { name: 'Đổi' }).click();
  await page.getByText('−2; 0; +1; +3').waitFor();
  await page.getByRole('link', { name: 'Nhật ký gửi thư' }).click();
  await page.getByText('Chưa khai báo máy chủ thư').waitFor();
  await context.close();
});

const states = ['sent', 'waiting', 'under-way', 'unknown', 'failed'] as const;

/** What the server would tell of letters in every state; the demo itself writes none. */
const letters = {
  configured: true,
  withoutAddress: 2,
  next: null,
  items: states.map((state, index) => ({
    id: `00000000-0000-4000-8000-00000000000${index}`,
    day: '2026-11-25',
    person: 'Nguyễn Thị Thanh Hương',
    address: 'huong.nguyenthithanh@sokhcn.minhson.example',
    state,
    tries: 2,
    nextTryAt: state === 'waiting' ? '2026-11-25T03:00:00Z' : null,
    writtenAt: '2026-11-25T00:00:00Z',
    events: [
      { kind: 'begun', recordedAt: '2026-11-25T00:00:05Z', words: '' },
      {
        kind: 'failed',
        recordedAt: '2026-11-25T00:00:06Z',
        words: '450 4.2.1 Mailbox is busy, try again later',
      },
    ],
    abilities: { again: state === 'failed' || state === 'unknown' || 'Không cần gửi lại.' },
  })),
};

test.each(['desk', 'phone'] as const)('the delivery log is sound in every state on a %s', async (size) => {
  const context = await openBrowser(browser, size, size === 'desk' ? 'light' : 'dark');
  const page = await enter(context, product, 'administrator');
  await page.route('**/api/letters*', (route) => route.fulfill({ json: letters }));
  await page.goto(`${product.url}/settings/letters`);
  await page.getByText('Không rõ đã đến chưa').waitFor();
  expect(await page.getByRole('button', { name: /^Gửi lại/u }).count()).toBe(2);
  await page.getByText('2 lần gửi').first().click();
  await picture(page, `letters-${size}`);
  expect(await overflow(page)).toBe(0);
  expect(await axeFaults(page)).toEqual([]);
  await context.close();
});
