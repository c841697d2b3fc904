import type { Missing } from '../../domain/reviews/content.ts';

/** What waits for units by a day, beside their directives. */
export interface Waiting {
  kind: 'review-page' | 'answer' | 'opinion';
  /** The review, the proposal, or the fact that asked for the opinion. */
  owedId: string;
  /** The record it stands in. */
  recordId: string;
  /** «6 tháng đầu năm 2026», the words of the proposal, the title of the draft. */
  words: string;
  /** ISO days: the last in time, and since when it is owed. */
  due: string;
  since: string;
  /** Facts of the record so far: nothing happened to it while they are as many. */
  facts: number;
  /** Units it still waits for, as they stand today; asked for only where it matters, since the register may be read. */
  whose: () => Promise<OwingUnit[]>;
}

export interface OwingUnit {
  unitId: string;
  unit: string;
  /** Of a page of a review. */
  missing: Missing[];
}
