import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { countOrphans, type FileStore, openFiles, recordFile } from './files.ts';
import { uuidv7 } from './ids.ts';

const agency = uuidv7();
const bytes = Buffer.from('Thông báo kết luận');
const hash = createHash('sha256').update(bytes).digest('hex');
let folder: string;
let files: FileStore;
let database: TestDatabase;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
  files = openFiles(folder);
  database = await testDatabase();
});
afterAll(async () => {
  await database.store.close();
  await rm(folder, { recursive: true });
});

it('keeps the same bytes once, under their hash, from memory or from a stream', async () => {
  async function* stream() {
    yield bytes.subarray(0, 5);
    yield bytes.subarray(5);
  }
  expect(await files.put(agency, bytes)).toEqual({ hash, bytes: bytes.byteLength });
  expect(await files.put(agency, stream())).toEqual({ hash, bytes: bytes.byteLength });
  expect(await readdir(join(folder, 'files', agency))).toEqual([hash.slice(0, 2)]);
  expect(await Array.fromAsync(files.list(agency))).toEqual([hash]);
  expect(await files.read(agency, hash)).toEqual(bytes);
});

it('does not find a file of another agency', async () => {
  await expect(files.open(uuidv7(), hash)).rejects.toThrow('Không thấy tệp gốc');
});

it('leaves nothing behind when the source fails', async () => {
  const owner = uuidv7();
  async function* failing() {
    yield bytes;
    throw new Error('connection lost');
  }
  await expect(files.put(owner, failing())).rejects.toThrow('connection lost');
  expect(await readdir(join(folder, 'files', owner))).toEqual([]);
});

it('fails the stream when the bytes on disk were changed', async () => {
  const owner = uuidv7();
  await files.put(owner, bytes);
  await writeFile(join(folder, 'files', owner, hash.slice(0, 2), hash), 'something else');
  await expect(files.read(owner, hash)).rejects.toThrow('đã bị hỏng');
});

it('counts files no row names', async () => {
  const { store } = database;
  const owner = uuidv7();
  const named = await files.put(owner, Buffer.from('named'));
  await files.put(owner, Buffer.from('forgotten'));
  await store.transaction({ agencies: [owner] }, (tx) => recordFile(tx, owner, named, 'text/plain'));
  await store.transaction({ agencies: [owner] }, (tx) => recordFile(tx, owner, named, 'text/plain'));
  const only: FileStore = { ...files, agencies: async () => [owner] };
  expect(await countOrphans(only, store)).toBe(1);
});
