import { readFile } from 'node:fs/promises';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { read } from '../src/reading/read.ts';
import { launchBrowser } from './browser.ts';
import { startDemo } from './demo.ts';
import { signIn } from './people.ts';
import { discard, type Product } from './product.ts';
import { axeFaults, enter, faultsIn, openBrowser, overflow, picture, twoLooks } from './screen.ts';

let product: Product;
let browser: Browser;
/** A unit that leads something overdue, and how much. */
let late: { id: string; name: string; count: number };

interface Row {
  lead: { unitId: string | null; name: string } | null;
}

beforeAll(async () => {
  [product, browser] = await Promise.all([startDemo(), launchBrowser()]);
  const office = await signIn(product, 'office');
  const list = async (query: string) =>
    (await (await office.get(`/api/directives?limit=200&${query}`)).json()) as {
      items: Row[];
      total: number;
    };
  const lead = (await list('state=overdue')).items.find((one) => one.lead?.unitId)?.lead;
  if (!lead?.unitId) throw new Error('The demo has nothing overdue');
  const { total } = await list(`state=overdue&unit=${lead.unitId}`);
  late = { id: lead.unitId, name: lead.name, count: total };
});
afterAll(async () => {
  await browser.close();
  await discard(product);
});

/** What is read of the file that a button saves. */
async function saved(page: Page, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  const name = download.suggestedFilename();
  const { text } = await read(new Uint8Array(await readFile(await download.path())), { name });
  return { name, text: text.replace(/\s+/gu, ' ') };
}

test('from the register to papers for signing, as Word and PDF', async () => {
  const context = await openBrowser(browser);
  const page = await enter(context, product, 'office');
  await page.goto(`${product.url}/directives?unit=${late.id}&state=overdue`);
  await page.locator('.words a').first().waitFor();
  await page.getByRole('button', { name: 'Văn bản', exact: true }).click();
  await page.getByRole('dialog').getByText(`${late.count} nhiệm vụ theo bộ lọc`).waitFor();
  await picture(page, 'papers');
  expect(await axeFaults(page)).toEqual([]);
  for (const format of ['Word', 'PDF']) {
    const sheet = await saved(page, `Phiếu giao việc, ${format}`);
    expect(sheet.name).toContain('Phiếu giao việc');
    expect(sheet.text).toContain('PHIẾU GIAO VIỆC');
    expect(sheet.text).toContain(`${late.count} nhiệm vụ`);
    const letter = await saved(page, `Công văn đôn đốc, ${format}`);
    expect(letter.text).toContain(`Kính gửi: ${late.name}.`);
    expect(letter.text).toContain(`còn ${late.count} nhiệm vụ quá hạn`);
  }
  await page.getByLabel('Trả lời trước ngày').fill('01/01/2020');
  await page.getByLabel('Trả lời trước ngày').blur();
  await page.getByRole('button', { name: 'Công văn đôn đốc, Word' }).click();
  await page.getByRole('alert').waitFor();
  await picture(page, 'papers-refused');
  await context.close();
});

test('the template given out, changed in Word, comes back filled; a slip in it is told in plain words', async () => {
  const context = await openBrowser(browser);
  const page = await enter(context, product, 'office');
  await page.goto(`${product.url}/directives?unit=${late.id}`);
  await page.getByRole('button', { name: 'Văn bản', exact: true }).click();
  const letter = page.getByRole('dialog').locator('details').last();
  await letter.locator('summary').click();
  const given = page.waitForEvent('download');
  await letter.getByRole('link', { name: 'Tải mẫu có sẵn' }).click();
  const parts = unzipSync(await readFile(await (await given).path()));
  const xml = new TextDecoder().decode(parts['word/document.xml']);
  const choose = (change: (xml: string) => string, within = letter) =>
    within.locator('input[type=file]').setInputFiles({
      name: 'mau-cua-so.docx',
      mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      buffer: Buffer.from(zipSync({ ...parts, 'word/document.xml': strToU8(change(xml)) })),
    });
  await choose((whole) => whole.replaceAll('{muon_nhat}', '{muon_nht}'));
  await letter.getByText('Có phải «{muon_nhat}»?').waitFor();
  await letter.getByRole('alert').scrollIntoViewIfNeeded();
  await picture(page, 'papers-template-faults');
  expect(await axeFaults(page)).toEqual([]);
  await choose((whole) => whole.replace('Cụ thể như sau:', 'Danh mục theo mẫu của Sở:'));
  await letter.getByText('Mẫu dùng được').waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    letter.getByRole('button', { name: 'Lập theo mẫu này' }).click(),
  ]);
  const name = download.suggestedFilename();
  const { text } = await read(new Uint8Array(await readFile(await download.path())), { name });
  expect(text).toContain('Danh mục theo mẫu của Sở:');
  expect(text).toContain(`Kính gửi: ${late.name}.`);

  // Kept from today on, every letter is written by it; one with a slip is not kept.
  await page.getByRole('link', { name: 'Mẫu Word của cơ quan' }).click();
  const kind = page.getByRole('region', { name: 'Công văn đôn đốc' });
  await choose((whole) => whole.replaceAll('{muon_nhat}', '{muon_nht}'), kind);
  await kind.getByText('Có phải «{muon_nhat}»?').waitFor();
  expect(await kind.getByRole('button', { name: 'Dùng mẫu này' }).count()).toBe(0);
  await choose((whole) => whole.replace('Cụ thể như sau:', 'Theo mẫu đang dùng của Sở:'), kind);
  await kind.getByRole('button', { name: 'Dùng mẫu này' }).click();
  await kind.getByText('Đang dùng «mau-cua-so.docx»').waitFor();
  await picture(page, 'papers-templates');
  expect(await faultsIn(page, 'papers-templates', twoLooks)).toEqual([]);
  await page.goto(`${product.url}/directives?unit=${late.id}`);
  await page.getByRole('button', { name: 'Văn bản', exact: true }).click();
  await page.getByText('Bản Word lập theo mẫu «mau-cua-so.docx»').waitFor();
  expect((await saved(page, 'Công văn đôn đốc, Word')).text).toContain('Theo mẫu đang dùng của Sở:');
  await context.close();
});

test('an officer has the sheet and no letter, also on a phone', async () => {
  const context = await openBrowser(browser, 'phone');
  const page = await enter(context, product, 'officer');
  await page.goto(`${product.url}/directives`);
  await page.getByRole('button', { name: 'Văn bản', exact: true }).click();
  await page.getByRole('heading', { name: 'Phiếu giao việc' }).waitFor();
  expect(await page.getByRole('heading', { name: 'Công văn đôn đốc' }).count()).toBe(0);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  expect(await axeFaults(page)).toEqual([]);
  await picture(page, 'papers-phone');
  await context.close();
});
