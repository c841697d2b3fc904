import type { ColumnType } from 'kysely';
import type { Deadline, Span } from '../../domain/deadlines/deadline.ts';
import type { FactBody } from '../../domain/directives/facts.ts';
import type { DirectiveKind, DocumentHead, Party, Reading } from '../../domain/documents/reading.ts';
import type { LineFields, ReadAs } from '../../domain/intake/line.ts';
import type { After, Before } from '../../domain/intake/review.ts';
import type { Instant, Json } from './foundation.ts';

export interface RegisterTables {
  intake: {
    agency_id: string;
    id: string;
    file_hash: string;
    round: number;
    name: string;
    source: 'file' | 'paste' | 'photo';
    received_at: Instant;
    received_by: string | null;
  };
  reading_wish: {
    agency_id: string;
    id: string;
    intake_id: string;
    recorded_at: Instant;
    recorded_by: string | null;
  };
  reading_attempt: { agency_id: string; id: string; wish_id: string; recorded_at: Instant };
  reading: {
    agency_id: string;
    id: string;
    intake_id: string;
    wish_id: string;
    reader_version: string;
    reading: Json<Reading> | null;
    refusal: string | null;
    recorded_at: Instant;
  };
  intake_drop: {
    agency_id: string;
    id: string;
    intake_id: string;
    reason: string;
    recorded_at: Instant;
    recorded_by: string | null;
  };
  review_head: {
    agency_id: string;
    intake_id: string;
    reading_id: string;
    head: Json<DocumentHead>;
    version: number;
    changed_at: Instant;
    changed_by: string | null;
  };
  review_line: {
    agency_id: string;
    intake_id: string;
    id: string;
    position: number;
    fields: Json<LineFields>;
    read_as: Json<ReadAs>;
    present: boolean;
    version: number;
    changed_at: Instant;
    changed_by: string | null;
  };
  review_act: {
    agency_id: string;
    id: string;
    intake_id: string;
    act: string;
    before: Json<Before>;
    after: Json<After>;
    undoes: string | null;
    recorded_at: Instant;
    recorded_by: string | null;
  };
  document: {
    agency_id: string;
    id: string;
    intake_id: string | null;
    reading_id: string | null;
    direction: 'in' | 'out';
    book_year: number;
    book_number: number;
    kind: string | null;
    number: string | null;
    issued_on: string | null;
    issuer: string | null;
    subject: string;
    registered_on: string;
    recorded_at: Instant;
    recorded_by: string | null;
    fold: string;
    search: ColumnType<string, never, never>;
  };
  directive: {
    agency_id: string;
    id: string;
    document_id: string | null;
    ordinal: number;
    spans: Json<Span[]>;
    outline: Json<string[]>;
    words: string;
    action: string;
    kind: DirectiveKind;
    quantity: Json<{ value: number; unit: string | null }> | null;
    recorded_at: Instant;
    recorded_by: string | null;
    fold: string;
    search: ColumnType<string, never, never>;
  };
  directive_fact: {
    agency_id: string;
    id: string;
    directive_id: string;
    happened_on: string;
    recorded_at: Instant;
    recorded_by: string | null;
    body: Json<FactBody>;
  };
  directive_now: {
    agency_id: string;
    directive_id: string;
    document_id: string | null;
    kind: DirectiveKind;
    lead_unit_id: string | null;
    lead_name: string | null;
    coordinating: Json<Party[]>;
    unit_ids: string[];
    product: string | null;
    deadline: Json<Deadline>;
    deadline_kind: Deadline['kind'];
    first_due: string | null;
    due: string | null;
    given_on: string;
    version: number;
  };
}
