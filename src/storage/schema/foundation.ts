import type { ColumnType, Generated } from 'kysely';
import type { InNameOf } from '../../domain/directives/facts.ts';

/** `timestamptz`: ISO 8601 in UTC with all microseconds («2026-11-24T02:13:24.123456Z»); `Temporal.Instant.from` reads it. */
export type Instant = ColumnType<string, string | Date, string | Date>;

/** `date`: «2026-11-24», never a JavaScript Date. */
export type Day = string;

/** `jsonb`: read as the value; written as text by `json(value)`, since the driver would turn an array into a PostgreSQL array. */
export type Json<T> = ColumnType<T, string, string>;

/** What every row of an agency says of its recording. */
export interface Recorded {
  agency_id: string;
  recorded_at: Instant;
  /** The person who recorded it; null for the system. */
  recorded_by: string | null;
}

/** A record that is no more than its facts: how it stands follows from them. */
export interface RecordRow extends Recorded {
  id: string;
}

/** Something that happened to a record, with its two clocks. */
export interface FactRow<Body> extends RecordRow {
  happened_on: Day;
  body: Json<Body>;
}

/** In whose stead something was recorded, where it was. */
export interface InStead {
  in_name_of: Json<InNameOf> | null;
}

/** An agency that the system serves. Installation level: its name is no secret, its records are. */
export interface AgencyTable {
  id: string;
  name: string;
  short_name: string;
  /** Abbreviation in the signs of its documents, «SKHCN». */
  sign: string;
  created_at: ColumnType<string, string | Date | undefined, never>;
}

/** What was done, by whom, in which request. `agency_id` is `INSTALLATION` for acts above the agencies. */
export interface AuditEventTable {
  agency_id: string;
  id: string;
  recorded_at: ColumnType<string, string | undefined, never>;
  user_id: string | null;
  person_id: string | null;
  action: string;
  record_kind: string;
  record_id: string;
  detail: Json<unknown>;
  trace_id: string | null;
}

/** One batch of audit events in the hash chain of an agency; `number` runs 1, 2, 3 … */
export interface AuditSealTable {
  agency_id: string;
  number: number;
  sealed_at: Generated<string>;
  event_ids: string[];
  previous_hash: string;
  hash: string;
}

/** The first answer to a create request, given again for the same key. */
export interface IdempotencyTable {
  agency_id: string;
  actor: string;
  key: string;
  request_hash: string;
  status: number;
  body: string;
  created_at: Generated<string>;
}

/** Last number given in a gap-free series. */
export interface CounterTable {
  agency_id: string;
  series: string;
  year: number;
  last: number;
}

/** An original kept on disk under its hash. */
export interface FileTable {
  agency_id: string;
  /** SHA-256 in hexadecimal. */
  hash: string;
  bytes: number;
  media_type: string;
  recorded_at: ColumnType<string, string | Date | undefined, never>;
}

/** A setting as decided from a day on; the latest recorded of the latest day counts. */
export interface SettingTable {
  agency_id: string;
  id: string;
  key: string;
  value: Json<unknown>;
  from_day: Day;
  recorded_at: ColumnType<string, string | Date | undefined, never>;
  recorded_by: string | null;
}

/** Tables of 0001_foundation.sql. */
export interface FoundationTables {
  agency: AgencyTable;
  audit_event: AuditEventTable;
  audit_seal: AuditSealTable;
  idempotency: IdempotencyTable;
  counter: CounterTable;
  file: FileTable;
  setting: SettingTable;
}

/** Text of a value for a `jsonb` column. */
export function json(value: unknown): string {
  return JSON.stringify(value);
}
