import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildContext } from '../app.ts';
import { type Config, readConfig } from '../config.ts';
import { Permission } from '../domain/permissions/permission.ts';
import type { Actor, Context, Log } from '../features/context.ts';
import { INSTALLATION } from '../storage/ids.ts';
import { type Database, startDatabase } from '../storage/launcher.ts';
import { migrate } from '../storage/migrate.ts';
import { openStore } from '../storage/store.ts';
import { UsageFault } from './fault.ts';

/** Faults are told at the console; what is only worth a line of a log is not. */
const log: Log = {
  info: () => undefined,
  error: (fields, message) => console.error(message, 'err' in fields ? String(fields.err) : ''),
};

export const say = (line: string) => void process.stdout.write(`${line}\n`);
export const sayJson = (value: unknown) => say(JSON.stringify(value, null, 2));

/** Whether there are data on this machine, or a server for them is named: nothing is made by looking. */
export async function isInstalled(): Promise<boolean> {
  const { dataDir } = readConfig(process.env);
  return process.env.DATABASE_URL !== undefined || (await exists(join(dataDir, 'postgres')));
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );

/** Runs work on the database alone, beside an application that may be running on it. */
export async function withDatabase<T>(work: (database: Database, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const quiet = (line: string) => console.error(line);
  const database = await startDatabase({
    dataDir: config.dataDir,
    env: process.env,
    log: quiet,
    share: true,
  });
  try {
    return await work(database, { ...config, dataDir: database.dataDir });
  } finally {
    await database.stop();
  }
}

/** Runs work on the application's context over a database as it is. */
export async function withContextOn<T>(
  database: Database,
  config: Config,
  work: (ctx: Context) => Promise<T>,
): Promise<T> {
  const { ctx, close } = buildContext(
    { store: openStore(database.appUrl, 3), appUrl: database.appUrl, config },
    log,
  );
  try {
    return await work(ctx);
  } finally {
    await close();
  }
}

/** Runs work on the application's context, beside an application that may be running on the same data. */
export async function withContext<T>(work: (ctx: Context) => Promise<T>): Promise<T> {
  return withDatabase(async (database, config) => {
    await migrate(database.ownerUrl, database.appRole);
    return withContextOn(database, config, work);
  });
}

/**
 * Who sits at the console of the machine: may do everything, in the agency of the given sign, or in the only one.
 * @throws UsageFault where the agency is not clear
 */
export async function consoleActor(ctx: Context, sign: string | undefined): Promise<Actor> {
  const agencies = await ctx.store.installation((tx) =>
    tx.selectFrom('agency').select(['id', 'name', 'sign']).orderBy('name').execute(),
  );
  const found = sign === undefined ? agencies : agencies.filter((agency) => agency.sign === sign);
  const [agency] = found;
  if (!agency || found.length > 1) {
    const known = agencies.map((one) => `  ${one.sign}: ${one.name}`).join('\n');
    throw new UsageFault(
      agencies.length === 0
        ? 'Chưa có cơ quan nào. Chạy «trongtam start» và tạo cơ quan trước.'
        : `Chọn cơ quan bằng --agency KÝ-HIỆU:\n${known}`,
    );
  }
  return {
    userId: null,
    personId: null,
    agencyId: agency.id,
    scope: { agencies: [agency.id, INSTALLATION] },
    permissions: new Set(Permission.options),
    name: 'Quản trị máy chủ',
    via: 'cli',
    traceId: `cli ${process.pid}`,
  };
}
