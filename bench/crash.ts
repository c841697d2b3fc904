import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { uuidv7 } from '../src/storage/ids.ts';
import { processesIn, runningPostmaster } from '../src/storage/launcher/postmaster.ts';
import { startDatabase } from '../src/storage/launcher.ts';
import { openStore, type Tx } from '../src/storage/store.ts';
import { temporaryFolder } from '../test/folder.ts';

/** What came of killing the whole server again and again. */
export interface CrashReport {
  rounds: number;
  /** Transactions whose commit was reported before a kill. */
  acknowledged: number;
  /** Of those, how many are not there afterwards. */
  lost: number;
  /** Transactions of which only one of two rows is there. */
  torn: number;
}

const writer = fileURLToPath(new URL('crash-writer.ts', import.meta.url));

/** Kills the application and every process of its database at once. */
export async function killAll(application: ChildProcess, cluster: string): Promise<void> {
  const ended = new Promise((resolve) => application.once('exit', resolve));
  const postmaster = await runningPostmaster(cluster);
  const pids = [application.pid, postmaster?.pid, ...(await processesIn(cluster))];
  for (const pid of new Set(pids)) {
    try {
      if (pid) process.kill(pid, 'SIGKILL');
    } catch {
      // Ended by itself between the look and the blow.
    }
  }
  await ended;
}

/** Lets the writer write and kills everything in the middle. @returns ids it reported as committed */
async function writeAndKill(dataDir: string, agencyId: string): Promise<string[]> {
  const child = spawn(process.execPath, [writer, dataDir, agencyId], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ids: string[] = [];
  const enough = 100 + Math.floor(Math.random() * 300);
  const reached = new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The writer ended by itself: ${code}`)));
    createInterface(child.stdout).on('line', (id) => {
      if (ids.push(id) === enough) resolve();
    });
  });
  await reached;
  await killAll(child, join(dataDir, 'postgres'));
  return ids;
}

async function survivors(tx: Tx): Promise<{ rows: Set<string>; torn: number }> {
  const settings = await tx.selectFrom('setting').select('id').execute();
  const events = await tx.selectFrom('audit_event').select('record_id as id').execute();
  const rows = new Set(settings.map(({ id }) => id));
  const audited = new Set(events.map(({ id }) => id));
  return { rows, torn: rows.symmetricDifference(audited).size };
}

/**
 * Kills application and database in a stream of writes, starts again, and looks whether every acknowledged transaction
 * is there and whole. (The page cache outlives a killed process, so this does not prove anything about power loss.)
 * @param dataDir an empty folder
 */
export async function crash(
  rounds: number,
  dataDir: string,
  log: (line: string) => void,
): Promise<CrashReport> {
  const agencyId = uuidv7();
  const report: CrashReport = { rounds, acknowledged: 0, lost: 0, torn: 0 };
  const acknowledged: string[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    acknowledged.push(...(await writeAndKill(dataDir, agencyId)));
    const database = await startDatabase({ dataDir, env: {}, log: () => undefined });
    const store = openStore(database.appUrl);
    const { rows, torn } = await store.read({ agencies: [agencyId] }, survivors);
    await store.close();
    await database.stop();
    report.acknowledged = acknowledged.length;
    report.lost = acknowledged.filter((id) => !rows.has(id)).length;
    report.torn = torn;
    log(
      `round ${round}: acknowledged ${report.acknowledged}, present ${rows.size}, lost ${report.lost}, torn ${torn}`,
    );
  }
  return report;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' } } });
  const folder = await temporaryFolder('trongtam-crash');
  const report = await crash(Number(values.rounds), join(folder, 'd'), (line) =>
    process.stdout.write(`${line}\n`),
  );
  await rm(folder, { recursive: true });
  process.exitCode = report.lost + report.torn === 0 ? 0 : 1;
}
