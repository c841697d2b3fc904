import { parentPort, workerData } from 'node:worker_threads';
import type { ReadingLimits } from '../../reading/extracted.ts';
import type { Batch } from '../directives/bulk.ts';
import { type Basis, type Checked, readRegister } from './read.ts';
import { errorSheet, type FaultyRow } from './table.ts';

/** What the thread is given; `store` asks for batches, `errors` for the error sheet. */
export interface ImportTask {
  bytes: Uint8Array;
  basis: Basis;
  limits: ReadingLimits;
  wanted: 'check' | 'store' | 'errors';
}

export type ImportMessage =
  | { kind: 'progress'; rows: number }
  | { kind: 'batch'; batch: Batch }
  | { kind: 'done'; checked: Checked; sheet: Uint8Array | null }
  | { kind: 'unreadable'; code: string; message: string };

/** Batches on their way at most: so many are in memory while the database writes. */
const mostAhead = 3;

/** Waits until the other side has taken enough of what was sent. */
function makeGate(port: NonNullable<typeof parentPort>): () => Promise<void> {
  let ahead = 0;
  let open: (() => void) | undefined;
  port.on('message', () => {
    ahead -= 1;
    open?.();
  });
  return async () => {
    while (ahead >= mostAhead) await new Promise<void>((resolve) => (open = resolve));
    ahead += 1;
  };
}

async function work(port: NonNullable<typeof parentPort>, task: ImportTask): Promise<void> {
  const send = (message: ImportMessage) => port.postMessage(message);
  const { bytes, basis, limits, wanted } = task;
  const faulty: FaultyRow[] = [];
  const pass = makeGate(port);
  const checked = await readRegister(bytes, basis, limits, {
    progress: (rows) => send({ kind: 'progress', rows }),
    ...(wanted === 'store' && {
      batch: async (batch: Batch) => {
        await pass();
        send({ kind: 'batch', batch });
      },
    }),
    ...(wanted === 'errors' && { faulty: (row: FaultyRow) => void faulty.push(row) }),
  });
  send({ kind: 'done', checked, sheet: wanted === 'errors' ? await errorSheet(faulty) : null });
}

const port = parentPort;
if (port) {
  try {
    await work(port, workerData as ImportTask);
  } catch (error) {
    const refused = error instanceof Error && error.name === 'Unreadable' && 'code' in error;
    if (!refused) throw error;
    const told: ImportMessage = { kind: 'unreadable', code: String(error.code), message: error.message };
    port.postMessage(told);
  }
  port.close();
}
