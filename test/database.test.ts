import { afterAll, describe, expect, it } from 'vitest';
import { uuidv7 } from '../src/storage/ids.ts';
import { engines, testDatabase } from './database.ts';

describe.each(engines())('a test database on PostgreSQL %s', (engine) => {
  const opened: { close(): Promise<void> }[] = [];
  afterAll(() => Promise.all(opened.map((store) => store.close())));

  it('is migrated and separate from the next one', async () => {
    const [one, other] = await Promise.all([testDatabase(engine), testDatabase(engine)]);
    opened.push(one.store, other.store);
    const agency = { id: uuidv7(), name: 'Sở Thử nghiệm', short_name: 'Thử nghiệm', sign: 'STN' };
    await one.store.installation((tx) => tx.insertInto('agency').values(agency).execute());
    const seen = (store: typeof one.store) =>
      store.installation((tx) => tx.selectFrom('agency').select('sign').execute());
    expect(await seen(one.store)).toEqual([{ sign: 'STN' }]);
    expect(await seen(other.store)).toEqual([]);
  });
});

if (!engines().includes('15')) {
  it('leaves out PostgreSQL 15: not installed here', () => {
    process.stderr.write('Left out: storage tests on PostgreSQL 15 (set TRONGTAM_PG15_BIN)\n');
  });
}
