import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { begin, choose, dialog, give, send, unmarked } from './acting.ts';
import { launchBrowser } from './browser.ts';
import { startDemo } from './demo.ts';
import { personOf, signIn } from './people.ts';
import { discard, type Product } from './product.ts';
import { axeFaults, enter, openBrowser, picture } from './screen.ts';

const unit = 'Phòng Quản lý khoa học';
const other = 'Phòng Công nghệ và Đổi mới sáng tạo';
let product: Product;
let browser: Browser;

beforeAll(async () => {
  [product, browser] = await Promise.all([startDemo(), launchBrowser()]);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser.close();
  await discard(product);
});

/** Of a directive's facts, what stands beside a name. */
const factOf = (page: Page, name: string) =>
  page.getByRole('complementary', { name: 'Tình trạng' }).locator(`dt:text-is("${name}") + dd`);

/** Breaks a part off the open directive. */
async function breakOff(page: Page, part: { words: string; unit?: string; person?: string; weight: string }) {
  await begin(page, 'Tách một phần việc');
  await dialog(page).getByLabel('Nội dung phần việc').fill(part.words);
  if (part.unit) await choose(page, 'Đơn vị thực hiện', unmarked(part.unit).slice(0, 14), part.unit);
  if (part.person) await choose(page, 'Người thực hiện', unmarked(part.person), part.person);
  await dialog(page).getByLabel('Hạn', { exact: true }).fill('không hạn');
  await dialog(page).getByLabel('Tỷ trọng so với các phần khác').fill(part.weight);
  await send(page, 'Tách một phần việc');
  await page.locator('.tree').getByRole('link', { name: part.words }).waitFor();
}

async function report(page: Page, percent: number): Promise<void> {
  await begin(page, 'Báo cáo tiến độ');
  await dialog(page).getByRole('slider').fill(String(percent));
  await send(page, 'Gửi');
}

test('a directive is broken down for a unit and a person, and the whole rises by their weights', async () => {
  const officerPerson = await personOf(product, 'officer', unit);
  const turn = Date.now();
  const given = await give(await signIn(product, 'director'), `Rà soát hồ sơ toàn Sở, đợt ${turn}`, unit);
  const address = `${product.url}/directives/${given.id}`;
  const director = await enter(await openBrowser(browser), product, 'director');
  await director.goto(address);
  const head = await enter(await openBrowser(browser), product, 'head', unit);
  await head.goto(address);
  await begin(head, 'Nhận nhiệm vụ');
  await send(head, 'Nhận nhiệm vụ');
  const theirs = { words: `Phần của phòng bạn ${turn}`, unit: other, weight: '3' };
  const ours = { words: `Phần của chuyên viên ${turn}`, person: officerPerson.fullName, weight: '1' };
  await breakOff(head, theirs);
  await breakOff(head, ours);
  await factOf(head, 'Tiến độ').getByText('0%').waitFor();

  // A part for a person is theirs at once, and its result goes to the head who broke it off.
  const officer = await enter(await openBrowser(browser, 'phone'), product, 'officer', unit);
  await officer.goto(`${product.url}/directives/mine`);
  await officer.getByRole('button', { name: ours.words }).waitFor();
  await officer.goto(address);
  await officer.locator('.tree').getByRole('link', { name: ours.words }).click();
  await officer.getByRole('heading', { level: 1, name: ours.words }).waitFor();
  await begin(officer, 'Nhận nhiệm vụ');
  await send(officer, 'Nhận nhiệm vụ');
  await report(officer, 40);
  // 40 of 100 in a quarter of the whole; the director sees it without asking.
  await factOf(director, 'Tiến độ').getByText('10%').waitFor();

  const otherHead = await enter(await openBrowser(browser), product, 'head', other);
  await otherHead.goto(address);
  await otherHead.locator('.tree').getByRole('link', { name: theirs.words }).click();
  await otherHead.getByRole('heading', { level: 1, name: theirs.words }).waitFor();
  await begin(otherHead, 'Nhận nhiệm vụ');
  await send(otherHead, 'Nhận nhiệm vụ');
  await report(otherHead, 80);
  await factOf(director, 'Tiến độ').getByText('70%').waitFor();

  await picture(director, 'parts');
  expect(await axeFaults(director)).toEqual([]);

  await begin(officer, 'Trình kết quả');
  await send(officer, 'Trình kết quả');
  await head.locator('.tree').getByRole('link', { name: ours.words }).click();
  await begin(head, 'Nghiệm thu kết quả');
  await send(head, 'Nghiệm thu kết quả');
  // A quarter done, three quarters at 80.
  await factOf(director, 'Tiến độ').getByText('85%').waitFor();

  // The whole is not handed in silently over a part that is still open.
  await head.goto(address);
  await begin(head, 'Trình kết quả');
  await dialog(head).getByText('Còn 1 phần việc chưa xong:').waitFor();
  await dialog(head).getByRole('listitem').getByText(theirs.words).waitFor();
  const why = dialog(head).getByLabel('Vì sao vẫn trình khi còn phần việc chưa xong');
  expect(await why.evaluate((field: HTMLTextAreaElement) => field.checkValidity())).toBe(false);
  await picture(head, 'submit-open-parts');
  await why.fill('Phòng bạn trình phần còn lại sau');
  await send(head, 'Trình kết quả');
  await director.getByText(`khi còn 1 phần việc chưa xong («${theirs.words}»)`).waitFor();
});

test('a clock that waits for its event starts with it, and the last day in time follows', async () => {
  const office = await enter(await openBrowser(browser), product, 'office');
  const words = `Trả lời công dân, hồ sơ ${Date.now()}`;
  await office.goto(`${product.url}/directives/give`);
  await office.getByLabel('Nội dung nhiệm vụ').fill(words);
  await office.getByLabel('Chủ trì').selectOption({ label: unit });
  await office.getByLabel('Hạn', { exact: true }).fill('7 ngày làm việc từ khi nhận đủ hồ sơ');
  await office.getByRole('button', { name: 'Giao việc', exact: true }).click();
  await office.waitForURL(/\/directives\/[0-9a-f-]{36}$/u);
  await factOf(office, 'Đồng hồ').getByText('chưa bắt đầu tính').waitFor();
  expect(await factOf(office, 'Ngày cuối trong hạn').count()).toBe(0);
  await picture(office, 'clock-waits');

  const head = await enter(await openBrowser(browser), product, 'head', unit);
  await head.goto(office.url());
  await begin(head, 'Nhận nhiệm vụ');
  await send(head, 'Nhận nhiệm vụ');
  await begin(head, 'Bắt đầu tính hạn');
  await dialog(head).getByLabel('Sự kiện bắt đầu tính hạn').fill('Công dân nộp đủ hồ sơ');
  await send(head, 'Bắt đầu tính hạn');
  await head.getByText('Bắt đầu tính hạn: Công dân nộp đủ hồ sơ').waitFor();
  // Whoever gave it sees the clock run and the day that follows from it.
  await factOf(office, 'Đồng hồ')
    .getByText(/^tính từ \d/u)
    .waitFor();
  await factOf(office, 'Ngày cuối trong hạn')
    .getByText(/\d{2}\/\d{2}\/\d{4}/u)
    .waitFor();
  await picture(office, 'clock-runs');

  await begin(office, 'Tạm dừng tính hạn');
  await dialog(office).getByLabel('Lý do').fill('Chờ công dân bổ sung giấy tờ');
  await send(office, 'Tạm dừng tính hạn');
  await factOf(head, 'Đồng hồ')
    .getByText(/tạm dừng từ/u)
    .waitFor();
  expect(await axeFaults(head)).toEqual([]);
});

test('a question to another unit and its answer come up where people already look', async () => {
  const turn = Date.now();
  const given = await give(await signIn(product, 'director'), `Tổng hợp số liệu đổi mới ${turn}`, unit);
  const otherHead = await enter(await openBrowser(browser), product, 'head', other);
  await otherHead.goto(`${product.url}/requests?mine=to-answer`);
  await otherHead.getByRole('heading', { level: 1 }).waitFor();
  const director = await enter(await openBrowser(browser), product, 'director');
  await director.goto(`${product.url}/directives/${given.id}`);
  await director.getByText('Chưa hỏi đơn vị nào về nhiệm vụ này.').waitFor();

  const head = await enter(await openBrowser(browser), product, 'head', unit);
  await head.goto(`${product.url}/directives/${given.id}`);
  await head.getByRole('button', { name: 'Hỏi đơn vị khác' }).click();
  const question = `Xin số doanh nghiệp đổi mới quý III (${turn})`;
  await dialog(head).getByLabel('Hỏi đơn vị').selectOption({ label: other });
  await dialog(head).getByLabel('Điều cần hỏi').fill(question);
  await dialog(head).getByLabel('Hạn', { exact: true }).fill('3 ngày làm việc');
  await send(head, 'Gửi câu hỏi');

  const asked = otherHead.locator('.request', { hasText: question });
  await asked.waitFor();
  await director.locator('.request', { hasText: question }).getByText('Chờ trả lời').waitFor();
  await asked.getByRole('button', { name: 'Trả lời' }).click();
  await dialog(otherHead).getByLabel('Câu trả lời').fill('Có 128 doanh nghiệp, bảng kèm theo');
  await send(otherHead, 'Gửi trả lời');

  for (const page of [head, director]) {
    const answered = page.locator('.request', { hasText: question });
    await answered.getByText('Có 128 doanh nghiệp, bảng kèm theo').waitFor();
    await answered.getByText('Đã trả lời', { exact: true }).waitFor();
  }
  await picture(head, 'request-answered');
  expect(await axeFaults(head)).toEqual([]);
});
