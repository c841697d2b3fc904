import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { give } from './acting.ts';
import { launchBrowser } from './browser.ts';
import {
  endsLine,
  issuesNotice,
  movesTo,
  opensConference,
  preparesConference,
  proposesAt,
  turnsTo,
  writesLine,
} from './conferring.ts';
import { startDemo } from './demo.ts';
import { signIn } from './people.ts';
import { discard, type Product } from './product.ts';
import { opensReview, signsReview, writesPage } from './reviewing.ts';
import { enter, faultsIn, openBrowser, picture, twoLooks } from './screen.ts';

const science = 'Phòng Quản lý khoa học';
const digital = 'Phòng Chuyển đổi số';
const units = [science, digital, 'Thanh tra Sở'] as const;
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

const today = Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh').toString();

/** The review that the conference looks at: three units write their pages at once, the director signs. */
async function reviewed(office: Page): Promise<string> {
  const caller = await signIn(product, 'director');
  for (const unit of units) await give(caller, `Việc sơ kết của ${unit}`, unit);
  await office.goto(`${product.url}/reviews`);
  await office.getByRole('button', { name: 'Mở kỳ sơ kết' }).click();
  const address = await opensReview(office, ['2026-11-02', today]);
  await Promise.all(
    units.map(async (unit, at) => {
      const head = await enter(
        await openBrowser(browser, at === 0 ? 'phone' : 'desk'),
        product,
        'head',
        unit,
      );
      await head.goto(address);
      await writesPage(head, unit, 'Đơn vị phải thực hiện {{in-hand}} nhiệm vụ.');
    }),
  );
  // Whoever looks at it sees all three without asking.
  await office.getByText('Đơn vị phải thực hiện').nth(2).waitFor();
  const director = await enter(await openBrowser(browser), product, 'director');
  await director.goto(address);
  await signsReview(director, 'Đã báo cáo trực tiếp tại giao ban');
  const words = (await director.getByRole('heading', { level: 1 }).textContent()) ?? '';
  return words.replace('Sơ kết, tổng kết ', '');
}

test('from opening the review to the issued notice back in the register, by three units, the office and the director', async () => {
  const office = await enter(await openBrowser(browser), product, 'office');
  const review = await reviewed(office);
  const name = `Hội nghị sơ kết ${Date.now()}`;
  const address = await opensConference(office, product.url, name, today, review);
  await preparesConference(office, ['Báo cáo kết quả tháng', 'Thảo luận, kiến nghị']);
  expect(await faultsIn(office, 'conference-prepare', twoLooks)).toEqual([]);
  // The hour is moved with its reason, which those invited will read.
  await movesTo(office, today, '14:00', 'Trùng lịch họp của UBND tỉnh');
  await picture(office, 'conference-moved');
  await turnsTo(office, 'Điểm danh');
  await office.getByRole('group', { name: science }).getByLabel('Có mặt').check();
  await picture(office, 'conference-attendance');

  const head = await enter(await openBrowser(browser, 'phone'), product, 'head', science);
  await head.goto(address);
  await proposesAt(head, 'Xin bổ sung biên chế thẩm định');
  await picture(head, 'conference-proposal-phone');

  // Two write the same line at once: the second sees both, keeps their own, and nothing is lost.
  await turnsTo(office, 'Kết luận');
  const first = 'Rà soát nhiệm vụ chậm nghiệm thu';
  await writesLine(office, {
    ...{ words: first, lead: science, coordinating: digital },
    ...{ product: 'Danh mục kèm phương án', term: 'trước 15/12/2027' },
  });
  await office.getByText(/14\/12\/2027/u).waitFor();
  await picture(office, 'conference-line');
  const director = await enter(await openBrowser(browser), product, 'director');
  await director.goto(`${address}?tab=conclusions`);
  await director.getByRole('button', { name: `Sửa dòng : ${first}` }).click();
  const theirs = director.locator('fieldset.line-editor');
  await theirs.getByLabel('Sản phẩm').fill('Danh mục');
  await theirs.getByText(/^Đã lưu \d/u).waitFor();
  await director.locator('fieldset.line-editor').getByLabel('Kết luận').fill(`${first}, đề xuất xử lý`);
  await office.locator('fieldset.line-editor').getByLabel('Kết luận').fill(`${first} năm nay`);
  const conflict = (page: typeof office) => page.getByRole('alert').getByText('vừa sửa dòng này');
  await Promise.race([conflict(office).waitFor(), conflict(director).waitFor()]);
  const second = (await conflict(office).isVisible()) ? office : director;
  await picture(second, 'conference-conflict');
  await second.getByRole('button', { name: 'Giữ bản của tôi' }).click();
  await second
    .locator('fieldset.line-editor')
    .getByText(/^Đã lưu \d/u)
    .waitFor();
  await endsLine(office, first);
  await endsLine(director, first);
  await writesLine(office, { words: 'Kết nối trục liên thông của tỉnh', lead: digital, term: 'hằng tháng' });
  await endsLine(office, 'Kết nối trục liên thông của tỉnh');
  expect(await faultsIn(office, 'conference-conclusions', twoLooks)).toEqual([]);

  // The office lays it before who signs; what does not hold is named before.
  await turnsTo(office, 'Thông báo');
  await office.getByRole('link', { name: 'Kiến nghị chưa được trả lời' }).waitFor();
  await office.getByRole('link', { name: 'Chưa nêu sản phẩm' }).waitFor();
  expect(await faultsIn(office, 'conference-notice', twoLooks)).toEqual([]);
  const refused = office.getByRole('button', { name: 'Ban hành' });
  expect(await refused.getAttribute('aria-description')).toMatch(/^Chỉ Giám đốc, cấp phó/u);
  const number = await issuesNotice(director, 'Kiến nghị trả lời sau bằng văn bản');
  expect(number).toMatch(/^\d+\/TB-/u);
  await picture(director, 'conference-issued');
  expect(await faultsIn(director, 'conference-issued', twoLooks)).toEqual([]);

  // A line is a directive now, with the notice as its source, open to its words.
  await director
    .getByRole('link', { name: new RegExp(`^${first}`, 'u') })
    .first()
    .click();
  await director.getByRole('heading', { level: 1, name: new RegExp(first, 'u') }).waitFor();
  await director
    .getByRole('link', { name: new RegExp(number, 'u') })
    .first()
    .waitFor();
  await director.locator('mark').getByText(new RegExp(first, 'iu')).first().waitFor();
  await picture(director, 'conference-directive');
  await director
    .getByRole('link', { name: new RegExp(number, 'u') })
    .first()
    .click();
  await director.getByText('Trên đây là kết luận').waitFor();
  await picture(director, 'conference-document');
});
