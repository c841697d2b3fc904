import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type App, buildApp } from '../app.ts';
import { type Config, readConfig } from '../config.ts';
import { makeSetupToken, setupNeeded } from '../features/setup/commands.ts';
import { giveBackWhenIdle } from '../http/give-back.ts';
import { sealAllAudit } from '../storage/audit.ts';
import { hasCode } from '../storage/launcher/fault.ts';
import { type Database, startDatabase } from '../storage/launcher.ts';
import { migrate } from '../storage/migrate.ts';
import { openStore } from '../storage/store.ts';
import { buildPage } from './build-page.ts';
import { UsageFault } from './fault.ts';

const demoMark = 'demo';

const say = (line: string) => void process.stdout.write(`${line}\n`);

async function isMarkedDemo(dataDir: string): Promise<boolean> {
  return access(join(dataDir, demoMark)).then(
    () => true,
    () => false,
  );
}

/** The demo lives beside the real data, never in it; a folder that is marked as demo is opened as such. */
async function configOf(demo: boolean): Promise<Config> {
  const config = readConfig(process.env);
  if (await isMarkedDemo(config.dataDir)) return { ...config, demo: true };
  return demo ? { ...config, dataDir: `${config.dataDir}-demo`, demo: true } : config;
}

/** A demo always has a database of its own, also where a server is named for the real data. */
function databaseEnv(config: Config): NodeJS.ProcessEnv {
  if (!config.demo) return process.env;
  const { DATABASE_URL: _url, DATABASE_ADMIN_URL: _admin, ...rest } = process.env;
  return rest;
}

/** Fills an empty demo; gives what arrives once the doors are open. */
async function fillDemo(app: App): Promise<(() => Promise<void>) | undefined> {
  if (!(await setupNeeded(app.ctx))) return undefined;
  say('Tạo dữ liệu mẫu…');
  const demo = await import('../../examples/demo.ts');
  const clerk = await demo.fillDemo(app.ctx, app.desk);
  return () => demo.receiveScans(app.ctx, clerk, app.desk);
}

async function announce(app: App): Promise<void> {
  const { config } = app.ctx;
  if (config.demo) say(`Trọng Tâm, bản mẫu: ${config.url}`);
  else if (await setupNeeded(app.ctx))
    say(`Mở địa chỉ này để cài đặt (dùng một lần): ${config.url}/?token=${await makeSetupToken(app.ctx)}`);
  else say(`Trọng Tâm: ${config.url}`);
}

const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Why serving ends; the first reason counts. */
interface Ending {
  why: Promise<'stop' | 'demo'>;
  end(why: 'stop' | 'demo'): void;
}

/** Serves until asked to stop, or to open the demo instead. */
async function serve(config: Config): Promise<'stop' | 'demo'> {
  const { promise, resolve } = Promise.withResolvers<'stop' | 'demo'>();
  const stop = () => resolve('stop');
  // Until the database has stopped: a second signal, as npm and a terminal both send one, must not cut that short.
  for (const signal of endings) process.on(signal, stop);
  try {
    await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
    const database = await startDatabase({ dataDir: config.dataDir, env: databaseEnv(config), log: say });
    try {
      return await serveOn(
        database,
        { ...config, dataDir: database.dataDir },
        { why: promise, end: resolve },
      );
    } finally {
      await database.stop();
    }
  } finally {
    for (const signal of endings) process.removeListener(signal, stop);
  }
}

async function serveOn(database: Database, config: Config, ending: Ending): Promise<'stop' | 'demo'> {
  if (config.demo) await writeFile(join(config.dataDir, demoMark), '');
  // Only now: a second start on the same data has been refused before it could disturb the page that is served.
  await Promise.all([migrate(database.ownerUrl, database.appRole), buildPage(say)]);
  const app = await buildApp({
    store: openStore(database.appUrl),
    appUrl: database.appUrl,
    config,
    checked: process.env.TRONGTAM_CHECK_ANSWERS === '1',
    log: { level: process.env.TRONGTAM_LOG ?? (process.stdout.isTTY ? 'warn' : 'info') },
    openDemo: async () => {
      // The answer goes out first; the reader's page asks again until the demo stands at the same address.
      setTimeout(() => ending.end('demo'), 200);
      return config.url;
    },
  });
  try {
    const later = config.demo ? await fillDemo(app) : undefined;
    giveBackWhenIdle(app.server);
    await app.server.listen({ host: config.host, port: config.port });
    await announce(app);
    await app.warm();
    await app.run();
    await sealAllAudit(app.ctx.store, true);
    void later?.().catch((error: unknown) => app.ctx.log.error({ err: error }, 'demo scans'));
    return await ending.why;
  } finally {
    await app.close();
  }
}

/** `trongtam start`: database, migrations, page, server; returns when it has stopped cleanly. */
export async function run(args: string[]): Promise<number> {
  const unknown = args.find((arg) => arg !== '--demo');
  if (unknown !== undefined) throw new UsageFault(`Không hiểu «${unknown}». Dùng: trongtam start [--demo]`);
  const config = await configOf(args.includes('--demo'));
  let next: 'stop' | 'demo' | 'start' = 'start';
  for (let serving = config; next !== 'stop'; serving = await configOf(true)) {
    next = await serve(serving).catch((error: unknown) => {
      if (hasCode(error, 'EADDRINUSE'))
        throw new UsageFault(
          `Cổng ${serving.port} đang có chương trình khác dùng. Dừng chương trình đó, hoặc đặt TRONGTAM_PORT là cổng khác.`,
        );
      throw error;
    });
  }
  return 0;
}
