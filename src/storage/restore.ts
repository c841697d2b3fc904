import { createHash, type Hash } from 'node:crypto';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import type { z } from 'zod';
import { BackupFault, BackupHeader, BackupManifest } from './backup/format.ts';
import { addForeignKeys, dropForeignKeys, insertRows, isEmpty, removeSeeds } from './backup/load.ts';
import { digestLines, listTables, seeEverything, type TableShape } from './backup/tables.ts';
import { readEntries, type TarEntry, TarFault } from './backup/tar.ts';
import type { FileStore } from './files.ts';
import { appliedMigrations, MigrationError, migrate, pendingMigrations, readMigrations } from './migrate.ts';
import { withClient } from './pool.ts';

/** Where a backup is restored to. */
export interface RestoreTarget {
  ownerUrl: string;
  /** Name of the application's role. */
  appRole: string;
  files: FileStore;
}

const notEmpty =
  'Cơ sở dữ liệu đích đã có dữ liệu. Chỉ khôi phục được vào nơi trống: hãy đặt TRONGTAM_DATA tới một thư mục mới, hoặc tạo cơ sở dữ liệu mới trên máy chủ.';
const damaged = 'Bản sao lưu bị hỏng hoặc bị cắt ngắn; không khôi phục gì. Hãy dùng một bản sao lưu khác.';

async function readJson<T extends z.ZodType>(entry: TarEntry, name: string, shape: T): Promise<z.infer<T>> {
  if (entry.name !== name) throw new BackupFault(damaged);
  const bytes = Buffer.concat(await Array.fromAsync(entry.body));
  const parsed = shape.safeParse(JSON.parse(bytes.toString('utf8')));
  if (!parsed.success)
    throw new BackupFault('Tệp này không phải bản sao lưu của Trọng Tâm, hoặc do phiên bản khác ghi.');
  return parsed.data;
}

/** Brings an empty database to exactly the schema of the backup. */
async function prepareSchema(client: pg.Client, target: RestoreTarget, header: BackupHeader): Promise<void> {
  const present = await listTables(client);
  await client.query('begin');
  await seeEverything(client);
  const empty = await isEmpty(client, present);
  await client.query('rollback');
  if (!empty) throw new BackupFault(notEmpty);
  // Refuses a backup of a newer or other program before anything is made.
  pendingMigrations(await readMigrations(), header.migrations);
  const last = header.migrations.at(-1)?.name;
  if (last !== undefined) await migrate(target.ownerUrl, target.appRole, last);
  if ((await appliedMigrations(client)).length !== header.migrations.length) {
    throw new BackupFault(
      'Cơ sở dữ liệu đích đã được nâng cấp quá phiên bản của bản sao lưu. Hãy khôi phục vào một cơ sở dữ liệu mới tạo.',
    );
  }
}

/** What has come in so far, to be held against the manifest. */
interface Received {
  tables: Map<string, { shape: TableShape; hash: Hash; rows: number }>;
  files: { count: number; bytes: number };
}

async function receiveRows(client: pg.Client, entry: TarEntry, received: Received): Promise<void> {
  const table = received.tables.get(entry.name.split('/')[1] ?? '');
  if (!table) throw new BackupFault(damaged);
  const text = Buffer.concat(await Array.fromAsync(entry.body)).toString('utf8');
  const lines = text.trimEnd().split('\n');
  digestLines(table.hash, lines);
  table.rows += lines.length;
  await insertRows(client, table.shape, lines);
}

async function receiveFile(files: FileStore, entry: TarEntry, received: Received): Promise<void> {
  const [, agencyId, hash] = entry.name.split('/');
  if (!agencyId || !/^[0-9a-f-]{36}$/.test(agencyId)) throw new BackupFault(damaged);
  const stored = await files.put(agencyId, entry.body);
  if (stored.hash !== hash) throw new BackupFault(damaged);
  received.files.count += 1;
  received.files.bytes += stored.bytes;
}

function matches(received: Received, manifest: BackupManifest): boolean {
  const tablesMatch = [...received.tables].every(([name, { hash, rows }]) => {
    const expected = manifest.tables[name];
    return expected?.rows === rows && expected.sha256 === hash.digest('hex');
  });
  const { count, bytes } = received.files;
  return tablesMatch && count === manifest.files.count && bytes === manifest.files.bytes;
}

/** Loads the entries after the header; the caller commits only when the manifest agrees. */
async function load(
  client: pg.Client,
  entries: AsyncGenerator<TarEntry>,
  header: BackupHeader,
  files: FileStore,
) {
  const received: Received = {
    tables: new Map(
      header.tables.map((shape) => [shape.name, { shape, hash: createHash('sha256'), rows: 0 }]),
    ),
    files: { count: 0, bytes: 0 },
  };
  for await (const entry of entries) {
    if (entry.name.startsWith('rows/')) await receiveRows(client, entry, received);
    else if (entry.name.startsWith('files/')) await receiveFile(files, entry, received);
    else {
      const manifest = await readJson(entry, 'manifest.json', BackupManifest);
      if (!matches(received, manifest)) throw new BackupFault(damaged);
      return manifest;
    }
  }
  throw new BackupFault(damaged);
}

async function restoreRows(
  client: pg.Client,
  entries: AsyncGenerator<TarEntry>,
  header: BackupHeader,
  files: FileStore,
): Promise<BackupManifest> {
  await client.query('begin');
  await seeEverything(client);
  const keys = await dropForeignKeys(client);
  await removeSeeds(client);
  const manifest = await load(client, entries, header, files);
  await addForeignKeys(client, keys);
  await client.query('commit');
  return manifest;
}

/** Tells faults of the backup (cut off, not gzip, values a column refuses) from faults of the disk or the server. */
function asBackupFault(error: unknown): unknown {
  if (error instanceof MigrationError) return new BackupFault(error.message, { cause: error });
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const isDamage = error instanceof TarFault || error instanceof SyntaxError || /^(Z_|22|23)/.test(code);
  return isDamage ? new BackupFault(damaged, { cause: error }) : error;
}

/**
 * Restores a backup into an empty database, embedded or on a server, and brings it to this program's schema. Rows appear
 * all at once after every count and hash agreed, or not at all; originals already kept stay, nobody refers to them.
 * @throws BackupFault when the database holds rows, or the backup is damaged or of a newer program
 */
export async function restoreBackup(target: RestoreTarget, source: Readable): Promise<BackupManifest> {
  const archive = new PassThrough();
  const unpacked = pipeline(source, createGunzip(), archive);
  unpacked.catch(() => undefined);
  try {
    const entries = readEntries(archive);
    const first = await entries.next();
    if (first.done) throw new BackupFault(damaged);
    const header = await readJson(first.value, 'header.json', BackupHeader);
    const manifest = await withClient(target.ownerUrl, async (client) => {
      await prepareSchema(client, target, header);
      return restoreRows(client, entries, header, target.files);
    });
    await migrate(target.ownerUrl, target.appRole);
    await withClient(target.ownerUrl, (client) => client.query('analyze'));
    return manifest;
  } catch (error) {
    throw asBackupFault(error);
  } finally {
    source.destroy();
    archive.destroy();
  }
}
