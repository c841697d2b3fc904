import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './browser.ts';
import { startDemo } from './demo.ts';
import { type Caller, type DemoPerson, demoPersons, signIn, signInAs } from './people.ts';
import { discard, type Product } from './product.ts';
import { axeFaults, enter, enterAs, openBrowser, overflow, picture } from './screen.ts';
import { follow, settled } from './settled.ts';

interface Directive {
  id: string;
  version: number;
}
interface Side {
  person: DemoPerson;
  caller: Caller;
  unitId: string;
}

let product: Product;
let browser: Browser;
let today: Temporal.PlainDate;
let director: Caller;
/** Heads of two units. */
let ours: Side;
let theirs: Side;
/** Open work of ours. */
let work: Directive;

const by = (due: Temporal.PlainDate) => ({
  kind: 'date',
  due: due.toString(),
  bound: 'by',
  text: '',
  span: [0, 0],
});

async function sent<T>(answer: Promise<Response>): Promise<T> {
  const response = await answer;
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** Given by word so many days ago and due so many days from now (negative: ago). */
const give = (words: string, { unitId }: Side, given: number, due: number) =>
  sent<Directive>(
    director.post('/api/directives', {
      words,
      leadUnitId: unitId,
      deadline: by(today.add({ days: due })),
      givenOn: today.subtract({ days: given }).toString(),
    }),
  );
const act = ({ caller }: { caller: Caller }, { id, version }: Directive, one: object) =>
  sent<Directive>(caller.post(`/api/directives/${id}/acts`, { act: one }, { 'if-match': `"${version}"` }));

async function sideOf(person: DemoPerson): Promise<Side> {
  const caller = await signInAs(product, person);
  const { posts } = await sent<{ posts: { unitId: string }[] }>(caller.get('/api/session'));
  return { person, caller, unitId: posts[0]?.unitId ?? '' };
}

beforeAll(async () => {
  [product, browser] = await Promise.all([startDemo(), launchBrowser()]);
  director = await signIn(product, 'director');
  today = Temporal.PlainDate.from((await sent<{ today: string }>(director.get('/api/session'))).today);
  const heads = (await demoPersons(product)).filter(({ role }) => role === 'head');
  const [first, second] = [heads[0], heads.find(({ unitName }) => unitName !== heads[0]?.unitName)];
  if (!first || !second) throw new Error('The demo has too few heads');
  ours = await sideOf(first);
  theirs = await sideOf(second);
  await give('Rà soát danh mục đề tài chậm tiến độ', ours, 30, -9);
  work = await give('Xây dựng kế hoạch kiểm tra năm sau', ours, 20, 15);
  await act(ours, work, {
    kind: 'progressed',
    percent: 40,
    words: 'chờ số liệu',
    obstacle: { cause: 'other-unit', waitingFor: { unitId: theirs.unitId, name: theirs.person.unitName } },
  });
  const extended = await give('Báo cáo kết quả chuyển giao công nghệ', theirs, 30, -4);
  const reason = 'chờ số liệu của huyện';
  await act(theirs, extended, {
    kind: 'extensionAsked',
    deadline: by(today.add({ days: 20 })),
    reason,
  });
  const done = await give('Trình phương án xử lý tài sản', theirs, 40, -2);
  await act(theirs, done, { kind: 'submitted', words: 'trình phương án' });
  await act(theirs, await give('Tuyển chọn tổ chức chủ trì', theirs, 12, 6), {
    kind: 'refused',
    reason: 'không thuộc chức năng',
  });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await discard(product);
});

const sound = async (page: Page) => {
  expect(await overflow(page)).toBe(0);
  expect(await axeFaults(page)).toEqual([]);
};

/** Every number of the page with the address it opens. */
const numbersOn = (page: Page) =>
  page.locator('main a[data-count]').evaluateAll((links) =>
    links.map((link) => ({
      to: link.getAttribute('href') ?? '',
      count: Number(link.getAttribute('data-count')),
    })),
  );

test('the director follows every number of the morning to a list that holds as many', async () => {
  const context = await openBrowser(browser);
  const page = await enter(context, product, 'director');
  await page.getByRole('region', { name: 'Cần anh/chị quyết' }).getByText('xin gia hạn').waitFor();
  await page.getByText('Cách tính').click();
  await page.getByText('Bốn tỷ lệ cộng lại đúng 100 %').waitFor();
  await page.getByRole('button', { name: `${ours.person.unitName} đợi ${theirs.person.unitName}` }).click();
  await page.getByText('lâu nhất').first().waitFor();
  await page.keyboard.press('Escape');
  await picture(page, 'morning');
  await sound(page);
  const numbers = [...new Map((await numbersOn(page)).map((one) => [one.to, one])).values()];
  expect(numbers.length).toBeGreaterThan(15);
  expect(numbers.filter(({ count }) => count > 0).length).toBeGreaterThan(8);
  for (const { to, count } of numbers) {
    await follow(page, product.url + to);
    // A list tells how many it holds; a figure its own number beside its records.
    const total = to.startsWith('/figures')
      ? page.getByRole('complementary').locator('.headline')
      : page.locator('main header [role=status]');
    await total.getByText(/\d/u).waitFor();
    expect([to, Number(/[\d.]+/u.exec(await total.innerText())?.[0].replaceAll('.', ''))]).toEqual([
      to,
      count,
    ]);
  }
  await context.close();
}, 240_000);

test('on a phone, for one unit and a chosen period, and on one sheet of paper', async () => {
  const context = await openBrowser(browser, 'phone');
  const page = await enter(context, product, 'director');
  await page.goto(`${product.url}/morning?unit=${ours.unitId}&period=month`);
  await page.getByRole('heading', { level: 1, name: ours.person.unitName }).waitFor();
  await page.getByText('Việc đang mở, theo đơn vị').waitFor();
  await picture(page, 'morning-phone');
  await sound(page);
  await context.close();
  const desk = await openBrowser(browser);
  const wide = await enter(desk, product, 'director');
  await wide.getByText('Ai đang đợi ai').waitFor();
  const pdf = await wide.pdf({ preferCSSPageSize: true, printBackground: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)).toHaveLength(1);
  await desk.close();
}, 120_000);

test('a head asks another unit beneath a directive; that unit answers from its Today', async () => {
  const asking = await enterAs(await openBrowser(browser), product, ours.person);
  await asking.goto(`${product.url}/directives/${work.id}`);
  await asking.getByRole('button', { name: 'Hỏi đơn vị khác' }).click();
  const dialog = asking.getByRole('dialog');
  await dialog.getByLabel('Hỏi đơn vị').selectOption(theirs.unitId);
  await dialog.getByLabel('Điều cần hỏi').fill('Xin số liệu kiểm định ba quý');
  await dialog.getByLabel('Hạn', { exact: true }).fill('cuối năm');
  await sound(asking);
  await dialog.getByRole('button', { name: 'Gửi câu hỏi' }).click();
  await asking.getByText('Xin số liệu kiểm định ba quý').waitFor();

  const context = await openBrowser(browser, 'phone');
  const answering = await enterAs(context, product, theirs.person);
  const waiting = answering.getByRole('region', { name: 'Câu hỏi cần trả lời' });
  await waiting.getByText('Xin số liệu kiểm định ba quý').waitFor();
  await picture(answering, 'today-phone');
  await sound(answering);
  await waiting.getByRole('button', { name: 'Trả lời' }).first().click();
  await answering.getByLabel('Câu trả lời').fill('Đã kiểm định 412 phương tiện');
  await answering.getByRole('button', { name: 'Gửi trả lời' }).click();
  await waiting.getByText('Không đơn vị nào đang chờ').waitFor();

  await asking.reload();
  await asking.getByText('Đã kiểm định 412 phương tiện').waitFor();
  await asking.goto(`${product.url}/requests?state=answered&mine=asked`);
  await asking.getByText('Đã kiểm định 412 phương tiện').waitFor();
  await picture(asking, 'requests');
  await sound(asking);
}, 120_000);

test('Today asks once for the documents that wait, and leads an officer to reporting', async () => {
  const context = await openBrowser(browser);
  const page = await enter(context, product, 'office');
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/intakes')) asked.push(request.url());
  });
  await page.reload();
  await page.getByRole('link', { name: /chờ xem lại/u }).waitFor();
  await settled(page);
  // A change elsewhere may have it asked again; it is one question all the same.
  expect(new Set(asked).size).toBe(1);
  await page.getByRole('link', { name: 'Báo cáo nhanh từng việc' }).click();
  await page.waitForURL(`${product.url}/directives/mine`);
  await context.close();
});
