import { type RawBuilder, sql } from 'kysely';
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

/** Directives never told of before, with their facts as JSON arrays, and what `directive_now` says of them. */
export interface Batch {
  count: number;
  /** `[{ id, document_id, words, action, kind, origin, source_number, fold }]` */
  directives: string;
  /** `[{ id, directive_id, happened_on, body }]` */
  facts: string;
  now: NowRow[];
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
  await write(
    tx,
    sql`insert into directive (agency_id, id, document_id, ordinal, spans, outline, words, action, kind, origin,
        source_number, import_id, recorded_at, recorded_by, fold)
      select ${agencyId}::uuid, r.id, r.document_id, 1, '[]', '[]', r.words, r.action, r.kind, r.origin,
        r.source_number, ${importId}::uuid, ${recordedAt}::timestamptz, ${recordedBy}::uuid, r.fold
      from json_to_recordset(${batch.directives}::json) as r(id uuid, document_id uuid, words text, action text, kind text,
        origin text, source_number text, fold text)`,
  );
  await write(
    tx,
    sql`insert into directive_fact (agency_id, id, directive_id, happened_on, recorded_at, recorded_by, in_name_of, body)
      select ${agencyId}::uuid, r.id, r.directive_id, r.happened_on, ${recordedAt}::timestamptz, ${recordedBy}::uuid,
        ${inNameOf}::jsonb, r.body
      from json_to_recordset(${batch.facts}::json) as r(id uuid, directive_id uuid, happened_on date, body jsonb)`,
  );
  await insertNow(tx, agencyId, batch.now);
}

/** Writes rows of `directive_now` of directives that had none; whatever follows from these rows is written here too. */
export async function insertNow(tx: Tx, agencyId: string, rows: readonly NowRow[]): Promise<void> {
  // What `nowOf` gives as JSON text arrives as a JSON string and is unwrapped.
  const statement = sql`insert into directive_now (agency_id, directive_id, document_id, kind, origin, version, lead_unit_id, lead_name,
        coordinating, unit_ids, product, deadline, deadline_kind, first_due, due, given_on, phase, suspended, closed_on,
        stopped_on, submitted_on, assignee_id, percent, weight, times_extended, times_returned, extension_asked, cause,
        waiting_unit_id, holder)
      select ${agencyId}::uuid, r.directive_id, r.document_id, r.kind, r.origin, 1, r.lead_unit_id, r.lead_name,
        (r.coordinating #>> '{}')::jsonb, r.unit_ids, r.product, (r.deadline #>> '{}')::jsonb, r.deadline_kind, r.first_due, r.due, r.given_on, r.phase,
        r.suspended, r.closed_on, r.stopped_on, r.submitted_on, r.assignee_id, r.percent, r.weight, r.times_extended,
        r.times_returned, r.extension_asked, r.cause, r.waiting_unit_id, r.holder
      from json_populate_recordset(null::directive_now, ${JSON.stringify(rows)}::json) as r`;
  // Waited for, so that no more is on its way than the database takes.
  await statement.execute(tx);
  await recordMoves(tx, agencyId, [], rows);
}

const write = (tx: Tx, statement: RawBuilder<unknown>) => send(tx, { compile: () => statement.compile(tx) });
