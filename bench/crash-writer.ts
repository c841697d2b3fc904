import { recordAudit } from '../src/storage/audit.ts';
import { uuidv7 } from '../src/storage/ids.ts';
import { startDatabase } from '../src/storage/launcher.ts';
import { migrate } from '../src/storage/migrate.ts';
import { json } from '../src/storage/schema/foundation.ts';
import { openStore, type Store } from '../src/storage/store.ts';

/** Started by `crash.ts`: writes pairs of rows until it is killed, and prints an id once its transaction is committed. */
const [dataDir, agencyId] = process.argv.slice(2) as [string, string];

async function writePairs(store: Store): Promise<never> {
  for (;;) {
    const id = uuidv7();
    await store.transaction({ agencies: [agencyId] }, async (tx) => {
      const row = {
        agency_id: agencyId,
        id,
        key: 'crash',
        value: json(id),
        from_day: '2026-01-01',
        recorded_by: null,
      };
      await tx.insertInto('setting').values(row).execute();
      await recordAudit(tx, { agencyId, action: 'crash', recordKind: 'setting', recordId: id });
    });
    process.stdout.write(`${id}\n`);
  }
}

const database = await startDatabase({ dataDir, env: {}, log: () => undefined });
await migrate(database.ownerUrl, database.appRole);
const store = openStore(database.appUrl);
await Promise.all(Array.from({ length: 4 }, () => writePairs(store)));
