import { tmpdir } from 'node:os';
import { afterAll, describe, expect, it } from 'vitest';
import { engines, type TestDatabase, testDatabase } from '../../test/database.ts';
import { examineDatabase } from './doctor.ts';
import { uuidv7 } from './ids.ts';
import { migrate } from './migrate.ts';
import { withClient } from './pool.ts';
import { countDifferences, recount } from './rollup.ts';

const opened: TestDatabase[] = [];
afterAll(() => Promise.all(opened.map(({ store }) => store.close())));

/** Of each row: phase, suspended, kind, deadline, last day, closed on, origin. */
const standing = [
  ['given', false, 'do', 'date', '2026-01-05', null, 'word'],
  ['given', false, 'do', 'date', '2026-01-05', null, 'part'],
  ['received', false, 'do', 'date', '2999-01-05', null, 'word'],
  ['returned', false, 'do', 'date', '2026-01-05', null, 'word'],
  ['accepted', false, 'do', 'date', '2026-01-05', '2026-01-06', 'word'],
  ['accepted', false, 'do', 'date', '2026-01-05', '2026-01-05', 'word'],
  ['given', true, 'do', 'none', null, null, 'word'],
  ['given', false, 'standing', 'none', null, null, 'word'],
  ['given', false, 'do', 'relative', null, null, 'word'],
] as const;

describe.each(engines())('the roll-up of PostgreSQL %s', (engine) => {
  it('is filled by its migration from what stands, and counted anew where it has come to differ', async () => {
    const database = await testDatabase(engine, 'empty');
    opened.push(database);
    const { ownerUrl, appUrl } = database;
    await migrate(ownerUrl, 'trongtam_app', '0009_urging_in_stead');
    const agency = uuidv7();
    const unit = uuidv7();
    await withClient(ownerUrl, async (client) => {
      await client.query(`set app.agencies = '*'`);
      for (const [at, row] of standing.entries()) {
        const id = uuidv7();
        await client.query(
          `insert into directive (agency_id, id, ordinal, spans, outline, words, action, kind, recorded_at, fold)
           values ($1, $2, 1, '[]', '[]', 'x', 'x', $3, now(), 'x')`,
          [agency, id, row[2]],
        );
        await client.query(
          `insert into directive_now (agency_id, directive_id, lead_unit_id, coordinating, unit_ids, deadline, given_on, version,
             phase, suspended, kind, deadline_kind, due, closed_on, origin)
           values ($1, $2, $3, '[]', '{}', '{}', '2026-01-01', 1, $4, $5, $6, $7, $8, $9, $10)`,
          [agency, id, at % 2 === 0 ? unit : null, ...row],
        );
      }
    });
    await migrate(ownerUrl, 'trongtam_app');

    const differ = () =>
      withClient(ownerUrl, async (client) => {
        await client.query(`set app.agencies = '*'`);
        return countDifferences(client);
      });
    const told = async () => {
      const rest = { kind: 'server', dataDir: tmpdir(), stop: async () => undefined } as const;
      const checks = await examineDatabase({ ownerUrl, appUrl, appRole: 'trongtam_app', ...rest });
      return checks.find(({ name }) => name === 'Số đếm sẵn');
    };
    expect(await differ()).toBe(0);
    expect(await told()).toMatchObject({ ok: true });

    await withClient(ownerUrl, (client) =>
      client.query(`set app.agencies = '*'; update directive_rollup set count = count + 1 where bucket = 'dated';
        delete from directive_rollup where bucket = 'suspended'`),
    );
    expect(await differ()).toBe(4);
    expect(await told()).toMatchObject({ ok: false, message: expect.stringContaining('--recount') });
    await withClient(ownerUrl, recount);
    expect(await told()).toMatchObject({ ok: true });
  });

  it('is answered by its index alone', async () => {
    const database = await testDatabase(engine);
    opened.push(database);
    const plan = await withClient(database.ownerUrl, async (client) => {
      await client.query(`set app.agencies = '*';
        insert into directive_rollup select '${uuidv7()}', date '2026-01-01' + n, '${uuidv7()}', 'dated', gen_random_uuid(), 1
          from generate_series(1, 5000) n`);
      await client.query('vacuum analyze directive_rollup');
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `explain select agency_id, lead_unit_id, bucket, sum(count) from directive_rollup
         where agency_id = '${uuidv7()}' and due <= '2026-02-01' group by 1, 2, 3`,
      );
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).toMatch(/Index Only Scan using directive_rollup_pkey/);
  });
});
