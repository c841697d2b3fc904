import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from '../src/storage/launcher/binaries.ts';

const run = promisify(execFile);

async function majorOf(folder: string): Promise<number | undefined> {
  const answer = await run(join(folder, 'postgres'), ['--version']).catch(() => undefined);
  const major = /(\d+)\.\d+/.exec(answer?.stdout ?? '')?.[1];
  return major === undefined ? undefined : Number(major);
}

/** A PostgreSQL of that major version on this machine: `TRONGTAM_PG15_BIN`, the system's folder, then the PATH. */
export async function installedPostgres(major: number): Promise<Binaries | undefined> {
  const named = process.env[`TRONGTAM_PG${major}_BIN`];
  const path = (process.env.PATH ?? '').split(':').filter((folder) => folder !== '');
  for (const folder of [...(named ? [named] : []), `/usr/lib/postgresql/${major}/bin`, ...path]) {
    const present = await access(join(folder, 'initdb')).then(
      () => true,
      () => false,
    );
    if (present && (await majorOf(folder)) === major) return { folder, major };
  }
  return undefined;
}
