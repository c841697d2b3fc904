import { afterAll, describe, expect, it } from 'vitest';
import { engines, type TestDatabase, testDatabase } from '../../test/database.ts';
import { uuidv7 } from './ids.ts';
import { migrate } from './migrate.ts';
import { withClient } from './pool.ts';

const opened: TestDatabase[] = [];
afterAll(() => Promise.all(opened.map(({ store }) => store.close())));

describe.each(engines())('rows of the register on PostgreSQL %s', (engine) => {
  it('are told by the migration when they were accepted and last touched; a retracted acceptance is none', async () => {
    const database = await testDatabase(engine, 'empty');
    opened.push(database);
    const { ownerUrl } = database;
    await migrate(ownerUrl, 'trongtam_app', '0011_imports');
    const agency = uuidv7();
    const taken = uuidv7();
    const courses = {
      accepted: [
        ['2026-01-05', '2026-01-05T01:00:00Z', { kind: 'given' }],
        ['2026-02-06', '2026-02-06T01:00:00Z', { kind: 'accepted' }],
        ['2026-01-20', '2026-03-01T01:00:00.5Z', { kind: 'evidenced' }],
      ],
      retracted: [
        ['2026-01-05', '2026-01-05T01:00:00Z', { kind: 'given' }],
        ['2026-02-06', '2026-02-06T01:00:00Z', { kind: 'accepted' }, taken],
        ['2026-02-06', '2026-02-09T01:00:00Z', { kind: 'retracted', supersedes: taken }],
      ],
      untold: [],
    } as const;
    await withClient(ownerUrl, async (client) => {
      await client.query(`set app.agencies = '*'`);
      for (const [words, facts] of Object.entries(courses)) {
        const id = uuidv7();
        await client.query(
          `insert into directive (agency_id, id, ordinal, spans, outline, words, action, kind, recorded_at, fold)
           values ($1, $2, 1, '[]', '[]', $3, 'x', 'do', now(), 'x')`,
          [agency, id, words],
        );
        await client.query(
          `insert into directive_now (agency_id, directive_id, coordinating, unit_ids, deadline, deadline_kind, given_on, version, kind)
           values ($1, $2, '[]', '{}', '{}', 'none', '2026-01-05', 1, 'do')`,
          [agency, id],
        );
        for (const [happenedOn, recordedAt, body, factId = uuidv7()] of facts)
          await client.query(
            `insert into directive_fact (agency_id, id, directive_id, happened_on, recorded_at, body) values ($1, $2, $3, $4, $5, $6)`,
            [agency, factId, id, happenedOn, recordedAt, JSON.stringify(body)],
          );
      }
    });
    await migrate(ownerUrl, 'trongtam_app');
    const told = await withClient(ownerUrl, async (client) => {
      await client.query(`set app.agencies = '*'`);
      const { rows } = await client.query(
        `select d.words, n.accepted_on::text, n.last_on::text, n.last_recorded_at::text from directive_now n
         join directive d on d.agency_id = n.agency_id and d.id = n.directive_id order by d.words`,
      );
      return rows as unknown[];
    });
    expect(told).toEqual([
      {
        words: 'accepted',
        accepted_on: '2026-02-06',
        last_on: '2026-02-06',
        last_recorded_at: '2026-03-01 01:00:00.5+00',
      },
      {
        words: 'retracted',
        accepted_on: null,
        last_on: '2026-02-06',
        last_recorded_at: '2026-02-09 01:00:00+00',
      },
      { words: 'untold', accepted_on: null, last_on: 'infinity', last_recorded_at: 'infinity' },
    ]);
  });
});
