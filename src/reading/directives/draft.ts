import type { Parties } from '../units/parties.ts';
import type { Stretch } from './clauses.ts';

/** How surely the lead is known, from its place. */
export type LeadFrom =
  | 'own'
  | 'label'
  | 'heading'
  | 'carried'
  | 'lead-in'
  | 'bracket'
  | 'addressee'
  | 'later';

/** A directive being put together while the paper is read. */
export interface Draft {
  start: number;
  end: number;
  outline: string[];
  lead: Parties | undefined;
  leadFrom: LeadFrom | undefined;
  coordinating: Parties[];
  /** Offset of its main verb. */
  verb: number;
  firm: boolean;
  /** Under an announcement or heading that hands out work. */
  task: boolean;
  /** A statement ended by a colon: gives way to the items under it. */
  announces: boolean;
  /** Serial of the outline node it stands under. */
  under: number;
  /** Serials of that node and all above it. */
  above: number[];
  /** Given apart from its words: a label's line, a table's cell. */
  deadlineAt?: Stretch;
  /** Its words where a merged cell carries them down from a row above. */
  deadlineText?: string;
  product?: string;
}
