import type pg from 'pg';
import { listTables, quoted, type TableShape } from './tables.ts';

/** A foreign key taken off while rows come in, since they come in the order of names and not of references. */
export interface ForeignKey {
  table: string;
  name: string;
  definition: string;
}

/** Whether no table holds a row. */
export async function isEmpty(client: pg.ClientBase, tables: readonly TableShape[]): Promise<boolean> {
  for (const { name } of tables) {
    const { rows } = await client.query(`select exists (select from ${quoted(name)}) as found`);
    if (rows[0].found) return false;
  }
  return true;
}

/** Takes all foreign keys off; `addForeignKeys` checks every row when it puts them back. */
export async function dropForeignKeys(client: pg.ClientBase): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(`
    select n.nspname || '.' || c.relname as table, k.conname as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype = 'f' and k.conparentid = 0 and n.nspname !~ '^pg_' order by 1, 2`);
  for (const { table, name } of rows)
    await client.query(`alter table ${quoted(table)} drop constraint ${quoted(name)}`);
  return rows;
}

export async function addForeignKeys(client: pg.ClientBase, keys: readonly ForeignKey[]): Promise<void> {
  for (const { table, name, definition } of keys) {
    await client.query(`alter table ${quoted(table)} add constraint ${quoted(name)} ${definition}`);
  }
}

/** Removes rows that migrations themselves put in: the backup holds them too. */
export async function removeSeeds(client: pg.ClientBase): Promise<void> {
  const tables = await listTables(client);
  if (tables.length > 0) await client.query(`truncate ${tables.map(({ name }) => quoted(name)).join(', ')}`);
}

/** Puts lines made by `readRows` into the table. */
export async function insertRows(
  client: pg.ClientBase,
  table: TableShape,
  lines: readonly string[],
): Promise<void> {
  const columns = table.columns.map(({ name }) => quoted(name)).join(', ');
  const values = table.columns.map(({ type }, index) => `(r ->> ${index})::${type}`).join(', ');
  await client.query(
    `insert into ${quoted(table.name)} (${columns}) overriding system value
     select ${values} from json_array_elements($1::json) r`,
    [`[${lines.join(',')}]`],
  );
}
