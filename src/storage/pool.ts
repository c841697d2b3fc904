import pg from 'pg';

const int8 = 20;
const date = 1082;
const timestamptz = 1184;
const uuidArray = 2951;

/** A 64-bit integer as a number; counts and amounts in dong fit, anything past 2^53 is a fault and not rounded. */
function toSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`Integer out of the safe range: ${text}`);
  return value;
}

/** PostgreSQL's «2026-11-24 02:13:24.123456+00» as ISO 8601, microseconds kept. */
function toInstantText(text: string): string {
  return `${text.slice(0, 10)}T${text.slice(11).replace(/\+00(:00)?$/, '')}Z`;
}

const parsers = new Map<number, (text: string) => unknown>([
  [int8, toSafeInteger],
  [date, (text) => text],
  [timestamptz, toInstantText],
  [uuidArray, (text) => (text === '{}' ? [] : text.slice(1, -1).split(','))],
]);

/**
 * How values of PostgreSQL become values of ours, for one pool or client and not for the whole process:
 * `date` stays text, `int8` becomes a number, `numeric` stays exact text, `timestamptz` becomes ISO text in UTC.
 */
export const types: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    const parser = format === 'binary' ? undefined : parsers.get(oid);
    return parser ?? pg.types.getTypeParser(oid, format);
  },
};

/** Session settings: UTC, and a bound on transactions somebody forgot. Milliseconds. */
const session = '-c timezone=UTC -c datestyle=ISO -c idle_in_transaction_session_timeout=300000';

/**
 * A list takes PostgreSQL longer to plan than to run, and it would plan most of them each time anew to look at the
 * values; ours are planned once and by design go through the index of their agency.
 */
const planned = '-c plan_cache_mode=force_generic_plan';

/** Connection settings for `pg` from a URL, with this module's types and session settings. */
export function connectionSettings(url: string): pg.ClientConfig {
  return { connectionString: url, types, options: session, application_name: 'trongtam' };
}

/**
 * A pool on the given database.
 * @param size greatest number of connections
 */
export function openPool(url: string, size: number): pg.Pool {
  // Statements go out without waiting for the answers before them; the type definitions do not know the option yet.
  const pipelined: pg.PoolConfig & { pipeline: true } = {
    ...connectionSettings(url),
    options: `${session} ${planned}`,
    max: size,
    idleTimeoutMillis: 60_000,
    pipeline: true,
  };
  const pool = new pg.Pool(pipelined);
  // An idle connection that breaks (server restarted) is replaced by the pool; unheard, the event would end the process.
  pool.on('error', () => undefined);
  return pool;
}

/** Runs work on a connection of its own and closes it. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connectionSettings(url));
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
