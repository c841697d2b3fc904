import type { ConferenceFactBody } from '../../domain/conferences/facts.ts';
import type { Day, Instant, Json } from './foundation.ts';

/** Tables of 0019_conferences.sql. */
export interface ConferenceTables {
  conference: {
    agency_id: string;
    id: string;
    recorded_at: Instant;
    recorded_by: string | null;
  };
  conference_fact: {
    agency_id: string;
    id: string;
    conference_id: string;
    happened_on: Day;
    recorded_at: Instant;
    recorded_by: string | null;
    body: Json<ConferenceFactBody>;
  };
  conference_notice: {
    agency_id: string;
    conference_id: string;
    document_id: string;
    /** Canonical JSON of a `NoticeContent`. */
    content: string;
    sha256: string;
    docx_hash: string;
    pdf_hash: string;
    recorded_at: Instant;
    recorded_by: string | null;
  };
}
