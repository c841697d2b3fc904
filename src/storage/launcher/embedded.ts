import { access } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { databaseAccount } from './account.ts';
import { type Binaries, embeddedBinaries } from './binaries.ts';
import {
  bootstrapCluster,
  bootstrappedQuery,
  type ClusterUrls,
  clusterUrls,
  superuser,
} from './bootstrap.ts';
import { type Cluster, createCluster, ensurePostmaster } from './cluster.ts';
import { AlreadyRunning, hasCode } from './fault.ts';
import { type ApplicationLock, takeApplicationLock } from './lock.ts';
import { preparePlaces } from './places.ts';
import { type Postmaster, stopPostmaster } from './postmaster.ts';
import { readSecrets, type Secrets } from './secrets.ts';

export interface EmbeddedOptions {
  dataDir: string;
  env: NodeJS.ProcessEnv;
  log: (message: string) => void;
  /** Other programs than those of the npm package: PostgreSQL 15 in the storage tests. */
  binaries?: Binaries;
  /** False for clusters that are thrown away. */
  durable?: boolean;
  /** Use the server of a running application instead of being refused: for the commands of the console. */
  share?: boolean;
}

export interface EmbeddedDatabase extends ClusterUrls {
  /** The data directory with links resolved. */
  dataDir: string;
  /** Stops the server and gives the data free; leaves both alone when another application owns them. */
  stop(): Promise<void>;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function prepareCluster(options: EmbeddedOptions): Promise<{ cluster: Cluster; secrets: Secrets }> {
  const account = await databaseAccount(options.env);
  const places = await preparePlaces(options.dataDir, account);
  const binaries = options.binaries ?? (await embeddedBinaries(places.dataDir, account));
  const cluster: Cluster = { places, binaries, account, durable: options.durable ?? true };
  const present = await exists(places.cluster);
  const secrets = await readSecrets(places.secrets, present);
  if (!present) {
    options.log(`Tạo cơ sở dữ liệu mới ở ${places.cluster}`);
    await createCluster(cluster, superuser, secrets.superuser);
  }
  return { cluster, secrets };
}

/** Codes of a connection to a server that was just killed and still seemed to run. */
const dying = ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', '57P03'];

/** The running server and the lock on its data; no lock where `share` leaves it with the application that has it. */
async function takeData(
  cluster: Cluster,
  secrets: Secrets,
  share: boolean,
): Promise<{ postmaster: Postmaster; lock: ApplicationLock | undefined }> {
  for (let attempt = 1; ; attempt += 1) {
    const postmaster = await ensurePostmaster(cluster);
    const url = clusterUrls(postmaster.socket, secrets, 'postgres').superuserUrl;
    try {
      return { postmaster, lock: await takeApplicationLock(url, cluster.places.dataDir) };
    } catch (error) {
      if (share && error instanceof AlreadyRunning) return { postmaster, lock: undefined };
      if (attempt === 50 || !hasCode(error, ...dying)) throw error;
      await sleep(20);
    }
  }
}

/**
 * Starts PostgreSQL on the data directory, making it at the first start, and takes the data for this process.
 * @throws AlreadyRunning when another application holds the data (unless `share`)
 * @throws DatabaseFault when the server cannot be started
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { cluster, secrets } = await prepareCluster(options);
  const { places } = cluster;
  const { postmaster, lock } = await takeData(cluster, secrets, options.share ?? false);
  const urls = clusterUrls(postmaster.socket, secrets);
  if (!lock) return { ...urls, dataDir: places.dataDir, stop: async () => undefined };
  const { rows } = await lock.client.query(bootstrappedQuery);
  if (!rows[0].done) await bootstrapCluster(postmaster.socket, secrets);
  return {
    ...urls,
    dataDir: places.dataDir,
    // The lock goes after the server, not before: no other start can take the data of a server about to stop.
    stop: () => lock.release(() => stopPostmaster(places.cluster, postmaster.pid)),
  };
}
