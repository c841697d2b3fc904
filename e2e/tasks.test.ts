import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { course } from '../test/task-facts.ts';
import { dialog } from './acting.ts';
import { launchBrowser } from './browser.ts';
import { startDemo } from './demo.ts';
import { type Caller, signIn } from './people.ts';
import { discard, type Product } from './product.ts';
import { axeFaults, enter, faultsIn, openBrowser, picture } from './screen.ts';
import { between, walk } from './tasking.ts';

let product: Product;
let browser: Browser;
let clerk: Caller;

beforeAll(async () => {
  [product, browser] = await Promise.all([startDemo(), launchBrowser()]);
  clerk = await signIn(product, 'office');
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser.close();
  await discard(product);
});

const press = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true }).click();
const fill = (page: Page, label: string, text: string) =>
  dialog(page).getByLabel(label, { exact: true }).fill(text);

/** Opens the form of an open step, by its button on the page. */
async function begin(page: Page, step: string): Promise<void> {
  await page.getByRole('button', { name: `Ghi bước này: ${step}` }).click();
  await dialog(page).getByRole('heading', { name: step }).waitFor();
}

/** Pastes rows of a sheet into the first line of a grid. */
const paste = (page: Page, rows: readonly (readonly string[])[]) =>
  dialog(page)
    .locator('.lines-grid input')
    .first()
    .evaluate(
      (cell, text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      },
      rows.map((row) => row.join('\t')).join('\n'),
    );

/** Adds somebody to the list from within a form, who is then chosen. */
async function addPartner(page: Page, label: string, name: string): Promise<void> {
  const field = dialog(page).locator('.partner-field', {
    has: page.getByRole('combobox', { name: label }),
  });
  const box = field.getByRole('combobox');
  await box.fill(name);
  await field.getByRole('button', { name: 'Thêm vào danh sách' }).click();
  await press(page, 'Thêm và chọn');
  await field.getByRole('button', { name: 'Thêm và chọn' }).waitFor({ state: 'detached' });
  expect(await box.inputValue()).toBe(name);
}

test('a task runs from its proposal to its last report of effect', async () => {
  const title = `Nghiên cứu máy sấy nông sản ${Date.now()}`;
  const host = `Viện Cơ khí ${Date.now()}`;

  const officer = await enter(await openBrowser(browser), product, 'officer');
  await officer.goto(`${product.url}/tasks`);
  await officer.getByRole('button', { name: 'Ghi nhiệm vụ mới' }).click();
  await fill(officer, 'Tên nhiệm vụ', title);
  await dialog(officer).getByLabel('Đơn vị quản lý').selectOption({ index: 1 });
  await fill(officer, 'Ngày đề xuất, hoặc ngày bắt đầu của hồ sơ', '10/01/2024');
  // A state secret is refused with the reason, and what was typed is still there.
  await dialog(officer)
    .getByLabel(/bí mật nhà nước không/u)
    .selectOption({ label: 'Có' });
  await press(officer, 'Ghi nhiệm vụ');
  await dialog(officer).getByText('không được nhập vào hệ thống này (Luật').last().waitFor();
  expect(await axeFaults(officer)).toEqual([]);
  await picture(officer, 'task-new');
  await dialog(officer)
    .getByLabel(/bí mật nhà nước không/u)
    .selectOption({ label: 'Không' });
  await press(officer, 'Ghi nhiệm vụ');
  await officer.getByRole('heading', { level: 1, name: title }).waitFor();
  const id = officer.url().split('/').at(-1) ?? '';

  // Nothing was filed yet, so that it would change over to the law of 2025; the director decides otherwise.
  const director = await enter(await openBrowser(browser), product, 'director');
  await director.goto(`${product.url}/tasks/${id}`);
  await director.getByRole('button', { name: 'Quyết định theo luật nào' }).click();
  await dialog(director).getByLabel('Nhiệm vụ theo').selectOption('A');
  await fill(director, 'Số quyết định', '7/QĐ-SKHCN');
  await fill(director, 'Ngày làm', '10/01/2024');
  await fill(director, 'Lý do', 'Đã giao theo kế hoạch năm 2024');
  await press(director, 'Quyết định theo luật nào');
  await officer.getByText('Luật 2013').first().waitFor();

  // The officer records what came in, by its document; meanwhile somebody else records the search.
  await begin(officer, 'Đề xuất đặt hàng');
  await fill(officer, 'Ngày làm', '20/01/2024');
  await fill(officer, 'Số, ký hiệu', '12/CV-STC');
  await fill(officer, 'Ngày văn bản', '19/01/2024');
  await press(officer, 'Ghi bước này');
  await officer.getByText('theo 12/CV-STC ngày 19/01/2024').waitFor();
  await begin(officer, 'Tra cứu trùng lặp');
  await fill(officer, 'Số, ký hiệu', '15/BC-TTTT');
  await walk(clerk, id, between('searched', 'searched'));
  await dialog(officer).getByText('vừa ghi: Tra cứu').waitFor();
  expect(await dialog(officer).getByLabel('Số, ký hiệu').inputValue()).toBe('15/BC-TTTT');
  await officer.keyboard.press('Escape');

  await walk(clerk, id, between('identified', 'called', title));
  // The call is long over: a dossier filed in time is recorded with its day.
  await officer.getByRole('button', { name: 'Chi tiết: Nộp hồ sơ' }).click();
  await dialog(officer).getByText('Đã hết hạn nhận hồ sơ').waitFor();
  await press(officer, 'Ghi với ngày đã làm');
  await fill(officer, 'Ngày làm', '30/05/2024');
  await press(officer, 'Ghi bước này');
  await dialog(officer).getByText('Cần điền mục này.').first().waitFor();
  await addPartner(officer, 'Tổ chức chủ trì', host);
  await addPartner(officer, 'Chủ nhiệm', 'TS. Trần Minh Khôi');
  expect(await axeFaults(officer)).toEqual([]);
  await picture(officer, 'task-filed');
  await press(officer, 'Ghi bước này');
  await dialog(officer).waitFor({ state: 'detached' });

  // Why what is not due yet cannot be recorded, with its article.
  await officer.getByRole('button', { name: /^Bước .*Ký hợp đồng/u }).click();
  await dialog(officer)
    .getByText(/Chưa có: .*TT /u)
    .waitFor();
  await picture(officer, 'task-step');
  await officer.keyboard.press('Escape');
  await walk(clerk, id, between('opened', 'finalised'));

  // The estimate is pasted as it was copied from Excel; what was cut without a reason is told at its line, and nothing is lost.
  await begin(officer, 'Thẩm định kinh phí');
  await press(officer, 'Ghi từng dòng chi');
  await paste(officer, [
    ['TT', 'Nội dung', 'Đề nghị', 'Thẩm định'],
    ['1', 'Công lao động', '1.600.000.000', '1.500.000.000'],
    ['2', 'Thiết bị', '400.000.000', '300.000.000'],
    ['', 'Tổng cộng', '2.000.000.000', '1.800.000.000'],
  ]);
  await fill(officer, 'Lý do khác nhau 1', 'Giảm ngày công');
  await fill(officer, 'Ngày làm', '24/07/2024');
  await press(officer, 'Ghi bước này');
  await dialog(officer).getByText('Dòng 2 «Thiết bị»').first().waitFor();
  expect(await dialog(officer).getByLabel('Kinh phí thẩm định (đồng)').inputValue()).toBe('1.800.000.000');
  expect(await axeFaults(officer)).toEqual([]);
  await picture(officer, 'task-cost-lines');
  await fill(officer, 'Lý do khác nhau 2', 'Dùng thiết bị sẵn có');
  await press(officer, 'Ghi bước này');
  await dialog(officer).waitFor({ state: 'detached' });
  await walk(clerk, id, between('appraisalFinalised', 'appraisalFinalised'));

  // The director approves whom the dossier names, line by line as proposed; the money is read as it is typed.
  await director.goto(`${product.url}/tasks?step=approved`);
  await director.getByRole('link', { name: title }).click();
  await begin(director, 'Phê duyệt tổ chức chủ trì');
  await fill(director, 'Phê duyệt 2', '310.000.000');
  await fill(director, 'Lý do khác nhau 2', 'Thêm một máy đo');
  await fill(director, 'Ngân sách nhà nước (đồng)', '1810000000');
  await fill(director, 'Nguồn khác (đồng)', '200000000');
  await dialog(director).getByLabel('Phương thức khoán').selectOption({ index: 1 });
  await fill(director, 'Số tháng thực hiện', '24');
  await fill(director, 'Ngày làm', '15/08/2024');
  await press(director, 'Ghi bước này');
  await director.getByText('1,81 tỷ ngân sách').waitFor();
  await director.getByText('Phê duyệt: Thêm một máy đo').waitFor();

  await walk(clerk, id, between('resultPublished', 'councilFormed'));
  await officer.locator('#history').getByText('Lập hội đồng nghiệm thu', { exact: true }).waitFor();

  // Who signs and how it is paid, pasted with a share: what does not come to the contract is told, and nothing is lost.
  await officer.getByRole('button', { name: 'Người ký, đợt cấp kinh phí' }).click();
  const sideB = dialog(officer).getByRole('group', { name: /^Bên B/u });
  await sideB.getByLabel('Họ và tên người ký').fill('TS. Lê An');
  await sideB.getByLabel('Chức vụ').fill('Viện trưởng');
  await press(officer, 'Chia đợt cấp kinh phí');
  await paste(officer, [
    ['Đợt 1', 'Hợp đồng đã ký', 'sau khi ký hợp đồng', '40 %'],
    ['Đợt 2', 'Báo cáo giữa kỳ được xác nhận', '15/09/2025', '1.000.000.000'],
  ]);
  await press(officer, 'Ghi');
  await dialog(officer)
    .getByText(/ít hơn kinh phí .* là 86\.000\.000 đồng/u)
    .waitFor();
  await dialog(officer).getByText('Còn 86.000.000 đồng chưa chia vào đợt nào').waitFor();
  expect(await axeFaults(officer)).toEqual([]);
  await picture(officer, 'task-arrange');
  await press(officer, 'Tính vào đợt cuối');
  await press(officer, 'Ghi');
  await officer.getByText('Bên A: chưa ghi người ký · Bên B: TS. Lê An, Viện trưởng').waitFor();
  await officer.getByRole('button', { name: 'Cấp kinh phí theo đợt', exact: true }).click();
  await dialog(officer).getByLabel('Đợt của hợp đồng').selectOption('1');
  await fill(officer, 'Ngày làm', '20/09/2024');
  await press(officer, 'Ghi bước này');
  await officer.getByText('Đã cấp 724.000.000 trong 1.810.000.000 đồng').waitFor();
  await walk(
    clerk,
    id,
    course(
      ['2026-10-27', 'accepted'],
      ['2026-10-28', 'concluded'],
      ['2026-11-02', 'completed'],
      ['2026-11-03', 'registered'],
    ),
  );
  await director.getByText('Công nhận kết quả').first().waitFor();
  expect(await faultsIn(director, 'task', ['desk-light', 'phone-dark', 'zoom-light'])).toEqual([]);
  await walk(
    clerk,
    id,
    course(
      ['2026-11-06', 'recognised'],
      ['2026-11-09', 'assetsPlanned', { none: true }],
      ['2026-11-10', 'advancesCleared'],
      ['2026-11-12', 'liquidated'],
      ['2026-11-16', 'settled'],
      ['2026-11-18', 'applied'],
    ),
  );

  // Anybody may read of what is put to use, and of nothing else of it.
  const stranger = await (await openBrowser(browser)).newPage();
  await stranger.goto(`${product.url}/public/results?q=${encodeURIComponent(title)}`);
  await stranger.getByRole('heading', { name: title }).waitFor();
  expect(await stranger.locator('main').innerText()).not.toMatch(/tỷ|000\.000/u);
  expect(await faultsIn(stranger, 'public-results', ['desk-light', 'phone-dark'])).toEqual([]);

  // The office closes it with the last report; everybody who looks sees it end.
  const office = await enter(await openBrowser(browser, 'phone'), product, 'office');
  await office.goto(`${product.url}/tasks/${id}`);
  await begin(office, 'Báo cáo hiệu quả ứng dụng');
  await dialog(office).getByLabel('Là báo cáo cuối').check();
  await fill(office, 'Ngày làm', '24/11/2026');
  await picture(office, 'task-effect-phone');
  await press(office, 'Ghi bước này');
  await director.getByText('Kết thúc ngày 24/11/2026').waitFor();
  await director.goto(`${product.url}/partners?q=${encodeURIComponent(host)}`);
  await director.getByRole('link', { name: host, exact: true }).click();
  await director.getByRole('link', { name: title }).waitFor();
  await picture(director, 'partner');
});
