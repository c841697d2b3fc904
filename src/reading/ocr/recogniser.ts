import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import type { Line } from '../pages/page.ts';
import type { Grey } from './raster.ts';

const require = createRequire(import.meta.url);
const modelFolder = dirname(require.resolve('@tesseract.js-data/vie/4.0.0_best_int/vie.traineddata.gz'));

/** How ink is told from paper: Sauvola bears uneven light, Otsu keeps ruled tables of bad scans. */
export type Threshold = 'sauvola' | 'otsu';

export interface Recogniser {
  /** Lines of an upright page with their words, in pixels of the picture; confidence 0..100 on every word. */
  recognise(grey: Grey, dpi: number, threshold: Threshold): Promise<Line[]>;
  close(): Promise<void>;
}

/** Tesseract fails on pictures smaller than its threshold's window; no letter is smaller either. */
const leastSide = 16;

const thresholdMethod: Record<Threshold, string> = { otsu: '0', sauvola: '2' };

/** A picture as PGM: a header and its bytes, which Leptonica reads without decompressing. */
export function pgm({ width, height, data }: Grey): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data]);
}

/**
 * Starts one Tesseract worker with the Vietnamese model of the package, wholly offline. `close` ends its thread,
 * also while it is recognising.
 */
export async function startRecogniser(): Promise<Recogniser> {
  const worker = await createWorker('vie', OEM.LSTM_ONLY, {
    langPath: modelFolder,
    gzip: true,
    cacheMethod: 'none',
    // Without a handler of its own tesseract.js throws past the promise and ends the process.
    errorHandler: () => undefined,
  });
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO, debug_file: '/dev/null' });
  return {
    recognise: async (grey, dpi, threshold) => {
      if (Math.min(grey.width, grey.height) < leastSide) return [];
      await worker.setParameters({
        thresholding_method: thresholdMethod[threshold],
        user_defined_dpi: String(Math.round(dpi)),
      });
      const { data } = await worker.recognize(pgm(grey), {}, { blocks: true, text: false });
      return linesOf(data.blocks ?? []);
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

function linesOf(blocks: NonNullable<Awaited<ReturnType<Worker['recognize']>>['data']['blocks']>): Line[] {
  return blocks.flatMap((block) =>
    block.paragraphs.flatMap((paragraph) =>
      paragraph.lines.flatMap((line) => {
        const words = line.words
          .filter((word) => word.text.trim() !== '')
          .map(({ text, confidence, bbox }) => ({
            text: text.trim(),
            confidence,
            box: [bbox.x0, bbox.y0, bbox.x1, bbox.y1] as [number, number, number, number],
          }));
        if (words.length === 0) return [];
        const baseline = (line.baseline.y0 + line.baseline.y1) / 2;
        return [{ words, baseline, size: line.rowAttributes.rowHeight }];
      }),
    ),
  );
}
