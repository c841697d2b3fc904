import type { Binaries } from '../src/storage/launcher/binaries.ts';
import type { ClusterUrls } from '../src/storage/launcher/bootstrap.ts';
import { startEmbedded } from '../src/storage/launcher/embedded.ts';
import { migrate } from '../src/storage/migrate.ts';

/** A throw-away cluster whose database «trongtam» is migrated and then only cloned. */
export interface TemplateCluster {
  /** «18» or «15» */
  engine: string;
  urls: ClusterUrls;
  stop(): Promise<void>;
}

/** Starts such a cluster in an empty folder, from the npm package unless other programs are given. */
export async function startTemplate(dataDir: string, binaries?: Binaries): Promise<TemplateCluster> {
  const database = await startEmbedded({
    dataDir,
    env: process.env,
    log: () => undefined,
    durable: false,
    ...(binaries && { binaries }),
  });
  const { superuserUrl, ownerUrl, appUrl, stop } = database;
  await migrate(ownerUrl, new URL(appUrl.replace('@/', '@host/')).username);
  return { engine: String(binaries?.major ?? 18), urls: { superuserUrl, ownerUrl, appUrl }, stop };
}
