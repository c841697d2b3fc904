import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { startDemo } from './demo.ts';
import { signIn } from './people.ts';
import { discard, type Product } from './product.ts';
import { axeFaults, enter, openBrowser, overflow, picture } from './screen.ts';
import { settled } from './settled.ts';

let product: Product;
let browser: Browser;
/** A month, its last days, and a filter with a handful of directives due in it. */
let month: { at: string; filter: string; ids: string[] };

const kinds = ['table', 'board', 'calendar', 'timeline'] as const;
type Kind = (typeof kinds)[number];

interface Row {
  id: string;
  dueDay: string | null;
}

beforeAll(async () => {
  [product, browser] = await Promise.all([startDemo(), launchBrowser()]);
  const office = await signIn(product, 'office');
  const list = async (query: string) =>
    ((await (await office.get(`/api/directives?limit=200&${query}`)).json()) as { items: Row[] }).items;
  const first = (await list('sort=due')).find(({ dueDay }) => dueDay !== null)?.dueDay;
  if (!first) throw new Error('The demo has no directive with a day');
  const at = first.slice(0, 7);
  const filter = `dueFrom=${at}-01&dueTo=${at}-28`;
  month = { at, filter, ids: (await list(filter)).map(({ id }) => id) };
});
afterAll(async () => {
  await browser.close();
  await discard(product);
});

const addressOf = (kind: Kind) =>
  `${product.url}/directives?${month.filter}${kind === 'table' ? '' : `&view=${kind}`}`;

async function open(page: Page, kind: Kind): Promise<void> {
  await page.goto(addressOf(kind));
  await page.locator('.words a, [data-entry], .month-day').first().waitFor();
  await settled(page);
}

/** The directives a view shows, by the addresses they open. */
async function shown(page: Page): Promise<string[]> {
  const hrefs = await page
    .locator('.directive-table .words a, [data-entry]')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  return hrefs.map((href) => new URL(href).searchParams.get('open') ?? '');
}

test('the same filter shows the same directives in all four views', async () => {
  const context = await openBrowser(browser);
  const page = await enter(context, product, 'officer');
  expect(month.ids.length).toBeGreaterThan(0);
  for (const kind of kinds) {
    await open(page, kind);
    expect(new Set(await shown(page)), kind).toEqual(new Set(month.ids));
    await picture(page, `views-${kind}`);
    expect(await axeFaults(page), kind).toEqual([]);
  }
  await context.close();
});

test.each(['board', 'calendar', 'timeline'] as const)(
  'the %s is worked by keyboard alone: arrows, Enter, Esc back to where one was',
  async (kind) => {
    const context = await openBrowser(browser);
    const page = await enter(context, product, 'head');
    await page.goto(`${product.url}/directives?view=${kind}${kind === 'board' ? '' : `&at=${month.at}`}`);
    await page.locator('[data-entry]').first().waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-entry') ?? null);
    for (let press = 0; press < 80 && (await focused()) === null; press++) await page.keyboard.press('Tab');
    const first = await focused();
    expect(first).not.toBeNull();
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
    const moved = await focused();
    if ((await page.locator('[data-entry]').count()) > 1) expect(moved).not.toBe(first);
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: 'Một nhiệm vụ' }).waitFor();
    expect(new URL(page.url()).searchParams.get('view')).toBe(kind);
    await page.keyboard.press('Escape');
    await page.getByRole('complementary', { name: 'Một nhiệm vụ' }).waitFor({ state: 'detached' });
    await page.waitForFunction((id) => document.activeElement?.getAttribute('data-entry') === id, moved);
    await context.close();
  },
);

test('a view the office shares is one click away for an officer, who keeps one of their own', async () => {
  const context = await openBrowser(browser);
  const office = await enter(context, product, 'office');
  await office.goto(`${product.url}/directives?view=board&by=state`);
  await office.getByRole('button', { name: 'Lưu cách xem này' }).click();
  await office.getByLabel('Tên').fill('Toàn cơ quan theo tình trạng');
  await office.getByLabel('Chia sẻ cho cả cơ quan').check();
  await office.getByRole('button', { name: 'Lưu', exact: true }).click();
  await office.getByRole('link', { name: /Toàn cơ quan theo tình trạng/u }).waitFor();
  await context.close();

  const other = await openBrowser(browser);
  const officer = await enter(other, product, 'officer');
  await officer.goto(`${product.url}/directives`);
  await officer.getByRole('link', { name: /Toàn cơ quan theo tình trạng/u }).click();
  await officer.locator('.board').waitFor();
  const { searchParams } = new URL(officer.url());
  expect([searchParams.get('view'), searchParams.get('by')]).toEqual(['board', 'state']);
  expect(await officer.getByRole('button', { name: /Sửa hoặc bỏ «Toàn cơ quan/u }).count()).toBe(0);
  await officer.getByRole('button', { name: 'Lưu cách xem này' }).click();
  expect(await officer.getByLabel('Chia sẻ cho cả cơ quan').count()).toBe(0);
  expect(await axeFaults(officer)).toEqual([]);
  await other.close();
});

test('on a phone no view runs over, and the calendar shows a week', async () => {
  const context = await openBrowser(browser, 'phone');
  const page = await enter(context, product, 'head');
  for (const kind of kinds) {
    await open(page, kind);
    expect(await overflow(page), kind).toBeLessThanOrEqual(0);
    if (kind === 'calendar') expect(await page.locator('.month-day').count()).toBe(7);
    await picture(page, `views-phone-${kind}`);
    expect(await axeFaults(page), kind).toEqual([]);
    if (kind === 'table') continue;
    // Worked by finger: the months turn, an entry opens and closes again.
    if (kind !== 'board') {
      const { at } = { at: new URL(page.url()).searchParams.get('at') };
      await page.getByRole('button', { name: kind === 'calendar' ? 'Tuần sau' : 'Tháng sau' }).tap();
      if (kind === 'timeline')
        await page.waitForFunction((before) => new URLSearchParams(location.search).get('at') !== before, at);
      await page.getByRole('button', { name: kind === 'calendar' ? 'Tuần trước' : 'Tháng trước' }).tap();
    }
    const entry = page.locator('[data-entry]').first();
    if ((await entry.count()) === 0) continue;
    await entry.tap();
    await page.getByRole('complementary', { name: 'Một nhiệm vụ' }).waitFor();
    expect(await overflow(page), kind).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Đóng' }).first().tap();
    await page.getByRole('complementary', { name: 'Một nhiệm vụ' }).waitFor({ state: 'detached' });
  }
  await context.close();
});

test('a view is saved as a picture of a printed page', async () => {
  const context = await openBrowser(browser);
  const page = await enter(context, product, 'office');
  for (const kind of kinds) {
    await open(page, kind);
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải ảnh PNG' }).click();
    const bytes = await readFile(await (await saved).path());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    // A4 across at twice 96 dots an inch.
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], kind).toEqual([2246, 1588]);
  }
  await context.close();
});
