import { tmpdir } from 'node:os';
import { afterAll, describe, expect, it } from 'vitest';
import { engines, type TestDatabase, testDatabase } from '../../test/database.ts';
import { recordAudit } from './audit.ts';
import { examineDatabase } from './doctor.ts';
import { INSTALLATION } from './ids.ts';
import { migrate } from './migrate.ts';
import { withClient } from './pool.ts';

const opened: TestDatabase[] = [];
afterAll(() => Promise.all(opened.map(({ store }) => store.close())));

describe.each(engines())('the doctor on PostgreSQL %s', (engine) => {
  async function open(kind?: 'empty'): Promise<TestDatabase> {
    const database = await testDatabase(engine, kind);
    opened.push(database);
    return database;
  }
  const unwell = async (ownerUrl: string, appUrl: string, appRole: string) => {
    const rest = { kind: 'server', dataDir: tmpdir(), stop: async () => undefined } as const;
    const checks = await examineDatabase({ ownerUrl, appUrl, appRole, ...rest });
    // The disk of the machine that runs the tests is no matter of ours.
    return checks
      .filter(({ ok, name }) => !ok && name !== 'Đĩa')
      .map(({ name, message }) => `${name}: ${message}`);
  };

  it('finds nothing wrong with a database of ours', async () => {
    const { ownerUrl, appUrl } = await open();
    expect(await unwell(ownerUrl, appUrl, 'trongtam_app')).toEqual([]);
  });

  it('says what a single role leaves open', async () => {
    const { ownerUrl } = await open('empty');
    await migrate(ownerUrl, 'trongtam_owner');
    const [roles, grants, ...rest] = await unwell(ownerUrl, ownerUrl, 'trongtam_owner');
    expect(roles).toMatch(/^Tài khoản: Chỉ có một tài khoản .*DATABASE_ADMIN_URL/);
    expect(grants).toMatch(/^Chỉ ghi thêm: .*audit_event/);
    expect(rest).toEqual([]);
  });

  it('finds pending migrations, a wall taken down and events that stay unsealed', async () => {
    const { ownerUrl, appUrl, store } = await open();
    await store.installation((tx) =>
      recordAudit(tx, { agencyId: INSTALLATION, action: 'x', recordKind: 'x', recordId: 'x' }),
    );
    await withClient(ownerUrl, (client) =>
      client.query(`set app.agencies = '*'; update audit_event set recorded_at = now() - interval '1 hour';
        alter table setting no force row level security;
        delete from migration where name = (select max(name) from migration)`),
    );
    const found = await unwell(ownerUrl, appUrl, 'trongtam_app');
    expect(found.join('\n')).toMatch(
      /Nâng cấp: .*\nTường giữa các cơ quan: .*setting.*\nNiêm phong nhật ký: .*60 phút/,
    );
    expect(found).toHaveLength(3);
  });
});
