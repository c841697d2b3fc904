import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { bar, begin, choose, dialog, give, photograph, send, unmarked } from './acting.ts';
import { launchBrowser } from './browser.ts';
import { startDemo } from './demo.ts';
import { personOf, signIn } from './people.ts';
import { discard, type Product } from './product.ts';
import { axeFaults, enter, openBrowser, overflow, picture } from './screen.ts';

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

test('a directive from the director’s word to the accepted result, and everybody sees it as it goes', async () => {
  const officerPerson = await personOf(product, 'officer', unit);
  const words = `Xây dựng báo cáo rà soát tiến độ các đề tài cấp tỉnh, đợt ${Date.now()}`;
  const director = await enter(await openBrowser(browser), product, 'director');
  await director.goto(`${product.url}/directives/give`);
  await director.getByLabel('Nội dung nhiệm vụ').fill(words);
  await director.getByLabel('Nguồn giao').selectOption({ label: 'Kết luận thanh tra' });
  await director.getByLabel('Chủ trì').selectOption({ label: other });
  await director.getByLabel('Hạn', { exact: true }).fill('20/12/2027');
  await director.getByLabel(/Sản phẩm/u).fill('Báo cáo rà soát');
  await director.getByRole('button', { name: 'Giao việc', exact: true }).click();
  await director.waitForURL(/\/directives\/[0-9a-f-]{36}$/u);
  const address = director.url();
  await director.locator('dt:text-is("Nguồn giao") + dd').getByText('Kết luận thanh tra').waitFor();
  await bar(director).getByText(`Đang ở ${other}.`).waitFor();

  // The office finds it in the register and moves it to whose duty it is.
  const office = await enter(await openBrowser(browser), product, 'office');
  await office.goto(`${product.url}/directives?q=${encodeURIComponent(unmarked(words))}`);
  await office
    .getByText(/^1 nhiệm vụ/u)
    .first()
    .waitFor();
  await office.getByRole('link', { name: words }).click();
  await office.getByRole('link', { name: 'Mở trang riêng' }).click();
  await office.waitForURL(address);
  await begin(office, 'Chuyển đơn vị chủ trì');
  await choose(office, 'Đơn vị nhận', 'quan ly khoa hoc', unit);
  await dialog(office).getByLabel('Lý do').fill('Đúng chức năng theo quy chế làm việc');
  await dialog(office)
    .getByLabel(/Theo văn bản/u)
    .fill('Quyết định 45/QĐ-SKHCN');
  await send(office, 'Chuyển đơn vị chủ trì');
  await bar(director).getByText(`Đang ở ${unit}.`).waitFor();

  const head = await enter(await openBrowser(browser), product, 'head', unit);
  await head.goto(address);
  await begin(head, 'Nhận nhiệm vụ');
  await send(head, 'Nhận nhiệm vụ');
  await head.keyboard.press('p');
  await choose(head, 'Người thực hiện', unmarked(officerPerson.fullName), officerPerson.fullName);
  await send(head, 'Phân công');
  // The director's open page says so without being asked to.
  await director.getByText(`Phân công ${officerPerson.fullName} thực hiện.`).waitFor();

  const phone = await openBrowser(browser, 'phone');
  const officer = await enter(phone, product, 'officer', unit);
  await officer.goto(`${product.url}/directives/mine`);
  const task = officer.getByRole('button', { name: words });
  await task.waitFor();
  expect(await overflow(officer)).toBe(0);
  await picture(officer, 'mine');
  await task.click();
  await dialog(officer).getByRole('slider').fill('60');
  await dialog(officer).getByText('Chờ đơn vị khác').click();
  await choose(officer, 'Đang chờ đơn vị nào', 'pcn', other);
  await dialog(officer)
    .getByLabel(/Làm được gì/u)
    .fill('Còn thiếu số liệu ba dự án');
  expect(await axeFaults(officer)).toEqual([]);
  expect(await overflow(officer)).toBe(0);
  await picture(officer, 'progress');

  // The line breaks: the draft outlives it, and the page with it.
  await phone.setOffline(true);
  await dialog(officer).getByRole('button', { name: 'Gửi', exact: true }).click();
  await dialog(officer).getByRole('alert').waitFor();
  await phone.setOffline(false);
  await officer.goto(address);
  await begin(officer, 'Báo cáo tiến độ');
  expect(await dialog(officer).getByRole('slider').inputValue()).toBe('60');
  expect(
    await dialog(officer)
      .getByLabel(/Làm được gì/u)
      .inputValue(),
  ).toContain('ba dự án');
  await dialog(officer).locator('input[capture]').setInputFiles(photograph);
  await send(officer, 'Gửi');
  await officer.getByText(/Đã nhận lúc \d\d:\d\d:\d\d/u).waitFor();
  await director
    .getByText('Báo cáo tiến độ 60%: Còn thiếu số liệu ba dự án. Vướng: chờ đơn vị khác')
    .waitFor();
  await director.getByRole('link', { name: 'hien-truong.png' }).waitFor();

  await begin(officer, 'Xin gia hạn');
  await dialog(officer).getByLabel('Hạn', { exact: true }).fill('31/12/2027');
  await dialog(officer).getByLabel('Lý do').fill('Chờ số liệu của phòng bạn');
  await send(officer, 'Xin gia hạn');

  await director.getByText(/^Xin gia hạn đến/u).waitFor();
  await begin(director, 'Gia hạn');
  await dialog(director).getByText('Chờ số liệu của phòng bạn').first().waitFor();
  await dialog(director).getByLabel('Lý do').fill('Đồng ý, không lùi thêm');
  await send(director, 'Gia hạn');
  await director.getByText('Hạn đầu').waitFor();

  await officer.getByText(/^Gia hạn đến/u).waitFor();
  await begin(officer, 'Trình kết quả');
  await send(officer, 'Trình kết quả');
  await director.getByText('Trình kết quả, chờ xác nhận.').waitFor();
  await begin(director, 'Trả lại');
  await dialog(director).getByLabel('Lý do').fill('Thiếu phụ lục số liệu từng đề tài');
  await send(director, 'Trả lại');
  await officer.getByText('Trả lại để làm tiếp: Thiếu phụ lục số liệu từng đề tài').waitFor();
  await begin(officer, 'Đính kèm sản phẩm');
  const annex = { name: 'phu-luc.txt', mimeType: 'text/plain', buffer: Buffer.from('Phụ lục') };
  await dialog(officer).locator('input[multiple]').setInputFiles(annex);
  await send(officer, 'Đính kèm sản phẩm');
  await begin(officer, 'Trình kết quả');
  await dialog(officer)
    .getByLabel(/Kết quả/u)
    .fill('Đã bổ sung phụ lục');
  await send(officer, 'Trình kết quả');

  await director.getByText('Trình kết quả, chờ xác nhận: Đã bổ sung phụ lục').waitFor();
  await begin(director, 'Nghiệm thu kết quả');
  await send(director, 'Nghiệm thu kết quả');
  await bar(director).getByText('Nhiệm vụ đã kết thúc.').waitFor();
  const history = await director.locator('.history > li > span:first-child').allInnerTexts();
  expect(history.map((sentence) => sentence.replace(/(?: hạn:.*| đến .*)$/u, ''))).toEqual([
    'Nghiệm thu kết quả.',
    'Trình kết quả, chờ xác nhận: Đã bổ sung phụ lục',
    'Đính kèm sản phẩm: phu-luc.txt.',
    'Trả lại để làm tiếp: Thiếu phụ lục số liệu từng đề tài',
    'Trình kết quả, chờ xác nhận.',
    'Gia hạn',
    'Xin gia hạn',
    'Đính kèm sản phẩm: hien-truong.png.',
    `Báo cáo tiến độ 60%: Còn thiếu số liệu ba dự án. Vướng: chờ đơn vị khác (${other}).`,
    `Phân công ${officerPerson.fullName} thực hiện.`,
    'Nhận nhiệm vụ.',
    `Chuyển cho ${unit} chủ trì theo Quyết định 45/QĐ-SKHCN: Đúng chức năng theo quy chế làm việc`,
    `Giao nhiệm vụ: ${other} chủ trì; sản phẩm: Báo cáo rà soát;`,
  ]);
  await picture(director, 'accepted');
  expect(await axeFaults(director)).toEqual([]);
  const [download] = await Promise.all([
    director.waitForEvent('download'),
    director.getByRole('link', { name: 'phu-luc.txt' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('phu-luc.txt');
  await audited(address, history);

  // What was recorded by mistake is taken back, and stays readable.
  await director.getByRole('button', { name: 'Rút lại' }).click();
  await dialog(director).getByLabel('Lý do').fill('bấm nhầm');
  await send(director, 'Rút lại');
  await director.locator('s', { hasText: 'Nghiệm thu kết quả.' }).waitFor();
  await begin(director, 'Nghiệm thu kết quả');
});

/** Whoever inspects reads the whole of it, takes the evidence, sees who recorded what when, and changes nothing. */
async function audited(address: string, history: readonly string[]): Promise<void> {
  const auditor = await enter(await openBrowser(browser), product, 'auditor');
  await auditor.goto(address);
  await auditor.locator('.history > li').first().waitFor();
  expect(await auditor.locator('.history > li > span:first-child').allInnerTexts()).toEqual(history);
  const [evidence] = await Promise.all([
    auditor.waitForEvent('download'),
    auditor.getByRole('link', { name: 'hien-truong.png' }).click(),
  ]);
  expect(await readFile(await evidence.path())).toEqual(photograph.buffer);
  await picture(auditor, 'auditor-directive');
  expect(await axeFaults(auditor)).toEqual([]);

  const buttons = await auditor.locator('main').getByRole('button').allInnerTexts();
  expect(buttons).toEqual([]);
  const id = address.split('/').at(-1) ?? '';
  for (const [path, data] of [
    [`/api/directives/${id}/acts`, { act: { kind: 'stopped', reason: 'thử' } }],
    [`/api/directives/${id}/corrections`, { reason: 'thử', words: 'Nội dung khác hẳn' }],
  ] as const) {
    const headers = { origin: product.url, 'if-match': '"1"' };
    const answer = await auditor.context().request.post(product.url + path, { data, headers });
    expect(answer.status(), path).toBe(403);
  }

  await auditor.getByRole('link', { name: 'Nhật ký của nhiệm vụ này' }).click();
  await auditor.waitForURL(`**/audit?record=${id}`);
  await auditor.locator('tbody tr').first().waitFor();
  const sentences = await auditor.locator('tbody tr td:nth-child(3)').allInnerTexts();
  expect(sentences).toHaveLength(history.length);
  for (const said of ['chuyển đơn vị chủ trì', 'gia hạn', 'trả lại kết quả', 'nghiệm thu kết quả'])
    expect(
      sentences.some((sentence) => sentence.includes(said)),
      said,
    ).toBe(true);
  expect(sentences.filter((sentence) => sentence.includes('«directive.'))).toEqual([]);
  await picture(auditor, 'auditor-trail');
  expect(await axeFaults(auditor)).toEqual([]);
  await auditor.getByRole('button', { name: 'Kiểm tra chuỗi băm' }).click();
  await auditor.getByText(/^Nguyên vẹn:/u).waitFor();
}

test('two at once: the later is shown what the earlier did and loses nothing', async () => {
  const context = await openBrowser(browser);
  // News do not come through here: only the server's answer tells.
  await context.route('**/api/directives/events', (route) => route.abort());
  const head = await enter(context, product, 'head', unit);
  const director = await signIn(product, 'director');
  const given = await give(director, 'Chuẩn bị nội dung họp giao ban quý tới', unit);
  await head.goto(`${product.url}/directives/${given.id}`);
  await begin(head, 'Trả lại vì không đúng thẩm quyền');
  await dialog(head).getByLabel('Lý do').fill('Thuộc Văn phòng theo quy chế làm việc');
  const answer = await director.post(
    `/api/directives/${given.id}/acts`,
    { act: { kind: 'suspended', reason: 'chờ lịch họp mới' } },
    { 'if-match': `"${given.version}"` },
  );
  expect(answer.status).toBe(200);
  const again = dialog(head).getByRole('button', { name: 'Trả lại vì không đúng thẩm quyền' });
  await again.click();
  await dialog(head).getByText('Tạm hoãn: chờ lịch họp mới').waitFor();
  await dialog(head).getByText('Lần gửi vừa rồi chưa được ghi').waitFor();
  expect(await axeFaults(head)).toEqual([]);
  await picture(head, 'meanwhile');
  expect(await dialog(head).getByLabel('Lý do').inputValue()).toContain('quy chế');
  await dialog(head).getByRole('button', { name: 'Trả lại vì không đúng thẩm quyền' }).click();
  await dialog(head)
    .getByText(/đang tạm hoãn/u)
    .waitFor();
});

test('many at once: shown first, done, taken back', async () => {
  const director = await signIn(product, 'director');
  const turn = Date.now();
  for (const at of [1, 2, 3]) await give(director, `Việc hàng loạt ${turn} số ${at} để nhận một lần`, unit);
  const head = await enter(await openBrowser(browser), product, 'head', unit);
  await head.goto(`${product.url}/directives?q=${encodeURIComponent(`viec hang loat ${turn}`)}`);
  await head.getByText('3 nhiệm vụ').waitFor();
  await head.keyboard.press('j');
  await head.keyboard.press('x');
  await head.keyboard.press('j');
  await head.keyboard.press('j');
  await head.locator('[data-row="2"] .words a:focus').waitFor();
  await head.keyboard.press('Shift+Space');
  await head.getByText('Đã chọn 3 nhiệm vụ').waitFor();
  await picture(head, 'bulk');
  expect(await axeFaults(head)).toEqual([]);
  await head.getByRole('button', { name: 'Làm với các dòng đã chọn…' }).click();
  await dialog(head).getByRole('button', { name: 'Xem trước' }).click();
  await dialog(head).getByText('Làm được 3').waitFor();
  expect(await axeFaults(head)).toEqual([]);
  await picture(head, 'bulk-preview');
  await dialog(head).getByRole('button', { name: 'Nhận nhiệm vụ: 3 nhiệm vụ' }).click();
  await head.getByText('Nhận nhiệm vụ: đã làm với 3 nhiệm vụ.').waitFor();
  // Looking elsewhere first takes nothing away.
  await head.getByRole('link', { name: 'Hôm nay' }).first().click();
  await head.getByRole('heading', { name: /^Chào/u }).waitFor();
  await head.goBack();
  await head.getByRole('button', { name: 'Hoàn tác' }).click();
  await head.getByText('Đã hoàn tác 3 nhiệm vụ.').waitFor();

  // What the head may not do is told with its reason, and nothing is done.
  await head.getByLabel('Chọn mọi dòng đang tải').check();
  await head.getByLabel('Việc làm').selectOption({ label: 'Dừng thực hiện' });
  await head.getByRole('button', { name: 'Làm với các dòng đã chọn…' }).click();
  await dialog(head).getByLabel('Lý do').fill('thử');
  await dialog(head).getByLabel('Lý do').fill('không còn cần');
  await dialog(head).getByRole('button', { name: 'Xem trước' }).click();
  await dialog(head).getByText('Không làm được 3, giữ nguyên').waitFor();
  expect(
    await dialog(head)
      .getByRole('button', { name: /^Dừng thực hiện:/u })
      .count(),
  ).toBe(0);
});
