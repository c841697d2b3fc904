import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { hasCode } from './launcher/fault.ts';
import type { Store, Tx } from './store.ts';

/** Bytes kept: their SHA-256 in hexadecimal and how many they are. */
export interface StoredFile {
  hash: string;
  bytes: number;
}

export interface FileStore {
  /** Keeps the bytes and returns once they are on disk; the same bytes again are kept once. */
  put(agencyId: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<StoredFile>;
  /** Streams a file; the stream fails at its end when the bytes are not those of the hash. @throws FileMissing */
  open(agencyId: string, hash: string): Promise<Readable>;
  /** All bytes, checked. @throws FileMissing, FileDamaged */
  read(agencyId: string, hash: string): Promise<Buffer>;
  /** Hashes on disk of one agency. */
  list(agencyId: string): AsyncIterable<string>;
  /** Agencies that have files. */
  agencies(): Promise<string[]>;
}

/** The row exists but the bytes are not on disk. */
export class FileMissing extends Error {
  override name = 'FileMissing';
}

/** The bytes on disk are no longer those that were put there. */
export class FileDamaged extends Error {
  override name = 'FileDamaged';
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  await folder.sync();
  await folder.close();
}

async function fill(file: FileHandle, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<StoredFile> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of bytes instanceof Uint8Array ? [bytes] : bytes) {
    hash.update(chunk);
    size += chunk.byteLength;
    await file.writeFile(chunk);
  }
  await file.sync();
  return { hash: hash.digest('hex'), bytes: size };
}

/** Lets bytes through and fails at the end when their hash is another. */
function checking(hash: string): Transform {
  const seen = createHash('sha256');
  return new Transform({
    transform(chunk, _encoding, done) {
      seen.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(seen.digest('hex') === hash ? null : new FileDamaged(`Tệp gốc ${hash} trên đĩa đã bị hỏng.`));
    },
  });
}

/**
 * Originals under their hash: `files/<agency>/<ab>/<sha256>`. Nothing is ever changed or removed, so a row that names a
 * hash always finds its bytes.
 */
export function openFiles(dataDir: string): FileStore {
  const root = join(dataDir, 'files');
  const folderOf = (agencyId: string, hash: string) => join(root, agencyId, hash.slice(0, 2));

  async function put(agencyId: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<StoredFile> {
    const agencyFolder = join(root, agencyId);
    await mkdir(agencyFolder, { recursive: true, mode: 0o700 });
    const unfinished = join(agencyFolder, `unfinished-${randomUUID()}`);
    const file = await open(unfinished, 'wx', 0o600);
    try {
      const stored = await fill(file, bytes).finally(() => file.close());
      const folder = folderOf(agencyId, stored.hash);
      const isNew = await mkdir(folder, { recursive: true, mode: 0o700 });
      await rename(unfinished, join(folder, stored.hash));
      // The name is as durable as the bytes only when the folders are on disk too.
      await syncFolder(folder);
      if (isNew) await Promise.all([agencyFolder, root, dataDir].map(syncFolder));
      return stored;
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }

  async function openOne(agencyId: string, hash: string): Promise<Readable> {
    const path = join(folderOf(agencyId, hash), hash);
    await access(path).catch((error: unknown) => {
      throw new FileMissing(`Không thấy tệp gốc ${hash} trên đĩa.`, { cause: error });
    });
    const source = createReadStream(path);
    const checked = checking(hash);
    source.on('error', (error) => checked.destroy(error));
    checked.on('close', () => source.destroy());
    return source.pipe(checked);
  }

  async function* list(agencyId: string): AsyncIterable<string> {
    for (const folder of await names(join(root, agencyId))) {
      if (folder.length !== 2) continue;
      yield* await names(join(root, agencyId, folder));
    }
  }

  return {
    put,
    open: openOne,
    read: async (agencyId, hash) => Buffer.concat(await (await openOne(agencyId, hash)).toArray()),
    list,
    agencies: () => names(root),
  };
}

async function names(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

/** Notes a kept file in the caller's transaction; the bytes are on disk before, by `FileStore.put`. */
export async function recordFile(
  tx: Tx,
  agencyId: string,
  file: StoredFile,
  mediaType: string,
): Promise<void> {
  await tx
    .insertInto('file')
    .values({ agency_id: agencyId, hash: file.hash, bytes: file.bytes, media_type: mediaType })
    .onConflict((conflict) => conflict.columns(['agency_id', 'hash']).doNothing())
    .execute();
}

/**
 * Counts files on disk that no row names: left when a transaction failed after its file was put. They are kept, since a
 * transaction under way may be about to name one.
 */
export async function countOrphans(files: FileStore, store: Store): Promise<number> {
  let orphans = 0;
  for (const agencyId of await files.agencies()) {
    const known = await store.read({ agencies: [agencyId] }, (tx) =>
      tx.selectFrom('file').select('hash').where('agency_id', '=', agencyId).execute(),
    );
    const hashes = new Set(known.map(({ hash }) => hash));
    for await (const hash of files.list(agencyId)) if (!hashes.has(hash)) orphans += 1;
  }
  return orphans;
}
