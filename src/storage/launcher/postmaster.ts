import { type ChildProcess, execFile } from 'node:child_process';
import { readdir, readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { DatabaseFault } from './fault.ts';

/** Milliseconds between two looks at postmaster.pid. */
const glance = 10;
/** Crash recovery of a big database may take long; it is cut off only when hopeless. */
const longestWait = 10 * 60_000;

/** The running server as postmaster.pid names it. */
export interface Postmaster {
  pid: number;
  /** Folder of its Unix socket. */
  socket: string;
  /** «starting», «ready», «stopping» … */
  status: string;
}

async function readPidFile(cluster: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined);
  const lines = text?.split('\n') ?? [];
  const pid = Number(lines[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  return { pid, socket: (lines[4] ?? '').replaceAll('"', ''), status: (lines[7] ?? '').trim() };
}

async function commandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') {
    return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  }
  const shown = promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]);
  return shown.then(({ stdout }) => stdout).catch(() => '');
}

/** The pid may have been given to another program since, and a zombie has no command line: only the words count. */
export async function isPostmasterOf(cluster: string, pid: number): Promise<boolean> {
  return (await commandLine(pid)).includes(cluster);
}

/** Processes in the cluster's folder (Linux only): a server's, and those that outlive a killed one for a moment. */
export async function processesIn(cluster: string): Promise<number[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const folders = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')));
  return pids.filter((_, index) => folders[index] === cluster).map(Number);
}

/**
 * Clears the lock files of a server that died. PostgreSQL does so itself only when no process has that number, which a
 * zombie or a newcomer may; we do it once nothing works in the folder any more.
 */
async function clearStale(cluster: string): Promise<void> {
  if (process.platform !== 'linux') return;
  for (const since = Date.now(); Date.now() - since < 30_000; await sleep(2 * glance)) {
    const found = await readPidFile(cluster);
    if (!found || (await isPostmasterOf(cluster, found.pid))) return;
    if ((await processesIn(cluster)).length > 0) continue;
    // Both hold the number of the dead server.
    await rm(join(found.socket, '.s.PGSQL.5432.lock'), { force: true });
    return rm(join(cluster, 'postmaster.pid'), { force: true });
  }
  throw new DatabaseFault(
    `Tiến trình cũ của cơ sở dữ liệu ở ${cluster} chưa dừng. Hãy chờ một lát rồi khởi động lại.`,
  );
}

/**
 * The server that runs on the cluster, waited for until it takes connections; none when none runs, and then no trace of
 * a dead one is left in the way.
 * @throws DatabaseFault when it never becomes ready
 */
export async function runningPostmaster(cluster: string): Promise<Postmaster | undefined> {
  for (const since = Date.now(); Date.now() - since < longestWait; await sleep(glance)) {
    const found = await readPidFile(cluster);
    if (!found) return undefined;
    if (!(await isPostmasterOf(cluster, found.pid))) {
      await clearStale(cluster);
      return undefined;
    }
    if (found.status === 'ready') return found;
  }
  throw new DatabaseFault(
    `Cơ sở dữ liệu ở ${cluster} mãi chưa sẵn sàng. Hãy xem postgres.log trong thư mục dữ liệu.`,
  );
}

/** Waits until the server we spawned is ready; nothing when it ended instead. */
export async function readyPostmaster(cluster: string, child: ChildProcess): Promise<Postmaster | undefined> {
  while (child.exitCode === null && child.signalCode === null) {
    const found = await readPidFile(cluster);
    if (found?.pid === child.pid && found?.status === 'ready') return found;
    await sleep(glance);
  }
  return undefined;
}

/** Stops the server fast: running transactions are rolled back, everything committed is on disk. */
export async function stopPostmaster(cluster: string, pid: number): Promise<void> {
  if (!(await isPostmasterOf(cluster, pid))) return;
  process.kill(pid, 'SIGINT');
  while (await isPostmasterOf(cluster, pid)) await sleep(glance);
}
