import type { Instant } from './foundation.ts';

/** Tables of 0007_saved_views.sql. */
export interface ViewTables {
  saved_view: { agency_id: string; id: string; opened_by: string | null; recorded_at: Instant };
  saved_view_version: {
    agency_id: string;
    id: string;
    view_id: string;
    name: string;
    /** Search parameters of the address; null once it is ended. */
    query: string | null;
    shared: boolean;
    recorded_at: Instant;
    recorded_by: string | null;
  };
}
