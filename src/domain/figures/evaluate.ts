import { tenthsOf } from '../directives/rates.ts';
import { definitionsOf, type Family, type Split } from './family.ts';
import { type FigureDefinition, type FigureValue, medianOf, ninetiethOf, type Reading } from './figure.ts';

export type FigureValues<Id extends string = string> = ReadonlyMap<Id, FigureValue>;

/**
 * Every figure of a family over records as they stood on the cut-off day, in one pass. The order of records changes no
 * value; ids stand in their order.
 */
export function evaluate<One extends { id: string }, Of, Id extends string>(
  family: Family<One, Of, Id>,
  records: Iterable<One>,
  reading: Reading,
): FigureValues<Id> {
  return evaluateSome(family, definitionsOf(family), records, reading);
}

/** As `evaluate`, one figure alone: many times as fast where only that is asked for. */
function evaluateOne<One extends { id: string }, Of, Id extends string>(
  family: Family<One, Of, Id>,
  id: Id,
  records: Iterable<One>,
  reading: Reading,
): FigureValue {
  const all = definitionsOf(family);
  const measure = all.find((one) => one.id === id)?.measure;
  const needed: readonly Id[] = measure?.as === 'rate' ? [id, ...measure.among] : [id];
  const some = all.filter((one) => needed.includes(one.id));
  return evaluateSome(family, some, records, reading).get(id) ?? nothing;
}

function evaluateSome<One extends { id: string }, Of, Id extends string>(
  family: Family<One, Of, Id>,
  definitions: readonly FigureDefinition<Of, Id>[],
  records: Iterable<One>,
  reading: Reading,
): FigureValues<Id> {
  const found = definitions.map((definition) => ({
    definition,
    recordIds: [] as string[],
    numbers: [] as number[],
    different: new Set<string>(),
  }));
  for (const record of records) {
    const placed = family.place(record, reading);
    if (placed === null) continue;
    // Nothing is kept of where a record stands: a register is long.
    for (const { definition, recordIds, numbers, different } of found)
      if (definition.holds(placed, reading)) {
        recordIds.push(record.id);
        const { measure } = definition;
        if (measure === undefined || measure.as === 'rate') continue;
        if (measure.as === 'distinct') different.add(measure.of(placed));
        else numbers.push(measure.of(placed, reading));
      }
  }
  const counts = new Map(found.map(({ definition, recordIds }) => [definition.id, recordIds.length]));
  return new Map(
    found.map(({ definition: { id, measure }, recordIds, numbers, different }) => [
      id,
      {
        value:
          measure === undefined
            ? recordIds.length
            : measured(measure, { numbers, counts, different: different.size }),
        recordIds,
      },
    ]),
  );
}

function measured<Of, Id extends string>(
  measure: NonNullable<FigureDefinition<Of, Id>['measure']>,
  {
    numbers,
    counts,
    different,
  }: { numbers: readonly number[]; counts: ReadonlyMap<Id, number>; different: number },
): number | null {
  switch (measure.as) {
    case 'rate':
      return rateOf(measure, counts);
    case 'distinct':
      return different;
    case 'sum':
      return numbers.reduce((sum, number) => sum + number, 0);
    case 'max':
      return numbers.length === 0 ? null : numbers.reduce((most, number) => Math.max(most, number));
    case 'median':
      return medianOf(numbers);
    case 'ninetieth':
      return ninetiethOf(numbers);
  }
}

/** A share in tenths of a percent, as every screen rounds it with the others; null without a base. */
function rateOf<Id extends string>(
  { part, among }: { part: Id; among: readonly Id[] },
  counts: ReadonlyMap<Id, number>,
): number | null {
  const shares = Object.fromEntries(among.map((id) => [id, counts.get(id) ?? 0])) as Record<Id, number>;
  return among.every((id) => shares[id] === 0) ? null : tenthsOf(shares)[part];
}

const nothing: FigureValue = { value: null, recordIds: [] };

/** A figure told apart, the same number of each part of the records; parts without records are left out. */
export function splitBy<One extends { id: string }, Of, Id extends string>(
  family: Family<One, Of, Id>,
  id: Id,
  records: readonly One[],
  reading: Reading,
  by: Split,
): Map<string, FigureValue> {
  const keyOf = family.splits[by] ?? (() => null);
  const parts = Map.groupBy(records, (record) => keyOf(record) ?? '');
  const values = [...parts].flatMap(([key, part]) => {
    const value = evaluateOne(family, id, part, reading);
    return value.recordIds.length > 0 ? [[key, value] as const] : [];
  });
  return new Map(values);
}

/** Where a part of a figure's records is: by what it is told apart, and its key; empty for those that have none. */
export interface Part {
  by: Split;
  key: string;
}

/** The records of a family read once, whatever they are. */
export interface FamilyTold {
  values(): FigureValues;
  /** The number and records of a figure, or of one part of it. */
  valueOf(id: string, part?: Part): FigureValue;
  /** The figure told apart in every way the family knows, or in one. */
  apart(id: string, only?: Split): { by: Split; parts: Map<string, FigureValue> }[];
  /** What stands first in a list of records: the smaller number. */
  order(recordId: string): number;
}

/** The figures of a family over its records. */
export function tell<One extends { id: string }, Of>(
  family: Family<One, Of>,
  records: readonly One[],
  reading: Reading,
): FamilyTold {
  const known = new Map(records.map((record) => [record.id, record]));
  return {
    values: () => evaluate(family, records, reading),
    valueOf(id, part) {
      if (part === undefined) return evaluateOne(family, id, records, reading);
      const keyOf = family.splits[part.by] ?? (() => null);
      const some = records.filter((record) => (keyOf(record) ?? '') === part.key);
      return evaluateOne(family, id, some, reading);
    },
    apart(id, only) {
      const measure = definitionsOf(family).find((one) => one.id === id)?.measure;
      // A rate is of all of a part; any other number looks at its own records alone.
      const own =
        measure?.as === 'rate' ? null : new Set(evaluateOne(family, id, records, reading).recordIds);
      const some = own ? records.filter((record) => own.has(record.id)) : records;
      const ways = (Object.keys(family.splits) as Split[]).filter((by) => only === undefined || by === only);
      return ways.map((by) => ({
        by,
        parts: splitBy(family, id, some, reading, by),
      }));
    },
    order(recordId) {
      const record = known.get(recordId);
      return record ? family.order(record) : Number.POSITIVE_INFINITY;
    },
  };
}
