import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type pg from 'pg';
import { withClient } from './pool.ts';

/** One numbered file of `migrations/`. */
export interface Migration {
  /** «0001_foundation» */
  name: string;
  sql: string;
  /** SHA-256 of the file, hexadecimal. */
  hash: string;
}

export type MigrationRecord = Pick<Migration, 'name' | 'hash'>;

/** Stored schema and this program do not fit; the message is for the administrator. */
export class MigrationError extends Error {
  override name = 'MigrationError';
}

/** Any fixed number: the key of the lock under which one process migrates. */
const lockKey = 8_686_001;
const folder = new URL('./migrations/', import.meta.url);

/** All migrations of this program in order. */
export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_\w+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (file) => {
      const sql = await readFile(new URL(file, folder), 'utf8');
      return { name: file.replace(/\.sql$/, ''), sql, hash: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** Migrations the database has had; none when it is new. */
export async function appliedMigrations(client: pg.ClientBase): Promise<MigrationRecord[]> {
  const { rows: found } = await client.query("select to_regclass('public.migration') is not null as exists");
  if (!found[0].exists) return [];
  return (await client.query('select name, hash from migration order by name')).rows;
}

/** Migrations still to run, in order. @throws MigrationError when the database had others than this program has. */
export function pendingMigrations(
  all: readonly Migration[],
  applied: readonly MigrationRecord[],
): Migration[] {
  for (const [index, had] of applied.entries()) {
    const ours = all[index];
    if (ours?.name !== had.name) {
      throw new MigrationError(
        `Cơ sở dữ liệu đã có bước nâng cấp «${had.name}» mà chương trình này không có. Hãy chạy phiên bản mới hơn của Trọng Tâm.`,
      );
    }
    if (ours.hash !== had.hash) {
      throw new MigrationError(
        `Bước nâng cấp «${had.name}» khác với bước đã chạy trên cơ sở dữ liệu. Hãy cài lại đúng phiên bản của Trọng Tâm.`,
      );
    }
  }
  return all.slice(applied.length);
}

async function run(client: pg.ClientBase, migration: Migration, appRole: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query("select set_config('app.role', $1, true)", [appRole]);
    await client.query(migration.sql);
    await client.query('insert into migration (name, hash) values ($1, $2)', [
      migration.name,
      migration.hash,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new MigrationError(`Bước nâng cấp «${migration.name}» không chạy được: ${String(error)}`, {
      cause: error,
    });
  }
}

/**
 * Brings the database to this program's schema, each migration in its own transaction, one process at a time.
 * @param ownerUrl the role that owns the tables
 * @param appRole the role the application works as; the same name as the owner when there is only one
 * @param upTo last migration to run (a restore stops at the backup's); all when absent
 * @returns names of the migrations run now
 * @throws MigrationError
 */
export async function migrate(ownerUrl: string, appRole: string, upTo?: string): Promise<string[]> {
  const all = await readMigrations();
  return withClient(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const pending = pendingMigrations(all, await appliedMigrations(client));
    if (pending.length === 0) return [];
    await client.query(
      'create table if not exists migration (name text primary key, hash text not null, run_at timestamptz not null default now())',
    );
    const done: string[] = [];
    for (const migration of pending) {
      if (upTo !== undefined && migration.name > upTo) break;
      await run(client, migration, appRole);
      done.push(migration.name);
    }
    return done;
  });
}
