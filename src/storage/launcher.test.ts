import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, lstat, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../test/database.ts';
import { temporaryFolder } from '../../test/folder.ts';
import { canExecute } from './launcher/account.ts';
import { copyTree } from './launcher/binaries.ts';
import { startEmbedded } from './launcher/embedded.ts';
import { processesIn, runningPostmaster, stopPostmaster } from './launcher/postmaster.ts';
import { startDatabase } from './launcher.ts';
import { withClient } from './pool.ts';

const application = fileURLToPath(new URL('../../test/start-database.ts', import.meta.url));
const children: ChildProcess[] = [];
const folders: string[] = [];
let root: string;

beforeAll(async () => {
  root = await temporaryFolder('launcher');
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const folder of folders) {
    const cluster = join(folder, 'postgres');
    const postmaster = await runningPostmaster(cluster);
    if (postmaster) await stopPostmaster(cluster, postmaster.pid);
  }
  await rm(root, { recursive: true, force: true });
});

function newFolder(name: string): string {
  const folder = join(root, name);
  folders.push(folder);
  return folder;
}

/** Starts the application in a process of its own and gives the first line it says. */
async function run(dataDir: string): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [application, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [said] = await once(createInterface(child.stdout), 'line');
  return { child, said };
}

const start = (dataDir: string, more: { share?: boolean } = {}) =>
  startEmbedded({ dataDir, env: {}, log: () => undefined, durable: false, ...more });
const postmasterOf = async (dataDir: string) => (await runningPostmaster(join(dataDir, 'postgres')))?.pid;
const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
const answers = (url: string) =>
  withClient(url, async (client) => (await client.query('select 1 as one')).rows[0].one);

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('the launcher', () => {
  it('refuses a second application, naming the first, but lets commands share; SIGTERM stops it cleanly', async () => {
    const folder = newFolder('second');
    const { child, said } = await run(folder);
    expect(said).toBe('ready');
    await expect(start(folder)).rejects.toThrow(new RegExp(`đang chạy .*tiến trình ${child.pid}`));
    const shared = await start(folder, { share: true });
    expect(await answers(shared.appUrl)).toBe(1);
    await shared.stop();
    expect(await answers(shared.appUrl)).toBe(1);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(await exists(join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('keeps its secrets and its data to their owners', async () => {
    const folder = newFolder('modes');
    const database = await start(folder);
    const mode = async (name: string) => ((await stat(join(folder, name))).mode & 0o777).toString(8);
    expect([await mode('secrets.json'), await mode('postgres'), await mode('socket')]).toEqual([
      '600',
      '700',
      '700',
    ]);
    const secrets = JSON.parse(await readFile(join(folder, 'secrets.json'), 'utf8'));
    const wrong = database.appUrl.replace(encodeURIComponent(secrets.application), 'wrong');
    await expect(answers(wrong)).rejects.toThrow(/password authentication failed/);
    await database.stop();
    await rm(join(folder, 'secrets.json'));
    await expect(start(folder)).rejects.toThrow(/mật khẩu/);
  });

  it('adopts the server a killed application left, and starts anew when that was killed too', async () => {
    const folder = newFolder('adopted');
    const first = await run(folder);
    const left = await postmasterOf(folder);
    await kill(first.child);
    const second = await run(folder);
    expect(second.said).toBe('ready');
    expect(await postmasterOf(folder)).toBe(left);
    process.kill(left!, 'SIGKILL');
    for (const pid of await processesIn(join(folder, 'postgres'))) process.kill(pid, 'SIGKILL');
    await kill(second.child);
    const third = await start(folder);
    expect(await postmasterOf(folder)).not.toBe(left);
    expect(await answers(third.appUrl)).toBe(1);
    await third.stop();
  });

  it('starts although the number of its dead server now belongs to another program', async () => {
    const folder = newFolder('stale');
    await (await start(folder)).stop();
    const lines = [process.pid, join(folder, 'postgres'), 1, 5432, join(folder, 'socket'), '', 1, 'ready'];
    await writeFile(join(folder, 'postgres', 'postmaster.pid'), lines.join('\n'));
    const database = await start(folder);
    expect(await answers(database.appUrl)).toBe(1);
    await database.stop();
  });

  it('lets one of two first starts win', async () => {
    const folder = newFolder('race');
    const both = await Promise.all([run(folder), run(folder)]);
    const said = both.map((one) => one.said).sort();
    expect(said).toEqual([expect.stringMatching(/^AlreadyRunning: .*đang chạy/), 'ready']);
    for (const { child } of both) child.kill('SIGTERM');
  });

  it('keeps the data when PostgreSQL restarts itself after a crash of one of its processes', async () => {
    const folder = newFolder('restarted');
    const database = await start(folder);
    const crashed = withClient(database.superuserUrl, async (client) => {
      const { rows } = await client.query('select pg_backend_pid() as pid');
      process.kill(rows[0].pid, 'SIGKILL');
      await client.query('select 1');
    });
    await expect(crashed).rejects.toThrow();
    // First the lock is ours again; a start that came before could have taken it.
    const held = () =>
      withClient(database.superuserUrl, (client) =>
        client.query("select from pg_locks where locktype = 'advisory' and granted"),
      ).then(
        ({ rowCount }) => rowCount,
        () => 0,
      );
    await expect.poll(held, { timeout: 20_000 }).toBe(1);
    expect((await run(folder)).said).toContain(`tiến trình ${process.pid}`);
    expect(await answers(database.appUrl)).toBe(1);
    await database.stop();
  });

  it('finds a short place for the socket of a long data directory', async () => {
    const folder = newFolder(`dài-${'x'.repeat(80)}`);
    const database = await start(folder);
    expect(await answers(database.appUrl)).toBe(1);
    const { socket } = (await runningPostmaster(join(folder, 'postgres')))!;
    expect(Buffer.byteLength(join(socket, '.s.PGSQL.5432'))).toBeLessThanOrEqual(90);
    await database.stop();
    await rm(socket, { recursive: true });
  });

  it('uses the server of DATABASE_URL and says what is wrong with it', async () => {
    const { appUrl, ownerUrl, store } = await testDatabase();
    const env = { DATABASE_URL: appUrl, DATABASE_ADMIN_URL: ownerUrl };
    const options = { dataDir: newFolder('server'), log: () => undefined };
    expect(await startDatabase({ ...options, env })).toMatchObject({
      kind: 'server',
      ownerUrl,
      appRole: 'trongtam_app',
    });
    const nowhere = { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' };
    await expect(startDatabase({ ...options, env: nowhere })).rejects.toThrow(/DATABASE_URL/);
    await store.close();
  });
});

describe('programs the account cannot execute', () => {
  const stranger = { name: 'stranger', uid: 54_321, gid: 54_321 };

  it('are told by the modes of all folders above them', async () => {
    const folder = join(root, 'closed', 'open');
    await mkdir(folder, { recursive: true, mode: 0o755 });
    expect(await canExecute(stranger, folder)).toBe(true);
    await chmod(join(root, 'closed'), 0o700);
    expect(await canExecute(stranger, folder)).toBe(false);
    expect(await canExecute(undefined, folder)).toBe(true);
  });

  it('are copied with their links, open to all', async () => {
    const tree = join(root, 'package', 'native');
    await mkdir(join(tree, 'lib'), { recursive: true, mode: 0o700 });
    await writeFile(join(tree, 'lib', 'libx.so.1.2'), 'x', { mode: 0o600 });
    const links = [{ source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so.1' }];
    await writeFile(join(tree, 'pg-symlinks.json'), JSON.stringify(links), { mode: 0o600 });
    const copy = await copyTree({ tree, version: '18.4.0' }, root);
    expect(copy).toBe(join(root, 'postgres-18.4.0'));
    expect(await copyTree({ tree, version: '18.4.0' }, root)).toBe(copy);
    expect((await lstat(join(copy, 'lib', 'libx.so.1'))).isSymbolicLink()).toBe(true);
    expect(await readFile(join(copy, 'lib', 'libx.so.1'), 'utf8')).toBe('x');
    expect((await stat(join(copy, 'lib', 'libx.so.1.2'))).mode & 0o777).toBe(0o644);
    expect((await stat(join(copy, 'lib'))).mode & 0o777).toBe(0o755);
  });
});
