import type { LocalActBody, SuperiorActBody } from '../../domain/acts/facts.ts';
import type { DraftFactBody } from '../../domain/drafts/facts.ts';
import type { FactRow, InStead, RecordRow } from './foundation.ts';

type FactOf<Body> = FactRow<Body> & InStead & { record_id: string };

/** Tables of 0018_drafts.sql. */
export interface DraftTables {
  draft: RecordRow & { year: number };
  draft_fact: FactOf<DraftFactBody>;
  local_act: RecordRow;
  local_act_fact: FactOf<LocalActBody>;
  superior_act: RecordRow;
  superior_act_fact: FactOf<SuperiorActBody>;
}
