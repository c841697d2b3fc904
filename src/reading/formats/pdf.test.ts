import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { drawPdf, drawScan, type ScanPart } from '../../../examples/scan.ts';
import { fold } from '../../domain/text/fold.ts';
import { type Extracted, standardLimits } from '../extracted.ts';
import { extractPdf } from './pdf.ts';

const options = { limits: standardLimits };
const slow = 120_000;

const notice: ScanPart[] = [
  {
    left: ['SỞ KHOA HỌC VÀ CÔNG NGHỆ', 'VĂN PHÒNG', 'Số: 87/TB-VP'],
    right: [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Hạ Lam, ngày 12 tháng 3 năm 2026',
    ],
  },
  { centre: 'THÔNG BÁO' },
  'Sau khi nghe báo cáo và ý kiến thảo luận của các phòng, trung tâm, Giám đốc Sở kết luận như sau:',
  '1. Phòng Quản lý Khoa học chủ trì, phối hợp với Phòng Kế hoạch - Tài chính rà soát 14 nhiệm vụ chuyển tiếp, báo cáo Giám đốc Sở trước ngày 25/3/2026.',
  'a) Thanh tra Sở xây dựng kế hoạch kiểm tra đo lường, trình Giám đốc Sở ký ban hành trong tháng 4 năm 2026.',
  {
    widths: [0.08, 0.44, 0.28, 0.2],
    rows: [
      ['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Thời hạn'],
      ['1', 'Tổng hợp danh mục nhiệm vụ đề xuất đặt hàng', 'Phòng Quản lý Khoa học', '30/4/2026'],
      ['2', 'Hướng dẫn quyết toán kinh phí các đề tài', 'Phòng Kế hoạch - Tài chính', '15/5/2026'],
    ],
  },
];

const blocksOf = ({ text, blocks }: Extracted) => blocks.map((block) => text.slice(block.start, block.end));
const cellsOf = ({ text, blocks }: Extracted) =>
  blocks.flatMap((block) =>
    block.cells ? [block.cells.map((cell) => text.slice(cell.start, cell.end))] : [],
  );

/** Share of the wanted words found, marks apart, each as often as it stands. */
function recall(wanted: string, got: string): number {
  const words = (text: string) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const free = new Map<string, number>();
  for (const word of words(got)) free.set(word, (free.get(word) ?? 0) + 1);
  const hits = words(wanted).filter((word) => {
    const left = free.get(word) ?? 0;
    free.set(word, left - 1);
    return left > 0;
  });
  return hits.length / words(wanted).length;
}

const wordsOf = (parts: ScanPart[]): string =>
  parts
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('centre' in part) return part.centre;
      return 'left' in part ? [...part.left, ...part.right].join(' ') : part.rows.flat().join(' ');
    })
    .join(' ');

describe('a born-digital PDF', () => {
  it('gives paragraphs, both columns of the heading and the cells of a ruled table', async () => {
    const read = await extractPdf(drawPdf([notice]), options);
    expect(read.method).toBe('text');
    expect(read.quality).toBeGreaterThan(0.95);
    expect(blocksOf(read).slice(0, 10)).toEqual([
      'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
      'VĂN PHÒNG',
      'Số: 87/TB-VP',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'Hạ Lam, ngày 12 tháng 3 năm 2026',
      'THÔNG BÁO',
      ...notice.slice(2, 5),
    ]);
    expect(cellsOf(read)).toEqual((notice[5] as { rows: string[][] }).rows);
    expect(new Set(read.blocks.flatMap((block) => block.table ?? []))).toEqual(new Set([1]));
  });

  it('places every line where it stands on the page', async () => {
    const read = await extractPdf(
      drawPdf([['Dòng thứ nhất của văn bản này.', 'Dòng thứ hai của văn bản này.']]),
      options,
    );
    expect(read.places?.map(({ span }) => read.text.slice(...span))).toEqual(blocksOf(read));
    const [first, second] = read.places!.map(({ box }) => box);
    expect(first![0]).toBeGreaterThan(0.14);
    expect(first![3]).toBeLessThan(second![3]);
    expect([...first!, ...second!].every((share) => share > 0 && share < 1)).toBe(true);
  });

  it('puts accented letters of a second font, drawn after the plain ones, back into their words', async () => {
    const text = 'Kết luận của Giám đốc Sở về nhiệm vụ khoa học và công nghệ trong quý tới';
    const pdf = new PDFDocument();
    const pen = pdf.beginPage(595, 842);
    const letters = [...text].map((letter, i) => ({ letter, x: 0, plain: /[\x20-\x7e]/u.test(letter), i }));
    let x = 60;
    for (const each of letters) {
      pen.font = `${each.plain ? '400' : '700'} 13px Tinos`;
      each.x = x;
      x += pen.measureText(each.letter).width;
    }
    for (const plain of [true, false]) {
      pen.font = `${plain ? '400' : '700'} 13px Tinos`;
      for (const each of letters) if (each.plain === plain) pen.fillText(each.letter, each.x, 100);
    }
    pdf.endPage();
    expect((await extractPdf(pdf.close(), options)).text).toBe(text);
  });

  it('joins a paragraph over the page end and leaves page numbers out', async () => {
    const long =
      'Giám đốc Sở yêu cầu các phòng, trung tâm rà soát toàn bộ nhiệm vụ được giao trong năm và báo cáo';
    const filler = Array.from({ length: 33 }, (_, i) => `${i + 1}. Rà soát nhiệm vụ được giao số ${i + 1}.`);
    const read = await extractPdf(
      drawPdf([
        [...filler, long],
        [{ centre: '2', bold: false }, 'kết quả về Văn phòng Sở.'],
      ]),
      options,
    );
    expect(blocksOf(read).at(-1)).toBe(`${long} kết quả về Văn phòng Sở.`);
  });
});

describe('a file that cannot be read whole', () => {
  it('reads the first pages up to the limit and says so', async () => {
    const pages = Array.from({ length: 40 }, (_, i) => [`Trang này có nội dung thứ ${i + 1} của văn bản.`]);
    const seen: number[] = [];
    const limits = { ...standardLimits, pages: 3 };
    const read = await extractPdf(drawPdf(pages), { limits, progress: (done) => seen.push(done) });
    expect(read.pages).toBe(40);
    expect(seen).toEqual([1, 2, 3]);
    expect(new Set(read.blocks.map((block) => block.page))).toEqual(new Set([1, 2, 3]));
    expect(read.warnings.map((warning) => warning.code)).toEqual(['pages-left-out']);
  });

  it('refuses a locked and a broken PDF in Vietnamese', async () => {
    const key = '00'.repeat(32);
    const lock = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <${key}> /U <${key}> >> /ID [<00> <00>]`;
    const sound = drawScan([[]], { dpi: 20 }).toString('latin1');
    const locked = Buffer.from(sound.replace('/Root 1 0 R', `/Root 1 0 R ${lock}`), 'latin1');
    await expect(extractPdf(locked, options)).rejects.toMatchObject({ name: 'Unreadable', code: 'password' });
    const broken = Buffer.from('%PDF-1.7\nkhông còn gì');
    await expect(extractPdf(broken, options)).rejects.toMatchObject({ name: 'Unreadable', code: 'damaged' });
  });

  it('warns of a file without any text', async () => {
    const read = await extractPdf(drawPdf([[]]), options);
    expect(read.text).toBe('');
    expect(read.warnings.map((warning) => warning.code)).toContain('no-text');
  });
});

describe('a scan', () => {
  it(
    'is read by OCR in spite of skew, grain and shadow, tables by their cells',
    async () => {
      const look = { skew: 2.4, noise: 40, shade: 0.4, quality: 45 };
      const read = await extractPdf(drawScan([notice], look), options);
      expect(read.method).toBe('ocr');
      expect(recall(wordsOf(notice), read.text)).toBeGreaterThan(0.97);
      expect(cellsOf(read).map((row) => row[3])).toEqual(['Thời hạn', '30/4/2026', '15/5/2026']);
      expect(blocksOf(read).filter((block) => /^(?:1\.|a\)) /u.test(block))).toHaveLength(2);
      const heading = blocksOf(read).slice(0, 6).map(fold);
      expect(heading.indexOf('cong hoa xa hoi chu nghia viet nam')).toBe(3);
    },
    slow,
  );

  it(
    'of a real office is read, its notes apart',
    async () => {
      const folder = join(import.meta.dirname, '../../../../shared/reading/dev');
      if (!existsSync(join(folder, 'scans/o03.pdf'))) {
        process.stdout.write('left out: shared/reading/dev/scans/o03.pdf is not here\n');
        return;
      }
      const read = await extractPdf(readFileSync(join(folder, 'scans/o03.pdf')), options);
      const transcript = readFileSync(join(folder, 'o03.txt'), 'utf8');
      // The transcript holds the notes typed over the page as well, a seventh of its words.
      expect(recall(transcript, read.text)).toBeGreaterThan(0.84);
      expect(recall(read.text, transcript)).toBeGreaterThan(0.97);
      expect(read.warnings.find((warning) => warning.code === 'handwriting')?.message).toMatch(
        /1\. .*2\. .*5\. /u,
      );
      expect(read.blocks.length).toBeLessThan(40);
    },
    slow,
  );
});
