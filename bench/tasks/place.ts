import { buildContext } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { founder, newAgencyId } from '../../src/features/agencies/found.ts';
import { type Actor, type Context, command, systemActor } from '../../src/features/context.ts';
import { insertUnit } from '../../src/features/organisation/units.ts';
import { startEmbedded } from '../../src/storage/launcher/embedded.ts';
import { migrate } from '../../src/storage/migrate.ts';
import { openStore } from '../../src/storage/store.ts';

/** A migrated database in a folder with the program's context over it; to be left. */
export async function openPlace(dataDir: string) {
  const database = await startEmbedded({ dataDir, env: {}, log: () => undefined });
  await migrate(database.ownerUrl, 'trongtam_app');
  const silent = { info: () => undefined, error: () => undefined };
  const store = openStore(database.appUrl);
  const { ctx, close } = buildContext(
    { store, appUrl: database.appUrl, config: readConfig({}, { dataDir }) },
    silent,
  );
  const leave = async () => {
    await close();
    await database.stop();
  };
  return { ctx, database, leave };
}

/** An agency with one unit, and who founded it. */
export async function foundAgency(
  ctx: Context,
  unitName: string,
): Promise<{ agencyId: string; unitId: string; system: Actor }> {
  const agencyId = newAgencyId();
  const system = founder(systemActor([agencyId]), agencyId);
  const about = { action: 'agency.created', recordKind: 'agency', recordId: agencyId };
  const unitId = await command(ctx, system, about, async (tx) => {
    const named = { name: 'Sở Khoa học và Công nghệ', short_name: 'Sở KH&CN', sign: 'SKHCN' };
    await tx
      .insertInto('agency')
      .values({ id: agencyId, ...named })
      .execute();
    return insertUnit(tx, ctx, system, { name: unitName, abbreviation: 'QLKH', openedOn: '2000-01-01' });
  });
  return { agencyId, unitId, system };
}
