import type { InNameOf } from '../../domain/directives/facts.ts';
import type { TargetFactBody } from '../../domain/targets/facts.ts';
import type { Day, Instant, Json } from './foundation.ts';

/** Tables of 0013_targets.sql. */
export interface PlanningTables {
  target: {
    agency_id: string;
    id: string;
    year: number;
    recorded_at: Instant;
    recorded_by: string | null;
  };
  target_fact: {
    agency_id: string;
    id: string;
    target_id: string;
    happened_on: Day;
    recorded_at: Instant;
    recorded_by: string | null;
    in_name_of: Json<InNameOf> | null;
    body: Json<TargetFactBody>;
  };
}
