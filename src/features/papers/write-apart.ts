import { Worker } from 'node:worker_threads';
import { makeLine } from '../../reading/line.ts';
import type { OfficialDocument } from '../../writing/official/document.ts';
import type { PaperFormat } from './contract.ts';
import type { PaperTask } from './worker.ts';

/** A PDF of some hundred rows takes seconds: two at a time, the others wait in line. */
const inLine = makeLine(2);
const heapMiB = 512;

/**
 * Writes a document in a thread of its own, so that the server goes on answering.
 * @throws Error where the thread ends without a file
 */
export function writeApart(document: OfficialDocument, format: PaperFormat): Promise<Uint8Array> {
  return inLine(async () => {
    const workerData: PaperTask = { document, format };
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: heapMiB },
    });
    try {
      return await new Promise<Uint8Array>((resolve, reject) => {
        worker.on('message', resolve);
        worker.on('error', reject);
        worker.on('exit', (code) => reject(new Error(`Writing a ${format} ended with ${code}`)));
      });
    } finally {
      await worker.terminate();
    }
  });
}
