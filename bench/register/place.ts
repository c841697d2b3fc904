import { buildContext } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { founder, newAgencyId } from '../../src/features/agencies/found.ts';
import { systemActor } from '../../src/features/context.ts';
import { insertPerson, insertPost } from '../../src/features/organisation/persons.ts';
import { insertUnit } from '../../src/features/organisation/units.ts';
import { insertAccount, joinPerson } from '../../src/features/session/accounts.ts';
import { startEmbedded } from '../../src/storage/launcher/embedded.ts';
import { migrate } from '../../src/storage/migrate.ts';
import { withClient } from '../../src/storage/pool.ts';
import { fillRollup } from '../../src/storage/rollup.ts';
import { openStore } from '../../src/storage/store.ts';
import { load, type Place } from './load.ts';
import { agencyNames, unitNames } from './tasks.ts';

export const account = { userName: 'vanphong', password: 'một mật khẩu để đo' };
/** Looks into all agencies from above. */
export const superior = { userName: 'captren', password: account.password };

/** What was loaded, and of the first agency the ids the loads ask for. */
export interface Loaded {
  counts: number[];
  place: Place;
  /** Directives of the first agency. */
  all: string[];
  /** Of those, the ones not yet over, which an act can change. */
  open: string[];
}

/**
 * A data directory as an installation has it after years: 34 agencies founded through the product's own functions,
 * one account in the first and one of a superior authority, the directives through COPY.
 */
export async function makeInstallation(
  dataDir: string,
  { count, firstAtLeast }: { count: number; firstAtLeast: number },
): Promise<Loaded> {
  const database = await startEmbedded({ dataDir, env: {}, log: () => undefined });
  try {
    await migrate(database.ownerUrl, 'trongtam_app');
    const { places, today } = await foundAgencies(dataDir, database.appUrl);
    return await withClient(database.superuserUrl, async (client) => {
      const counts = await load(client, places, { count, firstAtLeast, today, folder: dataDir });
      await fillRollup(client);
      await client.query('vacuum analyze');
      await client.query('checkpoint');
      const place = places[0]!;
      const idsOf = async (where: string) => {
        const text = `select directive_id as id from directive_now where agency_id = $1 and ${where} order by 1`;
        return (await client.query<{ id: string }>(text, [place.agencyId])).rows.map(({ id }) => id);
      };
      const open = await idsOf(
        `phase in ('given', 'received') and not suspended and given_on < current_date - 1`,
      );
      return { counts, place, all: await idsOf('true'), open };
    });
  } finally {
    await database.stop();
  }
}

async function foundAgencies(dataDir: string, appUrl: string): Promise<{ places: Place[]; today: string }> {
  const silent = { info: () => undefined, error: () => undefined };
  const options = { store: openStore(appUrl), appUrl, config: readConfig({}, { dataDir }) };
  const { ctx, close } = buildContext(options, silent);
  const passwordHash = await ctx.hashPassword(account.password);
  const today = ctx.today().toString();
  const places: Place[] = [];
  for (const [index, name] of agencyNames.entries()) {
    const agencyId = newAgencyId();
    const acting = founder(systemActor([agencyId]), agencyId);
    const place = await ctx.store.transaction(acting.scope, async (tx) => {
      const row = { id: agencyId, name, short_name: `Sở KH&CN ${index + 1}`, sign: `SKHCN${index + 1}` };
      await tx.insertInto('agency').values(row).execute();
      const units = [];
      for (const unit of unitNames)
        units.push({
          id: await insertUnit(tx, ctx, acting, { name: unit, openedOn: '2020-01-01' }),
          name: unit,
        });
      const personId = await insertPerson(tx, ctx, acting, { fullName: 'Nguyễn Văn Phòng' });
      await insertPost(tx, ctx, acting, personId, {
        unitId: units[0]!.id,
        role: 'office',
        from: '2020-01-01',
      });
      if (index === 0) {
        const userId = await insertAccount(tx, ctx, {
          ...account,
          fullName: 'Nguyễn Văn Phòng',
          passwordHash,
        });
        await joinPerson(tx, ctx, { userId, agencyId, personId });
      }
      return { agencyId, personId, units };
    });
    places.push(place);
  }
  await ctx.store.installation(async (tx) => {
    const user_id = await insertAccount(tx, ctx, { ...superior, fullName: 'Trần Cấp Trên', passwordHash });
    const recorded_at = ctx.clock().toString();
    const views = places.map(({ agencyId: agency_id }) => ({ user_id, agency_id, recorded_at }));
    await tx.insertInto('superior_view').values(views).execute();
    await tx
      .insertInto('installation_role')
      .values({ user_id, role: 'superior-viewer', recorded_at })
      .execute();
  });
  await close();
  return { places, today };
}
