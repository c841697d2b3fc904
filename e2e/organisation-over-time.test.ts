import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { startDemo } from './demo.ts';
import { allPersons, type Caller, type DemoPerson, signIn, signInAs } from './people.ts';
import { discard, type Product } from './product.ts';
import { axeFaults, enter, openBrowser, picture } from './screen.ts';

let product: Product;
let browser: Browser;
let clerk: Caller;

beforeAll(async () => {
  [product, browser] = await Promise.all([startDemo(), launchBrowser()]);
  clerk = await signIn(product, 'office');
});
afterAll(async () => {
  await browser.close();
  await discard(product);
});

const [digital, technology, merged] = [
  'Phòng Chuyển đổi số',
  'Phòng Công nghệ và Đổi mới sáng tạo',
  'Phòng Công nghệ và Chuyển đổi số',
] as const;

const today = () => Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh');
const typed = (day: Temporal.PlainDate) =>
  `${String(day.day).padStart(2, '0')}/${String(day.month).padStart(2, '0')}/${day.year}`;

interface Row {
  id: string;
  version: number;
  lead: { unitId: string; name: string } | null;
}
const listed = async (query: string) =>
  (await (await clerk.get(`/api/directives?limit=200&${query}`)).json()) as { items: Row[]; total: number };

async function unitId(name: string): Promise<string> {
  const units = (await (await clerk.get('/api/units')).json()) as { id: string; name: string }[];
  return units.find((unit) => unit.name === name)?.id ?? '';
}

/** A person of the demo in a browser of their own; the sign-in page shows only some of them. */
async function enterAs(context: BrowserContext, { userId }: DemoPerson): Promise<Page> {
  const answer = await context.request.post(`${product.url}/api/demo/sign-in`, {
    data: { userId },
    headers: { origin: product.url },
  });
  expect(answer.ok()).toBe(true);
  return context.newPage();
}

test('two units merge on a past day: reviewed, done once, handed over; the day before still says the old names', async () => {
  const effective = today().subtract({ days: 20 });
  const before = today().subtract({ days: 21 });
  const oldUnit = await unitId(digital);
  const earlier = await listed(`unit=${oldUnit}`);
  const kept = { name: 'Việc chuyển đổi số', query: `unit=${oldUnit}`, shared: true };
  expect((await clerk.post('/api/views', kept)).ok).toBe(true);
  expect(earlier.total).toBeGreaterThan(0);

  const context = await openBrowser(browser);
  const page = await enter(context, product, 'office');
  await page.goto(`${product.url}/organisation/reorganise`);
  await page.getByLabel(digital).check();
  await page.getByLabel(technology).check();
  await page.getByLabel('Tên mới').fill(merged);
  await page.getByLabel('Số quyết định').fill('15/QĐ-SKHCN');
  await page.getByLabel('Ngày ký').fill(typed(effective.add({ days: 1 })));
  await page.getByLabel('Có hiệu lực từ ngày').fill(typed(effective));
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await page.getByText('trước ngày ký quyết định').first().waitFor();
  await page.getByRole('button', { name: 'Sửa lại' }).click();
  await page.getByLabel('Ngày ký').fill(typed(effective.subtract({ days: 5 })));
  await page.getByLabel('Ngày ký').blur();
  await page.getByRole('button', { name: 'Xem trước' }).click();
  const act = page.getByRole('button', { name: 'Thực hiện: sáp nhập' });
  await act.waitFor();
  expect(await act.isDisabled()).toBe(true);
  await picture(page, 'reorganise-review');
  expect(await axeFaults(page)).toEqual([]);
  await page.getByLabel(/không hoàn tác được/u).check();
  await act.click();
  await page.getByText('Đã sắp xếp lại').waitFor();

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /biên bản bàn giao \(Word\)/u }).click();
  const file = await readFile(await (await download).path());
  const words = new TextDecoder().decode(unzipSync(file)['word/document.xml']);
  for (const name of ['BIÊN BẢN BÀN GIAO', digital, merged, 'Quyết định số 15/QĐ-SKHCN'])
    expect(words).toContain(name);

  const newUnit = await unitId(merged);
  const open = await listed(`unit=${newUnit}`);
  expect(open.total).toBeGreaterThan(0);
  const past = await listed(`asOf=${before}&unit=${oldUnit}`);
  expect(past.items.map(({ lead }) => lead?.name)).toEqual(past.items.map(() => digital));
  expect(past.total).toBe(
    (await listed(`unit=${oldUnit}`)).total + open.items.filter(movedFrom(past)).length,
  );

  await page.goto(`${product.url}/directives?asOf=${before}&q=${encodeURIComponent('chuyển đổi số')}`);
  await page.getByText('Điều xảy ra sau không tính').waitFor();
  await page.getByRole('cell', { name: digital }).first().waitFor();
  expect(await page.getByRole('cell', { name: merged }).count()).toBe(0);
  await asOfOnRecord(page, before.toString());
  await page.goto(`${product.url}/directives`);
  await page.getByRole('link', { name: kept.name }).click();
  await page.getByText(`${digital} nay là ${merged}.`).waitFor();
  await page.getByRole('cell', { name: merged }).first().waitFor();
  await page.goto(`${product.url}/organisation`);
  await page.getByRole('link', { name: new RegExp(merged, 'u') }).waitFor();
  expect(await page.getByText(digital, { exact: true }).count()).toBe(0);
  await page.goto(`${product.url}/organisation?tab=changes`);
  await page.getByRole('heading', { name: `Sáp nhập · ${typed(effective)}` }).waitFor();
  await picture(page, 'reorganisations');
  await context.close();
}, 180_000);

/** From the list of a past day to one record of that day, where nothing can be done, and back to today. */
async function asOfOnRecord(page: Page, before: string): Promise<void> {
  const bar = page.getByRole('region', { name: 'Việc của anh/chị lúc này' });
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  await page.getByRole('link', { name: 'Mở trang riêng' }).click();
  await page.waitForURL(new RegExp(`/directives/[0-9a-f-]{36}\\?asOf=${before}`, 'u'));
  await page.getByText('chỉ xem, không làm gì được').waitFor();
  expect(await bar.count()).toBe(0);
  expect(await axeFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Về hôm nay' }).click();
  await bar.waitFor();
  await page.getByText('Xem như một ngày khác').click();
  await page.getByLabel('Xem như ngày').fill(typed(Temporal.PlainDate.from(before)));
  await page.getByLabel('Xem như ngày').press('Enter');
  await page.waitForURL(/asOf=/u);
  await bar.waitFor({ state: 'detached' });
}

const movedFrom = (past: { items: Row[] }) => {
  const ids = new Set(past.items.map(({ id }) => id));
  return ({ id }: Row) => ids.has(id);
};

test('an absent head: the deputy accepts a part in the head’s stead, and both names show', async () => {
  const persons = await allPersons(product);
  const of = (role: string, unit: string) =>
    persons.find((person) => person.role === role && person.unitName === unit)!;
  const absent = of('head', 'Phòng Quản lý khoa học');
  const stand = of('officer', 'Phòng Quản lý khoa học');
  const helper = of('head', 'Phòng Kế hoạch - Tài chính');
  const json = async <T>(answer: Response): Promise<T> => {
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
  const leadUnitId = await unitId('Phòng Quản lý khoa học');
  const whole = await json<Row>(
    await clerk.post('/api/directives', {
      words: 'Tổng kết chương trình khoa học của tỉnh',
      leadUnitId,
      deadline: { kind: 'none' },
      givenOn: today().toString(),
    }),
  );
  const head = await signInAs(product, absent);
  const ifMatch = ({ version }: Row) => ({ 'if-match': `"${version}"` });
  const part = await json<Row>(
    await head.post(
      `/api/directives/${whole.id}/parts`,
      {
        words: 'Tổng hợp kinh phí của chương trình',
        leadUnitId: await unitId('Phòng Kế hoạch - Tài chính'),
        deadline: { kind: 'none' },
      },
      ifMatch(whole),
    ),
  );
  const submitted = await json<Row>(
    await (await signInAs(product, helper)).post(
      `/api/directives/${part.id}/acts`,
      { act: { kind: 'submitted', words: 'đã tổng hợp' } },
      ifMatch(part),
    ),
  );
  const accept = async () =>
    (await signInAs(product, stand)).post(
      `/api/directives/${part.id}/acts`,
      { act: { kind: 'accepted', words: 'đạt' } },
      ifMatch(submitted),
    );
  expect((await accept()).status).toBe(403);

  const context = await openBrowser(browser, 'phone');
  const page = await enter(context, product, 'office');
  await page.goto(`${product.url}/organisation?tab=delegations`);
  await page.getByRole('button', { name: 'Giao làm thay' }).click();
  const dialog = page.getByRole('dialog');
  const choose = async (label: string, person: DemoPerson) => {
    const option = dialog.getByLabel(label).locator('option', { hasText: person.fullName }).first();
    await dialog.getByLabel(label).selectOption((await option.getAttribute('value'))!);
  };
  await choose('Người vắng', absent);
  await dialog.getByLabel('Phạm vi').selectOption({ label: 'chỉ chức vụ ở Phòng Quản lý khoa học' });
  await choose('Người làm thay', stand);
  await dialog.getByLabel('Đến hết ngày').fill(typed(today().add({ days: 3 })));
  await dialog.getByLabel('Căn cứ, văn bản').fill('Giấy uỷ quyền số 7');
  await dialog.getByRole('button', { name: 'Giao làm thay' }).click();
  await page.getByText('đang có hiệu lực').waitFor();
  await page.getByText('Trưởng phòng · Phòng Quản lý khoa học').first().waitFor();
  await picture(page, 'delegations-phone');
  expect(await axeFaults(page)).toEqual([]);
  await context.close();

  expect((await accept()).status).toBe(200);
  const own = await openBrowser(browser);
  const screen = await enterAs(own, stand);
  await screen.goto(`${product.url}/directives/${part.id}`);
  await screen.getByText(`KT. Trưởng phòng ${absent.fullName}, ${stand.fullName}`).first().waitFor();
  await own.close();
}, 180_000);
