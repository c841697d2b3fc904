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

/** A PDF of some hundred rows takes seconds: two at a time, the others wait in line. */
const inLine = makeLine(2);

/** A template is some pages of Word. */
const limits: ReadingLimits = {
  ...standardLimits,
  bytes: 8 << 20,
  unpackedBytes: 64 << 20,
  milliseconds: 60_000,
  heapMiB: 512,
};

/** In a thread of its own, thrown away afterwards: the server goes on answering whatever a file holds. */
async function run(task: PaperTask): Promise<PaperMessage> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMiB },
    stdout: true,
    stderr: true,
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<PaperMessage>((resolve, reject) => {
      timer = setTimeout(() => reject(refuse('timeout')), limits.milliseconds);
      worker.on('message', resolve);
      worker.on('error', reject);
      worker.on('exit', (code) => reject(new Error(`A paper's thread ended with ${code}`)));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

/** Writes a document. @throws Error where the thread ends without a file, Unreadable where it takes too long */
export async function writeApart(document: OfficialDocument, format: PaperFormat): Promise<Uint8Array> {
  const made = await inLine(() => run({ kind: 'write', document, format }));
  if (made.kind !== 'file') throw new Error(`Writing a ${format} gave ${made.kind}`);
  return made.bytes;
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
