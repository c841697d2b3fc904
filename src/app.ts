import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Config } from './config.ts';
import { makeAccessWatch } from './features/access-watch.ts';
import { keepCalendar } from './features/calendar/queries.ts';
import type { Context, Log } from './features/context.ts';
import { makeReadingDesk, type ReadingDesk } from './features/intake/desk.ts';
import { makeLive } from './features/live.ts';
import type { Bound } from './http/bind.ts';
import { allContracts, refuseUnbound } from './http/contracts.ts';
import type { Identity } from './http/identity.ts';
import { allRoutes } from './http/routes.ts';
import { buildServer, type Server } from './http/server.ts';
import { readInWorker } from './reading/sandbox.ts';
import { openFiles } from './storage/files.ts';
import { hasCode } from './storage/launcher/fault.ts';
import type { Store } from './storage/store.ts';
import { startSweeps } from './sweeps.ts';

/** Where `vite build` puts the page. */
export const pageFolder = fileURLToPath(new URL('../dist/web', import.meta.url));

/** Milliseconds each part is given to end. */
const longestClosing = 15_000;

export interface AppOptions {
  store: Store;
  /** Connection of the application's role, for the identity library's own pool. */
  appUrl: string;
  config: Config;
  /** The clock; the machine's unless told. */
  clock?: () => Temporal.Instant;
  log?: { level: string };
  /** Hold each answer to its contract, as tests do. */
  checked?: boolean;
  /** What «look at the demo» does; gives the address of the demo. */
  openDemo?: () => Promise<string>;
}

/** Everything of one installation, wired by hand. */
export interface App {
  ctx: Context;
  desk: ReadingDesk;
  server: Server;
  bounds: readonly Bound[];
  /** Loads the identity library, which takes long; called once the server answers. */
  warm(): Promise<void>;
  /** Begins what runs by itself: reading what waits, the sweeps. */
  run(): Promise<void>;
  close(): Promise<void>;
}

/** The secret that signs cookies, made at the first start; readable by this process's user alone. */
function identitySecret(dataDir: string): string {
  const path = join(dataDir, 'identity.secret');
  try {
    writeFileSync(path, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
  return readFileSync(path, 'utf8').trim();
}

function once<T>(make: () => Promise<T>): { get(): Promise<T>; made(): Promise<T> | undefined } {
  let made: Promise<T> | undefined;
  return {
    get() {
      made ??= make();
      return made;
    },
    made: () => made,
  };
}

/** Builds the context alone: for the commands of the console, which need no server. */
export function buildContext(
  options: AppOptions,
  log: Log,
): { ctx: Context; identity: () => Promise<Identity>; close(): Promise<void> } {
  const { store, config } = options;
  const identity = once(async () => {
    const { openIdentity } = await import('./http/identity.ts');
    return openIdentity(options.appUrl, identitySecret(config.dataDir), config);
  });
  const clock = options.clock ?? (() => Temporal.Now.instant());
  const { calendar, changed } = keepCalendar(store);
  const ctx: Context = {
    store,
    files: openFiles(config.dataDir),
    live: makeLive(),
    access: makeAccessWatch(),
    clock,
    today: () => clock().toZonedDateTimeISO('Asia/Ho_Chi_Minh').toPlainDate(),
    calendar,
    calendarChanged: changed,
    hashPassword: async (password) => (await identity.get()).hashPassword(password),
    config,
    log,
  };
  return {
    ctx,
    identity: identity.get,
    async close() {
      await (await identity.made())?.close();
      await store.close();
    },
  };
}

/** Builds the whole application on an open store. Refuses a contract that has no handler. */
export async function buildApp(options: AppOptions): Promise<App> {
  // The server's logger is the application's; until it stands nothing is worth telling.
  let log: Log = { info: () => undefined, error: () => undefined };
  const late: Log = {
    info: (fields, message) => log.info(fields, message),
    error: (fields, message) => log.error(fields, message),
  };
  const { ctx, identity, close } = buildContext(options, late);
  const desk = makeReadingDesk(ctx, readInWorker);
  const openDemo = options.openDemo ?? (async () => options.config.url);
  const bounds = allRoutes(ctx, { desk, identity, openDemo });
  refuseUnbound(allContracts, bounds);
  const server = await buildServer(ctx, {
    bounds,
    identity,
    page: pageFolder,
    log: options.log,
    checked: options.checked,
  });
  log = server.log;
  let stopSweeps = async (): Promise<void> => undefined;
  return {
    ctx,
    desk,
    server,
    bounds,
    warm: async () => void (await identity()),
    async run() {
      desk.wake();
      stopSweeps = startSweeps(ctx);
      // The console works beside us.
      await ctx.store.listen('calendar', ctx.calendarChanged);
      await ctx.store.listen('access', ctx.access.changed);
    },
    async close() {
      await inTime('server', server.close());
      await inTime('reading desk', desk.stop());
      await inTime('sweeps', stopSweeps());
      await inTime('database connections', close());
    },
  };

  /** Whoever stops us waits for the end: what does not come to it is named and left, the database stops cleanly all the same. */
  async function inTime(what: string, work: Promise<void>): Promise<void> {
    const late = Symbol('late');
    const limit = sleep(longestClosing, late, { ref: false });
    if ((await Promise.race([work, limit])) === late) log.error({ what }, 'did not end in time');
  }
}
