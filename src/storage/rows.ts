import { sql } from 'kysely';
import type { Schema } from './schema.ts';
import { send, type Tx } from './store.ts';

/**
 * Rows from one parameter, however many they are: the statement's text is always the same, so that it is planned once, and
 * nothing of it is put together row by row. All rows say the same columns, as JSON says them.
 */
function written(table: keyof Schema, rows: readonly object[]) {
  const columns = Object.keys(rows[0] ?? {});
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const statement = sql`insert into ${sql.table(table)} (${names})
    select ${names} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`;
  return { statement, columns };
}

/** Inserts any number of rows; like `send`, without waiting for it. */
export async function insertRows(tx: Tx, table: keyof Schema, rows: readonly object[]): Promise<void> {
  if (rows.length > 0) await send(tx, written(table, rows).statement);
}

/** As `insertRows`, over the rows with the same key where there are any. */
export async function putRows(
  tx: Tx,
  table: keyof Schema,
  rows: readonly object[],
  key: readonly string[],
): Promise<void> {
  if (rows.length === 0) return;
  const { statement, columns } = written(table, rows);
  const others = columns.filter((column) => !key.includes(column));
  const values = others.map((column) => sql`${sql.id(column)} = ${sql.ref(`excluded.${column}`)}`);
  await send(
    tx,
    sql`${statement} on conflict (${sql.join(key.map((column) => sql.ref(column)))})
      do update set ${sql.join(values)}`,
  );
}
