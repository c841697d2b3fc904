import { withClient } from '../pool.ts';
import type { Secrets } from './secrets.ts';

export const superuser = 'trongtam_admin';
const owner = 'trongtam_owner';
const application = 'trongtam_app';
const database = 'trongtam';

/** Connection addresses of a cluster of ours. */
export interface ClusterUrls {
  superuserUrl: string;
  ownerUrl: string;
  appUrl: string;
}

/** An address for `pg` over a Unix socket. */
export function socketUrl(socket: string, user: string, password: string, name: string): string {
  return `postgresql://${user}:${encodeURIComponent(password)}@/${name}?host=${encodeURIComponent(socket)}`;
}

/** Addresses of the roles in one database of the cluster. */
export function clusterUrls(socket: string, secrets: Secrets, name = database): ClusterUrls {
  return {
    superuserUrl: socketUrl(socket, superuser, secrets.superuser, name),
    ownerUrl: socketUrl(socket, owner, secrets.owner, name),
    appUrl: socketUrl(socket, application, secrets.application, name),
  };
}

/**
 * Functions behind `tsvector @@`, `&&` and `@>` of arrays. They tell nothing about the values they compare, but are not
 * marked so; unmarked, row-level security forbids their GIN indexes. Only a superuser may mark them.
 */
export const searchFunctions = [
  'ts_match_vq(tsvector, tsquery)',
  'arrayoverlap(anyarray, anyarray)',
  'arraycontains(anyarray, anyarray)',
];

/**
 * Roles and database of a new cluster: the application's role owns nothing, so grants and row-level security bind it.
 * The database comes last: where it exists, all is done. Run under the application lock.
 */
export async function bootstrapCluster(socket: string, secrets: Secrets): Promise<void> {
  const urlOf = (name: string) => clusterUrls(socket, secrets, name).superuserUrl;
  await withClient(urlOf('template1'), async (client) => {
    for (const signature of searchFunctions)
      await client.query(`alter function pg_catalog.${signature} leakproof`);
  });
  await withClient(urlOf('postgres'), async (client) => {
    for (const [role, password] of [
      [owner, secrets.owner],
      [application, secrets.application],
    ] as const) {
      const known = await client.query('select from pg_roles where rolname = $1', [role]);
      const verb = known.rowCount ? 'alter' : 'create';
      await client.query(`${verb} role ${role} login password ${client.escapeLiteral(password)}`);
    }
    await client.query(`create database ${database} owner ${owner}`);
    await client.query(`revoke all on database ${database} from public`);
    await client.query(`grant connect, temporary on database ${database} to ${application}`);
  });
}

/** Whether `bootstrapCluster` has run to its end. Asked on any connection of the cluster. */
export const bootstrappedQuery = `select exists (select from pg_database where datname = '${database}') as done`;
