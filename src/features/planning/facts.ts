import { sql } from 'kysely';
import type { LocalActBody, SuperiorActBody } from '../../domain/acts/facts.ts';
import type { InNameOf } from '../../domain/directives/facts.ts';
import type { DraftFactBody, RecordedFact } from '../../domain/drafts/facts.ts';
import type { InspectionBody } from '../../domain/inspections/facts.ts';
import type { ScienceProgrammeBody } from '../../domain/science-programmes/facts.ts';
import { uuidv7 } from '../../storage/ids.ts';
import { json } from '../../storage/schema/foundation.ts';
import type { Tx } from '../../storage/store.ts';
import type { Actor, Context } from '../context.ts';
import { actedColumns } from './fact-columns.ts';

/** Tables of records that are folded from facts, and what their facts carry. */
interface Bodies {
  draft: DraftFactBody;
  local_act: LocalActBody;
  superior_act: SuperiorActBody;
  science_programme: ScienceProgrammeBody;
  inspection: InspectionBody;
}
type Table = keyof Bodies;

/** A record with all its facts. */
export interface KnownRecord<Body> {
  id: string;
  facts: RecordedFact<Body>[];
}

/** All records of a table with their facts, or one of them. */
export async function knownRecords<T extends Table>(
  tx: Tx,
  agencyId: string,
  table: T,
  id?: string,
): Promise<KnownRecord<Bodies[T]>[]> {
  const { rows } = await sql<RecordedFact<Bodies[T]> & { recordId: string }>`
    select f.record_id as "recordId", ${actedColumns}
    from ${sql.table(`${table}_fact`)} f left join person p on p.agency_id = f.agency_id and p.id = f.recorded_by
    where f.agency_id = ${agencyId} ${id === undefined ? sql`` : sql`and f.record_id = ${id}`}
    order by f.record_id, f.recorded_at, f.id`.execute(tx);
  return [...Map.groupBy(rows, ({ recordId }) => recordId)].map(([recordId, facts]) => ({
    id: recordId,
    facts: facts.map(({ recordId: _, ...fact }) => fact),
  }));
}

/** Of two who change one record at once the second waits. */
export async function holdRecord(tx: Tx, { agencyId }: Actor, table: Table, id: string): Promise<void> {
  const key = `${table} ${agencyId} ${id}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(tx);
}

/** When and in whose stead something is recorded; now unless told. */
export interface Recording {
  on: string;
  inNameOf: InNameOf | null;
  recordedAt?: string;
}

const stampOf = (ctx: Context, actor: Actor, recordedAt = ctx.clock().toString()) => ({
  agency_id: actor.agencyId,
  id: uuidv7(),
  recorded_at: recordedAt,
  recorded_by: actor.personId,
});

/** Begins a record of a table with its first fact. @returns its id */
export async function beginRecord<T extends Table>(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  table: T,
  fact: Recording & { body: Bodies[T]; year?: number },
): Promise<string> {
  const { id, ...stamp } = stampOf(ctx, actor, fact.recordedAt);
  if (table === 'draft')
    await tx
      .insertInto('draft')
      .values({ ...stamp, id, year: fact.year ?? 0 })
      .execute();
  else
    await tx
      .insertInto(table as Exclude<Table, 'draft'>)
      .values({ ...stamp, id })
      .execute();
  await addFact(tx, ctx, actor, table, { ...fact, recordId: id });
  return id;
}

/** Records one more fact of a record. @returns its id */
export async function addFact<T extends Table>(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  table: T,
  { recordId, on, inNameOf, body, recordedAt }: Recording & { recordId: string; body: Bodies[T] },
): Promise<string> {
  const stamp = stampOf(ctx, actor, recordedAt);
  const row = {
    ...{ ...stamp, record_id: recordId, happened_on: on },
    in_name_of: inNameOf && json(inNameOf),
  };
  // One statement for tables of one shape; what each body is the signature holds.
  await tx
    .insertInto(`${table}_fact` as 'draft_fact')
    .values({ ...row, body: json(body as DraftFactBody) })
    .execute();
  return stamp.id;
}
