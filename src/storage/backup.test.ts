import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Engine, engines, type TestDatabase, testDatabase } from '../../test/database.ts';
import { recordAudit, sealAllAudit } from './audit.ts';
import { digestTables } from './backup/tables.ts';
import { writeBackup } from './backup.ts';
import { nextNumber } from './counters.ts';
import { openFiles, recordFile } from './files.ts';
import { uuidv7 } from './ids.ts';
import { withClient } from './pool.ts';
import { restoreBackup } from './restore.ts';
import { json } from './schema/foundation.ts';
import { verifyAudit } from './verify-audit.ts';

const agency = uuidv7();
let folder: string;
const opened: TestDatabase[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'));
});
afterAll(async () => {
  await Promise.all(opened.map(({ store }) => store.close()));
  await rm(folder, { recursive: true });
});

const filesIn = (name: string) => openFiles(join(folder, name));
const digestsOf = (database: TestDatabase) => withClient(database.ownerUrl, digestTables);
const restore = (target: TestDatabase, name: string, files = filesIn(`${name}-files`)) =>
  restoreBackup(
    { ownerUrl: target.ownerUrl, appRole: 'trongtam_app', files },
    createReadStream(join(folder, name)),
  );

async function open(engine: Engine, kind?: 'empty'): Promise<TestDatabase> {
  const database = await testDatabase(engine, kind);
  opened.push(database);
  return database;
}

/** Rows with every value that is easily lost on the way, an account, and an original. */
async function fill({ store, ownerUrl }: TestDatabase): Promise<void> {
  const scope = { agencies: [agency] };
  await store.installation((tx) =>
    tx
      .insertInto('agency')
      .values({ id: agency, name: 'Sở Đổi mới «Ư»', short_name: 'Sở', sign: 'SĐM' })
      .execute(),
  );
  await store.transaction(scope, async (tx) => {
    for (const value of [null, 'null', { a: [1.5, 'dòng\nmới', '\\'] }, 12345678901234]) {
      const row = { agency_id: agency, id: uuidv7(), key: 'k', from_day: '0001-01-01', recorded_by: null };
      await tx
        .insertInto('setting')
        .values({ ...row, value: json(value) })
        .execute();
    }
    await nextNumber(tx, agency, 'incoming', 2026);
    await recordAudit(tx, {
      agencyId: agency,
      action: 'x',
      recordKind: 'x',
      recordId: 'x',
      detail: { z: 1.0, a: 'ế' },
    });
    const kept = await filesIn('originals').put(agency, Buffer.from('bản gốc'));
    await recordFile(tx, agency, kept, 'text/plain');
  });
  await sealAllAudit(store);
  // A table whose rows refer to later ones of the same table, in another schema, with types the others lack.
  await withClient(ownerUrl, (client) =>
    client.query(`
      create table auth.probe (id int primary key, next int references auth.probe, bytes bytea, tags text[], ratio float8,
        twice int generated always as (id * 2) stored);
      insert into auth.probe values (1, 2, '\\x00ff', '{"a,b",NULL,"\\"c\\""}', 0.1), (2, null, null, '{}', 'NaN')`),
  );
}

/** The table of `fill` belongs to no migration, so the target gets it by hand. */
async function openTarget(engine: Engine): Promise<TestDatabase> {
  const target = await open(engine);
  await withClient(target.ownerUrl, (client) =>
    client.query(`create table auth.probe (id int primary key, next int references auth.probe, bytes bytea, tags text[],
      ratio float8, twice int generated always as (id * 2) stored)`),
  );
  return target;
}

describe.each(engines().flatMap((from) => engines().map((to) => [from, to] as const)))(
  'a backup from PostgreSQL %s restored on %s',
  (from, to) => {
    const name = `${from}-${to}.tar.gz`;

    it('brings back every table, original and seal', async () => {
      const source = await open(from);
      await fill(source);
      const manifest = await writeBackup(
        source.ownerUrl,
        filesIn('originals'),
        createWriteStream(join(folder, name)),
      );
      expect(manifest.missingFiles).toEqual([]);
      expect(manifest.auditHeads).toHaveLength(1);
      const target = await openTarget(to);
      await restore(target, name);
      const digests = await digestsOf(target);
      expect(digests).toEqual(await digestsOf(source));
      expect(digests['public.setting']).toMatchObject({ rows: 4 });
      expect(digests['auth.probe']).toMatchObject({ rows: 2 });
      expect((await verifyAudit(target.store)).heads).toEqual(manifest.auditHeads);
      expect((await verifyAudit(target.store)).ok).toBe(true);
      const [kept] = await Array.fromAsync(filesIn(`${name}-files`).list(agency));
      expect((await filesIn(`${name}-files`).read(agency, kept!)).toString()).toBe('bản gốc');
      const application = target.store.transaction({ agencies: [agency] }, (tx) =>
        tx.deleteFrom('setting').execute(),
      );
      await expect(application).rejects.toThrow(/permission denied/);
      await expect(restore(target, name)).rejects.toThrow(/đã có dữ liệu/);
    });
  },
);

describe('a backup', () => {
  it('is made while others write, as of one moment', async () => {
    const source = await open('18');
    const done = new AbortController();
    const scope = { agencies: [agency] };
    const both = () =>
      source.store.transaction(scope, async (tx) => {
        await nextNumber(tx, agency, 'first', 2026);
        await recordAudit(tx, { agencyId: agency, action: 'x', recordKind: 'x', recordId: 'x' });
      });
    await both();
    const writing = (async () => {
      while (!done.signal.aborted) await both();
    })();
    await writeBackup(source.ownerUrl, filesIn('originals'), createWriteStream(join(folder, 'live.tar.gz')));
    done.abort();
    await writing;
    const target = await open('18', 'empty');
    await restore(target, 'live.tar.gz');
    const { number, events } = await target.store.read(scope, (tx) =>
      tx
        .selectFrom('counter')
        .select('last as number')
        .select((eb) => eb.selectFrom('audit_event').select(eb.fn.countAll<number>().as('n')).as('events'))
        .executeTakeFirstOrThrow(),
    );
    expect(number).toBeGreaterThan(0);
    expect(events).toBe(number);
  });

  it('names originals that are no longer on disk and holds all else', async () => {
    const source = await open('18');
    await fill(source);
    const empty = filesIn('nothing');
    const manifest = await writeBackup(
      source.ownerUrl,
      empty,
      createWriteStream(join(folder, 'missing.tar.gz')),
    );
    expect(manifest.missingFiles).toHaveLength(1);
    expect(manifest.files.count).toBe(0);
  });

  it('is refused when cut off, changed or something else, and then leaves no row', async () => {
    const source = await open('18');
    await source.store.transaction({ agencies: [agency] }, (tx) => nextNumber(tx, agency, 'incoming', 2026));
    const path = join(folder, 'whole.tar.gz');
    await writeBackup(source.ownerUrl, filesIn('originals'), createWriteStream(path));
    const target = await open('18', 'empty');
    const whole = await readFile(path);
    const changed = gunzipSync(whole);
    const at = changed.indexOf(`["${agency}", "incoming"`);
    changed.write('f', at + 2);
    await writeFile(join(folder, 'changed.tar.gz'), gzipSync(changed));
    await writeFile(join(folder, 'cut.tar.gz'), whole);
    await truncate(join(folder, 'cut.tar.gz'), whole.byteLength - 200);
    await writeFile(join(folder, 'other.tar.gz'), 'Thông báo');
    for (const name of ['changed.tar.gz', 'cut.tar.gz', 'other.tar.gz']) {
      await expect(restore(target, name), name).rejects.toThrow(/bị hỏng/);
    }
    const digests = await digestsOf(target);
    expect(Object.values(digests).every(({ rows }) => rows === 0)).toBe(true);
    await restore(target, 'whole.tar.gz');
    expect(await digestsOf(target)).toEqual(await digestsOf(source));
  });

  it('of a newer program is refused', async () => {
    const source = await open('18');
    await withClient(source.ownerUrl, (client) =>
      client.query("insert into migration values ('9999_future', 'x')"),
    );
    await writeBackup(
      source.ownerUrl,
      filesIn('originals'),
      createWriteStream(join(folder, 'future.tar.gz')),
    );
    const target = await open('18', 'empty');
    await expect(restore(target, 'future.tar.gz')).rejects.toThrow(/phiên bản mới hơn/);
  });
});
