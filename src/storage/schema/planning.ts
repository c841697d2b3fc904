import type { ItemFactBody } from '../../domain/programme/item.ts';
import type { SourceNamed, TargetFactBody } from '../../domain/targets/facts.ts';
import type { Day, FactRow, InStead, Json, Recorded, RecordRow } from './foundation.ts';

/** Tables of 0013_targets.sql and 0014_programme.sql. */
export interface PlanningTables {
  target: RecordRow & { year: number };
  target_fact: FactRow<TargetFactBody> & InStead & { target_id: string };
  programme: RecordRow & { year: number };
  programme_approval: Recorded &
    InStead & { programme_id: string; approved_on: Day; document: Json<SourceNamed> };
  programme_import: RecordRow & {
    programme_id: string;
    file_hash: string;
    file_name: string;
    rows: number;
  };
  programme_item: RecordRow & { programme_id: string; position: number; import_id: string | null };
  programme_item_fact: FactRow<ItemFactBody> & InStead & { item_id: string };
}
