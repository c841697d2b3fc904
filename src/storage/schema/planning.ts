import type { InNameOf } from '../../domain/directives/facts.ts';
import type { ItemFactBody } from '../../domain/programme/item.ts';
import type { SourceNamed, TargetFactBody } from '../../domain/targets/facts.ts';
import type { Day, Instant, Json } from './foundation.ts';

/** Tables of 0013_targets.sql and 0014_programme.sql. */
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
  programme: {
    agency_id: string;
    id: string;
    year: number;
    recorded_at: Instant;
    recorded_by: string | null;
  };
  programme_approval: {
    agency_id: string;
    programme_id: string;
    approved_on: Day;
    document: Json<SourceNamed>;
    recorded_at: Instant;
    recorded_by: string | null;
    in_name_of: Json<InNameOf> | null;
  };
  programme_import: {
    agency_id: string;
    id: string;
    programme_id: string;
    file_hash: string;
    file_name: string;
    rows: number;
    recorded_at: Instant;
    recorded_by: string | null;
  };
  programme_item: {
    agency_id: string;
    id: string;
    programme_id: string;
    position: number;
    import_id: string | null;
    recorded_at: Instant;
    recorded_by: string | null;
  };
  programme_item_fact: {
    agency_id: string;
    id: string;
    item_id: string;
    happened_on: Day;
    recorded_at: Instant;
    recorded_by: string | null;
    in_name_of: Json<InNameOf> | null;
    body: Json<ItemFactBody>;
  };
}
