import type { Socket } from 'node:net';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';

/** Statements that get a name, so that the server parses and plans them once per connection. */
const mostNamed = 200;
/** Texts remembered while it is not yet clear whether they come again. */
const mostRemembered = 2000;
const counts = new Map<string, number>();
const names = new Map<string, string>();

/** The name of a statement that comes again and again; none for the first times and for what comes rarely. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= mostNamed) return undefined;
  const count = (counts.get(text) ?? 0) + 1;
  if (counts.size >= mostRemembered) counts.clear();
  counts.set(text, count);
  if (count < 3) return undefined;
  counts.delete(text);
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

/** Everything said within one turn of the event loop leaves in one packet. */
function gather(client: pg.PoolClient): void {
  const { connection } = client as unknown as { connection: { stream: Socket } };
  const { stream } = connection;
  stream.cork();
  setImmediate(() => stream.uncork());
}

/** One transaction on a connection whose statements are sent without waiting for the answers before them. */
export class ScopedConnection implements DatabaseConnection {
  readonly client: pg.PoolClient;
  #begun: Promise<unknown> = Promise.resolve();
  #ended: Promise<pg.QueryResult> | undefined;
  readonly #sent: Promise<pg.QueryResult>[] = [];

  constructor(client: pg.PoolClient) {
    this.client = client;
  }

  /** Does not wait: what follows is sent behind it and fails with it. */
  begin(text: string): void {
    gather(this.client);
    this.#begun = this.client.query(text);
    this.#begun.catch(() => undefined);
  }

  /** Sent behind the statements before it; at most once. */
  end(): Promise<pg.QueryResult> {
    if (!this.#ended) {
      gather(this.client);
      this.#ended = this.client.query('commit');
      this.#ended.catch(() => undefined);
    }
    return this.#ended;
  }

  #query({ sql, parameters }: CompiledQuery): Promise<pg.QueryResult> {
    gather(this.client);
    const name = nameOf(sql);
    const config = { text: sql, values: [...parameters], ...(name !== undefined && { name }) };
    return this.client.query(config as pg.QueryConfig);
  }

  /** Sends a statement whose answer nobody waits for: if it fails, so does whatever is waited for after it, the end at last. */
  send(query: CompiledQuery): void {
    const answered = this.#query(query);
    answered.catch(() => undefined);
    this.#sent.push(answered);
  }

  /** Waits for an answer; what failed before it is why it failed. */
  async #waited<Answer>(answer: Promise<Answer>): Promise<Answer> {
    try {
      await this.#begun;
      return await answer;
    } finally {
      await Promise.all(this.#sent);
    }
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    const answered = this.#query(query);
    answered.catch(() => undefined);
    const { command, rowCount, rows } = await this.#waited(answered);
    const changes = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(command);
    return { rows: rows as Row[], ...(changes && { numAffectedRows: BigInt(rowCount ?? 0) }) };
  }

  /** Commits and waits until it is durable. */
  async commit(): Promise<void> {
    const { command } = await this.#waited(this.end());
    if (command === 'ROLLBACK') throw new Error('The transaction had already failed');
  }

  streamQuery(): never {
    throw new Error('Rows are not streamed');
  }
}

/** Begins each transaction with its scope; a transaction that only reads does not wait for its end. */
class ScopedDriver implements Driver {
  readonly #pool: pg.Pool;
  readonly #begin: string;
  readonly #reads: boolean;

  constructor(pool: pg.Pool, begin: string, reads: boolean) {
    this.#pool = pool;
    this.#begin = begin;
    this.#reads = reads;
  }

  async init(): Promise<void> {
    // The pool is open already.
  }

  async acquireConnection(): Promise<ScopedConnection> {
    return new ScopedConnection(await this.#pool.connect());
  }

  async beginTransaction(connection: ScopedConnection): Promise<void> {
    connection.begin(this.#begin);
  }

  async commitTransaction(connection: ScopedConnection): Promise<void> {
    if (!this.#reads) return connection.commit();
    // A connection that breaks here is noticed by whoever uses it next.
    void connection.end();
  }

  async rollbackTransaction({ client }: ScopedConnection): Promise<void> {
    await client.query('rollback');
  }

  async releaseConnection({ client }: ScopedConnection): Promise<void> {
    client.release();
  }

  async destroy(): Promise<void> {
    // The pool outlives every transaction; the store closes it.
  }
}

/** PostgreSQL over a pool whose connections are pipelined, each transaction begun by the given words. */
export class ScopedDialect extends PostgresDialect {
  readonly #driver: ScopedDriver;

  /** @param reads the transaction changes nothing, so nobody needs to wait for its end */
  constructor(pool: pg.Pool, begin: string, reads: boolean) {
    super({ pool });
    this.#driver = new ScopedDriver(pool, begin, reads);
  }

  override createDriver(): Driver {
    return this.#driver;
  }
}
