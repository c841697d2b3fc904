import { expect, test } from 'vitest';
import {
  compoundFile,
  docx,
  docxParagraph,
  docxTable,
  wordFile,
  xlsx,
  xlsxCell,
} from '../../../test/office-files.ts';
import { unicodeToTcvn3 } from '../encodings/tcvn3.ts';
import { unicodeToVni } from '../encodings/vni.ts';
import { type Block, type Extracted, standardLimits } from '../extracted.ts';
import { extract } from './extract.ts';

const read = (bytes: Uint8Array): Promise<Extracted> => extract(bytes, { limits: standardLimits });
const sentence =
  'Giao Phòng Kế hoạch - Tài chính chủ trì, phối hợp với các đơn vị rà soát, báo cáo trước ngày 15/9/2024.';

function shown({ text, blocks }: Extracted): string[] {
  return blocks.map((block) => text.slice(block.start, block.end));
}

function cells({ text }: Extracted, block: Block | undefined): string[] {
  return block?.cells?.map((cell) => text.slice(cell.start, cell.end) || `(${cell.carried ?? ''})`) ?? [];
}

const level = (ilvl: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const numbering = `<w:numbering><w:abstractNum w:abstractNumId="5">${level(0, 'decimal', 'Điều %1.')}${level(1, 'lowerLetter', '%2)')}${level(2, 'bullet', '\uF0B7')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num></w:numbering>`;
const item = (text: string, ilvl: number, id = 1) =>
  docxParagraph(text, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${id}"/></w:numPr>`);

test('automatic numbers of Word are written out, deeper levels start anew', async () => {
  const body = [
    item('Mục tiêu', 0),
    item('rà soát', 1),
    item('báo cáo', 1),
    item('Tổ chức', 0),
    item('theo dõi', 1),
    item('đôn đốc', 2),
    item('Hiệu lực', 0, 2),
  ];
  const extracted = await read(docx(body.join(''), { 'word/numbering.xml': numbering }));
  expect(shown(extracted)).toEqual([
    'Điều 1. Mục tiêu',
    'a) rà soát',
    'b) báo cáo',
    'Điều 2. Tổ chức',
    'a) theo dõi',
    '- đôn đốc',
    'Điều 7. Hiệu lực',
  ]);
});

test('a numbered style numbers its paragraphs and makes them headings', async () => {
  const styles = `<w:styles><w:style w:type="paragraph" w:styleId="Dieu"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="Con"><w:basedOn w:val="Dieu"/></w:style></w:styles>`;
  const body = docxParagraph('Phạm vi', '<w:pStyle w:val="Con"/>');
  const extracted = await read(docx(body, { 'word/numbering.xml': numbering, 'word/styles.xml': styles }));
  expect(shown(extracted)).toEqual(['Điều 1. Phạm vi']);
  expect(extracted.blocks[0]).toMatchObject({ kind: 'heading', bold: true });
});

test('inserted text stays, deleted and hidden text goes, also a deleted paragraph end', async () => {
  const body = `<w:p><w:r><w:t>Trước ngày </w:t></w:r><w:del><w:r><w:delText>15/9</w:delText></w:r></w:del><w:ins><w:r><w:t>20/9</w:t></w:r></w:ins>
    <w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>
    <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Sở chủ trì, </w:t></w:r></w:p>${docxParagraph('báo cáo tỉnh.')}`;
  expect(shown(await read(docx(body)))).toEqual(['Trước ngày 20/9', 'Sở chủ trì, báo cáo tỉnh.']);
});

test('fields show their result, notes and text boxes follow their paragraph', async () => {
  const body = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
    <w:hyperlink><w:r><w:t>Nghị định</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id="2"/></w:r>
    <w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${docxParagraph('Khung chữ')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${docxParagraph('Khung chữ')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
  const footnotes = `<w:footnotes><w:footnote w:id="0" w:type="separator"/><w:footnote w:id="2">${docxParagraph('Đã sửa đổi')}</w:footnote></w:footnotes>`;
  const extracted = await read(docx(body, { 'word/footnotes.xml': footnotes }));
  expect(shown(extracted)).toEqual(['Nghị định', 'Đã sửa đổi', 'Khung chữ']);
  expect(extracted.blocks.map((block) => block.kind)).toEqual(['paragraph', 'note', 'paragraph']);
});

test('cells merged downward repeat what stands above, spans keep their column', async () => {
  const extracted = await read(
    docx(
      docxTable([
        ['TT', 'Nội dung', 'Chủ trì'],
        ['1', 'Rà soát', ['<w:vMerge w:val="restart"/>', 'Phòng Tổ chức']],
        ['2', 'Báo cáo', ['<w:vMerge/>', '']],
        [['<w:gridSpan w:val="2"/>', 'Tổng'], 'hai việc'],
      ]),
    ),
  );
  expect(extracted.blocks.map((block) => cells(extracted, block))).toEqual([
    ['TT', 'Nội dung', 'Chủ trì'],
    ['1', 'Rà soát', 'Phòng Tổ chức'],
    ['2', 'Báo cáo', '(Phòng Tổ chức)'],
    ['Tổng', 'hai việc'],
  ]);
  expect(extracted.blocks[3]!.cells!.map((cell) => cell.column)).toEqual([0, 2]);
});

test('the two heads of a document, set side by side in a table, become lines', async () => {
  const head = docxTable([
    ['SỞ KHOA HỌC VÀ CÔNG NGHỆ', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['Số: 12/TB-SKHCN', 'Hà Nội, ngày 1 tháng 2 năm 2024'],
  ]);
  const extracted = await read(docx(head + docxParagraph(sentence)));
  expect(extracted.blocks.every((block) => block.kind === 'paragraph')).toBe(true);
  expect(shown(extracted)).toContain('Số: 12/TB-SKHCN');
});

test('TCVN3 letters of a Word file are read by their font and syllables', async () => {
  const run = (text: string, font: string) =>
    `<w:p><w:r><w:rPr><w:rFonts w:ascii="${font}"/></w:rPr><w:t>${text}</w:t></w:r></w:p>`;
  const body =
    run(unicodeToTcvn3('thông báo kết luận'), '.VnTimeH') +
    run(unicodeToTcvn3(sentence), '.VnTime') +
    run(sentence, 'Times New Roman');
  const extracted = await read(docx(body));
  expect(shown(extracted)).toEqual(['THÔNG BÁO KẾT LUẬN', sentence, sentence]);
  expect(extracted.encoding).toBe('tcvn3+unicode');
  expect(extracted.warnings.map((warning) => warning.code)).toContain('legacy-encoding');
});

test('a scan pasted into Word is not taken for a short document', async () => {
  const extracted = await read(docx(docxParagraph('Số: 12'), { 'word/media/image1.png': 'ảnh' }));
  expect(extracted.warnings.map((warning) => warning.code)).toEqual(['mostly-pictures']);
});

test('macros are named, not run', async () => {
  const extracted = await read(docx(docxParagraph(sentence), { 'word/vbaProject.bin': 'Sub AutoOpen()' }));
  expect(extracted.warnings.map((warning) => warning.code)).toEqual(['macros']);
});

test('legacy Word files are read by their pieces, with the rows of tables', async () => {
  for (const [encode, name] of [
    [unicodeToTcvn3, 'tcvn3'],
    [unicodeToVni, 'vni'],
  ] as const) {
    const extracted = await read(wordFile(encode(`${sentence}\rĐiều một\r\x13HYPERLINK\x14Luật\x15 này\r`)));
    expect(shown(extracted)).toEqual([sentence, 'Điều một', 'Luật này']);
    expect(extracted).toMatchObject({ format: 'doc', encoding: name });
  }
});

test('RTF: code pages, Unicode with fallback, list text, rows, footnotes, silent destinations', async () => {
  const bytes = (text: string) =>
    [...text].map((char) => `\\'${char.charCodeAt(0).toString(16).padStart(2, '0')}`).join('');
  const rtf = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fnil .VnTime;}{\f1\fcharset163 Times;}}{\stylesheet{Normal;}}{\*\generator X;}
{\f0 ${bytes(unicodeToTcvn3(sentence))}\par}{\f1 {\listtext a)\tab}\u272?i\u7873?u h${bytes('\xE0')}nh{\footnote ghi ch\'fa}\par}
\trowd\cellx100\cellx200\intbl m\u7897?t\cell hai\cell\row\pard {\deleted b\u7887?}{\v \u7849?n}xong\par}`;
  const extracted = await read(new TextEncoder().encode(rtf));
  expect(shown(extracted)).toEqual([sentence, 'a) Điều hành', 'một\thai', 'xong', 'ghi chú']);
  expect(cells(extracted, extracted.blocks[2])).toEqual(['một', 'hai']);
});

test('Excel: dates as printed, merged cells carried, titles above the table', async () => {
  const extracted = await read(
    xlsx(
      [
        xlsxCell('A1', 'KẾ HOẠCH NĂM'),
        xlsxCell('A2', 'Nội dung') + xlsxCell('B2', 'Chủ trì') + xlsxCell('C2', 'Thời hạn'),
        `${xlsxCell('A3', 'Rà soát')}${xlsxCell('B3', 'Văn phòng')}<c r="C3" s="1"><v>45550</v></c>`,
        `${xlsxCell('A4', 'Báo cáo')}<c r="C4"><v>2.5</v></c>`,
      ],
      ['B3:B4'],
    ),
  );
  expect(extracted.blocks[0]!.kind).toBe('paragraph');
  expect(extracted.blocks.slice(1).map((block) => cells(extracted, block))).toEqual([
    ['Nội dung', 'Chủ trì', 'Thời hạn'],
    ['Rà soát', 'Văn phòng', '15/09/2024'],
    ['Báo cáo', '(Văn phòng)', '2,5'],
  ]);
});

test.each([
  ['empty', new Uint8Array()],
  ['empty', docx('<w:p/>')],
  ['password', compoundFile({ EncryptedPackage: new Uint8Array(8) })],
  ['old-spreadsheet', compoundFile({ Workbook: new Uint8Array(8) })],
  ['archive', new TextEncoder().encode('Rar!\x1a\x07\0\0\0\0\0\x01\x02')],
  ['program', new TextEncoder().encode('MZ\x90\0\x03\0\0\0\x04\0\0\0\x01\x02\x03\x04')],
  [
    'web-archive',
    new TextEncoder().encode('From: <x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;'),
  ],
  ['word-xml', new TextEncoder().encode('<?xml version="1.0"?><w:wordDocument xmlns:w="w"/>')],
  ['unknown', Uint8Array.from({ length: 300 }, (_, i) => (i * 37) % 31)],
])('refuses with advice: %s', async (code, bytes) => {
  await expect(read(bytes)).rejects.toMatchObject({
    name: 'Unreadable',
    code,
    message: expect.stringMatching(/[Hh]ãy|Không nạp/),
  });
});

test('a part full of noise is given up early', async () => {
  const noisy = docx(`${docxParagraph(sentence)}${'\0'.repeat(2 << 20)}`);
  const extracted = await read(noisy);
  expect(extracted.text).toBe(sentence);
  expect(extracted.warnings.map((warning) => warning.code)).toEqual(['damaged-part']);
});

test('an archive that unpacks without end is refused before it is unpacked', async () => {
  const bomb = docx(' '.repeat(40 << 20));
  await expect(read(bomb)).rejects.toMatchObject({ code: 'bomb' });
});
