import { Worker } from 'node:worker_threads';
import { type ReadingLimits, standardLimits, Unreadable } from '../../reading/extracted.ts';
import { refuse } from '../../reading/formats/refuse.ts';
import { makeLine } from '../../reading/line.ts';
import type { Batch } from '../directives/bulk.ts';
import type { Basis, Checked } from './read.ts';
import type { ImportMessage, ImportTask } from './worker.ts';

/** A register of 200,000 rows is read in well under a minute; what takes longer, or more memory, is none. */
export const importLimits: ReadingLimits = {
  ...standardLimits,
  unpackedBytes: 400 << 20,
  milliseconds: 5 * 60_000,
};

/** What is wanted of a register, and who hears of it on the way. */
export interface Wanted {
  wanted: ImportTask['wanted'];
  progress?(rows: number): void;
  /** Waited for before many more batches are made. */
  batch?(batch: Batch): Promise<void>;
}

const inLine = makeLine(2);

/**
 * Checks a register in a thread of its own that is thrown away afterwards, within limits of heap and time, so that the
 * server goes on answering whatever the file holds.
 * @throws Unreadable in Vietnamese; whatever `batch` throws
 */
export function checkInWorker(
  bytes: Uint8Array,
  basis: Basis,
  wanted: Wanted,
  limits: ReadingLimits = importLimits,
): Promise<{ checked: Checked; sheet: Uint8Array | null }> {
  return inLine(() => run(bytes, basis, wanted, limits));
}

async function run(
  bytes: Uint8Array,
  basis: Basis,
  { wanted, progress, batch }: Wanted,
  limits: ReadingLimits,
) {
  if (bytes.length > limits.bytes) throw refuse('too-large');
  const own = Uint8Array.from(bytes);
  const task: ImportTask = { bytes: own, basis, limits, wanted };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: task,
    transferList: [own.buffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMiB, stackSizeMb: 4 },
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<{ checked: Checked; sheet: Uint8Array | null }>((resolve, reject) => {
      timer = setTimeout(() => reject(refuse('timeout')), limits.milliseconds);
      // Batches are written in their order; the end waits for the last of them.
      let written = Promise.resolve();
      worker.on('message', (message: ImportMessage) => {
        if (message.kind === 'progress') progress?.(message.rows);
        else if (message.kind === 'batch') {
          written = written.then(() => batch?.(message.batch)).then(() => worker.postMessage('taken'));
          written.catch(reject);
        } else if (message.kind === 'done') {
          const { checked, sheet } = message;
          written.then(() => resolve({ checked, sheet }), reject);
        } else reject(new Unreadable(message.code, message.message));
      });
      worker.on('error', (error: Error & { code?: string }) => {
        const why = error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'damaged';
        reject(Object.assign(refuse(why), { cause: error }));
      });
      worker.on('exit', () => {
        const stopped = () => void setImmediate(() => reject(refuse('stopped')));
        written.then(stopped, stopped);
      });
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
