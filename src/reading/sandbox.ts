import { Worker } from 'node:worker_threads';
import type { AttachmentKind } from '../domain/calls/dossier.ts';
import type { Reading } from '../domain/documents/reading.ts';
import { type Progress, type ReadingLimits, standardLimits, Unreadable } from './extracted.ts';
import { refuse } from './formats/refuse.ts';
import type { SheetRow } from './formats/sheet-rows.ts';
import { makeLine } from './line.ts';
import type { ReadOptions } from './read.ts';
import type { WorkerTask } from './worker.ts';

/** A reading, the picture of a page, the rows of a table, or what an attachment is. */
type Made = Reading | Uint8Array | SheetRow[] | AttachmentKind;

/** What a worker tells: how far it is, then what it made or why there is nothing. */
export type WorkerMessage =
  | { kind: 'progress'; done: number; of: number; what: string }
  | { kind: 'done'; result: Made }
  | { kind: 'unreadable'; code: string; message: string };

export interface SandboxOptions extends Omit<ReadOptions, 'name' | 'progress'> {
  limits: ReadingLimits;
  progress?: Progress;
  /** Aborting ends the worker at once. */
  signal?: AbortSignal;
}

/** OCR takes every core it is given and hundreds of MiB: two readings at a time, the others wait in line. */
const inLine = makeLine(2);

/**
 * Reads a file in a thread of its own that is thrown away afterwards, within limits of heap and time: whatever a
 * hostile file does, the caller gets a reading or a refusal.
 * @param bytes are copied into the thread; the caller's stay
 * @throws Unreadable in Vietnamese: damaged, too large, out of time (`timeout`) or memory (`memory`), stopped
 */
export async function readInWorker(
  bytes: Uint8Array,
  name: string,
  options: SandboxOptions,
): Promise<Reading> {
  const { signal, progress, ...crossing } = options;
  const task = (own: Uint8Array): WorkerTask => ({
    kind: 'read',
    bytes: own,
    options: { ...crossing, name },
  });
  return (await inLine(() => run(bytes, task, options))) as Reading;
}

/**
 * Draws one page as WebP within the same limits. @throws Unreadable as `readInWorker`
 * @param width of the picture in pixels
 */
export async function renderInWorker(bytes: Uint8Array, page: number, width: number): Promise<Uint8Array> {
  const task = (own: Uint8Array): WorkerTask => ({ kind: 'page', bytes: own, page, width });
  const limits = { ...standardLimits, milliseconds: 60_000 };
  return (await inLine(() => run(bytes, task, { limits }))) as Uint8Array;
}

/**
 * The rows of a table in Word, Excel or CSV within the same limits. @throws Unreadable as `readInWorker`
 * @param mostRows as many as people write by hand where left out
 */
export async function tableInWorker(bytes: Uint8Array, mostRows?: number): Promise<SheetRow[]> {
  const limits = { ...standardLimits, unpackedBytes: 64 << 20, milliseconds: 60_000 };
  const task = (own: Uint8Array): WorkerTask => ({ kind: 'table', bytes: own, limits, mostRows });
  return (await inLine(() => run(bytes, task, { limits }))) as SheetRow[];
}

/** Files that hosts bring wait in a line of their own: a long reading must not hold up the last hour of a call. */
const attachmentsInLine = makeLine(2);

/** What an attached file is, once it could be opened within the same limits. @throws Unreadable as `readInWorker` */
export async function attachmentInWorker(bytes: Uint8Array): Promise<AttachmentKind> {
  const limits = { ...standardLimits, bytes: 32 << 20, unpackedBytes: 256 << 20, milliseconds: 20_000 };
  const task = (own: Uint8Array): WorkerTask => ({ kind: 'attachment', bytes: own, limits });
  return (await attachmentsInLine(() => run(bytes, task, { limits }))) as AttachmentKind;
}

async function run(
  bytes: Uint8Array,
  task: (own: Uint8Array) => WorkerTask,
  { limits, signal, progress }: Pick<SandboxOptions, 'limits' | 'signal' | 'progress'>,
): Promise<Made> {
  if (bytes.length > limits.bytes) throw refuse('too-large');
  if (signal?.aborted) throw refuse('stopped');
  const own = Uint8Array.from(bytes);
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: task(own),
    transferList: [own.buffer],
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMiB, stackSizeMb: 4 },
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  let abort: (() => void) | undefined;
  try {
    return await new Promise<Made>((resolve, reject) => {
      timer = setTimeout(() => reject(refuse('timeout')), limits.milliseconds);
      abort = () => reject(refuse('stopped'));
      signal?.addEventListener('abort', abort, { once: true });
      worker.on('message', (message: WorkerMessage) => {
        if (message.kind === 'progress') progress?.(message.done, message.of, message.what);
        else if (message.kind === 'done') resolve(message.result);
        else reject(new Unreadable(message.code, message.message));
      });
      worker.on('error', (error: Error & { code?: string }) => {
        reject(
          Object.assign(refuse(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'damaged'), {
            cause: error,
          }),
        );
      });
      worker.on('exit', () => reject(refuse('stopped')));
    });
  } finally {
    clearTimeout(timer);
    if (abort) signal?.removeEventListener('abort', abort);
    await worker.terminate();
  }
}
