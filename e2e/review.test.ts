import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileOf } from '../examples/files.ts';
import { exampleDocuments } from '../examples/notices.ts';
import { material } from '../test/material.ts';
import { launchBrowser } from './browser.ts';
import { startDemo } from './demo.ts';
import { discard, type Product } from './product.ts';
import { axeFaults, enter, openBrowser, picture } from './screen.ts';

let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await discard(product);
});

/** A document on disk, as a clerk has it: the real one where it is at hand, else one of the project's own. */
async function documentOnDisk(path: string, as: 'docx' | 'scan'): Promise<string> {
  const bytes = material(path);
  const own = exampleDocuments(Temporal.PlainDate.from('2025-03-10')).find((one) => one.as === as);
  if (!own) throw new Error(`No example comes as ${as}`);
  const file = bytes ? { name: path.split('/').at(-1) ?? path, bytes } : await fileOf(own);
  const place = join(product.dataDir, file.name);
  await writeFile(place, file.bytes);
  return place;
}

async function drop(page: Page, file: string): Promise<void> {
  await page.goto(`${product.url}/intake`);
  await page.locator('input[type=file]').first().setInputFiles(file);
  const name = file.split('/').at(-1) ?? file;
  await page.getByRole('link', { name }).first().click({ timeout: 90_000 });
  await page.getByRole('button', { name: /vào sổ/u }).waitFor({ timeout: 120_000 });
}

/** Answers each question the screen puts as «there is none», then confirms. */
async function answerAndConfirm(page: Page): Promise<void> {
  const done = page.getByText(/Đã vào sổ đến số \d+/u);
  const confirm = page.getByRole('button', { name: /Đưa .*vào sổ/u });
  for (let turn = 0; turn < 200; turn++) {
    await done.or(confirm).first().waitFor();
    if (await done.isVisible()) return;
    // Busy while the register answers: the next look finds the outcome.
    await confirm.click({ timeout: 2_000 }).catch(() => undefined);
    for (const name of ['Không nêu đơn vị', 'Không có hạn']) {
      const none = page.locator('.line-editor').getByRole('button', { name, exact: true, pressed: false });
      await none
        .first()
        .click({ timeout: 300 })
        .catch(() => undefined);
    }
  }
  throw new Error('The review never came to an end');
}

test('a typed notice from drop to register, export and search, by keyboard where a clerk would', async () => {
  const context = await openBrowser(browser);
  const page = await enter(context, product, 'office');
  await drop(page, await documentOnDisk('reading/dev/n03.txt', 'docx'));
  await picture(page, 'review');
  expect(await axeFaults(page)).toEqual([]);

  const lines = page.locator('.line-row');
  const count = await lines.count();
  expect(count).toBeGreaterThan(5);

  const other = await enter(await openBrowser(browser, 'phone'), product, 'director');
  await other.goto(page.url());
  await other.locator('.line-row').first().waitFor();

  // A deadline typed as people say it, without marks; the hint says what it means.
  await page.keyboard.press('j');
  await page.keyboard.press('d');
  await page.keyboard.type('truoc 15/11/2027');
  await page
    .getByText(/15\/11\/2027/u)
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await page.getByText(/đã lưu \d\d:\d\d/u).waitFor();

  // Dropped, and taken back.
  await page.keyboard.press('x');
  await page
    .getByText(/đã lưu/u)
    .first()
    .waitFor();
  await page.keyboard.press('z');

  // A colleague who has the same review open on a phone sees it without asking.
  await other.getByText('12/11/2027').first().waitFor();
  await picture(other, 'review-phone');
  await other.context().close();

  await answerAndConfirm(page);
  await picture(page, 'confirmed');
  await page.getByRole('link', { name: 'Xem các nhiệm vụ' }).click();
  await page.waitForURL(/\/directives\?/u);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Xuất Excel' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/u);

  await page.keyboard.press('Escape');
  await page.goto(`${product.url}/directives?q=${encodeURIComponent('chi so')}`);
  await page
    .locator('main')
    .getByText(/chỉ số|nhiệm vụ/iu)
    .first()
    .waitFor();

  // The same bytes again are recognised.
  await page.goto(`${product.url}/intake`);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(await documentOnDisk('reading/dev/n03.txt', 'docx'));
  await page
    .getByText(/đã tiếp nhận|đã có/iu)
    .first()
    .waitFor();
  await context.close();
});

test('a scan from drop to register, its words marked on the picture of the page', async () => {
  const context = await openBrowser(browser);
  const page = await enter(context, product, 'office');
  await drop(page, await documentOnDisk('reading/dev/scans/o03.pdf', 'scan'));
  await page.locator('img').first().waitFor();
  await picture(page, 'review-scan');
  expect(await axeFaults(page)).toEqual([]);
  await answerAndConfirm(page);
  await page.getByRole('link', { name: 'Mở văn bản trong sổ' }).click();
  await page.waitForURL(/\/documents\//u);
  await picture(page, 'document');
  await context.close();
});
