import { expect, test } from 'vitest';
import { unicodeToTcvn3 } from '../encodings/tcvn3.ts';
import { unicodeToVni } from '../encodings/vni.ts';
import { type Extracted, standardLimits } from '../extracted.ts';
import { extract } from './extract.ts';

const sentence =
  'Giao Phòng Kế hoạch chủ trì, phối hợp với các đơn vị rà soát, báo cáo trước ngày 15/9/2024.';
const read = (bytes: Uint8Array) => extract(bytes, { limits: standardLimits });
const readText = (text: string) => read(new TextEncoder().encode(text));
const shown = ({ text, blocks }: Extracted) => blocks.map((block) => text.slice(block.start, block.end));
const oneByte = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const twoBytes = (text: string, mark: boolean) =>
  Uint8Array.from(Buffer.from(mark ? `\uFEFF${text}` : text, 'utf16le'));

test.each([
  ['UTF-8', new TextEncoder().encode(sentence), 'unicode'],
  ['UTF-8 decomposed', new TextEncoder().encode(sentence.normalize('NFD')), 'unicode'],
  ['UTF-16', twoBytes(sentence, true), 'utf-16le'],
  ['UTF-16 without mark', twoBytes(sentence.repeat(3), false), 'utf-16le'],
  ['TCVN3', oneByte(unicodeToTcvn3(sentence)), 'tcvn3'],
  ['VNI', oneByte(unicodeToVni(sentence)), 'vni'],
])('%s bytes become composed text', async (_, bytes, encoding) => {
  const extracted = await read(bytes);
  expect(extracted.text).toContain(sentence);
  expect(extracted.encoding).toBe(encoding);
});

test('sentences cut by line ends, empty lines and pages are joined; items and headings are not', async () => {
  const extracted = await readText(
    `THÔNG BÁO
Kết luận cuộc họp

1. Văn phòng chủ trì rà soát
quy chế làm việc; báo cáo trước ngày 15

tháng 9 năm 2024.
- 2 -
\f2. Phòng Tổ chức tham mưu
a) kế hoạch biên chế theo Nghị quyết số 29-
NQ/TW
b) đề án
--- PAGE BREAK ---
Nơi nhận:
- Như trên;`,
  );
  expect(shown(extracted)).toEqual([
    'THÔNG BÁO',
    'Kết luận cuộc họp',
    '1. Văn phòng chủ trì rà soát quy chế làm việc; báo cáo trước ngày 15 tháng 9 năm 2024.',
    '2. Phòng Tổ chức tham mưu',
    'a) kế hoạch biên chế theo Nghị quyết số 29-NQ/TW',
    'b) đề án',
    'Nơi nhận:',
    '- Như trên;',
  ]);
});

test('stamps of digital signatures leave the text and are named', async () => {
  const extracted = await readText(
    `Người ký: Sở Khoa học và Công nghệ\nCơ quan: Tỉnh\nThời gian ký: 19/10/2023 10:56:22 +07:00\n\n${sentence}\n\nNgày ký: 1/2/2024`,
  );
  expect(shown(extracted)).toEqual([sentence, 'Ngày ký: 1/2/2024']);
  expect(extracted.warnings).toEqual([expect.objectContaining({ code: 'signature-stamp' })]);
});

test('letters exchanged against copying, and text that is not Vietnamese, are flagged', async () => {
  const spam = await readText('KẾT LỦẬN CỦÀ HỘỊ NGHỊ TỎÀN QÙỐC LẦN THỨ BẢÝ');
  expect(spam.warnings.map((warning) => warning.code)).toEqual(['look-alike-letters']);
  const foreign = await readText(
    'The quick brown fox jumps over the lazy dog while everybody watches from their windows. '.repeat(5),
  );
  expect(foreign.warnings.map((warning) => warning.code)).toEqual(['low-quality']);
});

test('a web page gives its article: no menus, scripts or hidden text; lists and tables with their marks', async () => {
  const extracted =
    await readText(`<!doctype html><html><head><title>Cổng thông tin</title><style>p{}</style></head><body>
    <div class="main-menu"><a href="/">Trang chủ</a></div><script>var a = "<p>sai</p>";</script>
    <div class="article-content"><h1>Thông&nbsp;báo</h1><p>${sentence.replace('&', '&amp;')}</p><p style="display:none">ẩn</p>
    <ol type="a"><li>rà soát</li><li>báo cáo</li></ol>
    <table><tr><th>Việc</th><th>Chủ trì</th></tr><tr><td>Một</td><td rowspan="2">Văn phòng</td></tr><tr><td>Hai</td></tr></table></div>
    <ul class="related"><li><a href="/1">Tin liên quan</a></li></ul></body></html>`);
  expect(shown(extracted)).toEqual([
    'Thông báo',
    sentence,
    'a) rà soát',
    'b) báo cáo',
    'Việc\tChủ trì',
    'Một\tVăn phòng',
    'Hai\t',
  ]);
  expect(extracted.blocks[0]!.kind).toBe('heading');
  expect(extracted.blocks.at(-1)!.cells![1]).toMatchObject({ column: 1, carried: 'Văn phòng' });
});

test('blocks lie in order inside the text', async () => {
  const { text, blocks } = await readText(`${sentence}\n\n${sentence}`);
  expect(blocks.map(({ start, end }) => [start, end])).toEqual([
    [0, sentence.length],
    [sentence.length + 1, text.length],
  ]);
});
