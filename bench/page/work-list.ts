import type { Browser, Page } from 'playwright-core';
import { signedIn } from './arrive.ts';

export interface Use {
  name: string;
  /** Milliseconds from the act to the picture after it. */
  times: number[];
  note?: string;
}

interface Noted {
  events: { name: string; duration: number }[];
  frames: number[];
}

/** Runs in the page: what Event Timing says of every key and click, and how far apart the pictures are. */
function note(): void {
  const noted: Noted = { events: [], frames: [] };
  Object.assign(globalThis, { benchNoted: noted });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if ('interactionId' in entry && entry.interactionId)
        noted.events.push({ name: entry.name, duration: entry.duration });
    }
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
  let before = performance.now();
  const next = (now: number) => {
    noted.frames.push(now - before);
    before = now;
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

/** What has been noted since the last time it was asked; an interaction below the finest threshold counts as 16 ms. */
async function noted(page: Page): Promise<Noted> {
  await page.waitForTimeout(120);
  return page.evaluate(() => {
    const mine = (globalThis as unknown as { benchNoted: Noted }).benchNoted;
    const { events, frames } = mine;
    mine.events = [];
    mine.frames = [];
    return { events, frames };
  });
}

async function timed(page: Page, times: number, act: (turn: number) => Promise<void>): Promise<number[]> {
  const all: number[] = [];
  await noted(page);
  for (let turn = 0; turn < times; turn += 1) {
    await act(turn);
    const { events } = await noted(page);
    all.push(Math.max(16, ...events.map(({ duration }) => duration)));
  }
  return all;
}

const rows = (page: Page) => page.locator('.directive-table [data-row]');
const lastRow = (page: Page) =>
  page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll('[data-row]')].map((row) => Number(row.getAttribute('data-row'))),
    ),
  );

/** Turns the wheel until the last row is there. */
async function toTheEnd(page: Page): Promise<{ frames: number[]; seconds: number; rows: number }> {
  const total = Number(await page.locator('.directive-table').getAttribute('aria-rowcount')) - 1;
  const box = await page.locator('.table-box').boundingBox();
  if (!box) throw new Error('No list');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await noted(page);
  const began = performance.now();
  const frames: number[] = [];
  for (let turn = 0; turn < 4000 && (await lastRow(page)) < total - 1; turn += 1) {
    await page.mouse.wheel(0, 4000);
    await page.waitForTimeout(16);
    if (turn % 50 === 49) frames.push(...(await noted(page)).frames);
  }
  frames.push(...(await noted(page)).frames);
  return { frames, seconds: (performance.now() - began) / 1000, rows: (await lastRow(page)) + 1 };
}

/** Works the list as people do, at its top and again once all of it has been scrolled through. */
export async function workList(browser: Browser, url: string, runs: number): Promise<Use[]> {
  const context = await signedIn(browser, url);
  const page = await context.newPage();
  await page.addInitScript(note);
  await page.goto(`${url}/directives`);
  await rows(page).first().waitFor();
  const uses: Use[] = [];
  const turns = runs * 4;
  const add = async (name: string, act: (turn: number) => Promise<void>) =>
    uses.push({ name, times: await timed(page, turns, act) });
  const work = async (where: string) => {
    await add(`${where}: j to the next row`, () => page.keyboard.press('j'));
    await add(`${where}: x chooses a row`, async () => {
      await page.keyboard.press('x');
    });
    await add(`${where}: Enter opens the panel`, async () => {
      await page.keyboard.press('Enter');
      await page.getByRole('complementary', { name: 'Một nhiệm vụ' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('complementary', { name: 'Một nhiệm vụ' }).waitFor({ state: 'detached' });
      await page.keyboard.press('j');
    });
    await add(`${where}: a letter in the search`, async () => {
      await page.locator('#search').focus();
      await page.keyboard.press('b');
    });
    await page.keyboard.press('Escape');
  };
  await work('100 loaded');
  const { frames, seconds, rows: loaded } = await toTheEnd(page);
  uses.push({
    name: `wheel to the end (${loaded} rows)`,
    times: frames,
    note: `${seconds.toFixed(1)} s in all`,
  });
  await work(`${loaded} loaded`);
  const unit = page.getByRole('combobox', { name: 'Chủ trì' }).first();
  const options = await unit.locator('option').count();
  uses.push({
    name: 'another unit in the filter',
    times: await timed(page, Math.min(turns, options - 1), async (turn) => {
      await unit.focus();
      await page.keyboard.press('ArrowDown');
      await page.waitForLoadState('networkidle').catch(() => undefined);
      if (turn === 0) await rows(page).first().waitFor();
    }),
  });
  await context.close();
  return uses;
}
