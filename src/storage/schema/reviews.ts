import type { ReviewFactBody } from '../../domain/reviews/facts.ts';
import type { Day, FactRow, Recorded, RecordRow } from './foundation.ts';

/** Tables of 0016_reviews.sql and 0021_reviews_again.sql. */
export interface ReviewTables {
  review: RecordRow;
  review_fact: FactRow<ReviewFactBody> & { review_id: string };
  review_snapshot: Recorded & {
    review_id: string;
    /** «Bản 1», «bản 2»: one for each signing. */
    version: number;
    /** Canonical JSON of a `ReviewContent`. */
    content: string;
    sha256: string;
    docx_hash: string;
    pdf_hash: string;
  };
  paper_template: RecordRow & {
    kind: string;
    from_day: Day;
    file_hash: string | null;
    file_name: string | null;
  };
}
