import type { FigureDefinition, Reading, RecordUnit } from './figure.ts';

/** By what the records of a figure may be told apart. */
export const splits = [
  ...(['unit', 'asker', 'whom', 'origin', 'field', 'cause', 'stage', 'direction', 'kind'] as const),
  ...(['level', 'taskType', 'programme', 'regime', 'phase', 'step', 'change'] as const),
] as const;
export type Split = (typeof splits)[number];

/**
 * A kind of records that figures count: what it is told apart by, what of a record matters for a reading, and its figures.
 * `features/figures/families` says how its records are read as of a cut-off, as known at a moment.
 */
export interface Family<One extends { id: string }, Of = One, Id extends string = string> {
  name: RecordUnit;
  /** The groups its figures are shown in, in order. */
  groups: Readonly<Record<string, readonly FigureDefinition<Of, Id>[]>>;
  /** A record with what follows for a reading, found once for all figures; null where no figure counts it. */
  place(one: One, reading: Reading): Of | null;
  /** The key of a record within each split the family knows; null where it has none. */
  splits: Partial<Record<Split, (one: One) => string | null>>;
  /** What stands first in a list of records: the smaller number. */
  order(one: One): number;
}

/** All figures of a family, in order. */
export const definitionsOf = <One extends { id: string }, Of, Id extends string>({
  groups,
}: Family<One, Of, Id>): FigureDefinition<Of, Id>[] => Object.values(groups).flat();
