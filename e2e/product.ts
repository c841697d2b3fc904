import { type ChildProcess, spawn } from 'node:child_process';
import { access, chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../test/repository.ts';

/** The product as a user starts it, in a data directory of its own. */
export interface Product {
  /** «http://127.0.0.1:41234». */
  url: string;
  /** The one-time token printed at the first start; null where the set-up is done. */
  token: string | null;
  /** Where its data really are: a demo lives beside the folder it was given. */
  dataDir: string;
  output(): string;
  process: ChildProcess;
  /** SIGTERM, and the exit code. */
  stop(): Promise<number | null>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** A data directory that PostgreSQL's own account can pass through to when root runs the tests. */
export async function newDataDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'trongtam-e2e-'));
  await chmod(folder, 0o711);
  return folder;
}

/**
 * Starts the product and waits for its address.
 * @param options.demo with the invented department
 * @param options.dataDir where an earlier product left off; a new one unless told
 * @param options.hostName the name people type, 127.0.0.1 unless told
 */
export async function startProduct(
  options: { demo?: boolean; dataDir?: string; env?: Record<string, string>; hostName?: string } = {},
): Promise<Product> {
  const given = options.dataDir ?? (await newDataDir());
  const port = await freePort();
  const url = `http://${options.hostName ?? '127.0.0.1'}:${port}`;
  const args = [join(root, 'bin/trongtam.mjs'), 'start', ...(options.demo ? ['--demo'] : [])];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: {
      ...process.env,
      TRONGTAM_DATA: given,
      TRONGTAM_PORT: String(port),
      TRONGTAM_HOST: '127.0.0.1',
      TRONGTAM_URL: url,
      TRONGTAM_CHECK_ANSWERS: '1',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  await answering(url, child, () => output);
  return {
    url,
    dataDir: await openedFolder(given),
    process: child,
    output: () => output,
    token: /[?&]token=([\w-]+)/u.exec(output)?.[1] ?? null,
    async stop() {
      child.kill('SIGTERM');
      const late = Symbol('late');
      const code = await Promise.race([gone, sleep(120_000, late, { ref: false })]);
      if (typeof code === 'symbol') {
        child.kill('SIGKILL');
        throw new Error(`The product did not stop:\n${output}`);
      }
      return code;
    },
  };
}

/** The folder a start on `given` works in: itself, or the demo beside it where that is what was opened. */
async function openedFolder(given: string): Promise<string> {
  const isThere = (path: string) =>
    access(path).then(
      () => true,
      () => false,
    );
  return (await isThere(join(given, 'postgres'))) ? given : `${given}-demo`;
}

async function answering(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let tries = 0; tries < 3600; tries++) {
    if (child.exitCode !== null) throw new Error(`The product stopped with ${child.exitCode}:\n${output()}`);
    const answer = await fetch(`${url}/healthz`).catch(() => null);
    if (answer?.ok && /token=|Trọng Tâm/u.test(output())) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The product did not answer:\n${output()}`);
}

/** Removes what a product left, once it has stopped. */
export async function discard(product: Product): Promise<void> {
  await product.stop();
  const given = product.dataDir.replace(/-demo$/u, '');
  for (const folder of [given, `${given}-demo`]) await rm(folder, { recursive: true, force: true });
}
