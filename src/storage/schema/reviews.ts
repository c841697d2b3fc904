import type { ReviewFactBody } from '../../domain/reviews/facts.ts';
import type { Day, Instant, Json } from './foundation.ts';

/** Tables of 0016_reviews.sql. */
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
    /** Canonical JSON of a `ReviewContent`. */
    content: string;
    sha256: string;
    docx_hash: string;
    pdf_hash: string;
    recorded_at: Instant;
    recorded_by: string | null;
  };
}
