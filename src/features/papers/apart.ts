import { Worker } from 'node:worker_threads';
import { type ReadingLimits, standardLimits, Unreadable } from '../../reading/extracted.ts';
import { refuse } from '../../reading/formats/refuse.ts';
import { makeLine } from '../../reading/line.ts';
import type { OfficialDocument } from '../../writing/official/document.ts';
import type { TemplateData } from '../../writing/official/templates/data.ts';
import type { TemplateKind } from '../../writing/official/templates/fields.ts';
import type { Inspected } from '../../writing/official/templates/inspect.ts';
import type { PaperFormat } from './contract.ts';
import type { PaperMessage, PaperTask } from './worker.ts';

/** Templates looked at or filled at a time; the others wait in line. */
const inLine = makeLine(2);

/** A template is some pages of Word. */
const limits: ReadingLimits = {
  ...standardLimits,
  bytes: 8 << 20,
  unpackedBytes: 64 << 20,
  milliseconds: 60_000,
  heapMiB: 512,
};

const start = (workerData: PaperTask | null) =>
  new Worker(new URL('./worker.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMiB },
    stdout: true,
    stderr: true,
  });

/** What a thread says next. @throws Unreadable where it takes too long, Error where it ends without a word */
async function nextOf(worker: Worker): Promise<PaperMessage> {
  const heard = Promise.withResolvers<PaperMessage>();
  const gone = (code: number) => heard.reject(new Error(`A paper's thread ended with ${code}`));
  const timer = setTimeout(() => heard.reject(refuse('timeout')), limits.milliseconds);
  worker.on('message', heard.resolve).on('error', heard.reject).on('exit', gone);
  try {
    return await heard.promise;
  } finally {
    clearTimeout(timer);
    worker.off('message', heard.resolve).off('error', heard.reject).off('exit', gone);
  }
}

/** In a thread of its own, thrown away: whatever a file of somebody's holds, the server goes on answering. */
async function run(task: PaperTask): Promise<PaperMessage> {
  const worker = start(task);
  try {
    return await nextOf(worker);
  } finally {
    await worker.terminate();
  }
}

/** The thread that writes our own documents is kept a while: loading the faces takes longer than most papers. */
const idleMilliseconds = 30_000;
const oneByOne = makeLine(1);
let writer: Worker | undefined;
let rest: NodeJS.Timeout | undefined;

/**
 * Writes a document in another thread, one at a time.
 * @throws Error where the thread ends without a file, Unreadable where it takes too long
 */
export function writeApart(document: OfficialDocument, format: PaperFormat): Promise<Uint8Array> {
  return oneByOne(async () => {
    clearTimeout(rest);
    // A thread that fails while nobody waits for it is simply not used again.
    const worker = writer ?? start(null).on('error', () => (writer = undefined));
    writer = undefined;
    worker.ref();
    try {
      worker.postMessage({ kind: 'write', document, format } satisfies PaperTask);
      const made = await nextOf(worker);
      if (made.kind !== 'file') throw new Error(`Writing a ${format} gave ${made.kind}`);
      writer = worker;
      return made.bytes;
    } finally {
      if (writer === worker) keep(worker);
      else await worker.terminate();
    }
  });
}

/** Nobody waits for it: it holds up neither the end of the process nor memory for long. */
function keep(worker: Worker): void {
  worker.unref();
  rest = setTimeout(() => {
    writer = undefined;
    void worker.terminate();
  }, idleMilliseconds).unref();
}

/**
 * Looks at somebody's template and, with data, fills it: bytes where nothing is wrong with it.
 * @throws Unreadable in Vietnamese where it is no Word file, too large, or cannot be filled
 */
export async function templateApart(
  bytes: Uint8Array,
  template: TemplateKind,
  data: TemplateData | null,
): Promise<Uint8Array | Inspected> {
  if (bytes.length > limits.bytes) throw refuse('too-large');
  const made = await inLine(() =>
    run({ kind: 'template', bytes: Uint8Array.from(bytes), template, data, limits }).catch(
      (error: unknown) => {
        throw error instanceof Unreadable ? error : Object.assign(refuse('damaged'), { cause: error });
      },
    ),
  );
  if (made.kind === 'unreadable') throw new Unreadable(made.code, made.message);
  return made.kind === 'file' ? made.bytes : made.inspected;
}
