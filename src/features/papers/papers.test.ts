import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { password, type TestServer, testServer, type Visitor } from '../../../test/server.ts';
import { read } from '../../reading/read.ts';
import { uuidv7 } from '../../storage/ids.ts';

let server: TestServer;
let office: Visitor;
let deputy: Visitor;
let planning: string;
let quiet: string;
let officer: string;

const noPlace = { text: '', span: [0, 0] };

async function person(fullName: string, post: object): Promise<string> {
  return (
    await office.post<{ id: string }>('/api/persons', { fullName, post: { from: '2020-01-01', ...post } })
  ).id;
}

beforeAll(async () => {
  server = await testServer();
  office = await server.setUp();
  const unit = (name: string) =>
    office.post<{ id: string }>('/api/units', { name, openedOn: '2020-01-01' }).then(({ id }) => id);
  planning = await unit('Phòng Kế hoạch');
  quiet = await unit('Phòng Không Chậm');
  officer = await person('Vũ Chuyên Viên', { unitId: planning, role: 'officer' });
  await person('Trần Giám Đốc', { unitId: quiet, role: 'director', title: 'Giám đốc' });
  const second = await person('Lê Phó Giám Đốc', { unitId: quiet, role: 'director', title: 'Phó Giám đốc' });
  await office.post(`/api/persons/${second}/account`, { userName: 'phogiamdoc', password });
  await office.post(`/api/persons/${officer}/account`, { userName: 'chuyenvien', password });
  deputy = server.visitor();
  await deputy.signIn('phogiamdoc');
  const give = (words: string, leadUnitId: string, deadline: object) =>
    office.post<{ id: string }>('/api/directives', {
      words,
      leadUnitId,
      deadline,
      product: 'Báo cáo',
      givenOn: '2026-10-01',
    });
  await give('Báo cáo giải ngân quý III', planning, {
    kind: 'date',
    bound: 'before',
    due: '2026-10-20',
    ...noPlace,
  });
  await give('Lập kế hoạch năm sau', planning, {
    kind: 'date',
    bound: 'before',
    due: '2099-10-20',
    ...noPlace,
  });
  await give('Việc không chậm', quiet, { kind: 'none' });
}, 60_000);
afterAll(() => server.close());

const file = async (visitor: Visitor, address: string) => {
  const response = await visitor.call('GET', address);
  expect(response.statusCode, response.body.slice(0, 300)).toBe(200);
  const name = decodeURIComponent(
    /filename\*=UTF-8''(.*)$/u.exec(String(response.headers['content-disposition']))![1]!,
  );
  const { text, document } = await read(new Uint8Array(response.rawPayload), { name });
  return { name, text: text.replace(/\s+/gu, ' '), document };
};

describe.each(['docx', 'pdf'])('as %s', (format) => {
  test('the sheet of a unit says what it leads, by when and how it stands', async () => {
    const { name, text } = await file(office, `/api/directives/assignment.${format}?unit=${planning}`);
    expect(name).toMatch(
      new RegExp(`^Phiếu giao việc Phòng Kế hoạch \\d{4}-\\d\\d-\\d\\d\\.${format}$`, 'u'),
    );
    for (const words of [
      'PHIẾU GIAO VIỆC',
      'thực hiện 2 nhiệm vụ',
      '1 nhiệm vụ quá hạn',
      'GIÁM ĐỐC',
      'Trần Giám Đốc',
    ])
      expect(text).toContain(words);
    expect(text).not.toContain('Việc không chậm');
  });

  test('the letter urges on with what is late and nothing else', async () => {
    const { text, document } = await file(office, `/api/units/${planning}/urging-letter.${format}`);
    // Day and place are left open in a draft, which a reader may take for the end of the subject.
    expect(document.subject).toMatch(/^đôn đốc thực hiện nhiệm vụ quá hạn/u);
    expect(text).toContain('Kính gửi: Phòng Kế hoạch.');
    expect(text).toContain('còn 1 nhiệm vụ quá hạn');
    expect(text).toContain('quý III');
    expect(text).not.toContain('năm sau');
  });
});

test('a sheet under a filter of one person, of several units, of a state', async () => {
  const own = await file(office, `/api/directives/assignment.docx?person=${officer}`);
  expect(own.text).toContain('giao Vũ Chuyên Viên thực hiện 0 nhiệm vụ');
  const all = await file(office, '/api/directives/assignment.docx');
  expect(all.text).toContain('giao các đơn vị thực hiện 3 nhiệm vụ');
  const late = await file(office, `/api/directives/assignment.docx?unit=${planning}&state=overdue`);
  expect(late.text).toContain(
    'thực hiện 1 nhiệm vụ theo bảng dưới đây (những nhiệm vụ được chọn từ sổ nhiệm vụ)',
  );
});

test('a deputy signs for the leader; the day of answer is the one told', async () => {
  const { text } = await file(deputy, `/api/units/${planning}/urging-letter.docx?answerBy=2099-12-31`);
  expect(text).toContain('KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC');
  expect(text).toContain('Lê Phó Giám Đốc');
  expect(text).toContain('trước ngày 31/12/2099');
});

test('what cannot be written is refused in words', async () => {
  const refusal = async (address: string, visitor = office) => {
    const response = await visitor.call('GET', address);
    return [response.statusCode, response.json<{ detail: string }>().detail];
  };
  const letter = `/api/units/${planning}/urging-letter.pdf`;
  expect(await refusal(`/api/units/${quiet}/urging-letter.pdf`)).toEqual([
    409,
    'Phòng Không Chậm không có nhiệm vụ nào quá hạn, nên không có gì để đôn đốc.',
  ]);
  expect((await refusal(`${letter}?answerBy=2020-01-01`))[0]).toBe(400);
  expect((await refusal(`${letter}?answerBy=hôm-nay`))[0]).toBe(400);
  expect((await refusal(`/api/units/${uuidv7()}/urging-letter.pdf`))[0]).toBe(404);
  expect((await refusal(`/api/directives/assignment.pdf?unit=${uuidv7()}`))[0]).toBe(404);
  expect((await refusal(`/api/directives/assignment.pdf?person=${uuidv7()}`))[0]).toBe(404);
  expect((await refusal('/api/directives/assignment.pdf', server.visitor()))[0]).toBe(401);
  const low = server.visitor();
  await low.signIn('chuyenvien');
  expect((await refusal(letter, low))[0]).toBe(403);
});

describe('an office’s own template', () => {
  const letterOf = () => `/api/units/${planning}/urging-letter/fill`;
  const template = async () =>
    (await office.call('GET', '/api/directives/papers/template.docx?kind=urging-letter')).rawPayload;
  const send = (address: string, bytes: Uint8Array, visitor = office) => {
    const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="mau.docx"\r\n\r\n';
    const body = Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--x--')]);
    return visitor.call('POST', address, body, { 'content-type': 'multipart/form-data; boundary=x' });
  };
  const edited = async (change: (xml: string) => string) => {
    const parts = unzipSync(await template());
    const xml = change(new TextDecoder().decode(parts['word/document.xml']));
    return zipSync({ ...parts, 'word/document.xml': strToU8(xml) });
  };

  test('the one given has no faults; changed in Word and filled it keeps the change', async () => {
    const inspected = await send('/api/directives/papers/inspect?kind=urging-letter', await template());
    expect(inspected.json()).toMatchObject({ faults: [] });
    const own = await edited((xml) => xml.replace('Cụ thể như sau:', 'Danh mục của {ten_don_vi}:'));
    const filled = await send(letterOf(), own);
    expect(filled.statusCode, filled.body.slice(0, 200)).toBe(200);
    const { text } = await read(new Uint8Array(filled.rawPayload), { name: 'a.docx' });
    expect(text).toContain('Danh mục của Phòng Kế hoạch:');
    expect(text).toContain('Báo cáo giải ngân quý III');
    expect(text).toContain('Trần Giám Đốc');
    const sheet = await office.call('GET', '/api/directives/papers/template.docx?kind=assignment');
    const whole = await send(`/api/directives/assignment/fill?unit=${planning}`, sheet.rawPayload);
    expect((await read(new Uint8Array(whole.rawPayload), { name: 'a.docx' })).text).toContain(
      'thực hiện 2 nhiệm vụ',
    );
  });

  test('what is wrong is told, and nothing is filled', async () => {
    const wrong = await edited((xml) => xml.replaceAll('{tinh_den_ngay}', '{tinh_dn_ngay}'));
    const report = await send('/api/directives/papers/inspect?kind=urging-letter', wrong);
    const fault = 'Không có trường «{tinh_dn_ngay}». Có phải «{tinh_den_ngay}»?';
    expect(report.json()).toMatchObject({ faults: [fault] });
    const refused = await send(letterOf(), wrong);
    expect(refused.json()).toMatchObject({ status: 400, errors: [{ path: 'file', message: fault }] });
  });

  test('hostile and foreign files are refused, whoever may not is too', async () => {
    const inspect = '/api/directives/papers/inspect?kind=assignment';
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(80 << 20) });
    const torn = (await template()).subarray(0, 900);
    const other = zipSync({ 'a.txt': strToU8('không phải Word') });
    for (const bytes of [new Uint8Array(), Buffer.from('chữ'), bomb, torn, other])
      expect((await send(inspect, bytes)).statusCode).toBe(422);
    const across = await edited((xml) =>
      xml.replace('{#nhiem_vu}', '').replace('Kính gửi: ', 'Kính gửi: {#nhiem_vu}'),
    );
    expect((await send(letterOf(), across)).statusCode).toBeLessThan(500);
    expect((await send('/api/directives/papers/inspect?kind=khac', await template())).statusCode).toBe(400);
    expect((await send(inspect, await template(), server.visitor())).statusCode).toBe(401);
    const low = server.visitor();
    await low.signIn('chuyenvien');
    expect((await send(inspect, await template(), low)).statusCode).toBe(403);
  });
});
