import { describe, expect, it } from 'vitest';
import { cleanLine } from './assemble.ts';
import { extractedFrom } from './extracted-from.ts';
import { hasListMark } from './list-mark.ts';
import { type Line, type Page, plainShares } from './page.ts';

const size = 10;
const letter = 5;

/** A line of words, five points a letter, a dot of four points between words. */
function line(text: string, x: number, y: number, confidence?: number): Line {
  let at = x;
  const words = text.split(' ').map((word) => {
    const box: [number, number, number, number] = [at, y - 8, at + word.length * letter, y + 2];
    at = box[2] + 4;
    return { text: word, box, confidence };
  });
  return { words, baseline: y, size };
}

function page(lines: Line[], more: Partial<Page> = {}): Page {
  const shape = { number: 1, width: 600, height: 800, method: 'text' as const, rules: [], notes: [] };
  return { ...shape, toShares: plainShares(600, 800), ...more, lines };
}

function read(...pages: Page[]) {
  const extracted = extractedFrom('pdf', pages, pages.length, []);
  const texts = extracted.blocks.map((block) => extracted.text.slice(block.start, block.end));
  return { ...extracted, texts };
}

const full = 'Các đơn vị thuộc Sở rà soát toàn bộ nhiệm vụ được giao trong năm và những năm trước đó';
const body = (y: number) => [0, 14, 28, 42].map((step) => line(full, 60, y + step));

describe('paragraphs', () => {
  it('run on from line to line until an indent, a list mark or a short last line', () => {
    const { texts } = read(
      page([
        line(`Trong ${full.slice(6)}`, 80, 200),
        line(full, 60, 214),
        line('và báo cáo.', 60, 228),
        line(`Phòng ${full.slice(8)}`, 80, 242),
        line('a) Văn phòng;', 60, 256),
        line('- Thanh tra', 60, 270),
        line('phối hợp.', 60, 284),
        ...body(340),
      ]),
    );
    expect(texts.slice(0, 4)).toEqual([
      `Trong ${full.slice(6)} ${full} và báo cáo.`,
      `Phòng ${full.slice(8)}`,
      'a) Văn phòng;',
      '- Thanh tra phối hợp.',
    ]);
  });

  it('keep a number broken over the line end whole', () => {
    const first = `${full.slice(0, 70)} theo Nghị quyết số 29-`;
    const { text } = read(page([line(first, 60, 200), line('NQ/TW của Trung ương.', 60, 214), ...body(300)]));
    expect(text).toContain('29-NQ/TW của Trung ương.');
  });

  it('of two columns side by side are read one column after the other', () => {
    const rows = ['UBND TỈNH HẠ LAM', 'SỞ KHOA HỌC', 'Số: 12/TB-SKHCN'].map((text, i) =>
      line(text, 70, 60 + i * 14),
    );
    const right = ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA', 'Độc lập - Tự do', 'ngày 02 tháng 3'].map((text, i) =>
      line(text, 320, 60 + i * 14),
    );
    const { texts } = read(page([...right, ...rows, ...body(150)]));
    expect(texts.slice(0, 6)).toEqual([
      'UBND TỈNH HẠ LAM',
      'SỞ KHOA HỌC',
      'Số: 12/TB-SKHCN',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA',
      'Độc lập - Tự do',
      'ngày 02 tháng 3',
    ]);
  });
});

describe('tables', () => {
  const rule = (x0: number, y0: number, x1: number, y1: number) => ({ x0, y0, x1, y1 });
  const upright = (top: number, bottom: number) => [60, 110, 400, 540].map((x) => rule(x, top, x, bottom));

  it('carry a merged cell down and go on over the page', () => {
    const first = page(
      [
        line('1', 70, 220),
        line('Lập danh mục', 120, 220),
        line('Phòng Quản lý', 410, 220),
        line('Thẩm tra hồ sơ', 120, 250),
      ],
      {
        rules: [
          ...upright(200, 260),
          rule(60, 200, 540, 200),
          rule(110, 230, 400, 230),
          rule(60, 260, 540, 260),
        ],
      },
    );
    const second = page(
      [
        line('2', 70, 70),
        line('Nghiệm thu', 120, 70),
        line('Văn phòng', 410, 70),
        line('3', 70, 100),
        line('Lưu trữ', 120, 100),
      ],
      { number: 2, rules: [...upright(50, 110), ...[50, 80, 110].map((y) => rule(60, y, 540, y))] },
    );
    const { text, blocks } = read(first, second);
    expect(text).toBe(
      '1\tLập danh mục\tPhòng Quản lý\n\tThẩm tra hồ sơ\t\n2\tNghiệm thu\tVăn phòng\n3\tLưu trữ\t',
    );
    expect(blocks.map((block) => block.table)).toEqual([1, 1, 1, 1]);
    expect(blocks[1]!.cells!.map((cell) => cell.carried)).toEqual(['1', undefined, 'Phòng Quản lý']);
    expect(blocks[3]!.cells!.map((cell) => cell.carried)).toEqual([undefined, undefined, undefined]);
  });

  it('join a row that the page end cuts', () => {
    const grid = (top: number, bottom: number) => [
      ...upright(top, bottom),
      rule(60, top, 540, top),
      rule(60, (top + bottom) / 2, 540, (top + bottom) / 2),
      rule(60, bottom, 540, bottom),
    ];
    const first = page(
      [line('1', 70, 720), line('Một việc', 120, 720), line('2', 70, 750), line('Lập danh', 120, 750)],
      {
        rules: grid(700, 760),
      },
    );
    const second = page([line('mục đề tài', 120, 70), line('3', 70, 100), line('Lưu trữ', 120, 100)], {
      number: 2,
      rules: grid(50, 110),
    });
    const { text, places } = read(first, second);
    expect(text).toBe('1\tMột việc\t\n2\tLập danh mục đề tài\t\n3\tLưu trữ\t');
    expect(places!.find(({ span }) => text.slice(...span) === 'mục đề tài')!.page).toBe(2);
  });
});

describe('what is not the document', () => {
  it('handwriting and specks of a scan go into a warning', () => {
    const scanned = page(
      [
        line('Vaj ngq xhzt', 300, 100, 30),
        line('| Văn phòng Sở ủy ủ các. đơn vị', 60, 130, 92),
        ...body(200),
      ],
      { method: 'ocr', notes: ['Giao anh Ba xử lý'] },
    );
    const ghost = scanned.lines[1]!.words[5]!;
    ghost.box = [ghost.box[0] - 6, ghost.box[1], ghost.box[2] - 6, ghost.box[3]];
    const { texts, warnings } = read(scanned);
    expect(texts[0]).toBe('Văn phòng Sở ủy các đơn vị');
    expect(warnings.find((warning) => warning.code === 'handwriting')?.message).toMatch(
      /Giao anh Ba xử lý \| Vaj ngq xhzt/u,
    );
  });

  it('unsure words are named with their place in the text', () => {
    const lines = [line('Hạn nộp 15/6/2026 tại Văn phòng Sở', 60, 100, 95), ...body(200)];
    lines[0]!.words[2]!.confidence = 31;
    const { text, warnings } = read(page(lines, { method: 'ocr' }));
    const doubts = warnings.filter((warning) => warning.code === 'doubtful-ocr');
    expect(doubts.map(({ span }) => text.slice(...span!))).toEqual(['Hạn nộp 15/6/2026 tại Văn phòng Sở']);
  });

  it('page numbers, running headers and signature frames go', () => {
    const pages = [1, 2, 3].map((number) =>
      page(
        [
          line(`Thông báo số 12 trang ${number}`, 60, 40),
          line('Ký bởi: Sở Khoa học', 60, 120),
          ...body(200),
          line(`${number}`, 300, 780),
        ],
        {
          number,
        },
      ),
    );
    const { text, warnings } = read(...pages);
    expect(text).not.toMatch(/Thông báo|Ký bởi|\d/u);
    expect(warnings.map((warning) => warning.code)).toEqual(['signature-stamp']);
  });
});

describe('letters and marks', () => {
  it('eth, fraction slash, invisible and double spaces are set right', () => {
    expect(cleanLine('Ðà Nẵng 87⁄2017\u00A0NĐ\u200B-CP to\u0302')).toBe('Đà Nẵng 87/2017 NĐ-CP tô');
  });

  it.each([
    '- Như trên',
    '_ Xây dựng',
    '¬ Rà soát',
    'a) Lập',
    '8) Lập',
    'đ) Trình',
    '1. Giao',
    '1.2. Giao',
    'III. TỔ CHỨC',
    'Điều 3. Giao',
  ])('«%s» opens an item', (text) => expect(hasListMark(text)).toBe(true));

  it.each(['năm 2026', '25/3/2026 của Sở', '15.000 đồng', 'và các đơn vị', 'CV số 12'])(
    '«%s» goes on',
    (text) => expect(hasListMark(text)).toBe(false),
  );
});
