import type { ConferenceFactBody } from '../../domain/conferences/facts.ts';
import type { FactRow, Recorded, RecordRow } from './foundation.ts';

/** Tables of 0019_conferences.sql. */
export interface ConferenceTables {
  conference: RecordRow;
  conference_fact: FactRow<ConferenceFactBody> & { conference_id: string };
  conference_notice: Recorded & {
    conference_id: string;
    document_id: string;
    /** Canonical JSON of a `NoticeContent`. */
    content: string;
    sha256: string;
    docx_hash: string;
    pdf_hash: string;
  };
}
