import type { InNameOf } from '../../domain/directives/facts.ts';
import type { DeliveryKind } from '../../domain/urging/delivery.ts';
import type { Day, Instant, Json } from './foundation.ts';

/** Tables of 0005_urging.sql and 0023_told.sql. */
export interface UrgingTables {
  urging_told: {
    agency_id: string;
    id: string;
    directive_id: string;
    person_id: string;
    day: Day;
    step: number;
    in_name_of: Json<InNameOf> | null;
    due: Day;
    recorded_at: Instant;
  };
  urging_read: { agency_id: string; told_id: string; recorded_at: Instant; recorded_by: string | null };
  letter: {
    agency_id: string;
    id: string;
    person_id: string;
    day: Day;
    message_id: string;
    subject: string;
    plain: string;
    html: string;
    recorded_at: Instant;
  };
  letter_told: { agency_id: string; told_id: string; letter_id: string };
  letter_news: { agency_id: string; fact_id: string; person_id: string; letter_id: string };
  owed_told: {
    agency_id: string;
    id: string;
    owed_id: string;
    unit_id: string;
    person_id: string;
    day: Day;
    step: number;
    in_name_of: Json<InNameOf> | null;
    recorded_at: Instant;
  };
  letter_delivery: {
    agency_id: string;
    id: string;
    letter_id: string;
    try: number;
    kind: DeliveryKind;
    permanent: boolean;
    words: string;
    recorded_at: Instant;
    recorded_by: string | null;
  };
  calendar_feed: {
    agency_id: string;
    id: string;
    person_id: string;
    unit_id: string | null;
    hash: string;
    recorded_at: Instant;
  };
  calendar_feed_end: { agency_id: string; feed_id: string; recorded_at: Instant; recorded_by: string | null };
}
