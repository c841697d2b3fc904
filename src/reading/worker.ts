import { parentPort, workerData } from 'node:worker_threads';
import type { ReadingLimits } from './extracted.ts';
import type { ReadOptions } from './read.ts';
import type { WorkerMessage } from './sandbox.ts';

/** What a worker is given: the file's bytes, and what to make of them. */
export type WorkerTask =
  | { kind: 'read'; bytes: Uint8Array; options: Omit<ReadOptions, 'progress'> }
  | { kind: 'page'; bytes: Uint8Array; page: number; width: number }
  | { kind: 'table'; bytes: Uint8Array; limits: ReadingLimits; mostRows: number | undefined }
  | { kind: 'attachment'; bytes: Uint8Array; limits: ReadingLimits };

const port = parentPort;
if (port) {
  const send = (message: WorkerMessage) => port.postMessage(message);
  const task = workerData as WorkerTask;
  try {
    if (task.kind === 'read') {
      const { read } = await import('./read.ts');
      const progress = (done: number, of: number, what: string) => send({ kind: 'progress', done, of, what });
      send({ kind: 'done', result: await read(task.bytes, { ...task.options, progress }) });
    } else if (task.kind === 'table') {
      const { tableRows } = await import('./table.ts');
      send({ kind: 'done', result: await tableRows(task.bytes, task.limits, task.mostRows) });
    } else if (task.kind === 'attachment') {
      const { attachmentKind } = await import('./attachment.ts');
      send({ kind: 'done', result: await attachmentKind(task.bytes, task.limits) });
    } else {
      const { renderPage } = await import('./formats/page-image.ts');
      send({ kind: 'done', result: await renderPage(task.bytes, task.page, { width: task.width }) });
    }
  } catch (error) {
    const refused = error instanceof Error && error.name === 'Unreadable' && 'code' in error;
    if (refused) send({ kind: 'unreadable', code: String(error.code), message: error.message });
    else throw error;
  }
}
