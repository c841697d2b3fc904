import { createHash } from 'node:crypto';
import { PassThrough, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { type BackupHeader, type BackupManifest, formatName, formatVersion } from './backup/format.ts';
import { digestLines, listTables, readRows, seeEverything, type TableShape } from './backup/tables.ts';
import { endArchive, writeEntry } from './backup/tar.ts';
import type { FileStore } from './files.ts';
import { appliedMigrations } from './migrate.ts';
import { withClient } from './pool.ts';

async function writeJson(
  target: Writable,
  name: string,
  value: BackupHeader | BackupManifest,
): Promise<void> {
  const bytes = Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
  await writeEntry(target, name, bytes.byteLength, [bytes]);
}

async function readHeader(client: pg.ClientBase): Promise<BackupHeader> {
  const { rows } = await client.query("select current_setting('server_version') as server, now() as at");
  return {
    format: formatName,
    version: formatVersion,
    createdAt: rows[0].at,
    server: rows[0].server.split(' ')[0],
    migrations: await appliedMigrations(client),
    tables: await listTables(client),
  };
}

async function writeTable(target: Writable, client: pg.ClientBase, table: TableShape) {
  const hash = createHash('sha256');
  let rows = 0;
  let part = 0;
  for await (const lines of readRows(client, table)) {
    digestLines(hash, lines);
    rows += lines.length;
    part += 1;
    const bytes = Buffer.from(`${lines.join('\n')}\n`);
    const name = `rows/${table.name}/${String(part).padStart(8, '0')}.jsonl`;
    await writeEntry(target, name, bytes.byteLength, [bytes]);
  }
  return { rows, sha256: hash.digest('hex') };
}

/** Originals are read whole, so that a damaged one is left out and named instead of spoiling the archive. */
async function writeFiles(target: Writable, client: pg.ClientBase, files: FileStore) {
  const written = { count: 0, bytes: 0 };
  const missing: string[] = [];
  await client.query(
    'declare backup_files no scroll cursor for select agency_id, hash from file order by 1, 2',
  );
  for (;;) {
    const { rows } = await client.query<{ agency_id: string; hash: string }>('fetch 1000 from backup_files');
    if (rows.length === 0) return { written, missing };
    for (const { agency_id, hash } of rows) {
      const bytes = await files.read(agency_id, hash).catch(() => undefined);
      if (!bytes) {
        missing.push(`${agency_id}/${hash}`);
        continue;
      }
      await writeEntry(target, `files/${agency_id}/${hash}`, bytes.byteLength, [bytes]);
      written.count += 1;
      written.bytes += bytes.byteLength;
    }
  }
}

async function writeArchive(
  target: Writable,
  client: pg.ClientBase,
  files: FileStore,
): Promise<BackupManifest> {
  const header = await readHeader(client);
  await writeJson(target, 'header.json', header);
  const tables: BackupManifest['tables'] = {};
  for (const table of header.tables) tables[table.name] = await writeTable(target, client, table);
  const { written, missing } = await writeFiles(target, client, files);
  const { rows: auditHeads } = await client.query(
    `select distinct on (agency_id) agency_id as "agencyId", number as seal, hash from audit_seal
     order by agency_id, number desc`,
  );
  const manifest: BackupManifest = { tables, files: written, missingFiles: missing, auditHeads };
  await writeJson(target, 'manifest.json', manifest);
  await endArchive(target);
  return manifest;
}

/**
 * Writes one consistent backup while the application runs: all rows of all schemas as of one moment, and their originals
 * (which are kept before their rows and never removed). Closes the target.
 * @param ownerUrl the owner's connection: it may see every agency's rows
 * @returns the manifest; `missingFiles` names originals the disk no longer had
 */
export async function writeBackup(
  ownerUrl: string,
  files: FileStore,
  target: Writable,
): Promise<BackupManifest> {
  return withClient(ownerUrl, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    await seeEverything(client);
    const archive = new PassThrough();
    const flushed = pipeline(archive, createGzip({ level: 6 }), target);
    // Heard here already: when the disk is full, both promises fail and the writer's own is awaited first.
    flushed.catch(() => undefined);
    try {
      const manifest = await writeArchive(archive, client, files);
      archive.end();
      await flushed;
      return manifest;
    } catch (error) {
      archive.destroy(error instanceof Error ? error : new Error(String(error)));
      throw error;
    }
  });
}
