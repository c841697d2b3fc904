import type { CallBody } from '../../domain/calls/call.ts';
import type { AttachmentKind, DossierContent, FiledContent } from '../../domain/calls/dossier.ts';
import type { InNameOf } from '../../domain/directives/facts.ts';
import type { Day, Instant, Json } from './foundation.ts';

interface Recorded {
  agency_id: string;
  id: string;
  recorded_at: Instant;
  recorded_by: string | null;
}

/** Tables of 0025_calls.sql. */
export interface CallTables {
  call: Recorded;
  call_fact: Recorded & {
    call_id: string;
    happened_on: Day;
    in_name_of: Json<InNameOf> | null;
    body: Json<CallBody>;
  };
  call_task: { agency_id: string; call_id: string; task_id: string };
  portal_access: Recorded & { user_id: string; partner_id: string; investigator_id: string | null };
  dossier: {
    agency_id: string;
    id: string;
    call_id: string;
    task_id: string;
    partner_id: string;
    version: number;
    content: Json<DossierContent>;
    changed_at: Instant;
    changed_by: string;
  };
  attached_file: {
    agency_id: string;
    id: string;
    partner_id: string | null;
    file_hash: string;
    name: string;
    kind: AttachmentKind;
    bytes: number;
    recorded_at: Instant;
    recorded_by: string;
  };
  filing: {
    agency_id: string;
    id: string;
    dossier_id: string;
    number: number;
    year: number;
    filed_at: Instant;
    filed_by: string;
    task_dossier_id: string;
    sha256: string;
    content: Json<FiledContent>;
  };
  filing_withdrawal: {
    agency_id: string;
    filing_id: string;
    withdrawn_at: Instant;
    withdrawn_by: string;
    reason: string;
  };
  task_fact_file: { agency_id: string; fact_id: string; file_id: string };
}
