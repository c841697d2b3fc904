import { type CompiledQuery, Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import { ScopedConnection, ScopedDialect } from './driver.ts';
import { INSTALLATION, isUuid } from './ids.ts';
import { type Listener, listenTo } from './listen.ts';
import { openPool } from './pool.ts';
import type { Schema } from './schema.ts';

/** Whose records a transaction may see and write; all others do not exist for it. */
export interface Scope {
  agencies: readonly string[];
}

/** The only handle on the database: it lives as long as the transaction and is passed on by hand. */
export type Tx = Transaction<Schema>;

export interface Store {
  /**
   * One transaction within the scope. The work may run again after a deadlock or serialization failure, so it must
   * have no effect outside the transaction.
   */
  transaction<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** One consistent snapshot, read only; one query takes one round trip. */
  read<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** A transaction above the agencies: reference tables, and tenant rows with `agency_id` = `INSTALLATION`. */
  installation<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Hears `notify` from committed transactions of any process on this database; gives the way to stop. */
  listen(channel: string, handler: Listener): Promise<() => Promise<void>>;
  /** Waits for what is under way, then closes all connections. */
  close(): Promise<void>;
}

const retried = new Set(['40001', '40P01']);
const attempts = 5;

/** `begin` with the scope. The ids are checked, since a statement of several commands takes no parameters. */
function beginWithin(scope: Scope, mode: 'read write' | 'isolation level repeatable read read only'): string {
  for (const id of scope.agencies) {
    if (!isUuid(id)) throw new TypeError(`Not an agency id: ${id}`);
  }
  return `begin ${mode}; set local app.agencies = '{${scope.agencies.join(',')}}'`;
}

function mayRunAgain(error: unknown): boolean {
  return error instanceof Error && 'code' in error && retried.has(String(error.code));
}

/**
 * Opens the store on a migrated database.
 * @param url connection of the application's role
 * @param size greatest number of connections; 8 serve tens of people
 */
export function openStore(url: string, size = 8): Store {
  const pool = openPool(url, size);
  const listeners = new Set<() => Promise<void>>();

  function run<T>(begin: string, work: (tx: Tx) => Promise<T>, reads: boolean): Promise<T> {
    const dialect = new ScopedDialect(pool, begin, reads);
    return new Kysely<Schema>({ dialect }).transaction().execute(work);
  }

  async function transaction<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    const begin = beginWithin(scope, 'read write');
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await run(begin, work, false);
      } catch (error) {
        if (attempt === attempts || !mayRunAgain(error)) throw error;
        // Apart by chance, so that the two that collided do not collide again.
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * attempt));
      }
    }
  }

  return {
    transaction,
    read: async (scope, work) =>
      run(beginWithin(scope, 'isolation level repeatable read read only'), work, true),
    installation: (work) => transaction({ agencies: [INSTALLATION] }, work),
    async listen(channel, handler) {
      const stop = await listenTo(url, channel, handler);
      const once = async () => {
        if (listeners.delete(once)) await stop();
      };
      listeners.add(once);
      return once;
    },
    async close() {
      await Promise.all([...listeners].map((stop) => stop()));
      await pool.end();
    },
  };
}

type RowsOf<Statements extends readonly RawBuilder<unknown>[]> = {
  -readonly [At in keyof Statements]: Statements[At] extends RawBuilder<infer Row> ? Row[] : never;
};

/** The rows of several statements in their order, sent together: one round trip. */
export async function together<const Statements extends readonly RawBuilder<unknown>[]>(
  tx: Tx,
  statements: Statements,
): Promise<RowsOf<Statements>> {
  const answers = await tx
    .getExecutor()
    .provideConnection((connection) =>
      Promise.all(statements.map((statement) => connection.executeQuery(statement.compile(tx)))),
    );
  return answers.map(({ rows }) => rows) as RowsOf<Statements>;
}

/** As `together`, and the end of the transaction with them: for a transaction that only reads, its last statements. */
export async function lastly<const Statements extends readonly RawBuilder<unknown>[]>(
  tx: Tx,
  statements: Statements,
): Promise<RowsOf<Statements>> {
  const answers = await tx.getExecutor().provideConnection((connection) => {
    const asked = statements.map((statement) => connection.executeQuery(statement.compile(tx)));
    if (connection instanceof ScopedConnection) void connection.end();
    return Promise.all(asked);
  });
  return answers.map(({ rows }) => rows) as RowsOf<Statements>;
}

/**
 * Sends a write without waiting for it, so that it leaves together with what follows. Should it fail, the transaction
 * fails with its error, at the latest at its end.
 */
export async function send(tx: Tx, write: { compile(tx: Tx): CompiledQuery }): Promise<void> {
  const query = write.compile(tx);
  await tx.getExecutor().provideConnection(async (connection) => {
    if (connection instanceof ScopedConnection) connection.send(query);
    else await connection.executeQuery(query);
  });
}

/** Tells all listeners of the channel, once and only if the transaction commits. Payload below 8000 bytes. */
export async function notify(tx: Tx, channel: string, payload: string): Promise<void> {
  await send(tx, sql`select pg_notify(${channel}, ${payload})`);
}
