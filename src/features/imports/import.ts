import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { Unreadable } from '../../reading/extracted.ts';
import { uuidv7 } from '../../storage/ids.ts';
import type { Tx } from '../../storage/store.ts';
import { importedYears } from '../calendar/queries.ts';
import { type Actor, type Context, command, Refused } from '../context.ts';
import { type Batch, gatherWords, insertInBulk, type Stamp } from '../directives/bulk.ts';
import { givesInNameOf } from '../directives/doer.ts';
import { tellChanged } from '../directives/tell.ts';
import { unitFacts } from '../organisation/queries.ts';
import { decisionRows } from '../settings/settings.ts';
import type { DirectiveImport, KnownImport } from './contract.ts';
import { withProgress } from './progress.ts';
import type { Basis, Checked } from './read.ts';
import { checkInWorker, type Wanted } from './sandbox.ts';

/** A register as it came in. */
export interface RegisterFile {
  name: string;
  bytes: Uint8Array;
}

/** The same file is known by it: SHA-256 of its bytes, hexadecimal. */
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** What rows are checked against, as the agency stands in this transaction. */
async function basisOf(tx: Tx, ctx: Context, { agencyId }: Actor): Promise<Basis> {
  const documents = await tx
    .selectFrom('document')
    .select(['id', 'number', 'issued_on as issuedOn'])
    .where('agency_id', '=', agencyId)
    .where('number', 'is not', null)
    .execute();
  return {
    today: ctx.today().toString(),
    recordedAt: ctx.clock().toString(),
    units: await unitFacts(tx, agencyId),
    years: await importedYears(tx),
    decided: (await decisionRows(agencyId).execute(tx)).rows,
    documents: documents.map(({ id, number, issuedOn }) => ({ id, number: number ?? '', issuedOn })),
  };
}

async function knownBy(tx: Tx, { agencyId }: Actor, hash: string): Promise<KnownImport | null> {
  const row = await tx
    .selectFrom('directive_import as i')
    .leftJoin('person as p', (join) =>
      join.onRef('p.agency_id', '=', 'i.agency_id').onRef('p.id', '=', 'i.recorded_by'),
    )
    .select(['i.id', 'i.file_name as fileName', 'i.rows', 'i.recorded_at as recordedAt', 'p.full_name as by'])
    .where('i.agency_id', '=', agencyId)
    .where('i.file_hash', '=', hash)
    .executeTakeFirst();
  return row ?? null;
}

const presentKnown = (known: KnownImport): DirectiveImport => ({
  stored: true,
  id: known.id,
  rows: known.rows,
  faulty: 0,
  faults: [],
  notes: [],
  known,
});

const present = (checked: Checked): DirectiveImport => ({ stored: false, id: null, ...checked, known: null });

/** What cannot be read is refused in its own words. */
async function check(bytes: Uint8Array, basis: Basis, wanted: Wanted) {
  try {
    return await checkInWorker(bytes, basis, wanted);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    if (error.code === 'too-large' || error.code === 'too-many') throw Refused.tooLarge(error.message);
    throw Refused.unprocessable(error.message);
  }
}

/**
 * Looks at a register without storing anything: how many directives it would make, and every fault by row and column.
 * @throws Refused 413, 422 where it is no register
 */
export async function previewImport(
  ctx: Context,
  actor: Actor,
  { bytes }: RegisterFile,
): Promise<DirectiveImport> {
  const hash = hashOf(bytes);
  const { known, basis } = await ctx.store.read(actor.scope, async (tx) => ({
    known: await knownBy(tx, actor, hash),
    basis: await basisOf(tx, ctx, actor),
  }));
  if (known) return presentKnown(known);
  return withProgress(actor, 'checking', async (progress) =>
    present((await check(bytes, basis, { wanted: 'check', progress })).checked),
  );
}

/**
 * Brings a register in: all its rows in one transaction with one audit event, or none where a row has a fault. The same
 * file again is recognised and stores nothing.
 * @throws Refused 409 with the faults, 413, 422
 */
export async function importDirectives(
  ctx: Context,
  actor: Actor,
  file: RegisterFile,
): Promise<DirectiveImport> {
  const hash = hashOf(file.bytes);
  const before = await ctx.store.read(actor.scope, (tx) => knownBy(tx, actor, hash));
  if (before) return presentKnown(before);
  const detail: { rows: number; fileHash: string; fileName: string } = {
    rows: 0,
    fileHash: hash,
    fileName: file.name,
  };
  const act = { action: 'directive.imported', recordKind: 'directiveImport', detail };
  const result = await withProgress(actor, 'storing', (progress) =>
    command(ctx, actor, act, async (tx) => {
      // Of two at once the second waits here, and then finds the file known.
      await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${actor.agencyId} ${hash}`}, 0))`.execute(
        tx,
      );
      if (await knownBy(tx, actor, hash)) throw new KnownMeanwhile();
      const made = await store(tx, ctx, actor, file, { hash, progress });
      detail.rows = made.rows;
      return made;
    }),
  ).catch(async (error: unknown) => {
    const known =
      error instanceof KnownMeanwhile
        ? await ctx.store.read(actor.scope, (tx) => knownBy(tx, actor, hash))
        : null;
    if (!known) throw error;
    return presentKnown(known);
  });
  tellChanged(ctx, actor.agencyId);
  return result;
}

/** From how many new rows on the planner is told of them at once. */
const manyRows = 1000;

/** Somebody else brought the same file in while this one waited. */
class KnownMeanwhile extends Error {}

async function store(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  { bytes, name }: RegisterFile,
  { hash, progress }: { hash: string; progress(rows: number): void },
) {
  const basis = await basisOf(tx, ctx, actor);
  const inNameOf = await givesInNameOf(tx, actor, basis.today);
  const { agencyId, personId: recordedBy } = actor;
  const importId = uuidv7();
  const { recordedAt } = basis;
  const stamp: Stamp = {
    ...{ agencyId, importId, recordedAt, recordedBy },
    inNameOf: inNameOf && JSON.stringify(inNameOf),
  };
  const writing = writer(tx, stamp, progress);
  // The last batch is written in its own way, and which it is shows only once no other follows.
  let held: Batch | undefined;
  await gatherWords(tx, 'first');
  const { checked } = await check(bytes, basis, {
    wanted: 'store',
    async batch(batch) {
      const ready = held;
      held = batch;
      if (ready) await writing.write(ready);
    },
  });
  if (checked.faulty > 0) {
    throw Refused.conflict(
      `Còn ${checked.faulty} dòng có lỗi nên chưa nhập dòng nào. Sửa các dòng ấy rồi nhập lại.`,
      present(checked),
    );
  }
  await gatherWords(tx, 'last');
  if (held) await writing.write(held);
  const stored = await writing.end();
  if (stored >= manyRows) await sql`select analyze_register()`.execute(tx);
  await tx
    .insertInto('directive_import')
    .values({
      ...{ agency_id: agencyId, id: importId, file_hash: hash, file_name: name, rows: stored },
      ...{ recorded_at: recordedAt, recorded_by: recordedBy },
    })
    .execute();
  return { ...present(checked), id: importId, stored: true };
}

/** Writes batches one behind the other: the next is on its way while the database works on the one before. */
function writer(tx: Tx, stamp: Stamp, progress: (rows: number) => void) {
  let stored = 0;
  let before: Promise<void> = Promise.resolve();
  return {
    async write(batch: Batch): Promise<void> {
      const written = insertInBulk(tx, stamp, batch);
      written.catch(() => undefined);
      const earlier = before;
      before = written;
      await earlier;
      stored += batch.count;
      progress(stored);
    },
    /** How many rows were written, once the last of them is. */
    async end(): Promise<number> {
      await before;
      return stored;
    },
  };
}

/** The rows of a register that cannot be imported, as a sheet with the reasons beside each. */
export async function importErrors(ctx: Context, actor: Actor, { bytes }: RegisterFile): Promise<Uint8Array> {
  const basis = await ctx.store.read(actor.scope, (tx) => basisOf(tx, ctx, actor));
  const { sheet } = await withProgress(actor, 'checking', (progress) =>
    check(bytes, basis, { wanted: 'errors', progress }),
  );
  return sheet ?? new Uint8Array();
}
