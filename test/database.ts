import { inject } from 'vitest';
import { uuidv7 } from '../src/storage/ids.ts';
import { withClient } from '../src/storage/pool.ts';
import { openStore, type Store } from '../src/storage/store.ts';

/** A database of its own for a test file: all migrations run, no rows. */
export interface TestDatabase {
  store: Store;
  ownerUrl: string;
  appUrl: string;
}

export type Engine = '18' | '15';

function withDatabase(url: string, name: string): string {
  return url.replace(/\/trongtam\?/, `/${name}?`);
}

/** Engines the storage tests run on here; without an installed PostgreSQL 15 only the embedded one. */
export function engines(): Engine[] {
  const started = inject('clusters');
  return (['18', '15'] as const).filter((engine) => engine in started);
}

/**
 * Clones the migrated template, in about 50 ms. Never dropped: the whole cluster goes away after the run. Close the
 * store in `afterAll`.
 * @param kind «migrated» as the application finds it; «empty» without any table, as a restore finds it
 */
export async function testDatabase(
  engine: Engine = '18',
  kind: 'migrated' | 'empty' = 'migrated',
): Promise<TestDatabase> {
  const urls = inject('clusters')[engine];
  if (!urls) throw new Error(`No PostgreSQL ${engine} in this run`);
  const name = `test_${uuidv7().replaceAll('-', '')}`;
  const template = kind === 'migrated' ? 'trongtam' : 'template1';
  await withClient(withDatabase(urls.superuserUrl, 'postgres'), async (client) => {
    // One clone at a time: two would disturb each other at the template.
    await client.query('select pg_advisory_lock(1)');
    await client.query(`create database ${name} template ${template} strategy wal_log owner trongtam_owner`);
  });
  const appUrl = withDatabase(urls.appUrl, name);
  return { store: openStore(appUrl, 4), ownerUrl: withDatabase(urls.ownerUrl, name), appUrl };
}
