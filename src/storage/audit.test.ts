import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines, type TestDatabase, testDatabase } from '../../test/database.ts';
import { recordAudit, sealAllAudit, sealAudit } from './audit.ts';
import { INSTALLATION, uuidv7 } from './ids.ts';
import { withClient } from './pool.ts';
import { verifyAudit } from './verify-audit.ts';

describe.each(engines())('the audit on PostgreSQL %s', (engine) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase(engine);
  });
  afterAll(() => database.store.close());

  /** An agency with two seals of three and two events. */
  async function sealedAgency(): Promise<string> {
    const { store } = database;
    const id = uuidv7();
    const record = (recordId: string) =>
      store.transaction({ agencies: [id] }, (tx) =>
        recordAudit(tx, {
          agencyId: id,
          action: 'directive.extend',
          recordKind: 'directive',
          recordId,
          detail: { to: '2026-12-31' },
        }),
      );
    await store.installation((tx) =>
      tx.insertInto('agency').values({ id, name: 'Sở', short_name: 'Sở', sign: 'S' }).execute(),
    );
    for (const name of ['a', 'b', 'c']) await record(name);
    expect((await sealAudit(store, id)).seal).toBe(1);
    for (const name of ['d', 'e']) await record(name);
    expect((await sealAudit(store, id)).seal).toBe(2);
    return id;
  }

  /** Does what only the owner can, as an intruder with the owner's password would. */
  function tamper(command: string, parameters: unknown[]): Promise<pg.QueryResult> {
    return withClient(database.ownerUrl, async (client) => {
      await client.query("set app.agencies = '*'");
      return client.query(command, parameters);
    });
  }

  const reasons = async (agency: string) =>
    (await verifyAudit(database.store, [agency])).broken.map(({ seal, reason }) => `${seal}: ${reason}`);

  it('holds when nothing was touched, and seals nothing twice', async () => {
    const agency = await sealedAgency();
    const head = await sealAudit(database.store, agency, true);
    expect(head.seal).toBe(2);
    const report = await verifyAudit(database.store, [agency]);
    expect(report).toEqual({ ok: true, events: 5, seals: 2, broken: [], heads: [head] });
  });

  it('finds a changed event', async () => {
    const agency = await sealedAgency();
    await tamper(
      `update audit_event set detail = '{"to": "2027-01-31"}' where agency_id = $1 and record_id = 'b'`,
      [agency],
    );
    expect(await reasons(agency)).toEqual(['1: có sự kiện hoặc niêm phong đã bị sửa']);
  });

  const other: Record<string, string> = {
    uuid: 'gen_random_uuid()',
    text: "'khác'",
    jsonb: `'{"to": "khác"}'`,
    'timestamp with time zone': "now() + interval '1 second'",
    bigint: '7',
    'ARRAY[]': "array['00000000-0000-7000-8000-000000000000']::uuid[]",
  };

  it('finds a change of any column of an event or a seal', async () => {
    const { rows: columns } = await tamper(
      `select table_name as t, column_name as c, data_type as type from information_schema.columns
       where table_name in ('audit_event', 'audit_seal') and column_name <> 'agency_id'`,
      [],
    );
    expect(columns.length).toBeGreaterThan(12);
    for (const { t, c, type } of columns) {
      const agency = await sealedAgency();
      const one = t === 'audit_event' ? "record_id = 'b'" : 'number = 1';
      const value = other[type === 'ARRAY' ? 'ARRAY[]' : type];
      await tamper(`update ${t} set ${c} = ${value} where agency_id = $1 and ${one}`, [agency]);
      expect(await reasons(agency), `${t}.${c}`).not.toEqual([]);
    }
  });

  it('finds a removed event and a removed seal', async () => {
    const agency = await sealedAgency();
    await tamper("delete from audit_event where agency_id = $1 and record_id = 'e'", [agency]);
    expect(await reasons(agency)).toEqual(['2: mất 1 sự kiện']);
    await tamper('delete from audit_seal where agency_id = $1 and number = 1', [agency]);
    expect(await reasons(agency)).toContain('2: thiếu niêm phong 1 đến 1');
  });

  it('finds an event put in with an earlier time, before and after it is sealed', async () => {
    const agency = await sealedAgency();
    await tamper(
      `insert into audit_event (agency_id, id, recorded_at, action, record_kind, record_id, detail)
       values ($1, $2, now() - interval '1 hour', 'x', 'x', 'x', '{}')`,
      [agency, uuidv7()],
    );
    expect(await reasons(agency)).toEqual(['–: 1 sự kiện được chèn thêm ngoài các niêm phong']);
    await sealAudit(database.store, agency);
    expect(await reasons(agency)).toEqual(['3: 1 sự kiện được chèn thêm với thời điểm lùi về trước']);
  });

  it('finds a seal written anew after its events were changed', async () => {
    const agency = await sealedAgency();
    await tamper("update audit_seal set hash = repeat('1', 64) where agency_id = $1 and number = 1", [
      agency,
    ]);
    expect(await reasons(agency)).toEqual([
      '1: có sự kiện hoặc niêm phong đã bị sửa',
      '2: không nối tiếp niêm phong trước',
    ]);
  });

  it('seals an event that commits after a younger one was sealed', async () => {
    const { store } = database;
    const id = await sealedAgency();
    const event = (recordId: string) => ({ agencyId: id, action: 'x', recordKind: 'x', recordId });
    await store.transaction({ agencies: [id] }, async (late) => {
      await recordAudit(late, event('late'));
      await store.transaction({ agencies: [id] }, (tx) => recordAudit(tx, event('young')));
      expect((await sealAudit(store, id)).seal).toBe(3);
    });
    expect((await sealAudit(store, id)).seal).toBe(4);
    expect(await verifyAudit(store, [id])).toMatchObject({ ok: true, events: 7, seals: 4 });
  });

  it('seals one chain when several processes do it at once, in batches', async () => {
    const { store } = database;
    await tamper(
      `insert into audit_event (agency_id, id, action, record_kind, record_id, detail)
       select $1, gen_random_uuid(), 'x', 'x', 'x', '{}' from generate_series(1, 2100)`,
      [INSTALLATION],
    );
    await Promise.all([1, 2, 3].map(() => sealAllAudit(store)));
    expect(await verifyAudit(store, [INSTALLATION])).toMatchObject({ ok: true, events: 2100, seals: 2 });
  });
});
