import { type FamilyTold, tell } from '../../../domain/figures/evaluate.ts';
import type { Family } from '../../../domain/figures/family.ts';
import type { Reading } from '../../../domain/figures/figure.ts';
import type { Tx } from '../../../storage/store.ts';
import type { Actor, Context } from '../../context.ts';
import type { FigureRecord } from '../contract.ts';
import type { Asking, CutKnown } from '../register.ts';

/** For whom and what the records of a family are read. */
export interface FamilyAsking extends Asking {
  tx: Tx;
  ctx: Context;
  actor: Actor;
  reading: Reading;
  among: readonly CutKnown[];
}

/** The records of a family as they stood at a cut-off, as known at a moment. */
export interface FamilyRead {
  told: FamilyTold;
  /** Some of its records as a list shows them, in the order asked for. */
  linesOf(ids: readonly string[]): Promise<FigureRecord[]>;
}

/** A family whose records stand in a list of their own, row by row. */
export interface Listed<Row, One extends { id: string }> {
  family: Family<One>;
  rows(asking: FamilyAsking): Promise<Row[]>;
  countedOf(row: Row): One;
  lineOf(row: Row): FigureRecord;
}

/** All figures of such a family. */
export const readListed =
  <Row, One extends { id: string }>({ family, rows, countedOf, lineOf }: Listed<Row, One>): ReadFamily =>
  async (asking) => {
    const all = await rows(asking);
    return { told: tell(family, all.map(countedOf), asking.reading), linesOf: linesFrom(all.map(lineOf)) };
  };

export type ReadFamily = (asking: FamilyAsking) => Promise<FamilyRead>;

/** Lines that were put together with the records, by id. */
export const linesFrom = (lines: readonly FigureRecord[]): FamilyRead['linesOf'] => {
  const known = new Map(lines.map((line) => [line.id, line]));
  return async (ids) => ids.flatMap((id) => known.get(id) ?? []);
};

/** Facts recorded by a moment; all without one. */
export const knownBy = <Fact extends { recordedAt: string }>(
  facts: readonly Fact[],
  knownAt: string | undefined,
): Fact[] => {
  if (knownAt === undefined) return [...facts];
  const moment = Temporal.Instant.from(knownAt);
  return facts.filter(
    ({ recordedAt }) => Temporal.Instant.compare(Temporal.Instant.from(recordedAt), moment) <= 0,
  );
};
