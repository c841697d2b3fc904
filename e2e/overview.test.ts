import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { discard, type Product, startProduct } from './product.ts';
import { axeFaults, everyLook, faultsIn, openBrowser, overflow, picture, sizes } from './screen.ts';

let product: Product;
let browser: Browser;
let context: BrowserContext;
let page: Page;
const password = 'mot cau mat khau dai';
/** The second agency, of the longest kind of name. */
const second = 'Sở Khoa học và Công nghệ tỉnh Thử nghiệm Liên vùng Duyên hải Nam Trung bộ';

/** Somebody at work over HTTP, with the cookies of their session. */
async function caller(userName: string) {
  const headers: Record<string, string> = { origin: product.url, 'content-type': 'application/json' };
  const post = async (path: string, body: unknown) => {
    const answer = await fetch(product.url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
    if (cookies.length > 0) headers.cookie = cookies.join('; ');
    return text === '' ? null : JSON.parse(text);
  };
  await post('/api/auth/sign-in/username', { username: userName, password });
  const get = async (path: string) => (await fetch(product.url + path, { headers })).json();
  return { post, get };
}

const today = Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh');
const by = (days: number) => ({
  ...{ kind: 'date', due: today.add({ days }).toString(), bound: 'by', text: '', span: [0, 0] },
});

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
  const answer = await fetch(`${product.url}/api/setup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: product.url },
    body: JSON.stringify({
      token: product.token,
      agency: { name: 'Sở Khoa học và Công nghệ Minh Sơn', shortName: 'Sở KH&CN Minh Sơn', sign: 'SKHCN' },
      units: [{ name: 'Văn phòng Sở', abbreviation: 'VP' }, { name: 'Phòng Quản lý khoa học' }],
      administrator: { fullName: 'Nguyễn Quản Trị', userName: 'quan.tri', password },
    }),
  });
  expect(answer.status, await answer.clone().text()).toBeLessThan(300);
  const chief = await caller('quan.tri');
  await chief.post('/api/agencies', {
    ...{ name: second, shortName: 'Sở Liên vùng', sign: 'SLV' },
    administrator: { fullName: 'Trần Liên Vùng', userName: 'lien.vung', password },
  });
  const other = await caller('lien.vung');
  await other.post('/api/units', { name: 'Phòng Tổng hợp', openedOn: '2020-01-01' });
  for (const one of [chief, other]) {
    const [unit] = await one.get('/api/units');
    const person = await one.post('/api/persons', {
      fullName: 'Lê Lãnh Đạo',
      post: { unitId: unit.id, role: 'director', from: '2020-01-01' },
    });
    const userName = one === chief ? 'lanh.dao' : 'lanh.dao.2';
    await one.post(`/api/persons/${person.id}/account`, { userName, password });
    const director = await caller(userName);
    for (const days of one === chief ? [-4, -2, 1, 90] : [-9])
      await director.post('/api/directives', {
        words: `Báo cáo kết quả thực hiện nhiệm vụ, hạn thứ ${days}`,
        leadUnitId: unit.id,
        deadline: by(days),
        givenOn: today.subtract({ days: 20 }).toString(),
      });
  }
  const agencies: { id: string; name: string }[] = await chief.get('/api/agencies');
  await chief.post('/api/agencies', {
    ...{ name: 'Bộ Thử nghiệm', shortName: 'Bộ', sign: 'BTN' },
    administrator: { fullName: 'Vũ Cấp Trên', userName: 'cap.tren', password },
  });
  for (const { id } of agencies) await chief.post(`/api/agencies/${id}/viewers`, { userName: 'cap.tren' });
  context = await openBrowser(browser);
  page = await context.newPage();
  await page.goto(product.url);
  await page.getByLabel('Tên đăng nhập').fill('cap.tren');
  await page.locator('input[type=password]').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.getByRole('link', { name: 'Toàn cảnh các cơ quan' }).first().waitFor();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await discard(product);
});

const row = (name: string) => page.locator('.overview tbody tr', { hasText: name }).first();

test('who looks over agencies sees each with its numbers, sound in every size and theme', async () => {
  await page.goto(`${product.url}/overview`);
  await row('Minh Sơn').waitFor();
  const counts = (name: string) =>
    row(name)
      .locator('[data-count]')
      .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLElement).dataset.count)));
  expect(await counts('Minh Sơn')).toEqual([4, 2, 1, 0, 0, 0]);
  expect(await counts('Liên vùng')).toEqual([1, 1, 0, 0, 0, 0]);
  await row('Minh Sơn').locator('.expand').click();
  await page.locator('.of-unit').first().waitFor();
  expect(await faultsIn(page, '/overview', everyLook)).toEqual([]);
});

test('lines are found and put in order, and the address keeps it', async () => {
  await page.setViewportSize(sizes.desk);
  await page.goto(`${product.url}/overview`);
  await row('Minh Sơn').waitFor();
  const names = () => page.locator('.overview tbody .expand').allInnerTexts();
  expect((await names())[0]).toContain('Minh Sơn');
  await page.getByRole('button', { name: 'Cơ quan', exact: true }).press('Enter');
  await page.locator('th[aria-sort=ascending]').waitFor();
  expect(await names()).toHaveLength(2);
  await page.getByRole('searchbox', { name: 'Tìm cơ quan' }).fill('lien vung');
  await row('Liên vùng').waitFor();
  await page.reload();
  await row('Liên vùng').waitFor();
  expect(await names()).toHaveLength(1);
});

test('the administrator of the installation has a way from a number to its list', async () => {
  const own = await openBrowser(browser);
  const chief = await own.newPage();
  await chief.goto(product.url);
  await chief.getByLabel('Tên đăng nhập').fill('quan.tri');
  await chief.locator('input[type=password]').fill(password);
  await chief.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await chief.getByRole('link', { name: 'Toàn cảnh các cơ quan' }).first().click();
  const line = chief.locator('.overview tbody tr', { hasText: 'Liên vùng' }).first();
  await chief.getByText(/cơ quan anh\/chị chỉ thấy số/u).waitFor();
  await line.getByRole('link', { name: /: 1 quá hạn\. Chưa được mở sổ/u }).click();
  const form = chief.locator('dialog[open]');
  await form.getByRole('heading', { name: /Sở Liên vùng/u }).waitFor();
  expect(await form.getByLabel('Tên đăng nhập').inputValue()).toBe('quan.tri');
  expect(await axeFaults(chief)).toEqual([]);
  await form.getByRole('button', { name: 'Cho cấp trên xem' }).click();
  await chief.getByRole('button', { name: 'Mở toàn cảnh' }).click();
  await line.getByRole('button', { name: /: 1 quá hạn/u }).click();
  await chief.getByText('hạn thứ -9').first().waitFor();
  await own.close();
});

test('a number opens exactly its list in its agency', async () => {
  await page.goto(`${product.url}/overview`);
  await row('Liên vùng')
    .getByRole('button', { name: /: 1 quá hạn/u })
    .click();
  await page.waitForURL(/\/directives\?.*state=overdue/u);
  await page.getByText('hạn thứ -9').first().waitFor();
  await page.goto(`${product.url}/overview`);
  await row('Minh Sơn')
    .getByRole('button', { name: /: 2 quá hạn/u })
    .click();
  await page.waitForURL(/\/directives\?.*state=overdue/u);
  await page.getByText('hạn thứ -4').first().waitFor();
  expect(await axeFaults(page)).toEqual([]);
  // Where the agency is open already, the same number is a link.
  await page.goto(`${product.url}/overview`);
  await row('Minh Sơn')
    .getByRole('link', { name: /: 2 quá hạn/u })
    .click();
  await page.getByText('hạn thứ -2').first().waitFor();
  await page.setViewportSize(sizes.phone);
  await page.goto(`${product.url}/overview`);
  await row('Minh Sơn').waitFor();
  expect(await overflow(page)).toBe(0);
  await picture(page, 'overview-phone');
});
