import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { hasCode } from '../src/storage/launcher/fault.ts';
import { runningPostmaster, stopPostmaster } from '../src/storage/launcher/postmaster.ts';
import { temporaryFolder } from './folder.ts';
import { installedPostgres } from './postgres.ts';
import { startTemplate, type TemplateCluster } from './template.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Clusters with the migrated template, by engine; PostgreSQL 15 only where it is installed. */
    clusters: Record<string, TemplateCluster['urls']>;
    /** What one file makes for all lies here; gone after the run. */
    sharedFolder: string;
  }
}

const prefix = 'trongtam-test-';

/** Ends the servers of a run's folder and removes it. */
async function discard(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const cluster = join(folder, name, 'postgres');
    const postmaster = await runningPostmaster(cluster);
    if (postmaster) await stopPostmaster(cluster, postmaster.pid);
  }
  await rm(folder, { recursive: true, force: true });
}

/** Whether the process lives; one of another user counts, so that its folder is left alone. */
function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** Folders of runs that were killed: the process that made them is in their names. */
async function discardForgotten(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : Number.NaN;
    if (pid > 0 && !lives(pid)) await discard(join(tmpdir(), name)).catch(() => undefined);
  }
}

/** Starts PostgreSQL in a temporary folder, migrates the template; after the run everything is thrown away. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await discardForgotten();
  const folder = await temporaryFolder(`${prefix}${process.pid}`);
  const installed = await installedPostgres(15);
  const started = await Promise.allSettled([
    startTemplate(join(folder, '18')),
    ...(installed ? [startTemplate(join(folder, '15'), installed)] : []),
  ]);
  const failed = started.find((result) => result.status === 'rejected');
  if (failed) {
    await discard(folder);
    throw failed.reason;
  }
  const clusters = started.filter((result) => result.status === 'fulfilled').map(({ value }) => value);
  project.provide('clusters', Object.fromEntries(clusters.map(({ engine, urls }) => [engine, urls])));
  project.provide('sharedFolder', folder);
  return async () => {
    await Promise.all(clusters.map(({ stop }) => stop()));
    await discard(folder);
  };
}
