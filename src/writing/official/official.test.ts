import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { layoutOn, layoutRules } from '../../domain/documents/layout.ts';
import { ruleFaults } from '../../domain/rules/rule.ts';
import { closePdf, openPdf } from '../../reading/formats/pdf-document.ts';
import { read } from '../../reading/read.ts';
import type { Block, OfficialDocument } from './document.ts';
import { signingLines } from './document.ts';
import { docxOf } from './docx.ts';
import { widthOf } from './faces.ts';
import { gridOf } from './laid.ts';
import { pdfOf } from './pdf.ts';

const notice = (more: Partial<OfficialDocument> = {}): OfficialDocument => ({
  on: '2026-02-05',
  superior: 'UBND tỉnh Minh Sơn',
  issuer: 'Sở Khoa học và Công nghệ',
  sign: 'TB-SKHCN',
  number: 5,
  place: 'Minh Sơn',
  date: '2026-02-05',
  title: { kind: 'Thông báo', subject: 'Kết luận của Giám đốc Sở' },
  body: [
    { kind: 'heading', level: 1, text: 'Đánh giá' },
    { kind: 'paragraph', text: 'Nội dung.' },
    { kind: 'heading', level: 2, text: 'Nhiệm vụ' },
    { kind: 'heading', level: 3, text: 'Việc thứ nhất' },
    { kind: 'item', text: 'Việc nhỏ.' },
  ],
  signature: {
    lines: signingLines(
      [
        { form: 'TL.', of: 'Giám đốc' },
        { form: 'KT.', of: 'Chánh Văn phòng' },
      ],
      'Phó Chánh Văn phòng',
    ),
    name: 'Lê Thanh Quỳnh',
  },
  recipients: ['Như trên', 'Lưu: VT, VP'],
  ...more,
});

const partOf = (bytes: Uint8Array, name = 'word/document.xml') =>
  new TextDecoder().decode(unzipSync(bytes)[name]);
/** The paragraph of a document's XML that holds these words. */
const paragraphWith = (xml: string, words: string) =>
  xml.match(/<w:p>.*?<\/w:p>/gu)?.find((one) => one.includes(words)) ?? '';
const twips = (mm: number) => Math.round((mm / 25.4) * 1440);

describe('Nghị định 30/2020/NĐ-CP, measure by measure', () => {
  const layout = layoutOn('2026-02-05');
  let xml = '';
  beforeAll(() => {
    xml = partOf(docxOf(notice()));
  });

  test('the rules have no gaps, name their source, and what is used lies within what is allowed', () => {
    expect(ruleFaults(layoutRules)).toEqual([]);
    const within = (value: unknown): boolean => {
      if (typeof value !== 'object' || value === null) return true;
      const { least, most, used } = value as Partial<Record<string, number>>;
      if (least !== undefined) return least <= used! && used! <= most!;
      return Object.values(value).every(within);
    };
    for (const { value } of layoutRules) expect(within(value)).toBe(true);
  });

  test('A4 upright; margins 20–25 above and below, 30–35 left, 15–20 right', () => {
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    const { top, bottom, left, right } = layout.page;
    for (const [side, mm, least, most] of [
      ['top', top, 20, 25],
      ['bottom', bottom, 20, 25],
      ['left', left, 30, 35],
      ['right', right, 15, 20],
    ] as const) {
      expect(mm).toBeGreaterThanOrEqual(least);
      expect(mm).toBeLessThanOrEqual(most);
      expect(xml).toContain(`w:${side}="${twips(mm)}"`);
    }
  });

  test('Times New Roman, black; the number of the page 13–14 upright in the middle above, not on the first page', () => {
    const bytes = docxOf(notice());
    expect(partOf(bytes, 'word/styles.xml')).toContain('w:ascii="Times New Roman"');
    expect(partOf(bytes, 'word/styles.xml')).toContain('<w:color w:val="000000"/>');
    const header = partOf(bytes, 'word/header1.xml');
    expect(header).toContain(' PAGE ');
    expect(header).toContain('<w:jc w:val="center"/>');
    expect(header).toContain('<w:sz w:val="26"/>');
    expect(header).not.toContain('<w:b/>');
    expect(xml).toContain('<w:titlePg/>');
  });

  test('the rules of a table keep within the margins: by the layout of Word since 2013 and without an indent', () => {
    const settings = partOf(docxOf(notice()), 'word/settings.xml');
    expect(settings).toMatch(/w:name="compatibilityMode" [^>]*w:val="15"/u);
    expect(xml).toContain('<w:tblInd w:w="0" w:type="dxa"/>');
  });

  test.each([
    ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12, 13, true, false],
    ['Độc lập - Tự do - Hạnh phúc', 13, 14, true, false],
    ['UBND TỈNH MINH SƠN', 12, 13, false, false],
    ['SỞ KHOA HỌC VÀ CÔNG NGHỆ', 12, 13, true, false],
    ['Số: 05/TB-SKHCN', 13, 13, false, false],
    ['Minh Sơn, ngày 05 tháng 02 năm 2026', 13, 14, false, true],
    ['THÔNG BÁO', 13, 14, true, false],
    ['Kết luận của Giám đốc Sở', 13, 14, true, false],
    ['I. Đánh giá', 13, 14, true, false],
    ['Nội dung.', 13, 14, false, false],
    ['1. Nhiệm vụ', 13, 14, true, false],
    ['a) Việc thứ nhất', 13, 14, false, false],
    ['TL. GIÁM ĐỐC', 13, 14, true, false],
    ['KT. CHÁNH VĂN PHÒNG', 13, 14, true, false],
    ['PHÓ CHÁNH VĂN PHÒNG', 13, 14, true, false],
    ['Lê Thanh Quỳnh', 13, 14, true, false],
    ['Nơi nhận:', 12, 12, true, true],
    ['- Như trên;', 11, 11, false, false],
    ['- Lưu: VT, VP.', 11, 11, false, false],
  ])('«%s»: %d–%d points, bold %s, italic %s', (words, least, most, bold, italic) => {
    const paragraph = paragraphWith(xml, `>${words}<`);
    const size = Number(/<w:sz w:val="(\d+)"/u.exec(paragraph)?.[1]) / 2;
    expect(size).toBeGreaterThanOrEqual(least);
    expect(size).toBeLessThanOrEqual(most);
    expect([paragraph.includes('<w:b/>'), paragraph.includes('<w:i/>')]).toEqual([bold, italic]);
  });

  test('body justified, first line 10–12.7 mm in, at least 6 points apart, one to one and a half lines', () => {
    const paragraph = paragraphWith(xml, '>Nội dung.<');
    expect(paragraph).toContain('<w:jc w:val="both"/>');
    const first = Number(/w:firstLine="(\d+)"/u.exec(paragraph)?.[1]);
    expect(first).toBeGreaterThanOrEqual(twips(10));
    expect(first).toBeLessThanOrEqual(twips(12.7));
    expect(Number(/w:before="(\d+)"/u.exec(paragraph)?.[1])).toBeGreaterThanOrEqual(6 * 20);
    const line = Number(/w:line="(\d+)"/u.exec(paragraph)?.[1]) / 240;
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(1.5);
  });

  test('the rule under the motto is as wide as it, that under the issuer a third to a half', () => {
    const room = 0.6 * 165;
    const rules = [...xml.matchAll(/<w:pBdr>.*?w:left="(\d+)"/gu)].map(([, left]) => Number(left));
    const width = (left: number, of: number) => of - (2 * left * 25.4) / 1440;
    const issuer = width(rules[0]!, 0.4 * 165) / widthOf('SỞ KHOA HỌC VÀ CÔNG NGHỆ', 12, true);
    expect(issuer).toBeGreaterThan(1 / 3);
    expect(issuer).toBeLessThan(1 / 2);
    expect(width(rules[1]!, room)).toBeCloseTo(widthOf('Độc lập - Tự do - Hạnh phúc', 13, true), 0);
  });

  test('a number below ten with a nought; what is not known is left open for the clerk', () => {
    const open = partOf(docxOf(notice({ number: null, date: null })));
    expect(open).toContain('>Số: …/TB-SKHCN<');
    expect(open).toContain('>Minh Sơn, ngày … tháng … năm 2026<');
    const letter = partOf(
      docxOf(notice({ sign: 'SKHCN-VP', title: { letter: true, subject: 'đôn đốc', to: ['A', 'B'] } })),
    );
    for (const words of ['V/v đôn đốc', 'Kính gửi:', '- A;', '- B.']) expect(letter).toContain(`>${words}<`);
  });

  test('appendices begin anew, on their side where asked, and number their own pages', () => {
    const appendices = [
      { title: 'Danh mục', blocks: [] },
      { title: 'Bảng rộng', landscape: true, blocks: [] },
    ];
    const two = partOf(docxOf(notice({ appendices })));
    expect(two.match(/<w:sectPr>/gu)).toHaveLength(3);
    expect(two).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    expect(two.match(/<w:pgNumType w:start="1"\/>/gu)).toHaveLength(3);
    for (const words of ['Phụ lục I', 'DANH MỤC', 'Phụ lục II'])
      expect(paragraphWith(two, `>${words}<`)).toContain('<w:jc w:val="center"/>');
    expect(two).toContain(
      '(Kèm theo Thông báo số 05/TB-SKHCN ngày 05 tháng 02 năm 2026 của Sở Khoa học và Công nghệ)',
    );
  });
});

test('who signs in whose stead, as the decree allows it', () => {
  expect(signingLines([{ form: 'KT.', of: 'giám đốc' }], 'phó giám đốc')).toEqual([
    'KT. GIÁM ĐỐC',
    'PHÓ GIÁM ĐỐC',
  ]);
  expect(
    signingLines(
      [
        { form: 'TM.', of: 'Ủy ban nhân dân' },
        { form: 'KT.', of: 'Chủ tịch' },
      ],
      'Phó Chủ tịch',
    ),
  ).toEqual(['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']);
  const on = (form: 'TUQ.' | 'KT.') => () =>
    signingLines(
      [
        { form, of: 'A' },
        { form: 'TL.', of: 'B' },
      ],
      'C',
    );
  expect(on('TUQ.')).toThrow('không uỷ quyền lại');
  expect(on('KT.')).toThrow('không giao người khác');
});

const rare = 'Ặ ặ Ỵ ỵ Ữ ữ Đ đ Ẵ Ễ Ổ Ự';
const tableOf = (rows: number): Block => ({
  kind: 'table',
  columns: [{ width: 10, align: 'center' }, { width: 60 }, { width: 20 }, { width: 20 }],
  header: [
    [
      { text: 'TT', down: 2 },
      { text: 'Nội dung', down: 2 },
      { text: 'Thời hạn', across: 2 },
    ],
    [{ text: 'Lần đầu' }, { text: 'Hiện nay' }],
  ],
  rows: Array.from({ length: rows }, (_, at) => [
    String(at + 1),
    `Nhiệm vụ thứ ${at + 1} về rà soát hồ sơ`,
    '01/02/2026',
    '28/02/2026',
  ]),
});

/** Text of a PDF page by page, as pdf.js gives it. */
async function pdfPages(bytes: Uint8Array): Promise<{ width: number; text: string; top: string }[]> {
  const pdf = await openPdf(bytes);
  try {
    return await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, at) => {
        const page = await pdf.getPage(at + 1);
        const { items } = await page.getTextContent();
        const { width, height } = page.getViewport({ scale: 1 });
        const words = items.flatMap((item) =>
          'str' in item ? [{ str: item.str, y: item.transform[5] as number }] : [],
        );
        const inMargin = words.filter(({ y }) => y > height - (20 / 25.4) * 72);
        const textOf = (of: typeof words) => of.map(({ str }) => str).join('');
        return { width, text: textOf(words), top: textOf(inMargin) };
      }),
    );
  } finally {
    await closePdf(pdf);
  }
}

describe('what was written is read back', () => {
  const decomposed = 'Tổ chức nghiệm thu đề tài'.normalize('NFD');
  const document = notice({
    body: [{ kind: 'paragraph', text: `${rare}. ${decomposed}.` }, tableOf(500)],
    appendices: [{ title: 'Bảng rộng', landscape: true, blocks: [tableOf(60)] }],
  });

  test('Word: the text, composed; merged heads over 500 rows that no page tears', async () => {
    const bytes = docxOf(document);
    const reading = await read(bytes, { name: 'a.docx' });
    expect(reading.text).toContain(`${rare}. Tổ chức nghiệm thu đề tài.`);
    expect(reading.text).toContain('500\tNhiệm vụ thứ 500 về rà soát hồ sơ\t01/02/2026\t28/02/2026');
    const xml = partOf(bytes);
    expect(xml).toContain('<w:gridSpan w:val="2"/>');
    expect(xml.match(/<w:vMerge w:val="restart"\/>/gu)).toHaveLength(4);
    expect(xml.match(/<w:tblHeader\/>/gu)).toHaveLength(4);
    expect(xml.match(/<w:cantSplit\/>/gu)!.length).toBeGreaterThan(560);
    expect(docxOf(document)).toEqual(bytes);
  });

  test('PDF: the same text in Tinos, page numbers, heads repeated, the wide part on its side', async () => {
    const bytes = await pdfOf(document);
    const pages = await pdfPages(bytes);
    const [first] = pages;
    expect(first!.text).toContain(`${rare}. Tổ chức nghiệm thu đề tài.`);
    expect(
      pages.filter(({ text }) => text.includes('Nội dung') && text.includes('Lần đầu')).length,
    ).toBeGreaterThan(pages.length - 3);
    const upright = pages.filter(({ width }) => width < 600);
    const turned = pages.filter(({ width }) => width > 800);
    for (const part of [upright, turned])
      expect(part.map(({ top }) => top)).toEqual(part.map((_, at) => (at === 0 ? '' : String(at + 1))));
    const reading = await read(bytes, { name: 'a.pdf' });
    expect(reading.source.method).toBe('text');
    for (const at of [1, 250, 500]) expect(reading.text).toContain(`Nhiệm vụ thứ ${at} về rà soát hồ sơ`);
    expect(await pdfOf(document)).toEqual(bytes);
  });

  test('what neither can carry never reaches the file', async () => {
    const hostile = 'a\u0000b\u000bc\n<w:p/>&"\ud800\uffff';
    const xml = partOf(docxOf(notice({ body: [{ kind: 'paragraph', text: hostile }] })));
    expect(xml).toContain('>ab c &lt;w:p/&gt;&amp;&quot;');
    expect(xml.isWellFormed() && !xml.includes('\uffff') && !xml.includes('\u0000')).toBe(true);
    const [page] = await pdfPages(await pdfOf(notice({ body: [{ kind: 'paragraph', text: hostile }] })));
    expect(page!.text).toContain('ab c <w:p/>&"');
  });
});

test('a table whose cells do not fill its columns is refused', () => {
  const placesOf = (...asked: Parameters<typeof gridOf>) => [...gridOf(...asked)];
  const cell = { paragraphs: [] };
  expect(() => placesOf([[cell]], 2)).toThrow('lacks a cell');
  expect(() => placesOf([[cell, cell, cell]], 2)).toThrow('more cells');
  expect(() => placesOf([[cell, { ...cell, across: 2 }]], 2)).toThrow('wider');
  const merged = placesOf([[{ ...cell, down: 2 }, cell], [cell]], 2);
  expect(merged[1]!.map(({ cell: own, column }) => [own === null, column])).toEqual([
    [true, 0],
    [false, 1],
  ]);
});
