import { type RawBuilder, sql } from 'kysely';
import { arrayBytes, type ElementType } from '../../storage/arrays.ts';
import type { Schema } from '../../storage/schema.ts';
import { send, type Tx } from '../../storage/store.ts';
import type { nowOf } from './record.ts';
import { recordMoves } from './rollup.ts';

/** A row of `directive_now` as `nowOf` derives it, of one directive. */
export type NowRow = ReturnType<typeof nowOf> & {
  directive_id: string;
  document_id: string | null;
  kind: Schema['directive_now']['kind'];
  origin: Schema['directive_now']['origin'];
};

/** Directives never told of before, with their facts, and what `directive_now` says of them; columns as binary arrays. */
export interface Batch {
  count: number;
  directives: Columns;
  facts: Columns;
  now: NowRow[];
}

const directiveColumns = {
  id: 'uuid',
  document_id: 'uuid',
  words: 'text',
  action: 'text',
  kind: 'text',
  origin: 'text',
  source_number: 'text',
  fold: 'text',
} as const satisfies Partial<Record<keyof Schema['directive'], ElementType>>;

/** `body` is JSON text. */
const factColumns = {
  id: 'uuid',
  directive_id: 'uuid',
  happened_on: 'date',
  body: 'jsonb',
} as const satisfies Partial<Record<keyof Schema['directive_fact'], ElementType>>;

/** The array of each column, by its name. */
type Columns = Record<string, Uint8Array>;
type RowOf<Of> = Record<keyof Of, string | null>;

/** Rows made ready for `insertInBulk`, in the thread that makes them. */
export function batchOf(
  directives: readonly RowOf<typeof directiveColumns>[],
  facts: readonly RowOf<typeof factColumns>[],
  now: NowRow[],
): Batch {
  return {
    count: directives.length,
    directives: columnsOf(directiveColumns, directives),
    facts: columnsOf(factColumns, facts),
    now,
  };
}

const columnsOf = <Name extends string>(
  types: Record<Name, ElementType>,
  rows: readonly Record<Name, unknown>[],
): Columns =>
  Object.fromEntries(
    Object.entries<ElementType>(types).map(([name, type]) => [
      name,
      arrayBytes(
        type,
        rows.map((row) => row[name as Name]),
      ),
    ]),
  );

/** `unnest` over columns, its rows named as they are. */
function rowsOf(
  types: Record<string, ElementType>,
  columns: Record<string, Uint8Array>,
): RawBuilder<unknown> {
  const arrays = Object.entries(types).map(([name, type]) => {
    const { buffer, byteOffset, byteLength } = columns[name]!;
    return sql`${Buffer.from(buffer, byteOffset, byteLength)}::${sql.raw(type)}[]`;
  });
  return sql`unnest(${sql.join(arrays)}) as r(${sql.raw(Object.keys(types).join(', '))})`;
}

/** What all rows of an import share. */
export interface Stamp {
  agencyId: string;
  importId: string;
  recordedAt: string;
  recordedBy: string | null;
  /** JSON of in whose stead they are given. */
  inNameOf: string | null;
}

/**
 * Settings of the transaction that stores many batches: words of the search index are gathered and sorted in together.
 * With the last batch, what was gathered goes into the index, so that neither a search nor the next act pays for it.
 */
export async function gatherWords(tx: Tx, stage: 'first' | 'last'): Promise<void> {
  const limit = stage === 'first' ? '64MB' : '64kB';
  await sql`select set_config('work_mem', '64MB', true), set_config('gin_pending_list_limit', ${limit}, true)`.execute(
    tx,
  );
}

/** Puts a batch in the register: three statements that leave together, however many rows. */
export async function insertInBulk(tx: Tx, stamp: Stamp, batch: Batch): Promise<void> {
  const { agencyId, importId, recordedAt, recordedBy, inNameOf } = stamp;
  await send(
    tx,
    sql`insert into directive (agency_id, id, document_id, ordinal, spans, outline, words, action, kind, origin,
        source_number, import_id, recorded_at, recorded_by, fold)
      select ${agencyId}::uuid, r.id, r.document_id, 1, '[]', '[]', r.words, r.action, r.kind, r.origin,
        r.source_number, ${importId}::uuid, ${recordedAt}::timestamptz, ${recordedBy}::uuid, r.fold
      from ${rowsOf(directiveColumns, batch.directives)}`,
  );
  await send(
    tx,
    sql`insert into directive_fact (agency_id, id, directive_id, happened_on, recorded_at, recorded_by, in_name_of, body)
      select ${agencyId}::uuid, r.id, r.directive_id, r.happened_on, ${recordedAt}::timestamptz, ${recordedBy}::uuid,
        ${inNameOf}::jsonb, r.body
      from ${rowsOf(factColumns, batch.facts)}`,
  );
  await insertNow(tx, agencyId, batch.now);
}

/** Columns of `directive_now` and how they travel; an array within a row goes as its text. */
const nowColumns = {
  directive_id: 'uuid',
  document_id: 'uuid',
  kind: 'text',
  origin: 'text',
  lead_unit_id: 'uuid',
  lead_name: 'text',
  coordinating: 'jsonb',
  unit_ids: 'text',
  product: 'text',
  deadline: 'jsonb',
  deadline_kind: 'text',
  first_due: 'date',
  due: 'date',
  given_on: 'date',
  phase: 'text',
  suspended: 'bool',
  closed_on: 'date',
  accepted_on: 'date',
  last_on: 'date',
  last_recorded_at: 'text',
  stopped_on: 'date',
  submitted_on: 'date',
  assignee_id: 'uuid',
  percent: 'int4',
  weight: 'float8',
  field: 'text',
  times_extended: 'int4',
  times_returned: 'int4',
  extension_asked: 'bool',
  cause: 'text',
  waiting_unit_id: 'uuid',
  holder: 'text',
} as const satisfies Record<keyof NowRow, ElementType>;

/** What travels as text and is something else. */
const cast: Record<string, string> = { unit_ids: 'uuid[]', last_recorded_at: 'timestamptz' };
const names = Object.keys(nowColumns);
const into = sql.raw(names.join(', '));
const from = sql.raw(
  names.map((name) => (name in cast ? `r.${name}::${cast[name]}` : `r.${name}`)).join(', '),
);

/** Writes rows of `directive_now` of directives that had none; whatever follows from these rows is written here too. */
export async function insertNow(tx: Tx, agencyId: string, rows: readonly NowRow[]): Promise<void> {
  const columns = columnsOf(
    nowColumns,
    rows.map((row) => ({ ...row, unit_ids: `{${row.unit_ids.join(',')}}` })),
  );
  const statement = sql`insert into directive_now (agency_id, version, ${into})
    select ${agencyId}::uuid, 1, ${from} from ${rowsOf(nowColumns, columns)}`;
  // Waited for, so that no more is on its way than the database takes.
  await statement.execute(tx);
  await recordMoves(tx, agencyId, [], rows);
}
