import { resolve } from 'node:path';
import { startEmbedded } from './launcher/embedded.ts';
import { DatabaseFault } from './launcher/fault.ts';
import { defaultDataDir } from './launcher/places.ts';
import { withClient } from './pool.ts';

export { AlreadyRunning, DatabaseFault } from './launcher/fault.ts';
export { defaultDataDir } from './launcher/places.ts';

/** Oldest server that works: the storage tests run on it. */
export const oldestServer = 15;

export interface DatabaseOptions {
  /** Data directory; originals lie here also when the rows are on a server. */
  dataDir?: string;
  /** `DATABASE_URL`, `DATABASE_ADMIN_URL`, `TRONGTAM_DB_USER`. */
  env: NodeJS.ProcessEnv;
  /** Hears one Vietnamese sentence for each thing that takes long. */
  log: (message: string) => void;
  /** For a command of the console: works beside an application that runs on the same data. */
  share?: boolean;
}

export interface Database {
  kind: 'embedded' | 'server';
  /** Owns the tables: migrations, backup, restore. Equal to `appUrl` when the server gives one role only. */
  ownerUrl: string;
  /** The application's role, bound by grants and row-level security. */
  appUrl: string;
  /** Name of the application's role, for `migrate`. */
  appRole: string;
  dataDir: string;
  /** Releases the data; ends the server when it is ours. */
  stop(): Promise<void>;
}

async function serverDatabase(appUrl: string, ownerUrl: string, dataDir: string): Promise<Database> {
  const about = await withClient(appUrl, async (client) => {
    const { rows } = await client.query(
      "select current_user as role, current_setting('server_version_num')::int / 10000 as major",
    );
    return rows[0];
  }).catch((error: unknown) => {
    throw new DatabaseFault(`Không kết nối được tới máy chủ trong DATABASE_URL: ${String(error)}`, {
      cause: error,
    });
  });
  if (about.major < oldestServer) {
    throw new DatabaseFault(`Máy chủ là PostgreSQL ${about.major}; cần từ ${oldestServer} trở lên.`);
  }
  return { kind: 'server', ownerUrl, appUrl, appRole: about.role, dataDir, stop: async () => undefined };
}

/**
 * The database: the server named by `DATABASE_URL` (application's role) and `DATABASE_ADMIN_URL` (owner), or else
 * PostgreSQL of our own on the data directory. Not migrated yet: see `migrate`.
 * @throws AlreadyRunning when another application holds the data directory
 * @throws DatabaseFault when there is no usable database; the message says what to do
 */
export async function startDatabase({ dataDir, env, log, share }: DatabaseOptions): Promise<Database> {
  const folder = resolve(dataDir ?? defaultDataDir());
  if (env.DATABASE_URL) {
    return serverDatabase(env.DATABASE_URL, env.DATABASE_ADMIN_URL ?? env.DATABASE_URL, folder);
  }
  const {
    ownerUrl,
    appUrl,
    dataDir: place,
    stop,
  } = await startEmbedded({ dataDir: folder, env, log, share });
  return { kind: 'embedded', ownerUrl, appUrl, appRole: 'trongtam_app', dataDir: place, stop };
}
