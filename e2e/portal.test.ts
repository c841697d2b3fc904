import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pdf } from '../test/hosts.ts';
import { callBody } from '../test/outside.ts';
import { firstAgency, password, totpCode } from '../test/server.ts';
import { taskProfile } from '../test/task-bodies.ts';
import { launchBrowser } from './browser.ts';
import { discard, type Product, startProduct } from './product.ts';
import { faultsIn, openBrowser, twoLooks } from './screen.ts';

let product: Product;
let browser: Browser;
let office: BrowserContext;

beforeAll(async () => {
  [product, browser] = await Promise.all([startProduct(), launchBrowser()]);
  office = await openBrowser(browser);
  await post('/api/setup', { token: product.token, ...firstAgency });
  await post('/api/auth/sign-in/username', { username: 'quantri', password });
});
afterAll(async () => {
  await browser.close();
  await discard(product);
});

/** A call of the office to the API. */
async function post<T = { id: string }>(path: string, data: object): Promise<T> {
  const answer = await office.request.post(product.url + path, { data, headers: { origin: product.url } });
  expect(answer.ok(), `${path} ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}

const day = (ago: number) => Temporal.Now.plainDateISO('Asia/Ho_Chi_Minh').subtract({ days: ago }).toString();
const sound = async (page: Page, name: string) => expect(await faultsIn(page, name, twoLooks)).toEqual([]);

/** A task of the order list, called for, and one that runs, both of an institute that is not yet invited. */
async function begun() {
  const units = await (await office.request.get(`${product.url}/api/units`)).json();
  const institute = { kind: 'organisation', profile: { name: 'Viện Cơ khí Sông Hương' } };
  const { id: partnerId } = await post('/api/partners', { said: institute, on: day(300) });
  const host = { id: partnerId, name: 'Viện Cơ khí Sông Hương' };
  const investigator = { id: null, name: 'TS. Trần Minh Khôi' };
  const waiting = await post('/api/tasks', { profile: taskProfile(units[0].id), on: day(90) });
  await post(`/api/tasks/${waiting.id}/steps`, { on: day(89), event: { kind: 'ordered' } });
  const running = await post('/api/tasks', {
    ...{ profile: taskProfile(units[0].id, 'Nghiên cứu giống lúa chịu mặn'), on: day(280) },
    takenOver: 'selection',
  });
  const dossier = crypto.randomUUID();
  const events: object[] = [
    { kind: 'called', mode: 'direct', closesOn: day(240) },
    { kind: 'filed', dossier, host, investigator },
    { kind: 'opened', outcome: 'valid' },
    { kind: 'scored', outcome: 'proposed' },
    { kind: 'estimateFiled' },
    { kind: 'appraised', asked: 2e9, proposed: 18e8 },
    {
      ...{ kind: 'approved', host, investigator, stateMoney: 18e8, otherMoney: 0 },
      ...{ khoan: 'by-part', months: 24 },
    },
  ];
  const days = [279, 245, 235, 230, 225, 220, 210];
  for (const [at, event] of events.entries())
    await post(`/api/tasks/${running.id}/steps`, { on: day(days[at]!), event });
  // A call that has closed, answered on paper.
  const closed = await post('/api/tasks', {
    profile: taskProfile(units[0].id, 'Nghiên cứu bảo quản thanh trà'),
    on: day(90),
  });
  await post(`/api/tasks/${closed.id}/steps`, { on: day(89), event: { kind: 'ordered' } });
  const past = await post('/api/calls', {
    ...callBody([closed.id], day(80)),
    title: 'Tuyển chọn nhiệm vụ đợt trước',
    closesOn: day(2),
  });
  const paper = { kind: 'filed', dossier: crypto.randomUUID(), host, investigator };
  await post(`/api/tasks/${closed.id}/steps`, { on: day(5), event: paper });
  return { waiting: waiting.id, running: running.id, closedCall: past.id };
}

test('a host is invited, secures its account, files a dossier and reports; the agency sees how many, not whose', async () => {
  const { waiting, running, closedCall } = await begun();
  const desk = await office.newPage();
  await desk.goto(`${product.url}/calls`);
  await desk.getByRole('button', { name: 'Ra thông báo' }).click();
  await desk.getByLabel('Nghiên cứu máy sấy nông sản').waitFor();
  await sound(desk, 'call-open-dialog');
  const { id: callId } = await post('/api/calls', {
    ...callBody([waiting], day(60)),
    closesOn: day(-20),
  });
  await desk.goto(`${product.url}/calls/accounts`);
  await desk.getByRole('button', { name: 'Mời tổ chức, cá nhân' }).click();
  const inviting = desk.getByRole('dialog');
  await inviting.getByLabel('Được xem').selectOption('investigator');
  await inviting.getByRole('combobox', { name: 'Tổ chức' }).fill('Song Huong');
  await inviting.getByRole('option', { name: 'Viện Cơ khí Sông Hương' }).click();
  await inviting.getByRole('combobox', { name: 'Chủ nhiệm' }).click();
  await sound(desk, 'portal-invite-narrow');
  await inviting.getByLabel('Được xem').selectOption('organisation');
  await inviting.getByRole('combobox', { name: 'Tổ chức' }).fill('Song Huong');
  await inviting.getByRole('option', { name: 'Viện Cơ khí Sông Hương' }).click();
  await desk.getByLabel('Họ tên người dùng').fill('Lê Thị Nộp');
  await desk.getByLabel('Tên đăng nhập').fill('vien-co-khi');
  await sound(desk, 'portal-invite');
  await desk.getByRole('dialog').getByRole('button', { name: 'Mời tổ chức, cá nhân' }).click();
  const first = await desk.locator('.notice code').first().innerText();
  await sound(desk, 'portal-accounts');

  const outside = await openBrowser(browser, 'phone');
  const page = await outside.newPage();
  await page.goto(`${product.url}/public/calls`);
  await page.getByRole('link', { name: 'Tuyển chọn nhiệm vụ KH&CN năm 2027' }).waitFor();
  await sound(page, 'public-calls');
  await page.getByRole('link', { name: 'Tuyển chọn nhiệm vụ KH&CN năm 2027' }).click();
  await page.getByRole('link', { name: 'Văn bản thông báo (PDF)' }).waitFor();
  await sound(page, 'public-call');
  await page.getByRole('link', { name: 'Nộp hồ sơ trên cổng' }).click();
  await page.getByLabel('Tên đăng nhập').fill('vien-co-khi');
  await page.locator('input[type=password]').fill(first);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.getByRole('heading', { name: 'Bật xác thực hai lớp để bắt đầu' }).waitFor();
  await page.locator('input[type=password]').fill(first);
  await page.locator('form button[type=submit]').click();
  const secret = await page.locator('p code').first().innerText();
  await sound(page, 'portal-second-factor');
  await page.locator('input[name=code]').fill(totpCode(`otpauth://totp/x?secret=${secret}`));
  await page.locator('form button[type=submit]').click();
  await page.getByRole('button', { name: 'Soạn hồ sơ' }).waitFor();
  await sound(page, 'portal-home');

  await page.getByRole('button', { name: 'Soạn hồ sơ' }).click();
  await page.getByLabel('Mục tiêu').fill('Giảm tổn thất sau thu hoạch');
  await page.getByText(/^Đã lưu lúc/u).waitFor();
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
  await page.getByText('Ghi nội dung sẽ thực hiện.').waitFor();
  await page.getByLabel('Chủ nhiệm nhiệm vụ').fill('TS. Trần Minh Khôi');
  await page.getByLabel('Nội dung thực hiện').fill('Thiết kế, chế tạo, thử nghiệm tại ba hợp tác xã');
  await page.getByLabel('Thời gian thực hiện (tháng)').fill('24');
  const notice = await outside.request.get(`${product.url}/api/public/calls/${callId}/notice?format=docx`);
  const file = { name: 'thuyet-minh.docx', mimeType: 'application/msword', buffer: await notice.body() };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('link', { name: 'thuyet-minh.docx' }).waitFor();
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
  await page.getByText('Đang có hiệu lực').waitFor();
  await sound(page, 'portal-dossier');
  const receipt = await page.getByRole('link', { name: 'Giấy biên nhận (PDF)' }).first().getAttribute('href');
  const paper = await outside.request.get(product.url + receipt);
  expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-');

  await collide(outside, page);
  await page.getByRole('button', { name: 'Thay hồ sơ đã nộp' }).click();
  await page.getByText('Đã được thay').waitFor();
  await page.getByRole('button', { name: 'Rút hồ sơ' }).click();
  await page.getByRole('dialog').getByLabel('Lý do rút').fill('Sửa dự toán');
  await page.getByRole('dialog').getByRole('button', { name: 'Rút hồ sơ' }).click();
  await page.getByText('Đã rút', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Nộp hồ sơ' }).click();
  await page.getByText('Đang có hiệu lực').waitFor();

  await page.goto(`${product.url}/portal`);
  await page.getByRole('link', { name: 'Nghiên cứu giống lúa chịu mặn' }).click();
  await page.getByRole('heading', { name: 'Việc của đơn vị' }).waitFor();
  await sound(page, 'portal-task');
  await signTogether(desk, page, running);
  const report = page.locator('li.card', { hasText: 'Báo cáo' }).first();
  await report.getByRole('button', { name: 'Gửi' }).click();
  await page
    .getByRole('dialog')
    .locator('input[type=file]')
    .setInputFiles({ ...file, name: 'bao-cao.docx' });
  await page.getByRole('dialog').getByRole('link', { name: 'bao-cao.docx' }).waitFor();
  await sound(page, 'portal-send');
  await page.getByRole('dialog').getByRole('button', { name: 'Gửi', exact: true }).click();
  await page.getByRole('link', { name: 'bao-cao.docx' }).waitFor();
  await page.getByRole('button', { name: 'Gửi: Đề nghị điều chỉnh' }).click();
  const asking = page.getByRole('dialog');
  await asking.getByLabel('Loại điều chỉnh').selectOption('investigator');
  await asking.getByText('Quyết định: cơ quan chủ trì nhiệm vụ').waitFor();
  await asking.getByLabel('Sau điều chỉnh').fill('TS. Lê Thị Mới');
  await asking.getByLabel('Nguyên nhân').selectOption('own-request');
  await sound(page, 'portal-change');
  await asking.getByRole('button', { name: 'Gửi', exact: true }).click();
  await page.getByText('TS. Trần Minh Khôi → TS. Lê Thị Mới').waitFor();
  // The agency's own rooms are not there for whoever is outside.
  await page.goto(`${product.url}/directives`);
  await page.waitForURL('**/portal');

  await desk.goto(`${product.url}/calls/${callId}`);
  await desk.getByText('1 hồ sơ đã nộp').first().waitFor();
  expect(await desk.locator('main').innerText()).not.toContain('Sông Hương');
  await desk.getByRole('button', { name: 'Gia hạn' }).click();
  const extending = desk.getByRole('dialog');
  await extending.getByLabel('Số thông báo').fill('18/TB-SKHCN');
  const later = Temporal.PlainDate.from(day(-40));
  await extending
    .getByLabel('Nhận hồ sơ đến hết ngày')
    .fill(later.toLocaleString('vi-VN', { day: '2-digit', month: '2-digit', year: 'numeric' }));
  await extending.getByLabel('Lý do').fill('Mới có một hồ sơ');
  await extending.getByRole('button', { name: 'Gia hạn' }).click();
  await desk.getByRole('link', { name: '18/TB-SKHCN' }).waitFor();
  await sound(desk, 'call-page');

  await desk.goto(`${product.url}/tasks/${running}`);
  await desk.getByRole('link', { name: 'bao-cao.docx' }).first().waitFor();
  await desk.getByText('TS. Trần Minh Khôi → TS. Lê Thị Mới').waitFor();
  await sound(desk, 'task-sendings');

  await desk.goto(`${product.url}/calls/${closedCall}`);
  await desk.getByRole('button', { name: 'Ghi việc mở hồ sơ' }).click();
  await sound(desk, 'call-opening');
  await desk.getByRole('dialog').getByLabel('Kết quả kiểm tra').selectOption('valid');
  await desk.getByRole('dialog').getByRole('button', { name: 'Ghi việc mở hồ sơ' }).click();
  await desk.getByText(/^Đã mở ngày/u).waitFor();
  await outside.close();
}, 400_000);

/** The host tells of the contract that both signed; the agency sends it back, then takes note of it as it was put right. */
async function signTogether(desk: Page, page: Page, taskId: string): Promise<void> {
  const vietnamese = (ago: number) => day(ago).split('-').reverse().join('/');
  const step = page.locator('li.card', { hasText: 'Ký hợp đồng' });
  const send = async (number: string) => {
    const form = page.getByRole('dialog');
    await form.getByLabel('Số hợp đồng').fill(number);
    await form.getByRole('button', { name: 'Gửi', exact: true }).click();
    await step.getByText(/^Đã gửi lúc .* chờ cơ quan ghi nhận$/u).waitFor();
  };
  await step.getByRole('button', { name: 'Gửi' }).click();
  await page.getByRole('dialog').getByLabel('Từ ngày').fill(vietnamese(200));
  await page.getByRole('dialog').getByLabel('Đến ngày').fill(vietnamese(-500));
  await send('7/2025/HĐ');
  await sound(page, 'portal-task-waiting');

  await desk.goto(`${product.url}/tasks/${taskId}`);
  const waiting = desk.getByRole('region', { name: 'chờ cơ quan ghi nhận' });
  await waiting.getByText('7/2025/HĐ').waitFor();
  await sound(desk, 'task-sending-waiting');
  await waiting.getByRole('button', { name: 'Trả lại' }).click();
  await desk.getByRole('dialog').getByLabel('Lý do').fill('Số hợp đồng năm 2026');
  await desk.getByRole('dialog').getByRole('button', { name: 'Trả lại' }).click();
  await waiting.waitFor({ state: 'detached' });

  await page.reload();
  await step.getByText('Cơ quan trả lại: Số hợp đồng năm 2026').waitFor();
  await sound(page, 'portal-task-returned');
  await step.getByRole('button', { name: 'Sửa và gửi lại' }).click();
  await send('7/2026/HĐ');

  await desk.reload();
  await waiting.getByRole('button', { name: 'Ghi nhận' }).click();
  const noting = desk.getByRole('dialog');
  const { promise: through, resolve: letThrough } = Promise.withResolvers<void>();
  let sent = 0;
  await desk.route('**/api/tasks/*/files', async (route) => {
    if (route.request().method() === 'POST') sent += 1;
    if (sent === 2) await through;
    await route.continue();
  });
  await noting.locator('input[type=file]').setInputFiles([
    { name: 'hop-dong.txt', mimeType: 'text/plain', buffer: Buffer.from('không phải tệp được nhận') },
    { name: 'hop-dong-da-ky.pdf', mimeType: 'application/pdf', buffer: pdf },
  ]);
  await noting.getByText(/^Không nhận «hop-dong.txt»/u).waitFor();
  // What is still on its way holds the form.
  await noting.getByText(/^Đang gửi và kiểm tra hop-dong-da-ky.pdf/u).waitFor();
  await noting.getByRole('button', { name: 'Ghi bước này' }).click();
  await noting.getByText('Tệp chưa gửi xong.').waitFor();
  letThrough();
  await noting.locator('.file-list').getByText('hop-dong-da-ky.pdf').waitFor();
  await sound(desk, 'task-noting');
  await noting.getByRole('button', { name: 'Ghi bước này' }).click();
  await desk.getByRole('link', { name: 'hop-dong-da-ky.pdf' }).first().waitFor();
  await page.reload();
  await page.getByText('Cơ quan đã ghi nhận').waitFor();
}

/** A colleague saves the same dossier in between: both versions stand there until one is chosen. */
async function collide(outside: BrowserContext, page: Page): Promise<void> {
  const second = await outside.newPage();
  await second.goto(page.url());
  await second.getByLabel('Ghi chú').fill('Đồng nghiệp ghi thêm');
  await second.getByText('Nội dung đã sửa sau lần nộp').waitFor();
  await second.close();
  await page.getByLabel('Mục tiêu').fill('Giảm tổn thất sau thu hoạch còn một nửa');
  await page.getByText('vừa sửa hồ sơ này').waitFor();
  await page.getByText(/^Khác nhau ở: .*Mục tiêu.*Ghi chú/u).waitFor();
  await sound(page, 'portal-conflict');
  await page.getByRole('button', { name: 'Dùng bản của tôi' }).click();
  await page.getByText(/^Đã lưu lúc/u).waitFor();
}
