import { createHash, type Hash } from 'node:crypto';
import type pg from 'pg';

/** A table as a backup sees it. */
export interface TableShape {
  /** «public.directive» */
  name: string;
  /** Columns that hold data, in order; generated ones are computed again. */
  columns: { name: string; type: string }[];
  /** Columns of the primary key: the order of rows. */
  key: string[];
}

/** How many rows and the SHA-256 over their lines in the order of the key. */
export interface TableDigest {
  rows: number;
  sha256: string;
}

/** The migration table says what the schema is; it is no data. */
const schemaTable = 'public.migration';

const shapeQuery = `
  select n.nspname || '.' || c.relname as name,
    (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
      from pg_attribute a
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
    coalesce((select json_agg(a.attname order by array_position(i.indkey::int2[], a.attnum))
      from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
      where i.indrelid = c.oid and i.indisprimary), '[]') as key
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and not c.relispartition
    and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
    and n.nspname || '.' || c.relname <> '${schemaTable}'
  order by 1`;

/** All tables of all schemas but PostgreSQL's own and the list of migrations. */
export async function listTables(client: pg.ClientBase): Promise<TableShape[]> {
  return (await client.query(shapeQuery)).rows;
}

/** A name as SQL writes it: «"auth"."user"». */
export function quoted(name: string): string {
  return name
    .split('.')
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.');
}

/** Bytes of rows wanted per round trip; few enough to hold, many enough to be fast. */
const portion = 1024 * 1024;

/**
 * The rows of a table in the order of its key, in portions of about a megabyte. A row is one line: the JSON array of its
 * columns as PostgreSQL's own text, so every type comes back exactly and null is told from the JSON value null.
 * Needs a transaction with `app.agencies = '*'`.
 */
export async function* readRows(client: pg.ClientBase, table: TableShape): AsyncGenerator<string[]> {
  const values = table.columns.map(({ name }) => `${quoted(name)}::text`).join(', ');
  const order = table.key.length > 0 ? `order by ${table.key.map(quoted).join(', ')}` : 'order by 1';
  await client.query(
    `declare backup_rows no scroll cursor for select json_build_array(${values})::text as line from ${quoted(table.name)} ${order}`,
  );
  for (let count = 20; ; ) {
    const { rows } = await client.query<{ line: string }>(`fetch ${count} from backup_rows`);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => line);
    const size = rows.reduce((sum, { line }) => sum + line.length, 0);
    count = Math.max(1, Math.min(5000, Math.floor((portion * rows.length) / size)));
  }
  await client.query('close backup_rows');
}

/** Adds lines to the digest of a table. */
export function digestLines(hash: Hash, lines: readonly string[]): void {
  for (const line of lines) hash.update(line).update('\n');
}

/** Settings of the session that fix the text of every value, and the sight of all agencies' rows. */
export async function seeEverything(client: pg.ClientBase): Promise<void> {
  await client.query(
    "set local app.agencies = '*'; set local timezone = 'UTC'; set local datestyle = 'ISO'; set local extra_float_digits = 1",
  );
}

/** Digest of every table as it stands: two databases hold the same exactly when these are equal. */
export async function digestTables(client: pg.ClientBase): Promise<Record<string, TableDigest>> {
  await client.query('begin isolation level repeatable read read only');
  try {
    await seeEverything(client);
    const digests: Record<string, TableDigest> = {};
    for (const table of await listTables(client)) {
      const hash = createHash('sha256');
      let rows = 0;
      for await (const lines of readRows(client, table)) {
        digestLines(hash, lines);
        rows += lines.length;
      }
      digests[table.name] = { rows, sha256: hash.digest('hex') };
    }
    return digests;
  } finally {
    await client.query('rollback');
  }
}
