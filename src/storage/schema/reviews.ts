import type { ReviewFactBody } from '../../domain/reviews/facts.ts';
import type { Day, Instant, Json } from './foundation.ts';

/** Tables of 0016_reviews.sql and 0021_reviews_again.sql. */
export interface ReviewTables {
  review: {
    agency_id: string;
    id: string;
    recorded_at: Instant;
    recorded_by: string | null;
  };
  review_fact: {
    agency_id: string;
    id: string;
    review_id: string;
    happened_on: Day;
    recorded_at: Instant;
    recorded_by: string | null;
    body: Json<ReviewFactBody>;
  };
  review_snapshot: {
    agency_id: string;
    review_id: string;
    /** «Bản 1», «bản 2»: one for each signing. */
    version: number;
    /** Canonical JSON of a `ReviewContent`. */
    content: string;
    sha256: string;
    docx_hash: string;
    pdf_hash: string;
    recorded_at: Instant;
    recorded_by: string | null;
  };
  paper_template: {
    agency_id: string;
    id: string;
    kind: string;
    from_day: Day;
    file_hash: string | null;
    file_name: string | null;
    recorded_at: Instant;
    recorded_by: string | null;
  };
}
