import type { LocalActBody, SuperiorActBody } from '../../domain/acts/facts.ts';
import type { InNameOf } from '../../domain/directives/facts.ts';
import type { DraftFactBody } from '../../domain/drafts/facts.ts';
import type { Day, Instant, Json } from './foundation.ts';

interface Recorded {
  agency_id: string;
  id: string;
  recorded_at: Instant;
  recorded_by: string | null;
}

interface FactOf<Body> extends Recorded {
  record_id: string;
  happened_on: Day;
  in_name_of: Json<InNameOf> | null;
  body: Json<Body>;
}

/** Tables of 0018_drafts.sql. */
export interface DraftTables {
  draft: Recorded & { year: number };
  draft_fact: FactOf<DraftFactBody>;
  local_act: Recorded;
  local_act_fact: FactOf<LocalActBody>;
  superior_act: Recorded;
  superior_act_fact: FactOf<SuperiorActBody>;
}
