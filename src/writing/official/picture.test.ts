import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { beforeAll, describe, expect, test } from 'vitest';
import { renderPage } from '../../reading/formats/page-image.ts';
import type { OfficialDocument } from './document.ts';
import { docxOf } from './docx.ts';
import { pdfOf } from './pdf.ts';

/** Two full pages of running text, and an appendix on its side. */
const document: OfficialDocument = {
  on: '2026-11-26',
  superior: 'UBND tỉnh Minh Sơn',
  issuer: 'Sở Khoa học và Công nghệ',
  sign: 'TB-SKHCN',
  number: 12,
  place: 'Minh Sơn',
  date: '2026-11-26',
  title: { kind: 'Thông báo', subject: 'Kết luận của Giám đốc Sở tại cuộc họp giao ban' },
  body: Array.from({ length: 16 }, () => ({
    kind: 'paragraph' as const,
    text: 'Các phòng, đơn vị thuộc Sở chủ động rà soát toàn bộ nhiệm vụ được giao, bảo đảm đúng tiến độ, báo cáo kịp thời những khó khăn, vướng mắc để Giám đốc Sở xem xét, chỉ đạo; không để nhiệm vụ quá hạn mà không rõ nguyên nhân.',
  })),
  signature: { lines: ['GIÁM ĐỐC'], name: 'Trần Minh' },
  recipients: ['Như trên', 'Lưu: VT'],
  appendices: [{ title: 'Danh mục', landscape: true, blocks: [{ kind: 'paragraph', text: 'Một dòng.' }] }],
};

const dotsPerMm = 5;

/** Where ink lies on a page between two heights, in millimetres from the upper left. */
async function inkOf(pdf: Uint8Array, page: number, from = 0, to = 297) {
  const image = await loadImage(Buffer.from(await renderPage(pdf, page, { width: 210 * dotsPerMm })));
  const pen = createCanvas(image.width, image.height).getContext('2d');
  pen.drawImage(image, 0, 0);
  const { data, width, height } = pen.getImageData(0, 0, image.width, image.height);
  const box = { left: Number.POSITIVE_INFINITY, right: 0, top: Number.POSITIVE_INFINITY, bottom: 0 };
  for (let y = from * dotsPerMm; y < Math.min(height, to * dotsPerMm); y++)
    for (let x = 0; x < width; x++) {
      if ((data[(y * width + x) * 4] ?? 255) > 128) continue;
      box.left = Math.min(box.left, x / dotsPerMm);
      box.right = Math.max(box.right, x / dotsPerMm);
      box.top = Math.min(box.top, y / dotsPerMm);
      box.bottom = Math.max(box.bottom, y / dotsPerMm);
    }
  return box;
}

/** The Word file as LibreOffice prints it; null, and named, where there is none. */
async function printed(docx: Uint8Array): Promise<Uint8Array | null> {
  const folder = await mkdtemp(join(tmpdir(), 'trongtam-word-'));
  try {
    await writeFile(join(folder, 'a.docx'), docx);
    const { error, status } = spawnSync(
      'soffice',
      [
        '--headless',
        `-env:UserInstallation=file://${folder}/profile`,
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        join(folder, 'a.docx'),
      ],
      { timeout: 120_000 },
    );
    if (error === undefined) {
      expect(status, 'LibreOffice prints the Word file').toBe(0);
      return new Uint8Array(await readFile(join(folder, 'a.pdf')));
    }
    console.error(
      'Left out: no LibreOffice here, so the Word file is not rendered; its XML is measured all the same.',
    );
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

let files: [string, Uint8Array][];
beforeAll(async () => {
  const word = await printed(docxOf(document));
  files = [['PDF', await pdfOf(document)], ...(word ? [['Word', word] as [string, Uint8Array]] : [])];
}, 150_000);

describe('a page as it is printed, against the measures of the decree', () => {
  test('text fills exactly what the margins leave: 30 mm left, 15 right, 20 above and below', async () => {
    for (const [name, file] of files) {
      const first = await inkOf(file, 1);
      expect(first.left, name).toBeGreaterThan(29.5);
      expect(first.left, name).toBeLessThan(31);
      expect(first.right, name).toBeGreaterThan(193.5);
      expect(first.right, name).toBeLessThan(195.6);
      expect(first.top, name).toBeGreaterThan(19.5);
      expect(first.top, name).toBeLessThan(24);
      expect(first.bottom, name).toBeLessThan(277.5);
      expect(first.bottom, name).toBeGreaterThan(250);
    }
  });

  test('the second page bears its number in the middle of the upper margin, the first none', async () => {
    for (const [name, file] of files) {
      expect((await inkOf(file, 1, 0, 19)).right, name).toBe(0);
      const number = await inkOf(file, 2, 0, 19);
      expect((number.left + number.right) / 2, name).toBeCloseTo(30 + 165 / 2, 0);
      expect(number.bottom - number.top, name).toBeGreaterThan(2);
    }
  });

  test('number and motto stand in the halves where they belong', async () => {
    for (const [name, file] of files) {
      const head = await inkOf(file, 1, 20, 45);
      expect(head.left, name).toBeLessThan(45);
      expect(head.right, name).toBeGreaterThan(175);
      const motto = await inkOf(file, 1, 20, 24);
      expect(motto.right, name).toBeLessThan(195.6);
    }
  });
});
