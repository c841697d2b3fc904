import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestServer, testServer, type Visitor } from '../../test/server.ts';
import { uploadLimits } from './upload.ts';

let server: TestServer;
let visitor: Visitor;

beforeAll(async () => {
  server = await testServer();
  visitor = await server.setUp();
});
afterAll(() => server.close());

interface Part {
  /** As it stands in the header, quotes and all. */
  filename?: string;
  type?: string;
  bytes: Uint8Array | string;
}

const boundary = 'ranh-gioi';

function send(parts: readonly Part[], url = '/api/intakes') {
  const payload = Buffer.concat([
    ...parts.flatMap(({ filename, type = 'application/octet-stream', bytes }) => [
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="file"${filename === undefined ? '' : `; filename="${filename}"`}\r\ncontent-type: ${type}\r\n\r\n`,
      ),
      Buffer.from(bytes as Uint8Array),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  return visitor.call('POST', url, payload, { 'content-type': `multipart/form-data; boundary=${boundary}` });
}

interface Received {
  name: string;
  intake: { id: string } | null;
  refusal: string | null;
}

/** Receives one file, waits until it has been read, and gives what came of it. */
async function received(part: Part) {
  const response = await send([part]);
  expect(response.statusCode).toBe(201);
  const [file] = response.json<Received[]>();
  await server.app.desk.idle();
  const id = file!.intake!.id;
  const { intake } = await visitor.get<{ intake: { name: string; refusal: string | null } }>(
    `/api/intakes/${id}`,
  );
  return { id, ...intake };
}

describe('what is too much is refused in words', () => {
  test('a file past its limit', async () => {
    const response = await send([{ filename: 'to.pdf', bytes: Buffer.alloc(uploadLimits.file + 1) }]);
    expect(response.json()).toMatchObject({ status: 413 });
  });

  test('more files than a request may carry, and more bytes than all may have', async () => {
    const many = Array.from({ length: uploadLimits.files + 1 }, (_, at) => ({
      filename: `${at}.txt`,
      bytes: 'a',
    }));
    expect((await send(many)).json()).toMatchObject({ status: 413 });
    const half = Buffer.alloc(uploadLimits.file - 1);
    const heavy = [1, 2, 3].map((at) => ({ filename: `${at}.bin`, bytes: half }));
    expect((await send(heavy)).json()).toMatchObject({ status: 413 });
  });

  test('an archive that unpacks to far more than it weighs', async () => {
    const bomb = zipSync({
      '[Content_Types].xml': new Uint8Array(16),
      'word/document.xml': new Uint8Array(700 * 1024 * 1024),
    });
    expect(bomb.length).toBeLessThan(2 * 1024 * 1024);
    expect((await received({ filename: 'bom.docx', bytes: bomb })).refusal).toMatch(/\S/u);
    const list = await send([{ filename: 'bom.xlsx', bytes: bomb }], '/api/organisation/import');
    expect(list.json()).toMatchObject({ status: 422 });
    for (const address of ['/api/directives/import', '/api/directives/import/errors.xlsx'])
      expect((await send([{ filename: 'bom.xlsx', bytes: bomb }], address)).json()).toMatchObject({
        status: 422,
      });
  }, 60_000);

  test('a register that is none, by whatever name it comes', async () => {
    const none = [
      { filename: 'so.xlsx', bytes: Buffer.alloc(4096) },
      { filename: 'so.csv', bytes: 'a\0b,c\n' },
      { filename: 'so.csv', bytes: `${'"'.repeat(100_001)}` },
      { filename: '../../so.csv', bytes: 'Nội dung,Chủ trì,Hạn' },
    ];
    for (const part of none)
      for (const query of ['dry=true', 'dry=false'])
        expect((await send([part], `/api/directives/import?${query}`)).json()).toMatchObject({ status: 422 });
    const two = await send([], '/api/directives/import?dry=false');
    expect(two.statusCode).toBe(400);
  }, 60_000);
});

describe('what is not what it says', () => {
  test.each([
    ['a program', 'van-ban.pdf', 'application/pdf', Buffer.from('7f454c4602010100', 'hex')],
    ['nothing but NUL', 'van-ban.docx', 'text/plain', Buffer.alloc(4096)],
    ['half a PDF', 'van-ban.pdf', 'application/pdf', Buffer.from('%PDF-1.7\n1 0 obj <<')],
  ])('%s is kept and told to be unreadable', async (_, filename, type, bytes) => {
    expect((await received({ filename, type, bytes })).refusal).toMatch(/\S/u);
  });

  test('a form without a file, a file without a name, a body that is cut off', async () => {
    expect((await send([{ bytes: 'Giao Văn phòng báo cáo, không tên.' }])).json()).toMatchObject([
      { name: 'tệp không tên' },
    ]);
    expect((await send([{ type: 'text/plain', bytes: 'chữ' }])).json()).toMatchObject({ status: 400 });
    expect((await send([])).statusCode).toBe(400);
    const cut = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\nabc`;
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    const { statusCode } = await visitor.call('POST', '/api/intakes', cut, headers);
    expect([400, 413]).toContain(statusCode);
  });
});

test.each(['', `; boundary=${'x'.repeat(300)}`, '; boundary=', '; boundary="'])(
  'a form whose parts cannot be told apart (%#)',
  async (rest) => {
    const headers = { 'content-type': `multipart/form-data${rest}` };
    const response = await visitor.call(
      'POST',
      '/api/intakes',
      Buffer.from('--x\r\n\r\na\r\n--x--'),
      headers,
    );
    expect([400, 406, 415]).toContain(response.statusCode);
  },
);

describe('names', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\\\Windows\\\\van ban.txt', 'van ban.txt'],
    ['..', 'tệp không tên'],
    ['a\u0000b\u0007.txt', 'ab.txt'],
    ['\u202Etxt.exe', 'txt.exe'],
    [`${'dài'.repeat(200)}.txt`, expect.stringMatching(/^dài.{0,250}\.txt$/u)],
  ])('%j is kept as a plain name', async (filename, kept) => {
    const { name } = await received({
      filename,
      bytes: `Giao Văn phòng báo cáo ${encodeURIComponent(filename)}.`,
    });
    expect(name).toEqual(kept);
  });
});

describe('what comes back is never run', () => {
  const page = '<html><script>alert(document.cookie)</script><p>Giao Văn phòng báo cáo kết quả.</p></html>';
  const picture = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

  test.each([
    ['thu.html', 'text/html', page],
    ['thu.svg', 'image/svg+xml', picture],
    ['thu.pdf', 'application/pdf', `%PDF-1.4 ${page}`],
  ])('%s is bytes to save', async (filename, type, bytes) => {
    const { id } = await received({ filename, type, bytes });
    const { headers } = await visitor.call('GET', `/api/intakes/${id}/original`);
    expect(headers['content-type']).toBe('application/octet-stream');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="thu\.\w+"/u);
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    const drawn = await visitor.call('GET', `/api/intakes/${id}/pages/1`);
    expect([200, 404]).toContain(drawn.statusCode);
    expect(drawn.headers['content-type']).toMatch(/^image\/|problem\+json/u);
  });

  test('a page is kept by the browser for the session that asked, not for the next', async () => {
    const objects = [
      '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
      '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
      '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj',
    ];
    const bytes = `%PDF-1.4\n${objects.join('\n')}\ntrailer<</Root 1 0 R>>\n%%EOF`;
    const { id } = await received({ filename: 'trang.pdf', bytes });
    const { statusCode, headers } = await visitor.call('GET', `/api/intakes/${id}/pages/1`);
    expect([statusCode, headers['content-type']]).toEqual([200, 'image/webp']);
    expect(headers['cache-control']).toContain('private');
    expect(headers.vary).toContain('cookie');
  });

  test('a name cannot add to the header it is told in', async () => {
    const { id } = await received({
      filename: 'a%22; x=\u2028y\u00e9.txt',
      bytes: 'Giao Văn phòng báo cáo tên lạ.',
    });
    const told = String(
      (await visitor.call('GET', `/api/intakes/${id}/original`)).headers['content-disposition'],
    );
    expect(told).toMatch(/^attachment; filename="[ !#-[\]-~]+"; filename\*=UTF-8''[^\s";]+$/u);
  });
});
