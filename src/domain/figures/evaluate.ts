import { type Share, shareNames, tenthsOf } from '../directives/rates.ts';
import { directiveFigures, type FigureId } from './catalogue.ts';
import type { Counted } from './counted.ts';
import {
  type FigureDefinition,
  type FigureValue,
  medianOf,
  type Placed,
  placed,
  type Reading,
} from './figure.ts';

export type FigureValues = ReadonlyMap<FigureId, FigureValue>;

/** Directives that figures count: a part is not counted beside the whole. */
const isWhole = ({ origin }: Counted) => origin !== 'part';

/**
 * Every figure of the catalogue over directives as they stood on the cut-off day, in one pass. The order of directives
 * changes no value; ids stand in their order.
 */
export function evaluate(directives: Iterable<Counted>, reading: Reading): FigureValues {
  const found = directiveFigures.map((definition) => ({ definition, records: [] as Placed[] }));
  for (const directive of directives) {
    if (!isWhole(directive)) continue;
    const one = placed(directive, reading);
    for (const { definition, records } of found) if (definition.holds(one, reading)) records.push(one);
  }
  const tenths = tenthsOfShares(
    new Map(found.map(({ definition, records }) => [definition.id, records.length])),
  );
  return new Map(
    found.map(({ definition, records }) => [
      definition.id,
      {
        value: numberFrom(definition, records, reading, tenths),
        recordIds: records.map(({ directive }) => directive.id),
      },
    ]),
  );
}

/** The figure that counts each share. */
const ofShare: Record<Share, FigureId> = {
  'done-by-first': 'done-by-first',
  'done-after-first': 'done-after-first',
  overdue: 'overdue-promised',
  extended: 'extended-promised',
};

/** The four shares in tenths of a percent, as every screen rounds them; null without a base. */
function tenthsOfShares(counts: ReadonlyMap<FigureId, number>): Record<Share, number> | null {
  const shares = Object.fromEntries(
    shareNames.map((share) => [share, counts.get(ofShare[share]) ?? 0]),
  ) as Record<Share, number>;
  return shareNames.every((share) => shares[share] === 0) ? null : tenthsOf(shares);
}

function numberFrom(
  { measure }: FigureDefinition,
  records: readonly Placed[],
  reading: Reading,
  tenths: Record<Share, number> | null,
): number | null {
  if (measure === undefined) return records.length;
  if (measure.as === 'rate') return tenths?.[measure.share] ?? null;
  const numbers = records.map((one) => measure.of(one, reading));
  switch (measure.as) {
    case 'sum':
      return numbers.reduce((sum, number) => sum + number, 0);
    case 'max':
      return numbers.length === 0 ? null : numbers.reduce((most, number) => Math.max(most, number));
    case 'median':
      return medianOf(numbers);
  }
}

/** By what the records of a figure may be told apart. */
export const splits = ['unit', 'origin', 'cause'] as const;
export type Split = (typeof splits)[number];

/** The key of a directive within a split; empty where it has none. */
export function keyOf({ leadUnitId, origin, cause }: Counted, by: Split): string {
  return { unit: leadUnitId, origin, cause }[by] ?? '';
}

/** A figure told apart, the same number of each part of the directives; parts without records are left out. */
export function splitBy(
  id: FigureId,
  directives: readonly Counted[],
  reading: Reading,
  by: Split,
): Map<string, FigureValue> {
  const parts = Map.groupBy(directives, (directive) => keyOf(directive, by));
  const values = [...parts].flatMap(([key, part]) => {
    const value = evaluate(part, reading).get(id);
    return value && value.recordIds.length > 0 ? [[key, value] as const] : [];
  });
  return new Map(values);
}
