import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { connectionSettings } from '../pool.ts';
import { AlreadyRunning } from './fault.ts';

/** Any fixed number: the key of the lock that means «the application that works on this data». */
const lockKey = 8_686_000;
/** A killed owner's lock goes when the server notices its closed connection. Milliseconds. */
const patience = 400;

/** Milliseconds between attempts to take the lock again after its connection broke. */
const renewal = 50;

/** The held lock. */
export interface ApplicationLock {
  /** The connection that holds it; serves questions at start too. */
  client: pg.Client;
  /** Gives the data free after the last thing to do with it. */
  release(last: () => Promise<void>): Promise<void>;
}

const ownerQuery = `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
  where l.locktype = 'advisory' and l.granted and l.classid = 0 and l.objid = $1`;

/** The process that holds the lock writes its number into the name of its connection. */
async function ownerOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query(ownerQuery, [lockKey]);
  return String(rows[0]?.name ?? '').replace(/\D/g, '') || '?';
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ ...connectionSettings(url), application_name: `trongtam ${process.pid}` });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock($1) as taken', [lockKey]);
  return rows[0].taken;
}

/** PostgreSQL ends all connections when one of its processes crashes, and is back in a moment: then the lock is taken again. */
function hold(url: string, first: pg.Client): ApplicationLock {
  let client = first;
  let released = false;

  async function renew(): Promise<void> {
    while (!released) {
      await sleep(renewal, undefined, { ref: false });
      const next = await connect(url).catch(() => undefined);
      if (!next) continue;
      if (!(await tryLock(next).catch(() => false))) {
        await next.end();
        continue;
      }
      client = next;
      if (released) return next.end();
      next.once('end', () => void renew());
      return;
    }
  }

  client.once('end', () => void renew());
  return {
    client,
    async release(last) {
      released = true;
      await last();
      await client.end();
    },
  };
}

/**
 * Takes the lock that lets one application work on the data: a session lock, so it vanishes with the process however
 * that ends.
 * @throws AlreadyRunning with the number of the process that holds it
 */
export async function takeApplicationLock(url: string, dataDir: string): Promise<ApplicationLock> {
  const client = await connect(url);
  for (const since = Date.now(); ; await sleep(20)) {
    if (await tryLock(client)) return hold(url, client);
    if (Date.now() - since > patience) break;
  }
  const owner = await ownerOf(client);
  await client.end();
  throw new AlreadyRunning(
    `Trọng Tâm đang chạy trên thư mục dữ liệu ${dataDir} (tiến trình ${owner}). Hãy dùng bản đang chạy, hoặc dừng nó rồi khởi động lại.`,
  );
}
