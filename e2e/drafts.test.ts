import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { dialog, send } from './acting.ts';
import { launchBrowser } from './browser.ts';
import { startDemo } from './demo.ts';
import { discard, type Product } from './product.ts';
import { enter, faultsIn, openBrowser, picture, twoLooks } from './screen.ts';

const unit = 'Phòng Quản lý khoa học';
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

const today = Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh');
const typed = (days: number) => {
  const { day, month, year } = today.add({ days });
  return `${day}/${month}/${year}`;
};

test('a draft is planned, reaches its stages, is asked about and answered; its table goes out', async () => {
  const office = await enter(await openBrowser(browser), product, 'office');
  await office.goto(`${product.url}/drafts`);
  await office.locator('.stage-column li').first().waitFor();
  await picture(office, 'drafts');
  expect(await faultsIn(office, 'drafts', [...twoLooks, 'zoom-light'])).toEqual([]);

  await office.getByRole('button', { name: 'Thêm dự thảo' }).click();
  const form = dialog(office);
  await form.getByLabel('Tên dự thảo').fill('Quy định thử nghiệm có kiểm soát');
  await form.getByLabel('Loại văn bản').selectOption({ label: 'Quyết định của UBND' });
  await form.getByLabel('Đơn vị chủ trì').selectOption({ label: unit });
  await form.getByLabel('Cấp trình').fill('UBND tỉnh');
  await form.getByLabel('Căn cứ là văn bản cấp trên').fill('Luật 93/2025/QH15');
  await form.getByLabel('Vào kế hoạch từ ngày').fill(typed(-60));
  await form.getByLabel('Soạn thảo', { exact: true }).fill(typed(-40));
  await form.getByLabel('Lấy ý kiến').fill(typed(-50));
  await form.getByLabel('Ban hành').fill(typed(60));
  await picture(office, 'draft-plan');
  await form.getByRole('button', { name: 'Đưa vào kế hoạch' }).click();
  await form.getByText('Lấy ý kiến không thể trước soạn thảo').waitFor();
  await form.getByLabel('Lấy ý kiến').fill(typed(-10));
  await send(office, 'Đưa vào kế hoạch');
  await office.locator('.draft-row').getByRole('link', { name: 'Quy định thử nghiệm có kiểm soát' }).click();

  await office.getByRole('button', { name: 'Ghi bước' }).click();
  await dialog(office).getByLabel('Ngày', { exact: true }).fill(typed(-20));
  await dialog(office).getByRole('button', { name: 'Ghi bước này' }).click();
  await dialog(office).getByText('Bước này muộn so với kế hoạch. Chọn nguyên nhân.').waitFor();
  await dialog(office).getByLabel('Nguyên nhân nếu muộn').selectOption({ label: 'Thiếu người' });
  await send(office, 'Ghi bước này');
  await office.getByRole('button', { name: 'Gửi lấy ý kiến' }).click();
  await dialog(office).getByLabel('Cơ quan, tổ chức bên ngoài').fill('Sở Tư pháp\nSở Tài chính');
  await dialog(office).getByLabel('Văn phòng Sở').check();
  await dialog(office).getByLabel('Ngày gửi').fill(typed(-19));
  await dialog(office)
    .getByLabel(/Hạn trả lời/u)
    .fill(typed(-9));
  await send(office, 'Gửi');
  await office.getByText('Im lặng quá hạn').nth(2).waitFor();
  await office.getByRole('button', { name: 'Ghi trả lời : Sở Tư pháp' }).click();
  await dialog(office).getByLabel('Ý kiến', { exact: true }).selectOption({ label: 'Nhất trí, có góp ý' });
  await dialog(office).getByLabel('Nội dung góp ý').fill('Làm rõ Điều 3\nBỏ Điều 7');
  await picture(office, 'draft-answer');
  await send(office, 'Ghi trả lời');
  await office.getByRole('button', { name: /Tiếp thu, giải trình : Làm rõ Điều 3/u }).click();
  await send(office, 'Ghi');
  await office.getByText('Tiếp thu: đã chỉnh lý dự thảo theo góp ý').waitFor();
  expect(await faultsIn(office, 'draft', [...twoLooks, 'zoom-light'])).toEqual([]);
  const [file] = await Promise.all([
    office.waitForEvent('download'),
    office.getByRole('link', { name: 'Bảng tổng hợp (Word)' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('Tổng hợp ý kiến.docx');
});

test('a superior act is recorded, what it touches is given in one act, and each directive leads back', async () => {
  const office = await enter(await openBrowser(browser), product, 'office');
  await office.goto(`${product.url}/drafts/superior`);
  await office.getByText('41/2026/TT-BKHCN').first().waitFor();
  expect(await faultsIn(office, 'superior-acts', twoLooks)).toEqual([]);
  await office.getByRole('button', { name: 'Ghi văn bản cấp trên' }).click();
  const form = dialog(office);
  await form.getByLabel('Số, ký hiệu').fill('88/2026/NĐ-CP');
  await form.getByLabel('Trích yếu').fill('Quy định chi tiết về đo lường');
  await form.getByLabel('Cơ quan ban hành').fill('Chính phủ');
  await form.getByLabel('Ngày ban hành').fill(typed(-3));
  await form.getByLabel('Ngày có hiệu lực').fill(typed(60));
  await form.getByLabel('Văn bản bị sửa đổi, thay thế, bãi bỏ').fill('Nghị định 5/2019/NĐ-CP');
  await send(office, 'Ghi');
  await office.getByRole('heading', { level: 1, name: '88/2026/NĐ-CP' }).waitFor();
  await office.getByText('12/2020/QĐ-UBND').first().waitFor();
  await office.getByRole('button', { name: 'Giao sửa' }).click();
  await picture(office, 'superior-give');
  // Units come after the form opens; until then the browser holds a form without a lead unit back.
  await dialog(office).getByLabel('Đơn vị chủ trì').locator('option').first().waitFor({ state: 'attached' });
  await send(office, 'Giao 1 nhiệm vụ');
  await office.getByText('Đã giao sửa').waitFor();
  expect(await faultsIn(office, 'superior-act', twoLooks)).toEqual([]);
  await office.getByRole('link', { name: /Mở nhiệm vụ/u }).click();
  await office.getByRole('link', { name: '88/2026/NĐ-CP' }).waitFor();

  const officer = await enter(await openBrowser(browser, 'phone'), product, 'officer', unit);
  await officer.goto(`${product.url}/drafts`);
  await officer.locator('.stage-column li').first().waitFor();
  await picture(officer, 'drafts-phone');
  expect(await officer.getByRole('button', { name: 'Thêm dự thảo' }).count()).toBe(0);
});
