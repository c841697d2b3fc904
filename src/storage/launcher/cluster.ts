import { execFile, spawn } from 'node:child_process';
import { chmod, chown, mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { DatabaseFault, hasCode } from './fault.ts';
import type { Places } from './places.ts';
import { type Postmaster, readyPostmaster, runningPostmaster } from './postmaster.ts';

const largestLog = 10 * 1024 * 1024;

/** Everything needed to run PostgreSQL on one data directory. */
export interface Cluster {
  places: Places;
  binaries: Binaries;
  account: Account | undefined;
  /** False only for clusters thrown away after a test: initdb and the server then do not wait for the disk. */
  durable: boolean;
}

/** How a program of PostgreSQL is run: as the account, in a neutral folder and language. */
function processSettings({ account }: Cluster) {
  return {
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    ...(account && { uid: account.uid, gid: account.gid }),
  };
}

/**
 * Makes a new cluster: built aside, then renamed, so a half-made one is never found. When another start was faster,
 * ours is removed and theirs stands.
 */
export async function createCluster(cluster: Cluster, superuser: string, password: string): Promise<void> {
  const { places, binaries, account, durable } = cluster;
  const unfinished = `${places.cluster}.new-${process.pid}`;
  const passwordFile = join(places.socket, `password-${process.pid}`);
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) {
    for (const path of [unfinished, passwordFile]) await chown(path, account.uid, account.gid);
  }
  const locale =
    binaries.major >= 17
      ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      : ['--locale-provider=libc'];
  try {
    await promisify(execFile)(
      join(binaries.folder, 'initdb'),
      [
        ...['-D', unfinished, '-U', superuser, '-A', 'scram-sha-256', '--pwfile', passwordFile],
        ...['-E', 'UTF8', '--locale=C', ...locale, '--data-checksums', ...(durable ? [] : ['--no-sync'])],
      ],
      processSettings(cluster),
    );
    await rename(unfinished, places.cluster);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST')) {
      throw new DatabaseFault(`Không tạo được cơ sở dữ liệu ở ${places.cluster}: ${String(error)}`, {
        cause: error,
      });
    }
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** Small when idle, safe against power loss: what is acknowledged is on disk. */
function serverSettings({ places, binaries, durable }: Cluster): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: `"${places.socket}"`,
    unix_socket_permissions: '0700',
    cluster_name: 'trongtam',
    max_connections: '50',
    // Taken as it is used: a register of 100,000 directives fits, and is not read from files again and again.
    shared_buffers: '256MB',
    work_mem: '16MB',
    max_wal_size: '1GB',
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_worker_processes: '2',
    max_parallel_workers_per_gather: '0',
    autovacuum_max_workers: '2',
    max_logical_replication_workers: '0',
    jit: 'off',
    fsync: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
    synchronous_commit: durable ? 'on' : 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // Neither statements nor values: they hold personal data.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(binaries.major >= 18 && { io_method: 'sync' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function openLog(path: string) {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size > largestLog) await rename(path, `${path}.old`);
  const log = await open(path, 'a', 0o600);
  await chmod(path, 0o600);
  return log;
}

/**
 * Starts the server detached, so that Ctrl-C at the console reaches the application first and not both at once.
 * @returns nothing when the server ended at once, as it does when another start came first
 */
async function spawnPostmaster(cluster: Cluster): Promise<Postmaster | undefined> {
  const log = await openLog(cluster.places.log);
  try {
    const child = spawn(
      join(cluster.binaries.folder, 'postgres'),
      ['-D', cluster.places.cluster, ...serverSettings(cluster)],
      { ...processSettings(cluster), detached: true, stdio: ['ignore', log.fd, log.fd] },
    );
    child.on('error', () => undefined);
    child.unref();
    return await readyPostmaster(cluster.places.cluster, child);
  } finally {
    await log.close();
  }
}

/**
 * The server on this cluster: the one that already runs (left by a killed application, or another start's), or one
 * started now.
 * @throws DatabaseFault when it does not start
 */
export async function ensurePostmaster(cluster: Cluster): Promise<Postmaster> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const found = (await runningPostmaster(cluster.places.cluster)) ?? (await spawnPostmaster(cluster));
    if (found) return found;
  }
  throw new DatabaseFault(`Cơ sở dữ liệu không khởi động được. Hãy xem ${cluster.places.log}.`);
}
