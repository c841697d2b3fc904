/**
 * Reads hostile files, all 10,000 unless told otherwise, and prints every one that does not end in a reading or a
 * refusal: `node bench/hostile.ts [--count N] [--seed S] [--from I]`. A thread that hangs on a file is ended and named.
 */

import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { hostileFile } from '../test/hostile-files.ts';
import { faultOf, hostileLimits } from '../test/hostile-outcome.ts';

interface Task {
  seed: number;
  from: number;
  to: number;
}

/** `fault` undefined: the file is done and sound. */
interface Done {
  index: number;
  fault: string | undefined;
}

if (isMainThread) await main();
else await work(workerData as Task);

async function work({ seed, from, to }: Task): Promise<void> {
  for (let index = from; index < to; index++) {
    const { story, bytes } = hostileFile(seed, index);
    const fault = await faultOf(bytes);
    parentPort?.postMessage({ index, fault: fault && `${story}: ${fault}` } satisfies Done);
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { count: { type: 'string' }, seed: { type: 'string' }, from: { type: 'string' } },
  });
  const seed = Number(values.seed ?? 2026);
  const first = Number(values.from ?? 0);
  const to = first + Number(values.count ?? 10_000);
  const started = performance.now();
  let faults = 0;
  for (let from = first; from < to; ) {
    const end = await run({ seed, from, to }, (done) => {
      if (done.fault === undefined) return;
      faults++;
      process.stdout.write(`file ${done.index} of seed ${seed}: ${done.fault}\n`);
    });
    from = end + 1;
  }
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(`${to - first} hostile files, ${faults} faults, ${seconds.toFixed(0)} s\n`);
  process.exitCode = faults === 0 ? 0 : 1;
}

/** Runs one thread until it is done or stuck; gives the number of the last file it dealt with. */
function run(task: Task, report: (done: Done) => void): Promise<number> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: hostileLimits.heapMiB },
    });
    let at = task.from - 1;
    let timer: NodeJS.Timeout | undefined;
    const fail = (fault: string) => {
      clearTimeout(timer);
      report({ index: at + 1, fault });
      worker.removeAllListeners();
      void worker.terminate().then(() => resolve(at + 1));
    };
    const watch = () => {
      clearTimeout(timer);
      timer = setTimeout(
        () => fail(`still reading after ${hostileLimits.milliseconds} ms`),
        hostileLimits.milliseconds,
      );
    };
    watch();
    worker.on('message', (done: Done) => {
      at = done.index;
      report(done);
      watch();
    });
    worker.on('error', (error: Error) => fail(`ended its thread: ${error.stack}`));
    worker.on('exit', () => {
      clearTimeout(timer);
      resolve(Math.max(at, task.to - 1));
    });
  });
}
