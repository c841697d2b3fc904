import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type TestDatabase, testDatabase } from '../../test/database.ts';
import { nextNumber } from './counters.ts';
import { uuidv7 } from './ids.ts';
import { withClient } from './pool.ts';
import { json } from './schema/foundation.ts';
import { notify, openStore, type Tx } from './store.ts';

describe.each(engines())('the store on PostgreSQL %s', (engine) => {
  let database: TestDatabase;
  const [own, other] = [uuidv7(), uuidv7()];
  beforeAll(async () => {
    database = await testDatabase(engine);
  });
  afterAll(() => database.store.close());

  const setting = (agency: string, key: string) => ({
    agency_id: agency,
    id: uuidv7(),
    key,
    value: json(['một', 2]),
    from_day: '2026-02-28',
    recorded_by: null,
  });
  const keys = (tx: Tx) => tx.selectFrom('setting').select('key').orderBy('key').execute();

  it('shows no row of an agency outside the scope, even without a WHERE', async () => {
    const { store } = database;
    await store.transaction({ agencies: [own] }, (tx) =>
      tx.insertInto('setting').values(setting(own, 'a')).execute(),
    );
    await store.transaction({ agencies: [other] }, (tx) =>
      tx.insertInto('setting').values(setting(other, 'b')).execute(),
    );
    expect(await store.read({ agencies: [own] }, keys)).toEqual([{ key: 'a' }]);
    expect(await store.read({ agencies: [own, other] }, keys)).toEqual([{ key: 'a' }, { key: 'b' }]);
    expect(await store.read({ agencies: [] }, keys)).toEqual([]);
    expect(await store.installation(keys)).toEqual([]);
  });

  it('writes no row for an agency outside the scope', async () => {
    const foreign = database.store.transaction({ agencies: [own] }, (tx) =>
      tx.insertInto('setting').values(setting(other, 'c')).execute(),
    );
    await expect(foreign).rejects.toThrow(/row-level security/);
  });

  it('does not let the application change or remove what is append-only, nor widen its scope', async () => {
    const { store } = database;
    const scope = { agencies: [own] };
    const change = store.transaction(scope, (tx) => tx.updateTable('setting').set({ key: 'z' }).execute());
    await expect(change).rejects.toThrow(/permission denied/);
    const remove = store.transaction(scope, (tx) => tx.deleteFrom('audit_event').execute());
    await expect(remove).rejects.toThrow(/permission denied/);
    const everything = store.transaction(scope, async (tx) => {
      await sql`set local app.agencies = '*'`.execute(tx);
      return keys(tx);
    });
    expect(await everything).toEqual([]);
    await expect(store.read({ agencies: ["'}'; select 1; --"] }, keys)).rejects.toThrow(/Not an agency id/);
  });

  it('keeps the scope to its transaction', async () => {
    const single = openStore(database.appUrl, 1);
    await single.read({ agencies: [own] }, keys);
    const left = await withClient(
      database.appUrl,
      async (client) => (await client.query('select key from setting')).rows,
    );
    expect(left).toEqual([]);
    expect(await single.read({ agencies: [] }, keys)).toEqual([]);
    await single.close();
  });

  it('reads in one snapshot and refuses writing there', async () => {
    const { store } = database;
    const write = store.read({ agencies: [own] }, (tx) =>
      tx.insertInto('setting').values(setting(own, 'd')).execute(),
    );
    await expect(write).rejects.toThrow(/read-only/);
  });

  it('hands out values as text, numbers and JSON, not as dates of JavaScript', async () => {
    const row = await database.store.read({ agencies: [own] }, (tx) =>
      tx
        .selectFrom('setting')
        .select(['value', 'from_day', 'recorded_at'])
        .select((eb) => [
          eb.fn.countAll<number>().over().as('count'),
          sql<string>`123456789012345.67::numeric`.as('exact'),
          sql<string[]>`array[${own}]::uuid[]`.as('ids'),
        ])
        .executeTakeFirstOrThrow(),
    );
    expect(row).toMatchObject({ value: ['một', 2], from_day: '2026-02-28', count: 1, ids: [own] });
    expect(row.exact).toBe('123456789012345.67');
    expect(Temporal.Instant.from(row.recorded_at).toString()).toMatch(/^20/);
  });

  it('runs deadlocked work again', async () => {
    const { store } = database;
    const scope = { agencies: [own] };
    const raise = (tx: Tx, series: string) => nextNumber(tx, own, series, 2020);
    let attempts = 0;
    let holding = 0;
    const both = Promise.withResolvers<void>();
    const cross = (first: string, second: string) =>
      store.transaction(scope, async (tx) => {
        attempts += 1;
        await raise(tx, first);
        // Each holds what the other is about to ask for.
        holding += 1;
        if (holding === 2) both.resolve();
        await both.promise;
        await raise(tx, second);
      });
    await Promise.all([cross('x', 'y'), cross('y', 'x')]);
    expect(attempts).toBeGreaterThan(2);
    expect(await store.transaction(scope, (tx) => raise(tx, 'x'))).toBe(3);
  });

  it('gives gap-free numbers to many at once, and gives back those of failed transactions', async () => {
    const { store } = database;
    const take = (fails: boolean) =>
      store.transaction({ agencies: [own] }, async (tx) => {
        const number = await nextNumber(tx, own, 'incoming', 2026);
        if (fails) throw new Error('given up');
        return number;
      });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 60 }, (_, index) => take(index % 3 === 0)),
    );
    const numbers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(await store.transaction({ agencies: [own] }, (tx) => nextNumber(tx, own, 'incoming', 2027))).toBe(
      1,
    );
  });

  it('tells listeners of committed transactions only', async () => {
    const { store } = database;
    const heard: string[] = [];
    const two = Promise.withResolvers<void>();
    const stop = await store.listen('news', (payload) => {
      heard.push(payload);
      if (heard.length === 2) two.resolve();
    });
    await store.installation((tx) => notify(tx, 'news', 'one'));
    const failed = store.installation(async (tx) => {
      await notify(tx, 'news', 'lost');
      throw new Error('rolled back');
    });
    await expect(failed).rejects.toThrow('rolled back');
    await store.installation((tx) => notify(tx, 'news', 'two'));
    await two.promise;
    expect(heard).toEqual(['one', 'two']);
    await stop();
  });

  it('listens again after its connection broke, and says when the gap began and ended', async () => {
    const { store, appUrl } = database;
    const heard: string[] = [];
    const back = Promise.withResolvers<void>();
    await store.listen('again', (payload) => {
      heard.push(payload);
      if (payload === 'back') back.resolve();
    });
    const listening = "query like 'listen%again%'";
    await withClient(appUrl, (client) =>
      client.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${listening}`),
    );
    const repeat = setInterval(() => void store.installation((tx) => notify(tx, 'again', 'back')), 50);
    await back.promise;
    clearInterval(repeat);
    expect(heard.slice(0, 3)).toEqual(['', '', 'back']);
  });
});
