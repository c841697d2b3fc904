import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { createWorker, OEM, PSM } from 'tesseract.js';
import { drawScan, type ScanPart } from '../examples/scan.ts';
import { readPageImage } from '../src/reading/ocr/read-page.ts';
import { startRecogniser } from '../src/reading/ocr/recogniser.ts';

/**
 * Our reading of a page image against the bare `recognize` call of tesseract.js on the same picture, rasterising
 * apart. A page with a ruled table is read twice over the table, so its figure is given per pass as well.
 */
const paragraph =
  'Giám đốc Sở yêu cầu Phòng Quản lý Khoa học chủ trì, phối hợp với Phòng Kế hoạch - Tài chính rà soát các nhiệm vụ chuyển tiếp, tổng hợp khó khăn và báo cáo kết quả trước ngày 25/3/2026.';
const row = [
  '1',
  'Tổng hợp danh mục nhiệm vụ đề xuất đặt hàng năm 2027',
  'Phòng Quản lý Khoa học',
  '30/4/2026',
];
const prose: ScanPart[] = Array.from({ length: 10 }, () => paragraph);
const table: ScanPart[] = [{ widths: [0.08, 0.44, 0.28, 0.2], rows: Array.from({ length: 15 }, () => row) }];
const rounds = 3;
const dpi = 200;

/** The fastest of a few rounds of each, taken in turn so that other load on the machine falls on both. */
async function inTurn(one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<[number, number]> {
  const best: [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let i = 0; i < 2 * rounds; i++) {
    const start = performance.now();
    await (i % 2 === 0 ? one() : other());
    best[i % 2] = Math.min(best[i % 2]!, performance.now() - start);
  }
  return best;
}

const model = dirname(
  createRequire(import.meta.url).resolve('@tesseract.js-data/vie/4.0.0_best_int/vie.traineddata.gz'),
);
const bare = await createWorker('vie', OEM.LSTM_ONLY, { langPath: model, gzip: true, cacheMethod: 'none' });
await bare.setParameters({ tessedit_pageseg_mode: PSM.AUTO, debug_file: '/dev/null' });
const ours = await startRecogniser();

for (const [name, parts, passes] of [
  ['prose', prose, 1],
  ['table', table, 2],
] as const) {
  for (const skew of [0, 2.4]) {
    const png = drawScan([[...parts]], { dpi, skew, noise: 20, shade: 0.2, format: 'png' });
    const image = await loadImage(png);
    const canvas = createCanvas(image.width, image.height);
    canvas.getContext('2d').drawImage(image, 0, 0);
    const [theirs, own] = await inTurn(
      () => bare.recognize(png, { rotateAuto: true }),
      () => readPageImage(canvas, 1, dpi, ours),
    );
    const ratio = own / theirs;
    process.stdout.write(
      `ocr ${name} skew ${skew}: ours ${Math.round(own)} ms, tesseract.js ${Math.round(theirs)} ms, ` +
        `ratio ${ratio.toFixed(2)}, per pass ${(ratio / passes).toFixed(2)} (at most 1.30)\n`,
    );
  }
}
await ours.close();
await bare.terminate();
