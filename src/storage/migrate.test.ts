import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type TestDatabase, testDatabase } from '../../test/database.ts';
import { migrate, pendingMigrations, readMigrations } from './migrate.ts';
import { withClient } from './pool.ts';

describe.each(engines())('the schema on PostgreSQL %s', (engine) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase(engine);
  });
  afterAll(() => database.store.close());

  /** Names of the objects a query finds that break a rule. */
  const breaking = (query: string) =>
    withClient(database.ownerUrl, async (client) =>
      (await client.query<{ name: string }>(query)).rows.map(({ name }) => name),
    );
  const tenantTables =
    "select oid, relname from pg_class where obj_description(oid, 'pg_class') like 'tenant%'";

  it('says of every table whose rows it holds', async () => {
    const silent = `select relname as name from pg_class c join pg_namespace n on n.oid = relnamespace
      where relkind in ('r', 'p') and nspname = 'public' and relname <> 'migration'
        and obj_description(c.oid, 'pg_class') is null`;
    expect(await breaking(silent)).toEqual([]);
    expect(
      (await breaking("select relname as name from pg_class where relname = 'audit_event'")).length,
    ).toBe(1);
  });

  it('has agency_id first in every key and reference of the agencies’ tables', async () => {
    const keys = `with t as (${tenantTables}) select k.conname as name from pg_constraint k join t on t.oid = k.conrelid
      join pg_attribute a on a.attrelid = t.oid and a.attnum = k.conkey[1]
      where k.contype in ('p', 'u', 'f') and a.attname <> 'agency_id'`;
    expect(await breaking(keys)).toEqual([]);
    const unique = `with t as (${tenantTables}) select i.indexrelid::regclass::text as name from pg_index i
      join t on t.oid = i.indrelid join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
      where i.indisunique and a.attname <> 'agency_id'`;
    expect(await breaking(unique)).toEqual([]);
  });

  it('has row-level security in force on the agencies’ tables', async () => {
    const open = `with t as (${tenantTables}) select t.relname as name from t join pg_class c using (oid)
      where not (c.relrowsecurity and c.relforcerowsecurity)`;
    expect(await breaking(open)).toEqual([]);
  });

  it('has no triggers, no sequences and no identity columns', async () => {
    expect(await breaking('select tgname as name from pg_trigger where not tgisinternal')).toEqual([]);
    expect(await breaking("select relname as name from pg_class where relkind = 'S'")).toEqual([]);
  });

  it('uses a text index although row-level security stands before it', async () => {
    const agency = crypto.randomUUID();
    await withClient(database.ownerUrl, (client) =>
      client.query(`begin; set local app.role = 'trongtam_app'; set local app.agencies = '*';
        create table probe (agency_id uuid, id int, search tsvector, primary key (agency_id, id));
        select tenant_table('probe');
        insert into probe select '${agency}', n, to_tsvector('simple', 'word' || n) from generate_series(1, 5000) n;
        create index probe_search on probe using gin (search); commit; analyze probe`),
    );
    const plan = await withClient(database.appUrl, async (client) => {
      await client.query(`set app.agencies = '{${agency}}'`);
      const { rows } = await client.query(
        `explain select from probe where agency_id = '${agency}' and search @@ phraseto_tsquery('simple', 'word7')`,
      );
      return JSON.stringify(rows);
    });
    expect(plan).toContain('probe_search');
  });

  it('is not migrated twice', async () => {
    expect(await migrate(database.ownerUrl, 'trongtam_app')).toEqual([]);
  });

  it('works with one role, which then may change everything but still sees only its scope', async () => {
    const single = await testDatabase(engine, 'empty');
    const racing = await Promise.all([1, 2].map(() => migrate(single.ownerUrl, 'trongtam_owner')));
    const all = (await readMigrations()).map(({ name }) => name);
    expect(racing.toSorted((a, b) => a.length - b.length)).toEqual([[], all]);
    await withClient(single.ownerUrl, async (client) => {
      const agency = crypto.randomUUID();
      await client.query(`set app.agencies = '{${agency}}'`);
      await client.query("insert into counter values ($1, 'in', 2026, 1)", [agency]);
      await client.query("set app.agencies = '{}'");
      expect((await client.query('select from counter')).rowCount).toBe(0);
    });
    await single.store.close();
  });
});

describe('the list of migrations', () => {
  const step = (name: string, hash = name) => ({ name, hash, sql: '' });

  it('runs what is missing', () => {
    expect(pendingMigrations([step('1'), step('2')], [step('1')])).toEqual([step('2')]);
  });

  it('refuses a database of a newer program, or one migrated by other words', () => {
    expect(() => pendingMigrations([step('1')], [step('1'), step('2')])).toThrow(/phiên bản mới hơn/);
    expect(() => pendingMigrations([step('1')], [step('1', 'changed')])).toThrow(/khác với bước đã chạy/);
  });
});
